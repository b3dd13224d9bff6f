package pipeline

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ascribe"
	"ascribe/publish"
	"ascribe/reconcile"
	"ascribe/review"
)

// A Cataloguer brings the catalogue of a store up to its ledger.
type Cataloguer struct {
	Store ascribe.Store
	// Stride is how many lines are gone through at once, [Stride] by default. What was
	// folded is entered after each: who is interrupted goes on from there.
	Stride int64
	// Progress is told how many lines of the ledger are in; it may be nil.
	Progress func(done, total int64)
}

// Stride is how many lines of the ledger are gone through at once by default.
const Stride = 1000

// rules names the rules by which records are folded and briefs are written.
func rules() string { return "catalogue/2 reconcile/" + reconcile.Version }

// Update folds what lines that the catalogue does not hold yet are about, and
// enlists it. It folds each incident once, however many of the lines are about it.
func (c *Cataloguer) Update(ctx context.Context) error {
	head, err := c.Store.Head(ctx)
	if err != nil {
		return err
	}
	done, by, err := c.Store.Catalogued(ctx)
	if err != nil {
		return err
	}
	if by != rules() {
		done = 0
		if err := c.Store.Enlist(ctx, ascribe.Enlistment{Rules: rules()}); err != nil {
			return err
		}
	}
	stride := cmp.Or(c.Stride, Stride)
	for done < head.Size {
		to := min(done+stride, head.Size)
		if err := c.step(ctx, done, to, head.Size); err != nil {
			return err
		}
		done = to
		if c.Progress != nil {
			c.Progress(done, head.Size)
		}
	}
	return nil
}

// step folds what some lines of a ledger of size lines are about.
func (c *Cataloguer) step(ctx context.Context, from, to, size int64) error {
	ids, names, err := c.touched(ctx, from, to)
	if err != nil {
		return err
	}
	todo, err := c.Store.Outdated(ctx, ids, names, to)
	if err != nil {
		return err
	}
	e := ascribe.Enlistment{Lines: to, Rules: rules()}
	looked := map[ascribe.IncidentID]bool{}
	for _, id := range todo {
		if looked[id] {
			continue
		}
		f, err := c.fold(ctx, id, size)
		if err != nil {
			return err
		}
		for _, id := range f.Looked {
			looked[id] = true
		}
		e.Folds = append(e.Folds, *f)
	}
	return c.Store.Enlist(ctx, e)
}

// touched returns the incidents that some lines tell of, and the names of what the
// lines are about.
func (c *Cataloguer) touched(ctx context.Context, from, to int64) (ids []ascribe.IncidentID, names []string, err error) {
	met := map[string]bool{}
	name := func(of ...string) {
		for _, s := range of {
			if !met[s] {
				met[s] = true
				names = append(names, s)
			}
		}
	}
	for line, err := range c.Store.Lines(ctx, ascribe.Query{After: from, Limit: int(to - from)}) {
		if err != nil {
			return nil, nil, err
		}
		switch e := line.Entry; {
		case e.Capture != nil && e.Capture.Document != nil:
			name(e.Capture.Document.ID.String())
		case e.Reading != nil:
			name(e.Reading.Document.String())
			for i := range e.Reading.Incidents {
				ids = append(ids, ascribe.IncidentIDOf(e.Reading.Incidents[i].Incident))
			}
		case e.Link != nil:
			for _, id := range e.Link.Documents() {
				name(id.String())
			}
		case e.Decision != nil:
			name(e.Decision.Names()...)
			if telling, coded := e.Decision.Telling(); coded {
				ids = append(ids, ascribe.IncidentIDOf(telling))
			}
		}
	}
	return ids, names, nil
}

// fold folds the neighbourhood of an incident: every incident of it is whole there,
// since what was once held to be one is followed for ever.
func (c *Cataloguer) fold(ctx context.Context, id ascribe.IncidentID, size int64) (*ascribe.Fold, error) {
	docs, err := c.Store.Tellings(ctx, string(id), mostMeant)
	if err != nil {
		return nil, err
	}
	n := newNeighbourhood(ctx, c.Store, ascribe.Pins{})
	state, tellings, err := n.fold(string(id), docs)
	if err != nil {
		return nil, err
	}
	f := &ascribe.Fold{Lines: size, Looked: append(idsOfTellings(tellings), id), Rests: n.rests()}
	slices.Sort(f.Looked)
	f.Looked = slices.Compact(f.Looked)
	given := map[ascribe.IncidentID]bool{}
	for _, id := range f.Looked {
		r, err := state.Incident(string(id))
		if ascribe.KindOf(err) == ascribe.NotFound { // nobody tells of it: a person rejected it
			continue
		}
		if err != nil {
			return nil, err
		}
		if !given[r.Incident] {
			given[r.Incident] = true
			b := publish.Brief(r)
			b.Need, b.Changed = review.Need(r), n.changed(r)
			f.Listings = append(f.Listings, ascribe.Listing{Brief: b, Record: r})
		}
	}
	return f, nil
}

// idsOfTellings returns the ids that tellings, written as ends of links, carry.
func idsOfTellings(ends []string) []ascribe.IncidentID {
	var out []ascribe.IncidentID
	for _, end := range ends {
		var m ascribe.MentionID
		if m.UnmarshalText([]byte(end)) == nil {
			out = append(out, ascribe.IncidentIDOf(m))
		}
	}
	return out
}

// rests names what the neighbourhood is made of: a later line that is about none of
// it does not belong to it.
func (n *neighbourhood) rests() []string {
	var out []string
	for id := range n.loaded {
		out = append(out, id.String())
	}
	for name := range n.asked {
		out = append(out, name)
	}
	return out
}

// changed returns when the ledger last had something new on an incident.
func (n *neighbourhood) changed(r *ascribe.Record) time.Time {
	told := map[ascribe.DocumentID]bool{}
	for i := range r.Documents {
		told[r.Documents[i].Document] = true
	}
	ruled := map[string]bool{}
	for i := range r.Decisions {
		ruled[r.Decisions[i].ID] = true
	}
	var last time.Time
	for _, line := range n.lines {
		e := line.Entry
		switch {
		case e.Capture != nil && e.Capture.Document != nil && told[e.Capture.Document.ID],
			e.Reading != nil && told[e.Reading.Document], e.Decision != nil && ruled[e.Decision.ID]:
			if line.At.After(last) {
				last = line.At
			}
		}
	}
	return last
}
