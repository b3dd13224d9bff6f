package nlp

import (
	"slices"
	"strings"

	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// likely returns the places that the name of a place may mean which the
// gazetteer does not have as it is written: without words for a part of it,
// without the country that stands beside it, without an "s" that lost its
// apostrophe, or in another spelling of its script, where the document names the
// country.
func (j *joiner) likely(key string) []gazetteer.Entry {
	bare := bareName(key)
	rest, country := j.withoutCountry(bare)
	for _, name := range []string{bare, rest} {
		if found := inCountry(j.likelyAs(name), country); found != nil {
			return found
		}
	}
	return inCountry(j.beginning(rest), country)
}

// likelyAs looks a bare name up, as it stands, without an s, and by its sound.
func (j *joiner) likelyAs(name string) []gazetteer.Entry {
	if name == "" {
		return nil
	}
	if found := j.lookup(name); found != nil {
		return found
	}
	if stem, ok := strings.CutSuffix(name, "s"); ok && len(stem) > 3 {
		if found := j.lookup(stem); found != nil && (found[0].Kind != gazetteer.Town || found[0].Population >= 100_000) {
			return found
		}
	}
	loose, ok := j.places.(gazetteer.Loose)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(loose.Loosely(name), func(e gazetteer.Entry) bool { return j.nations[e.Country] == 0 })
}

// inCountry keeps the places of a country; all, where it is empty.
func inCountry(found []gazetteer.Entry, country string) []gazetteer.Entry {
	if country == "" {
		return found
	}
	if found = slices.DeleteFunc(slices.Clone(found), func(e gazetteer.Entry) bool { return e.Country != country }); len(found) == 0 {
		return nil
	}
	return found
}

// withoutCountry cuts the country that stands beside a name without a mark
// between: "sarvias talvik", "talvik sarvia", "talvik northern sarvia".
func (j *joiner) withoutCountry(name string) (rest, country string) {
	words := strings.Fields(name)
	for len(words) > 1 {
		if c := j.countryWord(words[0]); c != "" {
			words, country = words[1:], c
			continue
		}
		last := len(words) - 1
		c := j.countryWord(words[last])
		if c == "" {
			break
		}
		words, country = words[:last], c
	}
	return bareName(strings.TrimRight(strings.Join(words, " "), " ")), country
}

// countryWord is the country that a word names, or whose people it does; or "".
func (j *joiner) countryWord(word string) string {
	if c := j.namedCountry(word); c != "" {
		return c
	}
	if people := j.places.Demonym(word); len(people) == 1 {
		return people[0]
	}
	return ""
}

// beginning returns the places of the longest beginning of a name of several
// words that a well-known place of a country of the document has, where words
// were joined that are no name: "talvik monitor".
func (j *joiner) beginning(name string) []gazetteer.Entry {
	words := strings.Fields(name)
	if len(words) < 2 || ownKinds[words[len(words)-1]] {
		return nil
	}
	for n := len(words) - 1; n > 0; n-- {
		head := strings.Join(words[:n], " ")
		if n == 1 && (len(head) < 5 || lexicon.Common(head) || lexicon.FirstName(head) || j.people[head]) {
			return nil
		}
		named := j.lookup(head)
		if named == nil {
			named = j.lookup(strings.TrimSuffix(head, "s"))
		}
		found := slices.DeleteFunc(slices.Clone(named), func(e gazetteer.Entry) bool {
			return j.nations[e.Country] == 0 || e.Kind != gazetteer.Division1 && e.Population < wellKnown
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// wellKnown is the population from which a place is known by its name alone.
const wellKnown = 50_000

// ownKinds end the name of a spot that is called after a place and may lie
// elsewhere.
var ownKinds = setOf("street road highway avenue square bridge roundabout camp river lake dam castle mosque church hospital school university island stadium")

// bareName cuts what makes of a place a part of it or what lies around: "west
// Velm", "Talvik area", "Talvik northern countryside".
func bareName(key string) string {
	for first, rest, ok := strings.Cut(key, " "); ok && partWords[first]; first, rest, ok = strings.Cut(key, " ") {
		key = rest
	}
	for at := strings.LastIndexByte(key, ' '); at > 0 && (aroundWords[key[at+1:]] || partWords[key[at+1:]]); at = strings.LastIndexByte(key, ' ') {
		key = key[:at]
	}
	return key
}

var (
	partWords = setOf(`north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern
		southeastern southwestern metro metropolitan greater downtown inner outer upper lower mid historic old rural`)
	aroundWords = setOf(`area areas region suburb suburbs outskirts countryside mountains mountain hills valley coast border district districts
		neighborhood neighbourhood neighborhoods neighbourhoods quarter quarters`)
)

// quarterWords tell that a name is a part of a town.
var quarterWords = setOf("neighborhood neighbourhood neighborhoods neighbourhoods quarter quarters district districts")
