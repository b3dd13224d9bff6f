// Package gazetteer knows the names of places: GeoNames cities of 500 people
// and more with their alternate names, divisions of the first and second
// order, countries with the names of their people, and well-known areas.
// Data: GeoNames (geonames.org), CC BY 4.0; see NOTICE.
//
// [Embedded] is the gazetteer that ships; [Parse] reads a user's own file and
// [Index.With] lays it over. [Resolve] chooses among the places of one name.
package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"ascribe/spell"
)

// An Entry is one place.
type Entry struct {
	ID         string // "geonames:524901"; divisions "geonames-code:RU.48", countries "iso3166:RUS", areas "area:sahel"; user files keep their own
	Name       string
	Country    string // ISO 3166-1 alpha-3
	Admin1     string // name of the first-order division; a division names itself
	Kind       Kind
	Lat, Lon   float64 // both 0 when the place has no point
	Population int     // of a division or country, the sum over its towns
	Capital    bool    // seat of a country's government
	Alias      bool    // the name looked up is an alternate name of the place
}

// HasPoint reports whether the entry carries coordinates.
func (e *Entry) HasPoint() bool { return e.Lat != 0 || e.Lon != 0 }

// Kind is what kind of place an entry is.
type Kind uint8

// Kinds of place.
const (
	Town Kind = iota
	Division1
	Division2
	Country
	Area // a region, a river, a sea
	Site // a spot: a base, a camp, a bridge; only user files have them
)

var kindNames = []string{"town", "division1", "division2", "country", "area", "site"}

// String returns the kind's name, as a user's file writes it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// A Place is an entry with all that finds it.
type Place struct {
	Entry
	Names    []string // alternate names; Entry.Name need not be among them
	Demonyms []string // of a country: what its people and things are called, "Sarvian"
}

// Names looks places up. It may be used from several goroutines at once.
type Names interface {
	// Lookup returns the places that carry a name, in any case, the most
	// prominent first: by population, with countries, capitals and well-known
	// areas before their namesakes. It returns nil when no place does.
	Lookup(name string) []Entry
	// Begins reports whether some name of more than one word begins with these
	// words, so that a reader may stop growing a candidate.
	Begins(words string) bool
	// Demonym returns the countries (ISO 3166-1 alpha-3) whose people or things
	// a word names, in any case: "Salvadoran", "Russians", "Congolese" (two).
	Demonym(word string) []string
}

// An Index is a gazetteer in memory. It never changes; it may be used from
// several goroutines at once.
type Index struct {
	layers []*table // a later layer's entry takes the place of an earlier one's of the same id
}

// New returns an index of the given places.
func New(places []Place) *Index { return (&Index{}).With(places) }

// With returns an index that also knows the given places. A place with the id
// of a known one takes its place.
func (x *Index) With(places []Place) *Index {
	return &Index{layers: append(slices.Clip(x.layers), newTable(places))}
}

// Join returns an index that knows the places of both; user's take the place
// of those with the same id.
func (x *Index) Join(user *Index) *Index {
	return &Index{layers: append(slices.Clip(x.layers), user.layers...)}
}

// Len returns how many places the index holds.
func (x *Index) Len() int {
	n := 0
	for _, t := range x.layers {
		n += len(t.rows)
	}
	return n
}

// Lookup returns the places that carry a name, in any case and with or without
// diacritics, apostrophes, hyphens, a leading "the" or an Arabic article, the
// most populous first. A name that ends in what kind of division it is
// ("Cauca Department", "Kherson region") finds the divisions of the bare name, one
// that says that it is a town ("Aleppo city") the towns.
func (x *Index) Lookup(name string) []Entry {
	key := fold(name)
	if key == "" {
		return nil
	}
	found := x.find(key)
	if stem, ok := divisionStem(key); ok && !slices.ContainsFunc(found, isDivision) {
		found = append(found, divisions(key, x.find(stem))...)
	}
	if stem, ok := townStem(key); ok {
		found = append(found, slices.DeleteFunc(x.find(stem), func(e Entry) bool { return e.Kind != Town && e.Kind != Site })...)
	}
	if stem, ok := withoutArticle(key); ok && len(found) == 0 {
		found = x.find(stem)
	}
	return ranked(found)
}

// find returns the entries under a folded name, in no order.
func (x *Index) find(key string) []Entry {
	var out []Entry
	for i := len(x.layers) - 1; i >= 0; i-- {
		out = x.layers[i].find(key, out)
	}
	return out
}

// divisions keeps the divisions and areas that may be what a name with its kind
// means: "Union Department" is not Union County.
func divisions(key string, entries []Entry) []Entry {
	return slices.DeleteFunc(entries, func(e Entry) bool { return !isDivision(e) || strictWord(key) != "" && otherKind(key, fold(e.Name)) })
}

