package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// dead returns the counts of the dead that no word of killing governs: bodies
// found, a double murder, fighters whom a side lost, those with whom one died.
func (c *clause) dead(i int) []harmCount {
	switch {
	case c.is(i, "bodies corpses body corpse"):
		return c.bodies(i)
	case c.is(i, "double triple quadruple quintuple sextuple"):
		return c.multiple(i)
	case c.is(i, "suicide") && c.is(i-1, "committed commits by"):
		return c.ownHand(i, c.subject(i-1))
	case c.is(i, "life lives") && c.is(i-1, "own") && c.is(i-2, "his her their") && c.is(i-3, "took taking takes taken"):
		return c.ownHand(i, c.subject(i-3))
	case c.is(i, "himself herself") && c.is(i-1, "on") && c.turned(i-1):
		return []harmCount{c.reflexive(i)}
	case c.is(i, "lost losing") && c.at[i] < 0 && !c.unreal(i):
		return c.lost(i)
	case c.is(i, "fatally") && !c.is(i+1, "wounded wounding shot shooting injured injuring stabbed stabbing struck hit"):
		k := i - 1
		for k > 0 && c.is(k, ", them of") {
			k--
		}
		if n := c.nominalAt(k); n != nil && c.numeric(n.head) {
			return c.countsIn(i, ascribe.Killed, []*nominal{n}) // "six were shot, one of them fatally"
		}
	}
	return nil
}

// multiple reads "a double murder", "a triple shooting"; those shot are hurt, unless
// they are among the dead.
func (c *clause) multiple(i int) []harmCount {
	n := map[string]ascribe.Count{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}[c.lower(i)]
	h := harmCount{harm: ascribe.Killed, figure: ascribe.Exactly(n), first: i, last: i + 2, trigger: i + 1}
	switch {
	case c.is(i+1, "homicide murder killing slaying homicides murders"):
		return []harmCount{h}
	case c.is(i+1, "shooting") && !c.is(i-1, "fatal deadly"):
		h.harm, h.shot = ascribe.Injured, true
		return []harmCount{h}
	}
	return nil
}

// ownHand returns the count of those who killed themselves: attackers, where they
// harmed others.
func (c *clause) ownHand(i int, who []*nominal) []harmCount {
	found := c.countsIn(i, ascribe.Killed, who)
	for k := range found {
		found[k].attackers = true
	}
	return found
}

// turned reports whether somebody who killed others turned the weapon "on" at
// token i themselves: then they are dead too, and without a killing nobody knows.
func (c *clause) turned(i int) bool {
	turn := false
	for j := i - 1; j >= 0 && j > i-6; j-- {
		turn = turn || c.is(j, "turned turning turns")
	}
	return turn && c.holdsAny("killed killing kills kill fatally murdered murdering dead", 0, i) && !c.holdsAny("wounded survived survives critical attempted tried", i, len(c.Tokens))
}

// reflexive returns the count of the one killed whom "himself" at token i names.
func (c *clause) reflexive(i int) harmCount {
	h := harmCount{harm: ascribe.Killed, figure: ascribe.Exactly(1), first: i, last: i + 1, trigger: i, of: c.SpanOf(i, i+1), attackers: true, person: true, chain: nlp.NoChain}
	if n := c.nominalAt(i); n != nil && n.phrase != nil {
		h.chain = n.phrase.Chain
	}
	return h
}

// bodies reads "65 bodies of civilians", "the bodies of 12 men", "the body of a
// man": found, pulled out or counted somewhere near.
func (c *clause) bodies(i int) []harmCount {
	if !c.near(i, "found discovered recovered pulled retrieved dumped uncovered unearthed counted strewn exhumed identified collected") {
		return nil
	}
	n := c.nominalAt(i)
	if n == nil {
		return nil
	}
	for j := n.first; j < i; j++ {
		if q, ok := c.quantityAt(j); ok && q.last <= i && !c.ageOrMeasure(q.last) {
			h := harmCount{harm: ascribe.Killed, figure: q.figure, first: q.first, last: i + 1, trigger: i}
			if of := c.nominalAt(n.last + 1); c.is(n.last, "of") && of != nil && c.human(of) && !c.numeric(of.first) {
				h.of, h.last = of.span(c), of.last
			}
			return []harmCount{h}
		}
	}
	return c.countsIn(i, ascribe.Killed, c.after(n.last, "of"))
}

// lost reads "the front lost 40 fighters": people alone, and not an election.
func (c *clause) lost(i int) []harmCount {
	n := c.object(i + 1)
	if n == nil || !c.counted(n) || n.phrase == nil || !c.is(n.head, "men fighters soldiers militants troops rebels terrorists members policemen commandos guerrillas jihadists insurgents militiamen people civilians") {
		return nil
	}
	return c.countsIn(i, ascribe.Killed, c.coordinated(n))
}
