package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A datedPlace is one place of the text that gives days, with what stands around it
// and how it lies to the incident that is asked about.
type datedPlace struct {
	date        *ascribe.Date
	s           *nlp.Sentence
	first, last int // tokens [first, last)
	form        string
	hung        int // the token that it hangs on, or nlp.NoHead
	occasion    occasion
	word        string // that it hangs on, in its base form
	hour        bool   // a time of day stands before it
	violent     bool   // a word of violence stands in its sentence
	deed        string // the word of violence there that it governs, if it does

	away  int       // tokens to the nearest telling, with 40 for a sentence
	where string    // how it lies to the tellings of the incident
	rival bool      // another incident is told of nearer
	owner *incident // that has it for its own, if one does
}

// How a date lies to the tellings of an incident.
const (
	withTelling    = "in the sentence of one"
	besideTelling  = "in the sentence of one, at something else"
	nextSentence   = "in the sentence after one"
	sentenceBefore = "in the sentence before one"
	soonAfter      = "two or three sentences after one"
	soonBefore     = "two or three sentences before one"
	elsewhere      = "elsewhere in the text"
)

// How a date is put.
const (
	byWeekday   = "a day by its weekday"
	byNumber    = "a day by its number"
	byToday     = "the day of the article"
	byYesterday = "the day or night before the article"
	byCounting  = "a day that is counted"
)

// datedPlaces returns the places that give days which are known and had come when
// the article was written.
func (p *page) datedPlaces() []*datedPlace {
	var out []*datedPlace
	for i := range p.reading.Dates {
		d := &p.reading.Dates[i]
		if !d.Resolved() || !p.written.IsZero() && d.From.After(p.written) {
			continue
		}
		s := p.sentenceAt(d.Span.Start)
		if s == nil || s.Block == ascribe.Dateline || s.Block == ascribe.Byline {
			continue
		}
		g := dateGrammar{s: s}
		if first := s.TokenAt(d.Span.Start); g.is(first-1, "of since until till by") && !g.is(first-2, "night morning evening afternoon hours attack") {
			continue // "as of Sunday", "since Monday"
		}
		if g.countedTo(s.TokenAt(d.Span.Start)) {
			continue
		}
		at := &datedPlace{date: d, s: s, first: s.TokenAt(d.Span.Start), last: s.TokenAt(d.Span.End-1) + 1}
		at.look()
		if _, end := g.stamped(at.first); end > 0 {
			continue
		}
		out = append(out, at)
	}
	return out
}

// countedTo reports whether a count or a state is given up to the date at token i:
// "as of 8 a.m. Sunday".
func (g *dateGrammar) countedTo(i int) bool {
	for k := i - 1; k > max(0, i-6); k-- {
		if g.is(k, "of") && g.is(k-1, "as") {
			return true
		}
		if !g.is(k, zones+" a.m p.m am pm noon midnight on early late about") && g.s.Tokens[k].Tag != "CD" {
			return false
		}
	}
	return false
}

// look reads what stands around the date.
func (a *datedPlace) look() {
	a.form = formOf(a.date)
	a.hung = hungOn(a.s, a.first, a.last)
	a.occasion, a.word = occasionOf(a.s, a.hung)
	a.hour = toTheHour(a.s, a.first, a.last, a.hung)
	nearest := 0
	for i := range a.s.Tokens {
		k, w := occasionOf(a.s, i)
		if k != ofViolence {
			continue
		}
		a.violent = true
		if a.s.Tokens[i].UPOS != "VERB" && !deedNouns[w] || a.s.Tokens[i].Rel == "compound" {
			continue
		}
		if cost, ok := dateCost(a.s, i, i, a.first, a.last); ok && cost <= deedWithin && (a.deed == "" || cost < nearest) {
			a.deed, nearest = w, cost
		}
	}
}

// deedWithin is what a date costs at most that governs a word of violence.
const deedWithin = 25

// deedNouns are the nouns of violence that tell of a deed and not of who did it or
// with what.
var deedNouns = wordSet("shooting attack bombing explosion killing slaying assassination kidnapping shootout homicide assault clash murder massacre rampage ambush raid stabbing blast gunfire bloodshed")

// formOf tells how a date is put.
func formOf(d *ascribe.Date) string {
	if d.Precision != ascribe.Day {
		return "a " + d.Precision.String()
	}
	w := strings.ToLower(d.Text)
	switch {
	case strings.ContainsAny(w, "0123456789") && !strings.Contains(w, "ago"):
		return byNumber
	case strings.Contains(w, "yesterday"), w == "last night", w == "last evening", w == "late last night":
		return byYesterday
	case strings.Contains(w, "today"), strings.Contains(w, "this "), w == "tonight":
		return byToday
	case strings.Contains(w, "day"):
		return byWeekday
	}
	return byCounting
}

// A teller is one telling with the incident that it tells of, and its number.
type teller struct {
	n int
	g *incident
	t *telling
}

// tellersOf lists the tellings of all incidents.
func tellersOf(groups []*incident) []teller {
	var out []teller
	for n, g := range groups {
		for _, t := range g.tellings {
			out = append(out, teller{n, g, t})
		}
	}
	return out
}

// sentenceAway is what a sentence between a date and a telling counts, in tokens.
const sentenceAway = 40

// near fills in how the place lies to the incident with number n.
func (a *datedPlace) near(tellers []teller, n int) {
	a.away, a.where, a.owner = 1<<29, elsewhere, nil
	rival := 1 << 29
	for _, x := range tellers {
		if x.t.when == a.date {
			a.owner = x.g
		}
		gap := a.s.Index - x.t.clause.Index
		away := max(gap, -gap) * sentenceAway
		if gap == 0 {
			away = max(0, x.t.first-a.last, a.first-x.t.last)
		}
		switch {
		case x.n != n:
			rival = min(rival, away)
		case away < a.away:
			a.away, a.where = away, a.lies(x.t, gap)
		}
	}
	a.rival = rival < a.away
}

// lies says how the place lies to one telling, so many sentences after it.
func (a *datedPlace) lies(t *telling, gap int) string {
	switch {
	case gap == 0:
		if _, ok := dateCost(a.s, t.first, t.last-1, a.first, a.last); !ok {
			return besideTelling
		}
		return withTelling
	case gap == 1:
		return nextSentence
	case gap == -1:
		return sentenceBefore
	case gap > 1 && gap <= 3:
		return soonAfter
	case gap < -1 && gap >= -3:
		return soonBefore
	}
	return elsewhere
}
