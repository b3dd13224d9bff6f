package extract

import (
	"cmp"

	"ascribe"
	"ascribe/extract/nlp"
)

// A placeFinder looks for the places of one incident in one sentence.
type placeFinder struct {
	p        *page
	s        *nlp.Sentence
	from, to int // the tokens that tell the incident, both inside
}

const (
	// placePrepositions govern where something happened.
	placePrepositions = "in at near outside inside within around off along on throughout across over into between above beneath under beside toward towards upon against"
	// nearWords make a place only the neighbourhood of the incident.
	nearWords = "near outside around off toward towards"
	// placeParts stand before "of" in what is a part or the surroundings of a place.
	placeParts = "city town village hamlet municipality community canton district department province region state area capital port neighborhood " +
		"neighbourhood suburb outskirts center centre heart north south east west northeast northwest southeast southwest northern " +
		"middle edge streets part parts republic island valley camp site vicinity jurisdiction side sector zone county gates border outside coast"
	// aroundNouns are those of them that lie beside the place.
	aroundNouns = "outskirts north south east west northeast northwest southeast southwest edge vicinity gates suburb coast"
	// placeOrgHeads are heads of what a place name belongs to as a party, not as a
	// place: "the Sarvia government".
	placeOrgHeads = "government army police ministry embassy consulate regime president minister mayor governor officials spokesman spokeswoman " +
		"troops forces military council court news radio newspaper cartel front team university airlines ambassador bishop archbishop"
)

// candidates returns the places of the sentence that may be the incident's.
func (f *placeFinder) candidates() []located {
	var out []located
	for i := range f.s.Phrases {
		ph := &f.s.Phrases[i]
		if ph.Kind != nlp.Location && ph.Kind != nlp.Facility || f.aside(ph) || ph.First <= f.from && f.to < ph.Last && ph.Head > f.to {
			continue
		}
		place := f.placeIn(ph)
		if place == nil || setHolds(partsOfDay+" day", f.lower(ph.Head)) || ph.Kind == nlp.Location && setHolds("a an", f.lower(ph.First)) && place.Gazetteer != "" {
			continue
		}
		prep, cost := f.governed(ph)
		if cost < 0 {
			continue
		}
		if place.Precision == ascribe.ExactPlace && f.outer(ph).Head < ph.Last && f.nearby(prep, ph.First) {
			place.Precision = ascribe.NearPlace
		}
		if place.Gazetteer == "" {
			cost += 3 // a place that is known says more
		}
		out = append(out, located{place, ph.First, ph.Last, cost})
	}
	return out
}

// placeIn returns the place that a phrase names, or that a building bears as a
// modifier where the article names it elsewhere: "a Talvik concert hall".
func (f *placeFinder) placeIn(ph *nlp.Phrase) *ascribe.Place {
	if ph.Kind == nlp.Location || ph.Named {
		return f.p.placeOf(ph)
	}
	for k := ph.First; k < ph.Head; k++ {
		t := &f.s.Tokens[k]
		if t.Class != nlp.Name || !t.Caps {
			continue
		}
		for i := range f.p.Chains {
			m := &f.p.Chains[i].Mention
			if m.Place != nil && m.Place.Gazetteer != "" && m.Text == t.Text {
				place := *m.Place
				place.Text, place.Span = t.Text, t.Span
				return &place
			}
		}
	}
	return nil
}

// aside reports whether a phrase stands between dashes that close before the
// incident: "the group — known from Sarvia — claimed the attack".
func (f *placeFinder) aside(ph *nlp.Phrase) bool {
	dash := func(from, to int) bool {
		for k := from; k < to; k++ {
			if setHolds("-- – —", f.s.Tokens[k].Lower) {
				return true
			}
		}
		return false
	}
	return ph.Last <= f.from && dash(0, ph.First) && dash(ph.Last, f.from)
}

// governed finds what ties a place to the clause: the index of its preposition,
// or -1 for "the Talvik attack", and how far it stands from the incident. The
// cost is negative for a place that is not the incident's.
func (f *placeFinder) governed(ph *nlp.Phrase) (prep, cost int) {
	outer := f.outer(ph)
	if outer.First <= f.from && f.to < outer.Last { // "the Talvik attack", "Talvik's attack"
		if ph.Last <= f.from {
			return -1, f.from - ph.Last
		}
	}
	if outer != ph && setHolds(placeOrgHeads, f.s.Tokens[outer.Head].Lower) || setHolds(placeOrgHeads, f.lower(ph.Last)) {
		return 0, -1
	}
	prep = outer.First - 1
	if f.s.Tokens[outer.First].Class == nlp.Preposition {
		prep = outer.First
	}
	prep = f.partOf(prep)
	switch {
	case prep < 0:
		return 0, f.opening(ph)
	case f.lower(prep) == ",": // "in Talvik, Sarvia", "in the town of Ombra, Northmark"
		if f.follows(prep) {
			return prep, f.distance(ph) + 4
		}
		return 0, f.opening(ph)
	case setHolds("and or", f.lower(prep)) && f.follows(prep):
		return prep, f.distance(ph) + 3
	case !setHolds(placePrepositions, f.lower(prep)) || f.ofSpeaker(prep, ph):
		return 0, -1
	}
	return prep, f.distance(ph)
}

