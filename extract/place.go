package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// placeOf returns the place that a phrase names, with the phrase's own words
// and span, or nil when the phrase names none.
func (p *page) placeOf(ph *nlp.Phrase) *ascribe.Place {
	if ph == nil {
		return nil
	}
	place := ascribe.Place{Text: p.text(ph.Span), Span: ph.Span}
	if c := p.chain(ph); c != nil && c.Mention.Place != nil {
		place = *c.Mention.Place
		place.Text, place.Span = p.text(ph.Span), ph.Span
		return &place
	}
	if ph.Kind != nlp.Location {
		return nil
	}
	return &place
}

// incidentPlace returns where the incident that a sentence tells of at a span
// happened, or nil when the sentence does not say.
func (p *page) incidentPlace(s *nlp.Sentence, at ascribe.Span) *ascribe.Place {
	var best *nlp.Phrase
	distance := 0
	for i := range s.Phrases {
		ph := &s.Phrases[i]
		if ph.Kind != nlp.Location || ph.First == 0 || s.Tokens[ph.First-1].Class != nlp.Preposition {
			continue
		}
		if d := max(ph.Span.Start-at.End, at.Start-ph.Span.End); best == nil || d < distance {
			best, distance = ph, d
		}
	}
	return p.placeOf(best)
}
