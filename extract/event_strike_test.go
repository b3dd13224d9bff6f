package extract_test

import (
	"testing"

	"ascribe"
	"ascribe/extract"
)

// TestWhatStrikes holds that things which strike make incidents, and that storms,
// workers and sanctions do not.
func TestWhatStrikes(t *testing.T) {
	x := extract.New(newEngine(t))
	for text, want := range map[string]ascribe.IncidentType{
		"A drone strike hit a wedding party near Deir Zamar.":         ascribe.AirStrike,
		"A powerful explosion tore through a crowded cafe in Talvik.": ascribe.Bombing,
		"Two rockets struck a farm near Talvik.":                      ascribe.Shelling,
		"A suicide bomber struck a mosque in Al-Madira.":              ascribe.SuicideAttack,
		"A storm struck the camp near Dalwa.":                         ascribe.OtherIncident,
		"Nurses began a strike that hit the hospitals of Talvik.":     ascribe.OtherIncident,
		"New sanctions hit the port of Talvik.":                       ascribe.OtherIncident,
	} {
		r := x.Read(document(t, text), ascribe.Appearance{})
		switch {
		case want == ascribe.OtherIncident && len(r.Incidents) > 0:
			t.Errorf("%q: read as %v", text, r.Incidents[0].Type)
		case want != ascribe.OtherIncident && (len(r.Incidents) != 1 || r.Incidents[0].Type != want):
			t.Errorf("%q: %d incidents, want one %v", text, len(r.Incidents), want)
		}
	}
}
