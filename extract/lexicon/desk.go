package lexicon

import (
	"slices"
	"time"

	"ascribe"
)

// Amended returns the entries with a desk's rows, as they stood at a moment; zero
// is now. A row takes the place of an earlier one with its id, and comes before
// the others; one that is withdrawn gives the place back.
func Amended(entries []Entry, rows []Row, until time.Time) []Entry {
	own := map[ascribe.ActorID]*Row{}
	var order []ascribe.ActorID
	for i := range rows {
		r := &rows[i]
		if !until.IsZero() && r.Entered.After(until) {
			continue
		}
		if !slices.Contains(order, r.Actor.ID) {
			order = append(order, r.Actor.ID)
		}
		own[r.Actor.ID] = r
	}
	var out []Entry
	for _, id := range order {
		if !own[id].Withdrawn {
			out = append(out, own[id].Entry)
		}
	}
	for i := range entries {
		if r := own[entries[i].Actor.ID]; r == nil || r.Withdrawn {
			out = append(out, entries[i])
		}
	}
	return out
}

// Actors returns the actors of a register in order.
func (r *Register) Actors() []ascribe.Actor {
	out := make([]ascribe.Actor, len(r.entries))
	for i := range r.entries {
		out[i] = r.entries[i].Actor
	}
	return out
}
