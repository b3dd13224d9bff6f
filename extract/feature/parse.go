package feature

// A view is the part of a parse's state that features speak of.
type view struct {
	s                          *State
	s0, s1, s2, b0, b1, b2     int32
	S0, S1, B0, B1             *Word
	t0, t1, t2, u0, u1, u2     uint64 // fine tags of s0, s1, s2 and b0, b1, b2
	s0l, s0l2, s0r, s0r2       int32
	s1l, s1l2, s1r, s1r2       int32
	b0l, b0l2                  int32
	between, beyond            uint64 // distances s0–b0 and s1–s0
	vs0l, vs0r, vs1l, vs1r, vb uint64
}

func (s *State) look() view {
	v := view{s: s, s0: int32(s.Top(0)), s1: int32(s.Top(1)), s2: int32(s.Top(2)), b0: s.next, b1: s.next + 1, b2: s.next + 2}
	v.S0, v.S1, v.B0, v.B1 = s.word(v.s0), s.word(v.s1), s.word(v.b0), s.word(v.b1)
	v.t0, v.t1, v.t2 = s.tag(v.s0).Fine, s.tag(v.s1).Fine, s.tag(v.s2).Fine
	v.u0, v.u1, v.u2 = s.tag(v.b0).Fine, s.tag(v.b1).Fine, s.tag(v.b2).Fine
	v.s0l, v.s0l2, v.s0r, v.s0r2 = of(s.left, v.s0), of(s.left2, v.s0), of(s.outer, v.s0), of(s.right, v.s0)
	v.s1l, v.s1l2, v.s1r, v.s1r2 = of(s.left, v.s1), of(s.left2, v.s1), of(s.outer, v.s1), of(s.right, v.s1)
	v.b0l, v.b0l2 = of(s.left, v.b0), of(s.left2, v.b0)
	v.between, v.beyond = distance(v.s0, v.b0), distance(v.s1, v.s0)
	v.vs0l, v.vs0r = count(s.lefts, v.s0), count(s.rights, v.s0)
	v.vs1l, v.vs1r = count(s.lefts, v.s1), count(s.rights, v.s1)
	v.vb = count(s.lefts, v.b0)
	return v
}

func distance(a, b int32) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	d := max(b-a, a-b)
	switch {
	case d < 5:
		return uint64(d)
	case d < 7:
		return 5
	case d < 10:
		return 6
	case d < 20:
		return 7
	}
	return 8
}

// Parse appends what the parser sees in its state (Zhang and Nivre, 2011, for
// the arc-hybrid system, with clusters and what lies between).
func (s *State) Parse(out []uint64) []uint64 {
	v := s.look()
	l := list{1000, out}
	l.one(0)
	v.words(&l)
	v.pairs(&l)
	v.triples(&l)
	v.counts(&l)
	v.children(&l)
	v.classes(&l)
	v.around(&l)
	if s.guide != nil { // a parser that only guides does with less
		v.clusters(&l)
		v.guided(&l)
	}
	return l.features
}

func (v *view) words(l *list) {
	l.one(v.S0.Lower)
	l.one(v.t0)
	l.two(v.S0.Lower, v.t0)
	l.one(v.S1.Lower)
	l.one(v.t1)
	l.two(v.S1.Lower, v.t1)
	l.one(v.B0.Lower)
	l.one(v.u0)
	l.two(v.B0.Lower, v.u0)
	l.one(v.B1.Lower)
	l.one(v.u1)
	l.two(v.B1.Lower, v.u1)
	S2, B2 := v.s.word(v.s2), v.s.word(v.b2)
	l.one(v.t2)
	l.two(S2.Lower, v.t2)
	l.one(v.u2)
	l.two(B2.Lower, v.u2)
	l.one(v.s.tag(v.s0).Coarse)
	l.one(v.s.tag(v.b0).Coarse)
	l.one(v.s.tag(v.s1).Coarse)
	l.one(v.S0.Suffix[2])
	l.one(v.B0.Suffix[2])
	l.one(v.S1.Suffix[2])
}

