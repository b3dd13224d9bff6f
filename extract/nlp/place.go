package nlp

import (
	"fmt"
	"maps"
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
)

// maxToponyms bounds how many names of places are weighed against each other.
const maxToponyms = 120

// resolve chooses the places that the names of a document mean, all together.
func (j *joiner) resolve(entities []*entity) {
	var named []*entity
	var toponyms []gazetteer.Toponym
	for _, e := range entities {
		if len(e.places) == 0 || !e.named || e.kind != Location && e.kind != Facility && e.kind != State {
			continue
		}
		if len(named) == maxToponyms {
			break
		}
		named = append(named, e)
		toponyms = append(toponyms, gazetteer.Toponym{Name: e.key, Within: j.within(e), Count: len(e.mentions) + len(e.toponyms)})
	}
	nations := j.parties(entities)
	for i, found := range gazetteer.ResolveAll(j.places, toponyms, nations) {
		if !outOfPlace(&found, toponyms[i].Within, nations) {
			named[i].place = found
		}
	}
}

// outOfPlace reports whether a small town lies in a country of which the
// document says nothing: its name is a chance likeness, and no match is better.
func outOfPlace(found *gazetteer.Entry, within []string, nations map[string]int) bool {
	small := found.Kind == gazetteer.Town && found.Population < 100_000
	return small && len(within) == 0 && len(nations) > 0 && nations[found.Country] == 0
}

// parties counts the countries that the document names, by their people or by
// the actors of the register that come from them: the report of a group's
// communique may not name its country.
func (j *joiner) parties(entities []*entity) map[string]int {
	nations := maps.Clone(j.nations)
	if nations == nil {
		nations = map[string]int{}
	}
	for _, e := range entities {
		if e.entry != nil && e.country != "" {
			nations[e.country] += len(e.mentions)
		}
	}
	return nations
}

// within returns what the document says that a place lies in, nearest first:
// "Tolvik, Velm province, Sarvia", "Tolvik in Sarvia".
func (j *joiner) within(e *entity) []string {
	for _, m := range e.mentions {
		s := &j.a.Sentences[m.sentence]
		var out []string
		last := s.Phrases[m.phrase].Last
		for k := m.phrase + 1; k < len(s.Phrases) && len(out) < 3; k++ {
			q := &s.Phrases[k]
			if q.First != last+1 || !q.Named || q.Kind != Location && q.Kind != State || s.Tokens[last].Text != "," && s.Tokens[last].Lower != "in" {
				break
			}
			out = append(out, strings.ToLower(s.Text(j.a.Document, q.Core, q.Head+1)))
			last = q.Last
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// placed is the place of an entity as its mention has it.
func (e *entity) placed(text string, span ascribe.Span) *ascribe.Place {
	place := &ascribe.Place{Text: strings.Join(strings.Fields(text), " "), Span: span}
	place.Because = e.placeBecause()
	if e.place.ID == "" {
		return place
	}
	place.Name, place.Country, place.Admin1, place.Gazetteer = e.place.Name, e.place.Country, e.place.Admin1, e.place.ID
	place.Precision = precision(e.place.Kind)
	if e.place.HasPoint() {
		place.Point = &ascribe.Point{Lat: e.place.Lat, Lon: e.place.Lon}
	}
	return place
}

// placeBecause says how a place was chosen, in words.
func (e *entity) placeBecause() string {
	switch {
	case e.place.ID == "" && len(e.places) > 0:
		return "left without a point: no place of this name in the gazetteer fits the text"
	case e.place.ID == "":
		return "left without a point: the gazetteer has no place of this name"
	case len(e.places) == 1:
		return "the one place of this name in the gazetteer"
	}
	return fmt.Sprintf("the likeliest of %d places of this name, by what the text says it lies in, by the other places and peoples of the text, and by its size", len(e.places))
}

// precision is the UCDP precision of a place of the kind.
func precision(k gazetteer.Kind) int {
	switch k {
	case gazetteer.Country:
		return ascribe.WholeCountry
	case gazetteer.Division1:
		return ascribe.FirstOrder
	case gazetteer.Division2:
		return ascribe.SecondOrder
	case gazetteer.Area:
		return ascribe.PartOfRegion
	default:
		return ascribe.ExactPlace
	}
}
