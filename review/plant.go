package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ascribe"
)

// A Planted error is a card with one value in the place of another, by which a
// reviewer's own care is measured. It is never entered anywhere.
type Planted struct {
	Card   Card
	Record *ascribe.Record // what the card is shown with: in it, too, the value stands
	Slot   string          // in which the value was planted
	True   Said            // what the machine read
	False  Said            // what was planted
}

// Plant puts a believable wrong value into a card, taken from what else stands in the
// record and in the reading of the card's article; which one, the key decides. Where
// none can be had that is wrong beyond doubt, it is not ok. The kind of an incident is
// never planted: kinds shade into each other.
func Plant(r *ascribe.Record, reading *ascribe.Reading, c *Card, key []byte) (p *Planted, ok bool) {
	g := &garden{record: r, reading: reading, card: c, sentence: r.Cited[c.Statement].Statement.Anchor.Span}
	var seeds []seed
	for i := range c.Says {
		v := &c.Says[i]
		switch {
		case v.Toll != nil:
			seeds = append(seeds, g.tolls(i, v)...)
		case v.Date != nil:
			seeds = append(seeds, g.dates(i, v)...)
		case v.Place != nil:
			seeds = append(seeds, g.places(i, v)...)
		case v.Slot == "position":
			seeds = append(seeds, g.actors(i, v)...)
			seeds = append(seeds, g.positions(i, v)...)
		}
	}
	if len(seeds) == 0 {
		return nil, false
	}
	d := Draw{Key: key, What: "planted"}
	slices.SortStableFunc(seeds, func(a, b seed) int {
		lot := func(s *seed) uint64 { return d.lot([]string{c.Statement.String(), fmt.Sprint(s.at), s.kind}) }
		return cmp.Or(cmp.Compare(lot(&a), lot(&b)), cmp.Compare(a.rank, b.rank))
	})
	return g.plant(&seeds[0]), true
}

// A seed is a wrong value that could stand in a card.
type seed struct {
	at    int    // of the card's values
	kind  string // of error
	rank  int    // among those of its kind: the more believable first
	value Value
}

// A garden is where wrong values are looked for.
type garden struct {
	record   *ascribe.Record
	reading  *ascribe.Reading
	card     *Card
	sentence ascribe.Span
}

// plant makes the card with a wrong value in it.
func (g *garden) plant(s *seed) *Planted {
	was := &g.card.Says[s.at]
	s.value.Slot, s.value.Score, s.value.Others = was.Slot, was.Score, was.Others
	p := &Planted{Card: *g.card, Record: g.record, Slot: was.Slot, True: said(was), False: said(&s.value)}
	p.Card.Says = slices.Clone(g.card.Says)
	p.Card.Says[s.at] = s.value
	r := *g.record
	switch { // what the page is headed with must not give the error away
	case was.Date != nil && r.When != nil && r.When.EDTF == was.Date.EDTF:
		r.When = s.value.Date
	case was.Place != nil && r.Where != nil && samePlace(r.Where, was.Place):
		r.Where = s.value.Place
	}
	p.Record = &r
	return p
}

// positions are errors in one of the facts that a position follows from: who speaks,
// whether it is hedged, whether it is denied.
func (g *garden) positions(at int, v *Value) []seed {
	slips := map[ascribe.Position][]ascribe.Position{
		ascribe.ReportedAsFact:       {ascribe.Suspected, ascribe.Denied},
		ascribe.Claimed:              {ascribe.Denied, ascribe.Suspected},
		ascribe.AccusedByAuthorities: {ascribe.ReportedAsFact, ascribe.Cleared},
		ascribe.Accused:              {ascribe.AccusedByAuthorities, ascribe.Denied},
		ascribe.Suspected:            {ascribe.ReportedAsFact, ascribe.Denied},
		ascribe.Possible:             {ascribe.ReportedAsFact},
		ascribe.Denied:               {ascribe.Claimed, ascribe.Accused},
		ascribe.Cleared:              {ascribe.AccusedByAuthorities},
	}
	var out []seed
	for rank, p := range slips[v.Position] {
		also := slices.ContainsFunc(g.record.Matrix, func(c ascribe.Cell) bool {
			return c.Actor.Name == v.Actor.Name && c.Position == p && slices.Contains(c.Support.Statements, g.card.Statement)
		})
		if !also {
			out = append(out, seed{at, "position", rank, Value{Actor: v.Actor, Position: p}})
		}
	}
	return out
}

// actors are those of the same article that nobody is known to blame: named outside of
// the sentence, or as the one who speaks in it of somebody else.
func (g *garden) actors(at int, v *Value) []seed {
	blamed := func(ref *ascribe.ActorRef) bool {
		return ref.Name == v.Actor.Name || slices.ContainsFunc(g.record.Matrix, func(c ascribe.Cell) bool {
			return c.Actor.Name == ref.Name || c.Actor.ID == ref.ID && ref.ID != ""
		})
	}
	st := g.record.Cited[g.card.Statement].Statement
	var out []seed
	for i := range g.reading.Mentions {
		m := &g.reading.Mentions[i]
		if m.ID.Kind != ascribe.ActorMention || m.Actor == nil || m.Actor.Name == "" || blamed(m.Actor) || kin(m.Actor.Name, v.Actor.Name) || g.attributed(m.ID) || g.linked(m) {
			continue
		}
		speaks := st.Source.Role != ascribe.Self && st.Source.Mention != nil && *st.Source.Mention == m.ID && v.Position != ascribe.Denied
		if speaks || !g.within(m.Spans...) {
			out = append(out, seed{at, "actor", len(out), Value{Actor: *m.Actor, Position: v.Position}})
		}
	}
	return out
}

// attributed reports whether the reading ties a mention to any incident.
func (g *garden) attributed(id ascribe.MentionID) bool {
	return slices.ContainsFunc(g.reading.Attributions, func(a ascribe.Attribution) bool { return a.Actor == id })
}

// linked reports whether a judgement or a ruling holds a mention or its actor to be
// another: then it might be the one who is blamed.
func (g *garden) linked(m *ascribe.Mention) bool {
	is := func(end string) bool { return end == m.ID.String() || end == string(m.Actor.ID) }
	return slices.ContainsFunc(g.record.Links, func(l ascribe.Link) bool {
		return l.Kind == ascribe.SameActor && (is(l.Left) || is(l.Right))
	}) || slices.ContainsFunc(g.record.Decisions, func(d ascribe.Decision) bool {
		return slices.ContainsFunc(d.Pairs, func(p ascribe.Pair) bool { return is(p.Left) || is(p.Right) })
	})
}

// kin reports whether one name holds the other: a group and its wing.
func kin(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// within reports whether any of some spans lies in the card's sentence.
func (g *garden) within(spans ...ascribe.Span) bool {
	return slices.ContainsFunc(spans, func(s ascribe.Span) bool { return s.Start < g.sentence.End && g.sentence.Start < s.End })
}
