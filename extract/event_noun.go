package extract

import (
	"slices"
	"strings"

	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// castNoun reads what stands around an event noun: "the murder of B by A",
// "A's attack on B", "B's murder", "A carried out an attack".
func (p *page) castNoun(t *telling) {
	c := t.clause
	last := t.last
	own := c.nominalAt(t.first)
	if own != nil {
		last = max(last, own.last)
		p.castOwner(t, own)
	}
	switch t.frame {
	case deed:
		if c.is(last-1, "attempt attempts plot plots") {
			t.addPatients(c.after(last, "on against"), "")
		} else {
			t.addPatients(c.after(last, "of"), t.effect)
		}
	case assailing:
		t.addPatients(c.after(last, "on against upon at"), t.effect)
	case blast:
		t.aim(last)
	}
	t.addAgents(c.byPhrase(last))
	t.addAgents(c.doers(t, own))
	t.addEscaped()
}

// addEscaped adds those who came away from what the noun names: "Vidal escaped
// unhurt from the attack", "survived the bombing".
func (t *telling) addEscaped() {
	c := t.clause
	for i := max(0, t.first-10); i < t.first; i++ {
		switch {
		case c.is(i, "escaped survived") && c.at[i] < 0:
			t.addPatients(people(c.subject(i)), "escaped")
		case c.is(i, "unharmed unhurt uninjured unscathed") && c.is(i-1, "was were is are emerged"):
			t.addPatients(people(c.subject(i-1)), "no_injury")
		}
	}
}

// people keeps the persons of a list.
func people(list []*nominal) []*nominal {
	return slices.DeleteFunc(slices.Clone(list), func(n *nominal) bool { return n.kind() != nlp.Person })
}

// castOwner reads the possessor and the modifiers of an event noun.
func (p *page) castOwner(t *telling, own *nominal) {
	c := t.clause
	for i := range c.Phrases {
		ph := &c.Phrases[i]
		inside := ph.First >= own.first && ph.Last <= t.first
		if !inside || ph.First == own.first && ph.Last == own.last {
			continue
		}
		n := &nominal{ph.First, ph.Last, ph.Head, ph}
		possessed := c.is(ph.Last, "'s '") || c.is(ph.Last-1, "'s '")
		switch {
		case t.frame == deed && possessed && !armed(c, n):
			t.addPatients([]*nominal{n}, t.effect)
		case ph.Kind == nlp.Group || ph.Kind == nlp.Force || possessed && armed(c, n):
			t.addAgents([]*nominal{n})
		case ph.Kind == nlp.Location && t.where == nil:
			t.where = p.placeOf(ph)
		}
	}
	if h, ok := lexicon.HeadOf(c.lower(t.first - 1)); ok && h.Kind == "facility" && t.first > own.first {
		first := t.first - 1
		for first > own.first && c.Tokens[first-1].Class == nlp.Noun && !weaponWords[c.lower(first-1)] {
			first--
		}
		t.addPatients([]*nominal{{first, t.first, t.first - 1, &nlp.Phrase{First: first, Last: t.first, Head: t.first - 1, Core: first, Kind: nlp.Facility, Chain: nlp.NoChain, Span: c.SpanOf(first, t.first)}}}, "")
	}
	for j := own.first; j < t.first; j++ {
		if weaponWords[c.lower(j)] {
			first := j
			if c.is(j-1, "car truck") {
				first--
			}
			t.weapons = append(t.weapons, filler{c: c, n: &nominal{first, j + 1, j, nil}})
		}
	}
}

// doers returns who is said to have carried out, or to answer for, the deed
// that the nominal names.
func (c *clause) doers(t *telling, own *nominal) []*nominal {
	if own == nil {
		return nil
	}
	for i := range c.Tokens {
		if c.at[i] >= 0 && !c.is(i, "responsibility") {
			continue
		}
		w := c.lower(i)
		switch {
		case !doing[w]:
		case c.passive(i, i+1) && i > own.first:
			return c.byPhrase(i + 1)
		case i < own.first && own.first-i <= 4:
			return c.subject(i)
		}
		if c.negatedIn(c.groupStart(i), i) {
			continue
		}
		if list := c.answerable(i, own); list != nil {
			return list
		}
	}
	return nil
}

// answerable returns who is said to answer for the deed of a nominal, when the
// word at i says so: claims it, is blamed, was involved.
func (c *clause) answerable(i int, own *nominal) []*nominal {
	w := c.lower(i)
	switch {
	case w == "responsibility" && i < own.first && (c.is(i-1, "claimed claims claim claiming assumed assume admitted accepted took taken") || c.is(i-2, "claimed claims assumed admitted")):
		v := i - 1
		if !c.verbal(v) {
			v--
		}
		return c.subject(v)
	case w == "responsible" && c.is(i+1, "for") && i < own.first:
		return c.subjectBefore(c.groupStart(i), 0)
	case (w == "attributed" || w == "attributes" || w == "attribute") && i < own.first+12:
		if list := c.after(i+1, "to"); list != nil {
			return list
		}
		if n := c.object(i + 1); n != nil {
			return c.after(n.last, "to")
		}
	case accusing[w] && i < own.first:
		if c.passive(i, i+1) {
			return c.subject(i)
		}
		if n := c.object(i + 1); n != nil && n != own {
			return c.coordinated(n)
		}
		return c.after(own.last, "on")
	case (w == "involved" || w == "implicated" || w == "participated" || w == "participate") && c.is(i+1, "in") && i < own.first:
		if c.nominalAt(i-1) != nil && !c.is(i, "participated participate") {
			return []*nominal{c.nominalAt(i - 1)}
		}
		return c.subject(i)
	case w == "implicated" && i < own.first:
		return c.joinedFrom(c.object(i + 1))
	case w == "hold" || w == "held" || w == "holds":
		if c.passive(i, i+1) && c.is(i+1, "responsible") {
			return c.subject(i)
		}
		if n := c.object(i + 1); n != nil && c.is(n.last, "responsible") {
			return []*nominal{n}
		}
	}
	return nil
}

// doing are the light verbs whose subject does the deed that their object names.
var doing = wordSet("carried carrying perpetrated perpetrating perpetrate staged staging launched launching committed commits commit " +
	"conducted conducting executed mounted waged waging masterminded ordered planned plotted undertook led")

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
