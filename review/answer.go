package review

import (
	"cmp"
	"slices"
	"strconv"

	"ascribe"
)

// NotSaid is the value of a slot in which a sentence says nothing.
const NotSaid = ""

// A Said is what a person holds a sentence to say in one slot.
type Said struct {
	Slot  string `json:"slot"`
	About string `json:"about,omitempty"` // the actor of a position, the words of a number
	Value string `json:"value,omitempty"` // the same for the same, in the notation of a correction; or NotSaid
	Count *int   `json:"count,omitempty"` // of a number of people: its best, or the bound that is known
}

// An Answer is what one person makes of a card: values corrected, and then that the
// statement is rightly read, or that it is not.
type Answer struct {
	Act         ascribe.Act          `json:"act"` // Accept or Reject
	Corrections []ascribe.Correction `json:"corrections,omitempty"`
	Says        []Said               `json:"says,omitempty"` // all of it, corrected
}

// Answered makes the answer to a card as the machine read it.
func (c *Card) Answered(act ascribe.Act, corrections []ascribe.Correction) Answer {
	a := Answer{Act: act, Corrections: corrections}
	after := c.Corrected(corrections)
	find := func(in []Said, s Said) int {
		return slices.IndexFunc(in, func(o Said) bool { return o.Slot == s.Slot && o.About == s.About })
	}
	var now []Said
	for i := range after.Says {
		now = append(now, said(&after.Says[i]))
	}
	for i := range c.Says {
		s := said(&c.Says[i])
		if at := find(now, s); at >= 0 && act != ascribe.Reject {
			s = now[at]
		} else {
			s.Value, s.Count = NotSaid, nil
		}
		a.Says = append(a.Says, s)
	}
	if act == ascribe.Reject {
		a.Corrections = nil
		return a
	}
	for _, s := range now { // what the machine missed
		if find(a.Says, s) < 0 {
			a.Says = append(a.Says, s)
		}
	}
	for i := range corrections {
		if k := &corrections[i]; k.Slot == ascribe.StageSlot {
			a.Says = append(a.Says, Said{Slot: "stage", Value: k.Stage.String()})
		}
	}
	return a
}

// Corrected is the card with some of its values corrected, as the record would have
// them if the corrections stood.
func (c *Card) Corrected(corrections []ascribe.Correction) Card {
	out := *c
	out.Says = slices.Clone(c.Says)
	for i := range corrections {
		k := &corrections[i]
		if k.Slot == ascribe.StageSlot { // no card asks about it
			continue
		}
		v := Value{Toll: k.Toll, Date: k.Date, Place: k.Place, Type: k.Type, Slot: k.Slot.String()}
		about := func(o Value) bool { return o.Slot == v.Slot }
		switch k.Slot {
		case ascribe.TollSlot:
			v.Slot = k.Toll.Harm.String()
			about = func(o Value) bool { return o.Slot == v.Slot && o.Toll.Same(k.Toll) }
		case ascribe.AttributionSlot:
			v.Slot, v.Position = "position", k.Attribution.Stance.Position()
		}
		at := slices.IndexFunc(out.Says, about)
		switch {
		case k.Strike:
			out.Says = slices.DeleteFunc(out.Says, about)
		case at < 0:
			out.Says = append(out.Says, v)
		default:
			v.Actor, v.Others = out.Says[at].Actor, out.Says[at].Others
			out.Says[at] = v
		}
	}
	return out
}

// Same reports whether two answers come to the same in every slot.
func (a *Answer) Same(b *Answer) bool {
	sorted := func(says []Said) []Said {
		return slices.SortedFunc(slices.Values(says), func(x, y Said) int {
			return cmp.Or(cmp.Compare(x.Slot, y.Slot), cmp.Compare(x.About, y.About))
		})
	}
	return a.Act == b.Act && slices.EqualFunc(sorted(a.Says), sorted(b.Says), func(x, y Said) bool {
		return x.Slot == y.Slot && x.About == y.About && x.Value == y.Value
	})
}

// Decisions are what the answer comes to in the record, without author and reason:
// the corrections, then the verdict on the statement.
func (a *Answer) Decisions(id ascribe.StatementID) []ascribe.Decision {
	var out []ascribe.Decision
	for i := range a.Corrections {
		out = append(out, ascribe.Decision{Act: ascribe.Correct, Correction: &a.Corrections[i]})
	}
	return append(out, ascribe.Decision{Act: a.Act, Statements: []ascribe.StatementID{id}})
}

// said writes a value of a card so that the same is written the same.
func said(v *Value) Said {
	s := Said{Slot: v.Slot}
	switch {
	case v.Toll != nil:
		s.About, s.Value = v.Toll.Words, FigureText(v.Toll.Figure)
		for _, n := range []ascribe.Count{v.Toll.Figure.Best, v.Toll.Figure.Low, v.Toll.Figure.High} {
			if n != ascribe.Unknown && s.Count == nil {
				count := int(n)
				s.Count = &count
			}
		}
	case v.Date != nil:
		s.Value = cmp.Or(v.Date.EDTF, v.Date.Text)
	case v.Place != nil:
		if s.Value = cmp.Or(v.Place.Name, v.Place.Text); v.Place.Country != "" {
			s.Value += ", " + v.Place.Country
		}
	case v.Type != nil:
		s.Value = v.Type.String()
	default:
		s.About, s.Value = v.Actor.Name, v.Position.String()
	}
	return s
}

// FigureText writes a number of people as ParseFigure reads it; one with three bounds
// or none, which it does not read, has all three.
func FigureText(f ascribe.Figure) string {
	n := func(c ascribe.Count) string {
		if c == ascribe.Unknown {
			return "?"
		}
		return strconv.Itoa(int(c))
	}
	switch u := ascribe.Unknown; {
	case f.Low == f.Best && f.Best == f.High && f.Best != u && !f.Open:
		return n(f.Best)
	case f.Low == f.Best && f.High == u && f.Open && f.Best != u:
		return n(f.Low) + "+"
	case f.Low == u && f.Best == u && f.High != u && !f.Open:
		return "-" + n(f.High)
	case f.Best == u && f.Low != u && f.High != u && !f.Open:
		return n(f.Low) + "-" + n(f.High)
	}
	out := n(f.Low) + "/" + n(f.Best) + "/" + n(f.High)
	if f.Open {
		out += "+"
	}
	return out
}
