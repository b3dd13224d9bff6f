package web

import (
	"context"
	"slices"
	"time"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/ruling"
	"ascribe/pipeline"
)

// rulingOn folds what some documents rest on, for a person to rule on.
func (s *Server) rulingOn(ctx context.Context, docs []ascribe.DocumentID) (*ruling.Desk, error) {
	state, err := pipeline.Around(ctx, s.Store, docs)
	if err != nil {
		return nil, err
	}
	return &ruling.Desk{
		State:    state,
		Document: func(id ascribe.DocumentID) (*ascribe.Document, error) { return s.Store.Document(ctx, id) },
		Place:    func(name, _ string) (*ascribe.Place, error) { return s.Place(name) },
		Register: func() ([]ascribe.Actor, error) {
			if s.Register == nil {
				return nil, nil
			}
			return s.Register(time.Time{})
		},
	}, nil
}

// A codedView is what a person coded by hand: what, who and when.
type codedView struct {
	What, Words string
	By, When    string
	Reason, ID  string
	To          string // the record that holds it, or "" where the speaker alone was put right
}

// coded lists what was coded by hand in an article and stands, the last first.
func (v *visit) coded(a *article) []codedView {
	var out []codedView
	for i := range a.decisions {
		d := &a.decisions[i]
		if d.Coding == nil {
			continue
		}
		c := codedView{What: v.codedSlot(d.Coding), By: visible(d.By.Name), When: v.moment(d.At), Reason: visible(d.Reason), ID: d.ID, Words: visible(codedWords(a.doc, d.Coding))}
		if telling, ok := d.Telling(); ok {
			c.To = v.to("incidents", string(ascribe.IncidentIDOf(telling)))
		}
		out = append([]codedView{c}, out...)
	}
	return out
}

// codedWords are the words that a value was coded by, else its sentence's.
func codedWords(d *ascribe.Document, c *ascribe.Coding) string {
	for _, s := range c.Spans() {
		if s.End <= len(d.Text) {
			return s.Of(d.Text)
		}
	}
	return c.Statement.Anchor.Quote
}

// codedSlot says what was coded.
func (t *tongue) codedSlot(c *ascribe.Coding) string {
	if c.Value == nil {
		return t.t("code.slot.speaker")
	}
	switch v := c.Value; {
	case v.Toll != nil:
		return t.word("harm", v.Toll.Harm) + ": " + t.figure(v.Toll.Figure)
	case v.Attribution != nil:
		position := t.word("position", v.Attribution.Stance.Position())
		if c.Actor.ID.Kind == ascribe.PersonMention && c.Is == "" {
			return t.t("private.suspect") + ": " + position
		}
		return visible(c.Actor.Text) + ": " + position
	case v.Date != nil:
		return t.slot("date") + ": " + t.date(v.Date)
	case v.Place != nil:
		return t.slot("place") + ": " + commas(placeParts(v.Place))
	case v.Type != nil:
		return t.slot("type") + ": " + t.kind(*v.Type, c.Deed.Stage)
	default:
		return t.slot(v.Slot.String()) + ": " + t.word("stage", *v.Stage)
	}
}

// byHand says by whom and when a statement, or what it carries, was coded; who only
// reads is not told by whom.
func (v *visit) byHand(ids []string, decisions []ascribe.Decision) string {
	for i := len(decisions) - 1; i >= 0; i-- {
		d := &decisions[i]
		switch {
		case !slices.Contains(ids, d.ID):
		case v.who.May(access.Coder):
			return v.t("code.byhand", visible(d.By.Name), v.moment(d.At))
		default:
			return v.t("code.byhand.when", v.moment(d.At))
		}
	}
	return ""
}

// hands says of each statement by whom and when it, or what it carries, was coded.
func (m *marks) hands() map[ascribe.StatementID]string {
	out := map[ascribe.StatementID]string{}
	for i := range m.decisions {
		if d := &m.decisions[i]; d.Coding != nil {
			out[d.Coding.Statement.ID] = m.byHand([]string{d.ID}, m.decisions[i:i+1])
		}
	}
	return out
}

// fix is where a coder puts the speaker of a statement right.
func (m *marks) fix(id ascribe.StatementID) string {
	if !m.who.May(access.Coder) || m.pins != (ascribe.Pins{}) {
		return ""
	}
	return m.base + "/articles/" + m.doc.ID.String() + "/code?slot=speaker&statement=" + id.String() + "#form"
}
