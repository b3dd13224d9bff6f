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
	if r.Incident != IncidentID(first.last().Incident) || len(r.Also) != 1 || r.Also[0] != IncidentID(second.last().Incident) {
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
