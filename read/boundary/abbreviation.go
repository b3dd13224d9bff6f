package boundary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titles are abbreviations that a name or number follows: the stop after one
// never ends a sentence.
const titles = `gen lt col maj capt cpt sgt cpl pvt pfc adm cmdr cdr comdr brig
	mr mrs ms messrs mme mlle dr prof rev fr msgr hon pres gov sen rep sens reps amb atty
	supt insp det dep dist st ste mt ft sr sra srta vs v cf viz approx est
	gens cols capts sgts drs profs revs govs cmdt comm asst assoc fig figs vol ed eds
	adj sec ca e.g i.e al`

// endings are abbreviations that may end a sentence: the next word tells.
const endings = `u.s u.k u.n u.s.a u.s.s.r e.u d.c l.a n.y n.j n.c s.c n.d s.d n.h n.m r.i p.r b.c p.o
	a.m p.m a.d ph.d m.d b.a m.a jr snr esq inc corp co cos ltd llc plc bros univ dept ave blvd rd hwy
	ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev
	okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta
	etc km kg lb lbs oz hr hrs min mph sq tel ext intl natl gov't dept`

// states are abbreviations that stand before those who act for one: "U.S. POLICE".
const states = `u.s u.k u.n e.u u.s.s.r u.s.a d.c l.a n.y`

// months are abbreviated months; a day or year goes on with them.
const months = `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`

// counters are abbreviations that only a number goes on with.
const counters = `no nos p pp art arts par para ch chap sec art nr lot op`

// starters are words that begin a sentence more often than they follow an
// abbreviation.
const starters = `the a an he she it they we i you his her their its our this that these those there
	in on at by for from with as but and or so if when while after before since although though however
	meanwhile police officials authorities who what where why how no not some many most all one two
	according also another both each other according witnesses investigators nobody to under over during`

// actors are those who act for a state: "U.S. POLICE".
const actors = `police officials authorities investigators`

// speakers are the verbs that tie a quotation to its speaker.
const speakers = `said says asks asked told added wrote shouted yelled cried tweeted replied answered
	recalled continued exclaimed wondered declared`

// notNames are words in capitals that begin a sentence of their own.
const notNames = `he she they it we i the a an but and then when as`

const days = `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow`

// monthNames are the months as a date that follows a time of day begins with them.
const monthNames = `january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec`

// zones are the zones that a time of day is given in.
const zones = `et ct mt pt est cst mst pst edt cdt mdt pdt gmt utc`

// A lexeme is what is known of a word.
type lexeme struct {
	class                                        uint8
	starter, acts, says, alone, day, month, zone bool
}

// lexicon holds what is known of words, in lower case.
var lexicon = buildLexicon()

func buildLexicon() map[string]lexeme {
	all := map[string]lexeme{}
	note := func(words string, what func(*lexeme)) {
		for w := range strings.FieldsSeq(words) {
			l := all[w]
			what(&l)
			all[w] = l
		}
	}
	// Of a word in two lists the later class holds.
	note(counters, func(l *lexeme) { l.class = classCounter })
	note(endings, func(l *lexeme) { l.class = classEnding })
	note(states, func(l *lexeme) { l.class = classState })
	note(months, func(l *lexeme) { l.class = classMonth })
	note(titles, func(l *lexeme) { l.class = classTitle })
	note(starters, func(l *lexeme) { l.starter = true })
	note(actors, func(l *lexeme) { l.acts = true })
	note(speakers, func(l *lexeme) { l.says = true })
	note(notNames, func(l *lexeme) { l.alone = true })
	note(days, func(l *lexeme) { l.day = true })
	note(monthNames, func(l *lexeme) { l.month = true })
	note(zones, func(l *lexeme) { l.zone = true })
	return all
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
