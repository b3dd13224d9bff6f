package nlp

import (
	"testing"

	"pgregory.net/rapid"

	"ascribe/extract/model"
)

// TestDepths compares the depths of random trees with a plain walk to the root.
func TestDepths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "words")
		order := rapid.Permutation(indices(n)).Draw(t, "order")
		arcs := make([]model.Arc, n)
		arcs[order[0]].Head = -1
		for k := 1; k < n; k++ {
			arcs[order[k]].Head = order[rapid.IntRange(0, k-1).Draw(t, "head")]
		}
		for i, depth := range depths(nil, arcs) {
			steps := 0
			for at := arcs[i].Head; at >= 0; at = arcs[at].Head {
				steps++
			}
			if depth != steps {
				t.Fatalf("word %d: depth %d, %d steps to the root", i, depth, steps)
			}
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
