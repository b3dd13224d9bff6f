package extract

import (
	"ascribe/extract/nlp"
)

// Ends finds who stands at both ends of a relation in the tree of a sentence:
// actors, or persons where those are asked for.
type ends struct {
	*relater
	sc     *trialScene
	people bool
}

// maxEnds bounds how many actors one end may list.
const maxEnds = 12

// at lists those whom the nominal of token t names: its own, and those joined to
// it by "and".
func (e *ends) at(t int) []namedActor {
	var out []namedActor
	for _, k := range append([]int{t}, dependents(e.sc.s, t, "conj")...) {
		if a, ok := e.on(k, 0); ok && len(out) < maxEnds {
			out = append(out, a)
		}
	}
	return out
}

// bodies are nouns for the people, the places and the means of an actor, which
// is named beside them: "Front fighters", "positions of the Front".
var bodies = setOf("fighters fighter militants militant terrorists insurgents rebels guerrillas operatives members soldiers troops forces extremists jihadists gunmen militiamen combatants " +
	"targets positions strongholds bases hideouts camps units unit leaders commanders leadership group groups organization organisation organizations organisations movement network cells " +
	"side regime government army military authorities aircraft jets warplanes artillery remnants elements faction factions party affiliate affiliates branch branches")

// on returns whom one token names: the phrase that it stands in, what a relative
// pronoun refers to, or the name beside a noun for an actor's people.
func (e *ends) on(t, depth int) (namedActor, bool) {
	if t < 0 || t >= e.sc.len() || depth > 3 {
		return namedActor{}, false
	}
	if relativeWords[e.sc.low(t)] && e.sc.tok(t).Rel != "mark" {
		if a, ok := e.on(e.sc.antecedent(t), depth+1); ok {
			return a, true
		}
		return e.rightBefore(t)
	}
	if a, ok := e.pronoun(t); ok {
		return a, true
	}
	list := e.sc.actors
	if e.people {
		list = e.sc.people
	}
	var best namedActor
	for _, a := range list {
		if a.first <= t && t < a.last && (best.empty() || a.last-a.first < best.last-best.first) {
			best = a
		}
	}
	if !best.empty() && best.chain.Kind == nlp.State && !best.phrase.Named {
		for _, d := range dependents(e.sc.s, t, "nmod") {
			if land, ok := e.land(d); ok && e.sc.hasCase(d, ofWords) {
				return land, true // "the government of Sarvia"
			}
		}
	}
	if !best.empty() || e.people {
		return e.nested(best), !best.empty() && !e.sc.quantifiedAway(best)
	}
	if a, ok := e.land(t); ok {
		return a, true
	}
	if !bodies[e.sc.low(t)] {
		return namedActor{}, false
	}
	for _, d := range dependents(e.sc.s, t, "compound nmod:poss nmod") {
		if c := e.sc.caseOf(d); c != "" && c != "of" && c != "from" {
			continue
		}
		if a, ok := e.on(d, depth+1); ok {
			return a, true
		}
	}
	return namedActor{}, false
}

// land returns the country that token t names, as one that acts.
func (e *ends) land(t int) (namedActor, bool) {
	for _, land := range e.sc.lands {
		if land.first <= t && t < land.last && wholeCountry(land.chain) {
			return namedActor{land.stretch, land.phrase, e.p.actorOfLand(land.chain)}, true
		}
	}
	return namedActor{}, false
}

// rightBefore is the one named right before the comma of a relative clause, or
// before its bracket: "an offshoot of the Front (MLF), which".
func (e *ends) rightBefore(t int) (namedActor, bool) {
	if e.sc.comma(t - 1) {
		t--
	}
	if e.sc.low(t-1) == ")" || e.sc.low(t-1) == "]" {
		t--
	}
	list := e.sc.actors
	if e.people {
		list = e.sc.people
	}
	for _, a := range list {
		if a.last == t {
			return a, true
		}
	}
	return namedActor{}, false
}

// nested prefers the name in front of the head of a phrase that is no name: "the
// Front" in "five Front units".
func (e *ends) nested(a namedActor) namedActor {
	if a.empty() || e.people || a.phrase.Named {
		return a
	}
	for _, b := range e.sc.actors {
		if b.phrase.Named && b.first >= a.first && b.last <= a.phrase.Head && bodies[e.sc.low(a.phrase.Head)] {
			return b
		}
	}
	return a
}

