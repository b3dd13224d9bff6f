package model

import (
	"slices"
	"testing"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// sight is a sentence of words that are proper nouns where they begin with a
// capital.
func sight(forms ...string) *feature.Sight {
	s := &feature.Sight{Words: feature.Words(nil, forms, true, nil), Hints: make([]feature.Hint, len(forms))}
	for _, f := range forms {
		tag := TagValues("NOUN", "NN")
		if f[0] <= 'Z' {
			tag = TagValues("PROPN", "NNP")
		}
		s.Tags = append(s.Tags, tag)
	}
	return s
}

// recognizer knows two words: the features that it has weights for are those
// which tell them from all others.
func recognizer(t *testing.T, weight map[string]uint8) *Recognizer {
	t.Helper()
	labels := Labels(2)
	var rows []linear.Row
	for form, label := range weight {
		shared := map[uint64]bool{}
		other := sight("other", "Else", "here")
		other.Prepare()
		for i := range other.Words {
			for _, f := range feature.Entity(nil, other, i) {
				shared[f] = true
			}
		}
		one := sight("then", form, "came")
		one.Prepare()
		for _, f := range feature.Entity(nil, one, 1)[:3] {
			if !shared[f] {
				row := linear.Row{Feature: f, Weights: make([]int32, labels)}
				row.Weights[label] = 100
				rows = append(rows, row)
			}
		}
	}
	weights, err := linear.Build(labels, rows, 1)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRecognizer(RecognizerPart([]string{"PERSON", "GPE"}, weights))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFind(t *testing.T) {
	r := recognizer(t, map[string]uint8{"Luis": Label(0, 0, 2, 0), "Artola": Label(1, 0, 2, 0), "Maren": Label(0, 0, 1, 1)})
	var memory feature.Memory
	memory.Reset()
	var w Work
	got := r.Find(nil, sight("then", "Luis", "Artola", "left", "Maren"), &memory, &w)
	if want := []Found{{1, 3, 0}, {4, 5, 1}}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	next := sight("so", "Artola", "left")
	memory.Recall(next)
	if next.Known[0] != 0 || next.Known[1] == 0 {
		t.Errorf("the memory of Artola: %v", next.Known)
	}
	if got := r.Find(nil, sight(), &memory, &w); len(got) != 0 {
		t.Errorf("found %v in nothing", got)
	}
}

func TestReadRecognizerRefuses(t *testing.T) {
	weights, err := linear.Build(Labels(2), nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	for name, part := range map[string][]byte{
		"nothing":        nil,
		"no weights":     []byte("PERSON GPE\n"),
		"too few types":  RecognizerPart([]string{"PERSON"}, weights),
		"more than that": append(RecognizerPart([]string{"PERSON", "GPE"}, weights), 1),
	} {
		if _, err := ReadRecognizer(part); err == nil {
			t.Errorf("%s was taken for a recogniser", name)
		}
	}
}
