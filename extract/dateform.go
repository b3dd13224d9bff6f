package extract

import (
	"time"

	"ascribe"
)

// A dateForm is what a date expression means, apart from when it was written.
type dateForm interface {
	// resolve returns the days that are meant by somebody who writes on the
	// moment's day. It reports false when they are not to be known, and for
	// the zero moment unless the expression itself names its year.
	resolve(ref moment) (interval, bool)
}

// A moment is the day from which an expression counts; the zero moment is
// not known.
type moment struct {
	day   time.Time
	tense tense
}

// tense is which way the words around an expression look.
type tense int8

const (
	noTense tense = iota
	pastTense
	futureTense
)

// calendar is a day, month or year by its number: "March 22", "4 FEB 90".
type calendar struct {
	year, month, day int          // 0 where not said
	weekday          time.Weekday // checked where named
	named            bool
}

func (c calendar) resolve(ref moment) (interval, bool) {
	switch {
	case c.year == 0 && ref.day.IsZero():
		return interval{}, false
	case c.year == 0:
		year, ok := c.yearNear(ref)
		if !ok {
			return interval{}, false
		}
		c.year = year
	}
	switch {
	case c.month == 0:
		return yearsOf(c.year, c.year), true
	case c.day == 0:
		return monthOf(c.year, time.Month(c.month)), true
	case !c.exists():
		return interval{}, false
	}
	return dayOf(day(c.year, time.Month(c.month), c.day)), true
}

// exists reports whether the calendar has the day: there is no 30 February.
func (c calendar) exists() bool {
	t := day(c.year, time.Month(c.month), c.day)
	return t.Day() == c.day && int(t.Month()) == c.month
}

// yearNear returns the year of a month or day that the text gives without one:
// by the tense the last or the next, else the nearest; one that falls on the
// weekday named, where one is.
func (c calendar) yearNear(ref moment) (int, bool) {
	best, distance := 0, 0
	for y := ref.day.Year() - 1; y <= ref.day.Year()+1; y++ {
		on := c
		on.year = y
		if c.day > 0 && (!on.exists() || c.named && day(y, time.Month(c.month), c.day).Weekday() != c.weekday) {
			continue
		}
		days := on.daysFrom(ref.day)
		if ref.tense == pastTense && days > 0 || ref.tense == futureTense && days < 0 {
			continue
		}
		if days = max(days, -days); best == 0 || days < distance {
			best, distance = y, days
		}
	}
	return best, best != 0
}

// daysFrom counts the days from a day to a month or day, 0 inside it.
func (c calendar) daysFrom(from time.Time) int {
	first, last := day(c.year, time.Month(c.month), max(c.day, 1)), day(c.year, time.Month(c.month), c.day)
	if c.day == 0 {
		last = first.AddDate(0, 1, -1)
	}
	switch {
	case first.After(from):
		return int(first.Sub(from).Hours() / 24)
	case last.Before(from):
		return int(last.Sub(from).Hours() / 24)
	}
	return 0
}

// pointedDay is a day of the year, looked for before or after the day of writing
// whatever the tense: "last 28 November".
type pointedDay struct {
	calendar
	shift int
}

func (p pointedDay) resolve(ref moment) (interval, bool) {
	ref.tense = pastTense
	if p.shift > 0 {
		ref.tense = futureTense
	}
	return p.calendar.resolve(ref)
}

// between is a range by its ends: "1979–1989", "March 20-22".
type between struct{ from, to calendar }

func (b between) resolve(ref moment) (interval, bool) {
	if b.from.year == 0 && b.to.year > 0 {
		b.from.year = b.to.year
	}
	to, ok := b.to.resolve(ref)
	if !ok {
		return interval{}, false
	}
	if b.from.year == 0 {
		b.from.year = to.from.Year()
		if b.from.month > b.to.month && b.to.month > 0 {
			b.from.year--
		}
	}
	from, ok := b.from.resolve(ref)
	if !ok || from.from.After(to.to) {
		return interval{}, false
	}
	return interval{from: from.from, to: to.to, precision: ascribe.Range}, true
}

// onWeekday is a day by its name: "Friday", "last Friday", "next Tuesday".
type onWeekday struct {
	weekday time.Weekday
	shift   int // -1 last, +1 next, 0 neither
}

func (o onWeekday) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	back := (int(ref.day.Weekday()) - int(o.weekday) + 7) % 7
	switch {
	case o.shift < 0 && back == 0:
		back = 7
	case o.shift > 0, o.shift == 0 && ref.tense == futureTense && back > 0:
		back -= 7
	}
	return dayOf(ref.day.AddDate(0, 0, -back)), true
}

// offset is a day counted from the day of writing: "yesterday", "two days ago".
type offset struct{ days int }

func (o offset) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	return dayOf(ref.day.AddDate(0, 0, o.days)), true
}

// A dateUnit is a unit of the calendar.
type dateUnit uint8

const (
	hours dateUnit = iota
	days
	weeks
	months
	years
	decades
	weekend
)

// ago is so many units before the day of writing, more than days roughly: "two
// weeks ago".
type ago struct {
	n    int
	unit dateUnit
}