// antecedent is the noun that the relative clause of a pronoun describes.
func (sc *scene) antecedent(t int) int {
	for range maxClimb {
		if t < 0 {
			return -1
		}
		head := sc.tok(t).Head
		switch sc.tok(t).Rel {
		case "acl:relcl":
			if list := dependents(sc.s, head, "nsubj"); len(list) > 0 && len(dependents(sc.s, head, "cop")) > 0 {
				return list[0] // "X is a group that supports"
			}
			return head
		case "advcl:relcl":
			list := dependents(sc.s, head, "obj obl")
			for len(list) > 0 && list[len(list)-1] > t {
				list = list[:len(list)-1]
			}
			if len(list) > 0 {
				return list[len(list)-1] // "known as X, that supports"
			}
		}
		t = head
	}
	return -1
}

// hasCase reports whether one of a nominal's prepositions is among those given.
func (sc *scene) hasCase(t int, preps map[string]bool) bool {
	for _, d := range dependents(sc.s, t, "case mark") {
		if preps[sc.low(d)] {
			return true
		}
	}
	return false
}

// caseOf is the first preposition of a nominal, or "".
func (sc *scene) caseOf(t int) string {
	for _, d := range dependents(sc.s, t, "case") {
		if sc.low(d) != "'s" && sc.low(d) != "'" {
			return sc.low(d)
		}
	}
	return ""
}

// governed lists those whom a preposition brings to a word: "allied with the
// Front", "strikes against the Front".
func (e *ends) governed(head int, preps map[string]bool) []namedActor {
	var out []namedActor
	for _, d := range dependents(e.sc.s, head, "obl obl:agent nmod advcl") {
		if !e.sc.hasCase(d, preps) {
			continue
		}
		if parent := e.parentBody(d); parent != nil && !e.people {
			out = append(out, parent...)
		} else {
			out = append(out, e.at(d)...)
		}
	}
	return out
}

// first lists those whom the first dependent of one of the relations names.
func (e *ends) first(i int, rels string) []namedActor {
	if list := dependents(e.sc.s, i, rels); len(list) > 0 {
		return e.at(list[0])
	}
	return nil
}

// subjects lists those who do what the verb or adjective at v says: its subject,
// the noun that it describes, or the subject of the verb that it depends on.
func (e *ends) subjects(v, depth int) []namedActor {
	if v < 0 || depth > maxClimb {
		return nil
	}
	if len(dependents(e.sc.s, v, "nsubj nsubj:pass")) > 0 {
		return e.first(v, "nsubj nsubj:pass")
	}
	head := e.sc.tok(v).Head
	if head < 0 {
		return nil
	}
	switch e.sc.tok(v).Rel {
	case "acl", "acl:relcl", "amod":
		if list := e.at(head); len(list) > 0 {
			return list
		}
		return e.doers(head, depth+1)
	case "xcomp":
		if list := e.first(head, "obj"); len(list) > 0 {
			return list // "helps the army defeat the Front"
		}
		return e.subjects(head, depth+1)
	case "advcl", "obl":
		if list := e.first(head, "obj"); len(list) > 0 && (e.sc.hasCase(v, ofWords) || helpLemmas[e.sc.tok(head).Lemma] && e.sc.hasCase(v, toWord)) {
			return list // "accused the army of backing the Front", "assists the army to defeat the Front"
		}
		return e.subjects(head, depth+1)
	case "conj":
		if isNominal(e.sc.tok(head)) && len(dependents(e.sc.s, head, "cop")) == 0 {
			return e.doers(head, depth+1)
		}
		return e.subjects(head, depth+1)
	}
	return nil
}

