package publish

import (
	"strings"
	"unicode"
)

// plain makes a stretch of an article safe to print on a terminal or on one
// line of text: control characters and marks that turn the writing direction
// become a visible sign, line ends become spaces.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), turns(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// turns reports whether r overrides or isolates the writing direction, and so
// could make words read as others.
func turns(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// apart returns plain words that read from right to left between marks that
// keep them from disturbing the line around them, and other words as they are.
func apart(s string) string {
	s = plain(s)
	for _, r := range s {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

// quoted returns words in quotation marks, safe for one line of text.
func quoted(s string) string { return "“" + apart(s) + "”" }
