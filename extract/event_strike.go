package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// strikers are heads of what strikes without being a weapon that a hand holds, by
// the type of incident they make: "a drone strike hit a wedding", "an explosion
// tore through a cafe", "a suicide bomber struck the mosque".
var strikers = map[string]ascribe.IncidentType{
	"strike": ascribe.AirStrike, "strikes": ascribe.AirStrike, "airstrike": ascribe.AirStrike, "airstrikes": ascribe.AirStrike, "drone": ascribe.AirStrike, "drones": ascribe.AirStrike,
	"jet": ascribe.AirStrike, "jets": ascribe.AirStrike, "warplane": ascribe.AirStrike, "warplanes": ascribe.AirStrike, "barrel-bomb": ascribe.AirStrike,
	"explosion": ascribe.Bombing, "explosions": ascribe.Bombing, "blast": ascribe.Bombing, "blasts": ascribe.Bombing, "bombing": ascribe.Bombing, "bombings": ascribe.Bombing,
	"shelling": ascribe.Shelling, "bombardment": ascribe.Shelling, "fire": ascribe.Shelling, "salvo": ascribe.Shelling, "salvoes": ascribe.Shelling,
	"bomber": ascribe.SuicideAttack, "bombers": ascribe.SuicideAttack,
}

// striking reports whether the verb at token i is one of striking, done by
// something that strikes: a weapon, an explosion, an air strike. Storms strike
// too, and workers.
func (c *clause) striking(i int) (sense, bool) {
	w := c.lower(i)
	if !strikeVerbs[w] || c.Tokens[i].UPOS != "VERB" && !c.is(i, "struck tore ripped slammed shook") { // some are always verbs, whatever the tag
		return sense{}, false
	}
	for _, n := range c.strikersOf(i) {
		if kind, ok := c.striker(n); ok {
			return sense{kind, strike, lexemes[w].verb.effect, false}, true
		}
	}
	return sense{}, false
}

var strikeVerbs = wordSet("hit hits hitting struck strike strikes striking tore tear tears tearing ripped rips rip ripping rocked rocks rock rocking shook shakes shake " +
	"slammed slams slam wounded wounds wound injured injures killed kills kill damaged damages destroyed destroys destroy")

// strikersOf returns the subject of the verb at token i: that of the tree, or that
// which stands before it.
func (c *clause) strikersOf(i int) []*nominal {
	var list []*nominal
	for _, k := range dependents(c.Sentence, i, "nsubj") {
		if n := c.nominalAt(k); n != nil {
			list = append(list, n)
		}
	}
	if len(list) > 0 {
		return list
	}
	return c.subject(i)
}

// striker returns the type of incident that a nominal makes when it strikes.
func (c *clause) striker(n *nominal) (ascribe.IncidentType, bool) {
	if c.weapon(n) {
		if kind, ok := weaponType(c.lower(n.head)); ok {
			return kind, true
		}
		return ascribe.Attack, true
	}
	head := c.lower(n.head)
	kind, ok := strikers[head]
	if !ok {
		return ascribe.OtherIncident, false
	}
	before, known := compounds[c.lower(n.head-1)]
	switch {
	case strings.HasPrefix(head, "strike"):
		return ascribe.AirStrike, known || c.is(n.head-1, "us israeli russian coalition government") // no strike of workers
	case head == "fire":
		return ascribe.Shelling, known && before == ascribe.Shelling || c.is(n.head-1, "tank")
	case strings.HasPrefix(head, "bomber"):
		return ascribe.SuicideAttack, c.is(n.head-1, "suicide")
	}
	return kind, n.phrase == nil || n.kind() != nlp.Time
}

// castStriking reads what strikes and what is struck.
func (p *page) castStriking(t *telling) {
	c := t.clause
	for _, n := range c.strikersOf(t.first) {
		if c.weapon(n) {
			t.weapons = append(t.weapons, filler{c: c, n: n})
		} else if c.is(n.head, "bomber bombers") {
			t.addAgents([]*nominal{n})
		}
	}
	object := c.object(t.last)
	if object == nil && c.is(t.last, "through into") {
		object = c.object(t.last + 1)
	}
	if object != nil && !object.circumstance() {
		t.addPatients(both(c.coordinated(object), c.treeObject(t.first)), t.effect)
	}
	if object != nil && object.kind() == nlp.Location && object.phrase != nil {
		t.where = p.placeOf(object.phrase)
	}
}
