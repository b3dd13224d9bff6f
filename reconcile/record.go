package reconcile

import (
	"slices"

	"ascribe"
)

// folding is the making of one record.
type folding struct {
	*State
	inc    *incident
	actors *roster // as the documents of the incident name them
	record *ascribe.Record

	dates   tally[ascribe.Date]
	places  tally[ascribe.Place]
	types   tally[ascribe.IncidentType]
	stages  tally[ascribe.Stage]
	targets tally[ascribe.Entity]
	weapons tally[ascribe.Entity]
	denials tally[string] // who says that it did not happen

	lapses map[ascribe.StatementID]*ascribe.Lapse // of statements that do not stand any more
	cites  citations
	spoken []*occasion
	spoke  map[ascribe.StatementID]*occasion
}

// fold computes the record of an incident.
func (s *State) fold(inc *incident) *ascribe.Record {
	f := &folding{State: s, inc: inc, actors: s.actors.among(inc.docs()), record: &ascribe.Record{
		Incident: inc.id, Also: inc.also, Pins: s.pins, Links: inc.links,
		Cited: map[ascribe.StatementID]ascribe.Cite{},
	}}
	for _, p := range inc.parts {
		f.document(p)
	}
	f.occasions()
	f.cited()
	f.stands()
	for _, p := range inc.parts {
		f.values(p)
	}
	f.choose()
	f.matrix()
	f.tolls()
	f.relations()
	f.record.Contested = append(f.contested(), f.takenBack()...)
	f.record.Title = title(f.record)
	f.shared()
	f.cite()
	f.record.Decisions = f.decisions()
	return f.record
}

// docs are the documents that tell of the incident.
func (inc *incident) docs() []*held {
	docs := make([]*held, len(inc.parts))
	for i, p := range inc.parts {
		docs[i] = p.held
	}
	return docs
}

// originOf returns the origin that a document belongs to.
func (s *State) originOf(id ascribe.DocumentID) ascribe.OriginID { return s.origins[id].id }

// document enters a telling and the origin that it belongs to.
func (f *folding) document(p part) {
	o := f.origins[p.id]
	f.record.Documents = append(f.record.Documents, ascribe.Telling{
		Document: p.id, Mention: p.told.Incident, Appearances: p.seen, Origin: o.id, Late: !p.told.Recent,
	})
	if slices.ContainsFunc(f.record.Origins, func(x ascribe.Origin) bool { return x.ID == o.id }) {
		return
	}
	f.record.Origins = append(f.record.Origins, o.entry())
}

// entry is the origin as a record has it.
func (o *origin) entry() ascribe.Origin {
	out := ascribe.Origin{ID: o.id, Name: o.name(), Because: o.links}
	for _, h := range o.docs {
		out.Documents = append(out.Documents, h.id)
	}
	return out
}

// name is the wire or first outlet that an origin's documents credit, else the
// outlet of the leading document.
func (o *origin) name() string {
	for _, kind := range []ascribe.CreditKind{ascribe.Wire, ascribe.RepublishedFrom} {
		for _, h := range o.docs {
			for _, c := range h.doc.Credits {
				if c.Kind == kind {
					return c.Name
				}
			}
		}
	}
	return o.docs[0].outlet()
}

// outlet is the first outlet to publish the document: its name, else the
// credit that the text gives itself, else the input.
func (h *held) outlet() string {
	if out := h.seen[0].Outlet; out != "" {
		return string(out)
	}
	for _, c := range h.doc.Credits {
		if c.Kind == ascribe.CreditedOutlet {
			return c.Name
		}
	}
	return h.seen[0].InputID
}

// choose sets what most origins give.
func (f *folding) choose() {
	r := f.record
	r.Dates = f.dates.sourced(finerDate)
	r.Places = f.places.sourced(finerPlace)
	r.Types = f.types.sourced(finerType)
	r.Stages = f.stages.sourced(nil)
	r.Targets = f.targets.sourced(nil)
	r.Weapons = f.weapons.sourced(nil)
	if i := f.held(best(&f.dates, r.Dates, dateKey, dateHolds), len(r.Dates)); i >= 0 {
		d := r.Dates[i].Value
		r.When = &d
	}
	if i := f.held(best(&f.places, r.Places, placeKey, placeHolds), len(r.Places)); i >= 0 {
		p := r.Places[i].Value
		r.Where = &p
	}
	if i := f.held(best(&f.types, r.Types, ascribe.IncidentType.String, typeHolds), len(r.Types)); i >= 0 {
		r.Type = r.Types[i].Value
	}
	if len(r.Stages) > 0 && (r.Stages[0].Origins > 0 || r.Withdrawn != nil) {
		r.Stage = r.Stages[0].Value
	}
}

// held is the index of the value to hold: the best one, or, of an incident that was
// withdrawn altogether, the first of those that were given, by which it is known.
func (f *folding) held(best, given int) int {
	if best < 0 && given > 0 && f.record.Withdrawn != nil {
		return 0
	}
	return best
}
