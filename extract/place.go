package extract

import (
	"cmp"
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// placeOf returns the place that a phrase names, with the phrase's own words
// and span, or nil when the phrase names none. A named place that the gazetteer
// lacks keeps its words and has no point.
func (p *page) placeOf(ph *nlp.Phrase) *ascribe.Place {
	if ph == nil {
		return nil
	}
	c := p.chain(ph)
	switch {
	case ph.Kind == nlp.Facility:
		if c == nil || c.Mention.Place == nil {
			return nil
		}
		return p.facilityPlace(ph)
	case c != nil && c.Mention.Place != nil:
		place := *c.Mention.Place
		place.Span = p.bareName(ph)
		place.Text = p.text(place.Span)
		place.Country = cmp.Or(place.Country, c.Country)
		if place.Precision == 0 && ph.Named {
			place.Precision = ascribe.ExactPlace
		}
		return &place
	case ph.Kind == nlp.Location:
		span := p.bareName(ph)
		return &ascribe.Place{Text: p.text(span), Span: span, Country: ph.Country, Because: noEntry}
	}
	return nil
}

// bareName is a named phrase from where its name begins: "Talvik" of "the eastern
// city of Talvik".
func (p *page) bareName(ph *nlp.Phrase) ascribe.Span {
	s := p.sentenceAt(ph.Span.Start)
	if !ph.Named || s == nil || ph.Last > len(s.Tokens) {
		return ph.Span
	}
	first := max(ph.First, ph.Core)
	for first < ph.Head && (s.Tokens[first].Class == nlp.Preposition || s.Caps && s.Tokens[first].Class == nlp.Adjective && lexicon.Common(s.Tokens[first].Lower)) {
		first++
	}
	if first <= ph.First {
		return ph.Span
	}
	return s.SpanOf(first, ph.Last)
}

// facilityPlace returns a building with a name of its own. The gazetteer holds
// towns, so a building that is called like one has no point: "the Lima clinic"
// may stand anywhere.
func (p *page) facilityPlace(ph *nlp.Phrase) *ascribe.Place {
	return &ascribe.Place{Text: p.text(ph.Span), Span: ph.Span, Country: ph.Country, Precision: ascribe.ExactPlace, Because: ownName}
}

// incidentPlace returns where the incident that a sentence tells of at a span
// happened, or nil when the sentence does not say. Of the places that the clause
// gives it takes the nearest, and the town rather than its country. The place of
// who speaks is not one, nor that of a dateline, unless the sentence says "here"
// or "in this city".
func (p *page) incidentPlace(s *nlp.Sentence, at ascribe.Span) *ascribe.Place {
	if s.Block == ascribe.Dateline || s.Block == ascribe.Byline {
		return nil
	}
	f := placeFinder{p: p, s: s, from: s.TokenAt(at.Start), to: s.TokenAt(at.End - 1)}
	found := f.candidates()
	if len(found) == 0 {
		if f.saysHere() {
			return p.datelinePlace()
		}
		return f.namedSite()
	}
	best := 0
	for i := range found {
		if found[i].cost < found[best].cost {
			best = i
		}
	}
	best = finer(found, best)
	place := found[best].place
	f.widen(place, found)
	return place
}

// Reasons of places that no gazetteer resolves.
const (
	noEntry = "named as a place; the gazetteer has none of this name"
	ownName = "a building or spot with a name of its own, which the gazetteer of towns does not hold"
)

// A located is a place that a clause gives.
type located struct {
	place       *ascribe.Place
	first, last int // its tokens
	cost        int // how far from the incident
}

// finerWithin is how much farther than the nearest place a finer one of the same
// country may stand: "in Sarvia … in the town of Talvik".
const finerWithin = 14

// finer returns the index of a place that lies within the best one, or the best.
func finer(found []located, best int) int {
	out := best
	for i := range found {
		a, b := found[i].place, found[best].place
		if i == best || found[i].cost > found[best].cost+finerWithin || !within(a, b) {
			continue
		}
		if out == best || found[i].cost < found[out].cost {
			out = i
		}
	}
	return out
}

// within reports whether a may lie in b as far as the gazetteer tells: b is the
// country or division that a belongs to.
func within(a, b *ascribe.Place) bool {
	if a.Precision == 0 || a.Gazetteer != "" && a.Gazetteer == b.Gazetteer {
		return false
	}
	switch b.Precision {
	case ascribe.WholeCountry:
		return a.Precision < ascribe.WholeCountry && (a.Country == b.Country || a.Country == "")
	case ascribe.FirstOrder:
		return a.Precision < ascribe.FirstOrder && (a.Country == "" || a.Country == b.Country && (a.Admin1 == "" || a.Admin1 == b.Admin1))
	case ascribe.PartOfRegion:
		return a.Precision < ascribe.FirstOrder && (a.Country == b.Country || b.Country == "")
	}
	return false
}

// datelinePlace returns the place of the document's dateline, or nil: of one that
// stands inside a paragraph too, where nothing but its capitals tells of it
// ("MOSCOW (Agency) Six people were hurt").
func (p *page) datelinePlace() *ascribe.Place {
	var inside *ascribe.Place
	for s := range p.reports {
		for k := range s.Phrases {
			ph := &s.Phrases[k]
			line := s.Block == ascribe.Dateline
			if ph.Kind != nlp.Location || !line && (inside != nil || !filedAt(s, ph.First, ph.Last)) {
				continue
			}
			if place := p.placeOf(ph); place != nil {
				if line {
					return place
				}
				inside = place
			}
		}
	}
	return inside
}

// filedAt reports whether a name stands in capitals in a sentence that does not,
// as that of a dateline does.
func filedAt(s *nlp.Sentence, first, last int) bool {
	if s.Caps || first >= last {
		return false
	}
	for k := first; k < last; k++ {
		if t := s.Tokens[k].Text; len(t) < 4 || strings.ToUpper(t) != t || strings.ContainsAny(t, ".0123456789") {
			return false
		}
	}
	return true
}
