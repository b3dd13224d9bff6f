package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/publish"
)

// Pages of any size, joined by their Link, hold every incident once, and say how many
// there are.
func TestPages(t *testing.T) {
	all := newsroom.incidents(t)
	if all.Total != len(all.Incidents) || all.Total < 5 || all.Undated == 0 {
		t.Fatalf("%d of %d incidents, %d undated", len(all.Incidents), all.Total, all.Undated)
	}
	next := regexp.MustCompile(`<([^>]+)>; rel="next"`)
	for _, order := range []string{"latest", "news", "changes", "earliest"} {
		var met []string
		for path := "/incidents?limit=3&order=" + order; path != ""; {
			var page listing
			w := newsroom.get(t, path, &page)
			for _, i := range page.Incidents {
				if slices.Contains(met, i.Incident) {
					t.Errorf("%s: %s stands twice", order, i.Incident)
				}
				met = append(met, i.Incident)
			}
			path = ""
			if m := next.FindStringSubmatch(strings.Join(w.Header().Values("Link"), ", ")); m != nil {
				path = strings.TrimPrefix(m[1], Base)
			}
			if (path == "") != (page.Next == nil) || page.Total != all.Total {
				t.Fatalf("%s: the Link says %q, the page %v of %d", order, path, page.Next, page.Total)
			}
		}
		if len(met) != all.Total {
			t.Errorf("%s: %d of %d incidents", order, len(met), all.Total)
		}
	}
}

// Every field of a selection narrows the list to what it names.
func TestSelection(t *testing.T) {
	total := newsroom.incidents(t).Total
	for _, yes := range []string{"dated", "placed", "contested", "decided", "withdrawn"} {
		var with, without listing
		newsroom.get(t, "/incidents?"+yes+"=true", &with)
		newsroom.get(t, "/incidents?"+yes+"=false", &without)
		if with.Total+without.Total != total {
			t.Errorf("%s: %d and %d of %d", yes, with.Total, without.Total, total)
		}
	}
	doc := newsroom.incidents(t).Incidents[0].Documents[0].ID
	for _, q := range []string{
		"q=ferry", "from=2025-03-06", "to=2025-03-06", "type=bombing", "position=denied", "origins=2", "document=" + doc, "document=" + strings.TrimPrefix(doc, "sha256:"),
		"within=-1,-1,1,1", "country=FRA", "actor=nobody", "source=" + url.QueryEscape("nobody at all"), "outlet=nothing.example",
	} {
		var some listing
		newsroom.get(t, "/incidents?"+q, &some)
		if some.Total >= total {
			t.Errorf("%s leaves %d of %d", q, some.Total, total)
		}
	}
	for _, q := range []string{"q=ferry", "type=bombing", "position=denied", "origins=2", "document=" + doc} {
		var some listing
		if newsroom.get(t, "/incidents?"+q, &some); some.Total == 0 {
			t.Errorf("%s leaves none", q)
		}
	}
}

// A tally counts what the list holds.
func TestTallies(t *testing.T) {
	var out struct{ Values []tallied }
	newsroom.get(t, "/tallies?by=type", &out)
	if len(out.Values) < 2 {
		t.Fatal(out)
	}
	for _, v := range out.Values {
		var some listing
		if newsroom.get(t, "/incidents?type="+v.Value, &some); some.Total != v.Incidents {
			t.Errorf("%s: %d counted, %d listed", v.Value, v.Incidents, some.Total)
		}
	}
}

