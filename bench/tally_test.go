package bench

import "testing"

// The worked example of the scorer: 3 of 4 expected values found, 2 made up.
func TestTally(t *testing.T) {
	got := Compare([]string{"a", "b", "b", "c"}, []string{"b", "a", "b", "x", "y"})
	if got.Right != 3 || len(got.Missed) != 1 || len(got.Spurious) != 2 {
		t.Fatalf("%+v", got)
	}
	if p, r, f := got.Count().Precision(), got.Count().Recall(), got.Count().F1(); p != 60 || r != 75 || f < 66.6 || f > 66.7 {
		t.Errorf("P %v R %v F1 %v, want 60 75 66.7", p, r, f)
	}
}

// Pairing takes the pair that shares most first and counts leftovers whole.
func TestPairUp(t *testing.T) {
	want := [][]string{{"a", "b", "c"}, {"d", "e", "f", "g"}}
	got := [][]string{{"d", "e", "f", "x"}, {"q", "r", "s"}}
	tally := Sum(pairUp(want, got, func(int) string { return "" }))
	if tally.Right != 3 || len(tally.Missed) != 4 || len(tally.Spurious) != 4 {
		t.Errorf("%+v", tally)
	}
}
