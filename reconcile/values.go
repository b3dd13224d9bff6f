package reconcile

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"ascribe"
)

// values enters what one telling says of the incident itself.
func (f *folding) values(p part) {
	o := p.told
	first, ok := f.affirmed(p)
	if !ok {
		return
	}
	typed, staged := p.coded(o, ascribe.TypeSlot, first), p.coded(o, ascribe.StageSlot, first)
	f.types.add(o.Type.String(), o.Type, f.voice(p, typed), p.id, typed)
	f.stages.add(o.Stage.String(), o.Stage, f.voice(p, staged), p.id, staged)
	if id, ok := p.carrier(o, spanOf(o.When)); ok && o.When.Resolved() {
		id = p.coded(o, ascribe.DateSlot, id)
		f.dates.add(dateKey(*o.When), *o.When, f.voice(p, id), p.id, id)
	}
	if o.Where != nil {
		if id, ok := p.carrier(o, o.Where.Span); ok {
			id = p.coded(o, ascribe.PlaceSlot, id)
			f.places.add(placeKey(*o.Where), *o.Where, f.voice(p, id), p.id, id)
		}
	}
	for _, list := range [][]ascribe.Entity{o.Roles.PhysicalTargets, o.Roles.HumanTargets} {
		f.entities(&f.targets, p, list)
	}
	f.entities(&f.weapons, p, o.Roles.Instruments)
}

// coded is the statement by which a person coded a value, else another.
func (h *held) coded(o *ascribe.Occurrence, slot ascribe.Slot, other ascribe.StatementID) ascribe.StatementID {
	if id, ok := h.rests[valued{o.Incident, slot}]; ok {
		return id
	}
	return other
}

// affirmed returns the first statement of a telling that does not deny it, and
// enters who denies that it happened. A source that denies its part alone
// stands in the matrix.
func (f *folding) affirmed(p part) (first ascribe.StatementID, ok bool) {
	denies := map[ascribe.StatementID]bool{}
	for _, a := range p.reading.Attributions {
		denies[a.Statement] = denies[a.Statement] || a.Stance.Negated
	}
	for _, id := range p.told.Statements {
		st := p.said[id]
		if !p.told.Denied || !st.Modality.Negated || st.Source.Role == ascribe.Narrator {
			if !ok || f.lapses[first] != nil && f.lapses[id] == nil {
				first, ok = id, true
			}
		} else if !denies[id] {
			f.denials.add(nameKey(f.speaker(p, id)), f.speaker(p, id), f.voice(p, id), p.id, id)
		}
	}
	return first, ok
}

// entities enters the fillers of a role. A private person is counted, never
// named.
func (f *folding) entities(t *tally[ascribe.Entity], p part, list []ascribe.Entity) {
	for _, e := range list {
		var span ascribe.Span
		if len(e.Spans) > 0 {
			span = e.Spans[0]
		}
		id, ok := p.carrier(p.told, span)
		if !ok {
			continue
		}
		switch {
		case e.Named && f.private(e.Mention):
			e.Text, e.Named, e.Mention = "a named person", false, nil
		case !e.Named:
			if e.Text = uncounted(e.Text); e.Text == "" {
				continue
			}
		}
		t.add(nameKey(e.Text), e, f.voice(p, id), p.id, id)
	}
}

// uncounted cuts the number off a wording: how many they were stands among the
// tolls. Of "12 people" nothing is left.
func uncounted(text string) string {
	words := strings.Fields(trimArticle(text))
	for len(words) > 0 && numeral(words[0]) {
		words = words[1:]
	}
	if len(words) == 1 && (strings.EqualFold(words[0], "people") || strings.EqualFold(words[0], "persons")) {
		return ""
	}
	if len(words) == 0 {
		return text
	}
	return strings.Join(words, " ")
}

// numeral reports whether a word at the beginning of a wording is part of a number.
func numeral(word string) bool {
	if strings.ContainsFunc(word, unicode.IsDigit) && !strings.ContainsFunc(word, unicode.IsLetter) {
		return true
	}
	for _, w := range strings.Split(strings.ToLower(word), "-") {
		if !numberWords[w] {
			return false
		}
	}
	return true
}

