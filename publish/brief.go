package publish

import (
	"slices"
	"strings"
	"time"

	"ascribe"
)

// Brief writes the line of the list of incidents for a record. It names no private
// person.
func Brief(record *ascribe.Record) ascribe.Brief {
	r := Redact(record)
	out := ascribe.Brief{
		Incident: r.Incident, Title: r.Title, Type: r.Type, Stage: r.Stage, When: told(r), Where: r.Where,
		Tolls: map[ascribe.Harm]ascribe.Figure{}, Reports: reports(r), Documents: len(r.Documents), Origins: standing(r),
		Contested: r.Contested, Decisions: len(r.Decisions), Withdrawn: r.Withdrawn != nil,
	}
	for _, t := range r.Tolls {
		if _, ok := out.Tolls[t.Harm]; !ok { // the first policy is the record's own
			out.Tolls[t.Harm] = t.Figure
		}
	}
	for i := range r.Matrix {
		if c := &r.Matrix[i]; c.Lapsed == nil {
			out.Stands = append(out.Stands, standOf(c))
		}
	}
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			out.Outlets = append(out.Outlets, a.Outlet)
			out.First, out.Last = span(out.First, out.Last, a.Published.Time)
		}
	}
	slices.Sort(out.Outlets)
	out.Outlets = slices.DeleteFunc(slices.Compact(out.Outlets), func(o ascribe.OutletID) bool { return o == "" })
	return out
}

// span widens a stretch of time to hold a moment; the zero moment is none.
func span(first, last, at time.Time) (time.Time, time.Time) {
	if at.IsZero() {
		return first, last
	}
	if first.IsZero() || at.Before(first) {
		first = at
	}
	if at.After(last) {
		last = at
	}
	return first, last
}

// told is when an incident happened; where none that is told names a day, one of
// these: it is not an incident that nobody dated.
func told(r *ascribe.Record) *ascribe.Date {
	if r.When == nil && len(r.Dates) > 0 {
		return &r.Dates[0].Value
	}
	return r.When
}

// standOf is what a cell says, without what it rests on.
func standOf(c *ascribe.Cell) ascribe.Stand {
	return ascribe.Stand{Actor: c.Actor, Position: c.Position, Source: c.Source, Role: c.Role, Origins: c.Support.Origins}
}

// Summary says in a few lines what is told of an incident: by how many, the tolls, who
// says who did it, what is contested.
func Summary(b *ascribe.Brief) string {
	out := []string{countOf(b.Reports, "report") + " from " + countOf(b.Origins, "independent origin")}
	for h := ascribe.Killed; h.String() != ""; h++ {
		if f, ok := b.Tolls[h]; ok {
			out = append(out, phrase(h)+": "+figureWords(f))
		}
	}
	for _, s := range b.Stands {
		source := s.Source
		if source == "" || isPrivateVoice(s.Role) {
			source = roleWords(s.Role)
		}
		out = append(out, s.Actor.Name+": "+phrase(s.Position)+" by "+source)
	}
	if len(b.Contested) > 0 {
		out = append(out, "contested: "+strings.Join(b.Contested, "; "))
	}
	for i := range out {
		out[i] = plain(out[i])
	}
	return strings.Join(out, "\n")
}
