package reconcile

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nameKey brings the ways of writing one name together: lower case, without
// diacritics, punctuation, a leading article or a possessive.
func nameKey(name string) string {
	words := strings.FieldsFunc(plain(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for len(words) > 1 && articles[words[0]] {
		words = words[1:]
	}
	if n := len(words); n > 1 && words[n-1] == "s" {
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "el": true, "la": true, "los": true, "las": true, "le": true, "les": true, "al": true}

// plain returns text in lower case without diacritics.
func plain(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// trimArticle cuts a leading "the", "a" or "an" off a wording.
func trimArticle(s string) string {
	s = strings.TrimSpace(s)
	for _, a := range []string{"the ", "an ", "a "} {
		if len(s) > len(a) && strings.EqualFold(s[:len(a)], a) {
			return s[len(a):]
		}
	}
	return s
}

// isAcronym reports whether a wording is two to eight capitals, with digits or
// stops between them.
func isAcronym(s string) bool {
	n := 0
	for _, r := range strings.Trim(s, "[]()\"“” ") {
		switch {
		case unicode.IsUpper(r):
			n++
		case r == '.' || r == '-' || unicode.IsDigit(r):
		default:
			return false
		}
	}
	return n >= 2 && n <= 8
}

// named reports whether a wording holds a proper name: a word, other than the
// first, that begins with a capital, or a first word that does so although no
// article, number or common noun stands there.
func named(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		r := []rune(strings.TrimLeft(w, "\"“'‘("))
		if len(r) == 0 || !unicode.IsUpper(r[0]) {
			continue
		}
		low := strings.ToLower(strings.Trim(w, ".,;:\"”'’)"))
		if i > 0 || !generic[low] {
			return true
		}
	}
	return false
}

// generic are words that begin a nominal without naming anyone.
var generic = set(`the a an two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several some
	many few no all both each every other another unknown unidentified armed masked gunmen gunman men man women woman people persons
	children child boys boy girls girl residents civilians police officers officer soldiers soldier troops rebels militants
	insurgents terrorists attackers attacker assailants assailant suspects suspect victims victim witnesses witness
	officials official authorities forces security students workers peasants villagers protesters demonstrators fighters
	he she they it him her them his their its who we us our i my me you this that these those one local senior`)

// set makes a set of the words of a text.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
