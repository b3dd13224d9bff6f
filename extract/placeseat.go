package extract

import (
	"strings"

	"ascribe/extract/gazetteer"
	"ascribe/extract/nlp"
)

// seats adds to each capital that the document names where it is called the capital of
// its country: "in the Sarvian capital".
func (p *page) seats(candidates []*placeCandidate) {
	for s := range p.reports {
		for i := range s.Phrases {
			ph := &s.Phrases[i]
			if lower(&s.Tokens[ph.Head]) != "capital" || filedAt(s, ph.First, ph.Last) {
				continue
			}
			for _, c := range candidates {
				if c.capital && capitalOf(s, ph, c.place.Country) {
					place := *c.place
					place.Text, place.Span = p.text(ph.Span), ph.Span
					place.Because = joinReasons(place.Because, "the text calls it the capital")
					c.at = append(c.at, namedAt{s: s, first: ph.First, last: ph.Last, phrase: ph, place: &place, capital: true})
					break
				}
			}
		}
	}
}

// capitalOf reports whether a phrase about a capital names the country whose it is,
// also where its "s" lost the apostrophe: "Chiles capital".
func capitalOf(s *nlp.Sentence, ph *nlp.Phrase, country string) bool {
	if country == "" || ph.Country != "" {
		return ph.Country == country && country != ""
	}
	first := ph.First
	for first < ph.Head && s.Tokens[first].Class == nlp.Determiner {
		first++
	}
	return first+1 == ph.Head && strings.EqualFold(strings.TrimSuffix(s.Tokens[first].Text, "s"), gazetteer.CountryName(country))
}

// noName reports whether a phrase that no gazetteer knows is no name of a place: what
// is called a capital, or a make of weapons, "Katyusha rockets".
func noName(s *nlp.Sentence, ph *nlp.Phrase) bool {
	if lower(&s.Tokens[ph.Head]) == "capital" {
		return true
	}
	return ph.Last < len(s.Tokens) && setHolds("rocket rockets missile missiles rifle rifles mortar mortars launcher launchers", lower(&s.Tokens[ph.Last]))
}
