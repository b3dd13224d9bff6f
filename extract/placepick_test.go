package extract_test

import (
	"testing"

	"ascribe"
	"ascribe/extract"
)

// The place of an incident may be told in another sentence; where somebody
// speaks is not it; a country may be told by its people alone.
func TestPlaceOfIncident(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range []struct {
		text, name, country string
		precision           int
	}{
		{"Gunmen attacked a depot in Mosul on Friday. Officials in Baghdad condemned the attack.", "Mosul", "IRQ", ascribe.ExactPlace},
		{"A spokesman told reporters in Baghdad that gunmen had killed two guards in Mosul.", "Mosul", "IRQ", ascribe.ExactPlace},
		{"GUNMEN ATTACKED A DEPOT NEAR BAGHDAD ON FRIDAY AND KILLED TWO GUARDS.", "Baghdad", "IRQ", ascribe.NearPlace},
	} {
		r := x.Read(document(t, c.text), ascribe.Appearance{})
		if len(r.Incidents) == 0 {
			t.Errorf("%s: no incident", c.text)
			continue
		}
		got := r.Incidents[0].Where
		if got == nil {
			got = &ascribe.Place{}
		}
		if got.Name != c.name || got.Country != c.country || got.Precision != c.precision {
			t.Errorf("%s: in %q (%s, %d), want %q (%s, %d)", c.text, got.Name, got.Country, got.Precision, c.name, c.country, c.precision)
		}
		if got.Text != "" && got.Because == "" {
			t.Errorf("%s: %q has no reason", c.text, got.Text)
		}
	}
}
