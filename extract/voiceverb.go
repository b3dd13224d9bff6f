package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// A verbGroup is a cue verb with its auxiliaries and adverbs.
type verbGroup struct {
	stretch
	at         int // the verb itself
	verb       *cueVerb
	negated    bool
	passive    bool
	infinitive bool // "to say": its subject is that of the verb before
	gerund     bool // "saying": likewise
	aside      bool // in a relative clause between commas
}

// verbAt reads the verb group about a cue verb at token i; ok is false when the
// word is no verb there.
func (sc *scene) verbAt(i int) (g verbGroup, ok bool) {
	t := sc.tok(i)
	v := cues.verbs[t.Lower]
	if v == nil && sc.owning(i) {
		v = ownsUp
	}
	if v == nil && sc.holding(i) {
		v = holdsTo
	}
	if v == nil && sc.predicates(i) {
		v = openVerb(t.Lemma)
		if t.Class == nlp.Adjective {
			v.lemma = t.Lower
		}
	}
	if v == nil || t.Class == nlp.Name && t.Caps && !sc.title || v.lemma == "claim" && sc.takesLives(i) {
		return g, false
	}
	g = verbGroup{stretch: stretch{i, i + 1}, at: i, verb: v, gerund: strings.HasSuffix(t.Lower, "ing")}
	if !sc.readsAsVerb(i, v) {
		return g, false
	}
	sc.growLeft(&g)
	g.passive = g.passive || sc.reduced(g)
	return g, true
}

// predicates tells a verb, or an adjective after a form of be, that the table of
// cues does not hold.
func (sc *scene) predicates(i int) bool {
	t := sc.tok(i)
	if x := lexemes[t.Lower]; x.isVerb && x.verb.frame != menacing {
		return false // what is done to people is no stand towards them
	}
	switch t.Class {
	case nlp.Verb:
		return t.Lemma != "be" && t.Lemma != "have" && t.Lemma != "do" && t.Rel != "amod" && t.Rel != "aux" && t.Rel != "compound"
	case nlp.Adjective:
		return len(dependents(sc.s, i, "cop")) > 0
	}
	return false
}

// ownsUp is "take credit", "accept responsibility": verbs that report a voice
// with these nouns alone.
var ownsUp = &cueVerb{lemma: "take responsibility", tenor: tenorClaim, frames: setOf("n")}

// owning tells one of these verbs before its noun.
func (sc *scene) owning(i int) bool {
	if !ownVerbs[sc.low(i)] {
		return false
	}
	for k := i + 1; k < i+4; k++ {
		if w := sc.low(k); ownNouns[w] {
			return true
		} else if w != "full" && w != "the" && w != "public" && w != "publicly" && w != "its" && w != "any" && w != "joint" && w != "sole" {
			return false
		}
	}
	return false
}

// holdsTo is "hold responsible".
var holdsTo = &cueVerb{lemma: "hold responsible", tenor: tenorAccuse, frames: setOf("n")}

// holding tells it from any other holding: the adjective follows in the clause.
func (sc *scene) holding(i int) bool {
	switch sc.low(i) {
	case "hold", "holds", "held", "holding":
	default:
		return false
	}
	for k := i + 1; k < i+14 && !sc.ends(k); k++ {
		if w := sc.low(k); w == "responsible" || w == "accountable" {
			return true
		}
	}
	return false
}

// takesLives tells "the raid claimed 20 lives", in which nobody says anything.
func (sc *scene) takesLives(i int) bool {
	for k := i + 1; k < i+5; k++ {
		if w := sc.low(k); w == "lives" || w == "life" {
			return true
		}
	}
	return false
}

// growLeft takes the auxiliaries and adverbs before a verb into its group.
func (sc *scene) growLeft(g *verbGroup) {
	z, aux := sc.zoneAt(g.at), false
	for j := g.at - 1; j >= 0 && sc.zoneAt(j) == z; j-- {
		w := sc.low(j)
		switch {
		case negations[w] && w != "no" && w != "nor" && w != "without":
			g.negated = true
		case w == "to" && !aux && j == g.first-1:
			g.infinitive = true
		case auxForms[w] && (w != "'s" || !sc.nounlike(j-1) || sc.participle(g.at)):
			aux = true
			if beWords[w] && sc.participle(g.at) && g.first <= g.at {
				g.passive = true
			}
		case isAdverb(sc.tok(j)) && !timeNouns[w]:
		default:
			sc.trimLeft(g, j+1)
			return
		}
		g.first = j
	}
	sc.trimLeft(g, g.first)
}

