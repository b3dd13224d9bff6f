package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titles are abbreviations that a name or number follows: the stop after one
// never ends a sentence.
var titles = setOf(`gen lt col maj capt cpt sgt cpl pvt pfc adm cmdr cdr comdr brig
	mr mrs ms messrs mme mlle dr prof rev fr msgr hon pres gov sen rep sens reps amb atty
	supt insp det dep dist st ste mt ft sr sra srta vs v cf viz approx est
	gens cols capts sgts drs profs revs govs cmdt comm asst assoc fig figs vol ed eds
	adj sec ca e.g i.e al`)

// endings are abbreviations that may end a sentence: the next word tells.
var endings = setOf(`u.s u.k u.n u.s.a u.s.s.r e.u d.c l.a n.y n.j n.c s.c n.d s.d n.h n.m r.i p.r b.c p.o
	a.m p.m a.d ph.d m.d b.a m.a jr snr esq inc corp co cos ltd llc plc bros univ dept ave blvd rd hwy
	ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev
	okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta
	etc km kg lb lbs oz hr hrs min mph sq tel ext intl natl gov't dept`)

// states are abbreviations that stand before those who act for one: "U.S. POLICE".
var states = setOf(`u.s u.k u.n e.u u.s.s.r u.s.a d.c l.a n.y`)

// acts reports whether the first word is one of those who act for a state.
func acts(right string) bool {
	switch strings.ToLower(strings.Trim(firstWord(right), ".,;:")) {
	case "police", "officials", "authorities", "investigators":
		return true
	}
	return false
}

// months are abbreviated months; a day or year goes on with them.
var months = setOf(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`)

// counters are abbreviations that only a number goes on with.
var counters = setOf(`no nos p pp art arts par para ch chap sec art nr lot op`)

// starters are words that begin a sentence more often than they follow an
// abbreviation.
var starters = setOf(`the a an he she it they we i you his her their its our this that these those there
	in on at by for from with as but and or so if when while after before since although though however
	meanwhile police officials authorities who what where why how no not some many most all one two
	according also another both each other according witnesses investigators nobody to under over during`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// abbreviates reports whether the full stop that ends left belongs to an
// abbreviation that goes on in right. Both are without white space at the seam.
func abbreviates(left, right string) bool {
	if !strings.HasSuffix(left, ".") || right == "" {
		return false
	}
	word := lastWord(left[:len(left)-1])
	if word == "" {
		return false
	}
	lower := strings.ToLower(word)
	next, _ := utf8.DecodeRuneInString(right)
	digit := unicode.IsDigit(next)
	switch {
	case titles[lower]:
		return digit || unicode.IsLetter(next) || strings.ContainsRune(`"“'‘(`, next)
	case months[lower]:
		return digit || !startsSentence(right)
	case endings[lower]:
		alone := strings.TrimLeft(left, ` "“(`) == word+"."
		return digit || alone || !startsSentence(right) || states[lower] && acts(right)
	case initial(word):
		return !digit && !startsSentence(right)
	case counters[lower]:
		return digit
	}
	return false
}

// initial reports whether a word is an initial or several: "J", "J.R", "Ph".
func initial(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n != len(part) || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// startsSentence reports whether the words begin as a sentence does: with a
// quotation mark, or with a capital and a word that seldom follows an abbreviation.
func startsSentence(right string) bool {
	r, _ := utf8.DecodeRuneInString(right)
	if strings.ContainsRune(`"“‘«[`, r) {
		return true
	}
	if !unicode.IsUpper(r) {
		return false
	}
	word := strings.TrimRightFunc(firstWord(right), func(r rune) bool { return !unicode.IsLetter(r) })
	if i := strings.IndexAny(word, "'’"); i > 0 {
		word = word[:i]
	}
	return starters[strings.ToLower(word)]
}

// lastWord returns the letters, digits and inner stops that end s.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '’'
	})
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}
