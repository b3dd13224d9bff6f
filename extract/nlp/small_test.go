package nlp_test

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// TestActorsInSmallLetters: where a document has no capitals, the register's names are
// found without them; elsewhere only those that can hardly mean anything else.
func TestActorsInSmallLetters(t *testing.T) {
	places, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	actor := func(id string, kind ascribe.ActorKind, names ...ascribe.Name) lexicon.Entry {
		return lexicon.Entry{Actor: ascribe.Actor{ID: ascribe.ActorID(id), Kind: kind, Names: names}}
	}
	engine, err := nlp.NewLinear(lexicon.NewRegister(
		actor("malif", ascribe.RebelGroup, ascribe.Name{Text: "Maran Liberation Front"}, ascribe.Name{Text: "MALIF", Acronym: true}),
		actor("road", ascribe.RebelGroup, ascribe.Name{Text: "Bright Road"}),
		actor("talvikistas", ascribe.RebelGroup, ascribe.Name{Text: "Talvikistas"}),
	), places)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"guerrillas of the malif attacked a farm on monday. the maran liberation front said nothing.", "malif"},
		{"the talvikistas claimed responsibility for the murder of a judge, police said.", "talvikistas"},
		{"Police said on Monday that guerrillas of the Malif had attacked a farm.", "malif"},
		{"Police said on Monday that the talvikistas had attacked a farm.", "talvikistas"},
		{"Police said on Monday that guerrillas walked down a bright road to a farm.", ""},
		{"Police said on Monday that a malif is a kind of cake.", ""},
	} {
		a := engine.Analyse(&ascribe.Document{Text: c.text, Sentences: sentencesOf(c.text)})
		var got []string
		for _, chain := range a.Chains {
			if chain.Mention.Actor != nil {
				got = append(got, string(chain.Mention.Actor.ID))
			}
		}
		slices.Sort(got)
		if strings.Join(slices.Compact(got), " ") != c.want {
			t.Errorf("%s\n found %v, want %q", c.text, got, c.want)
		}
	}
}

// sentencesOf cuts a text behind its full stops.
func sentencesOf(text string) []ascribe.Span {
	var out []ascribe.Span
	start := 0
	for i := range text {
		if text[i] == '.' {
			out = append(out, ascribe.Span{Start: start, End: i + 1})
			start = min(i+2, len(text))
		}
	}
	return out
}
