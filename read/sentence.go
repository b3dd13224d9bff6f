package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/read/boundary"
)

// maxSentence is where a run of words without a full stop is cut all the same,
// in bytes.
const maxSentence = 6000

// Sentences splits the blocks of a text into sentences: in order, disjoint,
// without white space at their ends, each inside one block, together holding
// every letter of every block. Its cost grows with the length of the text.
func Sentences(text string, blocks []ascribe.Block) []ascribe.Span {
	var out []ascribe.Span
	for _, b := range blocks {
		out = appendSentences(out, text, b.Span)
	}
	return out
}

func appendSentences(out []ascribe.Span, text string, block ascribe.Span) []ascribe.Span {
	words := block.Of(text)
	t := boundary.New(words)
	first, start := len(out), 0
	for _, i := range t.Ends() {
		end, next := t.Gap(i)
		out = appendTrimmed(out, first, words, ascribe.Span{Start: start, End: end})
		start = next
	}
	out = appendTrimmed(out, first, words, ascribe.Span{Start: start, End: len(words)})
	for i := first; i < len(out); i++ {
		out[i].Start += block.Start
		out[i].End += block.Start
	}
	return out
}

// appendTrimmed adds a sentence without the white space about it, cut where it
// is too long. What holds no letter or digit joins the sentence before it.
func appendTrimmed(out []ascribe.Span, first int, flat string, s ascribe.Span) []ascribe.Span {
	body := strings.TrimLeftFunc(s.Of(flat), unicode.IsSpace)
	s.Start = s.End - len(body)
	s.End = s.Start + len(strings.TrimRightFunc(body, unicode.IsSpace))
	if s.Start == s.End {
		return out
	}
	if len(out) > first {
		last := &out[len(out)-1]
		if !hasLetter(s.Of(flat)) && s.End-last.Start <= maxSentence {
			last.End = s.End
			return out
		}
		if !hasLetter(last.Of(flat)) && s.End-last.Start <= maxSentence {
			last.End = s.End
			return out
		}
	}
	for s.End-s.Start > maxSentence {
		cut := cutLong(flat, s.Start)
		end := s.Start + len(strings.TrimRightFunc(flat[s.Start:cut], unicode.IsSpace))
		if end > s.Start {
			out = append(out, ascribe.Span{Start: s.Start, End: end})
		}
		s.Start = cut + len(flat[cut:s.End]) - len(strings.TrimLeftFunc(flat[cut:s.End], unicode.IsSpace))
	}
	if s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// cutLong returns where to cut a sentence that starts at start: at the last
// white space within the limit, else at the last whole character.
func cutLong(flat string, start int) int {
	if i := strings.LastIndexByte(flat[start:start+maxSentence], ' '); i > maxSentence/2 {
		return start + i
	}
	cut := start + maxSentence
	for !utf8.RuneStart(flat[cut]) {
		cut--
	}
	return cut
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
