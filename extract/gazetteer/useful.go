package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// writtenCodes lists codes that people write, though they look like airports'.
var writtenCodes = map[string]bool{"NYC": true}

// Useful reports whether an alternate name of GeoNames is one that a text may
// use: the table mixes them with airport codes ("MOW"), machine
// transliterations ("mwskw") and numbers.
func Useful(a string) bool {
	if writtenCodes[a] {
		return true
	}
	if strings.ContainsAny(a, "0123456789/:;_@#") || len(a) > 60 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(a)
	switch {
	case !latin(a):
		return utf8.RuneCountInString(a) > 1
	case len(a) < 3:
		return false
	case len(a) <= 4 && strings.ToUpper(a) == a:
		return false
	case unicode.IsLower(first):
		return particle(a)
	}
	return true
}

// latin reports whether the name is in the Latin script.
func latin(a string) bool {
	for _, r := range a {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return true
}

// particle reports a name that rightly begins in lower case: "al-Bab",
// "'s-Hertogenbosch", "la Seu".
func particle(a string) bool {
	head, rest, ok := strings.Cut(a, "-")
	if !ok || strings.Contains(head, " ") {
		head, rest, ok = strings.Cut(a, " ")
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && len(head) <= 3 && unicode.IsUpper(r)
}
