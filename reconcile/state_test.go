package reconcile

import (
	"strings"
	"testing"

	"ascribe"
)

func TestTwoReportsOfOneIncident(t *testing.T) {
	first, second := marketBombing(), secondDay()
	r := only(t, newBook(first, second).fold(t, ascribe.Pins{}))
	if want := "Bombing, Port Maren, 3 March 2031"; r.Title != want {
		t.Errorf("title %q, want %q", r.Title, want)
	}
	if r.Incident != ascribe.IncidentIDOf(first.last().Incident) || len(r.Also) != 1 || r.Also[0] != ascribe.IncidentIDOf(second.last().Incident) {
		t.Errorf("incident %s also %v: the earliest telling does not lead", r.Incident, r.Also)
	}
	if len(r.Origins) != 2 {
		t.Errorf("%d origins, want 2", len(r.Origins))
	}
	if f := r.Tolls[0].Figure; f != (ascribe.Figure{Low: 12, Best: 15, High: 15}) {
		t.Errorf("killed %+v", f)
	}
	want := map[string]ascribe.Position{
		"Maran Liberation Front|Maran Liberation Front": ascribe.Claimed,
		"Order of Seven|interior ministry":              ascribe.AccusedByAuthorities,
		"Order of Seven|Order of Seven":                 ascribe.Denied,
	}
	for _, c := range r.Matrix {
		key := c.Actor.Name + "|" + c.Source
		if want[key] != c.Position {
			t.Errorf("cell %s is %s, want %s", key, c.Position, want[key])
		}
		delete(want, key)
	}
	if len(want) > 0 {
		t.Errorf("cells missing: %v", want)
	}
	if said := strings.Join(r.Contested, "\n"); !strings.Contains(said, "killed: 12 to 15 reported") ||
		!strings.Contains(said, "Order of Seven denies what the interior ministry holds against it") {
		t.Errorf("contested:\n%s", said)
	}
}

// Of the links within an incident the record gives those that hold it together, and
// every person's word.
func TestARecordGivesTheLinksThatHoldItTogether(t *testing.T) {
	stories := []*story{marketBombing(), secondDay()}
	for i, outlet := range []string{"estuary.example", "highland.example", "meridian.example"} {
		s := secondDay()
		again := newStory(outlet, "5 0"+string(rune('1'+i))+":00", s.seen[0].Headline,
			"Fifteen people are now known to have died in Monday's explosion at the Port Maren fish market, the "+outlet+" has learned.")
		o := again.tells(0, ascribe.Attack, marchDay(3), &maren)
		again.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(15))
		stories = append(stories, again)
	}
	b := newBook(stories...)
	made := 0
	for _, l := range b.lines {
		if l.Entry.Link != nil && l.Entry.Link.Kind == ascribe.SameIncident && l.Entry.Link.Judgement == ascribe.Same {
			made++
		}
	}
	r := only(t, b.fold(t, ascribe.Pins{}))
	if made < len(stories) || len(r.Links) != len(stories)-1 {
		t.Errorf("of %d links the record gives %d; %d hold %d tellings together", made, len(r.Links), len(stories)-1, len(stories))
	}
	for _, l := range r.Links {
		if l.Score < 0.5 || len(l.Because) == 0 {
			t.Errorf("a link without reasons: %+v", l)
		}
	}
	b.rule(stories[0].last().Incident, stories[1].last().Incident, ascribe.Same)
	b.rule(stories[1].last().Incident, stories[2].last().Incident, ascribe.Same)
	b.rule(stories[0].last().Incident, stories[2].last().Incident, ascribe.Same)
	if r := only(t, b.fold(t, ascribe.Pins{})); len(r.Links) != 3+len(stories)-3 {
		t.Errorf("with three words of a person there are %d links", len(r.Links))
	}
}
