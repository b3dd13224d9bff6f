package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// denied: "the Front denied responsibility", "the army denied that its troops
// burned the mill", "the minister denied the Front's involvement".
func (j *inquest) denied(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true, Negated: true}, score: 0.8, because: "“" + sc.tok(i).Text + "”: the tie to the incident is denied"}
	if sc.negatedBefore(i) || sc.passiveAt(i) {
		return
	}
	that := i + 1
	for that < sc.len() && that < i+6 && sc.low(that) != "that" && !isVerb(sc.tok(that)) && !sc.ends(that) {
		that++
	}
	if sc.low(that) != "that" {
		that = i
	}
	own, done := j.deniedClause(sc, i, that, f)
	if done {
		return
	}
	if !own && !sc.partDenied(i) {
		return
	}
	for k := i + 1; k < sc.len() && k < i+4; k++ {
		for _, a := range sc.actors {
			if a.first == k && sc.low(a.last) == "'s" && !chargeNouns[sc.low(a.last+1)] {
				j.settle(sc, a, i, f)
				return
			}
		}
	}
	if a, ok := sc.subjectOf(i); ok {
		f.stance.Speaker = ascribe.Self
		j.settle(sc, a, i, f)
	}
}

// deniedClause reads the clause that is denied, if "that" brings one in: of
// another, which it settles, or of the party itself.
func (j *inquest) deniedClause(sc *trialScene, i, that int, f finding) (own, done bool) {
	if that == i && sc.low(i+1) != "it" {
		return false, false
	}
	if a, ok := sc.actorFrom(that+1, 2); ok && !personal[sc.low(a.first)] {
		if sc.toldAfter(a.last) {
			j.settle(sc, a, i, f)
		}
		return false, true
	}
	switch sc.low(that + 1) {
	case "it", "they", "its", "their":
		return true, false
	}
	return false, false
}

// chargeNouns belong to who lays the blame, not to who bears it.
var chargeNouns = setOf("accusation accusations allegation allegations charge charges claim claims report reports statement statements assertion assertions")

// partDenied reports whether what is denied is a part in the incident.
func (sc *scene) partDenied(i int) bool {
	for k := i + 1; k < sc.len() && k < i+8 && !sc.ends(k); k++ {
		w := sc.low(k)
		if partNouns[w] || w == "being" && sc.low(k+1) == "behind" || w == "having" {
			return true
		}
	}
	return false
}

// toldAfter reports whether an incident is told from token i on.
func (sc *trialScene) toldAfter(i int) bool {
	for _, r := range sc.told {
		if i < sc.len() && r.span.Start >= sc.tok(i).Span.Start {
			return true
		}
	}
	return false
}

// suspected: "police suspect the Front", "the Front is suspected of".
func (j *inquest) suspected(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true, Hedged: true}, score: 0.75, because: "“" + sc.tok(i).Text + "”: the actor is suspected"}
	f.stance.Negated = sc.negatedBefore(i)
	if sc.passiveAt(i) {
		if a, ok := sc.subjectOf(i); ok {
			j.settle(sc, a, i, f)
		}
		return
	}
	if sc.low(i+1) == "that" {
		j.suspectedThat(sc, i, f)
		return
	}
	a, ok := sc.actorFrom(i+1, 3)
	if !ok || sc.low(i+1) == "by" || len(sc.told) == 0 && !incidentWordNear(sc.scene, i) {
		return
	}
	j.settle(sc, a, i, f)
}

// suspectedThat: "they suspect that a cell of the Front supplied the bomb".
func (j *inquest) suspectedThat(sc *trialScene, i int, f finding) {
	a, ok := sc.actorFrom(i+2, 4)
	if ok && !sc.quantifiedAway(a) && incidentWordWithin(sc, a.last, 16) {
		j.settle(sc, a, i, f)
	}
}

func incidentWordNear(sc *scene, i int) bool {
	for k := max(0, i-20); k < sc.len() && k < i+25; k++ {
		if incidentNouns[sc.low(k)] {
			return true
		}
	}
	return false
}

