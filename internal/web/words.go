package web

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// day writes a day: "6 March 2025".
func (t *tongue) day(at time.Time) string {
	at = at.UTC()
	return t.t("date.day", at.Day(), t.month(at), at.Year())
}

// shortDay writes a day for an axis: "6 Mar".
func (t *tongue) shortDay(at time.Time) string {
	at = at.UTC()
	return t.t("date.short", at.Day(), strings.Fields(t.t("date.months.short"))[at.Month()-1])
}

func (t *tongue) month(at time.Time) string {
	return strings.Fields(t.t("date.months"))[at.Month()-1]
}

// moment writes a time in UTC; the first and the last instant of a day stand for the
// day, of which no time was printed.
func (t *tongue) moment(at time.Time) string {
	at = at.UTC()
	start := at.Truncate(24 * time.Hour)
	if at.Equal(start) || at.Equal(start.Add(24*time.Hour-time.Nanosecond)) {
		return t.day(at)
	}
	return t.t("date.time", t.day(at), at.Format("15:04"))
}

// date says a date with how closely it is known, and never more than is known.
func (t *tongue) date(d *ascribe.Date) string {
	switch {
	case d == nil:
		return t.t("date.none")
	case !d.Resolved():
		return t.t("date.unresolved")
	}
	from, to := d.From.UTC(), d.To.UTC()
	switch {
	case from.Equal(to):
		return t.day(from)
	case d.Precision == ascribe.Year && from.Year() == to.Year():
		return t.t("date.year", from.Year())
	case d.Precision == ascribe.Month && from.Month() == to.Month() && from.Year() == to.Year():
		return t.t("date.month", t.month(from), from.Year())
	}
	span := t.t("date.between", t.day(from), t.day(to))
	if d.Precision == ascribe.Range || d.Precision == ascribe.UnknownDate {
		return span
	}
	return t.t("date.known", span, t.word("precision", d.Precision))
}

// when says when an incident happened: a date that is told but names no days is not
// one that nobody told.
func (t *tongue) when(r *ascribe.Record) string {
	if r.When == nil && len(r.Dates) > 0 {
		return t.t("date.unresolved")
	}
	return t.date(r.When)
}

// published writes a publication as closely as the outlet gives it.
func (t *tongue) published(a *ascribe.Appearance) string {
	switch p := a.Published; {
	case p.IsZero() && a.Retrieved.IsZero():
		return t.t("date.unpublished")
	case p.IsZero():
		return t.t("date.retrieved", t.day(a.Retrieved))
	case p.DayOnly:
		return t.day(p.Time)
	default:
		return t.moment(p.Time)
	}
}

