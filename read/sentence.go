package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"ascribe"
)

// maxSentence is where a run of words without a full stop is cut all the same,
// in bytes.
const maxSentence = 6000

// seam is how much text on either side of a stop is looked at.
const seam = 160

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
	flat := raised(flatten(block.Of(text)))
	first := len(out)
	start, at := 0, 0
	for it := sentences.FromString(flat); it.Next(); {
		for _, cut := range missedCuts(flat, at, at+len(it.Value())) {
			out = appendTrimmed(out, first, flat, ascribe.Span{Start: start, End: cut})
			start = cut
		}
		at += len(it.Value())
		if at < len(flat) && glued(flat[max(start, at-seam):at], flat[at:min(len(flat), at+seam)]) {
			continue
		}
		out = appendTrimmed(out, first, flat, ascribe.Span{Start: start, End: at})
		start = at
	}
	out = appendTrimmed(out, first, flat, ascribe.Span{Start: start, End: len(flat)})
	for i := first; i < len(out); i++ {
		out[i].Start += block.Start
		out[i].End += block.Start
	}
	return out
}

// flatten makes every white space inside a paragraph a plain one, byte for
// byte: a line end there is a wrap, not the end of a sentence.
func flatten(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\v\f\u0085\u2028\u2029") {
		return s
	}
	b := []byte(s)
	for i, r := range s {
		switch r {
		case '\n', '\r', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029':
			for j := range utf8.RuneLen(r) {
				b[i+j] = ' '
			}
		}
	}
	return string(b)
}

// raised puts a paragraph typed without capitals into capitals, byte for byte:
// the rules for capitals then find its sentences.
func raised(s string) string {
	small, large := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			small++
		case c >= 'A' && c <= 'Z':
			large++
		}
	}
	if small < 60 || large*100 > small {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
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

// glued reports whether the boundary between left and right is none.
func glued(left, right string) bool {
	wide := strings.HasSuffix(left, "  ") // typists put two spaces after a sentence
	left = strings.TrimRightFunc(left, unicode.IsSpace)
	right = strings.TrimLeftFunc(right, unicode.IsSpace)
	if left == "" || right == "" {
		return false
	}
	if listNumber(left) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(right)
	if unicode.IsLower(next) && !strings.HasSuffix(left, ":") {
		return true // "“Who was it?” he asked."
	}
	if wide && endsLower(left) && unicode.IsUpper(next) {
		return false
	}
	if abbreviates(left, right) {
		return true
	}
	return asks(left) && speaks(right)
}

// endsLower reports whether the word before the last stop is too long for an
// abbreviation.
func endsLower(left string) bool {
	return utf8.RuneCountInString(lastWord(strings.TrimRight(left, ".!?"))) > 4
}

// listNumber reports whether all there is yet is the number of a list item.
func listNumber(left string) bool {
	left = strings.TrimLeftFunc(left, unicode.IsSpace)
	if len(left) < 2 || len(left) > 4 || left[len(left)-1] != '.' {
		return false
	}
	body := left[:len(left)-1]
	return strings.Trim(body, "0123456789") == "" || len(body) == 1 && body[0] >= 'A' && body[0] <= 'Z'
}

// asks reports whether left ends in a quotation that is a question or a cry.
func asks(left string) bool {
	for _, q := range []string{`"`, "”", "’", "'", "»"} {
		if s, ok := strings.CutSuffix(left, q); ok {
			return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
		}
	}
	return false
}

// speakers are the verbs that tie a quotation to its speaker.
var speakers = setOf(`said says asked asks told added wrote shouted yelled cried tweeted replied answered
	recalled continued exclaimed wondered declared`)

// notNames are words in capitals that begin a sentence of their own.
var notNames = setOf(`he she they it we i the a an but and then when as`)

// speaks reports whether right begins with a name and a verb of speech, as in
// "“Who was it?” Ana Oru said."
func speaks(right string) bool {
	for i := range 5 {
		right = strings.TrimLeftFunc(right, unicode.IsSpace)
		word := firstWord(right)
		bare := strings.TrimRight(word, ".,;:!?")
		if speakers[strings.ToLower(bare)] {
			return true
		}
		r, _ := utf8.DecodeRuneInString(word)
		caps := bare == strings.ToUpper(bare)
		if !unicode.IsUpper(r) || bare != word || i == 0 && !caps && notNames[strings.ToLower(word)] {
			return false
		}
		right = right[len(word):]
	}
	return false
}

// missedCuts returns the boundaries inside flat[start:end] that the Unicode
// rules pass over: a stop before a digit or an opening quotation mark whose
// next letter is small, and a stop with no space after it.
func missedCuts(flat string, start, end int) []int {
	var out []int
	for i := start; i < end-1; i++ {
		if c := flat[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		if at, ok := missedCut(flat, start, i, end); ok {
			out = append(out, at)
			i = at
		}
	}
	return out
}

// missedCut reports whether a sentence ends with the stop at i, and where the
// next one starts.
func missedCut(flat string, start, i, end int) (int, bool) {
	left := flat[max(start, i+1-seam) : i+1]
	word := lastWord(strings.TrimRight(left, ".!?"))
	if utf8.RuneCountInString(word) < 3 || strings.ContainsAny(word, ".") {
		return 0, false
	}
	at := i + 1
	for _, q := range []string{"”", "’", `"`, ")"} {
		if strings.HasPrefix(flat[at:end], q) && !(q == `"` && at == i+1 && opensAt(flat[at+1:end])) {
			at += len(q)
			break
		}
	}
	right := strings.TrimLeft(flat[at:end], " \u00a0")
	spaced := len(right) < end-at
	next, n := utf8.DecodeRuneInString(right)
	switch {
	case right == "" || abbreviates(left, right):
		return 0, false
	case spaced && unicode.IsDigit(next):
		return end - len(right), true
	case spaced && (next == '“' || next == '"' || next == '‘') && n < len(right):
		return end - len(right), true
	case !spaced && at == i+1 && unicode.IsUpper(next) && wordAhead(right) && unicode.IsLower(lastRune(word)):
		return end - len(right), !addressAt(left, right)
	}
	return 0, false
}

// opensAt reports whether what follows a straight quotation mark makes it an
// opening one.
func opensAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordAhead reports whether s begins with a capitalised word of prose.
func wordAhead(s string) bool {
	word := firstWord(s)
	if len(word) == 1 {
		return word == "A" || word == "I"
	}
	_, n := utf8.DecodeRuneInString(word)
	r, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsLower(r)
}

// addressAt reports whether the stop at the seam is part of a web or mail
// address or a file name.
func addressAt(left, right string) bool {
	word := firstWord(right)
	if i := strings.LastIndexByte(left, ' '); i >= 0 {
		left = left[i+1:]
	}
	return strings.ContainsAny(left+word, "/@_=") || strings.HasPrefix(left, "www.")
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
