package extract

import (
	"slices"
	"strconv"
	"strings"

	"ascribe"
)

// wordings are what places are called by kind, the closest first: where a quarter, a
// village or a street is named, the town beside it only says where that lies.
var wordings = []struct{ words, kind string }{
	{"neighborhood neighbourhood quarter suburb barrio colonia slum sector district", "a quarter"},
	{"village hamlet canton settlement farm ranch estate", "a village"},
	{"municipality township town", "a municipality"},
	{"city", "a city"},
	{"department province governorate state region", "a division"},
	{"street avenue highway road bridge", "a road"},
	{"airport university hospital hotel church station square market camp base", "a site"},
	{"river lake volcano mountain sea ocean hill valley", "a water or a mountain"},
}

// wordedAs says what kind of place the text calls a candidate, or "".
func (c *placeCandidate) wordedAs() string {
	if c.people {
		return ""
	}
	for k := range c.at {
		words := strings.Fields(strings.ToLower(c.at[k].place.Text))
		if len(words) < 2 {
			continue
		}
		for _, w := range wordings {
			if slices.ContainsFunc(words, func(word string) bool { return setHolds(w.words, word) }) {
				return w.kind
			}
		}
	}
	return ""
}

// besideWording are features that a wording is looked at together with.
var besideWording = map[string]bool{
	isRuled: true, inRuled: true, holdsRuled: true, otherRuled: true, "in the first sentence": true, "named once": true,
}

// wordedFeatures describe what the text calls a candidate, how many towns stand beside it, and
// what happened: a bomb goes off in a town, a convoy is attacked in a division.
func (l *locator) wordedFeatures(g *incident, c *placeCandidate, kind string, told []string, add func(string)) {
	if w := c.wordedAs(); w != "" {
		add("called " + w)
		for _, f := range told {
			if besideWording[f] {
				add("called " + w + ", " + f)
			}
		}
	}
	switch n := min(l.text.towns, maxTownsTold); n {
	case 0:
		add(kind + ", and no town is named")
	case 1:
		add(kind + ", and one town is named")
	case maxTownsTold:
		add(kind + ", and many towns are named")
	default:
		add(kind + ", and " + strconv.Itoa(n) + " towns are named")
	}
	add(kind + " for " + deedOfKind(g.kind))
}

// deedOfKind names the sort of an incident as far as it bears on where it happens.
func deedOfKind(t ascribe.IncidentType) string {
	switch t {
	case ascribe.Bombing, ascribe.SuicideAttack:
		return "a bombing"
	case ascribe.AirStrike, ascribe.Shelling, ascribe.Clash:
		return "a battle"
	case ascribe.Kidnapping:
		return "a kidnapping"
	case ascribe.Arson:
		return "a fire"
	}
	return "an attack"
}

// maxTownsTold is from how many towns on they are many.
const maxTownsTold = 4
