package nlp

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe/extract/lexicon"
)

// spelledOtherwise reports whether the report spells an acronym out as another name
// than the bearer's in the register, and tells of none of the bearer's countries: the
// movements of two countries bear one acronym, and it is not that one.
func (j *joiner) spelledOtherwise(bearer *lexicon.Entry, acronym string) (name string, otherwise bool) {
	text := j.a.Document.Text
	at := strings.Index(text, " ("+acronym+")")
	if at < 0 {
		return "", false
	}
	name = capitalsBefore(text[:at])
	if !strings.Contains(name, " ") {
		return "", false
	}
	if slices.Contains(j.reg.Lookup(normal(name)), bearer) {
		return "", false
	}
	if found, _, ok := j.reg.Find(name, j.country); ok && found == bearer {
		return "", false
	}
	return name, len(bearer.Actor.Countries) > 0 && !j.tellsOf(bearer)
}

// tellsOf reports whether the report names a country of an actor, or a place in it.
func (j *joiner) tellsOf(actor *lexicon.Entry) bool {
	return actor.Actor.In(j.country) || slices.ContainsFunc(j.entities, func(e *entity) bool {
		return e != nil && e.entry != actor && (e.country != "" && actor.Actor.In(e.country) || e.place.Country != "" && actor.Actor.In(e.place.Country))
	})
}

// capitalsBefore is the run of capitalised words that ends a text; "of", "the", "and"
// and "for" may stand within.
func capitalsBefore(text string) string {
	words := strings.Fields(text[max(0, len(text)-120):])
	first := len(words)
	for i := len(words) - 1; i >= 0; i-- {
		r, _ := utf8.DecodeRuneInString(words[i])
		switch {
		case strings.ContainsAny(words[i], ".,;:!?"): // of what stands before
			return withoutThe(strings.Join(words[first:], " "))
		case unicode.IsUpper(r):
			first = i
		case !slices.Contains([]string{"of", "the", "and", "for"}, words[i]):
			return withoutThe(strings.Join(words[first:], " "))
		}
	}
	return withoutThe(strings.Join(words[first:], " "))
}
