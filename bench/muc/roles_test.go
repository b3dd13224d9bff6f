package muc

import (
	"testing"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
)

func entities(wordings ...string) []Entity {
	var out []Entity
	for _, w := range wordings {
		out = append(out, Entity{Wordings: []string{w}})
	}
	return out
}

// One report: two bombings and a kidnapping in the key, of which one bombing is
// optional; a reading that joins the victims of one to the bomb of the other.
func TestScoreRoles(t *testing.T) {
	first := Template{Types: []string{"bombing"}}
	first.Roles[PhysicalTarget] = []Entity{{Wordings: []string{"the MAREN bank", "bank"}}}
	first.Roles[Instrument] = entities("car bomb")
	first.Roles[PerpetratorIndividual] = []Entity{{Optional: true, Wordings: []string{"gunmen"}}}
	second := Template{Types: []string{"bombing", "attack"}, Optional: true}
	second.Roles[HumanTarget] = entities("carla vidal")
	third := Template{Types: []string{"kidnapping"}}
	third.Roles[HumanTarget] = entities("luis artola")
	key := []Template{first, second, third}

	a := incident{kind: "bombing"}
	a.roles[PhysicalTarget] = []string{"bank", "maren bank"} // one thing twice: one right, one wrong
	a.roles[HumanTarget] = []string{"carla vidal"}
	a.roles[PerpetratorIndividual] = []string{"gunmen"}
	b := incident{kind: "attack"}
	b.roles[HumanTarget] = []string{"ana bello"}
	c := incident{kind: "robbery"}

	got, pairs := scoreRoles([]incident{a, b, c}, key, false)
	// a goes with the first (type, bank, gunmen), b with the second (its type alone).
	want := tally{
		PerpetratorIndividual: measure.Paired(1, 1, 1),
		PhysicalTarget:        measure.Paired(1, 2, 1),
		HumanTarget:           measure.Paired(0, 2, 2),
		Instrument:            measure.Paired(0, 0, 1),
		typeColumn:            measure.Paired(2, 3, 3),
	}
	if got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	if sum := got.sum(); sum != measure.Paired(4, 8, 8) {
		t.Errorf("sum %+v, want 4 of 8 and 8", sum)
	}
	if len(pairs) != 2 {
		t.Errorf("pairs %v", pairs)
	}
	got, _ = scoreRoles([]incident{a, b, c}, key, true)
	want = tally{ // b and the optional template are out, and so are the gunmen
		PhysicalTarget: measure.Paired(1, 2, 1),
		HumanTarget:    measure.Paired(0, 1, 1),
		Instrument:     measure.Paired(0, 0, 1),
		typeColumn:     measure.Paired(1, 2, 2),
	}
	if got != want {
		t.Errorf("lenient: counted %+v, want %+v", got, want)
	}
}

// The match of the highest sum may give an incident a worse partner than its best.
func TestMatchIsBest(t *testing.T) {
	key := make([]Template, 2)
	for i := range key {
		key[i].Types = []string{"attack"}
	}
	key[0].Roles[HumanTarget] = entities("vidal", "artola")
	key[1].Roles[HumanTarget] = entities("vidal")
	found := []incident{{kind: "attack"}, {kind: "attack"}}
	found[0].roles[HumanTarget] = []string{"vidal"}
	found[1].roles[HumanTarget] = []string{"artola", "vidal"}
	got, _ := scoreRoles(found, key, false)
	if got[HumanTarget] != measure.Paired(3, 3, 3) {
		t.Errorf("counted %+v, want all three", got[HumanTarget])
	}
}