// opening is the cost of a place without a preposition: only a place that heads
// a title or line counts ("TALVIK: bomb kills two").
func (f *placeFinder) opening(ph *nlp.Phrase) int {
	if ph.First == 0 && setHolds(": -- – —", f.lower(ph.Last)) {
		return f.distance(ph)
	}
	return -1
}

// outer returns the outermost phrase that holds ph.
func (f *placeFinder) outer(ph *nlp.Phrase) *nlp.Phrase {
	for i := range f.s.Phrases {
		if o := &f.s.Phrases[i]; o.First <= ph.First && ph.Last <= o.Last && f.tied(o) {
			return o
		}
	}
	return ph
}

// tied reports whether an outer phrase carries its places along: a building or
// an event does, a person or a body does not.
func (f *placeFinder) tied(o *nlp.Phrase) bool {
	switch o.Kind {
	case nlp.Person, nlp.Group, nlp.Force, nlp.State, nlp.Weapon, nlp.Time:
		return o.First <= f.from && f.to < o.Last
	}
	return true
}

// partOf steps back from an "of" over "in the outskirts of" and the like to the
// preposition that governs the whole, and from "of" after the incident itself:
// "the bombing of Talvik".
func (f *placeFinder) partOf(prep int) int {
	for range 4 {
		if prep < 1 || f.lower(prep) != "of" {
			return prep
		}
		noun := prep - 1
		if f.from <= noun && noun <= f.to {
			return noun // told apart below: it governs no place unless it is the incident
		}
		if !setHolds(placeParts, f.lower(noun)) && !f.facility(noun) {
			return prep
		}
		prep = noun - 1
		for prep >= 0 && !setHolds(placePrepositions+" of , and", f.lower(prep)) && noun-prep < 5 {
			prep--
		}
	}
	return prep
}

// facility reports whether token i is the head of a building or place.
func (f *placeFinder) facility(i int) bool {
	for k := range f.s.Phrases {
		if ph := &f.s.Phrases[k]; ph.Head == i && (ph.Kind == nlp.Facility || ph.Kind == nlp.Location) {
			return true
		}
	}
	return false
}

// follows reports whether a place ends right before token i.
func (f *placeFinder) follows(i int) bool {
	for k := range f.s.Phrases {
		if ph := &f.s.Phrases[k]; ph.Last == i && (ph.Kind == nlp.Location || ph.Kind == nlp.Facility) {
			return true
		}
	}
	return false
}

// nearby reports whether the words before a place make it a neighbour only.
func (f *placeFinder) nearby(prep, first int) bool {
	if prep < 0 {
		return false
	}
	for i := max(prep-2, 0); i < first; i++ {
		if i >= prep && setHolds(nearWords, f.lower(i)) || setHolds(aroundNouns, f.lower(i)) && f.lower(i+1) == "of" ||
			setHolds("kilometers kilometres km miles meters metres", f.lower(i)) {
			return true
		}
	}
	return false
}

// ofSpeaker reports whether the place behind the preposition is where somebody
// speaks or comes from: "officials in Talvik said", "said in Talvik", "a farmer
// of Talvik".
func (f *placeFinder) ofSpeaker(prep int, ph *nlp.Phrase) bool {
	if prep <= f.to && prep >= f.from {
		return false
	}
	for i := prep - 1; i > max(prep-7, -1); i-- { // "told reporters in Talvik"
		t := &f.s.Tokens[i]
		if f.from <= i && i <= f.to || t.Lower == "that" || t.Lower == "," {
			break
		}
		if speech(t) {
			return true
		}
		if t.Class == nlp.Verb {
			break
		}
	}
	after := ph.Last
	if after < len(f.s.Tokens) && speech(&f.s.Tokens[after]) && f.endsPerson(prep) { // "officials in Talvik said"
		return true
	}
	return false
}

// endsPerson reports whether a person or body ends right before token i.
func (f *placeFinder) endsPerson(i int) bool {
	for k := range f.s.Phrases {
		ph := &f.s.Phrases[k]
		if ph.Last != i {
			continue
		}
		switch ph.Kind {
		case nlp.Person, nlp.Group, nlp.Force, nlp.State, nlp.Organization:
			return true
		}
	}
	return false
}

