package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// An incident gathers the tellings of one incident in a document.
type incident struct {
	tellings    []*telling
	kind        ascribe.IncidentType
	places      map[string]bool // heads of the place names beside its tellings
	when        *ascribe.Date
	whenBecause string         // where no telling has the date for its own
	where       *ascribe.Place // once located
	news        weigh.Odds     // that the report tells of it as its news
}

// latest returns the newest tellings, as many as are worth comparing with.
func (g *incident) latest() []*telling {
	return g.tellings[max(0, len(g.tellings)-50):]
}

// A family is a set of types that one incident may be told as.
type family uint8

const (
	anyFamily family = iota
	violence
	abduction
	fire
	theft
	arresting
	menace
	stoppage
)

func familyOf(k ascribe.IncidentType) family {
	switch k {
	case ascribe.OtherIncident:
		return anyFamily
	case ascribe.Kidnapping:
		return abduction
	case ascribe.Arson:
		return fire
	case ascribe.Robbery:
		return theft
	case ascribe.Arrest:
		return arresting
	case ascribe.Threat, ascribe.Warning:
		return menace
	case ascribe.ForcedWorkStoppage:
		return stoppage
	}
	return violence
}

// specific ranks types: the highest among the tellings names the incident.
var specific = map[ascribe.IncidentType]int{
	ascribe.Attack: 1, ascribe.Clash: 2, ascribe.Assault: 3, ascribe.Shooting: 4, ascribe.Execution: 5, ascribe.Assassination: 6,
	ascribe.Bombing: 7, ascribe.Shelling: 8, ascribe.AirStrike: 9, ascribe.SuicideAttack: 10,
}

// specify refines the type of a telling by its weapons and its victims. What is
// placed, thrown or launched makes a bombing only if it explodes: stones do not.
func (t *telling) specify() {
	if t.frame == setting {
		t.kind = ascribe.Attack
	}
	if t.kind == ascribe.Attack {
		for _, w := range t.weapons {
			if k, ok := weaponType(w.c.lower(w.n.head)); ok {
				t.kind = k
				break
			}
		}
	}
	if t.kind == ascribe.Attack && t.effect == "killed" && t.frame != dying {
		if len(t.patients) > 0 && t.patients[0].n.kind() == nlp.Person && t.patients[0].n.phrase.Named {
			t.kind = ascribe.Assassination
		}
	}
}

// weaponType returns the type of incident that a weapon makes.
func weaponType(head string) (ascribe.IncidentType, bool) {
	switch strings.TrimSuffix(head, "s") {
	case "bomb", "dynamite", "explosive", "grenade", "mine", "charge", "device", "carbomb", "car-bomb", "ied", "tnt", "stick", "firebomb", "landmine", "booby-trap":
		return ascribe.Bombing, true
	case "mortar", "rocket", "artillery", "missile", "shell":
		return ascribe.Shelling, true
	case "gun", "pistol", "rifle", "bullet", "machinegun", "submachinegun", "shotgun", "firearm", "machine-gun":
		return ascribe.Shooting, true
	}
	return ascribe.OtherIncident, false
}

// join adds a telling to the incident that it tells of, or begins a new one.
func (p *page) join(groups []*incident, t *telling) []*incident {
	var best *incident
	score := 0
	for i := len(groups) - 1; i >= max(0, len(groups)-maxIncidents); i-- {
		if s := p.fit(groups[i], t, len(groups)-1-i); s > score {
			best, score = groups[i], s
		}
	}
	if best != nil {
		if len(best.tellings) < maxTellings {
			best.add(t)
		}
		return groups
	}
	if len(groups) > 2*maxIncidents {
		return groups
	}
	if t.weak && (t.frame == pointing || t.frame == blast || t.frame == deed || !t.supported()) {
		return groups
	}
	g := &incident{kind: t.kind, places: map[string]bool{}}
	g.add(t)
	return append(groups, g)
}

func (g *incident) add(t *telling) {
	g.tellings = append(g.tellings, t)
	if specific[t.kind] > specific[g.kind] || g.kind == ascribe.OtherIncident {
		g.kind = t.kind
	}
	for _, name := range t.clause.locations() {
		g.places[name] = true
	}
}

// last returns the latest telling.
func (g *incident) last() *telling { return g.tellings[len(g.tellings)-1] }