func (a ago) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	switch a.unit {
	case hours:
		if a.n < 24 {
			return interval{}, false // today or yesterday: the hour of writing is not known
		}
		return dayOf(ref.day.AddDate(0, 0, -a.n/24)), true
	case days:
		return dayOf(ref.day.AddDate(0, 0, -a.n)), true
	case weeks:
		return weekOf(ref.day.AddDate(0, 0, -7*a.n)).roughly(), true
	case months:
		m := day(ref.day.Year(), ref.day.Month()-time.Month(a.n), 1)
		return monthOf(m.Year(), m.Month()).roughly(), true
	case years:
		return yearsOf(ref.day.Year()-a.n, ref.day.Year()-a.n).roughly(), true
	case decades:
		return yearsOf(ref.day.Year()-10*a.n, ref.day.Year()-10*a.n).roughly(), true
	}
	return interval{}, false
}

// period is a unit of the calendar beside the one of writing: "this year",
// "last week", "over the weekend".
type period struct {
	unit  dateUnit
	shift int
}

func (u period) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	switch u.unit {
	case weeks:
		return weekOf(ref.day.AddDate(0, 0, 7*u.shift)), true
	case months:
		m := day(ref.day.Year(), ref.day.Month()+time.Month(u.shift), 1)
		return monthOf(m.Year(), m.Month()), true
	case years:
		return yearsOf(ref.day.Year()+u.shift, ref.day.Year()+u.shift), true
	case decades:
		return decadeOf(ref.day.Year()/10*10 + 10*u.shift), true
	case weekend:
		return u.weekend(ref), true
	}
	return interval{}, false
}

// weekend returns Saturday and Sunday: by the tense the last to begin or the
// next.
func (u period) weekend(ref moment) interval {
	back := (int(ref.day.Weekday()) - int(time.Saturday) + 7) % 7
	if back > 1 && (ref.tense == futureTense && u.shift == 0 || u.shift > 0) {
		back -= 7
	} else if back <= 1 && u.shift != 0 { // written on a weekend: the one before or after
		back -= 7 * u.shift
	}
	saturday := ref.day.AddDate(0, 0, -back)
	return interval{from: saturday, to: saturday.AddDate(0, 0, 1), precision: ascribe.Range}
}

// window is the time up to the day of writing: "the past 24 hours".
type window struct {
	n    int
	unit dateUnit
}

func (w window) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	from := ref.day
	switch w.unit {
	case hours:
		from = from.AddDate(0, 0, -(w.n+23)/24)
	case days:
		from = from.AddDate(0, 0, -w.n)
	case weeks:
		from = from.AddDate(0, 0, -7*w.n)
	case months:
		from = from.AddDate(0, -w.n, 0)
	case years:
		from = from.AddDate(-w.n, 0, 0)
	case decades:
		from = from.AddDate(-10*w.n, 0, 0)
	}
	return interval{from: from, to: ref.day, precision: ascribe.Range, rough: w.unit >= months}, true
}

// shifted is a month or season with its year counted from now: "last August",
// "this spring".
type shifted struct {
	month  int // 1 to 12, or 21 to 24 for a season as in EDTF
	shift  int
	inYear int // the year, where one is named: "summer of 2014"
}

func (s shifted) resolve(ref moment) (interval, bool) {
	if s.inYear == 0 && ref.day.IsZero() {
		return interval{}, false
	}
	if s.inYear > 0 {
		return monthOrSeason(s.inYear, s.month), true
	}
	year := ref.day.Year()
	st := monthOrSeason(year, s.month)
	switch {
	case s.shift < 0 && !st.to.Before(ref.day):
		year--
	case s.shift > 0 && !st.from.After(ref.day):
		year++
	}
	return monthOrSeason(year, s.month), true
}

// part is the beginning, middle or end of a month, year or decade: "early
// March", "mid-2010s", "the last months of 2023".
type part struct {
	of    dateForm
	which int // 0 early, 1 mid, 2 late
}

func (t part) resolve(ref moment) (interval, bool) {
	st, ok := t.of.resolve(ref)
	if !ok {
		return st, false
	}
	return st.third(t.which), true
}

// decade is "the 1980s".
type decade struct{ first int }

func (d decade) resolve(moment) (interval, bool) { return decadeOf(d.first), true }

// relativeDay counts from another date of the text: "two days later", "the next
// day".
type relativeDay struct {
	n    int
	unit dateUnit
}

func (r relativeDay) resolve(moment) (interval, bool) { return interval{}, false }

// from counts from a day.
func (r relativeDay) from(d time.Time) interval {
	switch r.unit {
	case weeks:
		return weekOf(d.AddDate(0, 0, 7*r.n)).roughly()
	case months:
		m := day(d.Year(), d.Month()+time.Month(r.n), 1)
		return monthOf(m.Year(), m.Month()).roughly()
	case years:
		return yearsOf(d.Year()+r.n, d.Year()+r.n).roughly()
	}
	return dayOf(d.AddDate(0, 0, r.n))
}
