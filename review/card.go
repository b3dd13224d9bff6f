package review

import (
	"cmp"
	"fmt"
	"slices"

	"ascribe"
)

// A Card is one decision for a person: is a statement read rightly?
type Card struct {
	Statement ascribe.StatementID
	Incident  ascribe.IncidentID
	Says      []Value // what the machine read in it of the incident; what it is asked about comes first
	Need      float64 // the weights of the reasons together
	Why       []Reason
}

// A Value is what a statement says in one slot.
type Value struct {
	Slot     string                // one of Slots, or "position"
	Actor    ascribe.ActorRef      // of a position
	Position ascribe.Position      //
	Toll     *ascribe.Toll         //
	Date     *ascribe.Date         //
	Place    *ascribe.Place        //
	Type     *ascribe.IncidentType //
	Score    ascribe.Score         // the machine's doubt about it; 0 where it keeps none
	Others   []Other               // what other sources say in the slot
}

// An Other is what other statements say in a slot.
type Other struct {
	Value
	Statements []ascribe.StatementID
	Origins    int
}

// Weights of what makes a statement worth a look.
const (
	whoDidIt     = 1.5 // who is blamed is the worst to have wrong
	inDispute    = 1.0
	aloneInIt    = 0.8
	deaths       = 0.6
	machineDoubt = 0.6 // below a score of one half
)

// Cards returns the decisions that an incident asks for, the greatest need first. A
// statement that a person ruled on, or whose words do not stand any more, asks for
// none, and of copies the first alone does.
func Cards(r *ascribe.Record) []Card {
	d := &deck{record: r, at: map[ascribe.StatementID]*Card{}}
	d.positions()
	d.tolls()
	values(d, "date", r.Dates, func(v ascribe.Date) Value { return Value{Date: &v} })
	values(d, "place", r.Places, func(v ascribe.Place) Value { return Value{Place: &v} })
	values(d, "type", r.Types, func(v ascribe.IncidentType) Value { return Value{Type: &v} })
	var out []Card
	for _, id := range d.order {
		out = append(out, *d.at[id])
	}
	slices.SortStableFunc(out, func(a, b Card) int {
		return cmp.Or(cmp.Compare(b.Need, a.Need), slices.Compare(a.Statement[:], b.Statement[:]))
	})
	return out
}

// Need is how much an incident needs a person: 0 when every statement that its
// values rest on was ruled on.
func Need(r *ascribe.Record) float64 {
	cards := Cards(r)
	if len(cards) == 0 {
		return 0
	}
	return itemOf(r).Need + cards[0].Need
}

// A deck gathers the cards of a record by their statements.
type deck struct {
	record *ascribe.Record
	at     map[ascribe.StatementID]*Card
	order  []ascribe.StatementID
}

// open reports whether a statement waits for a ruling: one that a person made does not.
func (d *deck) open(id ascribe.StatementID) bool {
	c, ok := d.record.Cited[id]
	return ok && !c.Accepted && !c.Hand && c.Lapsed == nil
}

// add notes a value of a statement, and why it is worth a look.
func (d *deck) add(id ascribe.StatementID, v Value, why ...Reason) {
	if !d.open(id) {
		return
	}
	c := d.at[id]
	if c == nil {
		c = &Card{Statement: id, Incident: d.record.Incident}
		d.at[id] = c
		d.order = append(d.order, id)
	}
	c.Says = append(c.Says, v)
	for _, r := range why {
		if !slices.Contains(c.Why, r) {
			c.Why = append(c.Why, r)
			c.Need += r.Weight
		}
	}
}

// doubted is the reason of a value that the machine is not sure of.
func doubted(score ascribe.Score) []Reason {
	if score > 0 && score < 0.5 {
		return []Reason{{fmt.Sprintf("the machine is not sure of it (%.2f)", score), machineDoubt}}
	}
	return nil
}

// firsts returns the first statement of each origin.
func (d *deck) firsts(ids []ascribe.StatementID) []ascribe.StatementID {
	met := map[ascribe.OriginID]bool{}
	var out []ascribe.StatementID
	for _, id := range ids {
		if c, ok := d.record.Cited[id]; ok && !met[c.Origin] {
			met[c.Origin] = true
			out = append(out, id)
		}
	}
	return out
}

