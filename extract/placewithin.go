package extract

import (
	"cmp"
	"fmt"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// lieWithin tells in which division the places of a document lie that the
// gazetteer lacks, a quarter, a village, a roundabout: in that of the place that
// their own phrase puts them in; else, of a part of a town, in the only division
// that their sentence names; else in the one that leads in the report. They get no
// point by it.
func (l *locator) lieWithin() {
	for i, c := range l.candidates {
		if c.people || c.place.Gazetteer != "" || c.place.Admin1 != "" || c.place.Precision > ascribe.NearPlace {
			continue
		}
		in, why := l.holderOf(c)
		if in == nil {
			in, why = l.leadingDivision(c.partOfTown()), "the division that the text names most"
		}
		if in == nil || c.place.Country != "" && c.place.Country != in.Country && strings.HasPrefix(why, "the division that") {
			continue
		}
		l.candidates[i].settle(in, why)
	}
}

// settle gives a place the country and the division of another.
func (c *placeCandidate) settle(in *ascribe.Place, why string) {
	why = fmt.Sprintf("in %s, %s", in.Admin1, why)
	settle := func(place *ascribe.Place) {
		place.Country, place.Admin1 = in.Country, in.Admin1
		place.Because = joinReasons(place.Because, why)
	}
	settle(c.place)
	for k := range c.at {
		if c.at[k].place != c.place {
			settle(c.at[k].place)
		}
	}
}

// holderOf is the known place that a phrase puts a place in or beside; of a part of
// a town, else the one that stands for the only division of its sentence.
func (l *locator) holderOf(c *placeCandidate) (in *ascribe.Place, why string) {
	for k := range c.at {
		for _, d := range l.divided(c.at[k].s) {
			if putsIn(&c.at[k], d) {
				return d.place, fmt.Sprintf("as “%s” beside it says", d.place.Text)
			}
		}
	}
	for k := 0; k < len(c.at) && c.partOfTown(); k++ {
		all := l.divided(c.at[k].s)
		for _, d := range all {
			if d.place.Admin1 != all[0].place.Admin1 || d.place.Country != all[0].place.Country {
				all = nil
				break
			}
		}
		if len(all) > 0 {
			return all[0].place, "the division that its sentence names"
		}
	}
	return nil, ""
}

// divided lists the namings of a sentence of known places that lie in a division.
func (l *locator) divided(s *nlp.Sentence) []*namedAt {
	var out []*namedAt
	for _, c := range l.candidates {
		if c.people || c.place.Gazetteer == "" || c.place.Admin1 == "" {
			continue
		}
		for k := range c.at {
			if n := &c.at[k]; n.s.Index == s.Index {
				out = append(out, n)
			}
		}
	}
	return out
}

// holderReach is how many tokens may stand between a place and what it lies in.
const holderReach = 5

// putsIn reports whether the words between two places say that the first lies in
// or beside the second: "Ombra in northern Talvik", "Ombra, west of Talvik",
// "Talvik's Ombra quarter", "in Talvik at the Ombra junction"; or the second
// begins the name of the first.
func putsIn(n, in *namedAt) bool {
	if in.first >= n.first && in.last <= n.last {
		return true
	}
	from, to, behind := n.last, in.first, true
	if in.last <= n.first {
		from, to, behind = in.last, n.first, false
	}
	if to < from || to-from > holderReach {
		return false
	}
	told := false
	for k := from; k < to; k++ {
		switch tok := &n.s.Tokens[k]; {
		case setHolds("of in near outside", tok.Lower) && behind, !behind && (tok.Tag == "POS" || setHolds("at in", tok.Lower)):
			told = true
		case tok.Lower == ",":
			told = told || behind && k+1 == to
		case setHolds(placeParts+" km kilometers kilometres miles just countryside area suburbs", tok.Lower), tok.Class == nlp.Determiner, tok.Class == nlp.Number, tok.Class == nlp.Adjective && behind:
		default:
			return false
		}
	}
	return told
}

// partOfTown reports whether a place is a quarter, a street or a building by its
// wording.
func (c *placeCandidate) partOfTown() bool {
	for k := range c.at {
		n := &c.at[k]
		if n.phrase != nil && n.phrase.Kind == nlp.Facility || setHolds(townParts, n.s.Tokens[n.last-1].Lower) ||
			n.last < len(n.s.Tokens) && setHolds(townParts, n.s.Tokens[n.last].Lower) {
			return true
		}
	}
	return false
}

const townParts = "neighborhood neighbourhood neighborhoods neighbourhoods quarter district districts street square roundabout avenue road market junction checkpoint"

// leadingDivision is a place of the division that the text names most: more than
// half of what it names of divisions for a part of a town; for a village the only
// one it names, and twice, or two in three and three times; or nil. The dateline
// does not count.
func (l *locator) leadingDivision(part bool) *ascribe.Place {
	votes, places, all := map[string]int{}, map[string]*ascribe.Place{}, 0
	best := ""
	for _, c := range l.candidates {
		if c.people || c.place.Gazetteer == "" || c.place.Admin1 == "" {
			continue
		}
		key := c.place.Country + "/" + c.place.Admin1
		places[key] = cmp.Or(places[key], c.place)
		for k := range c.at {
			if c.at[k].filed() {
				continue
			}
			votes[key]++
			all++
		}
		if votes[key] > votes[best] {
			best = key
		}
	}
	alone := votes[best] == all && all > 1
	if best == "" || 2*votes[best] <= all || !part && !alone && (votes[best] < 3 || 3*votes[best] < 2*all) {
		return nil
	}
	return places[best]
}
