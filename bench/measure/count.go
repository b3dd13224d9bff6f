package measure

import (
	"math/rand/v2"
	"slices"
)

// A Count tallies what was found against what the key holds. Where each found
// one is paired with one of the key, Right and Met are the same; where spans are
// counted by overlap, two that meet one of the key are both right, and it is met
// once.
type Count struct {
	Right, Found int // of those found, how many are right
	Met, Key     int // of those in the key, how many were found
}

// Paired counts found and expected values of which so many are paired.
func Paired(pairs, found, key int) Count { return Count{pairs, found, pairs, key} }

// Add adds another count.
func (c *Count) Add(o Count) {
	c.Right += o.Right
	c.Found += o.Found
	c.Met += o.Met
	c.Key += o.Key
}

// Precision returns the share of what was found that is right, in per cent.
func (c Count) Precision() float64 { return share(c.Right, c.Found) }

// Recall returns the share of the key that was found, in per cent. Where every
// document has one value to be found, it is the accuracy.
func (c Count) Recall() float64 { return share(c.Met, c.Key) }

// F1 returns the harmonic mean of precision and recall, in per cent.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// share is in per cent; nothing of nothing is all of it.
func share(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}

// Counts are the counts of each document of a set, in order: what an interval is
// taken from, because the values of one document are not independent.
type Counts []Count

// Sum returns the count of all documents.
func (cs Counts) Sum() Count {
	var sum Count
	for _, c := range cs {
		sum.Add(c)
	}
	return sum
}

// Row returns the figure of a set with its interval. The figure is one of the
// methods of Count: Count.F1, Count.Precision, Count.Recall.
func (cs Counts) Row(set, input, name string, figure func(Count) float64) Row {
	return Row{Set: set, Input: input, Measure: name, Value: figure(cs.Sum()), Range: cs.Interval(figure)}
}

// PRF returns three rows: precision, recall and F1 of one thing.
func (cs Counts) PRF(set, input, name string) []Row {
	return []Row{
		cs.Row(set, input, name+", precision", Count.Precision),
		cs.Row(set, input, name+", recall", Count.Recall),
		cs.Row(set, input, name+" F1", Count.F1),
	}
}

// resamples is how often the documents are drawn anew.
const resamples = 1000

// Interval returns where the figure lies in 95 of 100 samples of as many
// documents drawn with replacement (Efron's percentile bootstrap). The draws are
// the same in every run.
func (cs Counts) Interval(figure func(Count) float64) Range {
	if len(cs) < 2 {
		return Range{}
	}
	draw := rand.New(rand.NewPCG(4, uint64(len(cs)))) //nolint:gosec // a sample, no secret
	values := make([]float64, resamples)
	for i := range values {
		var sum Count
		for range cs {
			sum.Add(cs[draw.IntN(len(cs))])
		}
		values[i] = figure(sum)
	}
	slices.Sort(values)
	return Range{values[resamples/40], values[resamples-1-resamples/40]}
}
