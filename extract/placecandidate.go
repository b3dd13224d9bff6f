package extract

import (
	"cmp"
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/nlp"
)

// A namedAt is one place where a document names a place.
type namedAt struct {
	s           *nlp.Sentence
	first, last int         // tokens [first, last)
	phrase      *nlp.Phrase // nil in the name of a body and of a country that acts
	place       *ascribe.Place
	capital     bool
}

// filed reports whether the naming only tells where the report was filed.
func (n *namedAt) filed() bool {
	return n.s.Block == ascribe.Dateline || filedAt(n.s, n.first, n.last)
}

// A placeCandidate is a place that the document names, with all its namings.
type placeCandidate struct {
	place   *ascribe.Place
	at      []namedAt
	people  bool // a country that is told by its people or towns alone
	capital bool // the seat of a country's government
}

// maxPlaceCandidates bounds how many places of a document are weighed.
const maxPlaceCandidates = 60

// placeCandidates gathers the places of the document, in order of first naming,
// and the countries that it tells of without naming them.
func (p *page) placeCandidates() []*placeCandidate {
	byKey := map[string]*placeCandidate{}
	var out []*placeCandidate
	enter := func(n namedAt) {
		if n.place.Precision == ascribe.WholeCountry && sentAbroad(n.s, n.first, n.last) {
			return
		}
		key := placeKey(n.place)
		c := byKey[key]
		if c == nil {
			if len(out) == maxPlaceCandidates {
				return
			}
			c = &placeCandidate{place: n.place, capital: n.capital}
			byKey[key] = c
			out = append(out, c)
		}
		c.at = append(c.at, n)
	}
	toponyms := p.toponymsBySentence()
	for s := range p.reports {
		covered := make([]bool, len(s.Tokens))
		for i := range s.Phrases {
			ph := &s.Phrases[i]
			if ph.Kind != nlp.Location && (ph.Kind != nlp.Facility || !ph.Named) {
				continue
			}
			if place := p.placeOf(ph); place != nil && (ph.Named && !noName(s, ph) || place.Gazetteer != "") {
				chain := p.chain(ph)
				enter(namedAt{s, ph.First, ph.Last, ph, place, chain != nil && chain.Capital && place.Gazetteer != ""})
				for k := max(ph.First, ph.Core); k < ph.Last; k++ {
					covered[k] = true
				}
			}
		}
		for _, n := range toponyms[s.Index] {
			if !slices.Contains(covered[n.first:n.last], true) {
				n.phrase = placePhrase(s, n.first, n.last)
				enter(n)
			}
		}
	}
	p.seats(out)
	return append(out, p.impliedCountries(byKey)...)
}

// sentAbroad reports whether a country at tokens [first, last) is named for those who
// stand for it in another: "the embassy of Sarvia", "Sarvia's ambassador".
func sentAbroad(s *nlp.Sentence, first, last int) bool {
	for first > 0 && s.Tokens[first-1].Class == nlp.Determiner {
		first--
	}
	if first > 1 && s.Tokens[first-1].Lower == "of" && setHolds(envoys, s.Tokens[first-2].Lower) {
		return true
	}
	if last < len(s.Tokens) && setHolds("'s ’s '", s.Tokens[last].Lower) {
		last++
	}
	return last < len(s.Tokens) && setHolds(envoys, s.Tokens[last].Lower)
}

// envoys are those who stand for a country in another.
const envoys = "embassy embassies consulate consulates ambassador ambassadors consul consuls legation envoy envoys diplomat diplomats"

// placePhrase is the phrase of a place that holds tokens as another place of its
// own, which stand before its name: "Ombra" of "in Ombra northern Sarvia"; or nil.
func placePhrase(s *nlp.Sentence, first, last int) *nlp.Phrase {
	for i := range s.Phrases {
		if ph := &s.Phrases[i]; ph.Kind == nlp.Location && ph.First <= first && last <= ph.Core {
			return ph
		}
	}
	return nil
}

// placeKey tells places apart: by the gazetteer, or by the name.
func placeKey(place *ascribe.Place) string {
	if place.Gazetteer != "" {
		return place.Gazetteer
	}
	return strings.TrimPrefix(strings.ToLower(strings.Join(strings.Fields(place.Text), " ")), "the ")
}

