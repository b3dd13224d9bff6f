package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// What the order of the words tells beyond the tree.

// listed reads "affiliate groups …, like X and Y": the parent is the first
// group that the sentence names.
func (r *relater) listed(sc *trialScene, i, next int, c relationCue) bool {
	w := sc.low(next)
	if sc.tok(i).Class == nlp.Verb || !strings.HasSuffix(sc.low(next-1), "s") && w != "groups" && w != "group" {
		return false
	}
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
			found = r.enter(sc, tie{subject: a, object: parent, kind: c.kind, at: i, words: sc.tok(i).Text + " … " + w}) || found
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

// parentBody finds whom "the original group" means, where token t heads it: the
// first group that the sentence names.
func (e *ends) parentBody(t int) []namedActor {
	greater := false
	for _, d := range dependents(e.sc.s, t, "amod compound") {
		greater = greater || parents[e.sc.low(d)]
	}
	if !greater {
		return nil
	}
	for _, a := range e.sc.actors {
		if a.last <= t && a.chain.Kind == nlp.Group && e.named[a.phrase.Chain] {
			return []namedActor{a}
		}
	}
	return nil
}

// namedLater finds the name that is given after the noun: "a splinter faction
// of Y, often referred to as X".
func (e *ends) namedLater(i int) []namedActor {
	sc := e.sc
	for k := i; k < sc.len() && k < i+16 && !sc.ends(k); k++ {
		if sc.low(k) == "as" && (sc.low(k-1) == "known" || sc.low(k-2) == "referred") || sc.low(k) == "called" || sc.low(k) == "named" || sc.low(k) == "calling" && sc.low(k+1) == "itself" {
			if a, ok := sc.actorFrom(k+1, 1); ok {
				return []namedActor{a}
			}
		}
	}
	return nil
}

// leftActor is the actor that ends right before token i, over a comma.
func (sc *trialScene) leftActor(i int) (namedActor, bool) {
	k := i
	if sc.comma(k - 1) {
		k--
	}
	return sc.endingAt(k)
}

func (sc *trialScene) endingAt(k int) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.last == k {
			return a, true
		}
	}
	return namedActor{}, false
}
