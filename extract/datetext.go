package extract

import (
	"strings"
	"time"

	"ascribe"
	"ascribe/extract/nlp"
)

// A textAnchor is the day that a text without a publication date fixes by
// itself: it gives a day by number and calls the same thing by a weekday ("the
// attack on March 22 … Friday's attack"). Who says a bare "Friday" writes within
// the week that follows, so other expressions can be counted from it.
type textAnchor struct {
	day time.Time
}

// textAnchor looks for the one day that is given both by number and, of the same
// thing, by its weekday. A day without a year takes the latest year that the
// text tells of, and only when the weekday agrees with it. Where nothing or more
// than one day comes out there is no anchor.
func (p *page) textAnchor(found []when) *textAnchor {
	if !p.published().IsZero() {
		return nil
	}
	latest := latestYear(found)
	var anchor *textAnchor
	for i := range found {
		c, ok := found[i].form.(calendar)
		if !ok || c.day == 0 || found[i].tense == futureTense || !inSentence(&found[i]) {
			continue
		}
		if c.year == 0 {
			c.year = latest
		}
		if c.year == 0 || !c.exists() {
			continue
		}
		d := day(c.year, time.Month(c.month), c.day)
		if c.named && d.Weekday() != c.weekday || !c.named && !calledByWeekday(found, &found[i], d.Weekday()) {
			continue
		}
		if anchor != nil && !anchor.day.Equal(d) {
			return nil
		}
		anchor = &textAnchor{day: d}
	}
	return anchor
}

// inSentence reports whether an expression is part of what its sentence tells:
// a date without preposition or article before it is a dateline or a stamp.
func inSentence(w *when) bool {
	if w.first == 0 {
		return w.tense != noTense
	}
	t := &w.s.Tokens[w.first-1]
	return t.Class == nlp.Preposition || t.Class == nlp.Determiner
}

// latestYear returns the latest year that the text names of what has been, or 0.
func latestYear(found []when) int {
	latest := 0
	for i := range found {
		if found[i].tense == futureTense || found[i].first > 0 && setHolds("by until till", found[i].s.Tokens[found[i].first-1].Lower) {
			continue
		}
		latest = max(latest, yearIn(found[i].form))
	}
	return latest
}

// yearIn returns the last year that an expression names, or 0.
func yearIn(form dateForm) int {
	switch f := form.(type) {
	case calendar:
		return f.year
	case between:
		return max(f.from.year, f.to.year)
	case part:
		return yearIn(f.of)
	case shifted:
		return f.inYear
	}
	return 0
}

// calledByWeekday reports whether the text calls what happened on a numbered day
// by a weekday too: a weekday stands with a noun of the numbered day's sentence.
func calledByWeekday(found []when, numbered *when, weekday time.Weekday) bool {
	nouns := map[string]bool{}
	for i := range numbered.s.Tokens {
		if n := nounAt(numbered.s, i); n != "" {
			nouns[n] = true
		}
	}
	for i := range found {
		o, ok := found[i].form.(onWeekday)
		if !ok || o.weekday != weekday || o.shift > 0 || found[i].tense == futureTense {
			continue
		}
		s := found[i].s
		for j := max(0, found[i].first-6); j < min(len(s.Tokens), found[i].last+5); j++ {
			if nouns[nounAt(s, j)] {
				return true
			}
		}
	}
	return false
}

// nounAt returns the noun at token i in the singular, or "".
func nounAt(s *nlp.Sentence, i int) string {
	t := &s.Tokens[i]
	if len(t.Lower) < 4 || t.Tag != "NN" && t.Tag != "NNS" {
		return ""
	}
	return strings.TrimSuffix(t.Lower, "s")
}

// resolve counts an expression from the anchor. The text was written from the
// anchor's day to six days after it: what comes out differently for its first
// and its last possible day stays unresolved.
func (a *textAnchor) resolve(w *when) (interval, bool) {
	first, last := moment{day: a.day, tense: w.tense}, moment{day: a.day.AddDate(0, 0, 6), tense: w.tense}
	switch f := w.form.(type) {
	case onWeekday:
		return a.weekday(w, f)
	case calendar:
		if f.day == a.day.Day() && f.month == int(a.day.Month()) && f.year == 0 {
			return dayOf(a.day), true
		}
	case offset, window, ago:
		if g, ok := w.form.(ago); !ok || g.unit < years {
			return interval{}, false
		}
	case period:
		if f.unit == weeks || f.unit == weekend {
			return interval{}, false
		}
	}
	one, ok1 := w.form.resolve(first)
	other, ok2 := w.form.resolve(last)
	if !ok1 || !ok2 || !one.from.Equal(other.from) || !one.to.Equal(other.to) {
		return interval{}, false
	}
	return one, true
}

// weekday resolves the name of a day: the anchor's own is the anchor, another,
// told in the past tense, the first after it.
func (a *textAnchor) weekday(w *when, o onWeekday) (interval, bool) {
	if o.shift > 0 || w.tense == futureTense || pluperfect(w.s, w.first, w.last) {
		return interval{}, false
	}
	ahead := (int(o.weekday) - int(a.day.Weekday()) + 7) % 7
	if ahead > 0 && (o.shift < 0 || w.tense != pastTense) {
		return interval{}, false
	}
	return interval{from: a.day.AddDate(0, 0, ahead), to: a.day.AddDate(0, 0, ahead), precision: ascribe.Day}, true
}
