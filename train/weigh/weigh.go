// Package weigh trains the small models that weigh candidates (extract/weigh):
// logistic regression with L2, and where candidates compete, its form with one
// winner at most. The order of examples and every draw are fixed.
package weigh

import (
	"math"
	"math/rand/v2"
	"slices"
)

// An Example is a candidate with its features, and whether it is right.
type Example struct {
	Features []string
	Right    bool
	Document string // examples of one document are never on both sides of a split
	Group    string // candidates of which at most one is taken share it; empty stands alone
	Weight   float64
}

// Options say how a model is trained. The zero value is a good start.
type Options struct {
	L2     float64 // strength of the penalty, against a loss of one an example; 0 is 1
	Rounds int     // over the examples; 0 is 30
	Seen   int     // a feature must be in so many documents; 0 is 3
	Folds  int     // of the cross-validation; 0 is 5
	Beta   float64 // how much recall counts against precision where the threshold is chosen; 0 is 1
	Least  float64 // the threshold itself, where it is not to be chosen
}

func (o Options) filled() Options {
	if o.L2 == 0 {
		o.L2 = 1
	}
	if o.Rounds == 0 {
		o.Rounds = 30
	}
	if o.Seen == 0 {
		o.Seen = 3
	}
	if o.Folds == 0 {
		o.Folds = 5
	}
	if o.Beta == 0 {
		o.Beta = 1
	}
	return o
}

// Trained is a model before it is written.
type Trained struct {
	Bias    float64
	Least   float64 // the threshold, as a logarithm of odds
	Weights map[string]float64
}

// Train learns from all examples. The threshold is that which did best on
// documents left out, in turn, of the training; Held says how well.
func Train(examples []Example, o Options) (Trained, Held) {
	o = o.filled()
	held := crossValidate(examples, o)
	t := fit(examples, o)
	t.Least = held.Least
	if o.Least != 0 {
		t.Least = o.Least
	}
	return t, held
}

// An indexed example has numbers for its features.
type indexed struct {
	features []int32
	right    bool
	weight   float64
}

// fit learns weights from examples by AdaGrad.
func fit(examples []Example, o Options) Trained {
	names := seenOften(examples, o.Seen)
	groups := grouped(examples, names)
	l := newLearner(groups, len(names)+1, o.L2)
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	draw := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order of examples, no secret
	mean, taken := make([]float64, len(l.weights)), 0.0
	for round := range o.Rounds {
		draw.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, g := range order {
			l.learn(groups[g])
		}
		if 2*round >= o.Rounds { // the mean of the later rounds is steadier than the last
			taken++
			for f, w := range l.weights {
				mean[f] += (w - mean[f]) / taken
			}
		}
	}
	t := Trained{Bias: mean[0], Weights: make(map[string]float64, len(names))}
	for name, i := range names {
		t.Weights[name] = mean[i]
	}
	return t
}

// seenOften numbers, from 1, the features that stand in enough documents.
func seenOften(examples []Example, least int) map[string]int32 {
	count, last := map[string]int{}, map[string]string{}
	for i := range examples {
		for _, f := range examples[i].Features {
			if d, ok := last[f]; !ok || d != examples[i].Document {
				count[f]++
				last[f] = examples[i].Document
			}
		}
	}
	var kept []string
	for f, n := range count {
		if n >= least {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	names := make(map[string]int32, len(kept))
	for i, f := range kept {
		names[f] = int32(i + 1) //nolint:gosec // far fewer than two thousand million features
	}
	return names
}

// grouped gathers the examples that compete, in order of first sight.
func grouped(examples []Example, names map[string]int32) [][]indexed {
	var out [][]indexed
	at := map[string]int{}
	for i := range examples {
		e := &examples[i]
		x := indexed{right: e.Right, weight: e.Weight}
		if x.weight == 0 {
			x.weight = 1
		}
		for _, f := range e.Features {
			if n := names[f]; n > 0 {
				x.features = append(x.features, n)
			}
		}
		if k, ok := at[e.Group]; ok && e.Group != "" {
			out[k] = append(out[k], x)
			continue
		}
		at[e.Group] = len(out)
		out = append(out, []indexed{x})
	}
	return out
}

// A learner holds the weights, the bias at 0, with the sums of squares that
// slow each of them down, and what a weight is pulled to zero by at every sight
// of its feature.
type learner struct {
	weights, squares, decay []float64
}

func newLearner(groups [][]indexed, features int, l2 float64) learner {
	l := learner{make([]float64, features), make([]float64, features), make([]float64, features)}
	for _, g := range groups {
		for _, x := range g {
			for _, f := range x.features {
				l.decay[f]++
			}
		}
	}
	for f, n := range l.decay {
		l.decay[f] = l2 / max(1, n)
	}
	l.decay[0] = 0
	return l
}

// learn takes one step: the candidates of a group share one unit of probability
// with the chance that none is right, which has odds of 1. With one candidate
// that is logistic regression. Where several are right, they share the target.
func (l *learner) learn(group []indexed) {
	sums, top, right := make([]float64, len(group)), 0.0, 0.0
	for i, x := range group {
		sums[i] = l.weights[0]
		for _, f := range x.features {
			sums[i] += l.weights[f]
		}
		top = max(top, sums[i])
		if x.right {
			right++
		}
	}
	all := math.Exp(-top)
	for _, s := range sums {
		all += math.Exp(s - top)
	}
	for i, x := range group {
		p := math.Exp(sums[i]-top) / all
		if x.right {
			p -= 1 / right
		}
		l.step(0, p*x.weight)
		for _, f := range x.features {
			l.step(f, p*x.weight)
		}
	}
}

func (l *learner) step(f int32, gradient float64) {
	const rate = 0.5
	gradient += l.decay[f] * l.weights[f]
	l.squares[f] += gradient * gradient
	l.weights[f] -= rate * gradient / math.Sqrt(1+l.squares[f])
}

// Odds returns the logarithm of the odds that a candidate is right.
func (t *Trained) Odds(features []string) float64 {
	sum := t.Bias
	for _, f := range features {
		sum += t.Weights[f]
	}
	return sum
}
