package extract

import "strings"

// accordingTo hears "according to SOURCE", before, within or after what is said.
func (l *listener) accordingTo(sc *scene, i int) {
	who := sc.after(i + 2)
	if who.empty() || who.last-who.first == 1 && courses[sc.low(who.first)] {
		return
	}
	b := sc.bounds(i)
	z := sc.zoneAt(i)
	if i <= b.first+1 {
		who = sc.firstAside(who)
	}
	h := heard{sc: sc, source: who, cue: sc.spans(stretch{i, i + 2}), at: i, tenor: tenorSay, word: "according to", pattern: "according to", score: 0.95,
		rule: "“according to” names who says it"}
	start := i
	if sc.low(i-1) == "," && z == outside {
		start = i - 1
	}
	if start > b.first+1 || start == b.first+1 && !clauseStart[sc.low(b.first)] {
		if j := i - 1; j >= 0 && sc.zoneAt(j) != z {
			l.quoteBefore(sc, &h, i)
		} else {
			l.take(sc, &h, sc.clauseBefore(start))
		}
	}
	next := who.last
	if sc.low(next) == "," {
		next++
	}
	if rest := (stretch{next, b.last}); !rest.empty() && (start <= b.first+1 || sc.low(who.last) == ",") {
		if c := sc.trim(rest, z); !c.empty() {
			l.take(sc, &h, c)
		}
	}
	if len(h.content) > 0 && h.content[0].Start == h.content[0].End {
		return
	}
	l.hear(h)
}

// courses are what things go according to, and nobody who says something.
var courses = setOf("plan plans schedule custom tradition protocol law merit need age rank size")

// firstAside cuts a source at the comma after which the sentence itself begins:
// "According to Vidal, the director of the centre, the raid …" keeps the
// apposition, "According to police, the raid …" does not take it for one.
func (sc *scene) firstAside(who stretch) stretch {
	if sc.low(who.last) == "," {
		return who
	}
	for j := who.last - 1; j > who.first; j-- {
		if sc.low(j) == "," {
			return stretch{who.first, j}
		}
	}
	return who
}

// noun hears "SOURCE's claim that …", "the warning by SOURCE that …", "reports
// that …".
func (l *listener) noun(sc *scene, i int, n *cueNoun) {
	z := sc.zoneAt(i)
	who, cueFirst := sc.owner(i)
	j, cueLast := i+1, i+1
	var after stretch
	if w := sc.low(j); (w == "by" || w == "from") && sc.inZone(j, z) {
		if np := sc.phraseRight(sc.bounds(i), j+1); np > j+1 {
			after = stretch{j + 1, np}
			j = np
		}
	}
	intro := sc.low(j)
	if who.empty() && after.empty() && occasions[sc.tok(i).Lower] && (sc.low(i-2) == "in" || sc.low(i-1) == "in" || sc.low(i-3) == "in") {
		return // "said in a statement that": the verb reports it
	}
	if intro == "of" && (timeNouns[sc.low(j+1)] || timeNouns[sc.low(j+2)]) {
		if k := sc.thatAhead(j+1, z); k > 0 {
			j, intro = k, "that" // "its report of March 12 that"
		}
	}
	if !sc.inZone(j, z) || !n.intro[intro] {
		return
	}
	if intro != "that" && who.empty() && after.empty() {
		return
	}
	if who.empty() {
		who = after
	} else if !after.empty() {
		return
	}
	start := j
	if intro != "that" && intro != "to" {
		start = j + 1
		if after.empty() {
			cueLast = j + 1
		}
	}
	if start >= sc.len() || !sc.inZone(start, z) && z != outside {
		return
	}
	g := verbGroup{stretch: stretch{i, i + 1}, at: i, verb: &cueVerb{tenor: n.tenor, open: n.open}}
	c := sc.clause(g, start)
	h := heard{sc: sc, source: who, cue: sc.spans(stretch{cueFirst, cueLast}), at: i, tenor: n.tenor, word: n.lemma, open: n.open, pattern: "noun", score: 0.7, hidden: who.empty()}
	h.negated = negations[sc.low(cueFirst-1)]
	h.rule = "the noun “" + sc.tok(i).Text + "” reports what somebody says"
	if who.empty() {
		h.rule = "the noun “" + sc.tok(i).Text + "” reports what somebody says, without saying who"
	}
	if c.empty() {
		return
	}
	c = l.bound(sc, g, c)
	if end := sc.subjectEnd(i); end > c.first && end < c.last {
		c = sc.trim(stretch{c.first, end}, z)
	}
	l.take(sc, &h, c)
	l.hear(h)
}

// subjectEnd returns where the verb group begins whose subject a noun is, or -1:
// what a noun brings in ends there at the latest.
func (sc *scene) subjectEnd(noun int) int {
	t := sc.tok(noun)
	if !strings.HasPrefix(t.Rel, "nsubj") || t.Head <= noun {
		return -1
	}
	end := t.Head
	for _, d := range dependents(sc.s, t.Head, "aux aux:pass cop advmod") {
		if d > noun && d < end {
			end = d
		}
	}
	return end
}

