package model

import (
	"fmt"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Parser finds the tree of a sentence, from left to right with the arc-hybrid
// system.
type Parser struct {
	weights *linear.Model
	rels    []string
}

// An Arc is the head of a token and its relation to it.
type Arc struct {
	Head int // the index of a token, or -1 of the root
	Rel  uint8
}

// Classes of the parser: 0 shifts; 1+r hangs the top of the stack on the next
// token by relation r; 1+len(rels)+r on the token below it.

// ReadParser takes the part of a bundle.
func ReadParser(part []byte) (*Parser, error) {
	rels, weights, err := named(part)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if weights.Classes() != 1+2*len(rels) {
		return nil, fmt.Errorf("parser: %d relations for %d classes: %w", len(rels), weights.Classes(), errBundle)
	}
	return &Parser{weights: weights, rels: rels}, nil
}

// Rels returns the relations that the parser tells apart.
func (p *Parser) Rels() []string { return p.rels }

// Parse appends to out the arc of each token.
func (p *Parser) Parse(out []Arc, words []feature.Word, tags []feature.Tagged, w *Work) []Arc {
	s := &w.state
	s.Reset(words, tags)
	w.room(p.weights.Classes())
	for !s.Done() {
		w.features = s.Parse(w.features[:0])
		p.weights.Score(w.features, w.scores)
		Apply(s, p.choose(s, w.scores), len(p.rels))
	}
	for i := range words {
		a := Arc{Head: s.Head(i), Rel: uint8(s.Rel(i))}
		if a.Head == s.Len() {
			a.Head = -1
		}
		out = append(out, a)
	}
	return out
}

// choose returns the highest transition that the state allows.
func (p *Parser) choose(s *feature.State, scores []int32) int {
	best, rels := -1, len(p.rels)
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
