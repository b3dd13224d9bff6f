package gazetteer

import "math"

// prominence is how likely news means this place when it gives the name and
// nothing else: the decimal logarithm of the population, moved by what the
// place is. The figures were set on GeoVirus and LGL (see Resolve).
func prominence(e *Entry) float64 {
	p := math.Log10(float64(e.Population) + 10)
	switch e.Kind {
	case Country:
		p = max(p, 6) + 1.5
	case Area: // only well-known ones are in the tables
		p = max(p, 6)
	case Division1:
		p -= 0.5
	case Division2:
		p -= 1.5
	case Site:
		p = max(p, 3)
	}
	if e.Capital {
		p++
	}
	if e.Alias && e.Kind != Country && e.Kind != Area {
		p -= 1
	}
	return p
}
