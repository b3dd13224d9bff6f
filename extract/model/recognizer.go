package model

import (
	"fmt"
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Recognizer finds the names, dates, numbers and weapons of a sentence.
type Recognizer struct {
	weights *linear.Model
	types   []string
	steps   []int32
}

// A Found is a run of words that names or counts something.
type Found struct {
	First, Last int // words [First, Last)
	Type        int // index into Types
}

// RecognizerPart makes the part of a bundle.
func RecognizerPart(types []string, weights []byte) []byte {
	return append([]byte(strings.Join(types, " ")+"\n"), weights...)
}

// ReadRecognizer takes the part of a bundle.
func ReadRecognizer(part []byte) (*Recognizer, error) {
	types, weights, err := named(part)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if n := len(types); n > feature.MaxTypes || weights.Classes() != Labels(n) {
		return nil, fmt.Errorf("names: %d types for %d classes: %w", n, weights.Classes(), errBundle)
	}
	r := &Recognizer{weights: weights, types: types}
	var scores linear.Scores
	for a := range weights.Classes() {
		weights.Score([]uint64{feature.EntityStep(a)}, &scores)
		r.steps = append(r.steps, scores[:weights.Classes()]...)
	}
	return r, nil
}

// Types returns the names of the types that the recogniser tells apart.
func (r *Recognizer) Types() []string { return r.types }

// Find appends to out what it finds in a sentence, in order. It sees what memory
// knows of the document and lets it remember the sentence; the sentences of a
// document come in order.
func (r *Recognizer) Find(out []Found, s *feature.Sight, memory *feature.Memory, w *Work) []Found {
	labels := r.weights.Classes()
	s.Prepare()
	memory.Recall(s)
	lattice := &w.lattice
	lattice.Steps = r.steps
	lattice.Marks = append(lattice.Marks[:0], make([]int32, labels*len(s.Words))...)
	for i := range s.Words {
		w.features = feature.Entity(w.features[:0], s, i)
		r.weights.Score(w.features, &w.scores)
		copy(lattice.Marks[i*labels:(i+1)*labels], w.scores[:labels])
	}
	w.labels = lattice.Decode(w.labels[:0], len(s.Words), labels, nil)
	out = Names(out, w.labels)
	for i, a := range w.labels {
		w.labels[i] = TypeOf(a)
	}
	memory.Note(s, w.labels)
	return out
}

// Names appends to out the names that labels mark.
func Names(out []Found, labels []uint8) []Found {
	begin := 0
	for i, a := range labels {
		if a == 0 {
			continue
		}
		part := (int(a)-1)%perType + 1
		if part == first || part == unit {
			begin = i
		}
		if part == final || part == unit {
			out = append(out, Found{First: begin, Last: i + 1, Type: int(TypeOf(a)) - 1})
		}
	}
	return out
}
