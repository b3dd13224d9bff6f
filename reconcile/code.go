package reconcile

import (
	"slices"

	"ascribe"
)

// byHand begins the reason of what a person coded.
const byHand = "coded by hand: "

// code enters what a person coded by hand.
func (r *rulings) code(i int, d *ascribe.Decision) {
	c := d.Coding
	doc := c.Document()
	r.values[doc] = append(r.values[doc], coding{c, byHand + d.Reason})
	r.coded[c.Statement.ID] = append(r.coded[c.Statement.ID], d.ID)
	r.name(i, c.Statement.ID.String())
	if c.Value != nil {
		r.name(i, c.Value.Telling.String())
	}
	if c.Actor != nil && c.Is != "" {
		r.actors[c.Actor.ID] = c.Is
	}
}

// A coding is a decision's.
type coding struct {
	*ascribe.Coding
	because string
}

// apply puts what a person coded into a reading. What it is in place of waits for a
// reading that has it; a value never waits. Of one whose statement was rejected the
// words alone are left.
func (c coding) apply(r *edited) {
	if c.Instead != nil {
		c.replace(r.Reading, *c.Instead)
		return
	}
	c.say(r.Reading)
	if r.rejected(c.Statement.ID) {
		return
	}
	if c.Actor != nil && !slices.ContainsFunc(r.Mentions, func(m ascribe.Mention) bool { return m.ID == c.Actor.ID }) {
		r.Mentions = append(r.Mentions, *c.Actor)
	}
	value := *c.Value
	value.Telling = c.telling(r)
	correction{&value, c.because}.apply(r)
	if c.Value.Toll == nil && c.Value.Attribution == nil {
		c.tell(r.Reading, value.Telling)
		r.rests[valued{value.Telling, value.Slot}] = c.Statement.ID
	}
}

// say enters the person's statement. Of one that the reading has too, the person
// knows who speaks.
func (c coding) say(r *ascribe.Reading) {
	at := slices.IndexFunc(r.Statements, func(s ascribe.Statement) bool { return s.ID == c.Statement.ID })
	if at >= 0 {
		r.Statements[at].Source.Role = c.Statement.Source.Role
		return
	}
	s := c.Statement
	s.Because, s.Score = c.because, 1
	r.Statements = append(r.Statements, s)
}

// telling returns the telling that the value is of: the one that the person meant;
// else the only one of such a kind that the reading tells of in the same sentence;
// else one that the person's words tell of.
func (c coding) telling(r *edited) ascribe.MentionID {
	meant := c.Deed.Telling
	if slices.ContainsFunc(r.Incidents, func(o ascribe.Occurrence) bool { return o.Incident == meant }) {
		return meant
	}
	if found := c.moved(r.machine); len(found) == 1 && !c.Deed.New {
		return found[0]
	}
	r.Mentions = append(r.Mentions, ascribe.Mention{ID: meant, Text: c.Deed.Text, Spans: []ascribe.Span{c.Deed.Span}})
	r.Incidents = append(r.Incidents, ascribe.Occurrence{
		Incident: meant, Type: c.Deed.Type, Stage: c.Deed.Stage, Recent: c.Deed.Recent, Statements: []ascribe.StatementID{c.Statement.ID},
		Because: c.because, Grounds: ascribe.Grounds{Type: c.because, Stage: c.because, Recent: c.because}, Score: 1,
	})
	return meant
}

// moved lists the tellings that the machine has in the same sentence as the one
// meant, by other words.
func (c coding) moved(r *ascribe.Reading) []ascribe.MentionID {
	var out []ascribe.MentionID
	for i := range r.Statements {
		in := r.Statements[i].Anchor.Span
		if !in.Holds(c.Deed.Span) {
			continue
		}
		for j := range r.Incidents {
			o := &r.Incidents[j]
			if o.Incident.At >= in.Start && o.Incident.At < in.End && compatibleTypes(o.Type, c.Deed.Type) > 0 && !slices.Contains(out, o.Incident) {
				out = append(out, o.Incident)
			}
		}
	}
	return out
}

// tell lets a telling rest on the person's statement too.
func (c coding) tell(r *ascribe.Reading, telling ascribe.MentionID) {
	at := slices.IndexFunc(r.Incidents, func(o ascribe.Occurrence) bool { return o.Incident == telling })
	if o := &r.Incidents[at]; !slices.Contains(o.Statements, c.Statement.ID) {
		o.Statements = append(slices.Clone(o.Statements), c.Statement.ID)
	}
}

// replace puts the person's statement in the place of one that has another speaker,
// with all that rests on it.
func (c coding) replace(r *ascribe.Reading, old ascribe.StatementID) {
	at := slices.IndexFunc(r.Statements, func(s ascribe.Statement) bool { return s.ID == old })
	if at < 0 {
		return
	}
	r.Statements = slices.Delete(r.Statements, at, at+1)
	c.say(r)
	id, role := c.Statement.ID, c.Statement.Source.Role
	for i := range r.Incidents {
		o := &r.Incidents[i]
		if at := slices.Index(o.Statements, old); at >= 0 {
			o.Statements = slices.Clone(o.Statements)
			o.Statements[at] = id
			if slices.Index(o.Statements, id) < at {
				o.Statements = slices.Delete(o.Statements, at, at+1)
			}
		}
	}
	for i := range r.Tolls {
		if t := &r.Tolls[i]; t.Statement == old {
			t.Statement = id
		}
	}
	for i := range r.Attributions {
		if a := &r.Attributions[i]; a.Statement == old {
			a.Statement, a.Stance.Speaker = id, role
		}
	}
	r.Relations = slices.Clone(r.Relations)
	for i := range r.Relations {
		if x := &r.Relations[i]; x.Statement == old {
			x.Statement = id
		}
	}
}
