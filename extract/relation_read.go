package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A reading of the tree: who stands at the ends of one wording, and how.
type treeTie struct {
	subjects, objects []namedActor
	how               string // what the tree says of the two, {s} and {o}
}

// turn makes the subjects the objects.
func (t *treeTie) turn() {
	t.subjects, t.objects = t.objects, t.subjects
	t.how = strings.NewReplacer("{s}", "{o}", "{o}", "{s}").Replace(t.how)
}

// receives reports whether the noun at n is what its doer gets: "has the support
// of Y", "receives aid from Y", "with the backing of Y".
func (e *ends) receives(n int) bool {
	t := e.sc.tok(n)
	if !isNominal(t) || t.Head < 0 {
		return false
	}
	for _, d := range dependents(e.sc.s, n, "nmod") {
		if e.sc.hasCase(d, setOf("for to")) {
			return false
		}
	}
	return t.Rel == "obj" && getLemmas[e.sc.tok(t.Head).Lemma] || e.sc.caseOf(n) == "with"
}

var getLemmas = setOf("have enjoy win receive get lose gain seek secure obtain accept draw")

// byTree reads the ends of the wording at tokens [i, next) in the tree and enters
// every pair. It reports whether it entered any.
func (r *relater) byTree(sc *trialScene, i, next int, c relationCue) bool {
	top := sc.topOf(i, next)
	e := &ends{relater: r, sc: sc}
	var t treeTie
	switch c.shape {
	case "noun":
		t = e.nounTie(top)
	case "verb":
		t = e.verbTie(top)
	case "holds":
		t = e.verbTie(top)
		t.turn()
	case "leads", "by", "leader":
		t = e.leaderTie(top, c.shape)
	case "alias", "hyphen":
		return false
	default:
		t = e.prepTie(i, next, top, setOf(strings.ReplaceAll(c.shape, "|", " ")))
		if c.kind == ascribe.Supports && e.receives(top) {
			t.turn()
		}
	}
	if len(t.objects) == 0 && len(t.subjects) > 1 && c.mutual() && c.shape != "verb" && !sc.owned(top) {
		t.objects, t.subjects = t.subjects[1:], t.subjects[:1]
		t.how = "said of {s} and {o} together"
	}
	found := false
	for _, s := range t.subjects {
		for _, o := range t.objects {
			found = r.enter(sc, tie{subject: s, object: o, kind: c.kind, at: top, words: sc.wording(i, next), how: t.how}) || found
		}
	}
	return found
}

// owned reports whether a noun says whose it is: "the regime's allies A and B" are
// allies of the regime.
func (sc *scene) owned(n int) bool { return len(dependents(sc.s, n, "nmod:poss compound nmod")) > 0 }

// mutual reports whether a wording holds both ways round, so that "A and B are
// allies" tells it.
func (c relationCue) mutual() bool {
	return c.kind == ascribe.AlliedWith || c.kind == ascribe.RivalOf || c.words[0] == "war"
}

// wording quotes the words of a wording as the text has them.
func (sc *scene) wording(i, next int) string { return flat(sc.p.text(sc.span(stretch{i, next}))) }

// topOf is the token of [i, next) on which the others hang.
func (sc *scene) topOf(i, next int) int {
	for k := i; k < next; k++ {
		if h := sc.tok(k).Head; h < i || h >= next {
			return k
		}
	}
	return i
}

// nounTie reads "X is an offshoot of Y", "X, Y's affiliate".
func (e *ends) nounTie(n int) treeTie {
	if e.sc.tok(n).Class == nlp.Verb {
		return treeTie{}
	}
	objects := e.governed(n, setOf("of to"))
	if len(objects) == 0 {
		objects = e.first(n, "nmod:poss")
	}
	subjects := e.describedBy(n, 0)
	if len(subjects) == 0 {
		subjects = e.namedLater(n)
	}
	return treeTie{e.setApart(subjects, objects), objects, "said of {s}; “of”, “to” or “’s” ties {o} to it"}
}

// verbTie reads "X supports Y", "Y, backed by X".
func (e *ends) verbTie(v int) treeTie {
	t := e.sc.tok(v)
	if t.Class != nlp.Verb && t.UPOS != "VERB" {
		return treeTie{}
	}
	if by := e.governed(v, byWord); len(by) > 0 {
		return treeTie{by, e.subjects(v, 0), "{s} is its agent, {o} undergoes it"}
	}
	if len(dependents(e.sc.s, v, "nsubj:pass aux:pass")) > 0 {
		return treeTie{}
	}
	objects := e.first(v, "obj")
	if len(objects) == 0 {
		return treeTie{}
	}
	return treeTie{e.subjects(v, 0), objects, "{s} is its subject, {o} its object"}
}

// prepTie reads "X is allied with Y", "X's war against Y", "X launched a campaign
// against Y", "the alliance between X and Y".
func (e *ends) prepTie(i, next, top int, preps map[string]bool) treeTie {
	if preps["between"] {
		if pair := e.governed(top, betweenWords); len(pair) > 1 {
			return treeTie{pair[:1], pair[1:], "said to be between {s} and {o}"}
		}
	}
	var objects []namedActor
	for k := i; k < next; k++ {
		objects = append(objects, e.governed(k, preps)...)
	}
	how := "{s} does it, and its preposition brings in {o}"
	if t := e.sc.tok(top); isNominal(t) {
		if len(objects) == 0 && t.Rel == "obj" && t.Head >= 0 {
			objects = e.governed(t.Head, preps)
		}
		subjects := e.doers(top, 0)
		if len(subjects) == 0 {
			subjects = e.describedBy(top, 0)
		}
		return treeTie{subjects, objects, how}
	}
	return treeTie{e.subjects(top, 0), objects, how}
}

var betweenWords = setOf("between among")

// leaderTie reads "X, led by Luis Artola", "Artola leads X", "Artola, the leader
// of X": the body is the subject of led_by and the person its object.
func (e *ends) leaderTie(top int, shape string) treeTie {
	who := &ends{relater: e.relater, sc: e.sc, people: true}
	t := e.sc.tok(top)
	switch {
	case shape == "by" && t.Class == nlp.Verb:
		return treeTie{e.subjects(top, 0), who.governed(top, byWord), "{o} is its agent, {s} undergoes it"}
	case shape == "leads" && t.Class == nlp.Verb && len(dependents(e.sc.s, top, "nsubj:pass aux:pass")) == 0:
		return treeTie{e.first(top, "obj"), who.subjects(top, 0), "{o} is its subject, {s} its object"}
	case shape == "leader" && t.Class != nlp.Verb:
		bodies := e.governed(top, setOf("of for"))
		for _, rel := range []string{"compound", "nmod:poss"} {
			if named := dependents(e.sc.s, top, rel); len(bodies) == 0 && len(named) > 0 {
				if bodies = e.at(named[len(named)-1]); len(bodies) == 0 && rel == "compound" {
					return treeTie{} // "France's Unity party leader": the party, which is nobody known
				}
			}
		}
		if len(bodies) == 0 {
			bodies = e.listedAfter(top)
		}
		return treeTie{bodies, who.describedBy(top, 0), "said of {o}; “of” or “’s” ties {s} to it"}
	}
	return treeTie{}
}

// listedAfter reads "Luis Artola, commander, Third Brigade": the body that stands
// after the post and a comma.
func (e *ends) listedAfter(top int) []namedActor {
	if !e.sc.comma(top + 1) {
		return nil
	}
	if a, ok := e.sc.actorFrom(top+2, 0); ok && armedKind(a.chain) && a.phrase.Named {
		return []namedActor{a}
	}
	return nil
}
