package extract

import (
	"ascribe/extract/nlp"
)

// seen tells where and how the actor is named.
func (h *hearing) seen(kind string) {
	best := far
	for _, g := range h.c.sighted {
		best = min(best, g.gap)
	}
	h.say(kind, ", ", gapWords(best))
	first := h.c.sighted
	if len(first) > 0 && first[0].s.Index <= 1 {
		h.say("named in the lead")
	}
	if len(first) > 3 {
		h.say("named often")
	} else if len(first) == 1 {
		h.say("named once")
	}
	for _, g := range h.c.sighted {
		h.around(g)
	}
}

func gapWords(gap int) string {
	switch {
	case gap == 0:
		return "named in a sentence that tells of it"
	case gap == 1:
		return "named in the sentence before or after"
	case gap <= 3:
		return "named within three sentences of it"
	}
	return "named far from it"
}

// around tells what stands beside a wording of the actor, and what it depends on.
func (h *hearing) around(g sighting) {
	s, ph := g.s, g.phrase
	word := func(i int) string {
		if i < 0 || i >= len(s.Tokens) {
			return ""
		}
		return lower(&s.Tokens[i])
	}
	if g.gap > 1 {
		return
	}
	if ph.Head+1 < ph.Last && isLetters(word(ph.Head+1)) {
		h.say("before “", word(ph.Head+1), "”")
	} else if w := word(ph.Last); isLetters(w) {
		h.say("before “", w, "”")
	}
	if w := word(ph.First - 1); isLetters(w) {
		before := w
		if v := word(ph.First - 2); (w == "of" || w == "by" || w == "the") && isLetters(v) {
			before = v + " " + w
		}
		h.say("after “", before, "”")
	}
	at := ph.Head
	for range 4 { // from "the Front" to the guerrillas of the Front
		if t := &s.Tokens[at]; t.Head >= 0 && setHolds("compound nmod nmod:poss appos conj flat", t.Rel) {
			at = t.Head
			continue
		}
		break
	}
	if head := &s.Tokens[at]; head.Head >= 0 {
		h.depends(g, relationWords(head.Rel), lemmaOf(&s.Tokens[head.Head]))
	}
}

// depends tells what its people do, or what is done to them.
func (h *hearing) depends(g sighting, rel, lemma string) {
	if g.gap <= 1 {
		h.say(rel, " of “", lemma, "”")
	}
	if g.gap == 0 {
		h.say("in a sentence that tells of it, ", rel)
	}
	switch {
	case !attackVerbs[lemma]:
	case rel == "subject", rel == "by-agent":
		h.say("its people attack")
	case rel == "object", rel == "passive subject":
		h.say(attackedFeature)
	}
}

// attackVerbs are what those who attack do.
var attackVerbs = setOf("attack bomb kill plant detonate ambush kidnap abduct shoot shell raid assassinate execute explode burn torch storm carry launch stage throw hurl place dynamite murder fire machinegun blow destroy damage set open injure wound seize occupy intercept sabotage massacre strike perpetrate commit")

func lemmaOf(t *nlp.Token) string {
	if t.Lemma != "" {
		return t.Lemma
	}
	return lower(t)
}

func isLetters(w string) bool { return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80) }

// relationWords says a relation of Universal Dependencies in words.
func relationWords(rel string) string {
	switch rel {
	case "nsubj":
		return "subject"
	case "nsubj:pass":
		return "passive subject"
	case "obj":
		return "object"
	case "obl:agent":
		return "by-agent"
	case "nmod:poss":
		return "possessor"
	case "compound":
		return "first part"
	case "appos":
		return "apposition"
	}
	if rel == "" {
		return "part"
	}
	return rel
}

// blameVocabulary are the words that speak of responsibility and of doubt, by what
// they say.
var blameVocabulary = []struct {
	words map[string]bool
	sense string
}{
	{setOf("blame blames blamed blaming accuse accused accuses accusing accusation accusations denounced denounce charged"), "blame"},
	{setOf("attributed attribute attributes attributing ascribed linked"), "attribution"},
	{setOf("claimed claim claims claiming responsibility credit admitted acknowledged vindicated authorship"), "responsibility"},
	{setOf("communique communiqué leaflet leaflets pamphlets statement message telephone call caller"), "a message"},
	{setOf("suspect suspects suspected suspicion suspicions suspecting"), "suspicion"},
	{setOf("presumed presumably presumable alleged allegedly apparently apparent supposedly supposed reportedly probably possibly believed"), "doubt"},
	{setOf("deny denied denies denying rejected reject rejects disclaimed disclaimer"), "denial"},
	{setOf("condemn condemned condemns condemning condemnation repudiated repudiate"), "condemnation"},
	{setOf("investigate investigating investigation investigations investigators inquiry clues evidence"), "inquiry"},
	{setOf("unidentified unknown unclear identified"), "the unknown"},
}

// vocabulary tells which of these words stand in the sentences that name the actor
// near the incident.
func (h *hearing) vocabulary(prefix string) {
	said := map[string]bool{}
	for _, g := range h.c.sighted {
		if g.gap > 1 {
			continue
		}
		for i := range g.s.Tokens {
			for _, v := range blameVocabulary {
				if !said[v.sense] && v.words[lower(&g.s.Tokens[i])] {
					said[v.sense] = true
					h.say(prefix, "named in a sentence with a word of ", v.sense)
				}
			}
		}
	}
}
