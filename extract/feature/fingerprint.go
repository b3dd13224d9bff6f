package feature

import (
	"fmt"

	"ascribe/extract/linear"
)

// probe is a sentence that every feature is computed of for the fingerprint.
var probe = []string{"Gen.", "Luis", "Artola", "said", "on", "Friday", "that", "139", "people", ",", "two", "of", "them", "children", ",", "were", "hurt", "in", "PORT", "MAREN", "’s", "well-known", "market", "(", "UTA-7", ")", "."}

// probeClusters gives each word a cluster that depends on it alone.
type probeClusters struct{}

func (probeClusters) Cluster(word uint64) (coarse, fine uint16) {
	return uint16(word % 7), uint16(word % 61)
}

// Fingerprint tells one state of this package from another: it is a hash of all
// that the package sees in sentences that are always the same. A model goes with
// the fingerprint that it was trained under and no other.
func Fingerprint() string {
	h := uint64(1)
	take := func(features []uint64) {
		for _, f := range features {
			h = linear.Mix(h, f)
		}
	}
	for _, tells := range []bool{true, false} {
		words := Words(nil, probe, tells, probeClusters{})
		tags := make([]Tagged, len(words))
		for i := range words {
			take(Tag(nil, words, i, uint64(i%5), uint64(i%3)))
			tags[i] = Tagged{Fine: uint64(i%11) + 20, Coarse: uint64(i%4) + 50}
		}
		var s State
		s.Reset(words, tags)
		for step := 0; !s.Done(); step++ {
			take(s.Parse(nil))
			s.probeStep(step)
		}
		for i := range words {
			take(s.Relation(nil, i))
		}
	}
	return fmt.Sprintf("%016x", h)
}

// probeStep makes some step that the state allows, by the number of the step.
func (s *State) probeStep(step int) {
	switch {
	case s.CanLeft() && step%3 == 1:
		s.Left(step % 6)
	case s.CanRight() && (step%5 == 3 || !s.CanShift()):
		s.Right(step % 7)
	case s.CanShift():
		s.Shift()
	default:
		s.Left(0)
	}
}
