package nlp

import (
	"strings"

	"ascribe/extract/gazetteer"
)

// correct takes back the choices that the text's own words speak against: a place
// far from the one that the text puts it in or beside ("Ombra, south of Talvik"),
// and a quarter of a town that was taken for another town far from all others of
// the text. What is called like a big town means that one. Of the places of the name one that fits is taken instead, or none.
func (j *joiner) correct(entities []*entity) {
	at := j.placesBySentence(entities)
	for _, e := range entities {
		if e.place.ID == "" || e.place.Kind == gazetteer.Country || e.place.Kind == gazetteer.Area {
			continue
		}
		if e.place.Capital || e.place.Kind == gazetteer.Town && e.place.Population >= 2*wellKnown {
			continue
		}
		if holder := j.beside(e, at); holder != nil {
			e.fit(func(p *gazetteer.Entry) bool { return besides(p, &holder.place) })
			continue
		}
		if quarter(e.key) && e.place.Kind != gazetteer.Division2 {
			e.fit(func(p *gazetteer.Entry) bool { return j.amongOthers(e, p, entities) })
		}
	}
}

// fit keeps the place of an entity where it fits, or takes the most prominent of
// its name that does; else the entity is left without one.
func (e *entity) fit(fits func(*gazetteer.Entry) bool) {
	if fits(&e.place) {
		return
	}
	e.place = gazetteer.Entry{}
	for i := range e.places {
		if e.places[i].Kind != gazetteer.Country && fits(&e.places[i]) {
			e.place = e.places[i]
			return
		}
	}
}

// besides reports whether a place lies in or not far from another.
func besides(p, of *gazetteer.Entry) bool {
	switch {
	case p.Kind == gazetteer.Country || of.Kind == gazetteer.Area || !p.HasPoint() || !of.HasPoint():
		return true
	case of.Kind == gazetteer.Country:
		return p.Country == of.Country
	case of.Kind == gazetteer.Division1:
		return p.Country == of.Country && p.Admin1 == of.Admin1 || gazetteer.Distance(p.Lat, p.Lon, of.Lat, of.Lon) < sameTownKm
	}
	return gazetteer.Distance(p.Lat, p.Lon, of.Lat, of.Lon) < besideKm
}

const (
	besideKm   = 160.0 // how far a place may lie from one that it is told to be beside
	sameTownKm = 30.0  // how far a quarter may lie from the middle of its town
)

// quarter reports whether a name says that it is a part of a town.
func quarter(key string) bool { return quarterWords[key[strings.LastIndexByte(key, ' ')+1:]] }

// amongOthers reports whether another town of the text, or the division that one
// stands for, lies close to a place.
func (j *joiner) amongOthers(e *entity, p *gazetteer.Entry, entities []*entity) bool {
	for _, o := range entities {
		if o != e && o.place.ID != "" && o.place.ID != p.ID && !quarter(o.key) && o.place.Kind == gazetteer.Town &&
			gazetteer.Distance(p.Lat, p.Lon, o.place.Lat, o.place.Lon) < sameTownKm {
			return true
		}
	}
	return false
}

// A placeAt is where a sentence names a place.
type placeAt struct {
	sentence, first, last int // tokens [first, last)
	e                     *entity
}

// placesOf lists where a place is named.
func (j *joiner) placesOf(e *entity) []placeAt {
	var out []placeAt
	for _, m := range e.mentions {
		p := j.phrase(m)
		out = append(out, placeAt{m.sentence, p.Core, p.Head + 1, e})
	}
	for _, t := range e.toponyms {
		out = append(out, placeAt{t.sentence, t.first, t.last, e})
	}
	return out
}

// placesBySentence lists where each sentence names the entities.
func (j *joiner) placesBySentence(entities []*entity) map[int][]placeAt {
	at := map[int][]placeAt{}
	for _, e := range entities {
		for _, p := range j.placesOf(e) {
			at[p.sentence] = append(at[p.sentence], p)
		}
	}
	return at
}

// besideReach is how many tokens may stand between a place and the one that it is
// told to lie in or beside.
const besideReach = 6

// beside returns the larger place that the text says a place lies in or beside,
// or nil: "Ombra in northern Northmark", "Kestrin west of Talvik".
func (j *joiner) beside(e *entity, at map[int][]placeAt) *entity {
	for _, own := range j.placesOf(e) {
		for _, b := range at[own.sentence] {
			if b.e != e && b.e.place.Country != "" && larger(&b.e.place, &e.place) && tellsWhere(&j.a.Sentences[own.sentence], own.last, b.first) {
				return b.e
			}
		}
	}
	return nil
}

// larger reports whether a place may say where another lies.
func larger(a, b *gazetteer.Entry) bool {
	return a.Kind == gazetteer.Country || a.Kind == gazetteer.Division1 || a.Kind == gazetteer.Town && a.Population > 2*b.Population
}

// tellsWhere reports whether the tokens between two places say that the first lies
// in or beside the second.
func tellsWhere(s *Sentence, from, to int) bool {
	if to <= from || to-from > besideReach {
		return false
	}
	told := false
	for k := from; k < to; k++ {
		switch tok := &s.Tokens[k]; {
		case besideWords[tok.Lower]:
			told = true
		case partWords[tok.Lower], quarterWords[tok.Lower], tok.Class == Determiner, tok.Class == Number, divisionNouns[tok.Lower], lengthWords[tok.Lower]:
		default:
			return false
		}
	}
	return told
}

var (
	besideWords = setOf("of in near outside")
	lengthWords = setOf("km kilometers kilometres miles city town village just countryside area")
)
