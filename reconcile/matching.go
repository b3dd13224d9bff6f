package reconcile

import (
	"slices"

	"ascribe"
)

// leastShare is the part of the pairs of origins across two clusters that must
// be joined themselves before the clusters merge.
const leastShare = 0.35

// A matching puts tellings together into incidents.
type matching struct {
	parts   []part
	origins map[ascribe.DocumentID]*origin
	linked  map[[2]int]bool // pairs that the machine holds to be the same
	apart   map[[2]int]bool // pairs that a person holds to be different
}

// cluster joins the tellings: first those of documents in their own words, then
// each copy's with those of what it copies, so that no copy adds to what its
// words say; then what only a copy tells of; then as people rule.
func (m *matching) cluster(machine, people []ascribe.Link, at map[string]int) [][]int {
	var own, copied, left []join
	for _, l := range machine {
		a, b, held := endsAt(at, l)
		if !held || l.Judgement != ascribe.Same {
			continue
		}
		m.linked[[2]int{min(a, b), max(a, b)}] = true
		j := join{a, b, float64(l.Score)}
		switch {
		case m.words(a) == m.words(b):
			copied = append(copied, j)
		case m.copy(a) || m.copy(b):
			left = append(left, j)
		default:
			own = append(own, j)
		}
	}
	same, apart := joinsOf(people, at)
	c := newClustering(len(m.parts))
	c.run(own, func(a, b []int) bool { return free(a, b, apart) && m.fit(a, b) })
	c.run(copied, func(a, b []int) bool { return free(a, b, apart) && !m.oneDocument(a, b) })
	c.run(left, func(a, b []int) bool {
		return (m.copies(a) || m.copies(b)) && free(a, b, apart) && m.fit(a, b)
	})
	for _, j := range same {
		c.rule(j.a, j.b, apart)
	}
	return c.groups()
}

// words returns the document whose words a telling is in.
func (m *matching) words(item int) *held { return m.origin(item).words(m.parts[item].held) }

// copy reports whether a telling is in the words of an earlier document.
func (m *matching) copy(item int) bool { return m.words(item) != m.parts[item].held }

// copies reports whether all of some tellings are.
func (m *matching) copies(items []int) bool {
	return !slices.ContainsFunc(items, func(x int) bool { return !m.copy(x) })
}

// fit reports whether two clusters may merge. Two tellings of one document are
// two incidents. Beyond that reprints have one voice: of each origin the
// earliest telling is asked, none may contradict one of the other side that it
// is not itself joined with, and enough pairs of origins must be joined, so that
// a chain of look-alikes does not pull two incidents together.
func (m *matching) fit(a, b []int) bool {
	if m.oneDocument(a, b) {
		return false
	}
	leadA, leadB := m.leads(a), m.leads(b)
	joined := map[[2]*origin]bool{}
	for _, x := range a {
		for _, y := range b {
			if m.linked[[2]int{min(x, y), max(x, y)}] {
				joined[[2]*origin{m.origin(x), m.origin(y)}] = true
			}
		}
	}
	for ox, x := range leadA {
		for oy, y := range leadB {
			if !joined[[2]*origin{ox, oy}] && contradict(m.parts[x].told, m.parts[y].told) {
				return false
			}
		}
	}
	return float64(len(joined)) >= leastShare*float64(len(leadA)*len(leadB))
}

// oneDocument reports whether some document tells of something on both sides.
func (m *matching) oneDocument(a, b []int) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	seen := map[*held]bool{}
	for _, x := range a {
		seen[m.parts[x].held] = true
	}
	return slices.ContainsFunc(b, func(y int) bool { return seen[m.parts[y].held] })
}

// leads returns the earliest telling of each origin in a cluster.
func (m *matching) leads(items []int) map[*origin]int {
	out := map[*origin]int{}
	for _, x := range items {
		o := m.origin(x)
		if first, ok := out[o]; !ok || x < first {
			out[o] = x
		}
	}
	return out
}

func (m *matching) origin(item int) *origin { return m.origins[m.parts[item].id] }

// incidents makes the incidents of finished groups, with the links that join
// each.
func (m *matching) incidents(groups [][]int, links []ascribe.Link, at map[string]int) []*incident {
	home := make([]*incident, len(m.parts))
	var out []*incident
	for _, g := range groups {
		inc := &incident{id: ascribe.IncidentIDOf(m.parts[g[0]].told.Incident)}
		for _, x := range g {
			home[x] = inc
			inc.parts = append(inc.parts, m.parts[x])
		}
		for _, x := range g[1:] {
			inc.also = append(inc.also, ascribe.IncidentIDOf(m.parts[x].told.Incident))
		}
		out = append(out, inc)
	}
	for _, l := range joining(links, at, func(a, b int) bool { return home[a] == home[b] }) {
		inc := home[at[l.Left]]
		inc.links = append(inc.links, l)
	}
	return out
}
