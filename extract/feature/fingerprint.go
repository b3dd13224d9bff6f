package feature

import (
	"fmt"

	"ascribe/extract/linear"
)

// probe is a sentence that every feature is computed of for the fingerprint.
var probe = []string{"Gen.", "Luis", "Artola", "said", "on", "Friday", "that", "139", "people", ",", "two", "of", "them", "children", ",", "were", "hurt", "in", "PORT", "MAREN", "’s", "well-known", "market", "(", "UTA-7", ")", "."}

// probeClusters gives each word a cluster that depends on it alone.
type probeClusters struct{}

// Cluster makes a cluster up.
func (probeClusters) Cluster(word uint64) Cluster {
	return Cluster{Coarse: uint16(word % 7), Fine: uint16(word % 61), Path: uint32(word % 9001)}
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
		tags, guide := make([]Tagged, len(words)), make([]Guide, len(words))
		for i := range words {
			take(Tag(nil, words, i, uint64(i%5), uint64(i%3)))
			tags[i] = Tagged{Fine: uint64(i%11) + 20, Coarse: uint64(i%4) + 50}
			guide[i] = Guide{Head: int32((i*7 + 3) % (len(words) + 1)), Rel: int32(i % 9)}
		}
		take(probeEntities(words, tags))
		var s State
		for _, g := range [][]Guide{nil, guide} {
			s.Reset(words, tags, g)
			for step := 0; !s.Done(); step++ {
				take(s.Parse(nil))
				s.probeStep(step)
			}
		}
	}
	return fmt.Sprintf("%016x", h)
}

// probeEntities returns what the recogniser sees of a sentence that it reads
// twice, the second time with what it remembers of the first.
func probeEntities(words []Word, tags []Tagged) []uint64 {
	s := Sight{Words: words, Tags: append([]Tagged(nil), tags...)}
	types := make([]uint8, len(words))
	for i := range words {
		if i%3 == 1 {
			s.Tags[i].Coarse = properNoun
		}
		s.Hints = append(s.Hints, Hint(linear.Mix(3, uint64(i))))
		types[i] = uint8(i % 4)
	}
	s.Prepare()
	var m Memory
	m.Reset()
	var out []uint64
	for range 2 {
		m.Recall(&s)
		for i := range words {
			out = Entity(out, &s, i)
		}
		m.Note(&s, types)
	}
	return append(out, EntityStep(1))
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
