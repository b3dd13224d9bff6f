package boundary

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

// actors are those who act for a state: "U.S. POLICE".
var actors = setOf(`police officials authorities investigators`)

// speakers are the verbs that tie a quotation to its speaker.
var speakers = setOf(`said says asks asked told added wrote shouted yelled cried tweeted replied answered
	recalled continued exclaimed wondered declared`)

// notNames are words in capitals that begin a sentence of their own.
var notNames = setOf(`he she they it we i the a an but and then when as`)

var days = setOf(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
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
