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
	shot      bool // "four people were shot": hurt, unless the article tells of deaths
}

// findTolls enters the numbers harmed, each tied to its incident and to the
// statement that carries it.
func (p *page) findTolls() {
	at := p.incidentSpans()
	if len(at) == 0 {
		return
	}
	var hit []func()
	year := p.yearOfArticle()
	for s := range p.reports {
		c := newClause(s)
		c.year = year
		for _, h := range p.counts(c) {
			if len(p.reading.Tolls)+len(hit) >= maxTolls {
				p.reading.Truncated = "tolls beyond the first 400 were left out"
				break
			}
			if h.shot {
				hit = append(hit, func() { p.enterHit(c, h, at) })
				continue
			}
			p.enterToll(c, h, at)
		}
	}
	for _, enter := range hit {
		enter()
	}
	slices.SortStableFunc(p.reading.Tolls, func(a, b ascribe.Toll) int { return a.Span.Start - b.Span.Start })
}

// enterHit enters people shot as injured when no death is told of the incident:
// whoever was shot was hurt, but may be among the dead.
func (p *page) enterHit(c *clause, h harmCount, at []incidentSpan) {
	k, _ := p.incidentFor(c, h, at)
	if k < 0 {
		return
	}
	for i := range p.reading.Tolls {
		t := &p.reading.Tolls[i]
		if t.Incident == p.reading.Incidents[k].Incident && t.Figure != ascribe.Exactly(0) && (t.Harm == ascribe.Killed || t.Harm == ascribe.Injured) {
			return
		}
	}
	p.enterToll(c, h, at)
}

// counts returns every harm that a sentence counts, in order and once.
func (p *page) counts(c *clause) []harmCount {
	var found []harmCount
	for i := range c.Tokens {
		found = append(found, c.zeroAt(i)...)
		if h, ok := harmWords[c.lower(i)]; ok && c.at[i] < 0 || ok && c.harmInside(i) {
			found = append(found, c.countsOf(i, h)...)
		}
		if h, ok := harmWords[c.lower(i)]; ok {
			found = append(found, c.labelled(i, h)...)
		}
		if c.is(i, "toll tolls") || c.is(i, "number") && c.is(i+1, "of") {
			found = append(found, c.tollAt(i)...)
		}
	}
	found = append(found, c.lives()...)
	found = distinct(found)
	return append(found, c.parts(found)...)
}

// distinct keeps the first count of each harm at each number.
func distinct(found []harmCount) []harmCount {
	var kept []harmCount
	for _, h := range found {
		if !slices.ContainsFunc(kept, func(k harmCount) bool {
			return k.harm == h.harm && k.first < h.last && h.first < k.last
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

// enterToll ties a count to the nearest telling of its sentence, else to the
// last one within two sentences before, else to the first recent incident.
func (p *page) enterToll(c *clause, h harmCount, at []incidentSpan) {
	k, why := p.incidentFor(c, h, at)
	if k < 0 || h.figure.Validate() != nil {
		return
	}
	span := c.SpanOf(h.first, h.last)
	if !h.of.IsZero() {
		span.End = max(span.End, h.of.End)
	}
	t := ascribe.Toll{
		Incident: p.reading.Incidents[k].Incident, Harm: h.harm, Figure: h.figure, Part: h.part,
		Attackers: h.attackers, Words: p.text(span), Span: span, Score: 0.7,
		Because: flat(p.text(c.Tokens[h.trigger].Span)) + ", " + why,
	}
	if !h.of.IsZero() {
		t.Of = flat(p.text(h.of))
	}
	t.Statement = p.carrier(c.Sentence, span).ID
	p.reading.Tolls = append(p.reading.Tolls, t)
}

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

// attackersOf reports whether a nominal counts those who attacked.
func (c *clause) attackersOf(n *nominal) bool {
	if n.phrase == nil {
		return false
	}
	w := c.lower(n.head)
	return n.kind() != nlp.Force && assailants[w] && !c.is(n.head, "soldiers soldier troops policemen policeman commandos")
}
