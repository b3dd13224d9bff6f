package reconcile

import (
	"maps"
	"slices"

	"ascribe"
)

// rulings are what people's standing decisions say, by what they are about.
type rulings struct {
	decisions []ascribe.Decision
	words     map[ends]word // the last on each pair
	verdicts  map[ascribe.StatementID]ascribe.Decision
	rated     map[ascribe.StatementID]ascribe.Credibility
	values    map[ascribe.DocumentID][]edit
	coded     map[ascribe.StatementID][]string      // by which decisions
	actors    map[ascribe.MentionID]ascribe.ActorID // who the words of coded attributions name
	about     map[string][]int                      // decisions, by the telling, statement or document that they name
}

// A word is what a person says of a pair, and which of all decisions says so.
type word struct {
	ascribe.Link
	order int
}

// A correction is a decision's.
type correction struct {
	*ascribe.Correction
	because string
}

// An edit is what a person would have a reading say.
type edit interface {
	apply(*edited)
}

// ruled sorts decisions that stand, in the order in which they were entered.
func ruled(standing []ascribe.Decision) rulings {
	r := rulings{
		decisions: standing,
		words:     map[ends]word{},
		verdicts:  map[ascribe.StatementID]ascribe.Decision{},
		rated:     map[ascribe.StatementID]ascribe.Credibility{},
		values:    map[ascribe.DocumentID][]edit{},
		coded:     map[ascribe.StatementID][]string{},
		actors:    map[ascribe.MentionID]ascribe.ActorID{},
		about:     map[string][]int{},
	}
	for i := range standing {
		r.enter(i, &standing[i])
	}
	return r
}

func (r *rulings) enter(i int, d *ascribe.Decision) {
	for _, p := range d.Pairs {
		l := linkOf(d, p)
		key := endsOf(l)
		r.words[key] = word{l, i}
		r.name(i, p.Left, p.Right)
	}
	for _, id := range d.Statements {
		r.verdicts[id] = *d
		if d.Credibility != (ascribe.Credibility{}) {
			r.rated[id] = d.Credibility
		}
		r.name(i, id.String())
	}
	if c := d.Correction; c != nil {
		doc := c.Telling.Document
		r.values[doc] = append(r.values[doc], correction{c, "as a person corrected it: " + d.Reason})
		r.name(i, c.Telling.String())
	}
	if c := d.Coding; c != nil {
		r.code(i, d)
	}
}

// name notes that a decision is about something.
func (r *rulings) name(i int, about ...string) {
	for _, key := range about {
		if list := r.about[key]; len(list) == 0 || list[len(list)-1] != i {
			r.about[key] = append(list, i)
		}
	}
}

// linkOf writes a person's word on a pair as a link.
func linkOf(d *ascribe.Decision, p ascribe.Pair) ascribe.Link {
	l := ascribe.Link{
		Kind: p.Kind, Left: p.Left, Right: p.Right, Judgement: p.Judgement, Score: 1,
		Because:    []ascribe.Reason{{Feature: "ruled: " + d.Reason}},
		Provenance: ascribe.Provenance{Activity: d.Act.String() + " " + d.ID, Agent: d.By},
	}
	if p.Kind == ascribe.SameIncident || p.Kind == ascribe.SameOrigin {
		return orient(l)
	}
	return l
}

// people returns the words of one kind, the latest first.
func (r *rulings) people(kind ascribe.LinkKind) []ascribe.Link {
	var words []word
	for key, w := range r.words {
		if key.kind == kind {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b word) int {
		if a.order != b.order {
			return b.order - a.order
		}
		return compareLinks(a.Link, b.Link)
	})
	out := make([]ascribe.Link, len(words))
	for i, w := range words {
		out[i] = w.Link
	}
	return out
}

// decisions returns the decisions that bear on the incident: they name one of
// its tellings, a statement of one, a mention in it or the origin of its article.
func (f *folding) decisions() []ascribe.Decision {
	found := map[int]bool{}
	take := func(key string) {
		for _, i := range f.ruled.about[key] {
			found[i] = true
		}
	}
	for _, p := range f.inc.parts {
		take(p.told.Incident.String())
		take(p.id.String())
		for _, id := range slices.Concat(p.told.Statements, p.struck) {
			take(id.String())
		}
		for _, a := range p.reading.Attributions {
			if a.Incident == p.told.Incident {
				take(a.Statement.String())
				take(a.Actor.String())
				take(string(f.blamed(p, a.Actor).ID))
			}
		}
		for _, t := range p.reading.Tolls {
			if t.Incident == p.told.Incident {
				take(t.Statement.String())
			}
		}
	}
	var out []ascribe.Decision
	for _, i := range slices.Sorted(maps.Keys(found)) {
		out = append(out, f.ruled.decisions[i])
	}
	return out
}
