package feature

// Relation appends what tells the relation of token i to its head when the whole
// tree is there. The relations of the tokens before i are settled already.
func (s *State) Relation(out []uint64, i int) []uint64 {
	l := list{3000, out}
	d := int32(i)
	h := s.heads[d]
	D, H := s.word(d), s.word(h)
	td, th := s.tag(d).Fine, s.tag(h).Fine
	g := of(s.heads, h)
	if h == s.n {
		g = -1
	}
	side := uint64(0)
	if d > h {
		side = 1
	}
	dist := side<<4 | distance(d, h)
	l.one(0)
	l.three(td, th, dist)
	l.two(D.Lower, dist)
	l.two(H.Lower, dist)
	l.three(D.Lower, td, th)
	l.three(D.Lower, H.Lower, side)
	l.three(td, H.Lower, side)
	l.three(D.Fine, H.Fine, side)
	l.three(D.Fine, th, side)
	l.three(td, H.Fine, side)
	l.three(D.Coarse, H.Coarse, dist)
	l.two(D.Suffix[2], th)
	l.three(td, th, s.tag(g).Fine)
	l.three(td, th, s.rel(h))
	l.three(D.Lower, th, s.word(g).Lower)
	s.relatives(&l, d, h, side)
	return l.features
}

// relatives speaks of the dependents of token d and of its neighbours under h.
func (s *State) relatives(l *list, d, h int32, side uint64) {
	td, th := s.tag(d).Fine, s.tag(h).Fine
	for _, c := range [...]int32{of(s.left, d), of(s.left2, d), of(s.outer, d), of(s.right, d)} {
		l.three(td, s.word(c).Lower, side)
		l.three(td, s.tag(c).Fine, th)
		l.three(td, s.rel(c), th)
	}
	for _, c := range [...]int32{of(s.left, h), of(s.outer, h)} {
		l.three(td, th, s.word(c).Lower)
		l.three(td, s.tag(c).Fine, th)
		l.three(td, s.rel(c), th)
	}
	l.three(td, s.tag(d-1).Fine, s.tag(d+1).Fine)
	l.two(s.word(d-1).Lower, td)
	l.two(s.word(d+1).Lower, td)
	l.three(td, th, s.marks(min(d, h)+1, max(d, h)))
	l.two(count(s.lefts, d), td)
	l.two(count(s.rights, d), td)
	sub := s.subject(h)
	l.three(td, th, sub)
	l.three(s.word(d).Lower, s.word(h).Lower, sub)
}

// subject tells what the outermost dependents of a token on its left are, by
// their relations: whether a subject, a mark or a case is there.
func (s *State) subject(h int32) uint64 {
	a, b := of(s.left, h), of(s.left2, h)
	return s.rel(a)<<8 | s.rel(b)
}
