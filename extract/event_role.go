package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// targetPrepositions lead from a blast or a planted bomb to what it was meant for.
const targetPrepositions = "at in on inside outside near against under into by beside behind of front opposite next"

// castRoles finds who did it, to whom and with what, by the frame of the trigger.
func (p *page) castRoles(t *telling) {
	c := t.clause
	switch t.frame {
	case harming, damaging:
		p.castHarming(t)
	case setting:
		for _, n := range c.joinedFrom(c.object(t.last)) {
			t.definite = t.definite || c.weapon(n) && c.is(n.first, "the")
			if c.weapon(n) {
				t.weapons = append(t.weapons, filler{c: c, n: n})
			}
		}
		if len(t.weapons) == 0 && c.passive(t.first, t.last) {
			t.take(c.subject(t.first), "")
			t.agents = nil
			t.addAgents(c.byPhrase(t.last))
		} else if len(t.weapons) > 0 {
			t.addAgents(c.subject(t.first))
		}
		t.aim(t.last)
	case bursting:
		p.castBursting(t)
	case meeting:
		t.addAgents(c.subject(t.first))
		t.addPatients(c.after(t.last, "with against on"), "")
		if t.kind == ascribe.SuicideAttack {
			t.aim(t.last)
		}
	case strike:
		p.castStriking(t)
	case menacing:
		if t.kind == ascribe.Threat {
			p.castHarming(t)
		} else {
			t.aim(t.last)
			for _, i := range c.attackNouns(t.last) {
				t.addPatients(c.after(i+1, "on against at"), "")
			}
		}
	case dying:
		t.addPatients(c.subject(t.first), "killed")
	case deed, assailing, blast:
		p.castNoun(t)
	}
	t.arm()
}

// attackNouns lists the tokens from i on that name attacks.
func (c *clause) attackNouns(i int) []int {
	var at []int
	for ; i < len(c.Tokens); i++ {
		if x, ok := lexemes[c.lower(i)]; ok && x.isNoun && x.noun.frame != pointing {
			at = append(at, i)
		}
	}
	return at
}

// joinedFrom returns n and what is coordinated with it, or nothing.
func (c *clause) joinedFrom(n *nominal) []*nominal {
	if n == nil {
		return nil
	}
	return c.coordinated(n)
}

// castHarming reads subject and object, turned about in the passive.
func (p *page) castHarming(t *telling) {
	c := t.clause
	if n := c.nominalAt(t.first); n != nil && n.last > t.last {
		if n.first < t.first || strings.HasSuffix(c.lower(t.first), "ed") { // "the murdered priests"
			if animate(n.kind()) || t.effect == "" {
				t.addPatients([]*nominal{n}, t.effect)
			}
			return
		}
		t.addAgents(c.subject(t.first))
		rest := *n // "to murder officials", taken for one phrase
		rest.first = t.last
		t.addPatients(c.coordinated(&rest), t.effect)
		return
	}
	if c.is(t.last, "were was") && c.object(t.last+1) != nil { // "also injured were …"
		t.addPatients(c.coordinated(c.object(t.last+1)), t.effect)
		return
	}
	if c.passive(t.first, t.last) {
		t.addPatients(both(c.befallen(t.first), c.treeBefallen(t.first)), t.effect)
		t.addAgents(c.byPhrase(t.last))
		return
	}
	t.addAgents(c.subject(t.first))
	object := c.object(t.last)
	t.addPatients(both(c.joinedFrom(object), c.treeObject(t.first)), t.effect)
	if fromAfar(t.kind) && object != nil && object.kind() == nlp.Location && object.phrase != nil {
		t.where, t.hit = p.placeOf(object.phrase), true
	}
}

// fromAfar reports whether a type is of what is done to a place from afar: "shelled
// Aleppo" says what was struck.
func fromAfar(t ascribe.IncidentType) bool {
	return t == ascribe.Shelling || t == ascribe.AirStrike || t == ascribe.Bombing
}

// castBursting reads "a bomb exploded at B", "A blew up B", "B was blown up".
func (p *page) castBursting(t *telling) {
	c := t.clause
	subject := c.subject(t.first)
	if c.passive(t.first, t.last) {
		t.take(subject, t.effect)
		t.addAgents(c.byPhrase(t.last))
		t.aim(t.last)
		return
	}
	if object := c.object(t.last); object != nil {
		t.addAgents(subject)
		t.take(c.coordinated(object), t.effect)
		if c.weapon(object) {
			t.aim(object.last)
		}
		return
	}
	for _, n := range subject {
		if c.weapon(n) {
			t.weapons = append(t.weapons, filler{c: c, n: n})
		} else if n.kind() == nlp.Facility {
			t.addPatients([]*nominal{n}, t.effect)
		}
	}
	t.aim(t.last)
}

