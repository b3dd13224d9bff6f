// Package boundary finds where sentences end: a linear model over the words and
// marks on either side of each space, trained on treebanks by train. Its cost
// grows with the length of the text, and it is the same on every machine.
package boundary

import _ "embed" // the weights

// A Text is a paragraph taken apart for the search of sentence ends.
type Text struct {
	pieces []piece
	style  uint8
	states []state // at the end of each piece
	stops  []int   // the next piece that a full stop ends, itself included
}

type state struct {
	straight bool  // an odd number of straight quotation marks so far
	curly    int32 // curly marks open
	depth    int32 // brackets open
}

// Styles of a paragraph.
const (
	styleNormal = iota
	styleUpper  // capitals alone
	styleLower  // no capitals at all
	styleLax    // sentences begin with small letters
)

// New takes a paragraph apart. Line ends in it are spaces.
func New(text string) *Text {
	t := &Text{pieces: pieces(text)}
	t.states = make([]state, len(t.pieces))
	var s state
	for i := range t.pieces {
		p := &t.pieces[i]
		s.straight = s.straight != (p.quotes%2 == 1)
		s.curly = max(0, s.curly+p.curly)
		s.depth = max(0, s.depth+p.depth)
		t.states[i] = s
	}
	t.style = t.styleOf()
	t.stops = make([]int, len(t.pieces))
	next := len(t.pieces) + 60
	for i := len(t.pieces) - 1; i >= 0; i-- {
		if t.pieces[i].full() {
			next = i
		}
		t.stops[i] = next
	}
	return t
}

// full reports whether a stop ends the piece that can end a sentence.
func (p *piece) full() bool { return p.stop >= stopFull && p.stop <= stopDots }

func (t *Text) styleOf() uint8 {
	var upper, lower, lax, strict int
	for i := range t.pieces {
		p := &t.pieces[i]
		switch p.shape {
		case shapeUpper:
			upper++
		case shapeLower:
			lower++
		}
		if i > 0 && t.pieces[i-1].stop >= stopFull && t.pieces[i-1].stop <= stopCry &&
			t.pieces[i-1].close == markNone && t.pieces[i-1].class == classLong {
			if p.shape == shapeLower {
				lax++
			} else {
				strict++
			}
		}
	}
	switch {
	case upper >= 4 && lower*12 <= upper:
		return styleUpper
	case lax > strict:
		return styleLax
	case lower >= 8 && lower*10 > 9*len(t.pieces) && t.pieces[0].shape == shapeLower:
		return styleLower
	}
	return styleNormal
}

// Len is the number of places where a sentence may end: after each piece but
// the last.
func (t *Text) Len() int { return max(0, len(t.pieces)-1) }

// Weak reports whether no stop and no closing mark stands before place i.
func (t *Text) Weak(i int) bool {
	return (t.pieces[i].stop == stopNone || t.pieces[i].stop == stopComma) && t.pieces[i].close == markNone
}

// Strong reports whether a stop stands before place i that hardly is part of an
// abbreviation, and no small letter after it.
func (t *Text) Strong(i int) bool {
	p := &t.pieces[i]
	return p.full() && (p.class == classLong || p.class == classShort) && t.pieces[i+1].shape != shapeLower
}

// Gap returns where the words before place i end and those after it begin.
func (t *Text) Gap(i int) (end, next int) { return t.pieces[i].end, t.pieces[i+1].start }

//go:embed weights.bin
var shipped string

// Ends returns the places where a sentence ends.
func (t *Text) Ends() []int {
	var out []int
	var room [64]uint32
	first := 0
	for i := range t.Len() {
		if t.always(i) || !t.never(i, first) && Score(shipped, t.Features(room[:0], i, first)) > 0 {
			out = append(out, i)
			first = i + 1
		}
	}
	return out
}

// Score tells how surely a sentence ends at a place with these features, above
// zero if it does, by weights of one signed byte each.
func Score[W string | []byte](weights W, features []uint32) int {
	sum := 0
	for _, f := range features {
		sum += int(int8(weights[f]))
	}
	return sum
}
