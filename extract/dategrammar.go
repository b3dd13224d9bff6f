package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe/extract/nlp"
)

// whensOf returns the date expressions of a sentence in order, the longest at
// each place.
func whensOf(s *nlp.Sentence) []when {
	g := dateGrammar{s: s}
	var out []when
	for i := 0; i < len(s.Tokens); {
		form, end := g.at(i)
		if end <= i || g.inName(i, end) {
			i++
			continue
		}
		w := when{s: s, first: i, last: end, form: form, tense: tenseAt(s, i, end)}
		out = append(out, w)
		i = end
	}
	return out
}

// A dateGrammar reads date expressions off a sentence. Its rules take the token
// where they begin and return the form and the token where they end; an end of 0
// is no match, a nil form a match that names no days.
type dateGrammar struct{ s *nlp.Sentence }

// w returns the lower-case form of token i without a final stop, "" outside.
func (g *dateGrammar) w(i int) string {
	if i < 0 || i >= len(g.s.Tokens) {
		return ""
	}
	w := g.s.Tokens[i].Lower
	if len(w) > 2 {
		w = strings.TrimSuffix(w, ".")
	}
	return w
}

// is reports whether token i is one of the words, given with spaces between.
func (g *dateGrammar) is(i int, words string) bool {
	w := g.w(i)
	return w != "" && setHolds(words, w)
}

func setHolds(words, w string) bool {
	for words != "" {
		var f string
		f, words, _ = strings.Cut(words, " ")
		if f == w {
			return true
		}
	}
	return false
}

// capital reports whether token i may be a name as far as its case tells.
func (g *dateGrammar) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(g.s.Tokens[i].Text)
	return g.s.Caps || unicode.IsUpper(r)
}

// at returns the longest date expression that begins at token i.
func (g *dateGrammar) at(i int) (dateForm, int) {
	for _, rule := range []func(int) (dateForm, int){
		g.ranged, g.weekdayRun, g.holiday, g.quarterly, g.nightly, g.partly, g.counted, g.pointing, g.calendar, g.daily, g.yearly,
	} {
		if form, end := rule(i); end > 0 {
			return form, end
		}
	}
	return nil, 0
}

// inName reports whether an expression is part of the name of a group, a street
// or the like: "the 17 March Movement".
func (g *dateGrammar) inName(first, last int) bool {
	if g.is(last, groupOfDates) && g.capital(last) {
		return true
	}
	for i := range g.s.Phrases {
		ph := &g.s.Phrases[i]
		if ph.First > first || ph.Last < last || !ph.Named || ph.Core > first || ph.Head < last-1 {
			continue
		}
		switch ph.Kind {
		case nlp.Person, nlp.Group, nlp.Force, nlp.Organization, nlp.Facility, nlp.Location:
			if ph.First < first && g.w(first-1) != "'s" {
				return true
			}
		}
	}
	return false
}

// ranged reads "between 1979 and 1989", "from March 3 to March 5", "1979–1989",
// "2014 or 2015", "March 20-22", "1979-1989".
func (g *dateGrammar) ranged(i int) (dateForm, int) {
	if b, end := g.daysOfMonth(i); end > 0 {
		return b, end
	}
	if from, to, ok := strings.Cut(g.w(i), "-"); ok {
		if c, end := yearPair(from, to); end {
			return c, i + 1
		}
	}
	start, joints := i, "– — or to through until"
	switch {
	case g.is(i, "between"):
		start, joints = i+1, "and"
	case g.is(i, "from"):
		start, joints = i+1, "to until through till – —"
	}
	from, mid := g.plain(start)
	if mid == 0 && start > i {
		from, mid = g.bareYear(start)
	}
	if mid == 0 {
		if y, ok := yearWord(g.w(start)); ok && start == i && g.yearBefore(i) {
			from, mid = calendar{year: y}, start+1
		}
	}
	if mid == 0 || !g.is(mid, joints) && !(start == i && g.is(mid, "-")) {
		return nil, 0
	}
	to, end := g.plain(mid + 1)
	if end == 0 {
		to, end = g.bareYear(mid + 1)
	}
	if end == 0 || rank(from) != rank(to) {
		return nil, 0
	}
	if g.is(mid, "to or") && start == i && from.year == 0 && rank(from) == 3 {
		return nil, 0 // "March 3 to March 5" without "from" may be two things
	}
	return between{from, to}, end
}

// rank is how closely a calendar date is given: 1 a year, 2 a month, 3 a day.
func rank(c calendar) int {
	switch {
	case c.day > 0:
		return 3
	case c.month > 0:
		return 2
	}
	return 1
}

// yearPair reads the halves of "1979-1989" and "2014-15".
func yearPair(from, to string) (between, bool) {
	a, ok := yearWord(from)
	if !ok {
		return between{}, false
	}
	b, ok := yearWord(to)
	if !ok && len(to) == 2 {
		if b, ok = shortYear(to); ok {
			b = a/100*100 + b%100
		}
	}
	return between{calendar{year: a}, calendar{year: b}}, ok && b > a
}

