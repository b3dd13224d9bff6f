package read

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"ascribe"
)

var monthsByName = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

// fullDate is a day, a month by name and a year, in either order.
var fullDate = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(` + monthWord + `),?\s+(\d{4}|\d{2})|(` + monthWord + `)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))\b`)

// numericDate is a day, month and year in digits.
var numericDate = regexp.MustCompile(`\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4}))\b`)

// parseDay returns the first full date in the words, or zero. A year of two
// digits is of the twentieth century from 50 on.
func parseDay(words string) time.Time {
	m := fullDate.FindStringSubmatch(words)
	if m == nil {
		return time.Time{}
	}
	d, mon, y := m[1], m[2], m[3]
	if mon == "" {
		mon, d, y = m[4], m[5], m[6]
	}
	return day(y, monthsByName[strings.ToLower(mon[:3])], d)
}

// day returns the day of a calendar, or zero when there is none such.
func day(year string, month time.Month, dom string) time.Time {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(dom)
	if len(year) == 2 {
		y += 1900
		if y < 1950 {
			y += 100
		}
	}
	t := time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
	if y < 1800 || y > 2200 || t.Day() != d || t.Month() != month {
		return time.Time{}
	}
	return t
}

// stamps are the words before the date that a page prints about itself, the
// surest first: what was posted once and updated later was published first.
var stamps = []string{"published on", "published:", "published", "posted on", "posted:", "posted", "first published:", "created:", "date:", "originally published:", "originally published", "publication date:"}

// stampOf returns the publication date at the head of a line such as "Posted:
// Tuesday, January 28, 2014 5:31 PM", and where the line's words for it end.
func stampOf(s string) (time.Time, int) {
	low := strings.ToLower(s[:min(len(s), 200)])
	for _, word := range stamps {
		if !strings.HasPrefix(low, word) {
			continue
		}
		rest := low[len(word):]
		m := fullDate.FindStringIndex(rest)
		n := numericDate.FindStringSubmatchIndex(rest)
		if m != nil && m[0] <= 30 {
			return parseDay(rest[m[0]:m[1]]), len(word) + m[1]
		}
		if n != nil && n[0] <= 20 {
			return parseNumeric(rest[n[0]:n[1]]), len(word) + n[1]
		}
	}
	return time.Time{}, 0
}

// parseNumeric reads 2014-01-28, and 1/28/2014 when only one order makes a day.
func parseNumeric(s string) time.Time {
	m := numericDate.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}
	}
	if m[1] != "" {
		mon, _ := strconv.Atoi(m[2])
		return day(m[1], time.Month(mon), m[3])
	}
	a, _ := strconv.Atoi(m[4])
	b, _ := strconv.Atoi(m[5])
	switch {
	case a == b || a <= 12 && b > 12:
		return day(m[6], time.Month(a), m[5])
	case b <= 12 && a > 12:
		return day(m[6], time.Month(b), m[4])
	}
	return time.Time{}
}

// headDate is a weekday and a full date that a text opens with.
var headDate = regexp.MustCompile(`^(?i:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?)\s+` +
	`(?:\d{1,2}\s+` + monthWord + `,?\s+\d{4}|` + monthWord + `\s+\d{1,2},?\s+\d{4})\b`)

// parseGiven reads the publication date of a JSON Lines article: RFC 3339, a
// date or a time.
func parseGiven(s string) (ascribe.Published, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return ascribe.Published{}, nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return ascribe.Published{Time: t, DayOnly: true, From: "given"}, nil
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return ascribe.Published{Time: t, From: "given"}, nil
		}
	}
	return ascribe.Published{}, ascribe.Errorf(ascribe.Invalid, "published %q is not an RFC 3339 date or time", s)
}

// parseStamp reads a date of a page's metadata, with or without a time of day.
// A time without a zone is taken as UTC.
func parseStamp(s, from string) ascribe.Published {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999-0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
		"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			return ascribe.Published{Time: t, From: from}
		}
	}
	if len(s) >= 10 {
		if t, err := time.Parse(time.DateOnly, s[:10]); err == nil && (len(s) == 10 || !unicode.IsDigit(rune(s[10]))) {
			return ascribe.Published{Time: t, DayOnly: true, From: from}
		}
	}
	if t := parseDay(s); !t.IsZero() {
		return ascribe.Published{Time: t, DayOnly: true, From: from}
	}
	return ascribe.Published{}
}