// fit scores how well a telling fits an incident; 0 is not at all. back counts
// the incidents begun after it.
func (p *page) fit(g *incident, t *telling, back int) int {
	last := g.last()
	if a, b := familyOf(g.kind), familyOf(t.kind); a != b && a != anyFamily && b != anyFamily {
		return 0
	}
	pointsBack := t.definite && t.byFoot || t.pointing
	if t.clause != last.clause && (t.past != last.past && !pointsBack || !sameStage(t.stage, last.stage) && t.stage != ascribe.Accomplished && !t.definite) {
		return 0
	}
	if t.clause == last.clause {
		told := len(t.patients) > 0 && t.frame.noun()
		if t.past != last.past || otherSite(last, t) || told && t.fresh || t.frame.noun() && !t.weak && clashing(g.kind, t.kind) {
			return 0
		}
		return 90 - back
	}
	if shares(g, t) {
		return 80 - back
	}
	if differs(g, t) || clashing(g.kind, t.kind) && !pointsBack || sided(t) && g.kind != ascribe.Clash {
		return 0
	}
	if sameScene(g, t) {
		return 75 - back
	}
	if t.fresh || p.parted(g, t) {
		return 0
	}
	distance := t.clause.Index - last.clause.Index
	switch {
	case t.pointing && distance <= 1: // "that attack" is the one last spoken of
		return max(1, 70-back*5)
	case pointsBack:
		return max(1, 60-back*5-distance)
	case t.definite && !named(t.patients):
		return max(1, 35-back*5-distance)
	case t.weak && distance <= 1:
		return 50 - back
	case t.byFoot:
		return max(1, 40-back*5-distance)
	case distance <= 2 && !named(t.patients):
		return 30 - back
	case distance == 1 && g.resultOf(t):
		return 25 - back
	case g.kind == t.kind && distance <= 3 && !named(t.patients):
		return 20 - back
	}
	return 0
}

// resultOf reports whether a telling of the next sentence is likely what came of an
// attack in which nobody was hurt as yet: "Gunmen opened fire on a church. Father
// Artola was killed."
func (g *incident) resultOf(t *telling) bool {
	if t.effect != "killed" && t.effect != "injured" || t.kind != ascribe.Attack && t.kind != ascribe.Assassination || len(t.agents) > 0 || t.when != nil || t.where != nil {
		return false
	}
	return !slices.ContainsFunc(g.latest(), func(o *telling) bool {
		return o.effect != "" || slices.ContainsFunc(o.patients, func(f filler) bool { return f.n.kind() == nlp.Person })
	})
}

// sided reports whether a telling is of a clash that names who met whom: a battle of
// its own, not what went before.
func sided(t *telling) bool {
	return t.kind == ascribe.Clash && t.frame == meeting && len(t.agents) > 0 && len(t.patients) > 0
}

// otherSite reports whether two nouns of one sentence each have a place of their
// own: "the attack in Talvik and the attack in Ombra".
func otherSite(a, b *telling) bool {
	if !a.frame.noun() || !b.frame.noun() || a.where == nil || b.where == nil || a.where.Span == b.where.Span {
		return false
	}
	return a.where.Precision != 0 && b.where.Precision != 0 && a.where.Country != b.where.Country && a.where.Country != "" && b.where.Country != ""
}

// sameScene reports whether a telling gives the very day and town of an incident, or
// points back to it by its town: what no date, place or doer keeps apart is one
// (MUC-4 5.0).
func sameScene(g *incident, t *telling) bool {
	if t.fresh || t.plural || namedPerson(t.patients) || !town(t.where) {
		return false
	}
	here, now, then := false, false, false
	for _, o := range g.latest() {
		here = here || town(o.where) && strings.EqualFold(o.where.Name, t.where.Name)
		if oneDay(o.when) && oneDay(t.when) {
			now = now || o.when.From.Equal(t.when.From)
			then = then || !o.when.From.Equal(t.when.From)
		}
	}
	return here && (now || t.definite && !then)
}

// namedPerson reports whether one of a list is a person with a name.
func namedPerson(list []filler) bool {
	return slices.ContainsFunc(list, func(f filler) bool { return f.n.kind() == nlp.Person && f.n.phrase.Named })
}

func oneDay(d *ascribe.Date) bool { return d.Resolved() && d.From.Equal(d.To) }

// town reports whether a place is known as closely as a town.
func town(p *ascribe.Place) bool {
	return p != nil && p.Name != "" && p.Precision != 0 && p.Precision <= ascribe.NearPlace
}

// sameStage reports whether two stages can be told of one incident: a plot that
// was stopped and a bomb that was made safe are.
func sameStage(a, b ascribe.Stage) bool {
	failed := func(s ascribe.Stage) bool { return s == ascribe.Attempted || s == ascribe.Foiled }
	return a == b || failed(a) && failed(b)
}

// clashing reports whether two types cannot be told of one incident unless the
// text ties them together: shots are no bomb.
func clashing(a, b ascribe.IncidentType) bool {
	m := map[ascribe.IncidentType]int{
		ascribe.Shooting: 1, ascribe.Bombing: 2, ascribe.SuicideAttack: 2, ascribe.Shelling: 3, ascribe.AirStrike: 3,
	}
	return m[a] > 0 && m[b] > 0 && m[a] != m[b]
}

// shares reports whether a telling has a target that the incident has.
func shares(g *incident, t *telling) bool {
	if differs(g, t) {
		return false
	}
	for _, o := range g.latest() {
		for _, a := range o.patients {
			for _, b := range t.patients {
				if same(a, b) {
					return true
				}
			}
		}
	}
	return false
}

