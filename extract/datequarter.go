package extract

import (
	"strings"
	"time"

	"ascribe"
)

// yearPart is a quarter or a half of a year: "the third quarter of 2023", "Q3".
type yearPart struct {
	n, of int  // the n-th of so many
	year  int  // 0 where not said
	shift int  // of the year, where it is said from now: "of last year"
	known bool // the year is said
}

func (y yearPart) resolve(ref moment) (interval, bool) {
	switch {
	case y.year > 0:
		return y.in(y.year), true
	case ref.day.IsZero():
		return interval{}, false
	case y.known:
		return y.in(ref.day.Year() + y.shift), true
	}
	st := y.in(ref.day.Year())
	switch {
	case ref.tense != futureTense && st.from.After(ref.day):
		st = y.in(ref.day.Year() - 1)
	case ref.tense == futureTense && st.to.Before(ref.day):
		st = y.in(ref.day.Year() + 1)
	}
	return st, true
}

// in returns the part of a year.
func (y yearPart) in(year int) interval {
	months := 12 / y.of
	first := day(year, time.Month(1+(y.n-1)*months), 1)
	return interval{from: first, to: first.AddDate(0, months, -1), precision: ascribe.Range}
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// quarterly reads "the third quarter of 2023", "Q3 2023", "the first half of last
// year". A quarter without a year must close its clause: it may be one of a town.
func (g *dateGrammar) quarterly(i int) (dateForm, int) {
	if q, ok := strings.CutPrefix(g.w(i), "q"); ok && len(q) == 1 && q[0] >= '1' && q[0] <= '4' && g.capital(i) {
		y := yearPart{n: int(q[0] - '0'), of: 4}
		at := i + 1
		if g.is(at, "of") {
			at++
		}
		if year, ok := yearWord(g.w(at)); ok {
			y.year = year
			return y, at + 1
		}
		return y, i + 1
	}
	n, ok := ordinals[g.w(i)]
	if !ok || !g.is(i+1, "quarter half") {
		return nil, 0
	}
	y := yearPart{n: n, of: 4}
	if g.is(i+1, "half") {
		y.of = 2
	}
	if y.n > y.of {
		return nil, 0
	}
	if !g.is(i+2, "of") {
		if y.of == 4 && g.is(i-2, "in during for") && !g.followed(i+2) {
			return y, i + 2
		}
		return nil, 0
	}
	return g.ofYear(y, i+3)
}

// ofYear reads the year that a part is of: "2023", "last year", "the year".
func (g *dateGrammar) ofYear(y yearPart, at int) (dateForm, int) {
	if year, ok := yearWord(g.w(at)); ok {
		y.year = year
		return y, at + 1
	}
	if !g.is(at+1, "year") {
		return nil, 0
	}
	switch {
	case g.is(at, "last"):
		y.shift = -1
	case g.is(at, "next"):
		y.shift = 1
	case !g.is(at, "this the"):
		return nil, 0
	}
	y.known = true
	return y, at + 2
}