// daysOfMonth reads "March 20-22", "20-22 March", "12/13 March", "from 3 to 5
// May", "3 and 4 May", with the year that follows.
func (g *dateGrammar) daysOfMonth(i int) (between, int) {
	at, joints := i, "– — - /"
	switch {
	case g.is(i, "between"):
		at, joints = i+1, "and"
	case g.is(i, "from"):
		at, joints = i+1, "to until through till – — -"
	}
	month := 0
	if m, ok := g.month(at); ok {
		month, at = m, at+1
	}
	from, to, end := g.dayPair(at, joints, month > 0)
	if end == 0 {
		return between{}, 0
	}
	if month == 0 {
		m, ok := g.month(end)
		if !ok {
			return between{}, 0
		}
		month, end = m, end+1
	}
	year, after := g.yearAfter(end)
	return between{calendar{year: year, month: month, day: from}, calendar{year: year, month: month, day: to}}, after
}

// dayPair reads two numbers of days: as one word ("20-22"), with a joint between,
// or, of two days on end, with "and" ("3 and 4").
func (g *dateGrammar) dayPair(at int, joints string, monthKnown bool) (from, to, end int) {
	for _, sep := range []string{"-", "/"} {
		if a, b, ok := strings.Cut(g.w(at), sep); ok {
			x, okX := monthDay(a)
			y, okY := monthDay(b)
			if okX && okY && x < y {
				return x, y, at + 1
			}
		}
	}
	x, okX := monthDay(g.w(at))
	y, okY := monthDay(g.w(at + 2))
	if !okX || !okY || x >= y || g.counts(at+3) && monthKnown {
		return 0, 0, 0
	}
	if !g.is(at+1, joints) && !(g.is(at+1, "and") && y == x+1) {
		return 0, 0, 0
	}
	return x, y, at + 3
}

// plain reads a calendar date that needs no context: a day or month by name, or
// a date in figures.
func (g *dateGrammar) plain(i int) (calendar, int) {
	form, end := g.calendar(i)
	c, ok := form.(calendar)
	if !ok {
		return calendar{}, 0
	}
	return c, end
}

// bareYear reads a year where the words before it have made sure of it.
func (g *dateGrammar) bareYear(i int) (calendar, int) {
	y, ok := yearWord(g.w(i))
	if !ok || g.counts(i+1) {
		return calendar{}, 0
	}
	return calendar{year: y}, i + 1
}

// counts reports whether token i is a thing counted by the number before it.
func (g *dateGrammar) counts(i int) bool {
	if i >= len(g.s.Tokens) {
		return false
	}
	t := g.s.Tokens[i].Tag
	if g.s.Tokens[i].Caps {
		return false
	}
	return t == "NNS" || t == "CD" || g.is(i, "block blocks people percent million billion dollars km kilometers kilometres miles pounds hours gmt local")
}

// yearly reads a year that stands as one: "in 2014", "since 2015", "the 2003
// invasion", "the 1980s".
func (g *dateGrammar) yearly(i int) (dateForm, int) {
	w := g.w(i)
	if d, ok := decadeWord(w); ok && (len(w) > 4 || g.theBefore(i)) && !g.is(i-1, "his her their my your") {
		return decade{d}, i + 1
	}
	if rest, ok := strings.CutPrefix(w, "mid-"); ok {
		return midForm(rest, i)
	}
	y, ok := yearWord(w)
	if !ok || g.counts(i+1) || !g.yearBefore(i) {
		return nil, 0
	}
	return calendar{year: y}, i + 1
}

// theBefore reports whether an article stands before token i, one word for a part
// between or not: "the 80s", "the early 80s", but not "in his late 30s".
func (g *dateGrammar) theBefore(i int) bool {
	return g.is(i-1, "the") || g.is(i-1, "early late mid") && g.is(i-2, "the")
}

func midForm(rest string, i int) (dateForm, int) {
	if d, ok := decadeWord(rest); ok {
		return part{decade{d}, 1}, i + 1
	}
	if y, ok := yearWord(rest); ok {
		return part{calendar{year: y}, 1}, i + 1
	}
	if m, ok := monthWords[rest]; ok {
		return part{calendar{month: m}, 1}, i + 1
	}
	return nil, 0
}

// yearBefore reports whether what stands before token i takes a year.
func (g *dateGrammar) yearBefore(i int) bool {
	return g.is(i-1, "in since of by until till during before after around circa late early mid year years from to and or ( , the this its his their 's through winter spring summer autumn fall") &&
		!(g.is(i-1, "to from and or ,") && !g.yearNear(i))
}

// yearNear reports whether another year stands within five tokens: a lone number
// after "to" or a comma may be anything.
func (g *dateGrammar) yearNear(i int) bool {
	for j := max(i-5, 0); j < min(i+5, len(g.s.Tokens)); j++ {
		if _, ok := yearWord(g.w(j)); ok && j != i {
			return true
		}
	}
	return g.is(i-1, "from")
}
