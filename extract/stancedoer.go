package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// peopleOf are heads that stand for the actor they belong to: its people, its
// units, what it fights with. Its leaders and houses do not.
var peopleOf = setOf(`guerrillas guerrilla rebels rebel members member fighters militants terrorists subversives insurgents commandos
	commando commandoes gunmen troops units unit column columns soldiers soldier patrol patrols squad squads squadron combatants militiamen cell cells elements forces
	helicopter helicopters planes plane aircraft jets warplanes gunships drone drones tanks artillery group groups team wing faction branch front
	assassins hitmen snipers group grouping detachment battalion brigade militia militias agents individuals men youths separatists`)

// blameDoers ties the actors to the incidents that the tree of a sentence has
// them do: as subject or by-agent of the verb that tells of one, or of the verb
// that has its noun for an object; through their people ("guerrillas of the
// Front", "Front urban commandos").
func (j *inquest) blameDoers(sc *trialScene) {
	for _, r := range sc.told {
		at := sc.s.TokenAt(r.span.Start)
		if at >= sc.len() {
			continue
		}
		for _, a := range sc.actors {
			if !sc.quantifiedAway(a) && sc.doer(sc.standsFor(a.phrase.Head), at) {
				j.roleFinding(sc, r.incident, a.chain, a.phrase.Span, r)
			}
		}
	}
}

// standsFor climbs from an actor to those who stand for it.
func (sc *trialScene) standsFor(i int) int {
	for range maxClimb {
		t := sc.tok(i)
		if t.Head < 0 {
			return i
		}
		switch t.Rel {
		case "compound", "nmod", "nmod:poss", "nmod:desc", "amod":
			if !peopleOf[sc.low(t.Head)] {
				return i
			}
		case "conj", "flat":
		case "appos":
			if sc.tok(t.Head).Class == nlp.Mark {
				return i
			}
		default:
			return i
		}
		i = t.Head
	}
	return i
}

// launchVerbs have for their object what their subject does; those who repel or
// condemn an attack do not make it.
var launchVerbs = setOf("launch carry stage mount conduct execute perpetrate commit make wage resume begin start lead plan organize continue step unleash")

// suffered befalls the subject: who dies has killed nobody by it.
var suffered = setOf("die perish succumb drown suffer sustain")

// doer reports whether token i does what token at tells.
func (sc *trialScene) doer(i, at int) bool {
	t := sc.tok(i)
	if t.Head < 0 || i == at {
		return false
	}
	deed := at
	if t := sc.tok(at); t.Rel == "obj" && t.Head >= 0 && launchVerbs[lemmaOf(sc.tok(t.Head))] { // launched an attack
		deed = t.Head
	}
	head := t.Head
	for range 2 { // attacked and burned
		if head == deed {
			break
		}
		if sc.tok(deed).Rel == "conj" && sc.tok(deed).Head >= 0 && len(dependents(sc.s, deed, "nsubj nsubj:pass")) == 0 {
			deed = sc.tok(deed).Head
		}
	}
	switch {
	case t.Rel == "nsubj":
		return head == deed && isVerb(sc.tok(deed)) && !suffered[lemmaOf(sc.tok(deed))] && len(dependents(sc.s, deed, "aux:pass")) == 0
	case t.Rel == "obl:agent", (t.Rel == "obl" || t.Rel == "nmod") && sc.caseOf(i) == "by":
		return head == at || head == deed
	}
	return false
}

// joined returns the actors that the tree coordinates with one: "the army, the
// party and its armed forces".
func (sc *trialScene) joined(a namedActor) []namedActor {
	top := a.phrase.Head
	for range maxClimb {
		if t := sc.tok(top); t.Rel == "conj" && t.Head >= 0 {
			top = t.Head
			continue
		}
		break
	}
	var out []namedActor
	for _, b := range sc.actors {
		if b.first == a.first || sc.quantifiedAway(b) {
			continue
		}
		h := b.phrase.Head
		if h == top || sc.tok(h).Rel == "conj" && sc.tok(h).Head == top {
			out = append(out, b)
		}
	}
	return out
}

// calledDoing: "a crude manoeuvre by the army", "was a terrorist action by the
// government": the incident is called somebody's doing.
func (j *inquest) calledDoing(sc *trialScene, i int) {
	if sc.low(i+1) != "by" && sc.low(i+1) != "of" {
		return
	}
	w := sc.low(i)
	doing := w == "maneuver" || w == "manoeuvre" || w == "provocation" || w == "doing" || w == "action" || w == "act" || w == "crime"
	if !doing || sc.low(i+1) == "of" && w != "doing" || len(sc.told) == 0 && !sc.incidentBefore(i) {
		return
	}
	if a, ok := sc.actorFrom(i+2, 4); ok {
		j.settleAll(sc, a, i, finding{stance: ascribe.Stance{Connected: true, Negated: sc.negatedBefore(i)}, score: 0.7,
			because: "“" + sc.tok(i).Text + " " + sc.low(i+1) + "”: the incident is said to be the actor's doing"})
	}
}