func isNominal(t *nlp.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" }

// lightVerbs are verbs whose subject does what their object names: "launched a
// campaign", "stepped up their war".
var lightVerbs = setOf("conduct launch wage lead join continue carry fight step mount stage have declare make begin enjoy get gain obtain secure start pursue open win lose intensify support resume form forge maintain " +
	"keep sign enter strike take play provide offer receive give announce end break cut sever renounce deny suspend pledge swear vow order run deliver fly perform undertake execute")

// doers lists those whose deed or bond the noun at n is: its owner, the name
// before it, "by" whom, or the subject of the verb that it goes with.
func (e *ends) doers(n, depth int) []namedActor {
	if n < 0 || depth > maxClimb {
		return nil
	}
	var out []namedActor
	owned := false
	for _, d := range dependents(e.sc.s, n, "nmod:poss compound nmod") {
		if e.sc.tok(d).Rel != "nmod" || e.sc.caseOf(d) == "by" {
			out = append(out, e.at(d)...)
		}
		owned = owned || e.sc.tok(d).Rel == "nmod:poss" || e.sc.tok(d).UPOS == "PROPN" && e.sc.tok(d).Rel == "compound"
	}
	if len(out) > 0 || owned {
		return out // "their fight": the owner, or nobody that is known
	}
	if len(dependents(e.sc.s, n, "cop")) > 0 {
		return e.first(n, "nsubj") // "is at war with"
	}
	head, by := e.sc.tok(n).Head, e.sc.caseOf(n)
	if head < 0 {
		return nil
	}
	switch rel := e.sc.tok(n).Rel; {
	case rel == "nsubj:pass":
		return e.governed(head, byWord)
	case rel == "conj", rel == "nmod" && (by == "of" || by == "in" || by == "to"):
		return e.doers(head, depth+1)
	case rel == "obj" && lightVerbs[e.sc.tok(head).Lemma], rel == "obl" && (by == "in" || by == "to" || by == "with" || by == "into" || by == "on"):
		return e.subjects(head, depth+1)
	}
	return nil
}

// helpLemmas are verbs whose object does what follows.
var helpLemmas = setOf("assist help aid enable support urge allow train equip encourage order call")

var (
	toWord  = setOf("to")
	byWord  = setOf("by")
	ofWords = setOf("of for from")
)

// viewing are verbs whose object is what "as" says: "describe the Front as".
var viewing = setOf("describe see regard view consider treat know label portray brand call designate list identify found create establish form")

// describedBy lists those of whom the noun at n is said: "X is a NOUN", "X, a
// NOUN", "the NOUN X", "X was founded as a NOUN", "describes X as a NOUN".
func (e *ends) describedBy(n, depth int) []namedActor {
	t := e.sc.tok(n)
	if depth > maxClimb {
		return nil
	}
	if len(dependents(e.sc.s, n, "cop")) > 0 {
		if list := e.first(n, "nsubj"); len(list) > 0 {
			return list
		}
		if t.Rel == "acl:relcl" {
			return e.at(t.Head)
		}
	}
	for _, d := range dependents(e.sc.s, n, "appos flat") {
		if list := e.at(d); len(list) > 0 {
			return list
		}
	}
	for _, d := range dependents(e.sc.s, n, "nmod") {
		if e.sc.hasCase(d, placeCases) && len(dependents(e.sc.s, d, "appos")) > 0 {
			return e.first(d, "appos") // "its affiliate in the hills, X": the tree hangs X on the hills
		}
	}
	if t.Head < 0 {
		return nil
	}
	if vagueNouns[e.sc.low(t.Head)] && e.sc.caseOf(n) == "of" {
		return e.describedBy(t.Head, depth+1)
	}
	verb := e.sc.tok(t.Head)
	switch {
	case t.Rel == "appos", t.Rel == "list":
		return e.at(t.Head)
	case t.Rel == "conj":
		return e.describedBy(t.Head, depth+1)
	case (t.Rel == "compound" || t.Rel == "flat") && verb.UPOS == "PROPN":
		return e.at(t.Head)
	case t.Rel == "xcomp" && (verb.Lemma == "become" || verb.Lemma == "remain"):
		return e.subjects(t.Head, depth+1)
	case (t.Rel == "obl" || t.Rel == "nmod") && e.sc.caseOf(n) == "as":
		return e.viewed(e.sc.verbAbove(n), depth)
	}
	return nil
}

// placeCases are prepositions of where.
var placeCases = setOf("in at near on")

// vagueNouns are nouns that say little before what "of" brings in.
var vagueNouns = setOf("something sort kind part one")

// viewed lists those of whom a verb says what "as" brings in.
func (e *ends) viewed(v, depth int) []namedActor {
	if v < 0 {
		return nil
	}
	if list := e.first(v, "obj"); len(list) > 0 && viewing[e.sc.tok(v).Lemma] {
		return list
	}
	return e.subjects(v, depth+1)
}

// verbAbove is the nearest verb that token t hangs on, or -1.
func (sc *scene) verbAbove(t int) int {
	for range maxClimb {
		if t = sc.tok(t).Head; t < 0 {
			return -1
		}
		if sc.tok(t).UPOS == "VERB" {
			return t
		}
	}
	return -1
}
