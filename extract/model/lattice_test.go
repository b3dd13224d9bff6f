package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// whole tells whether every name of labels is whole.
func whole(labels []uint8) bool {
	var last uint8
	for _, a := range append(slices.Clone(labels), 0) {
		goesOn := last > 0 && (last-1)%perType < 2
		follows := a > 0 && ((a-1)%perType == 1 || (a-1)%perType == 2)
		if goesOn != follows || goesOn && TypeOf(a) != TypeOf(last) {
			return false
		}
		last = a
	}
	return true
}

// every calls f for all label sequences of n words.
func every(n, labels int, f func([]uint8)) {
	path := make([]uint8, n)
	for {
		f(path)
		i := 0
		for ; i < n; i++ {
			if path[i]++; int(path[i]) < labels {
				break
			}
			path[i] = 0
		}
		if i == n {
			return
		}
	}
}

func TestDecodeIsTheBestOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const types = 2
		labels, n := Labels(types), rapid.IntRange(1, 4).Draw(t, "words")
		scores := func(name string, n int) []int32 {
			return rapid.SliceOfN(rapid.Int32Range(-9, 9), n, n).Draw(t, name)
		}
		l := Lattice{Steps: scores("steps", labels*labels), Marks: scores("marks", n*labels)}
		var allowed []uint64
		if rapid.Bool().Draw(t, "restricted") {
			allowed = make([]uint64, n)
			for i := range allowed {
				allowed[i] = 1 | rapid.Uint64Range(0, 511).Draw(t, "allowed")
			}
		}
		sum := func(path []uint8) int32 {
			var sum int32
			var last uint8
			for i, a := range path {
				sum += l.Marks[i*labels+int(a)] + l.Steps[int(last)*labels+int(a)]
				last = a
			}
			return sum
		}
		best := int32(never)
		every(n, labels, func(path []uint8) {
			for i, a := range path {
				if allowed != nil && allowed[i]>>a&1 == 0 {
					return
				}
			}
			if whole(path) {
				best = max(best, sum(path))
			}
		})
		got := l.Decode(nil, n, labels, allowed)
		if !whole(got) || sum(got) != best {
			t.Fatalf("%v with %d, the best has %d", got, sum(got), best)
		}
		for i, a := range got {
			if allowed != nil && allowed[i]>>a&1 == 0 {
				t.Fatalf("word %d was given %d, which it may not have", i, a)
			}
		}
	})
}

func TestNamesOfLabels(t *testing.T) {
	names := []Found{{0, 1, 1}, {1, 4, 0}, {5, 7, 2}}
	labels := make([]uint8, 8)
	for _, n := range names {
		for i := n.First; i < n.Last; i++ {
			labels[i] = Label(i, n.First, n.Last, n.Type)
		}
	}
	if !whole(labels) {
		t.Errorf("the labels %v are not whole", labels)
	}
	if got := Names(nil, labels); !slices.Equal(got, names) {
		t.Errorf("got %v, want %v", got, names)
	}
	if TypeOf(0) != 0 || TypeOf(labels[0]) != 2 || TypeOf(labels[2]) != 1 {
		t.Errorf("types of %v", labels)
	}
}

func TestDecodeNothing(t *testing.T) {
	var l Lattice
	if got := l.Decode(nil, 0, Labels(2), nil); len(got) != 0 {
		t.Errorf("labels %v for no words", got)
	}
}
