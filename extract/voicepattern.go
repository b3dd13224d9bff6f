package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// listen tries every pattern at every cue of a sentence.
func (l *listener) listen(sc *scene) {
	from := len(l.heard)
	var subject stretch // of the last verb heard, for "and said", "adding"
	for i := 0; i < sc.len(); i++ {
		if sc.zoneAt(i) != outside {
			continue // what a speaker says of others is the speaker's statement
		}
		if sc.low(i) == "according" && sc.low(i+1) == "to" {
			l.accordingTo(sc, i)
			continue
		}
		if g, ok := sc.verbAt(i); ok {
			if who, ok := l.verb(sc, g, subject); ok && !g.verb.open {
				subject = who
			}
			continue
		}
		if n := cues.nouns[sc.tok(i).Lower]; n != nil {
			l.noun(sc, i, n)
		} else if sc.tok(i).Class == nlp.Noun {
			l.noun(sc, i, openNoun)
		}
	}
	l.headline(sc)
	l.choose(from)
	l.cite(from)
}

// verb tries the patterns of a cue verb, the surest first. It returns the
// subject when there was one.
func (l *listener) verb(sc *scene, g verbGroup, last stretch) (stretch, bool) {
	if g.passive {
		return nowhere, l.passive(sc, g)
	}
	if g.verb.lemma == "call" && selves[sc.low(g.last)] {
		return nowhere, false // "a group calling itself the Sons of the Estuary"
	}
	if l.inverted(sc, g) || l.invertedBare(sc, g) {
		return nowhere, false
	}
	who, how := sc.speaker(g, last)
	if who, ok := l.frontedBare(sc, g, who); ok {
		return who, true
	}
	if l.citing(sc, g, who) {
		return nowhere, false
	}
	far := who.empty()
	if far {
		who, how = sc.treeSpeaker(g), "subject in the tree:"
	}
	if who.empty() || nobody[sc.low(who.first)] || g.verb.lemma == "ask" && sc.low(g.last) == "not" {
		return nowhere, false
	}
	if relays[g.verb.lemma] && l.quotedBy(sc, g, who) {
		return who, true
	}
	h := heard{sc: sc, source: who, cue: sc.spans(g.stretch), at: g.at, tenor: g.verb.tenor, negated: g.negated, word: g.verb.lemma, open: g.verb.open,
		carried: (g.infinitive || g.gerund) && who == last || far, pattern: "subject and object", score: 0.8}
	h.by = sc.passedBy(g)
	if g.verb.takes("q") && !g.infinitive && !g.gerund && l.quoteBefore(sc, &h, min(who.first, g.first)) {
		h.pattern = "quotation before"
		h.rule = "the words before “" + sc.text(stretch{min(who.first, g.first), max(who.last, g.last)}) + "” are what is said"
		l.quoteAfter(sc, &h, g.last)
		l.hear(h)
		return who, true
	}
	g.aside = relativeWords[sc.low(who.first)] && who.last-who.first == 1 && sc.comma(who.first-1)
	if c := sc.content(g); !c.empty() {
		if hearerFirst[sc.low(g.at)] && !sc.finite(c) && sc.inZone(c.first, sc.zoneAt(g.at)) && l.around(sc, g, who, &h) {
			return who, true // «…, the mayor told the radio by phone»
		}
		l.govern(sc, h, g, c, how)
		return who, true
	}
	if l.around(sc, g, who, &h) {
		return who, true
	}
	c := sc.treeContent(g, "ccomp")
	if c.empty() {
		if h.open = true; !g.verb.open {
			g.verb = g.verb.widened()
			c = sc.content(g)
		}
		if c.empty() {
			c = sc.treeContent(g, "xcomp obj csubj")
		}
	}
	if !c.empty() {
		l.govern(sc, h, g, c, how)
	}
	return who, true
}

// govern hears a verb that governs what follows it.
func (l *listener) govern(sc *scene, h heard, g verbGroup, c stretch, how string) {
	c = l.bound(sc, g, c)
	l.take(sc, &h, c)
	end := max(g.last, min(sc.cueEnd(g), c.first))
	if sc.low(end) == ":" && end < c.first {
		end++ // the colon is part of the cue, as in PolNeAR
	}
	h.cue = sc.spans(stretch{g.first, end})
	h.rule = how + " “" + sc.text(g.stretch) + "” governs what follows"
	l.hear(h)
}

// around hears a speaker who is set after or within what is said, between
// commas.
func (l *listener) around(sc *scene, g verbGroup, who stretch, h *heard) bool {
	if !g.verb.takes("q") || g.infinitive || g.gerund || g.verb.open {
		return false
	}
	if l.incise(sc, g, who, h) {
		return true
	}
	end := g.last
	if hearerFirst[sc.low(g.at)] {
		end = max(end, sc.phraseRight(sc.bounds(g.at), g.last))
	}
	c := sc.fronted(min(who.first, g.first), end)
	if c.empty() {
		return false
	}
	l.take(sc, h, c)
	h.pattern = "clause before"
	h.rule = "the clause before “" + sc.text(stretch{min(who.first, g.first), g.last}) + "” is what is said"
	l.hear(*h)
	return true
}

