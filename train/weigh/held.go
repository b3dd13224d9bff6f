package weigh

import (
	"cmp"
	"slices"
)

// Held says how a model does on documents that it was not trained on.
type Held struct {
	Least             float64 // the threshold at which F is greatest
	Precision, Recall float64 // there, of 1
	Right, All        int     // examples
	Documents         int
}

// F returns the F measure with beta 1.
func (h Held) F() float64 { return fBeta(h.Precision, h.Recall, 1) }

func fBeta(p, r, beta float64) float64 {
	if p+r == 0 {
		return 0
	}
	return (1 + beta*beta) * p * r / (beta*beta*p + r)
}

// Odds returns, for each example, the odds that a model gives it which was
// trained on other documents.
func Odds(examples []Example, o Options) []float64 {
	o = o.filled()
	fold, _ := folds(examples, o.Folds)
	out := make([]float64, len(examples))
	for k := range o.Folds {
		var rest []Example
		for i := range examples {
			if fold[i] != k {
				rest = append(rest, examples[i])
			}
		}
		t := fit(rest, o)
		for i := range examples {
			if fold[i] == k {
				out[i] = t.Odds(examples[i].Features)
			}
		}
	}
	return out
}

// folds deals the documents out, in order of first sight.
func folds(examples []Example, n int) (fold []int, documents int) {
	at := map[string]int{}
	fold = make([]int, len(examples))
	for i := range examples {
		k, ok := at[examples[i].Document]
		if !ok {
			k = len(at) % n
			at[examples[i].Document] = k
		}
		fold[i] = k
	}
	return fold, len(at)
}

func crossValidate(examples []Example, o Options) Held {
	_, documents := folds(examples, o.Folds)
	h := threshold(examples, Odds(examples, o), o.Beta)
	h.Documents = documents
	return h
}

// A bid is the best candidate of a group, or one that stands alone.
type bid struct {
	odds  float64
	right bool
}

// threshold finds where F is greatest, going down from the surest bid.
func threshold(examples []Example, odds []float64, beta float64) Held {
	bids, wanted := bidsOf(examples, odds)
	slices.SortFunc(bids, func(a, b bid) int { return cmp.Compare(b.odds, a.odds) })
	h := Held{All: len(examples), Right: wanted}
	best, right := -1.0, 0
	for i, b := range bids {
		if b.right {
			right++
		}
		if i+1 < len(bids) && bids[i+1].odds == b.odds {
			continue
		}
		p, r := float64(right)/float64(i+1), float64(right)/float64(max(1, wanted))
		if f := fBeta(p, r, beta); f > best {
			best, h.Precision, h.Recall, h.Least = f, p, r, b.odds
			if i+1 < len(bids) {
				h.Least = (b.odds + bids[i+1].odds) / 2
			}
		}
	}
	return h
}

// bidsOf returns what would be taken, in order, and how many there are to find.
func bidsOf(examples []Example, odds []float64) (bids []bid, wanted int) {
	at, found := map[string]int{}, map[string]bool{}
	for i := range examples {
		e := &examples[i]
		b := bid{odds[i], e.Right}
		k, ok := at[e.Group]
		switch {
		case e.Group == "":
			bids = append(bids, b)
		case !ok:
			at[e.Group] = len(bids)
			bids = append(bids, b)
		case b.odds > bids[k].odds:
			bids[k] = b
		}
		if e.Right && (e.Group == "" || !found[e.Group]) {
			wanted++
			found[e.Group] = true
		}
	}
	return bids, wanted
}
