package review

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// Words are words of an article as a person gives them: where they stand, or in
// which sentence, or the words alone.
type Words struct {
	Text     string
	At       *int // the code point of the article's text at which they begin
	Sentence *int // the number of their sentence, from 0
}

// given reports whether any words are.
func (w Words) given() bool { return strings.TrimSpace(w.Text) != "" }

// find returns the exact words in the article, and the number of their sentence.
// Spaces and line ends stand for one another.
func (w Words) find(d *ascribe.Document) (ascribe.Span, int, error) {
	if !w.given() {
		return ascribe.Span{}, 0, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no words of the article are given"), "give the exact words that say it")
	}
	var found []ascribe.Span
	var err error
	switch {
	case w.At != nil:
		found, err = w.standing(d)
	case w.Sentence != nil && (*w.Sentence < 0 || *w.Sentence >= len(d.Sentences)):
		err = ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the article has no sentence %d", *w.Sentence), fmt.Sprintf("it has %d, numbered from 0", len(d.Sentences)))
	case w.Sentence != nil:
		found = w.within(d, d.Sentences[*w.Sentence])
		found = found[:min(len(found), 1)]
	default:
		found = w.within(d, ascribe.Span{End: len(d.Text)})
	}
	switch {
	case err != nil:
		return ascribe.Span{}, 0, err
	case len(found) == 0:
		return ascribe.Span{}, 0, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the words %q do not stand there", w.Text), "give them exactly as the archived article has them")
	case len(found) > 1:
		return ascribe.Span{}, 0, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the words %q stand in the article %d times", w.Text, len(found)), "say in which sentence, or give more of the words")
	}
	at := whole(d.Text, found[0])
	n := sentenceOf(d, at)
	if n < 0 {
		return ascribe.Span{}, 0, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the words %q lie in no one sentence", w.Text), "give words of one sentence")
	}
	return at, n, nil
}

// standing checks that the words stand where they are said to.
func (w Words) standing(d *ascribe.Document) ([]ascribe.Span, error) {
	start, left := 0, *w.At
	for ; left > 0 && start < len(d.Text); left-- {
		_, size := utf8.DecodeRuneInString(d.Text[start:])
		start += size
	}
	if left != 0 {
		return nil, ascribe.Errorf(ascribe.Invalid, "the article has no character %d", *w.At)
	}
	if at := w.pattern().FindStringIndex(d.Text[start:]); at != nil && at[0] == 0 {
		return []ascribe.Span{{Start: start, End: start + at[1]}}, nil
	}
	return nil, nil
}

// within lists where in a stretch of the article the words stand.
func (w Words) within(d *ascribe.Document, in ascribe.Span) []ascribe.Span {
	var out []ascribe.Span
	for _, at := range w.pattern().FindAllStringIndex(in.Of(d.Text), -1) {
		out = append(out, ascribe.Span{Start: in.Start + at[0], End: in.Start + at[1]})
	}
	return out
}

// pattern is the words with any space between them.
func (w Words) pattern() *regexp.Regexp {
	words := strings.Fields(w.Text)
	for i := range words {
		words[i] = regexp.QuoteMeta(words[i])
	}
	return regexp.MustCompile(strings.Join(words, `\s+`)) // of quoted words, which always compile
}

// whole widens a span that cuts a character from its marks.
func whole(text string, s ascribe.Span) ascribe.Span {
	joins := func(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200d' }
	for s.Start > 0 {
		first, _ := utf8.DecodeRuneInString(text[s.Start:])
		before, size := utf8.DecodeLastRuneInString(text[:s.Start])
		if !joins(first) && before != '\u200d' {
			break
		}
		s.Start -= size
	}
	for s.End < len(text) {
		next, size := utf8.DecodeRuneInString(text[s.End:])
		last, _ := utf8.DecodeLastRuneInString(text[:s.End])
		if !joins(next) && last != '\u200d' {
			break
		}
		s.End += size
	}
	return s
}

// sentenceOf is the number of the sentence that holds a span, or -1.
func sentenceOf(d *ascribe.Document, at ascribe.Span) int {
	for i, s := range d.Sentences {
		if s.Holds(at) {
			return i
		}
	}
	return -1
}
