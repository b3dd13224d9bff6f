package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ascribe"
)

// A Change is what a person would have in place of what the machine read in one
// statement.
type Change struct {
	Document  *ascribe.Document
	Reading   *ascribe.Reading
	Statement *ascribe.Statement

	Telling ascribe.MentionID // of which incident; zero where the statement is of one
	Actor   ascribe.MentionID // whose part; zero where the statement speaks of one
	Slot    string            // see Slots
	Value   string            // "none" strikes it
	Words   string            // of the article, on which the value rests; else those that the machine took
	Place   func(name string) (*ascribe.Place, error)
}

// facts are the parts of a stance; a position follows from them.
var facts = []string{"speaker", "connected", "hedged", "negated", "acquitted"}

// Slots lists what can be corrected.
func Slots() []string {
	out := []string{"type", "stage", "date", "place"}
	for h := ascribe.Killed; h.String() != ""; h++ {
		out = append(out, h.String())
	}
	return append(out, facts...)
}

// Correction makes of a change what a decision holds.
func (c *Change) Correction() (*ascribe.Correction, error) {
	var harm ascribe.Harm
	isHarm := harm.UnmarshalText([]byte(c.Slot)) == nil
	switch {
	case c.Slot == "position":
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "a position is not corrected itself: it follows from who speaks and how"),
			"correct one of: "+strings.Join(facts, ", "))
	case !slices.Contains(Slots(), c.Slot):
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is nothing that can be corrected", c.Slot), "one of: "+strings.Join(Slots(), ", "))
	}
	telling, err := c.telling()
	if err != nil {
		return nil, err
	}
	out := &ascribe.Correction{Telling: telling, Strike: c.Value == "none"}
	switch {
	case isHarm:
		err = c.toll(out, harm)
	case slices.Contains(facts, c.Slot):
		err = c.stance(out)
	default:
		err = c.value(out)
	}
	return out, err
}

