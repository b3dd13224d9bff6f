package conllu

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Name is a proper name in a sentence: the name alone, without article, title,
// possessive mark or what is told beside it.
type Name struct {
	First, Last int    // words [First, Last)
	Type        string // etype of what is named: person, organization, place, event …
}

// People is the Type of a name that is borne by many: "Marans", "Democrats".
const People = "people"

// Names derives the names of a sentence from its entities.
//
// An entity has a name if its head is a proper noun and, of a person, more than
// a title ("the President" has none). The name grows from the head over
// neighbours that hang on it:
//
//   - to the left compounds, adjectives and numbers that begin with a capital
//     ("Sarvian National Bank"), and an owner who is no entity of his own ("St
//     Ana 's Hospital"); the titles of a person are taken off ("Gen.", "Prime
//     Minister"), and so are years and numbers ("the 2019 Tolvik Games");
//   - to the right the rest of a flat name, its number ("Route 66") and a byname
//     ("Ivo the Great"), and, but for persons, phrases of "of" and "for" about
//     proper nouns ("University of Maren").
//
// Articles, 's, appositions, clauses, other phrases and what follows a comma are
// left out. Of names one inside another the outer stays, as in the flat schemes of
// news: "Bank of Sarvia" holds no place. Entities of all types count in that, so
// that neither does "the Maren Declaration".
func (s *Sentence) Names() ([]Name, error) {
	entities, err := s.Entities()
	if err != nil {
		return nil, err
	}
	var all []Name
	g := nameGrower{s: s, owners: map[int]bool{}}
	for i := range entities {
		g.owners[s.Head(&entities[i])] = true
	}
	for i := range entities {
		if n, ok := g.name(&entities[i]); ok {
			all = append(all, n)
		}
	}
	slices.SortStableFunc(all, func(a, b Name) int {
		return cmp.Or(a.First-b.First, b.Last-a.Last, rank(a)-rank(b))
	})
	out := all[:0]
	for _, n := range all {
		if len(out) == 0 || n.First >= out[len(out)-1].Last {
			out = append(out, n)
		}
	}
	return out, nil
}

// rank prefers, of two names of the same words, what is there to be found: the
// work of "Vidal, 2019" is named by its author.
func rank(n Name) int {
	switch n.Type {
	case "person", "organization", "place", People:
		return 0
	}
	return 1
}

type nameGrower struct {
	s      *Sentence
	owners map[int]bool // heads of entities
}

func (g *nameGrower) name(e *Entity) (Name, bool) {
	head := g.s.Head(e)
	if g.s.Words[head].UPOS != "PROPN" {
		return Name{}, false
	}
	person := e.Type == "person"
	n := Name{First: head, Last: head + 1, Type: e.Type}
	for i := head - 1; i >= e.First; i-- {
		if g.within(i, head, person) && g.capital(i) {
			n.First = i
		} else if !g.joins(i) {
			break
		}
	}
	for i := head + 1; i < e.Last; i++ {
		if g.within(i, head, person) && (g.capital(i) || g.s.Words[i].UPOS == "NUM" || g.s.Words[i].Rel == "flat") {
			n.Last = i + 1
		} else if !g.joins(i) {
			break
		}
	}
	return g.trim(n)
}

// trim takes off what is no part of the name.
func (g *nameGrower) trim(n Name) (Name, bool) {
	person := n.Type == "person"
	for n.First < n.Last {
		w := &g.s.Words[n.First]
		if w.UPOS != "NUM" && w.UPOS != "PUNCT" && (!person || !title(w.Form)) {
			break
		}
		n.First++
	}
	if n.First == n.Last {
		return n, false
	}
	if person && (g.s.Words[n.Last-1].XPOS == "NNPS" || g.s.Words[n.First].XPOS == "NNPS") {
		n.Type = People
	}
	return n, true
}

func (g *nameGrower) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(g.s.Words[i].Form)
	return unicode.IsUpper(r) || g.s.Words[i].UPOS == "PROPN" || g.s.Words[i].UPOS == "NUM" && g.s.Words[i].Rel != "nummod"
}

// joins tells whether a name may go on beyond word i.
func (g *nameGrower) joins(i int) bool {
	switch strings.ToLower(g.s.Words[i].Form) {
	case "-", "–", "&", "/", "and", "of", "for", "the", "'s", "’s", "'", "’", ".":
		return true
	}
	return false
}

// within tells whether word i hangs on the head of a name by arcs that a name is
// made of.
func (g *nameGrower) within(i, head int, person bool) bool {
	for depth := 0; i != head; depth++ {
		w := &g.s.Words[i]
		if i < 0 || depth > 8 || w.Head == Root || !g.part(i, person) {
			return false
		}
		i = w.Head
	}
	return true
}

func (g *nameGrower) part(i int, person bool) bool {
	w := &g.s.Words[i]
	switch w.Rel {
	case "compound", "flat", "nummod":
		return true
	case "amod":
		return i < w.Head && (!person || w.UPOS == "PROPN")
	case "nmod:desc":
		return !person
	case "nmod:poss":
		return !person && w.UPOS != "PRON" && !g.owners[i]
	case "conj":
		return g.s.Words[w.Head].Rel == "compound" || g.s.Words[w.Head].Rel == "nmod"
	case "appos":
		return person && w.UPOS == "ADJ"
	case "nmod":
		return !person && w.UPOS == "PROPN" && i > w.Head && g.of(i)
	}
	return false
}

// of tells whether the phrase of word i begins with "of" or "for".
func (g *nameGrower) of(i int) bool {
	for k := i - 1; k > g.s.Words[i].Head; k-- {
		if w := &g.s.Words[k]; w.Rel == "case" && w.Head == i {
			form := strings.ToLower(w.Form)
			return form == "of" || form == "for"
		}
	}
	return false
}

// title tells whether a word stands before names of persons and is none.
func title(form string) bool {
	_, ok := slices.BinarySearch(titles, strings.TrimSuffix(strings.ToLower(form), "."))
	return ok
}

var titles = []string{
	"acting", "administrator", "admiral", "ambassador", "apostle", "archbishop", "attorney", "baron", "bishop",
	"brother", "capt", "captain", "cardinal", "chair", "chairman", "chairwoman", "chancellor", "chief", "col",
	"colonel", "commander", "commissioner", "congressman", "congressmen", "congresswoman", "council", "councillor",
	"councilman", "count", "dame", "deputy", "director", "doctor", "don", "dr", "duke", "earl", "emperor",
	"empress", "envoy", "father", "first", "gen", "general", "gov", "governor", "governors", "her", "his", "hon",
	"honorable", "imam", "judge", "justice", "king", "lady", "lieutenant", "lord", "lt", "madam", "madame", "maj",
	"majesty", "major", "mayor", "mayors", "minister", "minority", "miss", "mister", "mother", "mr", "mrs", "ms",
	"officer", "pope", "premier", "president", "prime", "prince", "princess", "prof", "professor", "queen", "rabbi",
	"rep", "representative", "representatives", "rev", "reverend", "secretary", "sen", "senator", "senators",
	"sergeant", "sgt", "shah", "sheikh", "sheriff", "sir", "sister", "speaker", "special", "state", "sultan",
	"superintendent", "their", "tsar", "undersecretary", "vice",
}
