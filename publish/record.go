package publish

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"ascribe"
)

// RecordJSON writes a record as one line of JSON, of the format
// "ascribe.record/1": every value with the statements that say so, and every
// statement with its words, its source and its archive key. No private person
// is named in it (see [Redact]).
func RecordJSON(w io.Writer, r *ascribe.Record) error { return writeLine(w, recordOf(r)) }

func recordOf(full *ascribe.Record) recordJSON {
	r, said := redact(full)
	out := recordJSON{
		Format: "ascribe.record/1", Incident: r.Incident, Also: list(r.Also), AsOf: pinOf(r.Pins.AsOf), KnownAt: pinOf(r.Pins.KnownAt),
		Title: known(r.Title), Type: r.Type, Stage: r.Stage, Date: dateOf(r.When), Place: placeOf(r.Where),
		Types:   sourcedOf(r.Types, func(t *ascribe.IncidentType) string { return t.String() }),
		Stages:  sourcedOf(r.Stages, func(s *ascribe.Stage) string { return s.String() }),
		Dates:   sourcedOf(r.Dates, dateOf),
		Places:  sourcedOf(r.Places, placeOf),
		Targets: sourcedOf(r.Targets, thingOf), Weapons: sourcedOf(r.Weapons, thingOf), Relations: sourcedOf(r.Relations, relationOf),
		Matrix: make([]cellJSON, len(r.Matrix)), Turns: make([]turnJSON, len(r.Turns)), Tolls: make([]tollCourseJSON, len(r.Tolls)), Contested: list(r.Contested),
		Documents: make([]tellingJSON, len(r.Documents)), Origins: make([]originJSON, len(r.Origins)), Links: make([]linkJSON, len(r.Links)),
		Decisions: make([]decisionJSON, len(r.Decisions)), Shared: make([]sharedJSON, len(r.Shared)),
	}
	for i, c := range r.Matrix {
		out.Matrix[i] = cellJSON{
			partyOf(c.Actor), known(c.Source), c.Role, c.Position, c.Support.Value.Stance, momentOf(c.Since), momentOf(c.Until),
			list(c.Support.Statements), c.Support.Origins, c.Reprints, known(c.Support.Value.Because), lapseOf(c.Lapsed),
		}
	}
	for i := range r.Turns {
		out.Turns[i] = turnOf(&r.Turns[i])
	}
	for i := range r.Tolls {
		out.Tolls[i] = courseOf(&r.Tolls[i])
	}
	for i, d := range r.Documents {
		t := tellingJSON{ID: hash(d.Document), Telling: d.Mention.String(), Origin: hash(d.Origin), Late: d.Late, Lapsed: lapseOf(d.Lapsed), Appearances: make([]appearanceJSON, len(d.Appearances))}
		for j := range d.Appearances {
			t.Appearances[j] = appearanceOf(&d.Appearances[j])
		}
		out.Documents[i] = t
	}
	for i := range r.Origins {
		out.Origins[i] = originOf(&r.Origins[i])
	}
	for i := range r.Shared {
		out.Shared[i] = sharedOf(&r.Shared[i])
	}
	for i := range r.Links {
		out.Links[i] = linkOf(&r.Links[i])
	}
	for i := range r.Decisions {
		out.Decisions[i] = decisionOf(&r.Decisions[i])
	}
	out.Withdrawn = lapseOf(r.Withdrawn)
	out.Statements = citesOf(r, said)
	for _, c := range out.Statements {
		out.Withheld += strings.Count(c.Quote, Withheld)
	}
	return out
}

func thingOf(e *ascribe.Entity) thingJSON { return thingJSON{e.Text, e.Named} }

func courseOf(t *ascribe.TollRange) tollCourseJSON {
	out := tollCourseJSON{t.Harm, t.Figure, t.Policy, map[ascribe.Policy]ascribe.Figure{}, make([]tollPointJSON, len(t.Course))}
	maps.Copy(out.Others, t.Others)
	for i, p := range t.Course {
		out.Course[i] = tollPointJSON{
			momentOf(p.At), known(p.By), p.Role, p.Early, p.Copy, known(p.Toll.Of), p.Toll.Figure,
			p.Toll.Part, p.Toll.Attackers, p.Toll.Words, p.Toll.Statement, lapseOf(p.Lapsed),
		}
	}
	return out
}

func originOf(o *ascribe.Origin) originJSON {
	out := originJSON{hash(o.ID), known(o.Name), make([]string, len(o.Documents)), make([]linkJSON, len(o.Because)), o.Lapsed}
	for i, d := range o.Documents {
		out.Documents[i] = hash(d)
	}
	for i := range o.Because {
		out.Because[i] = linkOf(&o.Because[i])
	}
	return out
}

// citesOf lists the statements of a redacted record as they were published.
func citesOf(r *ascribe.Record, said map[ascribe.StatementID]string) []citeJSON {
	out := []citeJSON{}
	for _, c := range inOrder(r) {
		s, a := &c.Statement, &c.Appearance
		out = append(out, citeJSON{
			ID: s.ID, Document: hash(s.Anchor.Document), Sentence: s.Anchor.Sentence, Quote: c.Words, Said: known(said[s.ID]),
			Role: s.Source.Role, Source: known(s.Source.Text), Quotation: s.Quotation, Modality: modalityJSON(s.Modality),
			SaidAt: dateOf(s.SaidAt), Outlet: known(string(a.Outlet)), URL: known(a.URL), Published: publishedOf(a.Published),
			Retrieved: momentOf(a.Retrieved), Raw: known(string(a.Raw)), Origin: hash(c.Origin),
			Accepted: c.Accepted, Coded: c.Coded, Admiralty: admiraltyOf(c.Rated), Because: known(s.Because), Lapsed: lapseOf(c.Lapsed),
		})
	}
	return out
}

// inOrder returns the cites of a record by the moment they were public, those
// without a printed date last, then as they stand in their article.
func inOrder(r *ascribe.Record) []ascribe.Cite {
	out := make([]ascribe.Cite, 0, len(r.Cited))
	for id, c := range r.Cited {
		c.Statement.ID = id
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b ascribe.Cite) int {
		if x, y := a.Appearance.Published.IsZero(), b.Appearance.Published.IsZero(); x != y {
			if x {
				return 1
			}
			return -1
		}
		if c := a.Appearance.PublicBy().Compare(b.Appearance.PublicBy()); c != 0 {
			return c
		}
		if c := bytes.Compare(a.Statement.Anchor.Document[:], b.Statement.Anchor.Document[:]); c != 0 {
			return c
		}
		if c := a.Statement.Anchor.Span.Start - b.Statement.Anchor.Span.Start; c != 0 {
			return c
		}
		return bytes.Compare(a.Statement.ID[:], b.Statement.ID[:])
	})
	return out
}

// Statements writes the statements of a record, one line of JSON each, as RecordJSON
// has them.
func Statements(w io.Writer, r *ascribe.Record) error {
	for _, c := range citesOf(redact(r)) {
		if err := writeLine(w, c); err != nil {
			return err
		}
	}
	return nil
}