func (v *view) pairs(l *list) {
	l.four(v.S0.Lower, v.t0, v.B0.Lower, v.u0)
	l.three(v.S0.Lower, v.t0, v.B0.Lower)
	l.three(v.S0.Lower, v.B0.Lower, v.u0)
	l.three(v.S0.Lower, v.t0, v.u0)
	l.three(v.t0, v.B0.Lower, v.u0)
	l.two(v.S0.Lower, v.B0.Lower)
	l.two(v.t0, v.u0)
	l.two(v.S0.Lower, v.u0)
	l.two(v.t0, v.B0.Lower)
	l.two(v.s.tag(v.s0).Coarse, v.s.tag(v.b0).Coarse)
	l.two(v.u0, v.u1)
	l.four(v.S1.Lower, v.t1, v.S0.Lower, v.t0)
	l.three(v.S1.Lower, v.t1, v.t0)
	l.three(v.t1, v.S0.Lower, v.t0)
	l.two(v.S1.Lower, v.S0.Lower)
	l.two(v.t1, v.t0)
	l.two(v.S1.Lower, v.t0)
	l.two(v.t1, v.S0.Lower)
	l.two(v.s.tag(v.s1).Coarse, v.s.tag(v.s0).Coarse)
}

func (v *view) triples(l *list) {
	tag := func(i int32) uint64 { return v.s.tag(i).Fine }
	l.three(v.u0, v.u1, v.u2)
	l.three(v.t0, v.u0, v.u1)
	l.three(v.t1, v.t0, v.u0)
	l.three(v.t2, v.t1, v.t0)
	l.three(v.t0, tag(v.s0l), v.u0)
	l.three(v.t0, tag(v.s0r), v.u0)
	l.three(v.t0, v.u0, tag(v.b0l))
	l.three(v.t1, v.t0, tag(v.s0l))
	l.three(v.t1, v.t0, tag(v.s0r))
	l.three(v.t1, tag(v.s1r), v.t0)
	l.three(v.t1, tag(v.s1l), v.t0)
	l.three(v.t1, v.S0.Lower, v.u0)
	l.three(v.S1.Lower, v.t0, v.u0)
	l.three(v.t1, v.t0, v.B0.Lower)
	l.three(v.t0, tag(v.s0l), tag(v.s0l2))
	l.three(v.t0, tag(v.s0r), tag(v.s0r2))
	l.three(v.u0, tag(v.b0l), tag(v.b0l2))
	l.three(v.t1, tag(v.s1r), tag(v.s1r2))
	l.four(v.t1, v.t0, v.u0, v.u1)
}

func (v *view) counts(l *list) {
	l.two(v.S0.Lower, v.between)
	l.two(v.t0, v.between)
	l.two(v.B0.Lower, v.between)
	l.two(v.u0, v.between)
	l.three(v.S0.Lower, v.B0.Lower, v.between)
	l.three(v.t0, v.u0, v.between)
	l.three(v.t1, v.t0, v.beyond)
	l.three(v.S1.Lower, v.S0.Lower, v.beyond)
	l.two(v.t1, v.beyond)
	l.two(v.t0, v.beyond)
	l.two(v.S0.Lower, v.vs0r)
	l.two(v.t0, v.vs0r)
	l.two(v.S0.Lower, v.vs0l)
	l.two(v.t0, v.vs0l)
	l.two(v.B0.Lower, v.vb)
	l.two(v.u0, v.vb)
	l.two(v.t1, v.vs1r)
	l.two(v.t1, v.vs1l)
	l.two(v.S1.Lower, v.vs1r)
}