// figure says a figure as a person would.
func (t *tongue) figure(f ascribe.Figure) string {
	lo, best, hi := f.Low, f.Best, f.High
	switch {
	case lo == ascribe.Unknown && best == ascribe.Unknown && hi == ascribe.Unknown:
		return t.t("figure.none")
	case lo == best && best == hi && !f.Open:
		return number(best)
	case (hi == ascribe.Unknown || f.Open && lo == hi) && lo != ascribe.Unknown && (best == lo || best == ascribe.Unknown):
		return t.t("figure.atleast", number(lo))
	case lo == ascribe.Unknown && best == ascribe.Unknown:
		return t.t("figure.upto", number(hi))
	case lo == ascribe.Unknown && hi == ascribe.Unknown:
		return t.t("figure.about", number(best))
	}
	out := ""
	switch {
	case lo == hi:
		out = number(lo)
	case lo == ascribe.Unknown:
		out = t.t("figure.upto", number(hi))
	case hi == ascribe.Unknown:
		out = t.t("figure.ormore", number(lo))
	default:
		out = t.t("figure.range", number(lo), number(hi))
	}
	if f.Open && hi != ascribe.Unknown && lo != hi {
		out = t.t("figure.ormore", out)
	}
	if best != ascribe.Unknown {
		out = t.t("figure.best", out, number(best))
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

// title names an incident by what is said of it: its type, where and when.
func (t *tongue) title(r *ascribe.Record) string {
	parts := []string{capital(t.kind(r.Type, r.Stage))}
	if r.Where != nil {
		if name := placeName(r.Where); name != "" {
			parts = append(parts, name)
		}
	}
	if r.When.Resolved() {
		parts = append(parts, t.titleDate(r.When))
	}
	return strings.Join(parts, ", ")
}

// titleDate is a date as a title has it: without what is not known of it.
func (t *tongue) titleDate(d *ascribe.Date) string {
	switch {
	case d.Precision == ascribe.Month && d.From.Month() == d.To.Month() && d.From.Year() == d.To.Year():
		return t.t("date.title.month", t.month(d.From), d.From.Year())
	case d.Precision == ascribe.Year && d.From.Year() == d.To.Year():
		return strconv.Itoa(d.From.Year())
	case d.From.Equal(d.To):
		return t.day(d.From)
	}
	return t.t("date.title.range", t.day(d.From), t.day(d.To))
}

// kind names a type and a stage.
func (t *tongue) kind(k ascribe.IncidentType, s ascribe.Stage) string {
	words := t.word("type", k)
	if s != ascribe.Accomplished && k != ascribe.Threat && k != ascribe.Warning {
		words = t.t("title.staged", words, t.word("stage", s))
	}
	return words
}

// placeName is the place as the gazetteer spells it, else as written.
func placeName(p *ascribe.Place) string {
	for _, name := range []string{p.Name, p.Text, p.Admin1} {
		if name != "" {
			return visible(strings.Join(strings.Fields(name), " "))
		}
	}
	return p.Country
}

// placeParts lists the place and what holds it, smallest first.
func placeParts(p *ascribe.Place) []string {
	parts := []string{placeName(p)}
	for _, s := range []string{p.Admin1, p.Country} {
		if s != "" && s != parts[len(parts)-1] {
			parts = append(parts, visible(s))
		}
	}
	return parts
}

// voice says what kind of voice speaks, and names it where it has a name.
func (t *tongue) voice(role ascribe.Role, name string, a *ascribe.Appearance) voice {
	v := voice{Name: visible(name), Role: t.word("role", role)}
	switch {
	case role == ascribe.Narrator:
		v.Name = t.outlet(a)
	case isPrivateVoice(role) || name == "":
		v.Name, v.Role = v.Role, ""
	}
	return v
}

// A voice is who says something.
type voice struct {
	Name string // as written, or of what kind it is
	Role string // "" where the name says it
}

// isPrivateVoice reports whether who speaks is never named.
func isPrivateVoice(r ascribe.Role) bool { return r == ascribe.Victim || r == ascribe.Witness }

// outlet is the outlet's name as it stands, or says that it is not known.
func (t *tongue) outlet(a *ascribe.Appearance) string {
	if a == nil || a.Outlet == "" {
		return t.t("outlet.none")
	}
	return visible(string(a.Outlet))
}

// lapse says how words lapsed and since when, or "".
func (t *tongue) lapse(l *ascribe.Lapse) string {
	switch {
	case l == nil:
		return ""
	case l.Kind == ascribe.Corrected:
		return t.t("lapse.corrected")
	}
	return t.t("lapse."+l.Kind.String(), t.moment(l.Since))
}

// bare is a quotation without the marks that stand around the whole of it, which a
// page sets itself.
func bare(words string) string {
	words = visible(words)
	for _, marks := range [][2]string{{`"`, `"`}, {"“", "”"}, {"«", "»"}} {
		inner := strings.TrimSuffix(strings.TrimPrefix(words, marks[0]), marks[1])
		if len(inner) == len(words)-len(marks[0])-len(marks[1]) && !strings.Contains(inner, marks[0]) && !strings.Contains(inner, marks[1]) {
			return strings.TrimSuffix(inner, ",")
		}
	}
	return words
}

// commas joins with commas.
func commas(words []string) string { return strings.Join(words, ", ") }

// capital begins with a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// visible shows what would otherwise act unseen: control signs, and marks that turn
// the writing direction and so could make words read as others.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\r':
			return -1
		case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r >= '\u200b' && r <= '\u200f' && r != '\u200d' && r != '\u200c', r >= 0xe0000 && r <= 0xe007f:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
