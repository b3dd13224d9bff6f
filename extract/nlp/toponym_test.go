package nlp_test

import (
	"slices"
	"testing"

	"ascribe"
)

// Names of places count where a body, a noun or a country that acts has them,
// and not in the names of persons.
func TestToponyms(t *testing.T) {
	engine := sarvia()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The bomb went off in Tolvik on Friday.", []string{"Tolvik"}},
		{"A spokesman for the Tolvik Police Department spoke of two dead men.", []string{"Tolvik"}},
		{"She teaches at the University of Tolvik near the harbour.", []string{"Tolvik"}},
		{"Two Port Maren residents were hurt in Tolvik, police said.", []string{"Port Maren", "Tolvik"}},
		{"Sarvia said on Monday that Brenland had sent the men.", []string{"Brenland", "Sarvia"}},
		{"Police in Artola searched the house.\nThe Artola council met on Friday.", []string{"Artola", "Artola"}},
		{"Maria Artola told the court of the attack.", nil},
	} {
		a := engine.Analyse(document(c.text))
		check(t, a)
		var got []string
		for _, chain := range a.Chains {
			if chain.Mention.ID.Kind != ascribe.PlaceMention {
				continue
			}
			for _, s := range chain.Mention.Spans {
				got = append(got, s.Of(c.text))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
