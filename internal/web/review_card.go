package web

import (
	"strings"

	"ascribe"
	"ascribe/review"
)

// A cardView is one decision: the sentence in its paragraph, what the machine read in
// it, and what other sources say of the same.
type cardView struct {
	ID, Incident string
	Title, To    string // of the incident
	Outlet, When string
	Words        string // where the words stand in the archived article
	Speaker      voice
	Said         [3]string // the paragraph: before the sentence, the sentence, after it
	Says         []askedView
	Why          []string // in the program's words, which are English
	Slots        []option
	Grave        bool
	Next, Before string
}

// An askedView is a value in one slot.
type askedView struct {
	Slot     string
	Actor    string
	Position ascribe.Position
	Value    string
	Quote    string // the words of the article that it was read in, where these are less than the sentence
	Others   []otherView
	More     int // others that are not listed
}

// An otherView is what other sources say in a slot.
type otherView struct {
	askedView
	Support string
	Outlet  string
	To      string
	Said    string
}

// mostOthers is how many other values a card lists.
const mostOthers = 6

// slot is the name of what a value is about.
func (t *tongue) slot(slot string) string {
	var h ascribe.Harm
	if h.UnmarshalText([]byte(slot)) == nil {
		return t.word("harm", h)
	}
	return t.t("slot." + slot)
}

func (s *Server) cardView(v *visit, c *dealt) (*cardView, error) {
	cite := c.record.Cited[c.Statement]
	st := &cite.Statement
	doc, err := s.Store.Document(v.r.Context(), st.Anchor.Document)
	if err != nil {
		return nil, err
	}
	out := &cardView{
		ID: c.Statement.String(), Incident: string(c.Incident), Title: v.title(c.record), To: v.to("incidents", string(c.Incident)),
		Outlet: v.outlet(&cite.Appearance), When: v.published(&cite.Appearance), Words: v.words(&cite),
		Speaker: v.voice(st.Source.Role, visible(spoken(doc, st)), &cite.Appearance), Said: paragraph(doc, st.Anchor.Span), Grave: c.Grave(),
	}
	for i := range c.Says {
		x := &c.Says[i]
		value := v.value(x)
		for j := range x.Others[:min(len(x.Others), mostOthers)] {
			value.Others = append(value.Others, v.other(c.record, &x.Others[j]))
		}
		value.More = len(x.Others) - len(value.Others)
		out.Says = append(out.Says, value)
	}
	for _, why := range c.Why {
		out.Why = append(out.Why, why.Words)
	}
	for _, slot := range review.Slots() {
		out.Slots = append(out.Slots, option{Value: slot, Label: v.slot(slot), Chosen: len(c.Says) > 0 && slot == c.Says[0].Slot})
	}
	return out, nil
}

// spoken is how the article names who says it.
func spoken(doc *ascribe.Document, s *ascribe.Statement) string {
	var out []string
	for _, span := range s.Source.Spans {
		out = append(out, span.Of(doc.Text))
	}
	return strings.Join(out, " … ")
}

// paragraph is a sentence with what stands around it in its block: the rest of its
// paragraph, and where that is all of it, the paragraphs beside it.
func paragraph(doc *ascribe.Document, at ascribe.Span) [3]string {
	around := ascribe.Span{End: len(doc.Text)}
	for _, b := range doc.Blocks {
		if b.Span.Holds(at) {
			around = b.Span
		}
	}
	before, after := doc.Text[around.Start:at.Start], doc.Text[at.End:around.End]
	before = before[paragraphsBack(before):]
	after = after[:paragraphsOn(after)]
	return [3]string{visible(before), visible(at.Of(doc.Text)), visible(after)}
}

// paragraphsBack is where the paragraph that ends a text begins; the one before it
// where a paragraph ends there.
func paragraphsBack(text string) int {
	return strings.LastIndex(strings.TrimRight(text, "\n"), "\n\n") + 1
}

// paragraphsOn is where the paragraph that begins a text ends.
func paragraphsOn(text string) int {
	from := len(text) - len(strings.TrimLeft(text, "\n"))
	if i := strings.Index(text[from:], "\n\n"); i >= 0 {
		return from + i
	}
	return len(text)
}

// value says a value of a card.
func (v *visit) value(x *review.Value) askedView {
	out := askedView{Slot: v.slot(x.Slot)}
	switch {
	case x.Toll != nil:
		out.Value, out.Quote = v.figure(x.Toll.Figure), visible(x.Toll.Words)
	case x.Date != nil:
		out.Value, out.Quote = v.date(x.Date), visible(x.Date.Text)
	case x.Place != nil:
		out.Value, out.Quote = commas(placeParts(x.Place)), visible(x.Place.Text)
	case x.Type != nil:
		out.Value = v.kind(*x.Type, ascribe.Accomplished)
	default:
		out.Actor, out.Position = v.actor(x.Actor), x.Position
	}
	return out
}

// other says what other sources say in a slot, with the words of the first of them.
func (v *visit) other(r *ascribe.Record, o *review.Other) otherView {
	out := otherView{askedView: v.value(&o.Value), Support: v.n("count.origins", o.Origins)}
	for _, id := range o.Statements {
		if c, ok := r.Cited[id]; ok {
			out.Outlet, out.To, out.Said = v.outlet(&c.Appearance), v.words(&c), visible(c.Words)
			break
		}
	}
	return out
}
