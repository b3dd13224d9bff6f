// Package review says what a person should look at next, and why. It is pure.
package review

import (
	"cmp"
	"slices"

	"ascribe"
)

// An Item is one incident that a person should look at.
type Item struct {
	Incident ascribe.IncidentID `json:"incident"`
	Title    string             `json:"title"`
	Need     float64            `json:"need"` // the weights of the reasons together
	Why      []Reason           `json:"why"`
}

// A Reason is one thing that makes an incident worth a look.
type Reason struct {
	Words  string  `json:"words"`
	Weight float64 `json:"weight"`
}

// Weights of the reasons: what sources disagree on comes first, then deaths that
// one origin alone tells of, then what no source gives.
const (
	contested  = 1.0
	oneOrigin  = 0.8
	notDated   = 0.4
	notPlaced  = 0.4
	nobodySays = 0.2
)

// Queue lists the incidents that a person should look at, the greatest need
// first; those of equal need are in the order of their ids.
func Queue(records []*ascribe.Record) []Item {
	var items []Item
	for _, r := range records {
		if i := itemOf(r); len(i.Why) > 0 {
			items = append(items, i)
		}
	}
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(b.Need, a.Need), cmp.Compare(a.Incident, b.Incident))
	})
	return items
}

func itemOf(r *ascribe.Record) Item {
	i := Item{Incident: r.Incident, Title: r.Title}
	for _, words := range r.Contested {
		i.add("contested: "+words, contested)
	}
	if len(r.Origins) == 1 && deadly(r) {
		i.add("its deaths rest on one origin", oneOrigin)
	}
	if !r.When.Resolved() {
		i.add("no source gives its date", notDated)
	}
	if r.Where == nil {
		i.add("no source gives its place", notPlaced)
	}
	if len(r.Matrix) == 0 {
		i.add("nobody is named as responsible", nobodySays)
	}
	return i
}

func (i *Item) add(words string, weight float64) {
	i.Why = append(i.Why, Reason{words, weight})
	i.Need += weight
}

// deadly reports whether some source tells of a death.
func deadly(r *ascribe.Record) bool {
	return slices.ContainsFunc(r.Tolls, func(t ascribe.TollRange) bool {
		return t.Harm == ascribe.Killed && max(t.Figure.Low, t.Figure.Best, t.Figure.High) > 0
	})
}
