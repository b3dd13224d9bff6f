package nlp

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// A named is a stretch of tokens that is one name as a register, a gazetteer or
// a pattern has it.
type named struct {
	first, last int
	entries     []*lexicon.Entry  // of the register
	places      []gazetteer.Entry // of the gazetteer
	body        string            // the kind of body that a pattern tells: group, force, …
}

const longestName = 10 // tokens

// names finds the names of a sentence that stand in a register, in the
// gazetteer with more than one word, or that a pattern tells, in order and
// disjoint.
func (r *reader) names(s *Sentence) []named {
	var out []named
	for j := 0; j < len(s.Tokens); {
		n, ok := r.nameAt(s, j)
		if !ok {
			j++
			continue
		}
		out = append(out, n)
		j = n.last
	}
	return out
}

// nameAt returns the longest name that begins at token j.
func (r *reader) nameAt(s *Sentence, j int) (named, bool) {
	tok := &s.Tokens[j]
	if tok.Class == Mark || tok.Class == OpenQuote || tok.Class == CloseQuote || tok.Class == Particle {
		return named{}, false
	}
	best, ok := r.registered(s, j)
	if n, found := r.bodyOf(s, j); found && (!ok || n.last > best.last) {
		best, ok = n, true
	}
	if n, found := r.bodyOfPeople(s, j); found && (!ok || n.last > best.last) {
		best, ok = n, true
	}
	if n, found := r.place(s, j); found && (!ok || n.last > best.last) {
		best, ok = n, true
	}
	return best, ok
}

// registered matches the register's names at token j, the longest first.
func (r *reader) registered(s *Sentence, j int) (named, bool) {
	var best named
	words := ""
	for k := j; k < len(s.Tokens) && k < j+longestName; k++ {
		if k > j {
			words += " "
		}
		words += s.Tokens[k].Lower
		if found := r.reg.Lookup(words); found != nil && r.writtenAsName(s, j, k+1, words) && (k > j || !r.anotherPerson(s, j, found)) {
			best = named{first: j, last: k + 1, entries: found}
		}
		if !r.reg.Begins(words) {
			break
		}
	}
	return best, best.entries != nil
}

// anotherPerson reports whether a single word that the register has is here a
// part of the name of somebody else: "Trump" in "Ana Trump", "Wagner" where the
// document names Ana Wagner.
func (r *reader) anotherPerson(s *Sentence, j int, found []*lexicon.Entry) bool {
	figure := found[0].Actor.Kind == ascribe.PublicFigure
	lower := s.Tokens[j].Lower
	if !figure {
		return r.people[lower] && !r.reg.Acronym(s.Tokens[j].Text)
	}
	if j > 0 && isName(&s.Tokens[j-1]) && !mayPrecedeName(s.Tokens[j-1].Lower) && r.countriesOf(&s.Tokens[j-1]) == nil {
		return true
	}
	return j+1 < len(s.Tokens) && isName(&s.Tokens[j+1]) && !s.Caps
}

// mayPrecedeName reports whether a word can stand before a person's name and be
// no part of it.
func mayPrecedeName(lower string) bool {
	if _, title := lexicon.TitleOf(lower); title {
		return true
	}
	_, noun := lexicon.HeadOf(lower)
	return noun || lexicon.Common(lower) && !lexicon.FirstName(lower)
}

// writtenAsName reports whether the tokens are written as the register writes
// the name: acronyms in capitals, names with capitals, and a word of everyday
// English only where something else says that it is a name.
func (r *reader) writtenAsName(s *Sentence, first, last int, words string) bool {
	head, tail := &s.Tokens[first], &s.Tokens[last-1]
	single := last == first+1
	if s.Caps || r.small {
		if !single || !lexicon.Common(words) {
			return true
		}
		return r.acronyms[words] != "" || bracketed(s, first) || r.ofCountry(words) && (head.Class == Name || head.Class == Noun)
	}
	text := s.Text(r.a.Document, first, last)
	if r.reg.Acronym(text) {
		return true
	}
	if !r.reg.Proper(words) {
		return true
	}
	if (single || text == words) && r.unlikeOthers(words, single, capitalised(head.Text)) {
		return true
	}
	return (capitalised(head.Text) || articled(head.Text)) && (capitalised(tail.Text) || single || tail.Class == Noun) && (!single || !upperOnly(words, r.reg))
}

