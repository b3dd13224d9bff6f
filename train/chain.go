package train

import (
	"fmt"
	"math"

	"ascribe/extract/linear"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

// How chains are learned, as it was best on the last fifth of GUM's training
// documents.
const (
	chainPasses = 5
	chainRate   = 0.1   // of AdaGrad
	chainShrink = 0.001 // of every weight that moves, towards nothing
	chainRare   = 12    // moves that a weight must have made to be kept

	costMissed = 3   // of taking for new what refers back
	costWrong  = 1   // of taking the wrong one
	costNew    = 0.3 // of taking for known what is new
)

// chainWeight is the weight of a feature, and what has been seen of its slope.
type chainWeight struct {
	w, square float64
	sum       float64 // over the wordings before the last move
	since     int     // the wording of the last move
	moves     int     // how many there were
}

// A chainLearner is a log-linear choice among the options of each wording, any
// wording of the right chain being right (Durrett and Klein 2013), by AdaGrad.
type chainLearner struct {
	weights map[uint64]*chainWeight
	step    int // wordings read
	scores  []float64
	right   []bool
}

// Chains learns from a treebank that marks entities which wordings refer back to
// which, and returns the weights as [linear.Read] takes them.
func Chains(ss []conllu.Sentence) ([]byte, error) {
	lessons, err := chainLessons(ss)
	if err != nil {
		return nil, fmt.Errorf("chains: %w", err)
	}
	l := &chainLearner{weights: map[uint64]*chainWeight{}}
	for range chainPasses {
		for i := range lessons {
			l.read(&lessons[i])
		}
	}
	return l.model()
}

// model makes of the weights, averaged over all wordings read, what ships.
func (l *chainLearner) model() ([]byte, error) {
	var rows []linear.Row
	for f, w := range l.weights {
		if w.moves < chainRare {
			continue
		}
		if v := int32(math.Round((w.sum + w.w*float64(l.step-w.since)) / float64(l.step) * linear.Scale)); v != 0 {
			rows = append(rows, linear.Row{Feature: f, Weights: []int32{v}})
		}
	}
	out, err := linear.Build(1, rows, 1)
	if err != nil {
		return nil, fmt.Errorf("chains: %w", err)
	}
	return out, nil
}

func (l *chainLearner) read(lesson *chainLesson) {
	var c nlp.Corefer
	c.Walk(lesson.analysis, func(r *nlp.Reference, options []nlp.Option) int {
		return l.learn(options, lesson.gold(r), lesson.gold)
	})
}

// learn scores the options, moves the weights, and returns the best option as
// the weights had it before.
func (l *chainLearner) learn(options []nlp.Option, gold int, of func(r *nlp.Reference) int) int {
	l.step++
	l.scores, l.right = l.scores[:0], l.right[:0]
	refers, best := false, 0
	for i := range options {
		v := 0.0
		for _, f := range options[i].Features {
			if w := l.weights[f]; w != nil {
				v += w.w
			}
		}
		ok := i > 0 && gold >= 0 && of(options[i].To) == gold
		refers = refers || ok
		l.scores, l.right = append(l.scores, v), append(l.right, ok)
		if v > l.scores[best] {
			best = i
		}
	}
	if !refers {
		l.right[0] = true
	}
	l.correct(options, refers)
	return best
}

// correct moves the weights up the slope of the chance that a right option is
// chosen, the wrong ones being favoured by what they cost.
func (l *chainLearner) correct(options []nlp.Option, refers bool) {
	all, right := math.Inf(-1), math.Inf(-1)
	for i := range l.scores {
		if l.right[i] {
			right = logSum(right, l.scores[i])
		} else {
			l.scores[i] += cost(i, refers)
		}
		all = logSum(all, l.scores[i])
	}
	for i := range options {
		slope := -math.Exp(l.scores[i] - all)
		if l.right[i] {
			slope += math.Exp(l.scores[i] - right)
		}
		if math.Abs(slope) > 1e-4 {
			l.move(options[i].Features, slope)
		}
	}
}

// cost is what a wrong option costs.
func cost(option int, refers bool) float64 {
	switch {
	case option == 0:
		return costMissed
	case refers:
		return costWrong
	}
	return costNew
}

func (l *chainLearner) move(features []uint64, slope float64) {
	for _, f := range features {
		w := l.weights[f]
		if w == nil {
			w = &chainWeight{}
			l.weights[f] = w
		}
		w.sum += w.w * float64(l.step-w.since)
		w.since = l.step
		w.moves++
		w.square += slope * slope
		rate := chainRate / math.Sqrt(w.square+1e-8)
		w.w += rate * slope
		shrink := rate * chainShrink
		switch {
		case w.w > shrink:
			w.w -= shrink
		case w.w < -shrink:
			w.w += shrink
		default:
			w.w = 0
		}
	}
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
