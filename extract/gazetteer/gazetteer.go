// Package gazetteer knows the names of places: GeoNames cities of 500 people
// and more with their alternate names, first-order divisions, and countries
// with the names of their people. Data: GeoNames (geonames.org), CC BY 4.0.
package gazetteer

// An Entry is one place.
type Entry struct {
	ID         string // "geonames:524901"; countries and user files keep their own ids
	Name       string
	Country    string // ISO 3166-1 alpha-3
	Admin1     string // name of the first-order division
	Kind       Kind
	Lat, Lon   float64
	Population int
}

// Kind is what kind of place an entry is.
type Kind uint8

// Kinds of place.
const (
	Town Kind = iota
	Division1
	Division2
	Country
	Area // a region, a river, a sea
)

// Names looks places up. It may be used from several goroutines at once.
type Names interface {
	// Lookup returns the places that carry a name, in any case, the most
	// populous first. It returns nil when no place does.
	Lookup(name string) []Entry
	// Begins reports whether some name of more than one word begins with these
	// words, so that a reader may stop growing a candidate.
	Begins(words string) bool
}
