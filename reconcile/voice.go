package reconcile

import (
	"maps"
	"slices"

	"ascribe"
)

// A voice is where a value comes from in one document: its origin, and what the
// words rest on where that is not the origin's own reporting.
type voice struct {
	origin ascribe.OriginID
	ground string           // the occasion or the circle; empty for the origin's own voice
	of     ascribe.OriginID // the origin that is cited, where one is
	lapsed bool             // its words do not stand any more, and count for nothing
}

// independent counts the origins among voices. An origin that says it in its own
// voice counts. Those that only hand on what somebody said to all count no more
// than once for each occasion, and not at all for one that a counted origin rests
// on too; nor do those that cite a counted origin. No origin counts twice.
func independent(voices map[voice]bool) int {
	own, grounds := map[ascribe.OriginID]bool{}, map[ascribe.OriginID]map[string]bool{}
	for v := range voices {
		if v.ground == "" && !v.lapsed {
			own[v.origin] = true
		}
	}
	used := map[string]bool{}
	for v := range voices {
		used[v.ground] = used[v.ground] || own[v.origin] || own[v.of]
	}
	for v := range voices {
		if v.lapsed || own[v.origin] || used[v.ground] {
			continue
		}
		if grounds[v.origin] == nil {
			grounds[v.origin] = map[string]bool{}
		}
		grounds[v.origin][v.ground] = true
	}
	return len(own) + matched(grounds)
}

// matched returns how many origins can be given an occasion each, no occasion to
// two of them (a maximum matching by augmenting paths).
func matched(grounds map[ascribe.OriginID]map[string]bool) int {
	holder := map[string]ascribe.OriginID{}
	var place func(o ascribe.OriginID, tried map[string]bool) bool
	place = func(o ascribe.OriginID, tried map[string]bool) bool {
		for g := range grounds[o] {
			if tried[g] {
				continue
			}
			tried[g] = true
			if other, taken := holder[g]; !taken || place(other, tried) {
				holder[g] = o
				return true
			}
		}
		return false
	}
	n := 0
	for o := range grounds {
		if place(o, map[string]bool{}) {
			n++
		}
	}
	return n
}

// origins returns the origins of voices, in order.
func origins(voices map[voice]bool) []ascribe.OriginID {
	set := map[string]ascribe.OriginID{}
	for v := range voices {
		if !v.lapsed {
			set[string(v.origin[:])] = v.origin
		}
	}
	out := make([]ascribe.OriginID, 0, len(set))
	for _, key := range slices.Sorted(maps.Keys(set)) {
		out = append(out, set[key])
	}
	return out
}
