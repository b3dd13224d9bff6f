package reconcile

import (
	"slices"

	"ascribe"
)

// citations are which origins of an incident cite which, and in which statements.
type citations struct {
	to   map[ascribe.OriginID][]ascribe.OriginID // in order of publication
	why  map[ascribe.OriginID][]ascribe.Reason
	said map[ascribe.OriginID][]ascribe.StatementID
	by   map[ascribe.StatementID]ascribe.OriginID // the origin that a statement is taken from
	head map[ascribe.OriginID]ascribe.OriginID    // the first origin of the circle that an origin is in
}

// cited finds which documents of the incident cite the outlet of another: as the
// source of a statement, as the voice between, or in a credit.
func (f *folding) cited() {
	f.cites = citations{
		to: map[ascribe.OriginID][]ascribe.OriginID{}, why: map[ascribe.OriginID][]ascribe.Reason{},
		said: map[ascribe.OriginID][]ascribe.StatementID{}, by: map[ascribe.StatementID]ascribe.OriginID{}, head: map[ascribe.OriginID]ascribe.OriginID{},
	}
	printed := map[string][]part{}
	for _, p := range f.inc.parts {
		for _, a := range p.seen {
			for _, form := range outletForms(string(a.Outlet)).all() {
				printed[form] = append(printed[form], p)
			}
		}
	}
	for _, p := range f.inc.parts {
		for i := range p.reading.Statements {
			s := &p.reading.Statements[i]
			if p.said[s.ID] == nil {
				continue
			}
			for _, name := range p.voices(s) {
				if of, ok := f.citeOutlet(p, name, printed); ok {
					f.cites.by[s.ID] = of
					f.cites.said[f.originOf(p.id)] = append(f.cites.said[f.originOf(p.id)], s.ID)
				}
			}
		}
		for _, c := range p.doc.Credits {
			if c.Kind != ascribe.CreditedOutlet {
				f.citeOutlet(p, c.Name, printed)
			}
		}
	}
	f.circles()
}

// voices names those whom a statement may be taken from as an outlet is.
func (h *held) voices(s *ascribe.Statement) []string {
	var out []string
	if s.Source.Role == ascribe.Other && named(trimArticle(s.Source.Text)) {
		out = append(out, s.Source.Text)
	}
	for _, v := range s.Source.Via {
		out = append(out, h.mention(v).Text)
	}
	return out
}

// citeOutlet enters that a document cites an outlet by name, and returns the origin of
// the first document that the outlet printed on the incident, if that is another.
func (f *folding) citeOutlet(p part, name string, printed map[string][]part) (ascribe.OriginID, bool) {
	from := f.originOf(p.id)
	for _, form := range outletForms(name).all() {
		for _, q := range printed[form] {
			to := f.originOf(q.id)
			if to == from {
				continue
			}
			if !slices.Contains(f.cites.to[from], to) {
				f.cites.to[from] = append(f.cites.to[from], to)
				f.cites.why[from] = append(f.cites.why[from], ascribe.Reason{Feature: "cites", Weight: 1, Left: p.outlet() + " cites " + name, Right: q.outlet()})
			}
			return to, true
		}
	}
	return from, false
}

// reach returns the origins that one leads to by citing.
func (c *citations) reach(from ascribe.OriginID) map[ascribe.OriginID]bool {
	seen, todo := map[ascribe.OriginID]bool{}, []ascribe.OriginID{from}
	for len(todo) > 0 {
		next := todo[0]
		todo = todo[1:]
		for _, o := range c.to[next] {
			if !seen[o] {
				seen[o] = true
				todo = append(todo, o)
			}
		}
	}
	return seen
}

// circles finds the origins that cite one another, and enters them in the record.
func (f *folding) circles() {
	for _, o := range f.record.Origins {
		reached := f.cites.reach(o.ID)
		if _, in := f.cites.head[o.ID]; in || !reached[o.ID] {
			continue
		}
		shared := ascribe.Shared{Kind: ascribe.InCircle}
		for _, other := range f.record.Origins {
			if !reached[other.ID] || !f.cites.reach(other.ID)[o.ID] {
				continue
			}
			f.cites.head[other.ID] = o.ID
			shared.Who = append(shared.Who, f.origins[other.ID].docs[0].outlet())
			shared.Origins = append(shared.Origins, other.ID)
			shared.Statements = append(shared.Statements, f.cites.said[other.ID]...)
			shared.Because = append(shared.Because, f.cites.why[other.ID]...)
		}
		f.record.Shared = append(f.record.Shared, shared)
	}
}

// ground names what a statement rests on that is taken from another outlet: the
// circle that the outlet is in, else the outlet's origin.
func (c *citations) ground(id ascribe.StatementID) (ground string, of ascribe.OriginID, ok bool) {
	of, ok = c.by[id]
	if !ok {
		return "", of, false
	}
	head := of
	if h, in := c.head[of]; in {
		head = h
	}
	return "cites " + head.String(), of, true
}
