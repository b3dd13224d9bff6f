package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"ascribe"
)

// standing is what the view says of one actor.
type standing struct {
	docs      map[ascribe.DocumentID]bool
	incidents map[ascribe.IncidentID]bool
	positions map[ascribe.Position]map[ascribe.OriginID]bool
	relations tally[ascribe.ActorRelation]
}

// Actors returns every actor that a mention resolves to, those of most
// documents first.
func (s *State) Actors() []ascribe.ActorSummary {
	all := map[ascribe.ActorID]*standing{}
	of := func(id ascribe.ActorID) *standing {
		if all[id] == nil {
			all[id] = &standing{
				docs: map[ascribe.DocumentID]bool{}, incidents: map[ascribe.IncidentID]bool{},
				positions: map[ascribe.Position]map[ascribe.OriginID]bool{},
			}
		}
		return all[id]
	}
	for _, h := range s.docs {
		for i := range h.reading.Mentions {
			if id, ok := s.actors.actor[h.reading.Mentions[i].ID]; ok {
				of(id).docs[h.id] = true
			}
		}
		s.standInRelations(h, of)
	}
	for _, inc := range s.incidents {
		for _, p := range inc.parts {
			s.standInIncident(inc, p, of)
		}
	}
	return s.summaries(all)
}

// standInIncident enters the positions that a telling takes on actors.
func (s *State) standInIncident(inc *incident, p part, of func(ascribe.ActorID) *standing) {
	for _, a := range p.reading.Attributions {
		actor, ok := s.actors.of(a.Actor)
		if !ok || a.Incident != p.told.Incident || p.said[a.Statement] == nil || p.lapses[a.Statement] != nil {
			continue
		}
		st, pos := of(actor.ID), a.Stance.Position()
		st.incidents[inc.id] = true
		if st.positions[pos] == nil {
			st.positions[pos] = map[ascribe.OriginID]bool{}
		}
		st.positions[pos][s.originOf(p.id)] = true
	}
}

// standInRelations enters the relations that a document states, with both of
// their actors.
func (s *State) standInRelations(h *held, of func(ascribe.ActorID) *standing) {
	ids := map[ascribe.ActorID]bool{}
	for _, r := range h.reading.Relations {
		for _, m := range []ascribe.MentionID{r.Subject, r.Object} {
			if id, ok := s.actors.actor[m]; ok {
				ids[id] = true
			}
		}
	}
	for id := range ids {
		s.related(&of(id).relations, h, s.actors, func(a, b ascribe.ActorID) bool { return a == id || b == id })
	}
}

// summaries puts the register in order.
func (s *State) summaries(all map[ascribe.ActorID]*standing) []ascribe.ActorSummary {
	var out []ascribe.ActorSummary
	for id, st := range all {
		sum := ascribe.ActorSummary{
			Actor: s.actors.refs[id], Names: s.actors.wordings(id), Documents: len(st.docs),
			Incidents: slices.Sorted(maps.Keys(st.incidents)), Positions: map[ascribe.Position]int{},
			Relations: st.relations.sourced(nil),
		}
		for pos, origins := range st.positions {
			sum.Positions[pos] = len(origins)
		}
		out = append(out, sum)
	}
	slices.SortFunc(out, func(a, b ascribe.ActorSummary) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Actor.Name, b.Actor.Name), cmp.Compare(a.Actor.ID, b.Actor.ID))
	})
	return out
}
