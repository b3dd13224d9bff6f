package muc

import (
	"ascribe"
	"ascribe/bench/corpus"
)

// Located tells of each incident of a reading that is one of the key's whether a
// place is where the key has it. Incidents that the key does not have are missing.
func Located(report *Report, reading corpus.Reading) map[ascribe.MentionID]func(*ascribe.Place) bool {
	found, key := incidents(reading), distinct(report.Templates)
	out := map[ascribe.MentionID]func(*ascribe.Place) bool{}
	for _, p := range match(found, key) {
		out[found[p.found].id] = func(place *ascribe.Place) bool { return rightPlace(place, key[p.key].Location) }
	}
	return out
}
