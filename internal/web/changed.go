package web

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"time"

	"ascribe"
)

// A changedPage is what became of one incident between two moments.
type changedPage struct {
	ID, To     string
	From, Till string // as given; Till may be empty, which is now
	Known      bool   // the moments are of this desk's knowledge, not of publication
	Before     string // how much was told at each
	After      string
	Parts      []changedPart
	Same       bool
	Days       []namedLink // from the day before each day of publication to that day
}

// A changedPart is one kind of value with what is gone and what is new.
type changedPart struct {
	Label     string
	Gone, New []line
}

// The fields of the form of a comparison.
const (
	fromField, tillField, knownField = "from", "to", "by"
)

// changed answers with what became of an incident between two moments.
func (s *Server) changed(v *visit) error {
	id, q := v.r.PathValue("id"), v.r.URL.Query()
	out := &changedPage{ID: id, From: q.Get(fromField), Till: q.Get(tillField), Known: q.Get(knownField) == "known"}
	now, err := s.record(v, ascribe.Pins{}, id)
	if err != nil {
		return err
	}
	title := v.title(newSheet(v, now).p.Record)
	out.To = v.to("incidents", string(now.Incident))
	out.Days = v.steps(now)
	if out.From != "" {
		if err := s.compare(v, out); err != nil {
			return err
		}
	}
	return s.show(v, http.StatusOK, "changed.html", page{Title: v.t("changed.title", title), Here: "incidents", Body: out})
}

// compare fills in what differs between the two moments of a form.
func (s *Server) compare(v *visit, out *changedPage) error {
	var sheets [2]*sheet
	for i, given := range []string{out.From, out.Till} {
		at, err := momentOf(given, v.tongue)
		if err != nil {
			return err
		}
		pins := ascribe.Pins{AsOf: at}
		if out.Known {
			pins = ascribe.Pins{KnownAt: at}
		}
		r, err := s.record(v, pins, out.ID)
		if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
			r, err = &ascribe.Record{}, nil // nothing stood then
		}
		if err != nil {
			return err
		}
		sheets[i] = newSheet(v, r)
	}
	out.Before, out.After = sheets[0].toldIn(), sheets[1].toldIn()
	before, after := sheets[0].values(), sheets[1].values()
	for i := range after {
		p := changedPart{Label: v.t(after[i].Label), Gone: lacking(before[i].Says, after[i].Says), New: lacking(after[i].Says, before[i].Says)}
		if len(p.Gone)+len(p.New) > 0 {
			out.Parts = append(out.Parts, p)
		}
	}
	out.Same = len(out.Parts) == 0
	return nil
}

// lacking lists the lines that others lack.
func lacking(of, others []line) []line {
	var out []line
	for _, l := range of {
		if !slices.ContainsFunc(others, func(o line) bool { return o.Says == l.Says }) {
			out = append(out, l)
		}
	}
	return out
}

// values lists every value of the record by its kind, without the counts that each
// further report changes.
func (b *sheet) values() []fact {
	var positions, tolls, reports []line
	for i := range b.p.Matrix {
		c := &b.p.Matrix[i]
		source := name(c.Source)
		if isPrivateVoice(c.Role) || c.Source == "" {
			source = text(b.word("role", c.Role))
		}
		says := joined(" ", name(b.actor(c.Actor)), text(b.word("position", c.Position)), "("+source+")")
		if c.Lapsed != nil {
			says = joined(", ", says, text(b.lapse(c.Lapsed)))
		}
		if !c.Until.IsZero() {
			says = joined(", ", says, text(b.t("until", b.moment(c.Until))))
		}
		positions = append(positions, b.resting(c.Support.Statements, says))
	}
	for i := range b.p.Tolls {
		t := &b.p.Tolls[i]
		var ids []ascribe.StatementID
		for _, p := range t.Course {
			ids = append(ids, p.Toll.Statement)
		}
		tolls = append(tolls, b.resting(ids, b.say("dispute.toll", capital(b.word("harm", t.Harm)), b.figure(t.Figure))))
	}
	for i := range b.p.Documents {
		for _, r := range b.reports(&b.p.Documents[i]) {
			says := template.HTML(`<a href="`+template.HTMLEscapeString(r.To)+`">`) + name(r.Outlet) + text(", "+r.When) + `</a>` // escaped
			if r.Headline != "" {
				says = joined(" ", says, quote(r.Headline))
			}
			if r.Lapsed != "" {
				says = joined(", ", says, text(r.Lapsed))
			}
			reports = append(reports, line{Says: says})
		}
	}
	return []fact{
		{Label: "section.matrix", Says: positions},
		{Label: "section.tolls", Says: tolls},
		{Label: "fact.what", Says: plainly(b, b.p.Types, func(k *ascribe.IncidentType) template.HTML { return text(capital(b.word("type", *k))) })},
		{Label: "fact.stage", Says: plainly(b, b.p.Stages, func(k *ascribe.Stage) template.HTML { return text(capital(b.word("stage", *k))) })},
		{Label: "fact.when", Says: plainly(b, b.p.Dates, func(d *ascribe.Date) template.HTML { return text(capital(b.date(d))) })},
		{Label: "fact.where", Says: plainly(b, b.p.Places, func(p *ascribe.Place) template.HTML { return name(commas(placeParts(p))) })},
		{Label: "section.sources", Says: reports},
	}
}

// plainly says values without the number of their origins.
func plainly[T any](b *sheet, in []ascribe.Sourced[T], says func(*T) template.HTML) []line {
	var out []line
	for i := range in {
		if in[i].Origins > 0 {
			out = append(out, b.resting(in[i].Statements, says(&in[i].Value)))
		}
	}
	return out
}

// steps leads from the day before each day of publication to that day.
func (v *visit) steps(r *ascribe.Record) []namedLink {
	var out []namedLink
	days := v.publicDays(r)
	for i := 1; i < len(days); i++ {
		q := url.Values{fromField: {days[i-1].Format(time.DateOnly)}, tillField: {days[i].Format(time.DateOnly)}}
		out = append(out, namedLink{v.r.URL.Path + "?" + q.Encode(), v.shortDay(days[i])})
	}
	return out
}
