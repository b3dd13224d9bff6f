package nlp

import (
	"slices"

	"ascribe/extract/feature"
)

// candidates files the wordings read so far under what a later one may be found
// by. Each list keeps the latest few.
type candidates struct {
	byLemma, byText, byWord map[uint64][]int
	byInitials, acronyms    map[string]int
	read                    []int
}

func newCandidates() candidates {
	return candidates{
		byLemma: map[uint64][]int{}, byText: map[uint64][]int{}, byWord: map[uint64][]int{},
		byInitials: map[string]int{}, acronyms: map[string]int{},
	}
}

// How many earlier wordings are weighed, by the reason for it.
const (
	maxSameHead   = 6
	maxSameWord   = 3
	maxSameText   = 2
	maxRecent     = 24 // of a pronoun
	maxNear       = 8  // of a name or a description
	maxCandidates = 48
)

// add files wording i.
func (c *candidates) add(i int, t *traits) {
	c.read = append(c.read, i)
	if t.Sort == feature.Pronominal {
		file(c.byText, t.Text, i, maxSameText)
		return
	}
	file(c.byText, t.Text, i, maxSameWord)
	file(c.byLemma, t.Lemma, i, maxSameHead)
	for _, w := range t.Words {
		file(c.byWord, w, i, maxSameWord)
	}
	if len(t.initials) > 1 {
		c.byInitials[t.initials] = i
	}
	if t.acronym != "" {
		c.acronyms[t.acronym] = i
	}
}

// file appends to a list of which the latest few are kept.
func file(m map[uint64][]int, key uint64, i, most int) {
	list := m[key]
	if len(list) >= most {
		copy(list, list[1:])
		list = list[:most-1]
	}
	m[key] = append(list, i)
}

// of appends the wordings that t may refer back to, those that look like it
// first, then the latest.
func (c *candidates) of(t *traits, out []int) []int {
	near := maxNear
	out = latest(out, c.byText[t.Text])
	if t.Sort == feature.Pronominal {
		near = maxRecent
	} else {
		out = latest(out, c.byLemma[t.Lemma])
		for _, w := range t.Words {
			if t.Sort == feature.Proper || len(t.Words) <= 4 {
				out = latest(out, c.byWord[w])
			}
		}
		out = latest(out, c.byWord[t.Lemma])
		if i, ok := c.byInitials[t.acronym]; ok && t.acronym != "" {
			out = latest(out, []int{i})
		}
		if i, ok := c.acronyms[t.initials]; ok && t.initials != "" {
			out = latest(out, []int{i})
		}
	}
	return latest(out, c.read[max(0, len(c.read)-near):])
}

// latest appends a list from its end, without what is in out already, as far as
// there is room.
func latest(out, list []int) []int {
	for i := len(list) - 1; i >= 0 && len(out) < maxCandidates; i-- {
		if !slices.Contains(out, list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}
