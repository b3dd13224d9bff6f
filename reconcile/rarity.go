package reconcile

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed rarity.tsv
var rarityTable string

//go:embed ordinary.txt
var ordinaryWords string

// Rarities, as minus the natural logarithm of the part of reports that hold a
// word.
const (
	unseen   = 6.5 // of a name that the table does not hold
	thing    = 5.5 // of any other such word: what many a report may say in its own words
	leastSay = 2   // below it a word says too little to be compared
)

// rarities holds the words of the table and the ordinary words, whose rarity is 0.
var rarities = sync.OnceValue(func() map[string]float64 {
	out := make(map[string]float64, 12_000)
	for line := range strings.Lines(rarityTable) {
		level, words, ok := strings.Cut(line, "\t")
		if n, err := strconv.Atoi(level); ok && err == nil {
			for _, w := range strings.Fields(words) {
				out[w] = float64(n) / 2
			}
		}
	}
	for line := range strings.Lines(ordinaryWords) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				out[w] = 0
			}
		}
	}
	return out
})

// rarity returns how much it says that two reports share a word. A number says
// the more the longer it is: an age little, the number of a house or a road much.
func rarity(word string) float64 {
	if unicode.IsDigit(rune(word[0])) {
		return numberRarity(word)
	}
	if r, ok := rarities()[word]; ok {
		return r
	}
	return unseen
}

func numberRarity(word string) float64 {
	if n, err := strconv.Atoi(word); err == nil && n > 1900 && n < 2100 {
		return 1.5
	}
	digits := 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	switch digits {
	case 1:
		return 1
	case 2:
		return 2.6
	case 3:
		return 3.6
	}
	return 5
}
