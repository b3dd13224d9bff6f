// Package engine scores the language engine against gold: where words and
// sentences begin and end.
package engine

import (
	"fmt"
	"strings"
	"unicode"

	"ascribe"
)

// Segments are the words and sentences of a text as runs of its characters,
// white space left out: two tokenizers of one text can then be compared
// whatever they do with the space between words.
type Segments struct {
	Chars     string         // the text without white space
	Words     []ascribe.Span // of Chars; syntactic words, so "don't" is two
	Sentences []ascribe.Span // of Chars
}

// NewSegments makes segments from spans of a text, which must be in order. What
// holds nothing but white space is dropped.
func NewSegments(text string, sentences, words []ascribe.Span) Segments {
	var b strings.Builder
	before := make([]int, len(text)+1) // how much of Chars lies before each byte of text
	for i, r := range text {
		size := len(string(r))
		if r == unicode.ReplacementChar && text[i] != "\uFFFD"[0] {
			size = 1 // a byte that is no UTF-8
		}
		for j := range size {
			before[i+j] = b.Len()
		}
		if !unicode.IsSpace(r) {
			b.WriteString(text[i : i+size])
		}
	}
	before[len(text)] = b.Len()
	squeeze := func(spans []ascribe.Span) []ascribe.Span {
		out := make([]ascribe.Span, 0, len(spans))
		for _, s := range spans {
			if s = (ascribe.Span{Start: before[s.Start], End: before[s.End]}); s.Start < s.End {
				out = append(out, s)
			}
		}
		return out
	}
	return Segments{Chars: b.String(), Sentences: squeeze(sentences), Words: squeeze(words)}
}

// A Match counts units that are the same in the gold and in what the engine made.
type Match struct{ Right, Gold, System int }

// F1 is the harmonic mean of precision and recall, in per cent.
func (m Match) F1() float64 {
	if m.Gold+m.System == 0 {
		return 100
	}
	return 200 * float64(m.Right) / float64(m.Gold+m.System)
}

// Add adds the counts of another text.
func (m *Match) Add(o Match) {
	m.Right += o.Right
	m.Gold += o.Gold
	m.System += o.System
}

// A SegmentScore tells how many words and sentences are exactly those of the gold.
type SegmentScore struct{ Words, Sentences Match }

// Add adds the counts of another text.
func (s *SegmentScore) Add(o SegmentScore) {
	s.Words.Add(o.Words)
	s.Sentences.Add(o.Sentences)
}

// String returns both figures in a line.
func (s SegmentScore) String() string {
	return fmt.Sprintf("words F1 %.2f, sentences F1 %.2f", s.Words.F1(), s.Sentences.F1())
}

// ScoreSegments scores as the CoNLL 2018 evaluation does: a unit is right when
// the gold has one of exactly the same characters. Both must be of one text.
func ScoreSegments(gold, system Segments) (SegmentScore, error) {
	if gold.Chars != system.Chars {
		return SegmentScore{}, ascribe.WithHint(
			ascribe.Errorf(ascribe.Invalid, "the gold and the engine's segments are of different texts"),
			"Segment the text that the gold was made from.")
	}
	return SegmentScore{
		Words:     match(gold.Words, system.Words),
		Sentences: match(gold.Sentences, system.Sentences),
	}, nil
}

func match(gold, system []ascribe.Span) Match {
	return Match{Right: len(Aligned(gold, system)), Gold: len(gold), System: len(system)}
}

// Aligned returns the pairs of indices at which two runs of spans, each in
// order, hold the same span.
func Aligned(gold, system []ascribe.Span) [][2]int {
	var out [][2]int
	g, s := 0, 0
	for g < len(gold) && s < len(system) {
		a, b := gold[g], system[s]
		switch {
		case a == b:
			out = append(out, [2]int{g, s})
			g++
			s++
		case a.Start < b.Start || a.Start == b.Start && a.End < b.End:
			g++
		default:
			s++
		}
	}
	return out
}
