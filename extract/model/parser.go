package model

import (
	"fmt"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Parser finds the tree of a sentence with the arc-hybrid system, then gives
// each arc its relation anew with the whole tree in view.
type Parser struct {
	weights *linear.Model
	rels    []string
	again   *linear.Model // relations with the whole tree in view, if there is one
}

// An Arc is the head of a token and its relation to it.
type Arc struct {
	Head int // the index of a token, or -1 of the root
	Rel  uint8
}

// Classes of the parser: 0 shifts; 1+r hangs the top of the stack on the next
// token by relation r; 1+len(rels)+r on the token below it.

// ReadParser takes the parts of a bundle; again may be nil.
func ReadParser(part, again []byte) (*Parser, error) {
	rels, weights, err := named(part)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if weights.Classes() != 1+2*len(rels) {
		return nil, fmt.Errorf("parser: %d relations for %d classes: %w", len(rels), weights.Classes(), errBundle)
	}
	p := &Parser{weights: weights, rels: rels}
	if again == nil {
		return p, nil
	}
	m, rest, err := linear.Read(again)
	if err != nil || len(rest) > 0 || m.Classes() != len(rels) {
		return nil, fmt.Errorf("relations: %w", errBundle)
	}
	p.again = m
	return p, nil
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
	if p.again != nil {
		p.relabel(s, w)
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

// relabel chooses the relation of every arc with the tree in view, in the order
// of the tokens, so that each sees the relations settled before it.
func (p *Parser) relabel(s *feature.State, w *Work) {
	w.room(len(p.rels))
	for i := range s.Len() {
		w.features = s.Relation(w.features[:0], i)
		p.again.Score(w.features, w.scores)
		s.Relabel(i, highest(w.scores))
	}
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
