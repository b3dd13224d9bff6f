package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// noun reads "X, an affiliate of Y", "X is an offshoot of Y", "Y's affiliate X".
func (r *relater) noun(sc *trialScene, i, next int, c relationCue) bool {
	if sc.tok(i).Class == nlp.Verb {
		return false
	}
	words := strings.Join(c.words, " ")
	if sc.low(next) == "of" || sc.low(next) == "to" {
		object, ok := r.object(sc, next+1, i)
		if !ok {
			return false
		}
		if subject, ok := sc.predicated(i, object); ok {
			return r.enter(sc, tie{subject, object, c.kind, i, words + " of"})
		}
		return false
	}
	object, ok := sc.possessor(i)
	if !ok {
		if w := sc.low(next); strings.HasSuffix(words, "s") || w == "groups" || w == "group" {
			return r.listed(sc, i, next, c)
		}
		return false
	}
	if subject, ok := sc.actorFrom(next, 0); ok {
		return r.enter(sc, tie{subject, object, c.kind, i, "’s " + words})
	}
	if sc.low(next) == "," {
		if subject, ok := sc.actorFrom(next+1, 1); ok {
			return r.enter(sc, tie{subject, object, c.kind, i, "’s " + words})
		}
	}
	if subject, ok := sc.predicated(i, object); ok {
		return r.enter(sc, tie{subject, object, c.kind, i, "’s " + words})
	}
	return false
}

// listed reads "affiliate groups …, like X and Y": the parent is the first
// group that the sentence names.
func (r *relater) listed(sc *trialScene, i, next int, c relationCue) bool {
	for k := next; k < sc.len() && k < next+16; k++ {
		w := sc.low(k)
		if w != "like" && w != "including" && !(w == "such" && sc.low(k+1) == "as") {
			continue
		}
		if w == "such" {
			k++
		}
		parent, ok := sc.firstGroup(i)
		if !ok {
			return false
		}
		found := false
		for a, ok := sc.actorFrom(k+1, 1); ok; a, ok = sc.actorFrom(a.last+1, 0) {
			found = r.enter(sc, tie{a, parent, c.kind, i, sc.tok(i).Text + " … " + w}) || found
			if w := sc.low(a.last); w != "and" && w != "," {
				break
			}
		}
		return found
	}
	return false
}

// firstGroup is the first actor that the sentence names before token i.
func (sc *trialScene) firstGroup(i int) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.last <= i && (a.chain.Kind == nlp.Group || a.chain.Kind == nlp.Force || a.chain.Kind == nlp.State) {
			return a, true
		}
	}
	return namedActor{}, false
}

// parents are words before a noun that mean the greater body of two.
var parents = setOf("original broader larger core main parent central mother wider global")

// object finds the actor that a wording is completed by. "The original group"
// means the first group that the sentence names, other than the subject.
func (r *relater) object(sc *trialScene, i, at int) (namedActor, bool) {
	if a, ok := sc.actorFrom(i, 4); ok && !parents[sc.low(a.first+1)] {
		return a, true
	}
	k := i
	if determiners[sc.low(k)] {
		k++
	}
	if !parents[sc.low(k)] {
		if a, ok := r.country(sc, i, 2); ok {
			return a, true
		}
		return namedActor{}, false
	}
	subject, _ := sc.predicated(at, namedActor{})
	for _, a := range sc.actors {
		if a.last <= i && a.chain.Kind == nlp.Group && (subject.chain == nil || a.chain != subject.chain) && r.named[a.phrase.Chain] {
			return a, true
		}
	}
	return namedActor{}, false
}

// possessor finds Y in "Y's Afghan affiliate" and "its affiliate".
func (sc *trialScene) possessor(i int) (namedActor, bool) {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		w := sc.low(k)
		if w == "'s" || w == "'" {
			for _, a := range sc.actors {
				if a.last == k || a.last == k+1 && a.first < k {
					return a, true
				}
			}
			return namedActor{}, false
		}
		if possessives[w] {
			return sc.pronoun(k)
		}
		if isMark(sc.tok(k)) || isVerb(sc.tok(k)) || prepOfNoun[w] {
			return namedActor{}, false
		}
	}
	return namedActor{}, false
}

// pronoun finds the actor of a possessive at token k: its chain, or the first
// group that the sentence names.
func (sc *trialScene) pronoun(k int) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.first == k && a.last == k+1 {
			return a, true
		}
	}
	for n := range sc.actors {
		a := sc.actors[len(sc.actors)-1-n]
		if a.last <= k && (a.chain.Kind == nlp.Group || a.chain.Kind == nlp.Force) {
			return a, true
		}
	}
	return namedActor{}, false
}

