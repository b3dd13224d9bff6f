package extract

import (
	"strconv"
	"strings"
	"time"
)

// monthWords are the names of the months and their usual abbreviations.
var monthWords = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
	"june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
	"october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

// seasonWords are the seasons by their numbers in EDTF.
var seasonWords = map[string]int{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

// weekdayWords are the names of the days; an abbreviation counts only with its
// stop or before a date.
var weekdayWords = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 0,
}

var unitWords = map[string]dateUnit{
	"hour": hours, "hours": hours, "day": days, "days": days, "night": days, "nights": days, "week": weeks, "weeks": weeks, "month": months, "months": months,
	"year": years, "years": years, "decade": decades, "decades": decades, "weekend": weekend,
}

// dayWords are days by the day of writing.
var dayWords = map[string]int{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

// partWords begin a date that names its beginning, middle or end.
var partWords = map[string]int{
	"early": 0, "beginning": 0, "start": 0, "outset": 0, "first": 0, "opening": 0, "mid": 1, "middle": 1,
	"late": 2, "end": 2, "close": 2, "last": 2, "final": 2, "closing": 2,
}

const (
	partsOfDay   = "morning afternoon evening night midday noon dawn midnight predawn"
	vagueCounts  = "few several couple recent coming many"
	backward     = "last past previous preceding"
	forward      = "next coming following upcoming"
	groupOfDates = "movement organization organisation brigade front battalion commando column street streets avenue avenues square stadium university regiment group"
)

// count reads a number of units: "two", "12", "a".
func dateCount(w string) (int, bool) {
	if w == "a" || w == "an" || w == "one" {
		return 1, true
	}
	n, ok := numberWord(w)
	return n, ok && n > 0 && n <= 400
}

// monthDay reads the number of a day: "4", "02", "22nd".
func monthDay(w string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			w = s
			break
		}
	}
	if len(w) == 0 || len(w) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1 && n <= 31
}

// shortYear reads "90" and "'90" as 1990, "04" as 2004.
func shortYear(w string) (int, bool) {
	w = strings.TrimPrefix(w, "'")
	n, err := strconv.Atoi(w)
	if len(w) != 2 || err != nil || n < 0 {
		return 0, false
	}
	if n < 50 {
		return 2000 + n, true
	}
	return 1900 + n, true
}

// decadeWord reads "1980s", "1980's", "80s" and "eighties".
func decadeWord(w string) (int, bool) {
	if n, ok := map[string]int{
		"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
	}[w]; ok {
		return n, true
	}
	s, ok := strings.CutSuffix(w, "s")
	if !ok {
		return 0, false
	}
	s = strings.TrimSuffix(s, "'")
	y, full := yearWord(s)
	if !full {
		if y, full = shortYear(s); !full {
			return 0, false
		}
		y = 1900 + y%100 // "the 30s" are long ago
	}
	return y, y%10 == 0
}

// numericDate reads a date in figures: "2024-03-22", "22.03.2024".
func numericDate(w string) (calendar, bool) {
	for _, layout := range []string{"2006-01-02", "02.01.2006", "2.1.2006"} {
		if t, err := time.Parse(layout, w); err == nil {
			return calendar{year: t.Year(), month: int(t.Month()), day: t.Day()}, true
		}
	}
	return calendar{}, false
}

// slashed reads "3/22/2024" and "22/3/2024"; where both numbers could be the
// month, which is which is not known.
func slashed(w string) (calendar, bool) {
	parts := strings.Split(w, "/")
	if len(parts) != 3 {
		return calendar{}, false
	}
	m, okM := monthDay(parts[0])
	d, okD := monthDay(parts[1])
	y, okY := yearWord(parts[2])
	if !okY {
		y, okY = shortYear(parts[2])
	}
	switch {
	case !okM || !okD || !okY:
		return calendar{}, false
	case m > 12 && d <= 12:
		m, d = d, m
	case m <= 12 && d <= 12 && m != d:
		return calendar{}, true
	}
	c := calendar{year: y, month: m, day: d}
	return c, m <= 12 && c.exists()
}