// distance weighs how far a place stands from the incident, in tokens and in
// clauses between.
func (f *placeFinder) distance(ph *nlp.Phrase) int {
	if ph.First <= f.to && f.from < ph.Last {
		return 0
	}
	lo, hi := ph.Last, f.from
	if ph.First > f.to {
		lo, hi = f.to+1, ph.First
	}
	cost := hi - lo
	if hi == f.from {
		cost += 2 // what happened where comes after, more often than not
	}
	for k := lo; k < hi; k++ {
		t := &f.s.Tokens[k]
		switch {
		case setHolds("; : -- – —", t.Lower):
			cost += 15
		case setHolds("who which whom that when while after before since because although whereas", t.Lower):
			cost += 10
		case t.Class == nlp.Verb:
			cost += 4
		case t.Lower == "," || t.Lower == "and" || t.Lower == "but":
			cost++
		}
	}
	return cost
}

func (f *placeFinder) lower(i int) string {
	if i < 0 || i >= len(f.s.Tokens) {
		return ""
	}
	return f.s.Tokens[i].Lower
}

// siteReach is how many tokens after the incident the thing struck may begin.
const siteReach = 4

// namedSite returns the building or spot with a name of its own that the
// incident struck, "attacked the Santa Vela farm", which no gazetteer knows; or
// nil.
func (f *placeFinder) namedSite() *ascribe.Place {
	for i := range f.s.Phrases {
		ph := &f.s.Phrases[i]
		if ph.Kind != nlp.Facility || ph.First <= f.to || ph.First > f.to+siteReach || !f.holdsName(ph) {
			continue
		}
		place := ascribe.Place{Text: f.p.text(ph.Span), Span: ph.Span, Country: ph.Country, Precision: ascribe.ExactPlace, Because: ownName}
		for k := range f.s.Phrases { // the town in its name
			if in := &f.s.Phrases[k]; in != ph && in.Kind == nlp.Location && ph.Span.Holds(in.Span) {
				if town := f.p.placeOf(in); town != nil && town.Gazetteer != "" {
					return town
				}
			}
		}
		place.Country = cmp.Or(place.Country, f.p.onlyCountry())
		return &place
	}
	return nil
}

// holdsName reports whether a phrase has a proper noun in it that names the
// thing itself: not its owner's, and not one of several or of any.
func (f *placeFinder) holdsName(ph *nlp.Phrase) bool {
	if setHolds("a an", f.lower(ph.First)) || f.s.Tokens[ph.Head].Tag == "NNS" {
		return false
	}
	for i := ph.First; i < ph.Last; i++ {
		if f.s.Tokens[i].Tag == "POS" {
			return false
		}
	}
	for i := ph.First; i < ph.Last; i++ {
		if f.s.Tokens[i].Class == nlp.Name {
			return true
		}
	}
	return false
}

// saysHere reports whether the sentence places itself where the report was
// filed.
func (f *placeFinder) saysHere() bool {
	for i := range f.s.Tokens {
		switch {
		case f.lower(i) == "here" && f.lower(i+1) != "is" && f.lower(i+1) != "are" && f.lower(i+1) != "'s":
			return true
		case f.lower(i) == "this" && setHolds("in of near outside throughout", f.lower(i-1)) &&
			(setHolds("city capital town village port", f.lower(i+1)) || f.lower(i+2) == "city" || f.lower(i+2) == "capital"):
			return true
		}
	}
	return false
}

// widen tells the country and the division of a place by the other places that
// the sentence, or the whole text with one voice, puts it in; a container that
// follows at once joins its words: "Talvik, Sarvia".
func (f *placeFinder) widen(place *ascribe.Place, found []located) {
	for i := range found {
		in := found[i].place
		if in.Span == place.Span || !within(place, in) {
			continue
		}
		place.Country = cmp.Or(place.Country, in.Country)
		if in.Precision == ascribe.FirstOrder {
			place.Admin1 = cmp.Or(place.Admin1, in.Admin1)
		}
		gap := ascribe.Span{Start: place.Span.End, End: in.Span.Start}
		if gap.End > gap.Start && gap.End-gap.Start <= 2 && f.p.text(gap)[0] == ',' {
			place.Span.End = in.Span.End
			place.Text = f.p.text(place.Span)
		}
	}
	if place.Country == "" && place.Precision == ascribe.ExactPlace {
		place.Country = f.p.onlyCountry()
	}
}

// onlyCountry returns the country that all resolved places of the text lie in,
// or "" when they are of several or none.
func (p *page) onlyCountry() string {
	only := ""
	for i := range p.Chains {
		place := p.Chains[i].Mention.Place
		if place == nil || place.Country == "" {
			continue
		}
		if only != "" && only != place.Country {
			return ""
		}
		only = place.Country
	}
	return only
}
