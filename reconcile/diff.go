package reconcile

import (
	"slices"

	"ascribe"
)

// Diff returns what became of each incident from one view to another, in the
// order of the later view; those that are gone come last. Incidents are matched
// by their tellings, so it sees joins and splits. What is the same is left out.
func Diff(before, after *State) []ascribe.Change {
	var out []ascribe.Change
	kept := map[*incident]int{} // incidents of the earlier view, and how many later ones hold a telling of theirs
	origin := map[*incident][]*incident{}
	for _, inc := range after.incidents {
		origin[inc] = before.holding(inc)
		for _, old := range origin[inc] {
			kept[old]++
		}
	}
	for _, r := range after.Incidents() {
		inc := after.alias[r.Incident]
		olds := origin[inc]
		c := ascribe.Change{After: r}
		for _, old := range olds {
			c.Before = append(c.Before, old.compute())
		}
		parted := slices.ContainsFunc(olds, func(old *incident) bool { return kept[old] > 1 })
		switch {
		case len(olds) == 0:
			c.Kind = ascribe.Appeared
		case len(olds) > 1:
			c.Kind = ascribe.Joined
		case parted:
			c.Kind = ascribe.Parted
		case equal(c.Before[0], r):
			continue
		default:
			c.Kind = ascribe.Altered
		}
		out = append(out, c)
	}
	for _, r := range before.Incidents() {
		if kept[before.alias[r.Incident]] == 0 {
			out = append(out, ascribe.Change{Kind: ascribe.Gone, Before: []*ascribe.Record{r}})
		}
	}
	return out
}

// holding returns the incidents of a view that hold a telling of another view's
// incident, in the order of its tellings.
func (s *State) holding(inc *incident) []*incident {
	var out []*incident
	for _, id := range append([]ascribe.IncidentID{inc.id}, inc.also...) {
		if old := s.alias[id]; old != nil && !slices.Contains(out, old) {
			out = append(out, old)
		}
	}
	return out
}

// equal reports whether two records say the same.
func equal(a, b *ascribe.Record) bool { return digestOf(a) == digestOf(b) }
