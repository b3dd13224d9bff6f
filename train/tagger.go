package train

import (
	"math/rand/v2"

	"ascribe/extract/feature"
	"ascribe/extract/model"
)

// trainTagger learns to tag from samples in so many rounds.
func trainTagger(ss []sample, tags, rounds int, seed uint64) *Perceptron {
	p := NewPerceptron(tags)
	rng := rand.New(rand.NewPCG(seed, 1))
	order := rng.Perm(len(ss))
	scores := make([]int32, tags)
	var features []uint64
	for range rounds {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, k := range order {
			s := &ss[k]
			t1, t2 := uint64(feature.NoTag), uint64(feature.NoTag)
			for i := range s.words {
				features = feature.Tag(features[:0], s.words, i, t1, t2)
				p.Score(features, scores)
				got, gold := best(scores), int(s.tags[i])
				if got != gold {
					p.Update(features, gold, got, s.weight)
				}
				p.Tick()
				t1, t2 = feature.Number(got), t1
			}
		}
	}
	return p
}

// best returns the index of the highest score, the first of several.
func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// The sizes below which a tagger's weights are left out, in parts of linear.Scale:
// of the one that ships and of those that tag the samples.
const (
	leastTag  = 128
	leastFold = 32
)

// A lesson is how often a trainer sees its samples, by what chance they are
// mixed, and below which size weights are left out.
type lesson struct {
	rounds int
	seed   uint64
	least  int32
}

// makeTagger trains a tagger and returns its part of the bundle.
func makeTagger(ss []sample, v *inventory, l lesson) ([]byte, error) {
	weights, err := trainTagger(ss, len(v.tags), l.rounds, l.seed).Model(l.least)
	if err != nil {
		return nil, err
	}
	return model.TaggerPart(v.tags, weights), nil
}

// giveTags sets on every sample the tags that the parser will see: those of a
// tagger that has not learned from the sample or a copy of it, folds times.
func giveTags(ss []sample, v *inventory, folds, rounds int) error {
	done := make(chan error, folds)
	two := make(chan struct{}, 2)
	for f := range folds {
		go func() {
			two <- struct{}{}
			done <- giveFold(ss, v, fold{f, folds, uint64(f) + 10}, rounds)
			<-two
		}()
	}
	var first error
	for range folds {
		if err := <-done; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// A fold is one of so many equal parts of the samples.
type fold struct {
	number, of int
	seed       uint64
}

func (f fold) holds(s *sample) bool { return s.origin%f.of == f.number }

func giveFold(ss []sample, v *inventory, f fold, rounds int) error {
	var rest []sample
	for i := range ss {
		if !f.holds(&ss[i]) {
			rest = append(rest, ss[i])
		}
	}
	part, err := makeTagger(rest, v, lesson{rounds, f.seed, leastFold})
	if err != nil {
		return err
	}
	t, err := model.ReadTagger(part)
	if err != nil {
		return err
	}
	var w model.Work
	for i := range ss {
		if f.holds(&ss[i]) {
			ss[i].given = given(t, ss[i].words, &w)
		}
	}
	return nil
}

// given returns what the parser sees of the tags that a tagger finds.
func given(t *model.Tagger, words []feature.Word, w *model.Work) []feature.Tagged {
	out := make([]feature.Tagged, len(words))
	for i, tag := range t.Tag(nil, words, w) {
		out[i] = t.Values(tag)
	}
	return out
}
