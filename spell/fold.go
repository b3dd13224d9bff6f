package spell

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings the ways of writing one name together: compatibility forms, lower
// case, without diacritics, apostrophes, full stops and characters that cannot be
// seen, hyphens and other marks as spaces.
func Fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range decomposed(name) {
		switch {
		case silent(r) || unseen(r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			foldRune(&b, r)
		default:
			space = true
		}
	}
	return b.String()
}

// Plain returns a text in lower case without diacritics, all other characters in
// their places.
func Plain(text string) string {
	lower := strings.ToLower(text)
	if isASCII(lower) {
		return lower
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(lower) {
		if !unicode.Is(unicode.Mn, r) && !unseen(r) {
			foldRune(&b, r)
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// decomposed returns the name in NFKD; names in ASCII are that already.
func decomposed(s string) string {
	if isASCII(s) {
		return s
	}
	return norm.NFKD.String(s)
}

// unseen reports characters that a reader does not see: marks of direction, joins
// and breaks of no width, tags.
func unseen(r rune) bool {
	switch {
	case r == 0xad, r == 0x61c, r == 0x200b, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069, r == 0xfeff, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// silent reports marks that do not count: diacritics of the Latin, Greek,
// Cyrillic, Hebrew and Arabic scripts, apostrophes and full stops. The marks of
// Indic scripts are vowels and stay.
func silent(r rune) bool {
	switch {
	case r >= 0x300 && r <= 0x36f, r >= 0x591 && r <= 0x5c7, r >= 0x64b && r <= 0x655, r == 0x670, r == 0x640:
		return true
	case r == '\'', r == '’', r == '‘', r == 'ʻ', r == 'ʼ', r == '`', r == '´', r == 'ʿ', r == 'ʾ', r == '′', r == '.', r == 'ʹ':
		return true
	}
	return false
}

// foldRune writes a letter in lower case, special Latin letters as their
// nearest plain ones.
func foldRune(b *strings.Builder, r rune) {
	switch r = unicode.ToLower(r); r {
	case 'ø':
		b.WriteByte('o')
	case 'ł':
		b.WriteByte('l')
	case 'đ', 'ð':
		b.WriteByte('d')
	case 'ı':
		b.WriteByte('i')
	case 'ə':
		b.WriteByte('a')
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case 'þ':
		b.WriteString("th")
	default:
		b.WriteRune(r)
	}
}
