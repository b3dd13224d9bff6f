package ascribe

import (
	"strings"
	"time"
)

// ParseEDTF reads a year, a month, a day, or two of them joined by a slash
// (ISO 8601-2 level 0): 2025, 2025-03, 2025-03-06, 2025-03-06/2025-03-08.
func ParseEDTF(s string) (Date, error) {
	first, last, ranged := strings.Cut(s, "/")
	from, to, precision, ok := stretch(first)
	if ok && ranged {
		precision = Range
		_, to, _, ok = stretch(last)
	}
	if !ok || to.Before(from) {
		return Date{}, WithHint(Errorf(Invalid, "%q is no date", s), "write 2025-03-06, 2025-03, 2025, or two of them: 2025-03-06/2025-03-08")
	}
	return Date{EDTF: s, From: from, To: to, Precision: precision}, nil
}

// stretch returns the first and the last day of a year, a month or a day.
func stretch(s string) (from, to time.Time, p DatePrecision, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
		precision           DatePrecision
	}{{time.DateOnly, 0, 0, 1, Day}, {"2006-01", 0, 1, 0, Month}, {"2006", 1, 0, 0, Year}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return t, t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1), form.precision, true
		}
	}
	return time.Time{}, time.Time{}, UnknownDate, false
}