// unlikeOthers reports whether words can hardly mean anything but an armed group of
// the register, however they are written: "the extraditables", "sendero luminoso";
// or its abbreviation with one capital, as some papers print it: "Farc".
func (r *reader) unlikeOthers(words string, single, capital bool) bool {
	if !slices.ContainsFunc(r.reg.Lookup(words), func(e *lexicon.Entry) bool {
		return e.Actor.Kind == ascribe.RebelGroup || e.Actor.Kind == ascribe.PoliticalMilitia
	}) {
		return false
	}
	if !single {
		return !everydayWords(words)
	}
	if lexicon.Common(words) || lexicon.FirstName(words) || lexicon.Surname(words) {
		return false
	}
	if upperOnly(words, r.reg) {
		return capital && len(words) > 2 && (len(words) > 3 || r.ofCountry(words))
	}
	return len(words) > 7
}

// everydayWords reports whether words are all of everyday English.
func everydayWords(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if !lexicon.Common(w) {
			return false
		}
	}
	return true
}

// articled reports whether a name begins with the Arabic article in small
// letters: "al-Qaida".
func articled(text string) bool {
	article, name, ok := strings.Cut(text, "-")
	return ok && capitalised(name) && (arabicArticles[article] || article == "an")
}

// ofCountry reports whether an actor of the name is of the country that the
// document speaks of.
func (r *reader) ofCountry(words string) bool {
	for _, e := range r.reg.Lookup(words) {
		if e.Actor.In(r.country) {
			return true
		}
	}
	return false
}

// upperOnly reports whether a name is an acronym and nothing else.
func upperOnly(words string, reg *lexicon.Register) bool {
	return reg.Acronym(strings.ToUpper(words)) && !reg.Spelled(words)
}

// bracketed reports whether a token stands alone in brackets.
func bracketed(s *Sentence, j int) bool {
	return j > 0 && j+1 < len(s.Tokens) && strings.ContainsAny(s.Tokens[j-1].Text, "([") && strings.ContainsAny(s.Tokens[j+1].Text, ")]")
}

// place matches names of the gazetteer of more than one word.
func (r *reader) place(s *Sentence, j int) (named, bool) {
	var best named
	if !s.Caps && !capitalised(s.Tokens[j].Text) {
		return best, false
	}
	words := ""
	for k := j; k < len(s.Tokens) && k < j+6; k++ {
		tok := &s.Tokens[k]
		if tok.Class == Mark || tok.Class == OpenQuote || tok.Class == CloseQuote {
			break
		}
		if k > j {
			words += " "
		}
		words += tok.Lower
		if k > j && (s.Caps && tok.Class != Verb || capitalised(tok.Text)) && !stopsName(tok) {
			if found := r.lookup(words); found != nil && r.placeLike(s, j, k+1, found) {
				best = named{first: j, last: k + 1, places: found}
			}
		}
		if !r.places.Begins(words) {
			break
		}
	}
	return best, best.places != nil
}

// stopsName reports whether a word cannot end a name.
func stopsName(tok *Token) bool {
	return tok.Class == Preposition || tok.Class == Conjunction || tok.Class == Auxiliary || tok.Class == Determiner
}