// reduced reports whether a bare participle describes the noun before it:
// "strikes blamed on the army", "the men accused of the raid".
func (sc *scene) reduced(g verbGroup) bool {
	t := sc.tok(g.at)
	if t.Lower == "said" && g.first == g.at && sc.low(g.last) == "to" && sc.tok(g.last+1).Tag == "VB" && sc.nounlike(g.at-1) {
		return true // "gunmen said to be rebels"
	}
	if t.Rel != "acl" || t.Tag != "VBN" || g.first != g.at || t.Head >= g.at || g.infinitive {
		return false
	}
	switch sc.low(g.last) {
	case "by", "on", "as", "of", "for", "with", "in", "to":
		return true
	}
	return false
}

// trimLeft settles where the group begins.
func (sc *scene) trimLeft(g *verbGroup, first int) {
	g.first = min(first, g.at)
	for g.first < g.at && (sc.low(g.first) == "however" || sc.low(g.first) == "so" || sc.low(g.first) == "as") {
		g.first++
	}
	if g.gerund && sc.hasBe(g.first, g.at) {
		g.gerund, g.passive = false, false
	}
}

func (sc *scene) hasBe(from, to int) bool {
	for j := from; j < to; j++ {
		if beWords[sc.low(j)] {
			return true
		}
	}
	return false
}

// participle tells a form that can be a past participle.
func (sc *scene) participle(i int) bool {
	w := sc.low(i)
	v := cues.verbs[w]
	if v == nil {
		return sc.tok(i).Class == nlp.Verb && strings.HasSuffix(w, "ed")
	}
	return w != v.base && w != v.third && !strings.HasSuffix(w, "ing") && w != "saw" && w != "knew" && w != "wrote" && w != "spoke"
}

// readsAsVerb tells the verb from the noun and the adjective of the same form.
func (sc *scene) readsAsVerb(i int, v *cueVerb) bool {
	t, prev := sc.tok(i), sc.low(i-1)
	if v.open {
		return true
	}
	if t.Class == nlp.Noun || t.Class == nlp.Preposition && t.Lower != "citing" {
		return false
	}
	if prev == "according" || possessives[prev] || prev == "'s" && !(sc.participle(i) || strings.HasSuffix(t.Lower, "ing")) {
		return false
	}
	if t.Rel == "amod" && sc.nounlike(i+1) {
		return false // "the suspected attack"
	}
	w := t.Lower
	if w == v.base || w == v.third {
		if determiners[prev] && prev != "that" && prev != "those" && prev != "some" && prev != "many" && prev != "most" && prev != "all" && prev != "both" && prev != "few" && prev != "these" {
			return false
		}
		return !v.noun || t.Class == nlp.Verb || sc.verbPlace(i, v)
	}
	if (determiners[prev] || sc.tokIsAdjective(i-1) && len(dependents(sc.s, i, "nsubj")) == 0) && prev != "that" && !strings.HasSuffix(prev, "s") {
		return false // "the accused man", "a reported attack"
	}
	if w == "following" || w == "according" || w == "regarding" || w == "considering" || w == "including" {
		return false
	}
	return true
}

func (sc *scene) tokIsAdjective(i int) bool {
	return i >= 0 && sc.tok(i).Class == nlp.Adjective
}

// verbPlace reports whether a form that may be a noun stands where a verb does:
// after a pronoun, an auxiliary, "to", or a name or plural, and before what
// the verb governs.
func (sc *scene) verbPlace(i int, v *cueVerb) bool {
	prev := sc.low(i - 1)
	if isAdverb(&sc.s.Tokens[max(i-1, 0)]) && i > 0 {
		prev = sc.low(i - 2)
	}
	if personal[prev] || prev == "who" || prev == "that" || prev == "which" || prev == "to" || auxForms[prev] && prev != "'s" {
		return true
	}
	next := sc.low(i + 1)
	governs := next == "that" || personal[next] && next != "who" || determiners[next] || possessives[next] || next == "to" && v.takes("i") || next == ":"
	if sc.tok(i).Lower == v.third {
		return i > 0 && sc.nounlike(i-1) && (governs || next == "there")
	}
	return i > 0 && sc.nounlike(i-1) && strings.HasSuffix(prev, "s") && governs
}