// A record is that of the command, as of any moment and by any policy, and names no
// private person.
func TestRecord(t *testing.T) {
	for _, i := range newsroom.incidents(t).Incidents {
		for _, q := range []string{"", "?as_of=2025-03-07", "?policy=acled"} {
			w := newsroom.ask(http.MethodGet, Base+"/incidents/"+i.Incident+q, "")
			if w.Code == http.StatusNotFound && q != "" { // it was not told yet
				continue
			}
			pins := ascribe.Pins{}
			if strings.Contains(q, "as_of") {
				pins.AsOf, _ = moment("as_of", "2025-03-07")
			}
			r, err := newsroom.api.records.Record(t.Context(), pins, i.Incident)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(q, "policy") {
				if r, err = r.Under("acled/2"); err != nil {
					t.Fatal(err)
				}
			}
			var b strings.Builder
			if err := publish.RecordJSON(&b, r); err != nil {
				t.Fatal(err)
			}
			if w.Body.String() != b.String() {
				t.Errorf("%s%s is another than the command prints", i.Incident, q)
			}
		}
		short := newsroom.ask(http.MethodGet, Base+"/incidents/"+i.Incident[:8], "")
		if short.Code != http.StatusOK || short.Header().Get("Content-Location") != Base+"/incidents/"+i.Incident {
			t.Errorf("%s: %d at %q", i.Incident[:8], short.Code, short.Header().Get("Content-Location"))
		}
	}
}

// decided sends a decision that must be taken.
func (d *desk) decided(t *testing.T, body string, headers ...string) string {
	t.Helper()
	w := d.ask(http.MethodPost, Base+"/decisions", body, append(headers, "Content-Type", "application/json")...)
	if w.Code != http.StatusCreated {
		t.Fatalf("%s: %d %s\n%s", body, w.Code, w.Body, d.log)
	}
	var out struct{ ID string }
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out.ID
}

// Two incidents that are joined: the id of one leads to the other for good, who keeps a
// copy is told, and an undo takes it back, which is told too.
func TestMergedIncident(t *testing.T) {
	d := fresh(t)
	all := d.incidents(t).Incidents
	a, b := all[0].Incident, all[1].Incident
	before := d.ask(http.MethodGet, Base+"/incidents/"+a, "").Header().Get("ETag")
	var head headBody
	d.get(t, "/head", &head)
	id := d.decided(t, fmt.Sprintf(`{"act":"merge","names":[%q,%q],"reason":"one blast, two reports","by":"Ines Torvald"}`, a, b))

	var since changesBody
	d.get(t, fmt.Sprintf("/changes?since=%d", head.Size), &since)
	var into, from ascribe.IncidentID
	for _, f := range since.Incidents {
		if f.State == "merged" && (string(f.Incident) == a || string(f.Incident) == b) {
			from, into = f.Incident, f.Into
		}
	}
	if into == "" || len(since.Lines) != 1 || since.Lines[0].Decision.ID != id || since.Next != since.Size {
		t.Fatalf("changes %+v", since)
	}
	moved := d.ask(http.MethodGet, Base+"/incidents/"+string(from)+"?as_of=2025-04-01", "")
	if moved.Code != http.StatusPermanentRedirect || moved.Header().Get("Location") != Base+"/incidents/"+string(into)+"?as_of=2025-04-01" {
		t.Errorf("%d to %q", moved.Code, moved.Header().Get("Location"))
	}
	if moved = d.ask(http.MethodGet, Base+"/incidents/"+string(from)+"/statements", ""); moved.Header().Get("Location") != Base+"/incidents/"+string(into)+"/statements" {
		t.Errorf("statements lead to %q", moved.Header().Get("Location"))
	}
	if after := d.ask(http.MethodGet, Base+"/incidents/"+string(into), "", "If-None-Match", before); after.Code != http.StatusOK {
		t.Errorf("the joined record: %d", after.Code)
	}
	d.decided(t, fmt.Sprintf(`{"act":"undo","undoes":%q,"reason":"they are two","by":"Ines Torvald"}`, id))
	var undone changesBody
	d.get(t, fmt.Sprintf("/changes?since=%d", since.Next), &undone)
	for _, want := range []string{a, b} {
		if !slices.Contains(undone.Incidents, fate{Incident: ascribe.IncidentID(want), State: "present"}) {
			t.Errorf("after the undo %s is not present: %+v", want, undone.Incidents)
		}
	}
	if again := d.ask(http.MethodGet, Base+"/incidents/"+a, ""); again.Code != http.StatusOK {
		t.Errorf("after the undo: %d", again.Code)
	}
}

