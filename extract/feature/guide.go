package feature

// guided speaks of what another parser has said of the tokens in question.
func (v *view) guided(l *list) {
	s := v.s
	a, b := v.between2(), v.below()
	rel := s.guideRel(v.s0)
	rest := s.waits(v.s0, v.b0)
	l.three(a, b, rest)
	l.four(a, b, rest, rel)
	l.four(a, rest, v.t0, v.u0)
	l.four(b, rest, v.t1, v.t0)
	l.four(a, b, v.t0, v.between)
	l.three(rel, v.t0, v.u0)
	l.three(rel, v.t0, v.t1)
	l.two(rel, v.S0.Lower)
	l.three(a, rel, v.B0.Lower)
	l.three(b, rel, v.S1.Lower)
	l.three(a, b, v.S0.Path)
	l.three(a, v.S0.Path6, v.B0.Path6)
	l.three(b, v.S1.Path6, v.S0.Path6)
	next := s.guideRel(v.b0)
	l.four(s.side(v.b0, v.s0), next, v.t0, v.u0)
	l.three(s.side(v.b0, v.s0), rest, next)
	l.four(a, b, v.inner(), v.u0)
	l.three(s.side(v.s1, v.s0), v.t1, v.t0)
}

// between2 tells where the guide hangs the top of the stack and the next token
// towards each other.
func (v *view) between2() uint64 {
	switch {
	case v.s0 < 0:
		return 0
	case v.s.guideHead(v.s0) == v.b0:
		return 1
	case v.s.guideHead(v.b0) == v.s0:
		return 2
	}
	return 3 + v.s.side(v.s0, v.b0)
}

// below tells the same of the top of the stack and the token under it.
func (v *view) below() uint64 {
	switch {
	case v.s1 < 0:
		return 0
	case v.s.guideHead(v.s0) == v.s1:
		return 1
	case v.s.guideHead(v.s1) == v.s0:
		return 2
	}
	return 3
}

// side tells on which side of another token the guide has the head of a token.
func (s *State) side(i, of int32) uint64 {
	switch h := s.guideHead(i); {
	case h < 0 || of < 0:
		return 0
	case h == s.n:
		return 1
	case h == of:
		return 2
	case h < of:
		return 3
	}
	return 4
}

// waits tells whether the guide has dependents of a token in the rest.
func (s *State) waits(i, next int32) uint64 {
	if i < 0 || s.last[i] < next {
		return 0
	}
	return 1
}

func (s *State) guideHead(i int32) int32 {
	if i < 0 || i >= s.n {
		return -1
	}
	return s.guide[i].Head
}

func (s *State) guideRel(i int32) uint64 {
	if i < 0 || i >= s.n {
		return 0
	}
	return uint64(s.guide[i].Rel + 1)
}
