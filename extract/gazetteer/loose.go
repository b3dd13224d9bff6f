package gazetteer

import (
	"strings"
	"sync"
)

// Loose finds places by how a name sounds. Names of Arabic towns are written in
// many ways: Raqqa, Raqa, Ar Raqqah; Deir Ezzor, Dayr az-Zawr, Deir al-Zor.
type Loose interface {
	// Loosely returns the towns and divisions of countries that write Arabic whose
	// name has the same consonants as this one, the most prominent first. What
	// sounds alike may be another place: ask only for what is surely a name of a
	// place, and keep what lies where the text plays.
	Loosely(name string) []Entry
}

// arabic lists the countries whose names of places come from Arabic letters.
const arabic = "SYR IRQ LBN JOR PSE YEM SAU EGY LBY SDN TUN DZA MAR MRT OMN ARE QAT KWT BHR SOM TCD"

// sounds are the rows of a table by the consonants of their names.
type sounds struct {
	once sync.Once
	rows map[string][]int
}

// Loosely returns the places whose names sound like this one.
func (x *Index) Loosely(name string) []Entry {
	key := fold(name)
	stem, division := divisionStem(key)
	if !division {
		stem = key
		if town, ok := townStem(key); ok {
			stem = town
		}
	}
	sound := consonants(stem)
	if len(sound) < 2 {
		return nil
	}
	var out []Entry
	for _, t := range x.layers {
		for _, i := range t.sounding(sound) {
			if e := t.entry(i, true); !division || e.Kind == Division1 || e.Kind == Division2 {
				out = append(out, e)
			}
		}
	}
	return ranked(out)
}

// sounding returns the rows whose names have these consonants; the first call
// takes them from all names.
func (t *table) sounding(sound string) []int {
	t.sounds.once.Do(func() {
		t.sounds.rows = map[string][]int{}
		in := make([]bool, len(t.countries))
		for i, c := range t.countries {
			in[i] = c != "" && strings.Contains(arabic, c)
		}
		for i := range t.rows {
			r := &t.rows[i]
			if !in[r.country] || r.kind == Country || r.kind == Area || r.kind == Town && r.population < soundingTown {
				continue
			}
			e := t.entry(i, true)
			name := fold(e.Name)
			if stem, ok := divisionStem(name); ok {
				name = stem
			}
			if key := consonants(name); len(key) >= 2 {
				t.sounds.rows[key] = append(t.sounds.rows[key], i)
			}
		}
	})
	return t.sounds.rows[sound]
}

// soundingTown is the population below which a town is not found by its sound.
const soundingTown = 2_000

// consonants reduces a folded name to what its spellings share: words without
// the article, single consonants, no vowels; h only where it stands first or
// makes a sound with the letter before (kh, sh, gh, th, dh); q and k are one.
func consonants(key string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(key, " ") {
		if isArticle(word) {
			continue
		}
		last := byte(0)
		for i := range len(word) {
			c := word[i]
			switch {
			case strings.IndexByte("aeiouwy", c) >= 0:
				continue
			case c == 'h' && i > 0 && strings.IndexByte("ksgtd", word[i-1]) >= 0:
			case c == 'h' && i > 0 && i+1 == len(word):
				continue // -ah, -eh
			case c == 'q':
				c = 'k'
			}
			if c != last {
				b.WriteByte(c)
			}
			last = c
		}
	}
	return b.String()
}

// isArticle reports whether a word is the Arabic article, before a sun letter too.
func isArticle(word string) bool {
	for _, a := range arabicArticles {
		if word == a {
			return true
		}
	}
	switch word {
	case "ez", "er", "es", "et", "ed", "en", "esh", "eth", "ath", "adh", "edh", "ul":
		return true
	}
	return false
}