// passedBy finds who was told, where that is who prints it: "told the Velgrad
// Times".
func (sc *scene) passedBy(g verbGroup) stretch {
	if !g.verb.takes("r") {
		return nowhere
	}
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if ph.First != g.last || ph.Kind != nlp.Organization {
			continue
		}
		for k := ph.First; k < ph.Last; k++ {
			if ph.Named || pressWords[sc.low(k)] {
				return stretch{ph.First, ph.Last}
			}
		}
	}
	return nowhere
}

// selves are words after which a verb of naming names its own subject.
var selves = setOf("itself himself herself themselves")

// relays are verbs of who passes another's words on.
var relays = setOf("quote cite report")

// quotedBy hears "the agency quoted the ministry as saying that …": the ministry
// speaks, by way of the agency.
func (l *listener) quotedBy(sc *scene, g verbGroup, by stretch) bool {
	who := stretch{g.last, g.last}
	for k := g.last + 1; k < min(g.last+maxHearer, sc.len()) && sc.zoneAt(k) == sc.zoneAt(g.at); k++ {
		if sc.low(k) == "as" && sc.low(k+1) == "saying" {
			who.last = k
			break
		}
	}
	if who.empty() {
		return false
	}
	h := heard{sc: sc, source: who, by: by, at: g.at, tenor: tenorSay, word: g.verb.lemma, pattern: "quoted as saying", score: 0.85,
		cue:  []ascribe.Span{sc.span(g.stretch), sc.span(stretch{who.last, who.last + 2})},
		rule: "“quoted … as saying”: the one quoted speaks by way of who quotes"}
	g.last = who.last + 2
	g.verb = cues.verbs["saying"]
	if l.quoteBefore(sc, &h, by.first) {
		l.hear(h)
		return true
	}
	c := sc.content(g)
	if c.empty() {
		c = sc.fronted(by.first, g.last)
	}
	if c.empty() {
		return false
	}
	l.take(sc, &h, c)
	l.hear(h)
	return true
}

// nobody are words that say that there is no such voice: "no group claimed".
var nobody = setOf("no nobody none neither nothing")

// speaker finds the subject of a verb group, and says how it was found.
func (sc *scene) speaker(g verbGroup, last stretch) (stretch, string) {
	if g.infinitive {
		if who, how := sc.governor(g); !who.empty() {
			return who, how
		}
	}
	if g.gerund || g.infinitive {
		if who := sc.caller(g); !who.empty() {
			return who, "from whom the message came:"
		}
		if !last.empty() {
			return last, "the subject of the sentence speaks on:"
		}
		return sc.mainSubject(g), "the subject of the sentence speaks on:"
	}
	if who := sc.before(g.first); !who.empty() {
		return who, "subject before the verb:"
	}
	if w := sc.low(g.first - 1); (w == "and" || w == "but" || w == "or" || w == ",") && sc.inZone(g.first-1, sc.zoneAt(g.at)) {
		if !last.empty() && last.first < g.first {
			return last, "the subject of the verb before it:"
		}
		return sc.mainSubject(g), "the subject of the sentence:"
	}
	return sc.subjectInTree(g), "subject in the tree:"
}

// governor finds who does what an infinitive tells, by the word it hangs on:
// "the ministry has tried to link", "the ministry's attempts to link".
func (sc *scene) governor(g verbGroup) (stretch, string) {
	k := g.first - 1
	if k < 1 || !sc.inZone(k, sc.zoneAt(g.at)) {
		return nowhere, ""
	}
	if tryWords[sc.low(k)] && sc.tok(k).Class != nlp.Verb {
		who, _ := sc.owner(k)
		return who, "whose attempt it is:"
	}
	if !isVerb(sc.tok(k)) && sc.tok(k).Class != nlp.Verb {
		return nowhere, ""
	}
	for k > 0 && (isAux(sc.tok(k-1)) || isAdverb(sc.tok(k-1)) || negations[sc.low(k-1)]) {
		k--
	}
	return sc.before(k), "the subject of “" + sc.text(stretch{k, g.first}) + "”:"
}

// mainSubject is the noun phrase that the clause of a group begins with.
func (sc *scene) mainSubject(g verbGroup) stretch {
	b := sc.bounds(g.at)
	for i := b.first; i < g.first; i++ {
		if !sc.inZone(i, sc.zoneAt(g.at)) || isMark(sc.tok(i)) {
			continue
		}
		if !isVerb(sc.tok(i)) {
			continue
		}
		if i == b.first {
			return nowhere
		}
		first := i
		for first > b.first && (isAdverb(sc.tok(first-1)) || isAux(sc.tok(first-1))) {
			first--
		}
		return sc.before(first)
	}
	return nowhere
}

// goesOn are words that may follow an inverted speaker: "said Vidal in Tesk".
var goesOn = setOf("and in as who during after when with at of")

