package extract_test

import (
	"testing"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/weigh"
)

// TestWeighingAsksTheModelsGiven: a model that is given is asked instead of the one
// that ships, and the extractor it was given from stays what it was.
func TestWeighingAsksTheModelsGiven(t *testing.T) {
	strict, err := weigh.Parse("(always)\t-90000\n(taken from)\t0\n")
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(newEngine(t))
	y := x.Weighing(map[string]*weigh.Model{"blamed": strict})
	const text = "Gunmen of the Maran Liberation Front killed at least seven soldiers near Port Maren on Sunday, the defense ministry said."
	for _, c := range []struct {
		x    *extract.Extractor
		want int
	}{{x, 1}, {y, 0}, {x, 1}} {
		if got := c.x.Read(document(t, text), ascribe.Appearance{}); len(got.Attributions) != c.want {
			t.Errorf("%d attributions, want %d", len(got.Attributions), c.want)
		}
	}
}
