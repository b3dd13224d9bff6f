package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// Means of force that states own: who they are said to belong to has done what
// they do ("Russian air strikes", "warplanes of the Qasiri regime", "government
// shelling"). A strike or a raid counts only from the air or by missiles.
var (
	ownedMeans = setOf("airstrike airstrikes air-strike air-strikes warplane warplanes jet jets aircraft helicopter helicopters drone drones gunships shelling bombardment bombardments missiles artillery gunboats tanks")
	airborne   = setOf("strike strikes raid raids")
	byAir      = setOf("air drone missile bombing aerial helicopter")
	// kindOfMeans may stand between the owner and the means.
	kindOfMeans = setOf("air war fighter military army force forces regime government state jet naval navy artillery missile bombing drone aerial helicopter loyalist led coalition - ' 's")
	rulers      = setOf("regime government")
	downed      = setOf("crashed crashes crash downed")
)

// wielded: "Russian air strikes killed nine", where an incident is told.
func (j *inquest) wielded(sc *trialScene, i int) {
	if len(sc.told) == 0 || !sc.means(i) {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true}, score: 0.65, because: "“" + sc.tok(i).Text + "”: means of force that belong to the actor did it"}
	if a, ok := j.ownerOf(sc, i); ok {
		j.settle(sc, a, i, f)
	}
}

// means reports whether token i names means of force that no one has just shot
// down or lost.
func (sc *trialScene) means(i int) bool {
	w := sc.low(i)
	if !ownedMeans[w] && !(airborne[w] && byAir[sc.low(i-1)]) {
		return false
	}
	for k := range sc.s.Tokens {
		if downed[sc.low(k)] || sc.low(k) == "shot" && sc.low(k+1) == "down" {
			return false
		}
	}
	return true
}

// ownerOf finds whose the means at token i are: who stands right before them, in
// front of words that only say of what kind they are; or who follows "of" or
// "belonging to".
func (j *inquest) ownerOf(sc *trialScene, i int) (namedActor, bool) {
	k, ruler := i-1, -1
	for k >= 0 && kindOfMeans[sc.low(k)] {
		if a, ok := sc.actorEnding(k + 1); ok {
			return a, true
		}
		if rulers[sc.low(k)] {
			ruler = k
		}
		k--
	}
	if a, ok := sc.actorEnding(k + 1); ok {
		return a, true
	}
	for _, land := range sc.lands {
		if land.last == k+1 && wholeCountry(land.chain) {
			return namedActor{land.stretch, land.phrase, sc.p.actorOfLand(land.chain)}, true
		}
	}
	if ruler >= 0 {
		return j.rulerAt(sc, ruler)
	}
	switch {
	case sc.low(i+1) == "of":
		return sc.actorFrom(i+2, 1)
	case sc.low(i+1) == "belonging" && sc.low(i+2) == "to":
		return sc.actorFrom(i+3, 1)
	}
	return namedActor{}, false
}

// actorEnding returns the state or the forces whose phrase ends before token i.
func (sc *trialScene) actorEnding(i int) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.last == i && (a.chain.Kind == nlp.Force || a.chain.Kind == nlp.State) && !sc.quantifiedAway(a) {
			return a, true
		}
	}
	return namedActor{}, false
}

// rulerAt returns the government that the article has named, for the bare word.
func (j *inquest) rulerAt(sc *trialScene, i int) (namedActor, bool) {
	for n := range j.p.Chains {
		c := &j.p.Chains[n]
		if c.Kind == nlp.State && hasWord(c.Mention.Text, map[string]bool{sc.low(i): true}) {
			at := stretch{i, i + 1}
			return namedActor{at, &nlp.Phrase{First: i, Last: i + 1, Head: i, Span: sc.span(at), Chain: n}, c}, true
		}
	}
	return namedActor{}, false
}