// predicated finds what a noun at i is said of: "X is a NOUN", "X was founded …
// as a NOUN", "X, a NOUN", "a NOUN of Y, known as X".
func (sc *trialScene) predicated(i int, object namedActor) (namedActor, bool) {
	k := i - 1
	for k >= 0 && (sc.nounlike(k) || determiners[sc.low(k)] || isAdverb(sc.tok(k)) || sc.low(k) == "of" && sc.low(k-1) == "something" || sc.tok(k).Class == nlp.Adjective) && !beWords[sc.low(k)] {
		k--
	}
	if a, ok := sc.actorWithin(k+1, i+1, object); ok {
		return a, true // the noun itself names it: "the affiliate group Sarvian Dawn"
	}
	switch w := sc.low(k); {
	case w == "," || w == "(" || w == "—" || w == "–":
		if np := sc.phraseLeft(sc.bounds(max(k-1, 0)), k); !np.empty() {
			if a, ok := sc.actorIn(np); ok && a.chain != object.chain {
				return a, true
			}
		}
	case beWords[w] || w == "become" || w == "became" || w == "remains":
		return sc.subjectFrom(k, object)
	case w == "as":
		for v := k - 1; v > 0 && v > k-30; v-- {
			if sc.low(v) == ")" {
				for v > 0 && sc.low(v) != "(" {
					v--
				}
			}
			if sc.tok(v).Class == nlp.Verb {
				if a, ok := sc.actorWithin(v+1, k, object); ok {
					return a, true // "describe the Front as an offshoot of"
				}
				if a, ok := sc.subjectFrom(v, object); ok {
					return a, true
				}
			}
		}
	}
	return sc.namedLater(i, object)
}

// subjectFrom is the subject of the verb group that ends at token k.
func (sc *trialScene) subjectFrom(k int, object namedActor) (namedActor, bool) {
	a, ok := sc.actorBefore(sc.groupStart(k))
	if !ok || a.chain == object.chain {
		return namedActor{}, false
	}
	return a, true
}

func (sc *trialScene) actorWithin(from, to int, object namedActor) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.first >= from && a.last <= to && a.phrase.Named && a.chain != object.chain {
			return a, true
		}
	}
	return namedActor{}, false
}

// namedLater finds the name that is given after the noun: "a splinter faction
// of Y, often referred to as X".
func (sc *trialScene) namedLater(i int, object namedActor) (namedActor, bool) {
	for k := i; k < sc.len() && k < i+16; k++ {
		if sc.low(k) == "as" && (sc.low(k-1) == "known" || sc.low(k-2) == "referred") || sc.low(k) == "called" || sc.low(k) == "named" {
			if a, ok := sc.actorFrom(k+1, 1); ok && a.chain != object.chain {
				return a, true
			}
		}
		if sc.ends(k) {
			break
		}
	}
	return namedActor{}, false
}

// verb reads "X supports Y", "X is backed by Y", "X and Y's role in propping up
// Z".
func (r *relater) verb(sc *trialScene, i, next int, c relationCue) bool {
	if t := sc.tok(i); t.Class == nlp.Noun || t.Class == nlp.Adjective || t.Class == nlp.Name {
		_, after := sc.actorFrom(next, 0)
		if _, before := sc.endingAt(i); !before || !after {
			return false
		}
	}
	words := strings.Join(c.words, " ")
	if sc.low(next) == "by" {
		object, ok := sc.actorFrom(i, 0)
		if !ok {
			object, ok = sc.subjectOf(i)
		}
		if !ok {
			object, ok = sc.leftActor(i)
		}
		if subject, found := r.object(sc, next+1, i); ok && found {
			return r.enter(sc, tie{subject, object, c.kind, i, words + " by"})
		}
		return false
	}
	if sc.passiveAt(i) {
		return false
	}
	object, ok := sc.actorFrom(next, 2)
	if !ok || sc.low(next) == "to" {
		return false
	}
	subjects := sc.doers(i)
	found := false
	for _, s := range subjects {
		found = r.enter(sc, tie{s, object, c.kind, i, words}) || found
	}
	return found
}

// leftActor is the actor that ends right before token i, over a comma.
func (sc *trialScene) leftActor(i int) (namedActor, bool) {
	k := i
	if sc.comma(k - 1) {
		k--
	}
	for _, a := range sc.actors {
		if a.last == k {
			return a, true
		}
	}
	return namedActor{}, false
}

