package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// subject returns the nominals that stand as the grammatical subject of the
// verb at token i, the nearest coordinated ones together, or none.
func (c *clause) subject(i int) []*nominal {
	return c.subjectBefore(c.groupStart(i), 0)
}

// subjectBefore finds the subject of a verb group that starts at token j.
// depth bounds the walk from one verb of a chain to the verb before it.
func (c *clause) subjectBefore(j, depth int) []*nominal {
	k := j - 1
	for k >= 0 && c.is(k, "\" ” ' ’ )") {
		k--
	}
	if c.is(k, "who which whom") || c.is(k, "that") && c.nominalAt(k-1) != nil {
		return c.antecedent(k)
	}
	if depth < 3 {
		if list, ok := c.sharedSubject(j, k, depth); ok {
			return list
		}
	}
	for m := k; m >= 0; {
		n := c.nominalAt(m)
		if n == nil {
			if c.is(m, ")") {
				m = c.openBefore(m) - 1
				continue
			}
			if c.boundary(m) {
				break
			}
			m--
			continue
		}
		m = n.first - 1
		if p := c.prepositionBefore(n); p != "" && !c.is(m, subordinates) || n.kind() == nlp.Time || c.is(n.first, "ages") {
			continue
		}
		if list := c.joinedBefore(n); list != nil {
			if c.prepositionBefore(list[0]) == "" || c.is(list[0].first-1, subordinates) {
				return list
			}
			if c.is(list[0].first-1, "outside in at near on inside into around") && animate(n.kind()) && !animate(list[0].kind()) {
				return []*nominal{n} // "a bomb went off outside a club and three people were hurt"
			}
			m = list[0].first - 1 // "including women and children"
			continue
		}
		if whole := c.apposed(n, j); whole != nil {
			return []*nominal{whole}
		}
		return []*nominal{n}
	}
	if depth < 3 {
		return c.subjectOfChain(j, depth)
	}
	return nil
}

// sharedSubject finds the subject that a verb group at j shares with the verb
// before it, when the word at k, right before the group, ties the two; ok is
// false when the group may have a subject of its own.
func (c *clause) sharedSubject(j, k, depth int) (list []*nominal, ok bool) {
	ing := strings.HasSuffix(c.lower(j), "ing")
	switch {
	case c.armedPurpose(j):
		return c.subjectOfChain(j, depth), true
	case c.is(k, "and or but"), c.is(k, ",") && (ing || c.is(k-1, "and or but")):
		list = c.subjectOfChain(k, depth)
		return list, list != nil
	case ing && c.is(k, "of for by in from with after before while"):
		return c.subjectOfGerund(k, depth), true
	}
	return nil, false
}

// subjectOfChain finds the subject of a verb joined to an earlier verb: "entered
// the house and killed", ", killing".
func (c *clause) subjectOfChain(j, depth int) []*nominal {
	for m := j - 1; m >= 0; m-- {
		if c.is(m, "; : \" “ ”") || c.is(m, subordinates) {
			return nil
		}
		if c.verbal(m) && !c.auxiliary(m) {
			return c.subjectBefore(c.groupStart(m), depth+1)
		}
	}
	return nil
}

// subjectOfGerund finds who does what a gerund after the preposition at k says:
// "claimed responsibility for killing", "accused the army of killing".
func (c *clause) subjectOfGerund(k, depth int) []*nominal {
	for m := k - 1; m >= 0; m-- {
		if c.is(m, "; :") {
			return nil
		}
		if c.is(m, "responsible guilty") {
			return c.subjectBefore(c.groupStart(m), depth+1)
		}
		if !c.verbal(m) || c.auxiliary(m) {
			continue
		}
		if c.is(k, "of for") && accusing[c.lower(m)] {
			if c.passive(m, m+1) {
				return c.subjectBefore(c.groupStart(m), depth+1)
			}
			if n := c.object(m + 1); n != nil {
				return c.coordinated(n)
			}
			return c.befallen(m)
		}
		return c.subjectBefore(c.groupStart(m), depth+1)
	}
	return nil
}

