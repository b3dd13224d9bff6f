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
// abbreviations all of theirs, and so does what the text brings in as one, alone in
// brackets behind a name. It is about how a report of the 1980s would be printed
// today.
func Truecase(engine nlp.Engine, doc *ascribe.Document) string {
	out := []byte(strings.Map(sameLength(unicode.ToLower), doc.Text))
	a := engine.Analyse(doc)
	given := bracketed(a)
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			tok := &a.Sentences[i].Tokens[j]
			switch {
			case abbreviated(tok.Text), given[tok.Text]:
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

// bracketed returns the words that a text in capitals sets alone in brackets right
// behind a name: "THE MARAN LIBERATION FRONT (MALF)".
func bracketed(a *nlp.Analysis) map[string]bool {
	out := map[string]bool{}
	for i := range a.Sentences {
		tokens := a.Sentences[i].Tokens
		for k := 1; k+2 < len(tokens); k++ {
			w := tokens[k+1].Text
			opens, closes := tokens[k].Text, tokens[k+2].Text
			if (opens == "(" && closes == ")" || opens == "[" && closes == "]") && tokens[k-1].UPOS == "PROPN" && initials(w) {
				out[w] = true
			}
		}
	}
	return out
}

// initials reports whether a word has the looks of an abbreviation: two to eight
// letters, perhaps with hyphens or digits.
func initials(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '/' && !unicode.IsDigit(r):
			return false
		}
	}
	return letters >= 2 && utf8.RuneCountInString(word) <= 8
}