// doers are the actors whose deed a verb is: its subject, those joined to it,
// or the owners of "X and Y's role in …".
func (sc *trialScene) doers(i int) []namedActor {
	if strings.HasSuffix(sc.low(i), "ing") && (sc.low(i-1) == "in" || sc.low(i-1) == "of") {
		for k := i - 2; k > 0 && k > i-5; k-- {
			if sc.low(k) == "role" || sc.low(k) == "part" || sc.low(k) == "policy" {
				owner, ok := sc.possessor(k)
				if !ok {
					return nil
				}
				return append(sc.joined(owner), owner)
			}
		}
	}
	a, ok := sc.subjectOf(i)
	if !ok {
		return nil
	}
	return append(sc.joined(a), a)
}

// joined are the actors set before one with "and": X and Y, X, Y and Z.
func (sc *trialScene) joined(a namedActor) []namedActor {
	var found []namedActor
	k := a.first
	for range 4 {
		if w := sc.low(k - 1); w != "and" && w != "," {
			break
		}
		prev, ok := sc.endingAt(k - 1)
		if !ok {
			break
		}
		found = append(found, prev)
		k = prev.first
	}
	return found
}

func (sc *trialScene) endingAt(k int) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.last == k {
			return a, true
		}
	}
	return namedActor{}, false
}

// preposition reads "X pledged allegiance to Y", "X's battle with Y", "X, allied
// with Y".
func (r *relater) preposition(sc *trialScene, i, next int, c relationCue) bool {
	k := next
	for k < sc.len() && k < next+4 && sc.low(k) != c.shape && !isMark(sc.tok(k)) && !isVerb(sc.tok(k)) {
		k++
	}
	if sc.low(k) != c.shape {
		return false
	}
	object, ok := r.object(sc, k+1, i)
	if !ok || sc.incidentObject(object) {
		return false
	}
	words := strings.Join(c.words, " ") + " " + c.shape
	if subject, ok := sc.possessor(i); ok {
		return r.enter(sc, tie{subject, object, c.kind, i, words})
	}
	for _, find := range []func(int) (namedActor, bool){sc.subjectOf, sc.leftActor, sc.relativeSubject} {
		if subject, ok := find(i); ok && subject.chain != object.chain {
			return r.enter(sc, tie{subject, object, c.kind, i, words})
		}
	}
	if sc.low(i-1) == "in" {
		for v := i - 2; v > 0 && v > i-6; v-- {
			if sc.tok(v).Class == nlp.Verb {
				subject, ok := sc.subjectOf(v)
				if !ok {
					subject, ok = r.carriedOn(sc, v)
				}
				if ok {
					return r.enter(sc, tie{subject, object, c.kind, i, "in " + words})
				}
			}
		}
	}
	return false
}

// carriedOn finds the actor of an "it" or "they" that begins a sentence and that
// no chain holds: the subject that the sentence before it began with.
func (r *relater) carriedOn(sc *trialScene, v int) (namedActor, bool) {
	who := sc.before(sc.groupStart(v))
	if w := sc.low(0); who.first != 0 || who.last != 1 || w != "it" && w != "they" || sc.s.Index == 0 {
		return namedActor{}, false
	}
	prev := &r.p.Sentences[sc.s.Index-1]
	if prev.Paragraph != sc.s.Paragraph || len(prev.Tokens) > maxSceneTokens {
		return namedActor{}, false
	}
	for _, a := range r.scene(prev).actors {
		if a.first == 0 {
			return namedActor{stretch{0, 1}, a.phrase, a.chain}, true
		}
	}
	return namedActor{}, false
}

// incidentObject tells "linked to the attack": no relation between actors.
func (sc *trialScene) incidentObject(a namedActor) bool {
	return incidentNouns[sc.nounAt(a.first)] || incidentNouns[sc.low(a.last)]
}

// relativeSubject finds the actor of a relative clause over its own asides: "a
// faction of Y, often referred to as X, that pledges its allegiance".
func (sc *trialScene) relativeSubject(i int) (namedActor, bool) {
	k := i - 1
	for k > 0 && (isAux(sc.tok(k)) || isAdverb(sc.tok(k))) {
		k--
	}
	if w := sc.low(k); w != "that" && w != "which" && w != "who" {
		return namedActor{}, false
	}
	k--
	if sc.comma(k) {
		k--
	}
	return sc.endingAt(k + 1)
}
