package extract

import (
	"slices"

	"ascribe"
	"ascribe/extract/nlp"
)

// What one document may tell: what is beyond is left out, and
// Reading.Truncated says so.
const (
	maxIncidents = 60
	maxTellings  = 200 // of one incident
	maxTolls     = 400
)

// A telling is one place where a sentence tells of an incident: a trigger with
// what the grammar around it says.
type telling struct {
	clause      *clause
	first, last int // the tokens of the trigger
	sense
	stage    ascribe.Stage
	past     bool // background: told as history
	hit      bool // a place itself is what was struck
	definite bool // "the attack": points back to what was told
	pointing bool // "that attack": the one last spoken of
	plural   bool
	fresh    bool // "another bomb", "in a separate attack"
	counted  bool // its sentence counts those harmed
	byFoot   bool // a plain mention with neither target, agent, weapon, time nor place of its own
	cast
	when  *ascribe.Date
	where *ascribe.Place
}

// A cast is who and what took part, as nominals of one telling.
type cast struct {
	agents   []filler // who did it
	patients []filler // to whom or what
	weapons  []filler
}

// A filler is a nominal in a role, with the sentence it stands in.
type filler struct {
	c      *clause
	n      *nominal
	effect string
}

// span is where the trigger stands.
func (t *telling) span() ascribe.Span { return t.clause.SpanOf(t.first, t.last) }

// findIncidents enters the incidents that the document tells of, each with one
// mention that chains its tellings.
func (p *page) findIncidents() {
	var groups []*incident
	year := p.yearOfArticle()
	for s := range p.reports {
		c := p.clauseOf(s)
		c.year = year
		for _, t := range p.tellings(c) {
			groups = p.join(groups, t)
		}
	}
	groups = settle(groups)
	if len(groups) > maxIncidents {
		groups = groups[:maxIncidents]
		p.reading.Truncated = "incidents beyond the first 60 were left out"
	}
	p.dateIncidents(groups)
	p.incidents = groups
	p.locate(groups)
	for _, g := range groups {
		p.enter(g)
	}
}

// tellings returns what one sentence tells, in order.
func (p *page) tellings(c *clause) []*telling {
	var found []*telling
	for i := 0; i < len(c.Tokens); i++ {
		sn, last, ok := c.trigger(i)
		if !ok {
			continue
		}
		t := &telling{clause: c, first: i, last: last, sense: sn}
		if p.qualify(t) {
			found = append(found, t)
		}
		i = last - 1
	}
	for _, t := range found {
		t.weak = t.weak && !(t.deadly() && p.harms(c))
	}
	found = p.sift(found)
	if len(found) > 0 && len(p.counts(c)) > 0 {
		for _, t := range found {
			t.counted = true
		}
	}
	slices.SortStableFunc(found, func(a, b *telling) int { // the strong begin incidents, the weak join them
		switch {
		case a.weak == b.weak:
			return 0
		case b.weak:
			return -1
		}
		return 1
	})
	return found
}

// qualify fills in a telling and reports whether it is one after all.
func (p *page) qualify(t *telling) bool {
	c := t.clause
	if c.figurative(t.first, t.last) || !p.mood(t) {
		return false
	}
	p.castRoles(t)
	if t.frame == setting && len(t.weapons) == 0 {
		return false
	}
	if p.mishap(t) {
		return false
	}
	if t.kind == ascribe.Execution && len(t.patients) == 0 && !t.frame.noun() {
		return false
	}
	if t.weak && c.is(t.first, aimedNouns) && t.frame.noun() {
		if t.weak = !struck(t.patients); t.weak && !c.is(t.first, "sabotage") {
			return false
		}
	}
	p.situate(t)
	t.specify()
	return true
}

// aimedNouns tell of an incident by themselves once they name what was struck.
const aimedNouns = "sabotage burning burnings destruction demolition"

// struck reports whether one of a list is a thing that can be struck.
func struck(list []filler) bool {
	return slices.ContainsFunc(list, func(f filler) bool {
		return f.n.kind() == nlp.Facility || f.n.kind() == nlp.Organization || f.n.kind() == nlp.OtherPhrase && f.thing()
	})
}

// sift drops weak tellings that nothing in their sentence supports; a definite
// one may still point back.
func (p *page) sift(found []*telling) []*telling {
	strong := false
	for _, t := range found {
		strong = strong || !t.weak
	}
	kept := found[:0]
	for _, t := range found {
		if t.weak && !strong && !t.definite && !t.supported() {
			continue
		}
		if t.weak && t.frame == blast && strong {
			continue // the weapon of a stronger telling, not a telling of its own
		}
		kept = append(kept, t)
	}
	return kept
}

// deadly reports whether a weak trigger tells of violence as soon as dead or hurt
// are counted beside it: fighting, a raid, gunfire; not a death or a crash.
func (t *telling) deadly() bool {
	if t.clause.is(t.first, "storm storms") {
		return false // the weather, more often
	}
	return t.effect == "" && (t.frame == assailing || t.frame == harming || t.kind == ascribe.Shooting)
}

// harms reports whether a sentence counts people killed or injured.
func (p *page) harms(c *clause) bool {
	return slices.ContainsFunc(p.counts(c), func(h harmCount) bool {
		return (h.harm == ascribe.Killed || h.harm == ascribe.Injured) && h.figure != ascribe.Exactly(0)
	})
}

// supported reports whether a weak trigger has an armed agent or a weapon.
func (t *telling) supported() bool {
	if t.frame == blast || t.frame == pointing || t.frame == deed {
		return false
	}
	if len(t.weapons) > 0 {
		return true
	}
	for _, a := range t.agents {
		if armed(a.c, a.n) {
			return true
		}
	}
	return false
}

// armed reports whether a nominal names those who fight.
func armed(c *clause, n *nominal) bool {
	switch n.kind() {
	case nlp.Group, nlp.Force:
		return true
	case nlp.Person:
		return n.phrase != nil && assailants[c.lower(n.head)]
	}
	return false
}
