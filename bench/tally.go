// Package bench measures what the line reaches: readings and records against
// what a careful coder would record. It is never imported by what ships.
package bench

import (
	"fmt"
	"slices"
)

// A Tally counts values that were found, missed and made up.
type Tally struct {
	Right    int
	Missed   []string // expected and not found
	Spurious []string // found and not expected
}

// Compare tallies two bags of values.
func Compare(want, got []string) Tally {
	var t Tally
	left := slices.Clone(got)
	for _, w := range want {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			t.Right++
			continue
		}
		t.Missed = append(t.Missed, w)
	}
	t.Spurious = left
	return t
}

// Add adds another tally to t, its values led by a prefix.
func (t *Tally) Add(prefix string, o Tally) {
	t.Right += o.Right
	for _, v := range o.Missed {
		t.Missed = append(t.Missed, prefix+v)
	}
	for _, v := range o.Spurious {
		t.Spurious = append(t.Spurious, prefix+v)
	}
}

// Precision returns the share of found values that are right, in per cent.
func (t Tally) Precision() float64 { return percent(t.Right, t.Right+len(t.Spurious)) }

// Recall returns the share of expected values that were found, in per cent.
func (t Tally) Recall() float64 { return percent(t.Right, t.Right+len(t.Missed)) }

// F1 returns the harmonic mean of precision and recall, in per cent.
func (t Tally) F1() float64 { return percent(2*t.Right, 2*t.Right+len(t.Missed)+len(t.Spurious)) }

func percent(a, b int) float64 {
	if b == 0 {
		return 100
	}
	return 100 * float64(a) / float64(b)
}

// String returns precision, recall and F1 in a line.
func (t Tally) String() string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (%d right, %d missed, %d spurious)",
		t.Precision(), t.Recall(), t.F1(), t.Right, len(t.Missed), len(t.Spurious))
}
