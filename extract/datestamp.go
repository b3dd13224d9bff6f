package extract

import (
	"time"

	"ascribe"
)

// How far into a text a stamp of publication stands, in sentences, and how long
// after the day that the appearance gives one may lie (zones, late updates), and
// an update after what it updates.
const (
	stampedBy  = 8
	stampSlack = 2
	updateSpan = 7
)

const stampWords = "posted published updated created modified"

// writtenOn returns the day from which the text counts: the one that it is stamped
// with ("Posted: Thursday, August 14, 2014"), else the one that its appearance
// gives. An archive often knows only when it took its copy, years later.
func (p *page) writtenOn() time.Time {
	given := time.Time{}
	if !p.seen.Published.IsZero() {
		given = day(p.seen.Published.Time.Date())
	}
	var first, last time.Time
	for i := range p.Sentences[:min(stampedBy, len(p.Sentences))] {
		s := &p.Sentences[i]
		g := dateGrammar{s: s}
		for at := range s.Tokens {
			c, end := g.stamped(at)
			if end == 0 {
				continue
			}
			d := day(c.year, time.Month(c.month), c.day)
			switch {
			case !given.IsZero() && d.After(given.AddDate(0, 0, stampSlack)):
			case first.IsZero():
				first, last = d, d
			case d.After(first) && !d.After(first.AddDate(0, 0, updateSpan)):
				last = d
			}
		}
	}
	if last.IsZero() {
		return given
	}
	return last
}

// stamped reads a full day at token i, where a word of publishing stands shortly
// before it and no verb makes a sentence of the two.
func (g *dateGrammar) stamped(i int) (calendar, int) {
	c, end := g.plain(i)
	if end == 0 || c.year == 0 || rank(c) != 3 || !c.exists() {
		return c, 0
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		if g.is(k, stampWords) {
			if g.is(k-1, "was were been has have had being and") {
				return c, 0 // "the report was published on …"
			}
			return c, end
		}
		if !g.is(k, ": on , at last") && !g.zone(k) {
			return c, 0
		}
	}
	return c, 0
}

// zone reports whether token k is a time of day or the zone that it is given in.
func (g *dateGrammar) zone(k int) bool {
	return g.is(k, "am pm a.m p.m edt est cdt cst pdt pst mdt mst gmt utc") || g.s.Tokens[k].Tag == "CD"
}

// published returns the day from which the article counts its dates, or the zero
// time.
func (p *page) published() time.Time { return p.written }

// old reports whether a date lies so long before the article that what happened
// then is background to its news (MUC-4 1.0, 6: "within two months").
func (p *page) old(d *ascribe.Date) bool {
	return d.Resolved() && !p.written.IsZero() && p.written.Sub(d.To) > newsAge
}