// cleared: "the court acquitted the officers", "police ruled out the Front".
func (j *inquest) cleared(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true, Acquitted: true}, score: 0.75, because: "“" + sc.tok(i).Text + "”: the actor is cleared"}
	if w := sc.low(i); w == "ruled" || w == "rule" {
		f.because = "“" + w + " out”: the actor is ruled out"
		f.loose = true
		f.stance = ascribe.Stance{Connected: true, Negated: true}
		i++
	}
	if sc.negatedBefore(i) || sc.negatedBefore(i-1) {
		if f.loose {
			j.notRuledOut(sc, i)
		}
		return
	}
	w := sc.low(i)
	if (w == "clear" || w == "clears" || w == "clearing" || w == "cleared") && !sc.ofBlame(i) {
		return
	}
	if sc.passiveAt(i) {
		if a, ok := sc.subjectOf(i); ok {
			j.settle(sc, a, i, f)
		}
		return
	}
	if a, ok := sc.actorFrom(i+1, 8); ok {
		j.settle(sc, a, i, f)
	}
}

func (sc *scene) ofBlame(i int) bool {
	for k := i + 1; k < sc.len() && k < i+9; k++ {
		switch sc.low(k) {
		case "bombing", "attack", "killing", "shooting", "murder", "blast", "raid", "responsibility", "involvement", "charges", "blame", "guilt", "wrongdoing", "suspicion", "part":
			return true
		}
	}
	return false
}

// responsible: "the Front is responsible for the raid", "the Front was behind".
func (j *inquest) responsible(sc *trialScene, i int) {
	w := sc.low(i)
	if w == "responsible" && sc.heldAt(i) {
		return
	}
	if w == "behind" && !incidentNouns[sc.nounAt(i+1)] && !sc.namesIncident(i+1) && sc.low(i+1) != "it" {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true}, score: 0.8, because: "“" + w + "”: the actor is said to have done it"}
	f.stance.Negated = sc.negatedBefore(i)
	first := sc.groupStart(i)
	if !sc.hasBe(first, i) && !sc.beBefore(first) {
		return
	}
	a, ok := sc.subjectOf(i)
	if !ok {
		a, ok = sc.subjectHead(i)
	}
	if ok {
		j.settleAll(sc, a, i, f)
	}
}

// subjectHead is the actor that the tree has for the first subject of token i: "the
// Front and its allies are responsible".
func (sc *trialScene) subjectHead(i int) (namedActor, bool) {
	for _, d := range dependents(sc.s, i, "nsubj nsubj:pass") {
		for _, a := range sc.actors {
			if a.phrase.Head == d && !sc.quantifiedAway(a) {
				return a, true
			}
		}
	}
	return namedActor{}, false
}

func (sc *scene) beBefore(i int) bool { return i > 0 && beWords[sc.low(i-1)] }

// heldAt tells "held the Front responsible", which heldResponsible reads.
func (sc *scene) heldAt(i int) bool {
	for k := i - 1; k >= 0 && k > i-10; k-- {
		switch sc.low(k) {
		case "held", "hold", "holds", "holding":
			return true
		}
		if sc.ends(k) {
			return false
		}
	}
	return false
}

// heldResponsible: "the minister held the Front responsible".
func (j *inquest) heldResponsible(sc *trialScene, i int) {
	found := false
	for k := i + 1; k < sc.len() && k < i+12 && !sc.ends(k); k++ {
		found = found || sc.low(k) == "responsible"
	}
	if !found {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true, Negated: sc.negatedBefore(i)}, score: 0.85, because: "“" + sc.tok(i).Text + " … responsible”: the actor is blamed"}
	if sc.passiveAt(i) {
		if a, ok := sc.subjectOf(i); ok {
			f.stance.Speaker = sc.spokenBy(i)
			j.settle(sc, a, i, f)
		}
		return
	}
	if a, ok := sc.actorFrom(i+1, 3); ok {
		j.settleAll(sc, a, i, f)
	}
}

// workOf: "the raid was the work of the Front", "bore the hallmarks of".
func (j *inquest) workOf(sc *trialScene, i int) {
	a, ok := sc.actorFrom(i+2, 6)
	if !ok || sc.low(i) == "work" && !sc.incidentBefore(i) {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true, Hedged: sc.low(i) != "work", Negated: sc.negatedBefore(i)}, score: 0.75,
		because: "“" + sc.tok(i).Text + " of”: the incident is said to be the actor's doing"}
	j.settle(sc, a, i, f)
}

