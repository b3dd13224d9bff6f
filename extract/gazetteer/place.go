package gazetteer

import "ascribe"

// Place is the entry as a place of a reading, without words of a text.
func (e *Entry) Place() ascribe.Place {
	place := ascribe.Place{Name: e.Name, Country: e.Country, Admin1: e.Admin1, Gazetteer: e.ID, Precision: e.Kind.precision()}
	if e.HasPoint() {
		place.Point = &ascribe.Point{Lat: e.Lat, Lon: e.Lon}
	}
	return place
}

// precision is the UCDP precision of a place of the kind.
func (k Kind) precision() int {
	switch k {
	case Country:
		return ascribe.WholeCountry
	case Division1:
		return ascribe.FirstOrder
	case Division2:
		return ascribe.SecondOrder
	case Area:
		return ascribe.PartOfRegion
	default:
		return ascribe.ExactPlace
	}
}
