package review

import (
	"slices"

	"ascribe"
)

// A Question asks whether two actors are one: the name of one only looks like the
// other's. Of a name made of the letters of two alphabets, LooksLike is nil.
type Question struct {
	Actor     ascribe.ActorRef  `json:"actor"`
	As        string            `json:"as"` // as it is written
	LooksLike *ascribe.ActorRef `json:"looks_like,omitempty"`
	Because   string            `json:"because"`
}

// Questions lists what a person should decide on actors, each pair once. Actors come
// with those of most documents first; of a pair the last of them asks.
func Questions(actors []ascribe.ActorSummary, alike map[ascribe.ActorID][]ascribe.Alike) []Question {
	var out []Question
	asked := map[[2]ascribe.ActorID]bool{}
	for _, a := range slices.Backward(actors) {
		for _, like := range alike[a.Actor.ID] {
			q := Question{Actor: a.Actor, As: like.As, Because: like.Because}
			if like.Actor.ID != "" {
				pair := [2]ascribe.ActorID{min(a.Actor.ID, like.Actor.ID), max(a.Actor.ID, like.Actor.ID)}
				if asked[pair] {
					continue
				}
				asked[pair] = true
				q.LooksLike = &like.Actor
			}
			out = append(out, q)
		}
	}
	return out
}
