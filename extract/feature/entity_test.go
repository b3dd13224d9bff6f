package feature

import (
	"slices"
	"testing"

	"ascribe/extract/linear"
)

// look makes a sentence; words that begin with a capital are proper nouns.
func look(forms ...string) *Sight {
	s := &Sight{Words: Words(nil, forms, true, nil), Hints: make([]Hint, len(forms))}
	for _, f := range forms {
		tag := Tagged{Fine: linear.Hash("NOUN|NN"), Coarse: linear.Hash("NOUN")}
		switch {
		case f == "-":
			tag = Tagged{Fine: linear.Hash("PUNCT|HYPH"), Coarse: linear.Hash("PUNCT")}
		case f[0] <= 'Z':
			tag = Tagged{Fine: linear.Hash("PROPN|NNP"), Coarse: linear.Hash("PROPN")}
		}
		s.Tags = append(s.Tags, tag)
	}
	s.Prepare()
	return s
}

func TestRuns(t *testing.T) {
	s := look("the", "Al", "-", "Noor", "Front", "-", "backed", "men", "Ana")
	want := []run{{-1, -1}, {1, 4}, {1, 4}, {1, 4}, {1, 4}, {-1, -1}, {-1, -1}, {-1, -1}, {8, 8}}
	if !slices.Equal(s.runs, want) {
		t.Errorf("got %v, want %v", s.runs, want)
	}
}

// TestEntityPlaces holds that a place in the list of features has one number
// whatever the sentence: a word outside of runs has fewer features, not others.
func TestEntityFeaturesKeepTheirNumbers(t *testing.T) {
	in, out := look("then", "Ana", "left"), look("then", "sank", "left")
	a, b := Entity(nil, in, 1), Entity(nil, out, 1)
	if len(a)-len(b) != 9 {
		t.Fatalf("%d features in a run, %d outside", len(a), len(b))
	}
	if a[14] != b[14] { // the word before
		t.Error("the word before is another feature where the word differs")
	}
	if slices.Contains(b, a[1]) || slices.Contains(b, a[2]) {
		t.Error("two words share the feature of their form")
	}
}

func TestHintsChangeFeatures(t *testing.T) {
	plain, hinted := look("in", "Maren", "fell"), look("in", "Maren", "fell")
	hinted.Hints[1] = PlaceFirst | BigPlace
	for i := range plain.Words {
		if slices.Equal(Entity(nil, plain, i), Entity(nil, hinted, i)) {
			t.Errorf("word %d does not see that a word is a place", i)
		}
	}
}

func TestMemory(t *testing.T) {
	var m Memory
	m.Reset()
	m.Note(look("Gen.", "Luis", "Artola", "left", "Maren"), []uint8{0, 1, 1, 0, 4})
	s := look("and", "Artola", "in", "Maren", "with", "Sel", "left")
	m.Recall(s)
	if s.Known[1] == 0 || s.Known[3] == 0 || s.Known[1] == s.Known[3] {
		t.Errorf("a person and a place are remembered as %v", s.Known)
	}
	if s.Known[0] != 0 || s.Known[5] != 0 || s.Known[6] != 0 {
		t.Errorf("what was never named is remembered: %v", s.Known)
	}
	before := s.Known[1]
	for range 3 {
		m.Note(look("and", "Artola"), []uint8{0, 0})
	}
	m.Recall(s)
	if s.Known[1] == before {
		t.Error("being no name most of the time changes nothing")
	}
	m.Reset()
	m.Recall(s)
	if s.Known[1] != 0 {
		t.Error("another document still remembers")
	}
}
