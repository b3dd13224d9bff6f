package gazetteer

import (
	"slices"
	"strings"
	"sync"

	"ascribe/spell"
)

// Loose finds places by how a name sounds. Names that come from another script
// are written in many ways: Raqqa, Raqa, Ar Raqqah; Deir Ezzor, Dayr az-Zawr;
// Lashkargah, Lashkar Gah; Qamishli, Al Qamishli.
type Loose interface {
	// Loosely returns the towns and divisions of countries that write in another
	// script one of whose names sounds most like this one, the most prominent
	// first; none where none sounds nearly the same. Ask only for what is surely a
	// name of a place, and keep what lies where the text plays.
	Loosely(name string) []Entry
}

// romanised lists the countries whose names of places are carried over from
// another script.
const romanised = "SYR IRQ LBN JOR PSE YEM SAU EGY LBY SDN TUN DZA MAR MRT OMN ARE QAT KWT BHR SOM TCD " +
	"AFG IRN PAK IND BGD NPL MMR LKA THA KHM LAO ETH ERI ISR UKR RUS BLR KAZ KGZ TJK UZB TKM GEO ARM"

// sounds are the rows of a table by the consonants of their names.
type sounds struct {
	once sync.Once
	rows map[string][]sounding
}

// A sounding is one name of a row.
type sounding struct {
	row    int
	vowels string
}

// Loosely returns the places that have a name which sounds most like this one.
func (x *Index) Loosely(name string) []Entry {
	key := fold(name)
	stem, division := divisionStem(key)
	if !division {
		stem = key
		if town, ok := townStem(key); ok {
			stem = town
		}
	}
	asked := spell.SoundOf(stem)
	if len(asked.Consonants) < 2 {
		return nil
	}
	var out []Entry
	best := asked.Room()
	for _, t := range x.layers {
		for _, s := range t.soundings(asked.Consonants) {
			far := asked.Distance(s.vowels)
			e := t.entry(s.row, true)
			switch {
			case far > best || division && !isDivision(e) || far > 0 && e.Kind == Town && e.Population < soundingTown:
				continue
			case far < best:
				best, out = far, nil
			}
			out = append(out, e)
		}
	}
	return ranked(out)
}

// soundingTown is the population below which a town is not found by a name that
// only nearly sounds the same.
const soundingTown = 2_000

// soundings returns the names that have these consonants; the first call gathers
// all names of the table.
func (t *table) soundings(consonants string) []sounding {
	t.sounds.once.Do(func() {
		t.sounds.rows = map[string][]sounding{}
		in := make([]bool, len(t.countries))
		for i, c := range t.countries {
			in[i] = c != "" && strings.Contains(romanised, c)
		}
		c := cursor{t: t, key: make([]byte, 0, 64)}
		for c.next() {
			t.sounds.enter(&c, in)
		}
	})
	return t.sounds.rows[consonants]
}

// enter files the name at which a cursor stands, for its rows in the countries.
func (s *sounds) enter(c *cursor, in []bool) {
	if slices.ContainsFunc(c.key, func(b byte) bool { return b >= 0x80 || b < ' ' }) {
		return // in a script of its own, or the name of a people
	}
	var known spell.Sound
	for _, posting := range c.rows(nil) {
		r := &c.t.rows[posting>>1]
		if !in[r.country] || r.kind == Country || r.kind == Area {
			continue
		}
		if known.Consonants == "" {
			name := string(c.key)
			if stem, ok := divisionStem(name); ok {
				name = stem
			}
			if known = spell.SoundOf(name); len(known.Consonants) < 2 {
				return
			}
		}
		s.rows[known.Consonants] = append(s.rows[known.Consonants], sounding{posting >> 1, known.Vowels})
	}
}
