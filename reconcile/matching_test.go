package reconcile

import (
	"slices"
	"testing"

	"ascribe"
)

// strung is a matching of tellings numbered from 0, each of its own document and
// origin, in which the pairs that are given are linked.
func strung(n int, links map[[2]int]int) *matching {
	m := &matching{origins: map[ascribe.DocumentID]*origin{}, news: make([]bool, n), linked: links}
	for i := range n {
		h := &held{id: ascribe.DocumentID{byte(i)}}
		m.origins[h.id] = &origin{id: h.id, docs: []*held{h}}
		m.parts = append(m.parts, part{held: h, told: &ascribe.Occurrence{Type: ascribe.Bombing, When: marchDay(3)}})
	}
	return m
}

func TestClustersMergeByTheMean(t *testing.T) {
	for name, tt := range map[string]struct {
		links map[[2]int]int
		want  bool
	}{
		"one strong pair of four does not carry":   {map[[2]int]int{{0, 2}: 600}, false},
		"two strong pairs of four do":              {map[[2]int]int{{0, 2}: 600, {1, 3}: 600, {0, 3}: 100}, true},
		"doubtful pairs alone do not":              {map[[2]int]int{{0, 2}: -100, {1, 3}: -50, {0, 3}: -100, {1, 2}: -100}, false},
		"strong pairs carry one that is doubtful":  {map[[2]int]int{{0, 2}: 300, {1, 3}: 300, {0, 3}: 300, {1, 2}: -100}, true},
		"no pair says more than the strongest may": {map[[2]int]int{{0, 2}: strength(ascribe.Link{Score: 1})}, false},
	} {
		if got := strung(4, tt.links).fit([]int{0, 1}, []int{2, 3}); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	m := strung(4, map[[2]int]int{{0, 2}: 400, {1, 3}: 400})
	m.linked[[2]int{0, 3}] = -550
	if !m.fit([]int{0, 1}, []int{2, 3}) {
		t.Error("one pair without a link parts two clusters that strong links join")
	}
	m.parts[2].told.When = marchDay(28)
	if m.fit([]int{0, 1}, []int{2, 3}) {
		t.Error("days far apart in a pair without a link count for nothing")
	}
}

func TestReprintsHaveOneVoice(t *testing.T) {
	m := strung(4, map[[2]int]int{{0, 3}: 600, {1, 3}: 600, {2, 3}: 600})
	first := m.origin(0)
	m.origins[m.parts[1].id], m.origins[m.parts[2].id] = first, first
	m.linked[[2]int{0, 3}] = 50
	if !m.fit([]int{0, 1, 2}, []int{3}) {
		t.Error("the strongest pair of two origins does not speak for them")
	}
	m.linked = map[[2]int]int{{0, 3}: -200}
	if m.fit([]int{0, 1, 2}, []int{3}) {
		t.Error("three reprints without a word for it join")
	}
}

func TestWhatAnArticleIsNewsOfComesFirst(t *testing.T) {
	told := func(at int, recent bool, kind ascribe.IncidentType) ascribe.Occurrence {
		return ascribe.Occurrence{Incident: ascribe.MentionID{Kind: ascribe.IncidentMention, At: at}, Recent: recent, Type: kind}
	}
	all := []ascribe.Occurrence{told(1, false, ascribe.Bombing), told(2, true, ascribe.Shooting), told(3, true, ascribe.Bombing), told(4, true, ascribe.Arrest)}
	leads := leadsOf(all)
	var got []bool
	for i := range all {
		got = append(got, leads[all[i].Incident])
	}
	if want := []bool{false, true, false, true}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestOneReprintAloneDoesNotMakeOneOfTwoDispatches(t *testing.T) {
	linked := map[[2]int]bool{{0, 4}: true}
	if enough(linked, []int{0, 1, 2}, []int{3, 4, 5}) {
		t.Error("one link of nine is enough")
	}
	if !enough(linked, []int{0}, []int{4}) || !enough(linked, []int{4}, []int{0, 1}) {
		t.Error("a dispatch and its rewriting are not one")
	}
	linked[[2]int{2, 3}] = true
	if !enough(linked, []int{0, 1, 2}, []int{3, 4, 5}) {
		t.Error("two links of nine are not enough")
	}
}