// Who begins at 0 and follows holds, after any number of lines at once, what the list
// holds.
func TestChangesFollow(t *testing.T) {
	held := map[ascribe.IncidentID]bool{}
	for at := int64(0); ; {
		var page changesBody
		newsroom.get(t, fmt.Sprintf("/changes?since=%d&limit=7", at), &page)
		for _, f := range page.Incidents {
			switch f.State {
			case "present", "withdrawn":
				held[f.Incident] = true
			default:
				delete(held, f.Incident)
			}
		}
		if page.Next == page.Size {
			break
		}
		if page.Next <= at {
			t.Fatalf("stuck at %d of %d", at, page.Size)
		}
		at = page.Next
	}
	all := newsroom.incidents(t)
	for _, i := range all.Incidents {
		if !held[ascribe.IncidentID(i.Incident)] {
			t.Errorf("%s is missing", i.Incident)
		}
	}
	if len(held) != all.Total {
		t.Errorf("holds %d of %d", len(held), all.Total)
	}
}

// The bytes of an article are what was archived, and come as an attachment that no
// browser shows.
func TestRaw(t *testing.T) {
	doc := newsroom.incidents(t).Incidents[0].Documents[0].ID
	w := newsroom.ask(http.MethodGet, Base+"/articles/"+doc+"/raw", "")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment;") || w.Header().Get("Content-Type") != "application/octet-stream" ||
		!strings.Contains(w.Header().Get("Content-Security-Policy"), "sandbox") || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Body.Len() == 0 {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := newsroom.ask(http.MethodGet, Base+"/articles/"+doc+"/raw?key=sha256:"+strings.Repeat("0", 64), ""); w.Code != http.StatusNotFound {
		t.Errorf("another key: %d", w.Code)
	}
}

// What is not there says so as a problem with what to do; a wrong method says which.
func TestProblems(t *testing.T) {
	for path, want := range map[string]int{
		"/incidents/iaaaaaaaaaaaa": 404, "/articles/" + strings.Repeat("0", 64): 404, "/articles/x": 400, "/nothing": 404, "/incidents?limit=0": 422, "/incidents?nonsense=1": 422,
		"/incidents?type=nonsense": 400, "/incidents?from=2025-02-30": 400, "/incidents?within=1": 400, "/incidents?after=x": 400, "/incidents/i?as_of=yesterday": 400, "/changes?since=1000000": 400,
		"/tallies": 422, "/diff": 422, "/actors/nobody": 404, "/incidents/i?policy=guess": 400,
	} {
		w := newsroom.ask(http.MethodGet, Base+path, "")
		var p problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != want || p.Status != want || p.Hint == "" || w.Header().Get("Content-Type") != problemType {
			t.Errorf("%s: %d %s %v", path, w.Code, w.Body, err)
		}
	}
	w := newsroom.ask(http.MethodDelete, Base+"/incidents", "")
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET" {
		t.Errorf("DELETE: %d, allowed %q", w.Code, w.Header().Get("Allow"))
	}
}

// The page that explains the API loads nothing from elsewhere and has every route.
func TestReferencePage(t *testing.T) {
	w := newsroom.ask(http.MethodGet, Base+"/docs", "")
	page := w.Body.String()
	if w.Code != http.StatusOK || regexp.MustCompile(`(?i)(src|href)="(https?:)?//|<script|style=`).MatchString(page) {
		t.Errorf("%d: the page loads something", w.Code)
	}
	for _, r := range newsroom.api.routes {
		if !strings.Contains(page, `id="`+r.ID+`"`) || !strings.Contains(page, r.Summary) {
			t.Errorf("%s is not in the page", r.ID)
		}
	}
	if csp := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
		t.Errorf("policy %q", csp)
	}
}
