package nlp_test

import (
	"testing"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// A name is found without what stands beside it, in another spelling where the
// text plays in its country, and not far from where the text puts it.
func TestLikelyPlaces(t *testing.T) {
	places := gazetteer.New([]gazetteer.Place{
		{Entry: gazetteer.Entry{ID: "c:1", Name: "Syria", Country: "SYR", Kind: gazetteer.Country, Population: 2e7}, Demonyms: []string{"Syrian"}},
		{Entry: gazetteer.Entry{ID: "s:1", Name: "Velgrad", Country: "SYR", Admin1: "Velm", Population: 900_000, Lat: 35, Lon: 37}},
		{Entry: gazetteer.Entry{ID: "s:2", Name: "Dayr az Tumr", Country: "SYR", Admin1: "Tumr", Population: 240_000, Lat: 35, Lon: 42}},
		{Entry: gazetteer.Entry{ID: "s:3", Name: "Al Mashriqah", Country: "SYR", Admin1: "Tumr", Population: 9_000, Lat: 35.1, Lon: 42}},
		{Entry: gazetteer.Entry{ID: "s:4", Name: "Jubrin", Country: "SYR", Admin1: "Tumr", Population: 9_000, Lat: 35.2, Lon: 42}},
	})
	engine, err := nlp.NewLinear(lexicon.NewRegister(), places)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, name, id string }{
		{"A bomb went off in Deir Ettumr city in Syria on Friday.", "Deir Ettumr", "s:2"},
		{"A bomb went off in Deir Ettumr Syrias news agency reported on Friday.", "Deir Ettumr", "s:2"},
		{"A bomb went off in the town of Mashrika in eastern Syria on Friday.", "Mashrika", "s:3"},
		{"A bomb went off in Deir Ettumr on Friday.", "Deir Ettumr", ""},
		{"A bomb went off in the Jubrin neighbourhood of Velgrad in Syria on Friday.", "Jubrin", ""},
		{"Syrian rebels fired at the Jubrin neighbourhood. They came from Velgrad.", "Jubrin", ""},
		{"Syrian rebels fired at the town of Jubrin. They came from Velgrad.", "Jubrin", "s:4"},
		{"A bomb went off in the village of Jubrin west of Velgrad in Syria.", "Jubrin", ""},
		{"A bomb went off in the village of Jubrin north of Deir Ettumr in Syria.", "Jubrin", "s:4"},
	} {
		got, found := "", false
		a := engine.Analyse(document(c.text))
		for _, chain := range a.Chains {
			for _, s := range chain.Mention.Spans {
				if words := s.Of(c.text); chain.Mention.ID.Kind == ascribe.PlaceMention && len(words) >= len(c.name) && words[:len(c.name)] == c.name {
					got, found = chain.Mention.Place.Gazetteer, true
				}
			}
		}
		if !found || got != c.id {
			t.Errorf("%s\n%s is %q (a place %v), want %q", c.text, c.name, got, found, c.id)
		}
	}
}
