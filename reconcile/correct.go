package reconcile

import (
	"slices"

	"ascribe"
)

// An edited reading is one with people's values beside or in place of the machine's.
type edited struct {
	*ascribe.Reading
	machine  *ascribe.Reading // as it is in the ledger
	rests    map[valued]ascribe.StatementID
	rejected func(ascribe.StatementID) bool
}

// valued is one value of a telling that has no statement of its own.
type valued struct {
	telling ascribe.MentionID
	slot    ascribe.Slot
}

// corrected returns a reading with people's values, and the statements that those
// rest on which a person coded. The reading itself stays as it is in the ledger.
func (r *rulings) corrected(reading *ascribe.Reading) (*ascribe.Reading, map[valued]ascribe.StatementID) {
	list := r.values[reading.Document]
	if len(list) == 0 {
		return reading, nil
	}
	out := *reading
	out.Mentions = slices.Clone(out.Mentions)
	out.Statements = slices.Clone(out.Statements)
	out.Incidents = slices.Clone(out.Incidents)
	out.Tolls = slices.Clone(out.Tolls)
	out.Attributions = slices.Clone(out.Attributions)
	e := &edited{&out, reading, map[valued]ascribe.StatementID{}, func(id ascribe.StatementID) bool { return r.verdicts[id].Act == ascribe.Reject }}
	for _, c := range list {
		c.apply(e)
	}
	return &out, e.rests
}

// apply corrects one value. A telling that the reading does not have is left
// out: the decision waits for a reading that does.
func (c correction) apply(e *edited) {
	r := e.Reading
	at := slices.IndexFunc(r.Incidents, func(o ascribe.Occurrence) bool { return o.Incident == c.Telling })
	if at < 0 {
		return
	}
	o := &r.Incidents[at]
	delete(e.rests, valued{c.Telling, c.Slot})
	switch c.Slot {
	case ascribe.TypeSlot:
		o.Type, o.Grounds.Type = *c.Type, c.because
	case ascribe.StageSlot:
		o.Stage, o.Grounds.Stage = *c.Stage, c.because
	case ascribe.DateSlot:
		o.When = c.date()
	case ascribe.PlaceSlot:
		o.Where = c.place()
	case ascribe.TollSlot:
		c.toll(r)
	case ascribe.AttributionSlot:
		c.attribution(r)
	}
}

func (c correction) date() *ascribe.Date {
	if c.Strike {
		return nil
	}
	d := *c.Date
	d.Because = c.because
	return &d
}

func (c correction) place() *ascribe.Place {
	if c.Strike {
		return nil
	}
	p := *c.Place
	p.Because = c.because
	return &p
}

func (c correction) toll(r *ascribe.Reading) {
	t := *c.Toll
	t.Incident, t.Because, t.Score = c.Telling, c.because, 1
	r.Tolls = replace(r.Tolls, t, c.Strike, func(o ascribe.Toll) bool { return o.Same(&t) })
}

func (c correction) attribution(r *ascribe.Reading) {
	a := *c.Attribution
	a.Incident, a.Because, a.Score = c.Telling, c.because, 1
	r.Attributions = replace(r.Attributions, a, c.Strike, func(o ascribe.Attribution) bool { return o.Same(&a) })
}

// replace puts a value in the place of the one that is it, or adds it where none
// is; struck, it is taken out.
func replace[T any](list []T, v T, strike bool, same func(T) bool) []T {
	at := slices.IndexFunc(list, same)
	switch {
	case strike:
		return slices.DeleteFunc(list, same)
	case at < 0:
		return append(list, v)
	}
	list[at] = v
	return list
}
