package muc

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ascribe"
	"ascribe/extract/gazetteer"
)

// How the key writes days (MUC-4 7.3).
const keyDay = "02 Jan 06"

var header = regexp.MustCompile(`^\s*[^()]{2,60}(?:\([^()]*\))?,\s+(\d{1,2}\s+[A-Z]{3}\s+\d{2})\s`)

// printed returns the date in the header of a report, or zero.
func printed(text string) time.Time {
	m := header.FindStringSubmatch(text)
	if m == nil {
		return time.Time{}
	}
	day, err := time.Parse("2 Jan 06", strings.Join(strings.Fields(m[1]), " "))
	if err != nil {
		return time.Time{}
	}
	return day
}

// weekday says that the words of a date name a day of the week.
var weekday = regexp.MustCompile(`(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`)

// dateValue writes the date of an incident as the key does: a day that the text
// gives or lets one count, a range, or "on or before the date of the report" for a
// day of the week without its number and for what the text leaves open (MUC-4 7.3,
// notes 1 to 3). It is empty where nothing is known.
func dateValue(d *ascribe.Date, report time.Time) string {
	before := ""
	if !report.IsZero() {
		before = "- " + write(report)
	}
	switch {
	case !d.Resolved(), weekday.MatchString(d.Text) && !strings.ContainsAny(d.Text, "0123456789"):
		return before
	case d.From.Equal(d.To):
		return write(d.From)
	case !report.IsZero() && d.To.After(report) && !d.From.After(report): // "this month", as far as it had gone
		return write(d.From) + " - " + write(report)
	}
	return write(d.From) + " - " + write(d.To)
}

func write(day time.Time) string { return strings.ToUpper(day.Format(keyDay)) }

// rightDate reports whether a written date is one of the key's: brackets and the
// spaces around a dash tell nothing.
func rightDate(got string, key []Fill) bool {
	if len(key) == 0 {
		return got == ""
	}
	return slices.ContainsFunc(key, func(f Fill) bool {
		return slices.ContainsFunc(f.Value, func(v string) bool { return plainDate(v) == plainDate(got) })
	})
}

func plainDate(v string) string {
	words := strings.Fields(strings.ReplaceAll(strings.Trim(v, "() "), "-", " - "))
	for i, w := range words {
		if n, err := strconv.Atoi(w); err == nil {
			words[i] = strconv.Itoa(n)
		}
	}
	return strings.Join(words, " ")
}

// dayGiven reports whether the key names the day or days of an incident, so that
// more than the date of the report must be known.
func dayGiven(key []Fill) bool {
	return slices.ContainsFunc(key, func(f Fill) bool {
		return slices.ContainsFunc(f.Value, func(v string) bool { return v != "" && !strings.HasPrefix(strings.Trim(v, "( "), "-") })
	})
}

// rightPlace reports whether a place is the key's: of its country, and the most
// specific place that the key names. Where the key names a country alone, the
// place must be the country, or unknown within it (MUC-4 7.4).
func rightPlace(p *ascribe.Place, key []Fill) bool {
	return slices.ContainsFunc(key, func(f Fill) bool {
		return slices.ContainsFunc(f.Value, func(v string) bool { return isPlace(p, v) })
	})
}

// isPlace compares a place with one value, "PERU: LIMA (CITY): MIRAFLORES
// (NEIGHBORHOOD)"; of "CUCUTA (CITY) - CAMPANARIO (REGION)" either end is right.
func isPlace(p *ascribe.Place, value string) bool {
	parts := strings.Split(value, ":")
	if p == nil || !sameCountry(p, parts[0]) {
		return false
	}
	if len(parts) == 1 || p.Precision == ascribe.WholeCountry {
		return len(parts) == 1 && p.Precision == ascribe.WholeCountry
	}
	for _, end := range strings.Split(parts[len(parts)-1], " - ") {
		name, _, _ := strings.Cut(end, "(")
		name = plainPlace(name)
		if name != "" && (plainPlace(p.Text) == name || plainPlace(p.Name) == name) {
			return true
		}
	}
	return false
}

func sameCountry(p *ascribe.Place, country string) bool {
	want := plainPlace(country)
	return p.Country != "" && plainPlace(gazetteer.CountryName(p.Country)) == want || p.Precision == ascribe.WholeCountry && plainPlace(p.Text) == want
}

// plainPlace writes a name of a place as Plain does, without accents and without
// the word for what kind of place it is.
func plainPlace(name string) string {
	words := strings.Fields(Plain(unaccented.Replace(strings.ToLower(name))))
	for len(words) > 1 && slices.Contains(placeKinds, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// unaccented takes the accents of Spanish from a name.
var unaccented = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ñ", "n", "ü", "u")

var placeKinds = []string{"department", "province", "city", "town", "municipality", "neighborhood", "village", "region", "district"}
