package extract_test

import (
	"testing"

	"ascribe"
	"ascribe/extract"
)

// TestMishapsAreNoIncidents holds what happens by itself apart from what is done,
// also where both are spoken of.
func TestMishapsAreNoIncidents(t *testing.T) {
	x := extract.New(newEngine(t))
	for text, want := range map[string]int{
		"A ferry capsized off Port Maren, killing eleven fishermen.":                                     0,
		"Three cooks were injured when a gas cylinder exploded in Talvik.":                               0,
		"Lightning killed two herders near Dalwa.":                                                       0,
		"Rebels shot at the bus, which plunged into a ravine, killing four passengers.":                  1,
		"The explosion that killed four clerks at the ministry was no accident, the investigators said.": 1,
		"A bomb hidden in a gas cylinder exploded outside the court in Talvik, killing a guard.":         1,
		"Armed non-state actors killed three teachers near Dalwa.":                                       1,
	} {
		r := x.Read(document(t, text), ascribe.Appearance{})
		if len(r.Incidents) != want {
			t.Errorf("%q: %d incidents, want %d", text, len(r.Incidents), want)
		}
	}
}