// owner finds whose claim it is: "the ministry's claim", "its repeated claims".
// It returns the owner and where the cue begins.
func (sc *scene) owner(i int) (stretch, int) {
	b := sc.bounds(i)
	for j := i - 1; j >= b.first && j > i-5; j-- {
		w := sc.low(j)
		if w == "'s" || w == "'" {
			return sc.phraseLeft(b, j), j
		}
		if possessives[w] {
			return stretch{j, j + 1}, j + 1
		}
		if determiners[w] || !sc.nounlike(j) && !isAdverb(sc.tok(j)) {
			break
		}
		if sc.tok(j).Caps {
			break
		}
	}
	return nowhere, i
}

// passive hears "X is said to …", "X was accused by Y of …", "it is believed
// that …".
func (l *listener) passive(sc *scene, g verbGroup) bool {
	v := g.verb
	z := sc.zoneAt(g.at)
	subject := sc.before(g.first)
	h := heard{sc: sc, cue: sc.spans(g.stretch), at: g.at, tenor: v.tenor, negated: g.negated, hidden: true, word: v.lemma, open: v.open, pattern: "passive", score: 0.7,
		rule: "the passive “" + sc.text(g.stretch) + "” reports what others say"}
	i := g.last
	if v.lemma == "quote" && sc.low(i) == "as" && sc.low(i+1) == "saying" && !subject.empty() {
		return l.quotedAs(sc, g, h, subject)
	}
	if w := sc.low(i); w == "by" && sc.inZone(i, z) {
		h.source = sc.after(i + 1)
		if h.source.empty() || ties[v.lemma] && !speakers[h.speakerKind()] {
			return false
		}
		h.hidden = false
		h.rule = "the passive “" + sc.text(g.stretch) + " by” names who says it"
		h.cue = sc.spans(stretch{g.first, i + 1})
		i = h.source.last
	}
	w := sc.low(i)
	switch {
	case w == "that" && (v.takes("t") || v.takes("n")) && (subject.empty() || sc.low(subject.first) == "it"):
		l.takeClause(sc, &h, g, i)
	case subject.empty():
		return false
	case w == "to" && (v.takes("t") || v.takes("i") || v.takes("n") || v.takes("r")) && v.tenor != tenorPlan:
		l.take(sc, &h, subject)
		if g.first == g.at && sc.low(g.at) == "said" {
			l.take(sc, &h, sc.toVerb(i)) // "gunmen said to be rebels fired on …"
			break
		}
		l.takeClause(sc, &h, g, i)
	case (w == "of" || w == "for" || w == "with" || w == "as" || w == "in") && (v.takes(w) || v.tenor == tenorAccuse || v.tenor == tenorSuspect):
		l.take(sc, &h, subject)
		if h.hidden {
			h.cue = sc.spans(stretch{g.first, i + 1})
		}
		l.takeClause(sc, &h, g, i+1)
	case w == "," && sc.zoneAt(g.at) == outside && v.takes("q") && h.source.empty():
		return false
	case !h.source.empty() && v.takes("n"):
		l.take(sc, &h, subject)
	default:
		return false
	}
	l.hear(h)
	return true
}

// toVerb is the stretch from an infinitive to the next finite verb.
func (sc *scene) toVerb(i int) stretch {
	end := i + 1
	for end < sc.len() && sc.inZone(end, sc.zoneAt(i)) && !sc.ends(end) && !sc.comma(end) && !sc.finite(stretch{end, end + 1}) {
		end++
	}
	return stretch{i, end}
}

// quotedAs hears "the minister was quoted as saying that …": the subject speaks.
func (l *listener) quotedAs(sc *scene, g verbGroup, h heard, subject stretch) bool {
	h.source, h.hidden = subject, false
	h.cue = sc.spans(stretch{g.first, g.last + 2})
	h.rule = "“quoted as saying”: the subject speaks"
	g.last += 2
	g.verb = cues.verbs["saying"]
	c := sc.content(g)
	if c.empty() {
		return false
	}
	l.take(sc, &h, c)
	l.hear(h)
	return true
}

func (l *listener) takeClause(sc *scene, h *heard, g verbGroup, i int) {
	if i >= sc.len() {
		return
	}
	if c := sc.clause(g, i); !c.empty() {
		l.take(sc, h, l.bound(sc, g, c))
	}
}

// headline hears the colon of headlines, of transcripts and of speech set off by
// one: "Police: rebels burned the mill" and "Vidal: “We will go back.”"
func (l *listener) headline(sc *scene) {
	lead := 0
	for lead < sc.len() && isMark(sc.tok(lead)) {
		lead++
	}
	for i := lead + 1; i < sc.len()-2 && i < 12; i++ {
		if sc.low(i) != ":" {
			continue
		}
		quoted := sc.zoneAt(i+1) != sc.zoneAt(i)
		if sc.zoneAt(i) != outside {
			return
		}
		who := sc.phraseLeft(sc.bounds(i), i)
		if who.first > lead || who.empty() || who.last != i || who.last-who.first > 8 {
			return
		}
		h := heard{sc: sc, source: stretch{lead, i}, cue: sc.spans(stretch{i, i + 1}), at: i, tenor: tenorSay, word: ":", pattern: "colon", score: 0.6,
			open: !sc.title && !quoted, rule: "the colon after a name gives its words"}
		if c := sc.trim(stretch{i + 1, sc.len()}, outside); !c.empty() {
			l.take(sc, &h, c)
			l.hear(h)
		}
		return
	}
}
