// Package bench measures what the line reaches: readings and records against
// what a careful coder would record. It is never imported by what ships.
package bench

import (
	"fmt"
	"slices"

	"ascribe/bench/measure"
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

// Sum returns what several tallies count together.
func Sum(all []Tally) Tally {
	var t Tally
	for _, o := range all {
		t.Add("", o)
	}
	return t
}

// Count returns the numbers of a tally.
func (t Tally) Count() measure.Count {
	return measure.Paired(t.Right, t.Right+len(t.Spurious), t.Right+len(t.Missed))
}

// String returns precision, recall and F1 in a line.
func (t Tally) String() string {
	c := t.Count()
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (%d right, %d missed, %d spurious)",
		c.Precision(), c.Recall(), c.F1(), t.Right, len(t.Missed), len(t.Spurious))
}
