package extract_test

import (
	"slices"
	"testing"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// TestActorsAreNamedAsTheReportNamesThem: one of the register goes by the name that
// the report uses most, because its full name is known; another by its fullest.
func TestActorsAreNamedAsTheReportNamesThem(t *testing.T) {
	places, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	known, err := nlp.NewLinear(lexicon.NewRegister(lexicon.Entry{Actor: ascribe.Actor{ID: "malif", Kind: ascribe.RebelGroup,
		Names: []ascribe.Name{{Text: "Maran Liberation Front"}, {Text: "MALIF", Acronym: true}}}}), places)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		engine nlp.Engine
		text   string
		want   string
	}{
		{known, "The Maran Liberation Front (MALIF) attacked a farm on Monday. MALIF guerrillas killed two soldiers, police said. MALIF said nothing.", "MALIF"},
		{known, "The Maran Liberation Front (MALIF) attacked a farm on Monday. Police said that the Maran Liberation Front had killed two soldiers.", "Maran Liberation Front"},
		{newEngine(t), "The Maran Liberation Front (MALIF) attacked a farm on Monday. MALIF guerrillas killed two soldiers, police said. MALIF said nothing.", "Maran Liberation Front"},
	} {
		r := extract.New(c.engine).Read(document(t, c.text), ascribe.Appearance{})
		if !slices.ContainsFunc(r.Mentions, func(m ascribe.Mention) bool { return m.Text == c.want }) {
			t.Errorf("%s\n no mention is called %q: %+v", c.text, c.want, r.Mentions)
		}
	}
}
