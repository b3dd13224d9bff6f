package extract

import (
	"time"

	"ascribe"
)

// night is the night between two days, of which the writer does not say which:
// "overnight". It is the night before the day of writing, or the one after where
// the text looks ahead.
type night struct{}

func (night) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	from := ref.day.AddDate(0, 0, -1)
	if ref.tense == futureTense {
		from = ref.day
	}
	return interval{from: from, to: from.AddDate(0, 0, 1), precision: ascribe.Range}, true
}

// dayNumber is a day by its number alone: "on the 4th". It is of the month of
// writing or the one beside it, by the tense; looking back where none tells.
type dayNumber struct {
	day   int
	shift int  // of the month, where it is said: "the 4th of last month"
	known bool // the month is said
}

func (n dayNumber) resolve(ref moment) (interval, bool) {
	if ref.day.IsZero() {
		return interval{}, false
	}
	step := -1
	if ref.tense == futureTense {
		step = 1
	}
	for k := range 3 {
		month := ref.day.Month() + time.Month(k*step)
		if n.known {
			month = ref.day.Month() + time.Month(n.shift)
		}
		first := day(ref.day.Year(), month, 1)
		d := first.AddDate(0, 0, n.day-1)
		switch {
		case d.Month() != first.Month():
		case n.known, step < 0 && !d.After(ref.day), step > 0 && !d.Before(ref.day):
			return dayOf(d), true
		}
	}
	return interval{}, false
}

// weeksBack is a day by its name, so many weeks before the last such day: "a week
// ago Friday".
type weeksBack struct {
	onWeekday
	n int
}

func (w weeksBack) resolve(ref moment) (interval, bool) {
	st, ok := w.onWeekday.resolve(moment{day: ref.day, tense: pastTense})
	if !ok {
		return st, false
	}
	return dayOf(st.from.AddDate(0, 0, -7*w.n)), true
}

// weekdays is a run of days by the names of its first and last: "between Friday
// and Sunday".
type weekdays struct{ from, to time.Weekday }

func (w weekdays) resolve(ref moment) (interval, bool) {
	last, ok := onWeekday{weekday: w.to}.resolve(ref)
	if !ok {
		return last, false
	}
	run := (int(w.to) - int(w.from) + 7) % 7
	return interval{from: last.from.AddDate(0, 0, -run), to: last.from, precision: ascribe.Range}, run > 0
}

// nightly reads nights and small hours: "overnight", "the night before last",
// "the early hours of Sunday", and days by their number alone.
func (g *dateGrammar) nightly(i int) (dateForm, int) {
	switch {
	case g.is(i, "overnight"):
		if form, end := g.weekdayAt(i + 1); end > 0 {
			return form, end
		}
		return night{}, i + 1
	case g.is(i, "night day evening") && g.is(i+1, "before") && g.is(i+2, "last"):
		return offset{-2}, i + 3
	case g.is(i, "early small late wee first predawn pre-dawn") && g.is(i+1, "hours") && g.is(i+2, "of"):
		at := i + 3
		if g.is(at, "the") {
			at++
		}
		if form, end := g.named(at); end > 0 {
			return form, end
		}
	}
	if g.is(i-1, "the") && g.is(i-2, "on of since until by from night evening morning afternoon before after") {
		return g.numbered(i)
	}
	return nil, 0
}

// named reads one day, by whatever name: "Sunday", "yesterday", "4 March", "the 4th".
func (g *dateGrammar) named(i int) (dateForm, int) {
	if form, end := g.daily(i); end > 0 {
		return form, end
	}
	if form, end := g.calendar(i); end > 0 {
		if c, ok := form.(calendar); ok && rank(c) == 3 {
			return form, end
		}
	}
	return g.numbered(i)
}

// numbered reads the number of a day that no month goes with, where no noun goes
// with it either: "the 4th", "the 12th of this month".
func (g *dateGrammar) numbered(i int) (dateForm, int) {
	w := g.w(i)
	n, ok := monthDay(w)
	if !ok || w[len(w)-1] <= '9' {
		return nil, 0
	}
	if g.is(i+1, "of") && g.is(i+2, "this last") && g.is(i+3, "month") {
		f := dayNumber{day: n, known: true}
		if g.is(i+2, "last") {
			f.shift = -1
		}
		return f, i + 4
	}
	if i+1 < len(g.s.Tokens) && !g.is(i+1, ". , ; : ) ] and when while but that by in at as police") {
		return nil, 0
	}
	return dayNumber{day: n}, i + 1
}

// weekdayRun reads "between Friday and Sunday", "from Monday to Wednesday",
// "Monday through Thursday".
func (g *dateGrammar) weekdayRun(i int) (dateForm, int) {
	start, joints := i, "through"
	switch {
	case g.is(i, "between"):
		start, joints = i+1, "and"
	case g.is(i, "from"):
		start, joints = i+1, "to until through till"
	}
	from, mid, ok := g.bareWeekday(start)
	if !ok || !g.is(mid, joints) {
		return nil, 0
	}
	to, end, ok := g.bareWeekday(mid + 1)
	if !ok || from == to {
		return nil, 0
	}
	return weekdays{from, to}, end
}

// bareWeekday reads the name of a day with the part of the day that follows.
func (g *dateGrammar) bareWeekday(i int) (time.Weekday, int, bool) {
	form, end := g.weekdayAt(i)
	o, ok := form.(onWeekday)
	return o.weekday, end, ok && o.shift == 0
}