// positions asks about who is held to have done it. The machine's doubt is no reason
// here: it is kept from who rules on it.
func (d *deck) positions() {
	r := d.record
	stands := func(c *ascribe.Cell) bool { return c.Lapsed == nil && c.Until.IsZero() }
	for i := range r.Matrix {
		cell := &r.Matrix[i]
		if !stands(cell) {
			continue
		}
		why := []Reason{{"it says who did it", whoDidIt}}
		var others []Other
		for j := range r.Matrix {
			if o := &r.Matrix[j]; j != i && stands(o) {
				others = append(others, Other{Value{Slot: "position", Actor: o.Actor, Position: o.Position}, o.Support.Statements, o.Support.Origins})
			}
		}
		if disputes(cell, r.Matrix) {
			why = append(why, Reason{"sources disagree on who did it", inDispute})
		}
		if cell.Support.Origins == 1 {
			why = append(why, Reason{"one origin alone says so", aloneInIt})
		}
		for _, id := range d.firsts(cell.Support.Statements) {
			v := Value{Slot: "position", Actor: cell.Actor, Position: cell.Position, Others: others}
			if cell.Support.Value.Statement == id {
				v.Score = cell.Support.Value.Score
			}
			d.add(id, v, why...)
		}
	}
}

// disputes reports whether another cell of the matrix blames somebody else, or takes
// the other side on the same actor.
func disputes(cell *ascribe.Cell, matrix []ascribe.Cell) bool {
	blames := func(p ascribe.Position) bool { return p != ascribe.Denied && p != ascribe.Cleared }
	return slices.ContainsFunc(matrix, func(o ascribe.Cell) bool {
		if o.Lapsed != nil || !o.Until.IsZero() {
			return false
		}
		if o.Actor.Name != cell.Actor.Name {
			return blames(o.Position) && blames(cell.Position)
		}
		return blames(o.Position) != blames(cell.Position)
	})
}

// tolls asks about the figures of each harm.
func (d *deck) tolls() {
	asked := map[ascribe.Harm]bool{}
	for i := range d.record.Tolls {
		t := &d.record.Tolls[i]
		if asked[t.Harm] { // the same course by another policy
			continue
		}
		asked[t.Harm] = true
		for j := range t.Course {
			if p := &t.Course[j]; !p.Copy && p.Lapsed == nil {
				d.add(p.Toll.Statement, Value{Slot: t.Harm.String(), Toll: &p.Toll, Score: p.Toll.Score, Others: otherTolls(t, j)}, d.tollReasons(t, p)...)
			}
		}
	}
}

func (d *deck) tollReasons(t *ascribe.TollRange, p *ascribe.TollPoint) []Reason {
	why := doubted(p.Toll.Score)
	if t.Harm == ascribe.Killed {
		why = append(why, Reason{"it counts deaths", deaths})
	}
	if f := t.Figure; f.Low != ascribe.Unknown && f.Low < f.High {
		why = append(why, Reason{fmt.Sprintf("sources disagree on the %s", t.Harm), inDispute})
	}
	if len(t.Course) == 1 {
		why = append(why, Reason{"one origin alone says so", aloneInIt})
	}
	return why
}

// otherTolls lists the other figures of a course.
func otherTolls(t *ascribe.TollRange, not int) []Other {
	var out []Other
	for j := range t.Course {
		if p := &t.Course[j]; j != not && !p.Copy && p.Lapsed == nil {
			out = append(out, Other{Value{Slot: t.Harm.String(), Toll: &p.Toll, Score: p.Toll.Score}, []ascribe.StatementID{p.Toll.Statement}, 1})
		}
	}
	return out
}

// values asks about a value that one source after another gives: the first statement
// of each.
func values[T any](d *deck, slot string, given []ascribe.Sourced[T], as func(T) Value) {
	of := func(i int) Value {
		v := as(given[i].Value)
		v.Slot = slot
		return v
	}
	for i := range given {
		v := of(i)
		for j := range given {
			if j != i {
				v.Others = append(v.Others, Other{of(j), given[j].Statements, given[j].Origins})
			}
		}
		var why []Reason
		if len(given) > 1 {
			why = append(why, Reason{"sources disagree on the " + slot, inDispute})
		}
		if ids := d.firsts(given[i].Statements); len(ids) > 0 && (len(given) > 1 || !slices.ContainsFunc(given[i].Statements, d.ruled)) {
			d.add(ids[0], v, why...)
		}
	}
}

// ruled reports whether a person found a statement rightly read.
func (d *deck) ruled(id ascribe.StatementID) bool { return d.record.Cited[id].Accepted }

// Grave reports whether a card is about who did it or how many were harmed: it is
// ruled on by itself, never with others.
func (c *Card) Grave() bool {
	return slices.ContainsFunc(c.Says, func(v Value) bool { return v.Slot == "position" || v.Toll != nil })
}
