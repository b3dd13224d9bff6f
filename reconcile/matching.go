package reconcile

import (
	"math"
	"slices"

	"ascribe"
)

// Strengths of pairs of tellings, in hundredths of the sum of their weights: two
// clusters merge when the mean over the pairs of their origins is above 0, where
// the machine itself holds two tellings to be one. They were chosen on LongTail's
// incidents and the invented wire; bench/RESULTS.md has what others would give.
const (
	strongest  = 600  // a pair speaks for no more than so much
	unlinked   = -200 // a pair without a link
	impossible = -300 // one whose tellings contradict one another besides
)

// A matching puts tellings together into incidents.
type matching struct {
	parts   []part
	origins map[ascribe.DocumentID]*origin
	news    []bool         // whether a telling is what its document is news of
	linked  map[[2]int]int // the strength of the pairs that the machine holds to be the same
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
		m.linked[[2]int{min(a, b), max(a, b)}] = strength(l)
		j := join{a, b, float64(l.Score)}
		if m.news[a] && m.news[b] {
			j.score++ // what both are news of comes before what either tells besides
		}
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
// two incidents. Beyond that reprints have one voice: every pair of origins
// speaks once, so that neither a chain of look-alikes nor one strong pair pulls
// two incidents together, and one slip of a reporter does not part them.
func (m *matching) fit(a, b []int) bool {
	if m.oneDocument(a, b) {
		return false
	}
	sum, _ := m.spoken(a, b)
	return sum > 0
}

// spoken returns what the pairs of origins of two clusters say together for their
// being one incident, and how many pairs there are.
func (m *matching) spoken(a, b []int) (sum, pairs int) {
	said := map[[2]*origin]int{}
	for _, x := range a {
		for _, y := range b {
			if s, ok := m.linked[[2]int{min(x, y), max(x, y)}]; ok {
				pair := [2]*origin{m.origin(x), m.origin(y)}
				if old, some := said[pair]; !some || s > old {
					said[pair] = s
				}
			}
		}
	}
	leadB := m.leads(b)
	for ox, x := range m.leads(a) {
		for oy, y := range leadB {
			pairs++
			s, linked := said[[2]*origin{ox, oy}]
			switch {
			case linked:
				sum += s
			case contradict(m.parts[x].told, m.parts[y].told):
				sum += impossible
			default:
				sum += unlinked
			}
		}
	}
	return sum, pairs
}

// strength returns what a link says for its ends being one incident.
func strength(l ascribe.Link) int {
	p := min(max(float64(l.Score), 0.001), 0.999)
	return min(int(math.Round(100*math.Log(p/(1-p)))), strongest)
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
