package extract

import (
	"slices"

	"ascribe"
	"ascribe/extract/nlp"
)

// A harmCount is one harm counted in one place of a sentence, before it is tied to
// an incident.
type harmCount struct {
	harm      ascribe.Harm
	figure    ascribe.Figure
	first     int // tokens [first, last) of the words
	last      int
	of        ascribe.Span // zero when nothing is named
	trigger   int
	part      bool
	attackers bool
	shot      bool // "four people were shot": hurt, unless they are among the dead
	person    bool // one person, told by name or description and not by a number
	chain     int  // of that person, or nlp.NoChain
}

// findTolls enters the numbers harmed, each tied to its incident and to the
// statement that carries it.
func (p *page) findTolls() {
	at := p.incidentSpans()
	if len(at) == 0 {
		return
	}
	book := tollBook{page: p}
	year := p.yearOfArticle()
	for s := range p.reports {
		c := newClause(s)
		c.year = year
		for _, h := range p.counts(c) {
			if len(book.entered)+len(book.later) >= maxTolls {
				p.reading.Truncated = "tolls beyond the first 400 were left out"
				break
			}
			if c.ofWar(h) {
				continue
			}
			if k, why := p.incidentFor(c, h, at); k >= 0 && h.figure.Validate() == nil {
				book.add(placedCount{harmCount: h, c: c, incident: k, why: why})
			}
		}
	}
	book.close()
}

// ofWar reports whether a count sums up a war and no incident: thousands, beside a
// word of war.
func (c *clause) ofWar(h harmCount) bool {
	return max(h.figure.Low, h.figure.Best, h.figure.High) >= 1000 &&
		c.holdsAny("war conflict uprising revolution insurgency unrest wars conflicts revolt rebellion", 0, len(c.Tokens))
}

// counts returns every harm that a sentence counts, in order and once.
func (p *page) counts(c *clause) []harmCount {
	var found []harmCount
	for i := range c.Tokens {
		found = append(found, c.zeroAt(i)...)
		found = append(found, c.dead(i)...)
		found = append(found, c.amongDead(i)...)
		if h, ok := harmWords[c.lower(i)]; ok && c.at[i] < 0 || ok && c.harmInside(i) {
			found = append(found, c.countsOf(i, h)...)
		}
		if h, ok := harmWords[c.lower(i)]; ok {
			found = append(found, c.labelled(i, h)...)
		}
		if c.is(i, "toll tolls") || c.is(i, "number") && c.is(i+1, "of killed dead wounded injured") {
			found = append(found, c.tollAt(i)...)
		}
	}
	found = append(found, c.lives()...)
	for i := range c.Tokens {
		found = append(found, c.hits(i)...)
	}
	found = distinct(found)
	return append(found, c.parts(found)...)
}

// distinct keeps the first count of each harm at each number.
func distinct(found []harmCount) []harmCount {
	var kept []harmCount
	for _, h := range found {
		if !slices.ContainsFunc(kept, func(k harmCount) bool {
			return k.harm == h.harm && k.part == h.part && k.first < h.last && h.first < k.last
		}) {
			kept = append(kept, h)
		}
	}
	return kept
}

// An incidentSpan is one telling of an incident in the reading.
type incidentSpan struct {
	span     ascribe.Span
	incident int // index in reading.Incidents
}

// incidentSpans lists every telling in the order of the text.
func (p *page) incidentSpans() []incidentSpan {
	index := map[ascribe.MentionID]int{}
	for i := range p.reading.Incidents {
		index[p.reading.Incidents[i].Incident] = i
	}
	var at []incidentSpan
	for i := range p.reading.Mentions {
		m := &p.reading.Mentions[i]
		k, ok := index[m.ID]
		if !ok {
			continue
		}
		for _, s := range m.Spans {
			at = append(at, incidentSpan{s, k})
		}
	}
	slices.SortStableFunc(at, func(a, b incidentSpan) int { return a.span.Start - b.span.Start })
	return at
}

// enterToll enters a count of its incident.
func (p *page) enterToll(h *placedCount) {
	span := h.c.SpanOf(h.first, h.last)
	if !h.of.IsZero() {
		span.End = max(span.End, h.of.End)
	}
	t := ascribe.Toll{
		Incident: p.reading.Incidents[h.incident].Incident, Harm: h.harm, Figure: h.figure, Part: h.part,
		Attackers: h.attackers, Words: p.text(span), Span: span, Score: 0.7,
		Because: flat(p.text(h.c.Tokens[h.trigger].Span)) + ", " + h.why,
	}
	if !h.of.IsZero() {
		t.Of = flat(p.text(h.of))
	}
	t.Statement = p.carrier(h.c.Sentence, span).ID
	p.reading.Tolls = append(p.reading.Tolls, t)
}

// incidentFor ties a count to the nearest telling of its sentence, else to the
// last one within two sentences before, else to the first recent incident.
func (p *page) incidentFor(c *clause, h harmCount, at []incidentSpan) (int, string) {
	word := c.Tokens[h.trigger].Span
	best, near, before := -1, 0, -1
	from, _ := slices.BinarySearchFunc(at, c.Span.Start, func(x incidentSpan, start int) int { return x.span.Start - start })
	for _, x := range at[max(0, from-1):] {
		if x.span.Start >= c.Span.End {
			break
		}
		if x.span.Start < c.Span.Start {
			if s := p.sentenceAt(x.span.Start); s != nil && c.Index-s.Index <= 2 {
				before = x.incident
			}
			continue
		}
		if d := abs(x.span.Start - word.Start); best < 0 || d < near {
			best, near = x.incident, d
		}
	}
	switch {
	case best >= 0:
		return best, "told in this sentence"
	case before >= 0:
		return before, "told just before"
	}
	if p.background(c, h.trigger) {
		return -1, ""
	}
	for i := range p.reading.Incidents {
		if p.reading.Incidents[i].Recent && p.reading.Incidents[i].Type != ascribe.Arrest {
			return i, "the article's main incident"
		}
	}
	return -1, ""
}

func abs(n int) int { return max(n, -n) }

// attackersOf reports whether a nominal counts those who attacked: by its own word,
// or as fighters of whom no other is said to have killed them.
func (c *clause) attackersOf(n *nominal, trigger int) bool {
	if n.phrase == nil || n.kind() == nlp.Force {
		return false
	}
	switch {
	case c.is(n.head, "attacker attackers assailant assailants gunman gunmen bomber bombers shooter shooters hijacker hijackers kidnapper kidnappers"):
		return true
	case c.is(n.head, "himself themselves herself") && c.is(trigger, "killed killing kill kills"):
		return true
	case !assailants[c.lower(n.head)] || c.is(n.head, "soldiers soldier troops policemen policeman commandos"):
		return false
	case n.first > trigger && c.at[trigger] < 0 && len(c.subject(trigger)) > 0:
		return false // "the army killed three rebels"
	}
	for j := max(trigger, n.last) + 1; j < len(c.Tokens) && j < max(trigger, n.last)+6; j++ {
		if c.is(j, "by") {
			return false
		}
	}
	return true
}
