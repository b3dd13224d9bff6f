package gazetteer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a name to the form under which it is kept: lower case, without
// diacritics, apostrophes and full stops, hyphens as spaces, "St." as "saint",
// no leading "the".
func fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range decomposed(name) {
		switch {
		case silent(r):
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
	return abbreviations(b.String())
}

// decomposed returns the name in NFD; names in ASCII are that already.
func decomposed(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return norm.NFKD.String(s)
		}
	}
	return s
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

// abbreviations writes "st", "ste", "mt" and "ft" out at the head of a name or
// of a word in it, and drops a leading "the".
func abbreviations(key string) string {
	key = strings.TrimPrefix(key, "the ")
	if !strings.Contains(key, "t") {
		return key
	}
	words := strings.Split(key, " ")
	changed := false
	for i, w := range words[:len(words)-1] {
		if full, ok := written(w); ok {
			words[i], changed = full, true
		}
	}
	if !changed {
		return key
	}
	return strings.Join(words, " ")
}

func written(w string) (string, bool) {
	switch w {
	case "st":
		return "saint", true
	case "ste":
		return "sainte", true
	case "mt":
		return "mount", true
	case "ft":
		return "fort", true
	}
	return "", false
}
