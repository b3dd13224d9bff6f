package origins

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// invented is the extractor that ships, with the places of the wire.
func invented(t *testing.T) *extract.Extractor {
	t.Helper()
	f, err := os.Open("places.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	places, err := gazetteer.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	index, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), index.With(places))
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(engine)
}

// small is a seed that no threshold was chosen on.
const small = 501

func TestReprintsAreOneOriginAndOwnReportsAreNot(t *testing.T) {
	r, err := Run(New(small, 12), invented(t), func(string, int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	if f1 := r.Pairs.Sum().F1(); f1 < 97 || r.Joined > 0 || r.Across > 0 {
		t.Errorf("F1 %.2f, %d of %d independent pairs and %d on two incidents joined:\n%s",
			f1, r.Joined, r.Independent, r.Across, strings.Join(r.Wrong, "\n"))
	}
	if r.Independent != 120 {
		t.Errorf("%d pairs of independent reports", r.Independent)
	}
}

func TestASeedMakesOneSet(t *testing.T) {
	a, b := New(small, 6), New(small, 6)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed made two sets")
	}
	if reflect.DeepEqual(a, New(small+1, 6)) {
		t.Error("two seeds made one set")
	}
}

func TestEveryEditIsMade(t *testing.T) {
	all := New(small, 8)
	texts := map[string]string{}
	for _, a := range all {
		if len(a.Edits) == 0 {
			texts[a.Origin] = a.Text
		}
	}
	var seen []string
	for _, a := range all {
		if strings.ContainsAny(a.Text, "<>[]|") {
			t.Errorf("%s: a slot is left open: %s", a.ID, a.Text)
		}
		if len(a.Edits) != 1 {
			continue
		}
		seen = append(seen, a.Edits[0])
		if dispatch := texts[a.Origin]; a.Text == dispatch && a.Edits[0] != "headline" && a.Edits[0] != "words" {
			t.Errorf("%s: %q left the text as it was", a.ID, a.Edits)
		}
	}
	for _, want := range []string{"headline", "credit dropped", "cut", "inserted quotes", "order", "words", "merged"} {
		if !slices.Contains(seen, want) {
			t.Errorf("no reprint has the edit %q", want)
		}
	}
}
