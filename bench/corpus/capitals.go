package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// Capitals puts a text into capitals, letter for letter, so that every offset in
// code points and in bytes stays what it is.
func Capitals(text string) string { return strings.Map(sameLength(unicode.ToUpper), text) }

// sameLength changes a letter only where the changed one takes as many bytes.
func sameLength(change func(rune) rune) func(rune) rune {
	return func(r rune) rune {
		if c := change(r); utf8.RuneLen(c) == utf8.RuneLen(r) {
			return c
		}
		return r
	}
}

// Truecase gives a text in capitals its likely small letters, offsets unchanged:
// the beginnings of sentences and what the engine tags as a name keep a capital,
// abbreviations all of theirs. It is about how a report of the 1980s would be
// printed today.
func Truecase(engine nlp.Engine, doc *ascribe.Document) string {
	out := []byte(strings.Map(sameLength(unicode.ToLower), doc.Text))
	a := engine.Analyse(doc)
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			tok := &a.Sentences[i].Tokens[j]
			switch {
			case abbreviated(tok.Text):
				copy(out[tok.Span.Start:tok.Span.End], tok.Text)
			case j == 0 || tok.UPOS == "PROPN":
				_, first := utf8.DecodeRuneInString(tok.Text)
				copy(out[tok.Span.Start:], tok.Text[:first])
			}
		}
	}
	return string(out)
}

// abbreviated reports whether a word in capitals is written so in any text: the
// register has it as an abbreviation, or it is short and has no vowel.
func abbreviated(word string) bool {
	return lexicon.Seed().Acronym(word) || len(word) > 1 && len(word) < 6 && !strings.ContainsAny(word, "AEIOUY") && strings.ContainsFunc(word, unicode.IsLetter)
}
