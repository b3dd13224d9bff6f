package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed heads.csv
var headsCSV string

// A Head says what a head noun refers to.
type Head struct {
	Kind   string // person, group, force, state, organization, facility, weapon, time, quantity, place
	Plural bool
	Role   string // fighter, soldier, police, suspect, office, official, spokesman, leader, witness, civilian, victim, expert, media, source, unit, or ""
}

var heads = sync.OnceValue(func() map[string]Head {
	m := map[string]Head{}
	lines(headsCSV, func(line string) {
		col := strings.Split(line, ",")
		if len(col) == 4 && col[0] != "word" {
			m[col[0]] = Head{Kind: col[1], Plural: col[2] == "p", Role: col[3]}
		}
	})
	return m
})

// HeadOf returns what a lower-cased noun refers to when it heads a phrase.
func HeadOf(noun string) (Head, bool) {
	h, ok := heads()[noun]
	return h, ok
}
