package measure

import (
	"math"
	"testing"
)

func TestCount(t *testing.T) {
	c := Paired(2, 4, 5)
	if c.Precision() != 50 || c.Recall() != 40 || math.Abs(c.F1()-400./9) > 1e-9 {
		t.Errorf("P %v R %v F %v, want 50, 40, 44.4", c.Precision(), c.Recall(), c.F1())
	}
	overlap := Count{Right: 2, Found: 2, Met: 1, Key: 2} // two found spans meet one of the key's two
	if overlap.Precision() != 100 || overlap.Recall() != 50 {
		t.Errorf("by overlap: P %v R %v, want 100 and 50", overlap.Precision(), overlap.Recall())
	}
	if none := Paired(0, 3, 2); none.F1() != 0 {
		t.Errorf("nothing right: F %v", none.F1())
	}
	if empty := (Count{}); empty.F1() != 100 {
		t.Errorf("nothing asked, nothing found: F %v", empty.F1())
	}
}

func TestInterval(t *testing.T) {
	var alike, mixed Counts
	for i := range 100 {
		alike = append(alike, Paired(1, 2, 2))
		mixed = append(mixed, Paired(i%2, 1, 1))
	}
	if r := alike.Interval(Count.F1); r != (Range{50, 50}) {
		t.Errorf("documents that are alike vary: %v", r)
	}
	r := mixed.Interval(Count.Recall)
	if r != mixed.Interval(Count.Recall) {
		t.Error("two runs draw differently")
	}
	// The share of 100 fair throws lies within 1.96 × 5 of 50 in 95 of 100 cases.
	if math.Abs(r.Low-40.2) > 2 || math.Abs(r.High-59.8) > 2 {
		t.Errorf("interval %v, want about 40 to 60", r)
	}
	if one := mixed[:1].Interval(Count.F1); one != (Range{}) {
		t.Errorf("one document has an interval: %v", one)
	}
}
