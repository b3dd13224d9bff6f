package extract

import (
	"fmt"
	"time"

	"ascribe"
)

// An interval is a run of days with how closely a text gives it.
type interval struct {
	from, to  time.Time // both inside
	precision ascribe.DatePrecision
	rough     bool // "about": EDTF's ~
	season    int  // 21 to 24, for a season
}

func dayOf(d time.Time) interval { return interval{from: d, to: d, precision: ascribe.Day} }

// weekOf returns the week, Monday to Sunday, that holds a day.
func weekOf(d time.Time) interval {
	monday := d.AddDate(0, 0, -(int(d.Weekday())+6)%7)
	return interval{from: monday, to: monday.AddDate(0, 0, 6), precision: ascribe.Week}
}

func monthOf(y int, m time.Month) interval {
	first := day(y, m, 1)
	return interval{from: first, to: first.AddDate(0, 1, -1), precision: ascribe.Month}
}

// yearsOf returns the years from first to last.
func yearsOf(first, last int) interval {
	st := interval{from: day(first, 1, 1), to: day(last, 12, 31), precision: ascribe.Year}
	if first != last {
		st.precision = ascribe.Range
	}
	return st
}

func decadeOf(first int) interval { return yearsOf(first, first+9) }

// monthOrSeason returns a month (1 to 12) or a season (21 to 24) of a year. The
// seasons are those of the northern hemisphere, in whole months; winter begins
// in the year that it is named after.
func monthOrSeason(y, m int) interval {
	if m <= 12 {
		return monthOf(y, time.Month(m))
	}
	first := day(y, time.Month(3*(m-20)), 1)
	return interval{from: first, to: first.AddDate(0, 3, -1), precision: ascribe.Season, season: m}
}

func (s interval) roughly() interval {
	s.rough = true
	return s
}

// third returns the beginning, middle or end of an interval, roughly.
func (s interval) third(which int) interval {
	out := interval{precision: ascribe.Range, rough: true}
	switch s.precision {
	case ascribe.Month:
		last := s.to.Day()
		from, to := []int{1, 11, 21}[which], []int{10, 20, last}[which]
		out.from, out.to = s.from.AddDate(0, 0, from-1), s.from.AddDate(0, 0, to-1)
	case ascribe.Year:
		y := s.from.Year()
		out.from = day(y, time.Month(1+4*which), 1)
		out.to = day(y, time.Month(5+4*which), 1).AddDate(0, 0, -1)
	case ascribe.Week:
		out.from = s.from.AddDate(0, 0, []int{0, 2, 4}[which])
		out.to = s.from.AddDate(0, 0, []int{2, 4, 6}[which])
	case ascribe.Season:
		out.from = s.from.AddDate(0, which, 0)
		out.to = out.from.AddDate(0, 1, -1)
		out.precision = ascribe.Month
	default: // a decade
		y := s.from.Year()
		out.from, out.to = day(y+[]int{0, 4, 7}[which], 1, 1), day(y+[]int{3, 6, 9}[which], 12, 31)
	}
	return out
}

// fill writes an interval into a date; an empty one leaves it unresolved, as
// does one outside the years 1000 to 9999: "400 decades ago" is a manner of
// speaking.
func (s interval) fill(d *ascribe.Date, basis ascribe.Basis) {
	if s.from.Year() < 1000 || s.to.Year() > 9999 {
		return
	}
	d.From, d.To, d.Precision, d.Basis, d.EDTF = s.from, s.to, s.precision, basis, s.edtf()
}

// edtf writes the interval in ISO 8601-2, level 0 or 1: as a day, month, season,
// year or decade where it is one, else as an interval of the largest of these.
func (s interval) edtf() string {
	mark := ""
	if s.rough {
		mark = "~"
	}
	if s.season > 0 {
		return fmt.Sprintf("%04d-%d", s.from.Year(), s.season) + mark
	}
	if s.from.Year()%10 == 0 && s.to.Equal(day(s.from.Year()+9, 12, 31)) && s.from.Equal(day(s.from.Year(), 1, 1)) && !s.rough {
		return fmt.Sprintf("%03dX", s.from.Year()/10)
	}
	layout := "2006-01-02"
	next := s.to.AddDate(0, 0, 1)
	if s.from.Day() == 1 && next.Day() == 1 {
		layout = "2006-01"
		if s.from.Month() == 1 && next.Month() == 1 {
			layout = "2006"
		}
	}
	from, to := s.from.Format(layout)+mark, s.to.Format(layout)+mark
	if from == to {
		return from
	}
	return from + "/" + to
}
