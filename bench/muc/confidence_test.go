package muc

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
)

// blaming is a reading of two incidents, an attack that counts and one of long
// ago, in which the actors stand in the positions given.
func blaming(attributions ...ascribe.Attribution) corpus.Reading {
	r := &ascribe.Reading{Attributions: attributions}
	for at, text := range map[int]string{1: "The Maran Liberation Front", 2: "Talvik Army", 3: "MLF", 4: "Carla Vidal"} {
		kind := ascribe.ActorMention
		if at == 4 {
			kind = ascribe.PersonMention
		}
		r.Mentions = append(r.Mentions, ascribe.Mention{ID: ascribe.MentionID{Kind: kind, At: at}, Text: text})
	}
	r.Incidents = []ascribe.Occurrence{
		{Incident: ascribe.MentionID{Kind: ascribe.IncidentMention, At: 10}, Type: ascribe.Attack, Recent: true},
		{Incident: ascribe.MentionID{Kind: ascribe.IncidentMention, At: 20}, Type: ascribe.Attack},
		{Incident: ascribe.MentionID{Kind: ascribe.IncidentMention, At: 30}, Type: ascribe.Arrest, Recent: true},
	}
	return corpus.Reading{Reading: r}
}

func said(actor, incident int, s ascribe.Stance) ascribe.Attribution {
	kind := ascribe.ActorMention
	if actor == 4 {
		kind = ascribe.PersonMention
	}
	return ascribe.Attribution{Actor: ascribe.MentionID{Kind: kind, At: actor}, Incident: ascribe.MentionID{Kind: ascribe.IncidentMention, At: incident}, Stance: s}
}

var (
	fact   = ascribe.Stance{Connected: true, Speaker: ascribe.Narrator}
	claim  = ascribe.Stance{Connected: true, Speaker: ascribe.Self}
	denial = ascribe.Stance{Connected: true, Negated: true, Speaker: ascribe.Self}
	beside = ascribe.Stance{Speaker: ascribe.Narrator}
)

func TestBlamed(t *testing.T) {
	got := blamed(blaming(
		said(1, 10, fact), said(1, 10, fact), said(1, 10, claim), // two positions of one organization
		said(2, 10, denial), // the key has no fill for a denial
		said(2, 20, fact),   // an incident of long ago
		said(3, 30, fact),   // an arrest is no incident of the key
		said(4, 10, fact),   // a person is no organization
	))
	want := []blame{{"maran liberation front", "REPORTED AS FACT"}, {"maran liberation front", "CLAIMED OR ADMITTED"}}
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestScoreBlame(t *testing.T) {
	key := blameKeys([]Template{
		{Confidence: []Fill{{Value: []string{"CLAIMED OR ADMITTED", "POSSIBLE/REPORTED AS FACT"}, Strings: []string{"MARAN LIBERATION FRONT", "MLF"}}}},
		{Optional: true, Confidence: []Fill{
			{Value: []string{"POSSIBLE"}, Strings: []string{"TALVIK ARMY"}},
			{Value: []string{"REPORTED AS FACT", "POSSIBLE", "CLAIMED OR ADMITTED"}, Strings: []string{"MLF", "THE MARAN LIBERATION FRONT"}},
		}},
		{Confidence: []Fill{{Value: []string{"SUSPECTED OR ACCUSED"}, Strings: []string{"COAST LEAGUE"}}, {}}},
	})
	if len(key) != 3 || key[0].optional || !key[1].optional {
		t.Fatalf("key %+v", key)
	}
	for _, tt := range []struct {
		name        string
		reading     corpus.Reading
		pair, alone measure.Count
	}{
		{"one of two, by either name", blaming(said(3, 10, claim)), measure.Paired(1, 1, 2), measure.Paired(1, 1, 2)},
		{"a wrong position", blaming(said(1, 10, ascribe.Stance{Connected: true, Hedged: true})), measure.Paired(0, 1, 2), measure.Paired(1, 1, 2)},
		{"both positions, one of them wrong", blaming(said(1, 10, fact), said(1, 10, ascribe.Stance{Connected: true, Speaker: ascribe.Victim})),
			measure.Paired(1, 2, 2), measure.Paired(1, 1, 2)},
		{"an optional pair", blaming(said(2, 10, beside)), measure.Paired(0, 0, 2), measure.Paired(0, 0, 2)},
		{"an optional organization, in another position", blaming(said(2, 10, fact)), measure.Paired(0, 1, 2), measure.Paired(0, 0, 2)},
		{"two wordings of one organization", blaming(said(1, 10, fact), said(3, 10, fact)), measure.Count{Right: 2, Found: 2, Met: 1, Key: 2}, measure.Count{Right: 2, Found: 2, Met: 1, Key: 2}},
	} {
		found := blamed(tt.reading)
		if c := scoreBlame(found, key, true); c != tt.pair {
			t.Errorf("%s: pairs %+v, want %+v", tt.name, c, tt.pair)
		}
		if c := scoreBlame(found, key, false); c != tt.alone {
			t.Errorf("%s: organizations %+v, want %+v", tt.name, c, tt.alone)
		}
	}
}

func TestConfidenceRows(t *testing.T) {
	reports := []Report{
		{Templates: []Template{{Confidence: []Fill{{Value: []string{"REPORTED AS FACT"}, Strings: []string{"MLF", "MARAN LIBERATION FRONT"}}}}}},
		{Templates: []Template{{Confidence: []Fill{{Value: []string{"POSSIBLE"}, Strings: []string{"TALVIK ARMY"}}}}}},
	}
	readings := []corpus.Reading{blaming(said(1, 10, fact), said(2, 10, fact)), blaming(said(2, 10, fact))}
	rows := confidenceRows(reports, readings, "MUC-4 dev", "as is")
	// Pairs: one of three found is right, one of two asked is met; organizations:
	// two of three, both met.
	for name, want := range map[string]float64{
		"organization with confidence, precision": 100. / 3, "organization with confidence, recall": 50, "organization with confidence F1": 40,
		"organization, precision": 200. / 3, "organization, recall": 100, "organization F1": 80,
	} {
		at := slices.IndexFunc(rows, func(r measure.Row) bool { return r.Measure == name })
		if at < 0 || math.Abs(rows[at].Value-want) > 1e-9 || rows[at].Set != "MUC-4 dev" || rows[at].Input != "as is" {
			t.Errorf("%s: %+v, want %v", name, rows, want)
		}
	}
	var b strings.Builder
	if err := WriteConfusion(&b, reports, readings); err != nil {
		t.Fatal(err)
	}
	want := "   1  key POSSIBLE: found REPORTED AS FACT\n   1  key REPORTED AS FACT: found REPORTED AS FACT\n"
	if b.String() != want {
		t.Errorf("confusion\n%s, want\n%s", b.String(), want)
	}
}
