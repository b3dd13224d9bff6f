package nlp_test

import (
	"cmp"
	"slices"
	"testing"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// readNames reads a text with a register of one group of Sarvia.
func readNames(t *testing.T, text string) []nlp.Chain {
	t.Helper()
	engine, err := nlp.NewLinear(lexicon.NewRegister(
		lexicon.Entry{Actor: ascribe.Actor{ID: "front", Kind: ascribe.RebelGroup, Countries: []string{"XSV"},
			Names: []ascribe.Name{{Text: "Séraphim Liberation Front"}, {Text: "SLF", Acronym: true}, {Text: "Jaysh al-Marrana"}}}},
		lexicon.Entry{Actor: ascribe.Actor{ID: "velt", Kind: ascribe.PublicFigure, Names: []ascribe.Name{{Text: "Marok Velt"}}}},
	), gazetteer.New([]gazetteer.Place{{Entry: gazetteer.Entry{ID: "c:1", Name: "Sarvia", Country: "XSV", Kind: gazetteer.Country, Population: 4e6}, Demonyms: []string{"Sarvian"}}}))
	if err != nil {
		t.Fatal(err)
	}
	doc := &ascribe.Document{Text: text, Sentences: []ascribe.Span{{Start: 0, End: len(text)}}}
	doc.ID = ascribe.HashText(text)
	return engine.Analyse(doc).Chains
}

func TestActorsMatchByName(t *testing.T) {
	for text, want := range map[string]struct {
		by   ascribe.MatchBy
		name string
	}{
		"The Séraphim Liberation Front shot dead two guards in Sarvia on Friday.": {ascribe.ByName, "Séraphim Liberation Front"},
		"The Seraphim Liberation Front shot dead two guards in Sarvia on Friday.": {ascribe.ByName, "Séraphim Liberation Front"},
		"The SLF shot dead two guards in Sarvia on Friday.":                       {ascribe.ByAcronym, "SLF"},
		"The SLF terrorist group shot dead two guards in Sarvia on Friday.":       {ascribe.ByAcronym, "SLF"},
		"SLF fighters shot dead two guards in Sarvia on Friday.":                  {ascribe.ByAcronym, "SLF"},
	} {
		found := false
		for _, c := range readNames(t, text) {
			actor := cmp.Or(c.Mention.Actor, c.Spelled)
			if actor == nil {
				continue
			}
			found = true
			if m := c.Mention.Matches; actor.ID != "front" || len(m) != 1 || m[0].Actor != "front" || m[0].By != want.by || m[0].Name != want.name {
				t.Errorf("%s: matches as %+v, want %+v", text, m, want)
			}
		}
		if !found {
			t.Errorf("%s: nobody of the register is found", text)
		}
	}
}

func TestALookAlikeStaysAnotherActor(t *testing.T) {
	for _, text := range []string{
		"The Séraphim Libеration Front shot dead two guards in Sarvia on Friday.", // a Cyrillic е
		"The Seraphim Liberaton Front shot dead two guards in Sarvia on Friday.",
	} {
		found := false
		for _, c := range readNames(t, text) {
			if actor := cmp.Or(c.Mention.Actor, c.Spelled); actor != nil {
				t.Errorf("%s: %q is taken for %s", text, c.Mention.Text, actor.ID)
			}
			for _, m := range c.Mention.Matches {
				found = found || m.Actor == "front" && m.By == ascribe.LooksLike && m.Because != ""
			}
		}
		if !found {
			t.Errorf("%s: no warning", text)
		}
	}
}

func TestAPersonIsAnActorInTheRegisterAlone(t *testing.T) {
	for text, private := range map[string]bool{
		"Sarvian President Marok Velt said on Friday that two guards were shot dead.":                          false,
		"Sarvian Governor Dorin Hask said on Friday that two guards were shot dead.":                           true,
		"The rebel leader Dorin Hask said on Friday that his men had shot dead two guards.":                    true,
		"Police spokesman Dorin Hask said on Friday that two guards were shot dead.":                           true,
		"Army commander Gen. Dorin Hask said on Friday that two guards were shot dead by unidentified gunmen.": true,
	} {
		for _, c := range readNames(t, text) {
			if c.Kind != nlp.Person || c.Mention.ID.Kind != ascribe.ActorMention {
				continue
			}
			if got := c.Mention.Actor == nil && c.Mention.NoActor != ""; got != private {
				t.Errorf("%s: %q is no actor: %v (%q)", text, c.Mention.Text, got, c.Mention.NoActor)
			}
		}
	}
}

// An acronym that the report spells out as the name of another is not the bearer's,
// unless the report is about the bearer's country: there the name is told otherwise.
func TestAnAcronymSpelledOutOtherwise(t *testing.T) {
	resolved := func(text string) (ids, names []string) {
		for _, c := range readNames(t, text) {
			if actor := cmp.Or(c.Mention.Actor, c.Spelled); actor != nil && actor.ID != "" {
				ids = append(ids, string(actor.ID))
			}
			names = append(names, c.Mention.Text)
		}
		return ids, names
	}
	if ids, names := resolved("Two guards died in Talvik on Friday. The Students Labour Federation (SLF) claimed the attack. An SLF leaflet said so."); slices.Contains(ids, "front") || !slices.Contains(names, "Students Labour Federation") {
		t.Errorf("resolved to %v, named %q", ids, names)
	}
	for _, text := range []string{
		"Two guards died in Sarvia on Friday. The Students Labour Federation (SLF) claimed the attack.",
		"Two guards died in Talvik on Friday. The Séraphim Liberation Front (SLF) claimed the attack.",
		"Two guards died in Talvik on Friday. The rebels (SLF) claimed the attack.",
	} {
		if ids, _ := resolved(text); !slices.Contains(ids, "front") {
			t.Errorf("%s: resolved to %v", text, ids)
		}
	}
}
