package nlp

import (
	"strings"

	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// namedPlace takes "Tolvik province" and "the Velm valley" for a place.
func (c *chunker) namedPlace(p *Phrase) bool {
	if p.Plural || p.Head == p.First || !isName(&c.s.Tokens[p.Head-1]) {
		return false
	}
	first := p.Head - 1
	for first > p.First && isName(&c.s.Tokens[first-1]) {
		first--
	}
	found := c.lookup(c.s.Text(c.a.Document, first, p.Head+1))
	if found == nil {
		found = c.lookup(c.s.Text(c.a.Document, first, p.Head))
	}
	if found == nil && c.s.Caps {
		return false
	}
	p.Core, p.Kind, p.Named = first, Location, true
	if found != nil {
		p.Country = found[0].Country
	}
	return true
}

// kindOfPlace tells a place from a country that acts.
func (c *chunker) kindOfPlace(p *Phrase, found []gazetteer.Entry) {
	p.Kind = Location
	p.Country = found[0].Country
	if isCountry(found) && c.acts(p) {
		p.Kind = State
	}
}

func isCountry(found []gazetteer.Entry) bool {
	return len(found) > 0 && found[0].Kind == gazetteer.Country
}

var placePrepositions = setOf("in at near from into inside outside across around within throughout toward towards through to outskirts outside between north south east west of")

// afterPlacePreposition reports whether a preposition of place stands before
// token j, with an article between or not.
func afterPlacePreposition(s *Sentence, j int) bool {
	if j > 0 && s.Tokens[j-1].Lower == "the" {
		j--
	}
	if j == 0 {
		return false
	}
	switch w := s.Tokens[j-1].Lower; w {
	case "of", "to", "between":
		return false
	default:
		return placePrepositions[w]
	}
}

// placeName reports whether the bare name is a place, with the evidence that a
// name which is also a word, a surname or a first name needs.
func (c *chunker) placeName(p *Phrase) bool {
	s := c.s
	first := p.Core
	found := c.lookup(s.Text(c.a.Document, first, p.Head+1))
	for found == nil && s.Caps && first < p.Head {
		first++
		found = c.lookup(s.Text(c.a.Document, first, p.Head+1))
	}
	if found == nil {
		return c.inPlace(p)
	}
	lower := s.Tokens[p.Head].Lower
	if first == p.Head && directions[lower] || s.Caps && lexicon.Common(lower) && (p.First < first && s.Tokens[first-1].Class == Determiner || head(s, p).Class != Name) {
		return false
	}
	doubtful := first == p.Head && (lexicon.Common(lower) || lexicon.FirstName(lower) || !s.Caps && !s.Tokens[p.Head].Caps || months[lower])
	prior := found[0].Population >= 100_000 || found[0].Kind != gazetteer.Town
	evidence := afterPlacePreposition(s, p.First) || afterPlacePreposition(s, first) || c.beforeCountry(p)
	if doubtful && !evidence && found[0].Kind != gazetteer.Country || !prior && !evidence {
		return false
	}
	p.Core = first
	c.kindOfPlace(p, found)
	return true
}

// directions name no place by themselves.
var directions = setOf("north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern")

func head(s *Sentence, p *Phrase) *Token { return &s.Tokens[p.Head] }

// inPlace takes a capitalised unknown after "in" or "near" for a place.
func (c *chunker) inPlace(p *Phrase) bool {
	if p.First != p.Core && c.s.Tokens[p.First].Lower != "the" || p.Core == 0 {
		return false
	}
	if p.First == 0 || p.Core != p.First || !placed(c.s, p.First) {
		return false
	}
	if !c.s.Caps && !c.s.Tokens[p.Head].Caps && !articled(c.s.Tokens[p.Head].Text) || c.s.Caps && (head(c.s, p).Class != Name || lexicon.Common(head(c.s, p).Lower)) {
		return false
	}
	p.Kind = Location
	return true
}

// placed reports whether "in", "near", "outside" or "the town of" stands before
// token j.
func placed(s *Sentence, j int) bool {
	switch s.Tokens[j-1].Lower {
	case "in", "near", "outside":
		return true
	case "of":
		if j < 2 {
			return false
		}
		h, ok := lexicon.HeadOf(s.Tokens[j-2].Lower)
		return ok && h.Kind == "place"
	}
	return false
}

// beforeCountry reports whether ", Country" or "(Country)" follows.
func (c *chunker) beforeCountry(p *Phrase) bool {
	j := p.Last
	if j+1 >= len(c.s.Tokens) || !strings.ContainsAny(c.s.Tokens[j].Text, ",(") {
		return false
	}
	if n := c.inside[j+1]; n > 0 {
		found := c.names[n-1].places
		return len(found) > 0 && found[0].Kind != gazetteer.Town
	}
	found := c.lookup(c.s.Tokens[j+1].Text)
	return len(found) > 0 && found[0].Kind != gazetteer.Town
}