func TestIncidents(t *testing.T) {
	robbed := ascribe.Occurrence{Type: ascribe.Robbery, Recent: true}
	shot := ascribe.Occurrence{Type: ascribe.Shooting, Recent: true, Roles: ascribe.Roles{
		HumanTargets:    []ascribe.Entity{{Text: "two peasants"}, {Text: "Carla Vidal", Named: true}},
		PhysicalTargets: []ascribe.Entity{{Text: "The bridge"}, {Text: "bridge"}},
	}}
	old := robbed
	old.Recent = false
	arrest := ascribe.Occurrence{Type: ascribe.Arrest, Recent: true}
	got := incidents(corpus.Reading{Reading: &ascribe.Reading{Incidents: []ascribe.Occurrence{robbed, shot, old, robbed, arrest}}})
	if len(got) != 2 || got[0].kind != "robbery" || got[1].kind != "attack" {
		t.Fatalf("%+v, want a robbery once and an attack", got)
	}
	if r := got[1].roles; len(r[HumanTarget]) != 1 || r[HumanTarget][0] != "carla vidal" || len(r[PhysicalTarget]) != 1 {
		t.Errorf("roles %q", r)
	}
	if d := distinct([]Template{{Types: []string{"attack"}}, {Types: []string{"attack"}}, {Types: []string{"arson"}}}); len(d) != 2 {
		t.Errorf("%d templates kept, want 2", len(d))
	}
}

func TestDateValue(t *testing.T) {
	report := printed("   PORT MAREN (SARVIA), 4 FEB 90 (ACME) -- [TEXT] GUNMEN")
	if report.Format(time.DateOnly) != "1990-02-04" {
		t.Fatalf("report of %s", report)
	}
	day := func(d int) time.Time { return time.Date(1990, 2, d, 0, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		date *ascribe.Date
		key  string
	}{
		{nil, "- 04 FEB 90"},
		{&ascribe.Date{Text: "Thursday", From: day(1), To: day(1)}, "-4 FEB 90"},
		{&ascribe.Date{Text: "Thursday, 1 February", From: day(1), To: day(1)}, "1 FEB 90"},
		{&ascribe.Date{Text: "this month", From: day(1), To: day(28)}, "01 FEB 90 - 04 FEB 90"},
		{&ascribe.Date{Text: "yesterday", From: day(3), To: day(3)}, "03 FEB 90"},
		{&ascribe.Date{Text: "this week", From: day(1), To: day(4)}, "(01 FEB 90 - 04 FEB 90)"},
	} {
		got := dateValue(tt.date, report)
		if !rightDate(got, []Fill{{Value: []string{"09 SEP 89", tt.key}}}) {
			t.Errorf("%+v is written %q, want %q", tt.date, got, tt.key)
		}
		if rightDate(got, []Fill{{Value: []string{"09 SEP 89"}}}) {
			t.Errorf("%q passes for another day", got)
		}
	}
	if rightDate("- 04 FEB 90", nil) || !rightDate("", nil) {
		t.Error("where the key has no date, none is right")
	}
	if dayGiven([]Fill{{Value: []string{"(- 04 FEB 90)"}}}) || !dayGiven([]Fill{{Value: []string{"03 FEB 90"}}}) {
		t.Error("a day of the key is not told from the report's own")
	}
}

func TestRightPlace(t *testing.T) {
	lima := &ascribe.Place{Text: "Lima city", Name: "Lima", Country: "PER", Precision: ascribe.ExactPlace}
	peru := &ascribe.Place{Text: "Peru", Country: "PER", Precision: ascribe.WholeCountry}
	within := &ascribe.Place{Text: "Lima", Name: "Peru", Country: "PER", Precision: ascribe.WholeCountry} // told by its town
	nunoa := &ascribe.Place{Text: "Ñuñoa", Country: "CHL"}
	for _, tt := range []struct {
		place *ascribe.Place
		key   string
		want  bool
	}{
		{lima, "PERU: LIMA (CITY)", true},
		{lima, "PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)", false},
		{lima, "PERU", false},
		{peru, "PERU", true},
		{peru, "CHILE", false},
		{within, "PERU", true},
		{within, "PERU: LIMA (CITY)", false},
		{nil, "PERU", false},
		{nunoa, "CHILE: SANTIAGO (CITY): NUNOA (NEIGHBORHOOD)", true},
		{nunoa, "CHILE: TALCA (CITY) - NUNOA (CITY)", true},
		{nunoa, "PERU: NUNOA (CITY)", false},
	} {
		if got := rightPlace(tt.place, []Fill{{Value: []string{tt.key}}}); got != tt.want {
			t.Errorf("%+v as %q: %t, want %t", tt.place, tt.key, got, tt.want)
		}
	}
}
