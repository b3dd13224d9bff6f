package extract

import (
	"slices"

	"ascribe"
	"ascribe/extract/nlp"
)

// A placedCount is a count tied to an incident.
type placedCount struct {
	harmCount
	c        *clause
	incident int // index in reading.Incidents
	why      string
}

// A tollBook gathers the counts of an article and tells which are of the same
// people: a person hurt who then died, those shot of whom some died, the persons
// who make up a number.
type tollBook struct {
	*page
	entered []placedCount
	later   []placedCount // the injured who may be among the dead
}

// add books a count; the injured who may be among the dead wait for the end. Nobody
// who is bombed from afar attacks.
func (b *tollBook) add(h placedCount) {
	h.attackers = h.attackers || b.attacked(&h)
	switch b.reading.Incidents[h.incident].Type {
	case ascribe.AirStrike, ascribe.Shelling, ascribe.Execution, ascribe.Kidnapping:
		h.attackers = false
	}
	if h.harm == ascribe.Injured && (h.shot || h.person) {
		b.later = append(b.later, h)
		return
	}
	b.entered = append(b.entered, h)
}

// attacked reports whether the one person of a count is among those who did it.
func (b *tollBook) attacked(h *placedCount) bool {
	if !h.person || h.chain == nlp.NoChain || h.last == h.first+1 && h.c.is(h.first, "he she him her") {
		return false
	}
	if t := b.portraitOf(h); t.name == nil && !h.c.holdsAny("suspect suspects gunman shooter attacker killer robber perpetrator", h.first, h.last) {
		return false
	}
	for _, e := range b.reading.Incidents[h.incident].Roles.PerpetratorIndividuals {
		if e.Mention != nil && b.chainIs(*e.Mention, h.chain) {
			return true
		}
	}
	return false
}

// close enters everything.
func (b *tollBook) close() {
	for _, h := range b.later {
		if b.amongDead(&h) {
			continue
		}
		if h.shot && (!b.leftOfHit(&h) || b.deadByHeadline(&h)) {
			continue
		}
		b.entered = append(b.entered, h)
	}
	for i := range b.entered {
		h := &b.entered[i]
		if h.person && !h.part && b.within(h) {
			h.part = true
			h.why += ", one of those counted"
		}
	}
	b.alone()
	b.list()
	for i := range b.entered {
		if h := &b.entered[i]; h.attackers && h.person && !h.part && b.amongAll(h) {
			h.part = true
			h.why += ", one of all who are counted"
		}
	}
	b.lead()
}

// leftOfHit takes those told of otherwise from the number who were shot or brought
// to a hospital, and reports whether any are left.
func (b *tollBook) leftOfHit(h *placedCount) bool {
	dead, hurt := b.most(h, ascribe.Killed), b.most(h, ascribe.Injured)
	n := max(h.figure.Low, h.figure.Best)
	switch {
	case hurt > 0 && hurt >= n-dead:
		return false // told outright
	case dead == 0 && hurt == 0 && n > 1 && b.allDead(h, n):
		return false
	case h.person || dead == 0 || !h.c.is(h.trigger, "shot shooting struck hit") || h.c.holdsAny("other others", h.first, h.last):
		return true // who is brought to a hospital lives
	case b.others(h):
		return true
	case n <= dead:
		return false // the same people
	}
	h.figure = ascribe.Figure{Low: n - dead, Best: ascribe.Unknown, High: h.figure.High, Open: h.figure.Open}
	h.why += ", less those of them who died"
	return true
}

// others reports whether a count is of people by name, and everybody who died has
// another.
func (b *tollBook) others(h *placedCount) bool {
	words := nameWords(b.text(h.of))
	if h.of.IsZero() || !h.c.named(h.last-1) || h.c.counts(h.c.nominalAt(h.first)) {
		return false
	}
	for i := range b.entered {
		e := &b.entered[i]
		if e.incident != h.incident || e.harm != ascribe.Killed || e.attackers {
			continue
		}
		t := b.portraitOf(e)
		if !e.person || len(t.name) == 0 || slices.ContainsFunc(t.name, func(w string) bool { return slices.Contains(words, w) }) {
			return false
		}
	}
	return true
}

// most returns the largest number of a harm that is booked for the incident of h,
// attackers left out; of parts, "two of them fatally", where nothing whole is told.
func (b *tollBook) most(h *placedCount, harm ascribe.Harm) ascribe.Count {
	var whole, part ascribe.Count
	for i := range b.entered {
		e := &b.entered[i]
		if e.incident != h.incident || e.harm != harm || e.attackers {
			continue
		}
		if n := max(e.figure.Low, e.figure.Best); e.part {
			part = max(part, n)
		} else {
			whole = max(whole, n)
		}
	}
	if whole == 0 && harm == ascribe.Killed {
		return part
	}
	return whole
}

