package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// Outline writes what was found in a document for a terminal, each value with
// the sentence that carries it. Like [Reading], it withholds no name.
func Outline(w io.Writer, r *ascribe.Reading, doc *ascribe.Document, seen ascribe.Appearance) error {
	o, err := newOutline(r, doc, seen)
	if err != nil {
		return err
	}
	o.head(seen)
	for i := range r.Incidents {
		o.incident(i)
	}
	o.others()
	o.voices()
	o.dates()
	return o.flush(w, seen)
}

// An outline is a reading being written for a person.
type outline struct {
	*edition
	b    strings.Builder
	said map[ascribe.StatementID]*ascribe.Statement
}

func newOutline(r *ascribe.Reading, doc *ascribe.Document, seen ascribe.Appearance) (*outline, error) {
	e, err := newEdition(r, doc)
	if err != nil {
		return nil, ascribe.Errorf(ascribe.KindOf(err), "reading of %s: %w", nameOf(seen, doc), err)
	}
	o := &outline{edition: e, said: map[ascribe.StatementID]*ascribe.Statement{}}
	for i := range r.Statements {
		o.said[r.Statements[i].ID] = &r.Statements[i]
	}
	return o, nil
}

// flush writes what was gathered, unless a span of the reading is broken.
func (o *outline) flush(w io.Writer, seen ascribe.Appearance) error {
	if o.err != nil {
		return ascribe.Errorf(ascribe.KindOf(o.err), "reading of %s: %w", nameOf(seen, o.doc), o.err)
	}
	if _, err := io.WriteString(w, o.b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}

// line writes an indented line; what the article gave must be plain by then.
func (o *outline) line(depth int, format string, a ...any) {
	o.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&o.b, format, a...)
	o.b.WriteByte('\n')
}

// field writes a labelled line, unless there is nothing to say.
func (o *outline) field(depth int, label, value string) {
	if value != "" {
		o.line(depth, "%-9s %s", label, value)
	}
}

func (o *outline) head(seen ascribe.Appearance) {
	parts := []string{apart(nameOf(seen, o.doc))}
	if seen.Outlet != "" {
		parts = append(parts, apart(string(seen.Outlet)))
	}
	parts = append(parts, whenPublished(&seen))
	if o.doc.Language != "" {
		parts = append(parts, plain(o.doc.Language))
	}
	o.line(0, "%s", strings.Join(parts, " · "))
	if seen.Headline != "" {
		o.line(0, "%s", apart(seen.Headline))
	}
	o.line(0, "%s; %s by %s", countOf(len(o.doc.Sentences), "sentence"), countOf(len(o.Statements), "statement"), plain(o.Engine))
	for _, c := range o.doc.Credits {
		o.line(0, "credit    %s (%s)", apart(c.Name), phrase(c.Kind))
	}
	for i := range o.Notices {
		n := &o.Notices[i]
		o.line(0, "%-9s %s", n.Kind, quoted(n.Anchor.Quote))
	}
	if o.Truncated != "" {
		o.line(0, "cut short %s", plain(o.Truncated))
	}
}

func (o *outline) incident(i int) {
	x := &o.Incidents[i]
	o.line(0, "")
	where := "place not stated"
	if x.Where != nil {
		where = apart(strings.Join(placeParts(x.Where), ", ")) + " (" + nearness(x.Where) + ")"
	}
	o.line(0, "%s  %s, %s · %s · %s", local("i", i), phrase(x.Type), x.Stage, dateWords(x.When), where)
	if !x.Recent {
		o.line(1, "background in this article, not its news")
	}
	if x.Denied {
		o.line(1, "said not to have happened")
	}
	for _, s := range x.Statements {
		o.field(1, "told in", o.sentence(s))
	}
	if x.When != nil {
		o.field(1, "date", quoted(x.When.Text)+" "+basisWords(x.When.Basis))
	}
	o.roles(&x.Roles)
	for _, f := range x.Effects {
		o.field(1, "effect", o.textOf(f.Target)+": "+plain(strings.ReplaceAll(f.Effect, "_", " ")))
	}
	o.blame(x.Incident)
	o.tolls(x.Incident)
}

func (o *outline) roles(r *ascribe.Roles) {
	for _, role := range roleLists(r) {
		for _, e := range role.who {
			o.field(1, role.label, quoted(e.Text))
		}
	}
}

// A roleList is one role of an incident with those who fill it.
type roleList struct {
	label string
	who   []ascribe.Entity
}

