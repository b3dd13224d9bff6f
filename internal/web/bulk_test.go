package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ascribe"
)

// together is what the page of an incident offers to accept in one decision.
func (d *desk) together(t *testing.T, id string) (chosen []string, page string) {
	t.Helper()
	doc := d.page(t, "/incidents/"+id+"/accept")
	every(doc, func(n *html.Node) {
		if attr(n, "name") == "statement" {
			chosen = append(chosen, attr(n, "value"))
		}
	})
	return chosen, textOf(doc)
}

// What is accepted together is a date, a place or a type, never who did it or how many
// were harmed; it is one decision, and taken back as one.
func TestAcceptingTogether(t *testing.T) {
	d := reviewDesk(t)
	offered, left, tried := 0, 0, 0
	for _, id := range d.ids {
		all, page := d.together(t, id)
		offered += len(all)
		r, err := d.records.Record(t.Context(), ascribe.Pins{}, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range r.Matrix {
			for _, st := range cell.Support.Statements {
				if slices.Contains(all, st.String()) {
					t.Errorf("%s: a statement that says who did it is offered", id)
				}
				left++
			}
		}
		for _, toll := range r.Tolls {
			for _, p := range toll.Course {
				if slices.Contains(all, p.Toll.Statement.String()) {
					t.Errorf("%s: a statement that counts the harmed is offered", id)
				}
			}
		}
		if len(r.Matrix) > 0 && !strings.Contains(page, "who did it.") {
			t.Errorf("%s: the page does not say what is left out: %s", id, page)
		}
		if len(all) == 0 {
			continue
		}
		tried++
		graver := d.the(t, "Bombing, Port Maren, 6 March 2025").Matrix[0].Support.Statements[0]
		grave := url.Values{"statement": {all[0], graver.String()}}
		if w := d.post("/incidents/"+id+"/accept", grave); w.Code != http.StatusConflict {
			t.Errorf("who did it is accepted with others: status %d", w.Code)
		}
		if w := d.post("/incidents/"+id+"/accept", url.Values{}); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("nothing chosen: status %d", w.Code)
		}
		before := len(d.decisions(t))
		if w := d.post("/incidents/"+id+"/accept", url.Values{"statement": all, "note": {"read in one go"}}); w.Code != http.StatusSeeOther {
			t.Fatalf("status %d", w.Code)
		}
		made := d.decisions(t)
		if len(made) != before+1 || made[before].Act != ascribe.Accept || len(made[before].Statements) != len(all) || made[before].Reason != "read in one go" {
			t.Fatalf("%+v", made[before:])
		}
		if again, _ := d.together(t, id); len(again) != 0 {
			t.Errorf("%d are offered again", len(again))
		}
		d.post("/decisions", url.Values{"id": {made[before].ID}})
		if again, _ := d.together(t, id); !slices.Equal(again, all) {
			t.Errorf("taken back, %d are offered, before it were %d", len(again), len(all))
		}
	}
	if offered == 0 || left == 0 || tried == 0 {
		t.Errorf("%d offered, %d left out, %d accepted together", offered, left, tried)
	}
}
