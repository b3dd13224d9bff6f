package publish

import (
	"unicode/utf8"

	"ascribe"
)

// stride is how many bytes lie between two marks of points.
const stride = 64

// points turns byte offsets of a text into code points: the count is kept every
// stride bytes, and the rest is counted when asked for.
type points struct {
	text  string
	marks []int32 // code points that begin before byte i*stride; nil for ASCII, where both are the same
}

func newPoints(text string) (points, error) {
	if !utf8.ValidString(text) {
		return points{}, ascribe.Errorf(ascribe.Invalid, "the text is not valid UTF-8")
	}
	p := points{text: text}
	if starts(text) == len(text) {
		return p, nil
	}
	n := 0
	for i := 0; i <= len(text); i += stride {
		p.marks = append(p.marks, int32(n))
		n += starts(text[i:min(i+stride, len(text))])
	}
	return p, nil
}

// starts counts the bytes at which a code point begins.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// at returns how many code points begin before a byte offset.
func (p points) at(b int) int {
	if p.marks == nil {
		return b
	}
	mark := b / stride
	return int(p.marks[mark]) + starts(p.text[mark*stride:b])
}

// pair is a range of code points, [start, end), as JSON has it.
type pair [2]int

// of converts a span. A span that lies outside the text, or cuts a character,
// is an error: rounding it would quote other words.
func (p points) of(s ascribe.Span) (pair, error) {
	if s.Start < 0 || s.End > len(p.text) || s.Start > s.End {
		return pair{}, ascribe.Errorf(ascribe.Invalid, "span %d-%d lies outside the text (%d bytes)", s.Start, s.End, len(p.text))
	}
	for _, b := range []int{s.Start, s.End} {
		if b < len(p.text) && !utf8.RuneStart(p.text[b]) {
			return pair{}, ascribe.Errorf(ascribe.Invalid, "span %d-%d cuts the character at byte %d", s.Start, s.End, b)
		}
	}
	return pair{p.at(s.Start), p.at(s.End)}, nil
}
