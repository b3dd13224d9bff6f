package train

import (
	"testing"

	"pgregory.net/rapid"

	"ascribe/extract/feature"
	"ascribe/extract/model"
)

// projective draws a random projective tree: heads, len(heads) being the root.
func projective(t *rapid.T, n int) []int {
	heads := make([]int, n)
	var hang func(from, to, head int)
	hang = func(from, to, head int) {
		if from >= to {
			return
		}
		h := rapid.IntRange(from, to-1).Draw(t, "head")
		heads[h] = head
		for at := from; at < h; {
			end := rapid.IntRange(at+1, h).Draw(t, "end")
			hang(at, end, h)
			at = end
		}
		for at := h + 1; at < to; {
			end := rapid.IntRange(at+1, to).Draw(t, "end")
			hang(at, end, h)
			at = end
		}
	}
	hang(0, n, n)
	return heads
}

// TestOracleLeadsToTheTree follows the oracle alone: every projective tree is
// reached exactly, without a step that costs.
func TestOracleLeadsToTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "tokens")
		s := sample{words: make([]feature.Word, n), given: make([]feature.Tagged, n), heads: projective(t, n)}
		for range n {
			s.rels = append(s.rels, rapid.IntRange(0, 2).Draw(t, "rel"))
		}
		var st feature.State
		st.Reset(s.words, s.given, nil)
		for !st.Done() {
			o := oracle{st: &st, s: &s, rels: 3}
			o.count()
			if o.least != 0 {
				t.Fatalf("the oracle loses %d arcs of a projective tree", o.least)
			}
			_, gold := o.choose(make([]int32, 7))
			model.Apply(&st, gold, 3)
		}
		for i, h := range s.heads {
			if st.Head(i) != h || st.Rel(i) != s.rels[i] {
				t.Fatalf("token %d: head %d by %d, want %d by %d", i, st.Head(i), st.Rel(i), h, s.rels[i])
			}
		}
	})
}

// TestOracleCountsTheLoss compares the cost of a first wrong step with the arcs
// that the best end still reaches, by trying every end.
func TestOracleCountsTheLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "tokens")
		s := sample{words: make([]feature.Word, n), given: make([]feature.Tagged, n), heads: projective(t, n), rels: make([]int, n)}
		steps := rapid.SliceOfN(rapid.IntRange(0, 2), 0, 2*n).Draw(t, "steps")
		st, done := walk(&s, steps)
		if done {
			return
		}
		o := oracle{st: st, s: &s, rels: 1}
		o.count()
		for class := range 3 {
			if o.cost(class) == never {
				continue
			}
			lost := reachable(&s, steps) - reachable(&s, append(append([]int{}, steps...), class))
			if lost != o.cost(class) {
				t.Fatalf("step %d after %v in %v loses %d arcs, the oracle says %d", class, steps, s.heads, lost, o.cost(class))
			}
		}
	})
}

// walk makes those of the steps that the state allows.
func walk(s *sample, steps []int) (*feature.State, bool) {
	st := &feature.State{}
	st.Reset(s.words, s.given, nil)
	for _, class := range steps {
		if st.Done() {
			break
		}
		if class == 0 && st.CanShift() || class == 1 && st.CanLeft() || class == 2 && st.CanRight() {
			model.Apply(st, class, 1)
		}
	}
	return st, st.Done()
}

// reachable returns the most right arcs that any end after the steps has.
func reachable(s *sample, steps []int) int {
	st, done := walk(s, steps)
	if done {
		right := 0
		for i, h := range s.heads {
			if st.Head(i) == h {
				right++
			}
		}
		return right
	}
	most := 0
	for class := range 3 {
		if class == 0 && st.CanShift() || class == 1 && st.CanLeft() || class == 2 && st.CanRight() {
			most = max(most, reachable(s, append(append([]int{}, steps...), class)))
		}
	}
	return most
}
