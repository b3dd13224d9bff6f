package nlp

import (
	"fmt"
	"maps"
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
)

// maxToponyms bounds how many names of places are weighed against each other.
const maxToponyms = 120

// resolve chooses the places that the names of a document mean, all together.
// What the gazetteer lacks as it is written is looked for a second time in the
// countries of the places that were found.
func (j *joiner) resolve(entities []*entity) {
	named := j.choosePlaces(entities)
	known := false
	for _, e := range named {
		if c := e.place.Country; c != "" && j.nations[c] == 0 && (e.place.Population >= wellKnown || e.place.Kind == gazetteer.Division1) {
			j.nations[c], known = 1, true
		}
	}
	again := false
	for _, e := range entities {
		if known && e.named && len(e.places) == 0 && e.kind == Location {
			e.places = j.likely(e.key)
			again = again || len(e.places) > 0
		}
	}
	if again {
		named = j.choosePlaces(entities)
	}
	j.correct(named)
}

// choosePlaces resolves the names that some place carries, and returns their
// entities.
func (j *joiner) choosePlaces(entities []*entity) []*entity {
	var named []*entity
	var toponyms []gazetteer.Toponym
	for _, e := range entities {
		if len(e.places) == 0 || !e.named || e.kind != Location && e.kind != Facility {
			continue
		}
		if len(named) == maxToponyms {
			break
		}
		named = append(named, e)
		toponyms = append(toponyms, gazetteer.Toponym{Name: e.key, Within: j.within(e), Count: len(e.mentions) + len(e.toponyms), Candidates: e.places})
	}
	for i, found := range gazetteer.ResolveAll(j.places, toponyms, j.parties(entities)) {
		named[i].place = found
	}
	return named
}

// parties counts the countries that the document names, by their people or by
// the actors of the register that come from them: the report of a group's
// communique may not name its country.
func (j *joiner) parties(entities []*entity) map[string]int {
	nations := maps.Clone(j.nations)
	if nations == nil {
		nations = map[string]int{}
	}
	for _, e := range entities {
		if e.entry != nil && e.country != "" {
			nations[e.country] += len(e.mentions)
		}
	}
	return nations
}

// within returns what the document says that a place lies in, nearest first:
// "Tolvik, Velm province, Sarvia", "Tolvik in Sarvia", "Tolvik (Velm)".
func (j *joiner) within(e *entity) []string {
	for _, m := range e.mentions {
		p := j.phrase(m)
		if out := j.holders(m.sentence, p.Head+1, p.Last); out != nil {
			return out
		}
	}
	for _, t := range e.toponyms {
		if out := j.holders(t.sentence, t.last, t.last); out != nil {
			return out
		}
	}
	return nil
}

// holders reads the places that follow at one of two tokens, each after a comma,
// a bracket or "in".
func (j *joiner) holders(sentence int, ends ...int) []string {
	s := &j.a.Sentences[sentence]
	for _, at := range ends {
		var out []string
		for at+1 < len(s.Tokens) && len(out) < 3 && holds(&s.Tokens[at]) {
			first := at + 1
			if s.Tokens[first].Class == Determiner && first+1 < len(s.Tokens) {
				first++
			}
			last := j.holder(s, first)
			if last == 0 {
				break
			}
			out = append(out, strings.ToLower(s.Text(j.a.Document, first, last)))
			at = last
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// holds reports whether what follows a token may be what a place lies in.
func holds(tok *Token) bool {
	switch tok.Lower {
	case ",", "(", "in", "-", "–":
		return true
	}
	return false
}

// holder returns the end of the longest name that begins at first and is a
// country's or a division's, or 0.
func (j *joiner) holder(s *Sentence, first int) int {
	if s.Tokens[first].Class != Name && !s.Tokens[first].Caps {
		return 0
	}
	for last := min(first+longestPlace, len(s.Tokens)); last > first; last-- {
		name := s.Text(j.a.Document, first, last)
		if last == first+1 && gazetteer.Postal(name) {
			return last
		}
		for _, e := range j.lookup(normal(name)) {
			if e.Kind == gazetteer.Country || e.Kind == gazetteer.Division1 {
				return last
			}
		}
	}
	return 0
}

// placed is the place of an entity as its mention has it.
func (e *entity) placed(text string, span ascribe.Span) *ascribe.Place {
	place := ascribe.Place{}
	if e.place.ID != "" {
		place = e.place.Place()
	}
	place.Text, place.Span, place.Because = strings.Join(strings.Fields(text), " "), span, e.placeBecause()
	return &place
}

// placeBecause says how a place was chosen, in words.
func (e *entity) placeBecause() string {
	switch {
	case e.place.ID == "" && len(e.places) > 0:
		return "left without a point: no place of this name in the gazetteer fits the text"
	case e.place.ID == "":
		return "left without a point: the gazetteer has no place of this name"
	case len(e.places) == 1:
		return "the one place of this name in the gazetteer"
	}
	return fmt.Sprintf("the likeliest of %d places of this name, by what the text says it lies in, by the other places and peoples of the text, and by its size", len(e.places))
}
