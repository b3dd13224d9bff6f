package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// A placesOfText is what the places of a document tell of each other.
type placesOfText struct {
	headline string       // of the appearance, its words in small letters
	first    int          // the town or division that the text names first, or -1
	towns    int          // how many towns it names
	division string       // the division that it names most
	told     *incident    // the incident that it tells first
	spots    map[int]bool // candidates that the words of another put it in
	held     map[int]bool // candidates whose own words put them in a known place
	lead     map[int]bool // candidates of the first two sentences
}

// survey looks over the places of the document.
func (l *locator) survey(groups []*incident) placesOfText {
	t := placesOfText{first: -1, spots: map[int]bool{}, held: map[int]bool{}, lead: map[int]bool{}}
	t.headline = " " + strings.Join(headlineWords(l.p.seen.Headline), " ") + " "
	at, most, votes := -1, 0, map[string]int{}
	for i, c := range l.candidates {
		if c.people || c.place.Precision >= ascribe.PartOfRegion {
			continue
		}
		if c.place.Gazetteer != "" && c.place.Precision < ascribe.SecondOrder {
			t.towns++
		}
		for k := range c.at {
			n := &c.at[k]
			if n.filed() {
				continue
			}
			if c.place.Gazetteer != "" && (at < 0 || n.place.Span.Start < at) {
				t.first, at = i, n.place.Span.Start
			}
			t.lead[i] = t.lead[i] || n.s.Index <= l.first+1
			if d := divisionOf(c.place); d != "" {
				if votes[d]++; votes[d] > most {
					most, t.division = votes[d], d
				}
			}
		}
		l.spots(i, &t)
	}
	for _, g := range groups {
		if t.told == nil || g.earliest().span().Start < t.told.earliest().span().Start {
			t.told = g
		}
	}
	return t
}

// divisionOf names the first-order division of a place beyond doubt, or "".
func divisionOf(place *ascribe.Place) string {
	if place.Admin1 == "" {
		return ""
	}
	return place.Country + "/" + place.Admin1
}

// spots notes which places the words of an unknown one put it in.
func (l *locator) spots(i int, t *placesOfText) {
	c := l.candidates[i]
	if c.place.Gazetteer != "" {
		return
	}
	for k := range c.at {
		for j, d := range l.candidates {
			for m := range d.at {
				if n := &d.at[m]; j != i && !d.people && d.place.Gazetteer != "" && n.s.Index == c.at[k].s.Index && putsIn(&c.at[k], n) {
					t.spots[j], t.held[i] = true, true
				}
			}
		}
	}
}

// headlined reports whether the headline of the appearance names a candidate.
func (l *locator) headlined(c *placeCandidate) bool {
	for k := range c.at {
		name := strings.Join(headlineWords(c.at[k].place.Text), " ")
		if name != "" && (strings.Contains(l.text.headline, " "+name+" ") || strings.Contains(l.text.headline, " "+name+"s ")) {
			return true
		}
	}
	return false
}

// amongPlaces describes how a candidate stands among the places of the text.
func (l *locator) amongPlaces(g *incident, i int, kind string, add func(string)) {
	c := l.candidates[i]
	if c.people {
		return
	}
	if l.headlined(c) {
		add("the headline names it")
		add(kind + " that the headline names")
		if l.text.told == g {
			add(kind + " that the headline names, of the incident told first")
		}
	}
	if i == l.text.first {
		add("of the towns and divisions the one named first")
		if l.text.told == g {
			add("of the towns and divisions the one named first, of the incident told first")
		}
	}
	if l.text.told == g && l.text.lead[i] {
		add(kind + " of the first sentences, of the incident told first")
	}
	if l.text.towns == 1 && c.place.Gazetteer != "" && c.place.Precision < ascribe.SecondOrder {
		add("the only known town of the text")
	}
	switch divisionOf(c.place) {
	case "":
	case l.text.division:
		add("of the division that the text names most")
		add(kind + " of the division that the text names most")
	default:
		add("of another division than the one that the text names most")
	}
	if l.text.spots[i] {
		add("the text puts an unknown place in it")
	}
	if l.text.held[i] {
		add(kind + ", put in a known place by its own words")
	}
	if n := &c.at[0]; c.place.Gazetteer == "" && n.phrase != nil && n.phrase.Kind == nlp.Location && lexicon.Common(strings.ToLower(c.place.Text)) {
		add("unknown, and its name is a common word")
	}
}
