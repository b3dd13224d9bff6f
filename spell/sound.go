package spell

import (
	"slices"
	"strings"
)

// A Sound is what the spellings of a name that comes from another script share:
// its consonants, and the vowels before, between and after them.
type Sound struct {
	Consonants string
	Vowels     string // as many gaps as consonants and one more, each closed by a "|"
}

// SoundOf reduces a folded name to its sound: without articles and spaces, single
// consonants, q and c as k; h only where it stands first or between vowels, not
// where it makes one sound with the letter before; the vowels a, i (e, y, ay)
// and u (o, w, aw).
func SoundOf(key string) Sound {
	var all strings.Builder
	for word := range strings.SplitSeq(key, " ") {
		if !isArticle(word) {
			all.WriteString(silentEnd(sunLetter(word)))
		}
	}
	word := all.String()
	var s Sound
	var consonants, vowels, gap []byte
	for i := range len(word) {
		c := plainLetter(word, i)
		switch {
		case c == 0:
		case strings.IndexByte("aiu", c) >= 0:
			gap = append(gap, c)
		case len(gap) == 0 && len(consonants) > 0 && consonants[len(consonants)-1] == c: // doubled
		default:
			vowels = append(append(vowels, vowel(gap)...), '|')
			consonants, gap = append(consonants, c), gap[:0]
		}
	}
	s.Vowels = string(append(append(vowels, vowel(gap)...), '|'))
	s.Consonants = string(consonants)
	return s
}

// plainLetter is what letter i of a word sounds like, or 0 where it is silent.
func plainLetter(word string, i int) byte {
	switch c := word[i]; c {
	case 'e', 'y':
		return 'i'
	case 'o', 'w':
		return 'u'
	case 'q', 'c':
		return 'k'
	case 'h':
		if i > 0 && strings.IndexByte("ksgtdcz", word[i-1]) >= 0 {
			return 0
		}
		return c
	default:
		return c
	}
}

// silentEnd cuts the h that only tells of an end in a: Raqqah, Hasakeh.
func silentEnd(word string) string {
	if n := len(word); n > 2 && word[n-1] == 'h' && strings.IndexByte("ae", word[n-2]) >= 0 {
		return word[:n-1]
	}
	return word
}

// sunLetter cuts an article that is written together with its name: "ezzor",
// "arraqqa".
func sunLetter(word string) string {
	if len(word) > 4 && (word[0] == 'a' || word[0] == 'e') && word[1] == word[2] && strings.IndexByte("dnrstz", word[1]) >= 0 {
		return word[2:]
	}
	return word
}

// vowel reduces the vowels between two consonants: repeated ones to one, ay and ey
// to i, aw and ou to u.
func vowel(gap []byte) []byte {
	out := slices.Compact(slices.Clone(gap))
	if len(out) == 2 && out[0] == 'a' {
		return out[1:]
	}
	return out
}

// Room is how far another spelling may lie, in halves of a vowel: the longer the
// name, the farther.
func (s *Sound) Room() int {
	switch n := len(s.Consonants); n {
	case 2:
		return 0
	case 3:
		return 1
	default:
		return n / 2
	}
}

// Distance tells how far the vowels of another spelling with the same consonants
// lie from these: a short vowel that is written or not, or a for i, counts half
// of another vowel.
func (s *Sound) Distance(vowels string) int {
	sum := 0
	for a := range strings.SplitSeq(s.Vowels, "|") {
		var b string
		b, vowels, _ = strings.Cut(vowels, "|")
		switch {
		case a == b:
		case len(a)+len(b) == 1, len(a) == 1 && len(b) == 1 && a != "u" && b != "u":
			sum++
		case len(a) <= 1 && len(b) <= 1:
			sum += 2
		default:
			sum += 3
		}
	}
	return sum
}

// isArticle reports whether a word is the Arabic article, before a sun letter too.
func isArticle(word string) bool {
	if slices.Contains(ArabicArticles(), word) {
		return true
	}
	switch word {
	case "ez", "er", "es", "et", "ed", "en", "esh", "eth", "ath", "adh", "edh", "ul":
		return true
	}
	return false
}

// ArabicArticles are the forms of the Arabic article that begin names in English.
func ArabicArticles() []string {
	return []string{"al", "el", "ar", "as", "ash", "at", "an", "ad", "az"}
}