// accusing are verbs whose object is said to have done what follows.
var accusing = wordSet("accused accuses accusing accuse blamed blames blaming blame suspected charged convicted indicted")

// boundary reports whether token m ends a clause to the left of a verb.
func (c *clause) boundary(m int) bool {
	return c.verbal(m) || c.is(m, "; : that") || c.is(m, subordinates) || c.Tokens[m].Class == nlp.OpenQuote
}

// openBefore returns the token that opens the bracket closed at m, or m.
func (c *clause) openBefore(m int) int {
	for o := m - 1; o >= 0 && o > m-30; o-- {
		if c.is(o, "( [") {
			return o
		}
	}
	return m
}

// antecedent returns the nominal that the relative pronoun at k stands for.
func (c *clause) antecedent(k int) []*nominal {
	m := k - 1
	for m >= 0 && c.is(m, ", ) ] -- of in \"") {
		if c.is(m, ") ]") {
			m = c.openBefore(m)
		}
		m--
	}
	n := c.nominalAt(m)
	for n != nil && n.first > 0 && (n.circumstance() || c.is(k, "who whom") && !animate(n.kind())) {
		next := n.first - 1
		for next >= 0 && c.nominalAt(next) == nil && !c.boundary(next) {
			next--
		}
		before := c.nominalAt(next)
		if before == nil {
			break
		}
		n = before
	}
	if n == nil {
		return nil
	}
	if list := c.joinedBefore(n); list != nil && (c.is(k, "who") || !c.is(k-1, ",")) {
		return list
	}
	return []*nominal{n}
}

// animate reports whether a phrase of this kind can act.
func animate(k nlp.PhraseKind) bool {
	switch k {
	case nlp.Person, nlp.Group, nlp.Force, nlp.State, nlp.Organization:
		return true
	}
	return false
}

// joinedBefore returns the coordination that n ends ("two policemen and a
// child"), in the order of the text, or nil when n stands alone.
func (c *clause) joinedBefore(n *nominal) []*nominal {
	list := []*nominal{n}
	and := false
	for {
		m := list[0].first - 1
		start := m
		for m >= 0 && (c.is(m, ", and or & plus") || c.is(m, ";") && c.beforeAge(m-1) < m-1) {
			and = and || c.is(m, "and or &")
			m--
		}
		if m < start {
			m = c.beforeAge(m)
		}
		before := c.nominalAt(m)
		if m == start || before == nil || before.circumstance() || !and {
			break
		}
		if before.phrase == nil && !c.numeric(before.first) {
			break
		}
		list = append([]*nominal{before}, list...)
		if c.prepositionBefore(before) != "" {
			break
		}
	}
	if !and || len(list) < 2 {
		return nil
	}
	return list
}

// apposed returns the nominal that n stands in apposition to when both commas
// are there: "Carla Vidal, mayor of Maren, was killed".
func (c *clause) apposed(n *nominal, verb int) *nominal {
	if !c.is(verb-1, ",") || !c.is(n.first-1, ",") {
		return nil
	}
	before := c.nominalAt(n.first - 2)
	if before == nil || before.circumstance() || before.phrase == nil || c.prepositionBefore(before) != "" {
		return nil
	}
	return before
}

// befallen returns those whom the participle at i befell: the subject of a
// passive, or the nominal right before a bare participle ("48 people killed in").
func (c *clause) befallen(i int) []*nominal {
	if c.groupStart(i) == i {
		k := i - 1
		if n := c.nominalAt(k); n != nil && !n.circumstance() && !c.is(k, relatives) {
			if list := c.joinedBefore(n); list != nil {
				return list
			}
			return []*nominal{n}
		}
	}
	return c.subject(i)
}
