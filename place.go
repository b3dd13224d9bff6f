package ascribe

// A Place is a named location and, once resolved, its gazetteer entry. Without
// a match there are no coordinates: a missing place is never a capital.
type Place struct {
	Text      string `json:"text"`                // as written
	Span      Span   `json:"span,omitzero"`       //
	Name      string `json:"name,omitempty"`      // as the gazetteer spells it
	Country   string `json:"country,omitempty"`   // ISO 3166-1 alpha-3
	Admin1    string `json:"admin1,omitempty"`    // name of the first-order division
	Gazetteer string `json:"gazetteer,omitempty"` // "geonames:524901"
	Point     *Point `json:"point,omitempty"`
	Precision int    `json:"where_prec,omitempty"` // UCDP where_prec, 1 to 7; 0 is unknown
	Because   string `json:"because,omitempty"`    // what it was resolved by, and of an incident why it is its place
}

// A Point is a position in WGS 84 degrees.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Values of Place.Precision, as in the UCDP GED codebook (where_prec).
const (
	ExactPlace   = 1 // the exact location is known
	NearPlace    = 2 // within about 25 km of a known point
	SecondOrder  = 3 // the second-order division alone
	FirstOrder   = 4 // the first-order division alone
	PartOfRegion = 5 // a line, an area, a part of the country
	WholeCountry = 6
	Offshore     = 7 // international waters or airspace
)
