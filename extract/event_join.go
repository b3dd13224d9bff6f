package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// An incident gathers the tellings of one incident in a document.
type incident struct {
	tellings    []*telling
	kind        ascribe.IncidentType
	places      map[string]bool // heads of the place names beside its tellings
	when        *ascribe.Date
	whenBecause string         // where no telling has the date for its own
	where       *ascribe.Place // once located
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

// specify refines the type of a telling by its weapons and its victims.
func (t *telling) specify() {
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
	case "bomb", "dynamite", "explosive", "grenade", "mine", "charge", "device", "carbomb", "car-bomb", "ied", "tnt":
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
		if t.past != last.past || told && t.fresh || t.frame.noun() && !t.weak && clashing(g.kind, t.kind) {
			return 0
		}
		return 90 - back
	}
	if shares(g, t) {
		return 80 - back
	}
	if clashing(g.kind, t.kind) && !pointsBack {
		return 0
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
	case g.kind == t.kind && distance <= 3 && !named(t.patients):
		return 20 - back
	}
	return 0
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
		if len(t.patients) > 0 || len(t.weapons) > 0 && !t.frame.noun() || t.counted || t.kind == ascribe.SuicideAttack || t.kind == ascribe.Warning || t.where != nil && t.definite {
			return true
		}
	}
	return false
}
