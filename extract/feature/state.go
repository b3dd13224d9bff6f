package feature

// A State is an arc-hybrid parse under way (Kuhlmann, Gómez-Rodríguez, Satta,
// 2011): a stack, the rest of the sentence, and the arcs made so far. The root
// stands behind the last token, as the token with the index Len.
type State struct {
	stack []int32
	next  int32 // the first token of the rest
	n     int32

	heads, rels  []int32 // of each token, -1 while it has none
	left, left2  []int32 // its outermost dependents on the left
	right, outer []int32 // right is the second outermost on the right, outer the outermost
	lefts        []uint8 // how many dependents it has on each side
	rights       []uint8
	words        []Word
	tags         []Tagged

	guide []Guide // what another parser says, if one was asked
	last  []int32 // the last dependent of each token by the guide
}

// A Guide is what another parser says of a token: its head, Len being the root,
// and the number of its relation.
type Guide struct{ Head, Rel int32 }

// Tagged is the part of speech of a token as values for features.
type Tagged struct{ Fine, Coarse uint64 }

// outside stands for what is no token, rootTag for the root.
var (
	outside = Tagged{3, 3}
	rootTag = Tagged{7, 7}
	noWord  = Word{Form: 3, Lower: 3, Shape: 3, Suffix: [4]uint64{3, 3, 3, 3}}
	theRoot = Word{Form: 7, Lower: 7, Shape: 7, Suffix: [4]uint64{7, 7, 7, 7}}
)

// Reset begins the parse of a sentence; guide may be nil.
func (s *State) Reset(words []Word, tags []Tagged, guide []Guide) {
	n := len(words)
	s.guide, s.last = guide, filled(s.last, n+1)
	for d, g := range guide {
		s.last[g.Head] = int32(d)
	}
	s.words, s.tags = words, tags
	s.stack, s.next, s.n = s.stack[:0], 0, int32(n)
	for _, a := range []*[]int32{&s.heads, &s.rels, &s.left, &s.left2, &s.right, &s.outer} {
		*a = filled(*a, n+1)
	}
	s.lefts, s.rights = zeroed(s.lefts, n+1), zeroed(s.rights, n+1)
}

func filled(a []int32, n int) []int32 {
	if cap(a) < n {
		a = make([]int32, n, n+n/2+16)
	}
	a = a[:n]
	for i := range a {
		a[i] = -1
	}
	return a
}

func zeroed(a []uint8, n int) []uint8 {
	if cap(a) < n {
		return make([]uint8, n, n+n/2+16)
	}
	a = a[:n]
	clear(a)
	return a
}

// Len returns the number of tokens, which is the index of the root.
func (s *State) Len() int { return int(s.n) }

// Done reports whether every token has its head.
func (s *State) Done() bool { return s.next == s.n && len(s.stack) == 0 }

// CanShift reports whether a token is left to put on the stack.
func (s *State) CanShift() bool { return s.next < s.n }

// CanLeft reports whether the top of the stack can hang on the next token. The
// root takes its dependents only when all else is done.
func (s *State) CanLeft() bool {
	return len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
}

// CanRight reports whether the top of the stack can hang on the one below it.
func (s *State) CanRight() bool { return len(s.stack) > 1 }

// Next returns the next token of the rest.
func (s *State) Next() int { return int(s.next) }

// Depth returns how many tokens are on the stack.
func (s *State) Depth() int { return len(s.stack) }

// Top returns the token at depth k of the stack, 0 being its top, or -1.
func (s *State) Top(k int) int {
	if k < len(s.stack) {
		return int(s.stack[len(s.stack)-1-k])
	}
	return -1
}

// Shift puts the next token on the stack.
func (s *State) Shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// Left hangs the top of the stack on the next token.
func (s *State) Left(rel int) { s.reduce(s.next, rel) }

// Right hangs the top of the stack on the one below it.
func (s *State) Right(rel int) { s.reduce(s.stack[len(s.stack)-2], rel) }

func (s *State) reduce(head int32, rel int) {
	d := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.heads[d], s.rels[d] = head, int32(rel)
	if d < head {
		if s.left[head] < 0 || d < s.left[head] {
			s.left2[head], s.left[head] = s.left[head], d
		} else {
			s.left2[head] = d
		}
		s.lefts[head] = min(s.lefts[head]+1, 7)
		return
	}
	if s.outer[head] < 0 || d > s.outer[head] {
		s.right[head], s.outer[head] = s.outer[head], d
	} else {
		s.right[head] = d
	}
	s.rights[head] = min(s.rights[head]+1, 7)
}

// Head returns the head of a token, Len for the root's dependent, -1 while it
// has none.
func (s *State) Head(i int) int { return int(s.heads[i]) }

// Rel returns the number of a token's relation to its head.
func (s *State) Rel(i int) int { return int(s.rels[i]) }

func (s *State) word(i int32) *Word {
	switch {
	case i < 0 || i > s.n:
		return &noWord
	case i == s.n:
		return &theRoot
	}
	return &s.words[i]
}

func (s *State) tag(i int32) *Tagged {
	switch {
	case i < 0 || i > s.n:
		return &outside
	case i == s.n:
		return &rootTag
	}
	return &s.tags[i]
}

// rel returns the relation of a token as a value, or one that stands for none.
func (s *State) rel(i int32) uint64 {
	if i < 0 {
		return 5
	}
	return uint64(s.rels[i] + 10)
}

// of returns the entry of an index table, -1 of no token.
func of(table []int32, i int32) int32 {
	if i < 0 || int(i) >= len(table) {
		return -1
	}
	return table[i]
}

func count(table []uint8, i int32) uint64 {
	if i < 0 || int(i) >= len(table) {
		return 9
	}
	return uint64(table[i])
}
