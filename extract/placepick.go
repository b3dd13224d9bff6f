package extract

import (
	"cmp"
	"fmt"
	"slices"

	"ascribe"
	"ascribe/extract/weigh"
)

// PlaceTask is the model that says which of a document's places an incident
// happened in.
const PlaceTask = "place"

// A PlaceAsked is what is asked of a place: whether the incident happened there.
type PlaceAsked struct {
	Incident ascribe.MentionID
	Place    ascribe.Place
}

// locate finds the place of each incident among those of the document.
func (p *page) locate(groups []*incident) {
	if len(groups) == 0 {
		return
	}
	l := p.newLocator(groups)
	for n, g := range groups {
		g.where = l.pick(g, n+1)
	}
}

// located is the place of the incident, or nil.
func (g *incident) located() *ascribe.Place { return g.where }

// ruledPlace returns the place that the clauses give, the closest known first.
func (g *incident) ruledPlace() *ascribe.Place {
	var best *ascribe.Place
	for _, t := range g.tellings {
		if t.where == nil {
			continue
		}
		if best == nil || t.where.Precision != 0 && (best.Precision == 0 || t.where.Precision < best.Precision) {
			best = t.where
		}
	}
	return best
}

// pick asks of each candidate whether the incident happened there and takes the
// likeliest, or none; the one that the clauses give where no other is clearly
// likelier. Without a model the clauses decide.
func (l *locator) pick(g *incident, group int) *ascribe.Place {
	ruled := g.ruledPlace()
	id := l.p.incidentID(g)
	best, most := -1, weigh.Odds(0)
	why, modelled := "", false
	for i, c := range l.candidates {
		q := &Question{
			Task: PlaceTask, Features: l.features(g, i), Span: c.place.Span, Text: c.place.Text, Group: group,
			About: PlaceAsked{id, *c.place}, Taken: ruled != nil && c.is(ruled),
		}
		m, odds := l.p.ask(q)
		if m == nil {
			continue
		}
		modelled = true
		if q.Taken && c.place.Precision < ascribe.PartOfRegion {
			odds += ruleWorth
		}
		if odds >= m.Least && (best < 0 || odds > most) {
			best, most = i, odds
			why = fmt.Sprintf("of the places named the likeliest: %s", m.Reasons(q.Features, 3))
		}
	}
	switch {
	case !modelled:
		return ruled
	case best < 0:
		return nil
	}
	return l.worded(g, best, ruled, why)
}

// ruleWorth is how much likelier another place must be than the town or division
// that the clauses give; a country is no bar to what lies in it.
const ruleWorth weigh.Odds = 1000

// is reports whether the candidate is the place, by its entry or where it stands.
func (c *placeCandidate) is(place *ascribe.Place) bool {
	return placeKey(place) == placeKey(c.place) || slices.ContainsFunc(c.at, func(n namedAt) bool {
		return n.place.Span.Holds(place.Span) || place.Span.Start == n.place.Span.Start
	})
}

// worded is the candidate as the incident's sentence words it, with what the text
// tells of where it lies.
func (l *locator) worded(g *incident, i int, ruled *ascribe.Place, why string) *ascribe.Place {
	c := l.candidates[i]
	place := *c.place
	if n := l.closest(g, c); n != nil {
		place = *n.place
	}
	for _, t := range g.tellings {
		if t.where != nil && placeKey(t.where) == placeKey(c.place) {
			place = *t.where // with what stands beside it: near, its country
		}
	}
	if ruled != nil && place.Span.Start == ruled.Span.Start && ruled.Span.Holds(place.Span) {
		place = *ruled
	}
	place.Country = cmp.Or(place.Country, c.place.Country)
	if place.Admin1 == "" && place.Gazetteer == "" && c.place.Admin1 != "" {
		place.Country, place.Admin1, place.Because = c.place.Country, c.place.Admin1, c.place.Because
	}
	place.Because = joinReasons(place.Because, why)
	return &place
}

// leadingShare is how great a part of what a text says of countries must be of
// one for a place of no known country to lie there.
const leadingShare = 0.6

// closest is the naming that stands nearest to a telling of the incident.
func (l *locator) closest(g *incident, c *placeCandidate) *namedAt {
	var best *namedAt
	least := 0
	for k := range c.at {
		n := &c.at[k]
		for _, t := range g.tellings[:min(len(g.tellings), tellingsSeen)] {
			d := n.place.Span.Start - t.span().Start
			if d = max(d, -d); best == nil || d < least {
				best, least = n, d
			}
		}
	}
	return best
}

// country is that of who or what took part, as far as the wording or its chain
// tells.
func (l *locator) country(f filler) string {
	if f.n == nil || f.n.phrase == nil {
		return ""
	}
	if f.n.phrase.Country != "" {
		return f.n.phrase.Country
	}
	if c := l.p.chain(f.n.phrase); c != nil {
		return c.Country
	}
	return ""
}

// incidentID is the id of the mention of an incident.
func (p *page) incidentID(g *incident) ascribe.MentionID {
	return ascribe.MentionID{Document: p.Document.ID, Kind: ascribe.IncidentMention, At: g.earliest().span().Start}
}
