package nlp

import (
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

func testHinter() *Hinter {
	name := func(s ...string) (out []ascribe.Name) {
		for _, n := range s {
			out = append(out, ascribe.Name{Text: n, Acronym: n == strings.ToUpper(n)})
		}
		return out
	}
	return NewHinter(lexicon.NewRegister(
		lexicon.Entry{Actor: ascribe.Actor{ID: "mlf", Kind: ascribe.RebelGroup, Names: name("Maran Liberation Front", "al-Noor", "IT")}},
		lexicon.Entry{Actor: ascribe.Actor{ID: "army", Kind: ascribe.StateForces, Names: name("Sarvian army")}},
	), gazetteer.New([]gazetteer.Place{
		{Entry: gazetteer.Entry{ID: "a", Name: "Port Maren", Kind: gazetteer.Town, Population: 400_000}},
		{Entry: gazetteer.Entry{ID: "b", Name: "Sarvia", Kind: gazetteer.Country}, Demonyms: []string{"Sarvian"}},
	}))
}

func TestHints(t *testing.T) {
	const mixed = "It was Gen. Luis of the Maran\n Liberation Front , not al - Noor , who left Port  Maren in Sarvia with a Sarvian bomb"
	type want struct {
		word string
		has  feature.Hint
		not  feature.Hint
	}
	wants := []want{
		{"It", feature.CommonWord, feature.PlaceFirst},
		{"Gen.", feature.TitleHint, 0},
		{"Luis", feature.FirstName, 0},
		{"Maran", feature.GroupFirst, feature.GroupInside},
		{"Liberation", feature.GroupInside, feature.GroupFirst},
		{"Front", feature.GroupInside | feature.GroupWord, 0},
		{"Noor", 0, feature.PlaceFirst},
		{"Port", feature.PlaceFirst | feature.BigPlace, feature.PlaceInside},
		{"Maren", feature.PlaceInside | feature.BigPlace, feature.PlaceFirst},
		{"Sarvia", feature.PlaceFirst | feature.CountryHint, feature.BigPlace},
		{"Sarvian", feature.Demonym, 0},
		{"bomb", feature.WeaponHead, feature.PlaceFirst},
	}
	for _, tells := range []bool{true, false} {
		words, _ := Words(mixed, ascribe.Span{End: len(mixed)}, 100)
		h := testHinter()
		for range 2 { // the second time from what it kept
			hints := h.Hints(nil, mixed, words, tells)
			for _, w := range wants {
				for i := range words {
					if words[i].Of(mixed) == w.word && (hints[i]&w.has != w.has || hints[i]&w.not != 0) {
						t.Errorf("capitals tell %v: %s has %b, want %b and not %b", tells, w.word, hints[i], w.has, w.not)
					}
				}
			}
		}
	}
}

func TestHintsOfHyphenedNames(t *testing.T) {
	const text = "IT hit al-Noor, and it hit."
	words, _ := Words(text, ascribe.Span{End: len(text)}, 100)
	hints := testHinter().Hints(nil, text, words, true)
	for i, w := range words {
		want := map[string]feature.Hint{"IT": feature.GroupFirst, "al": feature.GroupFirst, "-": feature.GroupInside, "Noor": feature.GroupInside}[w.Of(text)]
		if got := hints[i] & (feature.GroupFirst | feature.GroupInside); got != want {
			t.Errorf("%s: %b, want %b", w.Of(text), got, want)
		}
	}
}