// hearerFirst are forms after which stands who is told, never who says it.
var hearerFirst = setOf("told tells informed assured")

// inverted hears «“…,” said Vidal» and «…, said Vidal».
func (l *listener) inverted(sc *scene, g verbGroup) bool {
	if !g.verb.takes("q") || g.gerund || g.infinitive || g.first == 0 || g.last >= sc.len() || hearerFirst[sc.low(g.at)] {
		return false
	}
	quoted := sc.zoneAt(g.first-1) != sc.zoneAt(g.at)
	if !quoted && !(sc.low(g.first-1) == "," && saidForms[sc.low(g.at)]) {
		return false
	}
	if sc.zoneAt(g.last) != sc.zoneAt(g.at) || !quoted && g.first < g.at {
		return false
	}
	who := sc.after(g.last)
	if who.empty() || isVerb(sc.tok(g.last)) {
		return false
	}
	if next := who.last; !sc.ends(next) && !sc.comma(next) && sc.inZone(next, sc.zoneAt(g.at)) && !sc.adverbial(next) && !timeNouns[sc.low(next)] && !goesOn[sc.low(next)] {
		return false
	}
	h := heard{sc: sc, source: who, cue: sc.spans(g.stretch), at: g.at, tenor: g.verb.tenor, negated: g.negated, word: g.verb.lemma, open: g.verb.open, pattern: "speaker after", score: 0.9}
	if quoted {
		if !l.quoteBefore(sc, &h, g.first) {
			return false
		}
	} else {
		if !sc.ends(who.last) && !sc.comma(who.last) && !sc.adverbial(who.last) && !timeNouns[sc.low(who.last)] {
			return false
		}
		c := sc.clauseBefore(g.first - 1)
		if c.empty() {
			return false
		}
		l.take(sc, &h, c)
	}
	l.quoteAfter(sc, &h, who.last)
	h.rule = "the verb “" + sc.text(g.stretch) + "” stands between what is said and its speaker"
	l.hear(h)
	return true
}

// quoteBefore takes the quotation that ends just before token i as content.
func (l *listener) quoteBefore(sc *scene, h *heard, i int) bool {
	j := i - 1
	if j >= 0 && sc.low(j) == "," && sc.zoneAt(j) == sc.zoneAt(h.at) {
		j--
	}
	if j < 0 || sc.zoneAt(j) == sc.zoneAt(h.at) || sc.zoneAt(j) == outside {
		return false
	}
	q := sc.zoneAt(j)
	span := l.quotes[q].Span
	first := sc.s.TokenAt(span.Start)
	if lead := sc.leadIn(first, h); lead >= 0 {
		span.Start = sc.tok(lead).Span.Start
	}
	h.content = append(h.content, span)
	h.quotes = append(h.quotes, q)
	return true
}

// leadIn returns the token where the outlet's words that lead into a quotation
// begin, when the quotation only ends the clause («the raid was a “cruel,
// senseless act,” he said»); else -1.
func (sc *scene) leadIn(first int, h *heard) int {
	if first == 0 || sc.zoneAt(first-1) != outside || sc.ends(first-1) || sc.low(first-1) == "," {
		return -1
	}
	for j := first - 1; j >= 0; j-- {
		if sc.zoneAt(j) != outside || sc.ends(j) && sc.low(j) != "." {
			return j + 1
		}
		if v := cues.verbs[sc.low(j)]; v != nil && v.takes("q") && j != h.at {
			return -1
		}
	}
	return 0
}

// quoteAfter adds the quotation that goes on after the cue: «…,” he said. “…»
func (l *listener) quoteAfter(sc *scene, h *heard, from int) {
	i := from
	for i < sc.len() && i < from+14 && sc.zoneAt(i) == outside && !sc.ends(i) {
		if v := cues.verbs[sc.low(i)]; v != nil && v.takes("q") && i != h.at {
			return
		}
		i++
	}
	for i < sc.len() && sc.zoneAt(i) == outside && (sc.ends(i) || sc.comma(i)) {
		i++
	}
	if i < sc.len() && sc.zoneAt(i) != outside && sc.zoneAt(i) != sc.zoneAt(h.at) && !l.taken[sc.zoneAt(i)] {
		h.content = append(h.content, l.quotes[sc.zoneAt(i)].Span)
		h.quotes = append(h.quotes, sc.zoneAt(i))
	}
}

// take makes tokens the content, with the whole of a quotation that they end in.
func (l *listener) take(sc *scene, h *heard, c stretch) {
	span := sc.span(c)
	for i := c.first; i < c.last; i++ {
		z := sc.zoneAt(i)
		if z == outside || z == sc.zoneAt(h.at) || len(h.quotes) > 0 && h.quotes[len(h.quotes)-1] == z {
			continue
		}
		h.quotes = append(h.quotes, z)
		span.Start = min(span.Start, sc.tok(i).Span.Start)
		span.End = max(span.End, l.quotes[z].End)
	}
	h.content = append(h.content, span)
}

func (sc *scene) spans(t stretch) []ascribe.Span { return []ascribe.Span{sc.span(t)} }