// doneBy: "carried out by the Front", "perpetrated by the Front".
func (j *inquest) doneBy(sc *trialScene, i int) {
	if sc.low(i) == "out" && sc.low(i-1) != "carried" {
		return
	}
	a, ok := sc.actorFrom(i+2, 4)
	if !ok || (len(sc.told) == 0 || anyVerbs[sc.low(i)]) && !sc.incidentBefore(i) {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true, Negated: sc.negatedBefore(i)}, score: 0.85, because: "“" + sc.tok(i).Text + " by”: the actor is said to have done it"}
	j.settle(sc, a, i, f)
}

// anyVerbs are done to dams and meetings too: whoever they are done by is blamed
// only where it is an incident that was planned, ordered or paid for.
var anyVerbs = setOf("planned ordered sponsored executed launched organized organised directed financed engineered")

// involved: "the Front was involved in the raid", "the involvement of the
// Front", "the Front's involvement".
func (j *inquest) involved(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true}, score: 0.65, because: "“" + sc.tok(i).Text + "”: the actor is said to have a part in it"}
	w := sc.low(i)
	if w == "involved" || w == "implicated" {
		first := sc.groupStart(i)
		if sc.low(i+1) != "in" || !sc.hasBe(first, i) {
			return
		}
		f.stance.Negated = sc.negatedBefore(i)
		if a, ok := sc.subjectOf(i); ok {
			j.settle(sc, a, i, f)
		}
		return
	}
	if denyVerbs[sc.low(i-1)] || denyVerbs[sc.low(i-2)] {
		return
	}
	f.stance.Hedged = true
	if sc.low(i+1) == "of" || sc.low(i+1) == "by" {
		if a, ok := sc.actorFrom(i+2, 3); ok && (len(sc.told) > 0 || incidentWordNear(sc.scene, i)) {
			j.settle(sc, a, i, f)
		}
		return
	}
	for _, a := range sc.actors {
		if a.last <= i && a.last >= i-2 && (a.last == i || sc.low(a.last) == "'s") && (len(sc.told) > 0 || incidentWordNear(sc.scene, i)) {
			j.settle(sc, a, i, f)
			return
		}
	}
}

// ownedUp: a party speaks of what "we" or "our fighters" did.
func (j *inquest) ownedUp(sc *trialScene) {
	for i := range sc.s.Tokens {
		w := sc.low(i)
		if w != "we" && w != "our" && w != "their" && w != "its" && w != "they" && w != "it" {
			continue
		}
		st := j.p.carrier(sc.s, sc.tok(i).Span)
		if st.Source.Mention == nil || st.Modality.Future || st.Modality.Hypothetical || st.Modality.Negated {
			continue
		}
		c := j.p.chainOf(*st.Source.Mention)
		if c == nil || !j.canAct(c, j.p.chains[c.Mention.ID]) || c.Kind != nlp.Group && !(c.Kind == nlp.Force && j.named[j.p.chains[c.Mention.ID]]) {
			continue
		}
		if (w == "our" || w == "their" || w == "its") && !ownPeople[sc.low(i+1)] && !ownPeople[sc.low(i+2)] {
			continue
		}
		if !sc.verbTold(i) || sc.undergoes(i) {
			continue
		}
		near, _ := j.incidentNear(sc, i)
		j.find(finding{incident: near, actor: c, span: sc.tok(i).Span, carrier: st, score: 0.7,
			stance:  ascribe.Stance{Connected: true, Speaker: ascribe.Self},
			because: "“" + w + "” is the party that speaks, and does what is told"})
	}
}

var ownPeople = setOf("gunmen fighters men forces members militants soldiers troops guerrillas commandos units combatants militiamen bombers martyrs wing squad squads commando unit")

// verbTold reports whether an incident is told within the words after i, before
// the clause ends.
func (sc *trialScene) verbTold(i int) bool {
	for k := i + 1; k < sc.len() && k < i+10 && !sc.ends(k) && sc.low(k) != ","; k++ {
		for _, r := range sc.told {
			if r.span.Meets(sc.tok(k).Span) {
				return true
			}
		}
		if deeds[sc.low(k)] && !negations[sc.low(k-1)] {
			return true
		}
	}
	return false
}

// deeds are verbs of attacking in the past: a party that says them of itself
// speaks of the incident at hand, told by this word or not.
var deeds = setOf("attacked bombed killed planted detonated ambushed kidnapped abducted shot shelled raided assassinated executed exploded burned torched stormed carried")
