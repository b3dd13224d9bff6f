package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"ascribe"
)

// A roster tells which actor each mention is, within a view.
type roster struct {
	actor map[ascribe.MentionID]ascribe.ActorID
	refs  map[ascribe.ActorID]ascribe.ActorRef
	names map[ascribe.ActorID]map[string]int // wordings, and how many mentions have each
}

// newRoster reads the links between mentions and actors. A person's word takes
// the place of the machine's; an acronym that one actor alone is given in the
// articles of the view is that actor, wherever it stands by itself.
func newRoster(in *intake, docs []*held) *roster {
	r := &roster{
		actor: map[ascribe.MentionID]ascribe.ActorID{},
		refs:  map[ascribe.ActorID]ascribe.ActorRef{},
		names: map[ascribe.ActorID]map[string]int{},
	}
	machine, people := in.judgements(ascribe.IsActor)
	mentions := map[string]*ascribe.Mention{}
	for _, h := range docs {
		for i := range h.reading.Mentions {
			m := &h.reading.Mentions[i]
			mentions[m.ID.String()] = m
		}
	}
	long := acronymOwners(machine, mentions)
	one := mergedActors(in.people(ascribe.SameActor))
	ruled := map[string]ascribe.Judgement{}
	for _, l := range people { // the latest first
		if l.Judgement == ascribe.Same && ruled[l.Left] == ascribe.Undecided && mentions[l.Left] != nil {
			r.actor[mentions[l.Left].ID] = one.lead(ascribe.ActorID(l.Right))
			ruled[l.Left] = ascribe.Same
		}
	}
	for _, l := range machine {
		m := mentions[l.Left]
		if m == nil || l.Judgement != ascribe.Same || ruled[l.Left] != ascribe.Undecided {
			continue
		}
		id := ascribe.ActorID(l.Right)
		if owner, ok := long[id]; ok {
			id = owner
		}
		r.actor[m.ID] = one.lead(id)
	}
	r.describe(docs)
	return r
}

// leads tell which actor stands for each that a person merged into another.
type leads map[ascribe.ActorID]ascribe.ActorID

// mergedActors reads people's words on actors, the latest first: the left end of
// a merge stands for both. A merge that would close a circle says nothing new.
func mergedActors(people []ascribe.Link) leads {
	out := leads{}
	for _, l := range slices.Backward(people) {
		left, right := out.lead(ascribe.ActorID(l.Left)), out.lead(ascribe.ActorID(l.Right))
		if l.Judgement == ascribe.Same && left != right {
			out[right] = left
		}
	}
	return out
}

func (l leads) lead(id ascribe.ActorID) ascribe.ActorID {
	for {
		to, merged := l[id]
		if !merged {
			return id
		}
		id = to
	}
}

// acronymOwners maps the actor that a bare acronym makes to the one actor whose
// articles give that acronym beside the full name.
func acronymOwners(machine []ascribe.Link, mentions map[string]*ascribe.Mention) map[ascribe.ActorID]ascribe.ActorID {
	owners := map[string]map[ascribe.ActorID]bool{}
	bare := map[string]ascribe.ActorID{}
	for _, l := range machine {
		m := mentions[l.Left]
		if m == nil {
			continue
		}
		for _, why := range l.Because {
			switch {
			case why.Feature == "acronym":
				key := nameKey(why.Left)
				if owners[key] == nil {
					owners[key] = map[ascribe.ActorID]bool{}
				}
				owners[key][ascribe.ActorID(l.Right)] = true
			case why.Feature == "name" && isAcronym(trimArticle(why.Left)):
				bare[nameKey(why.Left)] = ascribe.ActorID(l.Right)
			}
		}
	}
	out := map[ascribe.ActorID]ascribe.ActorID{}
	for key, id := range bare {
		if len(owners[key]) == 1 {
			for owner := range owners[key] {
				out[id] = owner
			}
		}
	}
	return out
}

// describe names every actor: as the register does, else by its most frequent
// wording.
func (r *roster) describe(docs []*held) {
	known := map[ascribe.ActorID]bool{}
	for _, h := range docs {
		for i := range h.reading.Mentions {
			m := &h.reading.Mentions[i]
			id, ok := r.actor[m.ID]
			if !ok {
				continue
			}
			if r.names[id] == nil {
				r.names[id] = map[string]int{}
			}
			r.names[id][trimArticle(m.Text)]++
			ref := r.refs[id]
			ref.ID = id
			if m.Actor != nil && m.Actor.ID == id {
				ref, known[id] = *m.Actor, true
			} else if !known[id] && ref.Kind == ascribe.UnknownActor {
				if a, ok := resolve(h.doc, &ascribe.Mention{ID: m.ID, Text: m.Text, Actor: m.Actor}); ok {
					ref.Kind = a.actor.Kind
				}
			}
			r.refs[id] = ref
		}
	}
	for id, ref := range r.refs {
		if ref.Name == "" {
			ref.Name = r.wordings(id)[0]
			r.refs[id] = ref
		}
	}
}

// wordings lists how an actor is written, the most frequent first, then the
// longest.
func (r *roster) wordings(id ascribe.ActorID) []string {
	names := r.names[id]
	return slices.SortedFunc(maps.Keys(names), func(a, b string) int {
		return cmp.Or(cmp.Compare(names[b], names[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// of returns the actor that a mention is.
func (r *roster) of(m ascribe.MentionID) (ascribe.ActorRef, bool) {
	id, ok := r.actor[m]
	return r.refs[id], ok
}