var numberWords = set(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
	sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
	hundreds thousands dozen dozens scores several some many at least about around nearly almost over more than
	up to few a number of another other`)

// private reports whether a mention is of a person who is no public actor.
func (f *folding) private(m *ascribe.MentionID) bool {
	if m == nil || m.Kind != ascribe.PersonMention {
		return false
	}
	_, public := f.actors.of(*m)
	return !public
}

// carrier returns the standing statement of a telling that holds a span: the
// telling's own where one of them does, else any of the document's, else, for
// a value without a place in the text, the first that still stands. It
// is false when the statement that holds the span was rejected.
func (h *held) carrier(o *ascribe.Occurrence, span ascribe.Span) (ascribe.StatementID, bool) {
	if span.IsZero() {
		for _, id := range o.Statements {
			if h.lapses[id] == nil {
				return id, true
			}
		}
		return o.Statements[0], true
	}
	for _, id := range o.Statements {
		if h.said[id].Anchor.Span.Holds(span) {
			return id, true
		}
	}
	held := false
	for i := range h.reading.Statements {
		s := &h.reading.Statements[i]
		if s.Anchor.Span.Holds(span) {
			if h.said[s.ID] != nil {
				return s.ID, true
			}
			held = true
		}
	}
	return o.Statements[0], !held
}

// dateKey makes two dates of the same days equal.
func dateKey(d ascribe.Date) string {
	return d.From.Format("2006-01-02") + "/" + d.To.Format("2006-01-02")
}

// finerDate orders dates by their length, then by time.
func finerDate(a, b ascribe.Date) int {
	return cmp.Or(cmp.Compare(a.To.Sub(a.From), b.To.Sub(b.From)), a.From.Compare(b.From))
}

// dateHolds reports whether a is a longer stretch that holds b.
func dateHolds(a, b ascribe.Date) bool {
	return !a.From.After(b.From) && !a.To.Before(b.To) && dateKey(a) != dateKey(b)
}

// placeKey makes two wordings of one place equal.
func placeKey(p ascribe.Place) string {
	if p.Gazetteer != "" {
		return p.Gazetteer
	}
	name := p.Name
	if name == "" {
		name = p.Text
	}
	return p.Country + "|" + nameKey(p.Admin1) + "|" + nameKey(name)
}

// placeRank is how closely a place is known; 0 is closest.
func placeRank(p ascribe.Place) int {
	if p.Precision == 0 {
		return ascribe.Offshore + 1
	}
	return p.Precision
}

// finerPlace orders places by their precision.
func finerPlace(a, b ascribe.Place) int { return cmp.Compare(placeRank(a), placeRank(b)) }

// placeHolds reports whether a is the country or division that b lies in.
func placeHolds(a, b ascribe.Place) bool {
	if placeRank(a) <= placeRank(b) || a.Country == "" || a.Country != b.Country {
		return false
	}
	switch a.Precision {
	case ascribe.WholeCountry:
		return true
	case ascribe.FirstOrder, ascribe.SecondOrder:
		return a.Admin1 != "" && nameKey(a.Admin1) == nameKey(b.Admin1)
	}
	return false
}

// finerType puts a type that says more before a bare "attack" or "other".
func finerType(a, b ascribe.IncidentType) int { return cmp.Compare(vagueness(a), vagueness(b)) }

func vagueness(t ascribe.IncidentType) int {
	switch t {
	case ascribe.OtherIncident:
		return 2
	case ascribe.Attack:
		return 1
	}
	return 0
}

// typeHolds reports whether a is a vaguer word for b.
func typeHolds(a, b ascribe.IncidentType) bool {
	return a == ascribe.OtherIncident && b != a || a == ascribe.Attack && violent(b) && b != a
}

// title names a record by the values it holds; what is unknown is left out.
func title(r *ascribe.Record) string {
	parts := []string{typeWords(r.Type, r.Stage)}
	if r.Where != nil {
		if name := placeWords(*r.Where); name != "" {
			parts = append(parts, name)
		}
	}
	if r.When.Resolved() {
		parts = append(parts, dateWords(*r.When))
	}
	return strings.Join(parts, ", ")
}

// typeWords writes a type and stage as the beginning of a title.
func typeWords(t ascribe.IncidentType, s ascribe.Stage) string {
	words := strings.ReplaceAll(t.String(), "_", " ")
	if t == ascribe.OtherIncident {
		words = "incident"
	}
	if s != ascribe.Accomplished && t != ascribe.Threat && t != ascribe.Warning {
		words = s.String() + " " + words
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// dateWords writes a date in words, as closely as it is known.
func dateWords(d ascribe.Date) string {
	const day = "2 January 2006"
	switch {
	case d.From.Equal(d.To):
		return d.From.Format(day)
	case d.From.Day() == 1 && d.To.AddDate(0, 0, 1).Day() == 1 && d.From.Month() == d.To.Month() && d.From.Year() == d.To.Year():
		return d.From.Format("January 2006")
	case d.From.YearDay() == 1 && d.To.AddDate(0, 0, 1).YearDay() == 1 && d.From.Year() == d.To.Year():
		return d.From.Format("2006")
	}
	return fmt.Sprintf("%s to %s", d.From.Format(day), d.To.Format(day))
}

// spanOf returns where a date is written.
func spanOf(d *ascribe.Date) ascribe.Span {
	if d == nil {
		return ascribe.Span{}
	}
	return d.Span
}
