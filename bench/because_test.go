package bench

import (
	"fmt"
	"testing"

	"ascribe"
)

// reasons lists every value of a reading with the reason that it carries.
func reasons(r *ascribe.Reading) map[string]string {
	out := map[string]string{}
	date := func(at string, d *ascribe.Date) {
		if d != nil {
			out[at+" "+d.Text] = d.Because
		}
	}
	for i := range r.Dates {
		date(fmt.Sprint("date ", i), &r.Dates[i])
	}
	for i := range r.Mentions {
		if p := r.Mentions[i].Place; p != nil {
			out[fmt.Sprint("mention ", i, " place ", p.Text)] = p.Because
		}
	}
	for i := range r.Statements {
		out[fmt.Sprint("statement ", i)] = r.Statements[i].Because
		date(fmt.Sprint("statement ", i, " said at"), r.Statements[i].SaidAt)
	}
	for i := range r.Incidents {
		incidentReasons(out, fmt.Sprint("incident ", i, " "), &r.Incidents[i])
	}
	for i := range r.Attributions {
		out[fmt.Sprint("attribution ", i)] = r.Attributions[i].Because
	}
	for i := range r.Tolls {
		out[fmt.Sprint("toll ", i, " ", r.Tolls[i].Words)] = r.Tolls[i].Because
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		out[fmt.Sprint("relation ", i)] = x.Because
		date(fmt.Sprint("relation ", i, " from"), x.From)
		date(fmt.Sprint("relation ", i, " to"), x.To)
	}
	return out
}

func incidentReasons(out map[string]string, at string, o *ascribe.Occurrence) {
	out[at+"itself"] = o.Because
	out[at+"type"], out[at+"stage"], out[at+"recent"] = o.Grounds.Type, o.Grounds.Stage, o.Grounds.Recent
	if o.Denied {
		out[at+"denied"] = o.Grounds.Denied
	}
	if o.When != nil {
		out[at+"date "+o.When.Text] = o.When.Because
	}
	if o.Where != nil {
		out[at+"place "+o.Where.Text] = o.Where.Because
	}
	for role, list := range map[string][]ascribe.Entity{
		"perpetrator individual ": o.Roles.PerpetratorIndividuals, "perpetrator organization ": o.Roles.PerpetratorOrganizations,
		"physical target ": o.Roles.PhysicalTargets, "human target ": o.Roles.HumanTargets, "instrument ": o.Roles.Instruments,
	} {
		for _, e := range list {
			out[at+role+e.Text] = e.Because
		}
	}
	for _, f := range o.Effects {
		out[at+"effect "+f.Effect] = f.Because
	}
}

// No value is read without a reason that a reviewer can argue with.
func TestEveryValueHasAReason(t *testing.T) {
	seen := 0
	_, articles, err := OpenNewsroom(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	x, err := InventedReader(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		for value, why := range reasons(x.Read(a.Document, a.Appearance)) {
			seen++
			if len(why) < 8 {
				t.Errorf("%s: %s has no reason in words: %q", Short(a.Appearance.InputID), value, why)
			}
		}
	}
	if seen < 500 {
		t.Fatalf("only %d values: the newsroom was not read", seen)
	}
}
