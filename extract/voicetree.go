package extract

import "ascribe/extract/nlp"

// What the tree tells of a voice where the order of the words does not: a
// subject far from its verb, a clause after an aside.

// treeSpeaker finds who does what a verb group tells by the tree: the verb's own
// subject, or that of the verb which it depends on.
func (sc *scene) treeSpeaker(g verbGroup) stretch {
	at := g.at
	for range maxClimb {
		if subjects := dependents(sc.s, at, "nsubj nsubj:pass"); len(subjects) > 0 {
			return sc.subjectOf(subjects[len(subjects)-1], at, g)
		}
		t := sc.tok(at)
		if t.Head == nlp.NoHead {
			return nowhere
		}
		switch t.Rel {
		case "acl":
			return sc.subjectOf(t.Head, at, g)
		case "conj", "xcomp", "advcl", "parataxis":
			at = t.Head
		default:
			return nowhere
		}
	}
	return nowhere
}

// subjectOf is the noun phrase of a subject as far as it stands on its side of
// the verb and of the cue.
func (sc *scene) subjectOf(head, verb int, g verbGroup) stretch {
	if w := sc.low(head); !sc.nounlike(head) && !personal[w] && !relativeWords[w] && !pronounSources[w] || sc.zoneAt(head) != sc.zoneAt(g.at) {
		return nowhere
	}
	who := stretch{head, head + 1}
	for i := max(0, head-maxAside); i < min(sc.len(), head+maxAside); i++ {
		if i == verb || (i < verb) != (head < verb) || (i < g.first) != (head < g.first) || !under(sc.s, i, head) || under(sc.s, i, g.at) && !under(sc.s, head, g.at) || sc.zoneAt(i) != sc.zoneAt(g.at) {
			continue
		}
		who.first, who.last = min(who.first, i), max(who.last, i+1)
	}
	for who.last-1 > head && isMark(sc.tok(who.last-1)) && !sc.shortQuoteMark(who.last-1) && sc.low(who.last-1) != ")" {
		who.last--
	}
	for who.first < head && (isMark(sc.tok(who.first)) && !sc.shortQuoteMark(who.first) || sc.tok(who.first).Rel == "cc") {
		who.first++
	}
	if who.first < g.last && g.first < who.last {
		return nowhere
	}
	return who
}

// pronounSources are words that stand for who speaks and are no personal
// pronouns.
var pronounSources = setOf("those these some many most all others both few several one this that whom nobody everyone everybody someone anyone none")

// treeContent finds what is said by the tree: the first clause or object of one
// of the relations that depends on the verb and follows it.
func (sc *scene) treeContent(g verbGroup, rels string) stretch {
	for _, d := range dependents(sc.s, g.at, rels) {
		if d < g.last {
			continue
		}
		first := d
		for i := g.last; i < d; i++ {
			if under(sc.s, i, d) && !isMark(sc.tok(i)) {
				first = i
				break
			}
		}
		if !sc.inZone(first, sc.zoneAt(g.at)) {
			continue
		}
		if c := sc.clause(g, first); !c.empty() {
			return c
		}
	}
	return nowhere
}

// incise hears «African states, he said, can do more»: the speaker stands
// between commas within what is said.
func (l *listener) incise(sc *scene, g verbGroup, who stretch, h *heard) bool {
	z := sc.zoneAt(g.at)
	first := min(who.first, g.first)
	if first < 2 || sc.low(first-1) != "," || !sc.inZone(first-1, z) {
		return false
	}
	end := sc.pastAdverbial(max(g.last, who.last), z)
	if sc.low(end) != "," || !sc.inZone(end, z) {
		return false
	}
	before := sc.clauseBefore(first - 1)
	after := sc.trim(stretch{end + 1, sc.bounds(g.at).last}, z)
	if before.empty() || after.empty() {
		return false
	}
	l.take(sc, h, before)
	l.take(sc, h, after)
	h.pattern = "within what is said"
	h.rule = "“" + sc.text(stretch{first, max(g.last, who.last)}) + "” stands within what is said"
	l.hear(*h)
	return true
}
