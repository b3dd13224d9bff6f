package model

import (
	"fmt"
	"slices"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Parser finds the tree of a sentence with the arc-hybrid system, first from
// right to left, then from left to right with the first tree as a guide: the two
// directions err in other places (Nivre and McDonald, 2008).
type Parser struct {
	back, forth *linear.Model
	rels        []string
}

// An Arc is the head of a token and its relation to it.
type Arc struct {
	Head int // the index of a token, or -1 of the root
	Rel  uint8
}

// Classes of the parser: 0 shifts; 1+r hangs the top of the stack on the next
// token by relation r; 1+len(rels)+r on the token below it.

// ReadParser takes the parts of a bundle: the parser from right to left and the
// one that it guides.
func ReadParser(back, forth []byte) (*Parser, error) {
	rels, b, err := named(back)
	if err != nil {
		return nil, fmt.Errorf("parser from right to left: %w", err)
	}
	again, f, err := named(forth)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if !slices.Equal(rels, again) || b.Classes() != 1+2*len(rels) || f.Classes() != 1+2*len(rels) {
		return nil, fmt.Errorf("parser: %d and %d relations for %d and %d classes: %w", len(rels), len(again), b.Classes(), f.Classes(), errBundle)
	}
	return &Parser{back: b, forth: f, rels: rels}, nil
}

// Rels returns the relations that the parser tells apart.
func (p *Parser) Rels() []string { return p.rels }

// Parse appends to out the arc of each token.
func (p *Parser) Parse(out []Arc, words []feature.Word, tags []feature.Tagged, w *Work) []Arc {
	w.guide = Guides(w.guide[:0], p.back, words, tags, w)
	s := &w.state
	s.Reset(words, tags, w.guide)
	run(p.forth, s, w)
	for i := range words {
		a := Arc{Head: s.Head(i), Rel: uint8(s.Rel(i))}
		if a.Head == s.Len() {
			a.Head = -1
		}
		out = append(out, a)
	}
	return out
}

// Guides appends to out what a model that parses from right to left says.
func Guides(out []feature.Guide, back *linear.Model, words []feature.Word, tags []feature.Tagged, w *Work) []feature.Guide {
	w.words, w.tagged = Reversed(w.words[:0], words), Reversed(w.tagged[:0], tags)
	s, n := &w.state, len(words)
	s.Reset(w.words, w.tagged, nil)
	run(back, s, w)
	for i := n - 1; i >= 0; i-- {
		g := feature.Guide{Head: int32(s.Head(i)), Rel: int32(s.Rel(i))}
		if int(g.Head) < n {
			g.Head = int32(n-1) - g.Head
		}
		out = append(out, g)
	}
	return out
}

// Reversed appends the entries of a slice, the last first.
func Reversed[T any](out, in []T) []T {
	for i := len(in) - 1; i >= 0; i-- {
		out = append(out, in[i])
	}
	return out
}

// run makes the steps that a model finds best until every token has its head.
func run(m *linear.Model, s *feature.State, w *Work) {
	rels := (m.Classes() - 1) / 2
	for !s.Done() {
		if s.Depth() == 0 { // there is nothing else to do
			s.Shift()
			continue
		}
		w.features = s.Parse(w.features[:0])
		m.Score(w.features, &w.scores)
		Apply(s, choose(s, w.scores[:m.Classes()], rels), rels)
	}
}

// choose returns the highest transition that the state allows.
func choose(s *feature.State, scores []int32, rels int) int {
	best := -1
	if s.CanShift() {
		best = 0
	}
	if s.CanLeft() {
		best = better(scores, best, 1, 1+rels)
	}
	if s.CanRight() {
		best = better(scores, best, 1+rels, 1+2*rels)
	}
	return best
}

func better(scores []int32, best, from, to int) int {
	for c := from; c < to; c++ {
		if best < 0 || scores[c] > scores[best] {
			best = c
		}
	}
	return best
}

// Apply makes a transition.
func Apply(s *feature.State, class, rels int) {
	switch {
	case class == 0:
		s.Shift()
	case class <= rels:
		s.Left(class - 1)
	default:
		s.Right(class - 1 - rels)
	}
}