// strictWords name one kind of division and no other; "province" and "region"
// are said of all.
var strictWords = []string{"county", "parish", "department", "canton", "prefecture"}

// strictWord returns the strict word that a folded name holds, or "".
func strictWord(key string) string {
	for w := range strings.SplitSeq(key, " ") {
		if slices.Contains(strictWords, w) {
			return w
		}
	}
	return ""
}

// otherKind reports whether both names say what kind of division they are, and
// not the same.
func otherKind(key, name string) bool {
	w := strictWord(name)
	return w != "" && w != strictWord(key)
}

func isDivision(e Entry) bool { return e.Kind == Division1 || e.Kind == Division2 || e.Kind == Area }

// ranked sorts entries by prominence and keeps one of each id, the first given.
func ranked(entries []Entry) []Entry {
	seen := make(map[string]bool, len(entries))
	entries = slices.DeleteFunc(entries, func(e Entry) bool {
		twice := seen[e.ID]
		seen[e.ID] = true
		return twice
	})
	if len(entries) == 0 {
		return nil
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if c := cmp.Compare(prominence(&b), prominence(&a)); c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	if i := seat(entries, 0); i > 0 {
		town := entries[i]
		return slices.Insert(slices.Delete(entries, i, i+1), 0, town)
	}
	return entries
}

// seat returns the index of the town that shares its name with the division i
// and lies in it: of the two, a bare name means the town. It returns i when
// there is none, or only a small one.
func seat(entries []Entry, i int) int {
	div := &entries[i]
	if div.Kind != Division1 && div.Kind != Division2 {
		return i
	}
	for k := range entries {
		e := &entries[k]
		if e.Kind == Town && e.Country == div.Country && e.Admin1 == div.Admin1 &&
			(e.Population >= bigTown || e.Capital || 4*e.Population >= div.Population) {
			return k
		}
	}
	return i
}

// bigTown is the population from which a town is meant rather than the division
// that is named after it.
const bigTown = 100_000

// Begins reports whether some name of more than one word begins with these
// words.
func (x *Index) Begins(words string) bool {
	prefix, _ := strings.CutSuffix(fold(words+" x"), "x") // the x, so that "St." folds as it does inside a name
	if prefix == "" {
		return false
	}
	for _, t := range x.layers {
		if t.begins(prefix) {
			return true
		}
	}
	return false
}

// Demonym returns the countries whose people or things a word names.
func (x *Index) Demonym(word string) []string {
	key := fold(word)
	for _, form := range []string{key, strings.TrimSuffix(key, "s")} {
		var codes []string
		for _, e := range x.find(demonymMark + form) {
			if !slices.Contains(codes, e.Country) {
				codes = append(codes, e.Country)
			}
		}
		if codes != nil && form != "" {
			slices.Sort(codes)
			return codes
		}
	}
	return nil
}

// demonymMark begins the keys of demonyms, which are kept among the names; no
// folded name begins so.
const demonymMark = "\x01"

// divisionWords end, or begin with "of", the name of a division.
var divisionWords = []string{
	"province", "department", "region", "oblast", "governorate", "state", "district", "county",
	"prefecture", "republic", "krai", "kray", "canton", "emirate", "voivodeship", "parish", "territory",
	"municipality", "raion", "muhafazah", "wilaya",
}

// divisionStem returns the bare name in "cauca department" or "department of
// cauca".
func divisionStem(key string) (string, bool) {
	if i := strings.LastIndexByte(key, ' '); i > 0 && slices.Contains(divisionWords, key[i+1:]) {
		return key[:i], true
	}
	if word, rest, ok := strings.Cut(key, " of "); ok && slices.Contains(divisionWords, word) {
		return rest, true
	}
	return "", false
}

const (
	townAfter  = " city| town| village| camp| hamlet"
	townBefore = "city of |town of |village of |hamlet of |port of |municipality of |community of "
)

// townStem returns the bare name in "aleppo city" or "village of hass".
func townStem(key string) (string, bool) {
	for word := range strings.SplitSeq(townAfter, "|") {
		if s, ok := strings.CutSuffix(key, word); ok && s != "" {
			return s, true
		}
	}
	for word := range strings.SplitSeq(townBefore, "|") {
		if s, ok := strings.CutPrefix(key, word); ok && s != "" {
			return s, true
		}
	}
	return "", false
}

// withoutArticle returns the name without a leading Arabic article.
func withoutArticle(key string) (string, bool) {
	first, rest, ok := strings.Cut(key, " ")
	if !ok || len(rest) < 3 || !slices.Contains(spell.ArabicArticles(), first) {
		return "", false
	}
	return rest, true
}