func roleLists(r *ascribe.Roles) []roleList {
	return []roleList{
		{"person", r.PerpetratorIndividuals},
		{"group", r.PerpetratorOrganizations},
		{"target", r.PhysicalTargets},
		{"victim", r.HumanTargets},
		{"weapon", r.Instruments},
	}
}

func (o *outline) blame(id ascribe.MentionID) {
	for i, a := range o.Attributions {
		if a.Incident != id {
			continue
		}
		o.line(1, "%s  %s: %s, %s", local("a", i), o.textOf(a.Actor), phrase(a.Stance.Position()), o.voice(a.Statement))
		o.field(2, "in", o.sentence(a.Statement))
	}
}

func (o *outline) tolls(id ascribe.MentionID) {
	for i, t := range o.Tolls {
		if t.Incident != id {
			continue
		}
		o.line(1, "%s  %s: %s (%s)%s, %s", local("t", i), phrase(t.Harm), figureWords(t.Figure), quoted(t.Words), tollNote(&t), o.voice(t.Statement))
		o.field(2, "in", o.sentence(t.Statement))
	}
}

// tollNote says what a toll counts beside a whole.
func tollNote(t *ascribe.Toll) string {
	note := ""
	if t.Part {
		note = ", a part of another toll"
	}
	if t.Attackers {
		note += ", attackers"
	}
	return note
}

// unlisted lists the incidents that blame or tolls name and the reading does not
// list.
func (o *outline) unlisted() []ascribe.MentionID {
	var out []ascribe.MentionID
	add := func(id ascribe.MentionID) {
		if o.incidents[id] == "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, a := range o.Attributions {
		add(a.Incident)
	}
	for _, t := range o.Tolls {
		add(t.Incident)
	}
	return out
}

// others writes the blame and the tolls of no listed incident, so that none is
// left out, and the relations.
func (o *outline) others() {
	for _, id := range o.unlisted() {
		o.line(0, "\nof an incident that is not listed")
		o.blame(id)
		o.tolls(id)
	}
	if len(o.Relations) > 0 {
		o.line(0, "\nrelations")
	}
	for i, r := range o.Relations {
		o.line(1, "%s  %s %s %s, %s", local("r", i), o.textOf(r.Subject), relationWords(r.Kind, r.Negated), o.textOf(r.Object), o.voice(r.Statement))
		o.field(2, "in", o.sentence(r.Statement))
	}
}

// voices writes who else speaks in the text.
func (o *outline) voices() {
	headed := false
	for i := range o.Statements {
		s := &o.Statements[i]
		if s.Source.Role == ascribe.Narrator {
			continue
		}
		if !headed {
			o.line(0, "\nvoices")
			headed = true
		}
		o.line(1, "%s: %s", o.voice(s.ID), quoted(o.contentOf(s)))
	}
}

func (o *outline) dates() {
	if len(o.Dates) > 0 {
		o.line(0, "\ndates")
	}
	for i := range o.Dates {
		d := &o.Dates[i]
		value := dateWords(d)
		if b := basisWords(d.Basis); b != "" {
			value += ", " + b
		}
		o.line(1, "%s  %s", quoted(d.Text), value)
	}
}

// sentence quotes the sentence that carries a statement.
func (o *outline) sentence(id ascribe.StatementID) string {
	if s := o.said[id]; s != nil {
		return quoted(s.Anchor.Quote)
	}
	return "a statement that is not listed (" + id.String() + ")"
}

// voice says who makes a statement.
func (o *outline) voice(id ascribe.StatementID) string {
	s := o.said[id]
	switch {
	case s == nil:
		return "by a voice that is not listed"
	case s.Source.Role == ascribe.Narrator:
		return "in the outlet's own voice"
	case s.Source.Text == "":
		return "by " + roleWords(s.Source.Role)
	}
	return "by " + apart(s.Source.Text) + " (" + roleWords(s.Source.Role) + ")"
}

func (o *outline) contentOf(s *ascribe.Statement) string {
	if w := o.words(s.Content); o.err == nil && w.Text != nil {
		return *w.Text
	}
	return s.Anchor.Quote
}

func (o *outline) textOf(id ascribe.MentionID) string {
	for _, m := range o.Mentions {
		if m.ID != id {
			continue
		}
		if m.Actor != nil {
			return apart(m.Actor.Name)
		}
		return apart(m.Text)
	}
	return "a mention that is not listed (" + id.String() + ")"
}
