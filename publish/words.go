package publish

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"ascribe"
)

// humanDay is how a day is written in text for people.
const humanDay = "2 January 2006"

// countOf writes a number with its noun, never a plural for one.
func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		noun = strings.TrimSuffix(noun, "y") + "ie"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// phrase writes a name of a closed set as words: "accused by authorities".
func phrase(name fmt.Stringer) string { return strings.ReplaceAll(name.String(), "_", " ") }

// dateWords says a date with how closely it is known, and never more than is
// known.
func dateWords(d *ascribe.Date) string {
	switch {
	case d == nil:
		return "date not stated"
	case !d.Resolved():
		return "date not resolved"
	}
	from, to := d.From.UTC(), d.To.UTC()
	switch {
	case from.Equal(to):
		return from.Format(humanDay)
	case d.Precision == ascribe.Year && from.Year() == to.Year():
		return from.Format("2006") + ", no month or day stated"
	case d.Precision == ascribe.Month && from.Month() == to.Month() && from.Year() == to.Year():
		return from.Format("January 2006") + ", no day stated"
	}
	span := "between " + from.Format(humanDay) + " and " + to.Format(humanDay)
	if d.Precision == ascribe.Range || d.Precision == ascribe.UnknownDate {
		return span
	}
	return span + " (known to the " + d.Precision.String() + ")"
}

// basisWords says what a date rests on, or "".
func basisWords(b ascribe.Basis) string {
	switch b {
	case ascribe.Explicit:
		return "written out in the text"
	case ascribe.RelativeToPublication:
		return "counted from the publication date"
	case ascribe.RelativeToText:
		return "counted from another date of the text"
	}
	return ""
}

// placeName is the place as the gazetteer spells it, else as written.
func placeName(p *ascribe.Place) string {
	if p.Name != "" {
		return p.Name
	}
	return p.Text
}

// placeParts lists the place and what holds it, smallest first.
func placeParts(p *ascribe.Place) []string {
	parts := []string{placeName(p)}
	for _, s := range []string{p.Admin1, p.Country} {
		if s != "" && s != parts[len(parts)-1] {
			parts = append(parts, s)
		}
	}
	return parts
}

// nearness says how closely a place is known, after UCDP where_prec.
func nearness(p *ascribe.Place) string {
	switch p.Precision {
	case ascribe.ExactPlace:
		return "exact location"
	case ascribe.NearPlace:
		return "within about 25 km of a known point"
	case ascribe.SecondOrder:
		return "known to the district"
	case ascribe.FirstOrder:
		return "known to the province"
	case ascribe.PartOfRegion:
		return "known to a part of the country"
	case ascribe.WholeCountry:
		return "known to the country"
	case ascribe.Offshore:
		return "international waters or airspace"
	}
	return "how closely is not known"
}

// figureWords says a figure as a person would.
func figureWords(f ascribe.Figure) string {
	lo, best, hi := f.Low, f.Best, f.High
	switch {
	case lo == ascribe.Unknown && best == ascribe.Unknown && hi == ascribe.Unknown:
		return "no number given"
	case f.Open && lo == hi && (best == lo || best == ascribe.Unknown):
		return "at least " + number(lo)
	case lo == best && best == hi:
		return number(best)
	case hi == ascribe.Unknown && lo != ascribe.Unknown && (best == lo || best == ascribe.Unknown):
		return "at least " + number(lo)
	case lo == ascribe.Unknown && best == ascribe.Unknown:
		return "up to " + number(hi)
	case lo == ascribe.Unknown && hi == ascribe.Unknown:
		return "about " + number(best)
	}
	out := ""
	switch {
	case lo == hi:
		out = number(lo)
	case lo == ascribe.Unknown:
		out = "up to " + number(hi)
	case hi == ascribe.Unknown:
		out = number(lo) + " or more"
	default:
		out = number(lo) + " to " + number(hi)
	}
	if f.Open && hi != ascribe.Unknown && lo != hi {
		out += " or more"
	}
	if best != ascribe.Unknown {
		out += ", best " + number(best)
	}
	return out
}

// number writes a count, or a dash for one that is not known.
func number(c ascribe.Count) string {
	if c == ascribe.Unknown {
		return "–"
	}
	return strconv.Itoa(int(c))
}

// bounds writes low, best and high, each said to be unknown when it is.
func bounds(f ascribe.Figure) string {
	say := func(name string, c ascribe.Count) string {
		if c == ascribe.Unknown {
			return name + " not stated"
		}
		return name + " " + number(c)
	}
	out := say("low", f.Low) + ", " + say("best", f.Best) + ", " + say("high", f.High)
	if f.Open && f.High != ascribe.Unknown {
		out += " or more"
	}
	return out
}

// whenPublished writes a publication as closely as the outlet gives it.
func whenPublished(a *ascribe.Appearance) string {
	switch p := a.Published; {
	case p.IsZero() && a.Retrieved.IsZero():
		return unpublished
	case p.IsZero():
		return unpublished + ", retrieved " + a.Retrieved.UTC().Format(humanDay)
	case p.DayOnly:
		return p.Time.UTC().Format(humanDay)
	default:
		return p.Time.UTC().Format(humanDay + ", 15:04 UTC")
	}
}

// moment writes a time of day in UTC; the first and the last instant of a day
// stand for the day, of which no time was printed.
func moment(t time.Time) string {
	t = t.UTC()
	start := t.Truncate(24 * time.Hour)
	if t.Equal(start) || t.Equal(start.Add(24*time.Hour-time.Nanosecond)) {
		return t.Format(humanDay)
	}
	return t.Format(humanDay + ", 15:04 UTC")
}

// sinceWords says that something stands since a time of publication.
func sinceWords(when string) string {
	if strings.HasPrefix(when, unpublished) {
		return when
	}
	return "since " + when
}

// unpublished stands where an outlet prints no date.
const unpublished = "publication date not stated"

// relationWords says how a subject stands to an object.
func relationWords(k ascribe.RelationKind, negated bool) string {
	said := map[ascribe.RelationKind][2]string{
		ascribe.AffiliateOf:  {"is an affiliate of", "is not an affiliate of"},
		ascribe.OffshootOf:   {"is an offshoot of", "is not an offshoot of"},
		ascribe.PartOf:       {"is part of", "is not part of"},
		ascribe.AlliedWith:   {"is allied with", "is not allied with"},
		ascribe.Supports:     {"supports", "does not support"},
		ascribe.RivalOf:      {"is a rival of", "is not a rival of"},
		ascribe.Opposes:      {"opposes", "does not oppose"},
		ascribe.TargetsActor: {"targets", "does not target"},
		ascribe.LedBy:        {"is led by", "is not led by"},
		ascribe.AliasOf:      {"is another name of", "is not another name of"},
		ascribe.SuccessorOf:  {"took the place of", "did not take the place of"},
	}[k]
	if negated {
		return said[1]
	}
	return said[0]
}

// short cuts a hash to what a person compares.
func short(id string) string {
	if len(id) > 12 {
		return id[:12]
	}
	return id
}

// roleWords says what kind of voice speaks.
func roleWords(r ascribe.Role) string {
	switch r {
	case ascribe.Narrator:
		return "the outlet itself"
	case ascribe.Self:
		return "the party itself"
	case ascribe.Authority:
		return "an authority"
	case ascribe.Victim:
		return "a victim's relative or survivor"
	case ascribe.Witness:
		return "a witness"
	case ascribe.Unnamed:
		return "unnamed source"
	}
	return "another voice"
}
