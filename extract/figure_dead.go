package extract

import "ascribe"

// dead returns the counts of the dead that no word of killing governs: bodies
// found, a double murder, fighters whom a side lost, those with whom one died.
func (c *clause) dead(i int) []harmCount {
	switch {
	case c.is(i, "bodies corpses body corpse"):
		return c.bodies(i)
	case c.is(i, "double triple quadruple quintuple") && c.is(i+1, "homicide murder killing slaying shooting homicides murders") && !c.is(i+1, "shooting"):
		n := map[string]ascribe.Count{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}[c.lower(i)]
		return []harmCount{{harm: ascribe.Killed, figure: ascribe.Exactly(n), first: i, last: i + 2, trigger: i + 1}}
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
