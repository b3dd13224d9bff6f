package publish

import (
	"io"
	"strconv"
	"strings"

	"ascribe"
)

// Reading writes a reading of a document as one line of JSON, of the format
// "ascribe.reading/1". Offsets in it are Unicode code points of document.text.
//
// It is the whole text with all names in it, for those who hold the archive.
func Reading(w io.Writer, r *ascribe.Reading, doc *ascribe.Document, seen ascribe.Appearance) error {
	e, err := newEdition(r, doc)
	if err != nil {
		return ascribe.Errorf(ascribe.KindOf(err), "reading of %s: %w", nameOf(seen, doc), err)
	}
	out := e.reading(seen)
	if e.err != nil {
		return ascribe.Errorf(ascribe.KindOf(e.err), "reading of %s: %w", nameOf(seen, doc), e.err)
	}
	return writeLine(w, out)
}

// nameOf names an article in an error.
func nameOf(seen ascribe.Appearance, doc *ascribe.Document) string {
	if seen.InputID != "" {
		return seen.InputID
	}
	return hash(doc.ID)
}

// An edition is one reading being turned into local ids and code points. The
// first error stays.
type edition struct {
	*ascribe.Reading
	doc       *ascribe.Document
	points    points
	mentions  map[ascribe.MentionID]string
	incidents map[ascribe.MentionID]string
	codes     map[ascribe.StatementID][]string
	err       error
}

func newEdition(r *ascribe.Reading, doc *ascribe.Document) (*edition, error) {
	if r.Document != doc.ID {
		return nil, ascribe.Errorf(ascribe.Invalid, "it is of document %s, not %s", r.Document, doc.ID)
	}
	p, err := newPoints(doc.Text)
	if err != nil {
		return nil, err
	}
	e := &edition{
		Reading: r, doc: doc, points: p,
		mentions:  map[ascribe.MentionID]string{},
		incidents: map[ascribe.MentionID]string{},
		codes:     map[ascribe.StatementID][]string{},
	}
	e.number()
	return e, nil
}

// number gives out the local ids and notes which statements carry which value.
func (e *edition) number() {
	for i, m := range e.Mentions {
		e.mentions[m.ID] = local("m", i)
	}
	code := func(s ascribe.StatementID, id string) { e.codes[s] = append(e.codes[s], id) }
	for i, o := range e.Incidents {
		if _, ok := e.incidents[o.Incident]; !ok {
			e.incidents[o.Incident] = local("i", i)
		}
		for _, s := range o.Statements {
			code(s, local("i", i))
		}
	}
	for i, a := range e.Attributions {
		code(a.Statement, local("a", i))
	}
	for i, t := range e.Tolls {
		code(t.Statement, local("t", i))
	}
	for i, r := range e.Relations {
		code(r.Statement, local("r", i))
	}
}

func local(prefix string, i int) string { return prefix + strconv.Itoa(i+1) }

func (e *edition) span(s ascribe.Span) pair {
	p, err := e.points.of(s)
	if err != nil && e.err == nil {
		e.err = err
	}
	return p
}

func (e *edition) spans(spans []ascribe.Span) []pair {
	out := make([]pair, len(spans))
	for i, s := range spans {
		out[i] = e.span(s)
	}
	return out
}

// words quotes spans of the text, joined by a space.
func (e *edition) words(spans []ascribe.Span) wordsJSON {
	out := wordsJSON{Spans: e.spans(spans)}
	if e.err != nil {
		return out
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Of(e.doc.Text)
	}
	out.Text = known(strings.Join(parts, " "))
	return out
}

// mention returns the local id of a mention, or nil for one that is not listed.
func (e *edition) mention(id *ascribe.MentionID) *string {
	if id == nil {
		return nil
	}
	return known(e.mentions[*id])
}

func (e *edition) date(d *ascribe.Date) *dateJSON {
	out := dateOf(d)
	if out == nil {
		return nil
	}
	out.Because = d.Because
	if !d.Span.IsZero() {
		p := e.span(d.Span)
		out.Span = &p
	}
	return out
}

func (e *edition) place(pl *ascribe.Place) *placeJSON {
	out := placeOf(pl)
	if out == nil {
		return nil
	}
	out.Because = pl.Because
	if !pl.Span.IsZero() {
		p := e.span(pl.Span)
		out.Span = &p
	}
	return out
}