// byPhrase returns the nominals of the first "by" within the clause after token i.
func (c *clause) byPhrase(i int) []*nominal {
	for j := i; j < len(c.Tokens) && j < i+14; j++ {
		if c.is(j, "; \" ” when while after before who which") || c.Tokens[j].Class == nlp.CloseQuote {
			return nil
		}
		if c.verbal(j) && !c.is(j, "apparently allegedly presumably reportedly supposedly") && !c.adverbial(j) {
			return nil
		}
		if c.is(j, "by") && c.at[j] < 0 {
			for k := j + 1; k < j+5; k++ {
				if n := c.nominalAt(k); n != nil && n.kind() != nlp.Time && n.kind() != nlp.Location {
					return c.coordinated(n)
				}
			}
		}
	}
	return nil
}

// after returns the nominals led by one of the prepositions right after token
// i, which may stand within two tokens of it.
func (c *clause) after(i int, prepositions string) []*nominal {
	for j := i; j < len(c.Tokens) && j < i+3; j++ {
		if n := c.nominalAt(j); n != nil && !n.circumstance() {
			return nil
		}
		if c.is(j, prepositions) && c.at[j] < 0 {
			for k := j + 1; k < j+4; k++ {
				if n := c.nominalAt(k); n != nil {
					return c.coordinated(n)
				}
			}
		}
		if c.is(j, ". ; :") {
			return nil
		}
	}
	return nil
}

// aim adds what stands after a target preposition as targets, up to the next verb.
func (t *telling) aim(i int) {
	c := t.clause
	for j := i; j < len(c.Tokens) && j < i+16; j++ {
		if c.verbal(j) && !c.is(j, "located parked belonging owned") || c.is(j, "; when while after before who which and but") && c.at[j] < 0 {
			return
		}
		n := c.nominalAt(j)
		if n == nil || n.first != j {
			continue
		}
		if c.is(c.prepWord(n), targetPrepositions) && (n.kind() == nlp.Facility || n.kind() == nlp.Organization) {
			t.addPatients(c.coordinated(n), "")
		}
	}
}

// prepWord returns the token before a nominal, past an article that stands
// outside it.
func (c *clause) prepWord(n *nominal) int {
	i := n.first - 1
	for i > 0 && c.is(i, "the a an \" “") {
		i--
	}
	return i
}

// take sorts nominals into weapons and targets.
func (t *telling) take(list []*nominal, effect string) {
	for _, n := range list {
		if t.clause.weapon(n) {
			t.weapons = append(t.weapons, filler{c: t.clause, n: n})
		} else {
			t.addPatients([]*nominal{n}, effect)
		}
	}
}

// addAgents adds those of the list that can act; weapons go where they belong.
func (t *telling) addAgents(list []*nominal) {
	for _, n := range list {
		switch {
		case t.clause.weapon(n):
			t.weapons = append(t.weapons, filler{c: t.clause, n: n})
		case t.clause.empty(n), n.phrase == nil, harmed[t.clause.lower(n.head)]:
		case animate(n.kind()) && !(n.kind() == nlp.State && !t.frame.noun()):
			t.agents = append(t.agents, filler{c: t.clause, n: n})
		}
	}
}

// addPatients adds those of the list that can be harmed.
func (t *telling) addPatients(list []*nominal, effect string) {
	for _, n := range list {
		if n.circumstance() || t.clause.weapon(n) || t.clause.empty(n) || t.clause.is(n.head, "body bodies corpse corpses remains") {
			continue
		}
		t.patients = append(t.patients, filler{c: t.clause, n: n, effect: effect})
		t.addPatients(t.clause.amongThem(n), effect)
	}
}

// amongThem returns those whom the text names among, or as, the people of a
// nominal: "three people, including Carla Vidal", "a vendor identified as …".
func (c *clause) amongThem(n *nominal) []*nominal {
	i := n.last
	if c.is(i, ",") {
		i++
	}
	switch {
	case c.is(i, "including"):
		i++
	case c.is(i, "among") && c.is(i+1, "them"):
		i += 2
	case c.is(i, "identified") && c.is(i+1, "as"):
		i += 2
	case c.is(i, "named called"):
		i++
	default:
		return nil
	}
	next := c.object(i)
	if next == nil || next.first <= n.first || next.kind() != nlp.Person {
		return nil
	}
	return c.coordinated(next)
}

// harmed are heads of those whom something befell: never who did it.
var harmed = wordSet("casualties casualty wounded injured dead victims victim body bodies corpse corpses passerby passersby hostage hostages survivors witnesses")

// empty reports whether a nominal names nobody: "no group", "nobody", "it".
func (c *clause) empty(n *nominal) bool {
	return c.is(n.first, "no nobody none nothing it which that this these neither there") && n.first == n.head ||
		c.is(n.first, "no neither") || c.is(n.first-1, "no neither")
}