// placeLike keeps the words of everyday English, and names of people, from being
// taken for places: in capitals every word must be able to be a name.
func (r *reader) placeLike(s *Sentence, first, last int, found []gazetteer.Entry) bool {
	if s.Tokens[first].Class == Determiner && found[0].Kind != gazetteer.Country {
		return false
	}
	if kind, body := lexicon.OrgWord(s.Tokens[last-1].Lower); body && kind != "place" && found[0].Population < 100_000 {
		return false
	}
	if _, title := lexicon.TitleOf(s.Tokens[first].Lower); title && found[0].Population < 100_000 {
		return false
	}
	if lexicon.FirstName(s.Tokens[first].Lower) && found[0].Population < 100_000 && !afterPlacePreposition(s, first) {
		return false
	}
	if !s.Caps {
		return true
	}
	for j := first; j < last; j++ {
		if !lexicon.Common(s.Tokens[j].Lower) {
			return true
		}
	}
	return found[0].Population >= 100_000 && afterPlacePreposition(s, first) || found[0].Kind == gazetteer.Country
}

// nameLinks join the parts of the name of a body: Ministry of Defence, Center
// for Strategic and International Studies.
var nameLinks = setOf("of for on against to de del")

// bodyOf matches "Ministry of Defence": a word for a body, a link, and what it
// is of. What stands before the word is left to the chunker.
func (r *reader) bodyOf(s *Sentence, j int) (named, bool) {
	kind, ok := lexicon.OrgWord(s.Tokens[j].Lower)
	if !ok || j+2 >= len(s.Tokens) || !nameLinks[s.Tokens[j+1].Lower] || !s.Caps && !capitalised(s.Tokens[j].Text) {
		return named{}, false
	}
	if s.Caps && !ofWords[s.Tokens[j].Lower] || j > 0 && s.Tokens[j-1].Lower == "in" && s.Tokens[j].Lower == "front" {
		return named{}, false
	}
	if s.Caps && (s.Tokens[j+1].Lower != "of" || j > 0 && (s.Tokens[j-1].Class == Name || s.Tokens[j-1].Class == Noun)) {
		return named{}, false // "the Maran Front of the attack", "… Front for the attack" in capitals
	}
	k := j + 2
	if s.Tokens[k].Lower == "the" {
		k++
	}
	from := k
	for k < len(s.Tokens) && k < j+longestName && r.partOfName(s, k) {
		k++
	}
	if k < len(s.Tokens)-1 && k > from && (s.Tokens[k].Lower == "and" || s.Tokens[k].Lower == "&") && r.partOfName(s, k+1) && !s.Caps {
		k++
		for k < len(s.Tokens) && k < j+longestName && r.partOfName(s, k) {
			k++
		}
	}
	if k == from || r.menOf(s, j, k) {
		return named{}, false
	}
	return named{first: j, last: k, body: kind}, true
}

// menOf reports whether a name that fills [j, last) and begins a sentence is a
// body and the men of it: "Fighters of the Northmark Army".
func (r *reader) menOf(s *Sentence, j, last int) bool {
	if _, body := lexicon.OrgWord(s.Tokens[last-1].Lower); !body || !s.Caps && j > 0 {
		return false
	}
	h, known := lexicon.HeadOf(s.Tokens[j].Lower)
	return known && h.Plural && (h.Kind == "person" || h.Kind == "force")
}

// ofWords head the name of a body with "of" even where capitals tell nothing.
var ofWords = setOf(`ministry university department bank front movement union federation confederation association
	sons guardians lions knights partisans defenders vanguard church council committee army house party academy institute organization league court`)

func (r *reader) partOfName(s *Sentence, k int) bool {
	tok := &s.Tokens[k]
	if s.Caps {
		return (tok.Class == Name || tok.Class == Noun || tok.Class == Adjective) && !timeAdverbs[tok.Lower]
	}
	return capitalised(tok.Text) && tok.Class != Mark && tok.Class != Pronoun && !weekdays[tok.Lower]
}

var timeAdverbs = setOf("today yesterday tomorrow tonight now")

var weekdays = setOf("monday tuesday wednesday thursday friday saturday sunday")

var months = setOf(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`)
