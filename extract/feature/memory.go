package feature

import "ascribe/extract/linear"

// A Memory is what a document has called its words so far. It helps where a name
// is told by its first mention ("Gen. Luis Artola", then "Artola") and keeps one
// string to one type.
type Memory struct {
	counts map[uint64]*[MaxTypes + 1]int32 // of a word: outside of names, then by type
}

// MaxTypes is how many types of name a Memory tells apart.
const MaxTypes = 15

// Reset forgets: another document begins.
func (m *Memory) Reset() {
	if m.counts == nil {
		m.counts = map[uint64]*[MaxTypes + 1]int32{}
	}
	clear(m.counts)
}

// Recall sets s.Known to what the words of a sentence have been called.
func (m *Memory) Recall(s *Sight) {
	s.Known = s.Known[:0]
	for i := range s.Words {
		s.Known = append(s.Known, m.of(s, i))
	}
}

// of is 0 for a word that is new or that cannot be part of a name, else the type
// that it had most, and whether it has mostly been a name.
func (m *Memory) of(s *Sight, i int) uint64 {
	if !memorable(s, i) {
		return 0
	}
	c := m.counts[s.Words[i].Lower]
	if c == nil {
		return 0
	}
	best, named := 0, int32(0)
	for t := 1; t <= MaxTypes; t++ {
		named += c[t]
		if c[t] > c[best] || best == 0 && c[t] > 0 {
			best = t
		}
	}
	switch {
	case named == 0:
		return 1
	case named < c[0]:
		return linear.Mix(2, uint64(best))
	}
	return linear.Mix(3, uint64(best))
}

// memorable tells whether a word may be a name by its look or its tag.
func memorable(s *Sight, i int) bool {
	return s.proper(i) || s.Words[i].Flags&capital != 0 && s.Words[i].Flags&begins == 0
}

// Note remembers the types of the words of a sentence: 0 outside of names, else
// 1 and more.
func (m *Memory) Note(s *Sight, types []uint8) {
	for i, t := range types {
		if t == 0 && !memorable(s, i) || t > MaxTypes {
			continue
		}
		c := m.counts[s.Words[i].Lower]
		if c == nil {
			c = new([MaxTypes + 1]int32)
			m.counts[s.Words[i].Lower] = c
		}
		c[t]++
	}
}