// within reports whether one person is among those whom a number booked for the
// same incident counts.
func (b *tollBook) within(h *placedCount) bool {
	if h.c.is(h.first, "another other") || h.c.is(h.first-1, "another other") {
		return false
	}
	for i := range b.entered {
		e := &b.entered[i]
		if e.incident == h.incident && e.harm == h.harm && !e.person && !e.part && e.attackers == h.attackers && max(e.figure.Low, e.figure.Best) > 1 {
			return true
		}
	}
	return false
}

// alone counts with the rest whoever shot nobody but themselves: where nobody else
// is told to have been harmed, there is nobody that they attacked.
func (b *tollBook) alone() {
	for i := range b.entered {
		h := &b.entered[i]
		if !h.attackers || !h.person {
			continue
		}
		t := b.portraitOf(h)
		if !slices.ContainsFunc(b.entered, func(e placedCount) bool { return b.elseHarmed(&t, h, &e) }) {
			h.attackers = false
		}
	}
}

// elseHarmed reports whether a count is of others than the person t, whom h counts.
func (b *tollBook) elseHarmed(t *portrait, h, e *placedCount) bool {
	if e.attackers || e.incident != h.incident || e.harm != ascribe.Killed && e.harm != ascribe.Injured {
		return false
	}
	if !e.person {
		return e.number() > 1 || e.c.holdsAny("another other others", e.first, e.last)
	}
	z := b.portraitOf(e)
	return someoneElse(t, &z) || e.c.is(e.first, "his her their")
}

// amongAll reports whether one attacker is among those whom a number of the same
// incident counts: all who are dead, and not those whom somebody killed. "Four
// people are dead" holds the gunman, "he killed four people" does not.
func (b *tollBook) amongAll(h *placedCount) bool {
	for i := range b.entered {
		e := &b.entered[i]
		if e.incident != h.incident || e.harm != h.harm || e.attackers || e.part || e.number() < 2 {
			continue
		}
		byAnother := e.first > e.trigger && harmWords[e.c.lower(e.trigger)].place == patientOf || e.c.is(e.trigger+1, "by") || e.c.holdsAny("victims others", e.first, e.last)
		if !byAnother {
			return true
		}
	}
	return false
}

// amongDead reports whether one person who was hurt is told to have died: by the
// chain of the wordings, or by the first who died as far as the wordings agree.
func (b *tollBook) amongDead(h *placedCount) bool {
	if !h.person {
		return false
	}
	var dead *placedCount
	for i := range b.entered {
		e := &b.entered[i]
		if e.harm != ascribe.Killed || !e.person {
			continue
		}
		if h.chain != nlp.NoChain && h.chain == e.chain || e.attackers && h.c.is(h.first, "himself herself") {
			return true
		}
		if dead == nil && b.reading.Incidents[e.incident].Recent {
			dead = e
		}
	}
	return dead != nil && b.onePerson(h, dead)
}

// shotOnce reports whether a count tells only that somebody was shot: of the one
// who died, that is told again and again.
func (h *placedCount) shotOnce() bool {
	return h.shot && h.c.is(h.trigger, "shot shooting") && !h.c.is(h.first, "another one")
}

// onePerson reports whether two wordings may be of one person: nothing that is told
// of them speaks against it, and the later is no new person.
func (b *tollBook) onePerson(a, z *placedCount) bool {
	if z.c.SpanOf(z.first, z.last).Start < a.c.SpanOf(a.first, a.last).Start {
		a, z = z, a
	}
	if z.c.is(z.first, "a an another one") && !a.shotOnce() && !z.shotOnce() {
		return false
	}
	if a.c.Sentence == z.c.Sentence && a.kin() != z.kin() {
		return false // "killed the boy and wounded his father"
	}
	if y, x := b.portraitOf(a), b.portraitOf(z); y.child && x.adult || y.adult && x.child {
		return false
	}
	sexA, sexZ := a.sex(), z.sex()
	return sexA == "" || sexZ == "" || sexA == sexZ
}

// kin reports whether a count is of somebody as another's own: "his father".
func (h *placedCount) kin() bool { return h.c.is(h.first, "his her their") }

// sex returns "m" or "f" where the words of a person tell.
func (h *placedCount) sex() string {
	for i := h.first; i < h.last; i++ {
		switch {
		case h.c.is(i, "he him man boy husband father son brother grandfather uncle policeman gunman mr. sr. jr. himself stepbrother nephew boyfriend"):
			return "m"
		case h.c.is(i, "she woman girl wife mother daughter sister grandmother aunt mrs. ms. herself stepsister niece girlfriend"):
			return "f"
		}
	}
	return ""
}

// chainIs reports whether a mention is that of a chain.
func (p *page) chainIs(id ascribe.MentionID, chain int) bool {
	k, ok := p.chains[id]
	return ok && k == chain
}