// telling finds the one incident that the statement is about.
func (c *Change) telling() (ascribe.MentionID, error) {
	var found []ascribe.MentionID
	add := func(id ascribe.MentionID) {
		if !slices.Contains(found, id) && (c.Telling == id || c.Telling == ascribe.MentionID{}) {
			found = append(found, id)
		}
	}
	id := c.Statement.ID
	for i := range c.Reading.Incidents {
		if o := &c.Reading.Incidents[i]; slices.Contains(o.Statements, id) {
			add(o.Incident)
		}
	}
	for i := range c.Reading.Tolls {
		if t := &c.Reading.Tolls[i]; t.Statement == id {
			add(t.Incident)
		}
	}
	for i := range c.Reading.Attributions {
		if a := &c.Reading.Attributions[i]; a.Statement == id {
			add(a.Incident)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0 && c.Telling != ascribe.MentionID{}:
		return c.Telling, nil
	case len(found) == 0:
		return ascribe.MentionID{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s tells of no incident", id), "say of which with --incident")
	}
	return ascribe.MentionID{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s tells of %d incidents", id, len(found)), "say of which with --incident")
}

// value corrects the type, stage, date or place of the telling.
func (c *Change) value(out *ascribe.Correction) error {
	if err := out.Slot.UnmarshalText([]byte(c.Slot)); err != nil || out.Strike {
		return err
	}
	var machine func(*ascribe.Occurrence) ascribe.Span
	switch out.Slot {
	case ascribe.DateSlot:
		machine = func(o *ascribe.Occurrence) ascribe.Span { return dateSpan(o.When) }
	case ascribe.PlaceSlot:
		machine = func(o *ascribe.Occurrence) ascribe.Span { return placeSpan(o.Where) }
	default:
		return c.valueAt(out, ascribe.Span{})
	}
	span, err := c.span(machine, out.Telling)
	if err != nil {
		return err
	}
	return c.valueAt(out, span)
}

// valueAt reads the type, stage, date or place that stands at some words.
func (c *Change) valueAt(out *ascribe.Correction, at ascribe.Span) (err error) {
	if err := out.Slot.UnmarshalText([]byte(c.Slot)); err != nil {
		return err
	}
	switch out.Slot {
	case ascribe.TypeSlot:
		out.Type = new(ascribe.IncidentType)
		return out.Type.UnmarshalText([]byte(c.Value))
	case ascribe.StageSlot:
		out.Stage = new(ascribe.Stage)
		return out.Stage.UnmarshalText([]byte(c.Value))
	case ascribe.DateSlot:
		d, err := ascribe.ParseEDTF(c.Value)
		d.Span, d.Text, d.Basis = at, at.Of(c.Document.Text), ascribe.Explicit
		out.Date = &d
		return err
	}
	if out.Place, err = c.Place(c.Value); err == nil {
		out.Place.Span, out.Place.Text = at, at.Of(c.Document.Text)
	}
	return err
}

func dateSpan(d *ascribe.Date) ascribe.Span {
	if d == nil {
		return ascribe.Span{}
	}
	return d.Span
}

func placeSpan(p *ascribe.Place) ascribe.Span {
	if p == nil {
		return ascribe.Span{}
	}
	return p.Span
}

// span is where the words of a value stand: those that the person gives, else
// those that the machine took.
func (c *Change) span(machine func(*ascribe.Occurrence) ascribe.Span, telling ascribe.MentionID) (ascribe.Span, error) {
	if c.Words != "" {
		return c.find()
	}
	for i := range c.Reading.Incidents {
		if o := &c.Reading.Incidents[i]; o.Incident == telling {
			if s := machine(o); !s.IsZero() {
				return s, nil
			}
		}
	}
	return ascribe.Span{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no words of the article are given for the %s", c.Slot), "give those that say it with --words")
}

// find looks the person's words up in the statement's sentence.
func (c *Change) find() (ascribe.Span, error) {
	within := c.Statement.Anchor.Span
	at := strings.Index(within.Of(c.Document.Text), c.Words)
	if at < 0 {
		return ascribe.Span{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the sentence of statement %s does not hold the words %q", c.Statement.ID, c.Words),
			fmt.Sprintf("it reads: %s", c.Statement.Anchor.Quote))
	}
	return ascribe.Span{Start: within.Start + at, End: within.Start + at + len(c.Words)}, nil
}

// toll corrects a number of people harmed, or adds one that the machine missed.
func (c *Change) toll(out *ascribe.Correction, harm ascribe.Harm) error {
	out.Slot = ascribe.TollSlot
	var found []ascribe.Toll
	for _, t := range c.Reading.Tolls {
		if t.Incident == out.Telling && t.Statement == c.Statement.ID && t.Harm == harm && (c.Words == "" || t.Words == c.Words) {
			found = append(found, t)
		}
	}
	switch {
	case len(found) > 1:
		var words []string
		for _, t := range found {
			words = append(words, strconv.Quote(t.Words))
		}
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s gives %d numbers %s", c.Statement.ID, len(found), harm), "say which with --words: "+strings.Join(words, ", "))
	case len(found) == 1:
		out.Toll = &found[0]
	case out.Strike:
		return ascribe.Errorf(ascribe.NotFound, "statement %s gives no number %s", c.Statement.ID, harm)
	case c.Words == "":
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s gives no number %s yet", c.Statement.ID, harm), "give the words that do with --words")
	default:
		span, err := c.find()
		if err != nil {
			return err
		}
		out.Toll = &ascribe.Toll{Incident: out.Telling, Harm: harm, Words: c.Words, Span: span, Statement: c.Statement.ID}
	}
	if out.Strike {
		return nil
	}
	f, err := ParseFigure(c.Value)
	out.Toll.Figure = f
	return err
}

// stance corrects one fact about who ties an actor to the incident.
func (c *Change) stance(out *ascribe.Correction) error {
	out.Slot = ascribe.AttributionSlot
	var found []ascribe.Attribution
	for _, a := range c.Reading.Attributions {
		if a.Incident == out.Telling && a.Statement == c.Statement.ID && (c.Actor == a.Actor || c.Actor == ascribe.MentionID{}) {
			found = append(found, a)
		}
	}
	if len(found) != 1 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s blames %d actors", c.Statement.ID, len(found)), "say whose part it is about with --actor")
	}
	a := found[0]
	out.Attribution = &a
	if out.Strike {
		return nil
	}
	if c.Slot == "speaker" {
		return a.Stance.Speaker.UnmarshalText([]byte(c.Value))
	}
	value, err := strconv.ParseBool(c.Value)
	if err != nil {
		return ascribe.Errorf(ascribe.Invalid, "%s is true or false, not %q", c.Slot, c.Value)
	}
	*map[string]*bool{
		"connected": &a.Stance.Connected, "hedged": &a.Stance.Hedged, "negated": &a.Stance.Negated, "acquitted": &a.Stance.Acquitted,
	}[c.Slot] = value
	return nil
}

// ParseFigure reads a number of people: 14, 14+ (at least), 5-7, -20 (up to).
func ParseFigure(s string) (ascribe.Figure, error) {
	bad := ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no number of people", s), "write 14, 14+ for at least, 5-7, or -20 for up to")
	number := func(s string) (ascribe.Count, bool) {
		n, err := strconv.ParseUint(s, 10, 31)
		return ascribe.Count(n), err == nil
	}
	if low, found := strings.CutSuffix(s, "+"); found {
		if n, ok := number(low); ok {
			return ascribe.Figure{Low: n, Best: n, High: ascribe.Unknown, Open: true}, nil
		}
		return ascribe.Figure{}, bad
	}
	low, high, ranged := strings.Cut(s, "-")
	a, okA := number(low)
	b, okB := number(high)
	switch {
	case !ranged && okA:
		return ascribe.Exactly(a), nil
	case ranged && low == "" && okB:
		return ascribe.Figure{Low: ascribe.Unknown, Best: ascribe.Unknown, High: b}, nil
	case ranged && okA && okB:
		f := ascribe.Figure{Low: a, Best: ascribe.Unknown, High: b}
		return f, f.Validate()
	}
	return ascribe.Figure{}, bad
}