// differs reports whether a telling has a target that goes by another name than one
// of its kind in the incident.
func differs(g *incident, t *telling) bool {
	for _, o := range g.latest() {
		for _, a := range o.patients {
			if slices.ContainsFunc(t.patients, func(b filler) bool { return a.n.phrase != nil && b.n.phrase != nil && otherName(a, b) }) {
				return true
			}
		}
	}
	return false
}

// same reports whether two fillers are one thing: one chain, or one head noun
// where the later is definite ("the ferry bombing", of a ferry terminal).
func same(a, b filler) bool {
	if a.n.phrase == nil || b.n.phrase == nil {
		return false
	}
	if a.n.phrase.Chain >= 0 && a.n.phrase.Chain == b.n.phrase.Chain {
		return true
	}
	if a.n.phrase.Named && b.n.phrase.Named {
		return a.n.kind() == b.n.kind() && (a.holdsName(b.c.lower(b.n.phrase.Head)) || b.holdsName(a.c.lower(a.n.phrase.Head)))
	}
	head := b.c.lower(b.n.head)
	return (a.c.lower(a.n.head) == head || a.holds(a.n.phrase.First, head)) && (b.c.is(b.n.first, "the this these those his her their") || b.c.is(b.n.first-1, "the this these those his her their"))
}

// otherName reports whether two wordings with one common noun are of two things by
// the names before it: "the Talvik farm" and "the Ombra farm".
func otherName(a, b filler) bool {
	if a.n.kind() == nlp.Person || a.c.lower(a.n.head) != b.c.lower(b.n.head) {
		return false
	}
	if _, common := lexicon.HeadOf(a.c.lower(a.n.head)); !common {
		return false
	}
	mine, theirs := a.names(), b.names()
	return len(mine) > 0 && len(theirs) > 0 && !slices.ContainsFunc(mine, func(w string) bool { return slices.Contains(theirs, w) })
}

// names lists the proper names before the head of a filler.
func (f filler) names() []string {
	var out []string
	for i := f.n.first; i < f.n.head; i++ {
		if t := &f.c.Tokens[i]; t.UPOS == "PROPN" && len(t.Lower) > 2 {
			out = append(out, t.Lower)
		}
	}
	return out
}

// holdsName reports whether a name has the word in it: "Castell" of "Ramon
// Castell Vidal".
func (f filler) holdsName(word string) bool { return f.holds(f.n.phrase.Core, word) }

// holds reports whether a word stands between a token of the phrase and its head.
func (f filler) holds(from int, word string) bool {
	for i := from; i <= f.n.phrase.Head; i++ {
		if len(word) > 3 && f.c.lower(i) == word {
			return true
		}
	}
	return false
}

// parted reports whether a telling's time or place stands against its being
// the incident.
func (p *page) parted(g *incident, t *telling) bool {
	if t.when.Resolved() && !t.definite {
		for _, o := range g.latest() {
			if o.when.Resolved() && (o.when.To.Before(t.when.From) || t.when.To.Before(o.when.From)) {
				return true
			}
		}
	}
	places := t.clause.locations()
	if len(places) == 0 || len(g.places) == 0 || t.definite {
		return false
	}
	for _, name := range places {
		if g.places[name] {
			return false
		}
	}
	return true
}

func named(list []filler) bool {
	for _, f := range list {
		if f.n.phrase != nil && f.n.phrase.Named {
			return true
		}
	}
	return false
}

// settle drops the incidents that no more than a bare word tells of, and the
// arrests in an article that tells of what people were arrested for.
func settle(groups []*incident) []*incident {
	var kept []*incident
	other := false
	for _, g := range groups {
		g.settleType()
		if g.told() {
			kept = append(kept, g)
			other = other || g.kind != ascribe.Arrest
		}
	}
	if !other {
		return kept
	}
	return slices.DeleteFunc(kept, func(g *incident) bool { return g.kind == ascribe.Arrest })
}

// told reports whether an incident has a target, a weapon or a toll: "an
// attack by a group" alone is not specific enough to code (MUC-4 1.0, 7).
func (g *incident) told() bool {
	for _, t := range g.tellings {
		if len(t.patients) > 0 || len(t.weapons) > 0 && !t.frame.noun() || t.counted || t.kind == ascribe.SuicideAttack || t.kind == ascribe.Warning || t.where != nil && t.definite || t.hit {
			return true
		}
	}
	return false
}

// settleType takes the type of a bombing back from an incident that most of its
// tellings tell of as another attack: a murder after which a bomb was found.
func (g *incident) settleType() {
	if g.kind != ascribe.Bombing {
		return
	}
	bombing, other, next := 0, 0, ascribe.Shooting
	for _, t := range g.tellings {
		switch t.kind {
		case ascribe.Bombing:
			bombing++
		case ascribe.Shooting, ascribe.Assassination, ascribe.Execution:
			other++
			if specific[t.kind] > specific[next] {
				next = t.kind
			}
		default:
		}
	}
	if other > bombing {
		g.kind = next
	}
}