func (v *view) children(l *list) {
	for _, c := range [...]int32{v.s0l, v.s0r, v.b0l, v.s0l2, v.s0r2, v.b0l2, v.s1l, v.s1r, v.s1r2, v.s1l2} {
		l.one(v.s.word(c).Lower)
		l.one(v.s.tag(c).Fine)
		l.one(v.s.rel(c))
	}
	rel := v.s.rel
	l.three(v.S0.Lower, rel(v.s0l), rel(v.s0l2))
	l.three(v.t0, rel(v.s0l), rel(v.s0l2))
	l.three(v.S0.Lower, rel(v.s0r), rel(v.s0r2))
	l.three(v.t0, rel(v.s0r), rel(v.s0r2))
	l.three(v.B0.Lower, rel(v.b0l), rel(v.b0l2))
	l.three(v.u0, rel(v.b0l), rel(v.b0l2))
	l.three(v.S1.Lower, rel(v.s1r), rel(v.s1r2))
	l.three(v.t1, rel(v.s1r), rel(v.s1r2))
	l.three(v.t1, rel(v.s1l), rel(v.s1l2))
	l.three(v.S0.Lower, rel(v.s0l), v.u0)
	l.three(v.S1.Lower, rel(v.s1l), v.t0)
}

// classes speaks of the words by their classes (Koo, Carreras and Collins, 2008:
// short prefixes in the place of tags, whole paths in the place of words).
func (v *view) classes(l *list) {
	S0, S1, B0 := v.S0, v.S1, v.B0
	l.one(S0.Path)
	l.one(B0.Path)
	l.one(S1.Path)
	l.two(S0.Path, B0.Path)
	l.two(S1.Path, S0.Path)
	l.two(S0.Path6, B0.Path6)
	l.two(S1.Path6, S0.Path6)
	l.three(S0.Path, v.t0, v.u0)
	l.three(B0.Path, v.u0, v.t0)
}

// clusters says more of them.
func (v *view) clusters(l *list) {
	S0, S1, B0 := v.S0, v.S1, v.B0
	l.one(v.B1.Path)
	l.two(S0.Path4, B0.Path4)
	l.three(S1.Path, v.t0, v.u0)
	l.three(v.t1, S0.Path, v.u0)
	l.three(S0.Path6, B0.Path6, v.between)
	l.three(S0.Lower, v.t0, B0.Path6)
	l.three(S0.Path6, B0.Lower, v.u0)
	l.three(S1.Lower, v.t1, S0.Path6)
	l.three(S1.Path6, S0.Lower, v.t0)
	l.four(S0.Path4, v.t0, B0.Path4, v.u0)
	l.four(S1.Path4, v.t1, S0.Path4, v.t0)
	l.three(S1.Path4, S0.Path4, B0.Path4)
	l.two(S0.Fine, B0.Fine)
	l.two(S1.Fine, S0.Fine)
	l.three(S0.Coarse, B0.Coarse, v.between)
	l.three(v.s.word(v.s0r).Path6, v.t0, v.u0)
	l.three(v.s.word(v.b0l).Path6, v.t0, v.u0)
	l.three(v.s.word(v.s1r).Path6, v.t1, S0.Path6)
}

// around speaks of what stands beside and between the tokens in question.
func (v *view) around(l *list) {
	s := v.s
	l.two(s.tag(v.s0-1).Fine, v.t0)
	l.two(v.t0, s.tag(v.s0+1).Fine)
	l.two(s.tag(v.b0-1).Fine, v.u0)
	l.three(s.word(v.b0-1).Lower, v.t0, v.u0)
	l.three(s.word(v.s0-1).Lower, v.t0, v.u0)
	inner := v.inner()
	l.three(v.t0, v.u0, inner)
	l.two(inner, v.between)
	l.three(v.t1, v.t0, v.outerMarks())
}

// inner returns which commas, conjunctions, brackets and verbs lie between the
// top of the stack and the next token.
func (v *view) inner() uint64 {
	if v.s0 < 0 {
		return 99
	}
	return v.s.marks(v.s0+1, v.b0)
}

func (v *view) outerMarks() uint64 {
	if v.s1 < 0 {
		return 99
	}
	return v.s.marks(v.s1+1, v.s0)
}

// reach is how far between two tokens marks looks, so that its cost is bounded.
const reach = 24

func (s *State) marks(from, to int32) uint64 {
	var m uint64
	if to-from > reach {
		to, m = from+reach, 1<<8
	}
	for i := from; i < to; i++ {
		m |= s.words[i].kind
	}
	return m
}