func (e *edition) reading(seen ascribe.Appearance) readingJSON {
	out := readingJSON{
		Format: "ascribe.reading/1", Engine: e.Engine, InputID: known(seen.InputID), Document: e.document(seen),
		Mentions: make([]mentionJSON, len(e.Mentions)), Dates: make([]*dateJSON, len(e.Dates)),
		Statements: make([]statementJSON, len(e.Statements)), Incidents: make([]occurrenceJSON, len(e.Incidents)),
		Attributions: make([]attributionJSON, len(e.Attributions)), Tolls: make([]tollJSON, len(e.Tolls)),
		Relations: make([]relationJSON, len(e.Relations)), Truncated: e.Truncated,
	}
	for i := range e.Mentions {
		out.Mentions[i] = e.mentionAt(i)
	}
	for i := range e.Notices {
		out.Notices = append(out.Notices, e.notice(&e.Notices[i]))
	}
	for i := range e.Dates {
		out.Dates[i] = e.date(&e.Dates[i])
	}
	for i := range e.Statements {
		out.Statements[i] = e.statement(&e.Statements[i])
	}
	for i := range e.Incidents {
		out.Incidents[i] = e.occurrence(i)
	}
	for i, a := range e.Attributions {
		out.Attributions[i] = attributionJSON{
			ID: local("a", i), Incident: known(e.incidents[a.Incident]), Actor: e.mention(&a.Actor),
			Stance: a.Stance, Position: a.Stance.Position(), Statement: a.Statement, Because: a.Because,
		}
	}
	for i, t := range e.Tolls {
		out.Tolls[i] = tollJSON{
			ID: local("t", i), Incident: known(e.incidents[t.Incident]), Harm: t.Harm, Of: known(t.Of), Figure: t.Figure,
			Part: t.Part, Attackers: t.Attackers, Words: t.Words, Span: e.span(t.Span), Statement: t.Statement, Because: t.Because,
		}
	}
	for i, r := range e.Relations {
		out.Relations[i] = relationJSON{
			ID: local("r", i), Subject: e.mention(&r.Subject), Kind: r.Kind, Object: e.mention(&r.Object),
			From: e.date(r.From), To: e.date(r.To), Negated: r.Negated, Statement: r.Statement, Because: r.Because,
		}
	}
	return out
}

func (e *edition) document(seen ascribe.Appearance) documentJSON {
	d := documentJSON{
		ID: hash(e.doc.ID), URL: known(seen.URL), Outlet: known(string(seen.Outlet)), Title: known(seen.Headline),
		Byline: known(seen.Byline), Published: publishedOf(seen.Published), Language: known(e.doc.Language),
		Text: e.doc.Text, Blocks: make([]blockJSON, len(e.doc.Blocks)), Sentences: e.spans(e.doc.Sentences),
		Credits: make([]creditJSON, len(e.doc.Credits)),
	}
	for i, b := range e.doc.Blocks {
		d.Blocks[i] = blockJSON{b.Kind, e.span(b.Span)}
	}
	for i, c := range e.doc.Credits {
		d.Credits[i] = creditJSON{c.Name, c.Kind, e.span(c.Span)}
	}
	return d
}

func (e *edition) mentionAt(i int) mentionJSON {
	m := &e.Mentions[i]
	out := mentionJSON{ID: local("m", i), Kind: m.ID.Kind, Text: known(m.Text), Spans: e.spans(m.Spans), NoActor: m.NoActor}
	for _, n := range m.Matches {
		out.Matches = append(out.Matches, matchJSON(n))
	}
	switch {
	case m.Actor != nil && m.Actor.ID != "":
		out.Resolved = actorJSON{m.Actor.ID, m.Actor.Name}
	case m.Place != nil:
		out.Resolved = e.place(m.Place)
	}
	return out
}

func (e *edition) statement(s *ascribe.Statement) statementJSON {
	out := statementJSON{
		ID: s.ID, Sentence: s.Anchor.Sentence, Content: e.words(s.Content), Quotation: s.Quotation,
		Modality: modalityJSON(s.Modality), SaidAt: e.date(s.SaidAt), Codes: list(e.codes[s.ID]), Because: s.Because,
		Source: voiceJSON{
			Role: s.Source.Role, Text: known(s.Source.Text), Spans: e.spans(s.Source.Spans),
			Mention: e.mention(s.Source.Mention), Via: []string{},
		},
	}
	for _, v := range s.Source.Via {
		if id, ok := e.mentions[v]; ok {
			out.Source.Via = append(out.Source.Via, id)
		}
	}
	if len(s.Cue) > 0 {
		cue := e.words(s.Cue)
		out.Cue = &cue
	}
	return out
}

func (e *edition) occurrence(i int) occurrenceJSON {
	o := &e.Incidents[i]
	out := occurrenceJSON{
		ID: local("i", i), Mention: e.mention(&o.Incident), Type: o.Type, Stage: o.Stage, Date: e.date(o.When),
		Place: e.place(o.Where), Recent: o.Recent, Denied: o.Denied, Effects: make([]effectJSON, len(o.Effects)),
		Statements: list(o.Statements), Because: o.Because, Grounds: o.Grounds,
		Roles: rolesJSON{
			PerpetratorIndividuals:   e.entities(o.Roles.PerpetratorIndividuals),
			PerpetratorOrganizations: e.entities(o.Roles.PerpetratorOrganizations),
			PhysicalTargets:          e.entities(o.Roles.PhysicalTargets),
			HumanTargets:             e.entities(o.Roles.HumanTargets),
			Instruments:              e.entities(o.Roles.Instruments),
		},
	}
	for j, f := range o.Effects {
		out.Effects[j] = effectJSON{e.mention(&f.Target), f.Effect, f.Because}
	}
	return out
}

func (e *edition) entities(es []ascribe.Entity) []entityJSON {
	out := make([]entityJSON, len(es))
	for i, x := range es {
		out[i] = entityJSON{e.mention(x.Mention), x.Text, x.Named, e.spans(x.Spans), x.Score, x.Because}
	}
	return out
}
