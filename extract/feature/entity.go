package feature

import "ascribe/extract/linear"

// A Sight is a sentence as the recogniser of names sees it.
type Sight struct {
	Words []Word
	Tags  []Tagged
	Hints []Hint
	Known []uint64 // what the document has called each word so far: see [Memory]

	runs []run // of each word
}

// A run is a stretch of proper nouns and what joins them.
type run struct{ first, last int32 }

var (
	properNoun = linear.Hash("PROPN")
	hyphenTag  = linear.Hash("PUNCT|HYPH")
)

// Prepare finds the runs of proper nouns. It is called once before [Entity].
func (s *Sight) Prepare() {
	n := len(s.Words)
	if cap(s.runs) < n {
		s.runs = make([]run, n, n+n/2+16)
	}
	s.runs = s.runs[:n]
	for i := 0; i < n; {
		if !s.proper(i) {
			s.runs[i] = run{-1, -1}
			i++
			continue
		}
		last := i
		for k := i + 1; k < n && (s.proper(k) || s.Tags[k].Fine == hyphenTag && k+1 < n && s.proper(k+1)); k++ {
			last = k
		}
		for k := i; k <= last; k++ {
			s.runs[k] = run{int32(i), int32(last)}
		}
		i = last + 1
	}
}

func (s *Sight) proper(i int) bool { return s.Tags[i].Coarse == properNoun }

func (s *Sight) tag(i int) Tagged {
	if i < 0 || i >= len(s.Tags) {
		return outside
	}
	return s.Tags[i]
}

func (s *Sight) hint(i int) Hint {
	if i < 0 || i >= len(s.Hints) {
		return 0
	}
	return s.Hints[i]
}

func (s *Sight) known(i int) uint64 {
	if i < 0 || i >= len(s.Known) {
		return 0
	}
	return s.Known[i]
}

// Entity appends what the recogniser sees at word i.
func Entity(out []uint64, s *Sight, i int) []uint64 {
	l := list{5000, out}
	entityWord(&l, at(s.Words, i))
	entityNeighbours(&l, s.Words, i)
	entityTags(&l, s, i)
	entityHints(&l, s, i)
	entityRun(&l, s, i)
	return l.features
}

func entityWord(l *list, c *Word) {
	l.one(0)
	l.one(c.Form)
	l.one(c.Lower)
	l.one(c.Shape)
	l.one(c.Suffix[1])
	l.one(c.Suffix[2])
	l.one(c.Suffix[3])
	l.one(c.Prefix[1])
	l.one(c.Prefix[2])
	l.one(c.Flags)
	l.one(c.Fine)
	l.one(c.Coarse)
	l.two(c.Shape, c.Suffix[2])
	l.two(c.Fine, c.Shape)
}

func entityNeighbours(l *list, w []Word, i int) {
	c, p1, p2, n1, n2 := at(w, i), at(w, i-1), at(w, i-2), at(w, i+1), at(w, i+2)
	l.one(p1.Lower)
	l.one(p2.Lower)
	l.one(n1.Lower)
	l.one(n2.Lower)
	l.two(p1.Lower, c.Lower)
	l.two(c.Lower, n1.Lower)
	l.two(p2.Lower, p1.Lower)
	l.two(n1.Lower, n2.Lower)
	l.two(p1.Lower, c.Shape)
	l.two(n1.Lower, c.Shape)
	l.one(p1.Shape)
	l.one(n1.Shape)
	l.two(p1.Shape, c.Shape)
	l.two(c.Shape, n1.Shape)
	l.three(p1.Shape, c.Shape, n1.Shape)
	l.one(p1.Suffix[2])
	l.one(n1.Suffix[2])
	l.one(p1.Fine)
	l.one(n1.Fine)
	l.one(p2.Fine)
	l.one(n2.Fine)
	l.two(p1.Fine, c.Fine)
	l.two(c.Fine, n1.Fine)
	l.two(p1.Fine, c.Shape)
	l.two(n1.Fine, c.Shape)
}

func entityTags(l *list, s *Sight, i int) {
	c, p1, p2, n1, n2 := s.tag(i), s.tag(i-1), s.tag(i-2), s.tag(i+1), s.tag(i+2)
	l.one(c.Fine)
	l.one(p1.Fine)
	l.one(n1.Fine)
	l.two(p1.Fine, c.Fine)
	l.two(c.Fine, n1.Fine)
	l.three(p1.Fine, c.Fine, n1.Fine)
	l.two(p2.Fine, p1.Fine)
	l.two(n1.Fine, n2.Fine)
	l.two(c.Fine, at(s.Words, i).Lower)
	l.two(c.Fine, at(s.Words, i-1).Lower)
	l.two(c.Fine, at(s.Words, i+1).Lower)
}

func entityHints(l *list, s *Sight, i int) {
	c, p1, n1 := s.hint(i), s.hint(i-1), s.hint(i+1)
	tag := s.tag(i).Fine
	l.one(uint64(c))
	for _, family := range [...]Hint{placeHints, actorHints, humanHints, wordHints, headHints} {
		l.one(uint64(c & family))
		l.two(uint64(c&family), tag)
		l.one(uint64(p1 & family))
		l.one(uint64(n1 & family))
	}
	l.two(uint64(c&placeHints), uint64(p1&placeHints))
	l.two(uint64(c&placeHints), at(s.Words, i-1).Lower)
	l.two(uint64(c&humanHints), uint64(p1&humanHints))
	l.two(uint64(c&humanHints), uint64(n1&humanHints))
	l.two(uint64(c&(placeHints|humanHints)), uint64(n1&(humanHints|wordHints)))
	known := s.known(i)
	l.one(known)
	l.one(s.known(i - 1))
	l.one(s.known(i + 1))
	l.two(known, tag)
	l.two(known, s.known(i-1))
	l.two(known, s.known(i+1))
}

// entityRun tells what ends and what surrounds the run that a word is part of.
func entityRun(l *list, s *Sight, i int) {
	r := s.runs[i]
	if r.first < 0 {
		l.number += 9
		return
	}
	first, last := int(r.first), int(r.last)
	place := uint64(min(i-first, 3))<<2 | uint64(min(last-i, 3))
	head, before, behind := at(s.Words, last), at(s.Words, first-1), at(s.Words, last+1)
	l.one(head.Lower)
	l.two(head.Lower, place)
	l.two(uint64(s.hint(last)), place)
	l.two(head.Fine, place)
	l.one(before.Lower)
	l.one(behind.Lower)
	l.one(before.Fine)
	l.one(behind.Fine)
	l.two(place, at(s.Words, first).Fine)
}

// EntityStep is the one feature of a step from a label to the next.
func EntityStep(label int) uint64 { return linear.Mix(4999, uint64(label)) }
