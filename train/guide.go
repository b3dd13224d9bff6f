package train

import (
	"bytes"

	"ascribe/extract/linear"
	"ascribe/extract/model"
)

// halves is how many parts the samples are cut into, each guided by a parser that
// has learned from the others.
const halves = 2

// leastHalf is the size below which their weights are left out.
const leastHalf = 64

// giveGuides sets on every sample what a parser from right to left says that has
// not learned from the sample or a copy of it.
func giveGuides(ss []sample, rels []string, rounds int, seed uint64) error {
	done := make(chan error, halves)
	for f := range halves {
		go func() { done <- guideFold(ss, rels, rounds, fold{f, halves, seed + uint64(f)}) }()
	}
	var first error
	for range halves {
		if err := <-done; err != nil && first == nil {
			first = err
		}
	}
	return first
}

func guideFold(ss []sample, rels []string, rounds int, f fold) error {
	var rest []sample
	for i := range ss {
		if !f.holds(&ss[i]) {
			rest = append(rest, ss[i].reversed())
		}
	}
	part, err := parserPart(trainParser(rest, len(rels), rounds, f.seed, nil), rels, leastHalf)
	if err != nil {
		return err
	}
	_, after, _ := bytes.Cut(part, []byte("\n"))
	back, _, err := linear.Read(after)
	if err != nil {
		return err
	}
	var w model.Work
	for i := range ss {
		if s := &ss[i]; f.holds(s) {
			s.guide = model.Guides(nil, back, s.words, s.given, &w)
		}
	}
	return nil
}

// backwards returns the samples from their last words to their first.
func backwards(ss []sample) []sample {
	out := make([]sample, len(ss))
	for i := range ss {
		out[i] = ss[i].reversed()
	}
	return out
}