// toponymsBySentence lists every span of the places' chains.
func (p *page) toponymsBySentence() map[int][]namedAt {
	out := map[int][]namedAt{}
	for i := range p.Chains {
		m := &p.Chains[i].Mention
		if m.Place == nil || p.Chains[i].Kind != nlp.Location {
			continue
		}
		for _, span := range m.Spans {
			s := p.sentenceAt(span.Start)
			if s == nil {
				continue
			}
			place := *m.Place
			place.Text, place.Span = p.text(span), span
			n := namedAt{s: s, first: s.TokenAt(span.Start), last: s.TokenAt(span.End-1) + 1, place: &place, capital: p.Chains[i].Capital}
			if n.first < n.last && n.last <= len(s.Tokens) {
				out[s.Index] = append(out[s.Index], n)
			}
		}
	}
	return out
}

// impliedCountries makes candidates of the countries whose people or towns the
// document names but never themselves, where it first does.
func (p *page) impliedCountries(named map[string]*placeCandidate) []*placeCandidate {
	votes := p.countryVotes()
	has := map[string]bool{}
	for _, c := range named {
		if c.place.Precision == ascribe.WholeCountry {
			has[c.place.Country] = true
		}
	}
	var out []*placeCandidate
	for s := range p.reports {
		for i := range s.Phrases {
			ph := &s.Phrases[i]
			span := tellsCountry(s, ph)
			if ph.Country == "" || has[ph.Country] || span == (ascribe.Span{}) || filedAt(s, ph.First, ph.Last) || sentAbroad(s, s.TokenAt(span.Start), s.TokenAt(span.End-1)+1) || shareOf(votes, ph.Country) < impliedShare {
				continue
			}
			has[ph.Country] = true
			place := gazetteer.CountryOf(ph.Country)
			out = append(out, &placeCandidate{people: true, place: &ascribe.Place{
				Text: p.text(span), Span: span, Country: ph.Country, Precision: ascribe.WholeCountry, Name: place.Name, Gazetteer: place.ID,
				Because: "the text names its people or towns, not the country itself",
			}})
			if place.HasPoint() {
				out[len(out)-1].place.Point = &ascribe.Point{Lat: place.Lat, Lon: place.Lon}
			}
		}
	}
	return out
}

// impliedShare is how great a part of what a text says of countries must be of
// one that it does not name.
const impliedShare = 0.25

// tellsCountry is the word of a phrase that tells its country: of its people, or
// a town of it. The register's knowledge of an actor is no word of the text.
func tellsCountry(s *nlp.Sentence, ph *nlp.Phrase) ascribe.Span {
	if ph.Kind == nlp.Location && ph.Named {
		return ph.Span
	}
	for _, e := range s.Entities {
		if e.Type == nlp.NorpName && ph.First <= e.First && e.Last <= ph.Last {
			return e.Span
		}
	}
	return ascribe.Span{}
}

// countryVotes counts how often the document names each country: itself, its
// people, its towns and its actors. The dateline tells where it was written.
func (p *page) countryVotes() map[string]float64 {
	votes := map[string]float64{}
	for s := range p.reports {
		if s.Block == ascribe.Dateline {
			continue
		}
		for i := range s.Phrases {
			if ph := &s.Phrases[i]; ph.Country != "" && !filedAt(s, ph.First, ph.Last) {
				votes[ph.Country]++
			}
		}
	}
	return votes
}

// shareOf is what part of the votes a country has.
func shareOf(votes map[string]float64, country string) float64 {
	sum := 0.0
	for _, v := range votes {
		sum += v
	}
	if sum == 0 {
		return 0
	}
	return votes[country] / sum
}

// leadingCountry is the country with the most votes, if it has so great a part.
func leadingCountry(votes map[string]float64, least float64) string {
	best := ""
	for c := range votes {
		if best == "" || cmp.Or(cmp.Compare(votes[c], votes[best]), strings.Compare(best, c)) > 0 {
			best = c
		}
	}
	if best == "" || shareOf(votes, best) < least {
		return ""
	}
	return best
}
