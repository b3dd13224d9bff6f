package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"ascribe"
)

// Doubts lists the pairs of incidents that may be one, the likeliest first: those of
// the middle band, by the mean over the pairs of their origins. Of a pair that a
// person ruled on, and of two incidents that one article tells apart, nothing is asked.
func (s *State) Doubts() []ascribe.Doubt {
	return slices.SortedFunc(maps.Values(s.doubts), func(a, b ascribe.Doubt) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Incidents[0], b.Incidents[0]), cmp.Compare(a.Incidents[1], b.Incidents[1]))
	})
}

// doubts finds the pairs of clusters in the middle band, each with the link that
// speaks most for it.
func (m *matching) doubts(groups [][]int, machine []ascribe.Link, apart func(a, b int) bool, at map[string]int) map[[2]ascribe.IncidentID]ascribe.Doubt {
	group := make([]int, len(m.parts))
	for g, items := range groups {
		for _, x := range items {
			group[x] = g
		}
	}
	likeliest := map[[2]int]ascribe.Link{}
	for _, l := range machine {
		a, b, held := endsAt(at, l)
		if !held || l.Judgement == ascribe.Different || group[a] == group[b] {
			continue
		}
		m.linked[[2]int{min(a, b), max(a, b)}] = strength(l)
		pair := [2]int{min(group[a], group[b]), max(group[a], group[b])}
		if old, ok := likeliest[pair]; !ok || l.Score > old.Score {
			likeliest[pair] = l
		}
	}
	out := map[[2]ascribe.IncidentID]ascribe.Doubt{}
	for pair, l := range likeliest {
		one, other := groups[pair[0]], groups[pair[1]]
		if m.oneDocument(one, other) || !free(one, other, apart) {
			continue
		}
		sum, pairs := m.spoken(one, other)
		if p := logistic(float64(sum) / float64(pairs) / 100); p >= unsureAt {
			ids := [2]ascribe.IncidentID{m.id(one[0]), m.id(other[0])}
			out[ids] = ascribe.Doubt{Incidents: ids, Score: ascribe.Score(p), Link: l}
		}
	}
	return out
}

// id is the id that a telling carries.
func (m *matching) id(item int) ascribe.IncidentID {
	return ascribe.IncidentIDOf(m.parts[item].told.Incident)
}
