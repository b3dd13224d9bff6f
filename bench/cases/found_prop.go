package cases

import (
	"math"
	"strconv"
	"strings"

	"ascribe"
)

func (in reader) relations() []Found {
	var all []Found
	for i := range in.Relations {
		r := &in.Relations[i]
		p := map[string][]string{
			"subject": in.wordings(r.Subject), "kind": {r.Kind.String()}, "object": in.wordings(r.Object), "negated": {yes(r.Negated)},
			"from": edtf(r.From), "to": edtf(r.To), "by": in.by(r.Statement),
		}
		w := one("", p["subject"]) + " " + r.Kind.String() + " " + one("", p["object"]) + flag(r.Negated, " | negated", "")
		all = append(all, Found{"relation", p, w + one(" | from ", p["from"]) + one(" | to ", p["to"])})
	}
	return all
}

// places are the chains of places, and same their and all other wordings.
func (in reader) places() []Found {
	var all []Found
	for i := range in.Mentions {
		m := &in.Mentions[i]
		names := in.wordings(m.ID)
		all = append(all, Found{"same", map[string][]string{"wording": names}, strings.Join(names, " = ")})
		if m.ID.Kind != ascribe.PlaceMention {
			continue
		}
		p, w := map[string][]string{"text": names}, m.Text
		if m.Place != nil {
			p["name"], p["country"], p["admin"] = filled(m.Place.Name), filled(m.Place.Country), filled(m.Place.Admin1)
			p["prec"] = []string{strconv.Itoa(m.Place.Precision)}
			w += one(" = ", p["name"]) + one(" | country ", p["country"]) + one(" | admin ", p["admin"])
			if m.Place.Point != nil {
				p["near"] = []string{degrees(m.Place.Point.Lat, "N", "S") + " " + degrees(m.Place.Point.Lon, "E", "W")}
				w += " | near " + p["near"][0]
			}
		}
		all = append(all, Found{"place", p, w})
	}
	return all
}

// degrees writes a coordinate in whole degrees: "44N".
func degrees(v float64, plus, minus string) string {
	return strconv.FormatFloat(math.Abs(v), 'f', 0, 64) + flag(v >= 0, plus, minus)
}

func (in reader) dates() []Found {
	var all []Found
	for i := range in.Dates {
		d := &in.Dates[i]
		p := map[string][]string{"text": {d.Text}, "edtf": filled(d.EDTF), "precision": {d.Precision.String()}, "basis": filled(d.Basis.String())}
		w := d.Text + " unresolved"
		if d.EDTF != "" {
			w = d.Text + " = " + d.EDTF
		}
		all = append(all, Found{"date", p, w})
	}
	return all
}

// wordings are what a mention is called in the text and in the register, the
// most specific first.
func (in reader) wordings(id ascribe.MentionID) []string {
	m := in.mentions[id]
	if m == nil {
		return nil
	}
	all := []string{m.Text}
	if m.Actor != nil {
		all = append(all, m.Actor.Name)
	}
	for _, s := range m.Spans {
		all = append(all, s.Of(in.doc.Text))
	}
	return distinct(all)
}

// by tells whose statement it is: the role of the speaker and its words.
func (in reader) by(id ascribe.StatementID) []string {
	for i := range in.Statements {
		if s := &in.Statements[i]; s.ID == id {
			all := append([]string{s.Source.Role.String()}, filled(s.Source.Text)...)
			if s.Source.Mention != nil {
				all = append(all, in.wordings(*s.Source.Mention)...)
			}
			return all
		}
	}
	return nil
}

func (in reader) typeOf(id ascribe.MentionID) []string {
	for i := range in.Incidents {
		if in.Incidents[i].Incident == id {
			return []string{in.Incidents[i].Type.String()}
		}
	}
	return nil
}

// words are those of spans, in one line.
func (in reader) words(spans []ascribe.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(in.doc.Text))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func distinct(all []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range all {
		if key := plainForm(s); !seen[key] {
			seen[key] = true
			out = append(out, s)
		}
	}
	return out
}

func edtf(d *ascribe.Date) []string {
	if d == nil {
		return nil
	}
	return filled(d.EDTF)
}

func count(c ascribe.Count) []string {
	if c == ascribe.Unknown {
		return nil
	}
	return []string{strconv.Itoa(int(c))}
}

// filled keeps the values that are known.
func filled(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

// one writes the first of some values behind a label, or nothing.
func one(label string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return label + values[0]
}

func yes(b bool) string { return flag(b, "yes", "no") }

func flag(b bool, word, otherwise string) string {
	if b {
		return word
	}
	return otherwise
}
