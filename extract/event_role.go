package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
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
			t.addPatients([]*nominal{n}, t.effect)
			return
		}
		t.addAgents(c.subject(t.first))
		rest := *n // "to murder officials", taken for one phrase
		rest.first = t.last
		t.addPatients(c.coordinated(&rest), t.effect)
		return
	}
	if c.passive(t.first, t.last) {
		t.addPatients(c.befallen(t.first), t.effect)
		t.addAgents(c.byPhrase(t.last))
		return
	}
	t.addAgents(c.subject(t.first))
	t.addPatients(c.joinedFrom(c.object(t.last)), t.effect)
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
		case t.frame == deed && possessed:
			t.addPatients([]*nominal{n}, t.effect)
		case ph.Kind == nlp.Group || ph.Kind == nlp.Force:
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
	}
}

// harmed are heads of those whom something befell: never who did it.
var harmed = wordSet("casualties casualty wounded injured dead victims victim body bodies corpse corpses passerby passersby hostage hostages survivors witnesses")

// empty reports whether a nominal names nobody: "no group", "nobody", "it".
func (c *clause) empty(n *nominal) bool {
	return c.is(n.first, "no nobody none nothing it which that this these neither there") && n.first == n.head ||
		c.is(n.first, "no neither") || c.is(n.first-1, "no neither")
}

// arm adds the weapons that the sentence names beside the trigger, unless it
// tells of arms found or seized.
func (t *telling) arm() {
	c := t.clause
	for i := range c.Tokens {
		if c.is(i, "seized confiscated found discovered recovered cache seizure captured smuggled deactivated") && !c.is(i, "captured") {
			return
		}
	}
	for i := range c.nominals {
		n := &c.nominals[i]
		if !c.weapon(n) || t.holdsWeapon(n) || n.first <= t.first && t.first < n.last && t.frame != blast {
			continue
		}
		t.weapons = append(t.weapons, filler{c: c, n: n})
	}
}

func (t *telling) holdsWeapon(n *nominal) bool {
	for _, w := range t.weapons {
		if w.n.first <= n.first && n.last <= w.n.last {
			return true
		}
	}
	return false
}

// weapon reports whether a phrase names a weapon: by the analysis, or by the
// words in it; a charge or a device may be of another kind.
func (c *clause) weapon(n *nominal) bool {
	armed := weaponWords[c.lower(n.head)]
	for j := n.first; j < n.last; j++ {
		armed = armed || weaponWords[c.lower(j)] && c.is(n.head, weaponCarriers)
	}
	if armed {
		return true
	}
	if c.is(n.head, "charge charges device devices sticks") {
		return c.is(n.last, "of") && c.is(n.last+1, "dynamite explosives explosive tnt")
	}
	return n.kind() == nlp.Weapon && !c.is(n.head, "weapons arms ammunition shots shot blast fire") || c.is(n.head, "weapons arms") && n.head > n.first
}

// weaponWords name a weapon by themselves or make one of the word after them.
var weaponWords = wordSet("bomb bombs dynamite explosive explosives grenade grenades rifle rifles machinegun machineguns machine-gun machine-guns " +
	"submachinegun submachineguns mortar mortars rocket rockets missile missiles car-bomb car-bombs carbomb firebomb firebombs " +
	"molotov bullet bullets pistol pistols gun guns handgun shotgun shotguns revolver revolvers tnt ied ieds machete machetes knife knives firearms " +
	"firearm landmine landmines bazooka bazookas ak-47 ak-47s m-16 m-16s rpg-7 artillery mines booby-trap flamethrower incendiary demolition")

// weaponCarriers are heads that a weapon word makes a weapon of.
const weaponCarriers = "stick sticks charge charges device devices cocktail cocktails launcher launchers bomb bombs fire rounds explosives trap traps weapon weapons"
