package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed firstnames.txt
var firstNamesText string

//go:embed surnames.txt
var surnamesText string

//go:embed titles.csv
var titlesCSV string

//go:embed orgwords.csv
var orgWordsCSV string

var firstNames = sync.OnceValue(func() map[string]bool { return wordSet(firstNamesText) })

// FirstName reports whether a lower-cased word is a common first name.
func FirstName(lower string) bool { return firstNames()[lower] }

var surnames = sync.OnceValue(func() map[string]bool { return wordSet(surnamesText) })

// Surname reports whether a lower-cased word is a common surname.
func Surname(lower string) bool { return surnames()[lower] }

func wordSet(text string) map[string]bool {
	m := map[string]bool{}
	lines(text, func(line string) {
		for w := range strings.FieldsSeq(line) {
			m[w] = true
		}
	})
	return m
}

// A Title stands before a person's name.
type Title struct {
	Role   string // office, soldier, police, clergy, honorific, leader, spokesman, …
	Public bool   // whoever bears it holds a public office
}

var titles = sync.OnceValue(func() map[string]Title {
	m := map[string]Title{}
	lines(titlesCSV, func(line string) {
		col := strings.Split(line, ",")
		if len(col) == 3 && col[0] != "word" {
			m[col[0]] = Title{Role: col[1], Public: col[2] == "public"}
		}
	})
	return m
})

// TitleOf returns the title that a lower-cased word is, written with its full
// stop or without.
func TitleOf(lower string) (Title, bool) {
	t, ok := titles()[strings.TrimSuffix(lower, ".")]
	return t, ok
}

var orgWords = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	lines(orgWordsCSV, func(line string) {
		if word, kind, ok := strings.Cut(line, ","); ok && word != "word" {
			m[word] = kind
		}
	})
	return m
})

// OrgWord returns the kind of body that a name ending in, or followed by "of"
// after, this lower-cased word is: group, force, state, organization or facility.
func OrgWord(lower string) (kind string, ok bool) {
	kind, ok = orgWords()[lower]
	return kind, ok
}
