package reconcile

import (
	"math"
	"time"

	"ascribe"
)

// Limits beyond which two tellings cannot be of one incident. They leave room
// for a reporter's slip and for a weekday counted from the wrong day.
const (
	dayLimit   = 8 * 24 * time.Hour
	placeLimit = 150 // km, between towns
)

// contradict reports whether two tellings cannot be of one incident, as long as
// no closer look has joined them: what happened is of two kinds, or their days
// or places lie too far apart.
func contradict(a, b *ascribe.Occurrence) bool {
	if compatibleTypes(a.Type, b.Type) <= 0 {
		return true
	}
	if gap, known := daysApart(a.When, b.When); known && gap > dayLimit {
		return true
	}
	return placesApart(a.Where, b.Where)
}

// daysApart returns the time between two ranges of days; ranges that meet are 0
// apart.
func daysApart(a, b *ascribe.Date) (gap time.Duration, known bool) {
	if !a.Resolved() || !b.Resolved() {
		return 0, false
	}
	return max(b.From.Sub(a.To), a.From.Sub(b.To), 0), true
}

// placesApart reports whether two places are of different countries, or too far
// apart to be one town.
func placesApart(a, b *ascribe.Place) bool {
	if a == nil || b == nil {
		return false
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return true
	}
	return town(a) && town(b) && kilometres(*a.Point, *b.Point) > placeLimit
}

// town reports whether a place is known to a town or closer.
func town(p *ascribe.Place) bool {
	return p != nil && p.Point != nil && (p.Precision == ascribe.ExactPlace || p.Precision == ascribe.NearPlace)
}

// kilometres returns the great-circle distance between two points.
func kilometres(a, b ascribe.Point) float64 {
	const radius, degree = 6371.0, math.Pi / 180
	sinLat := math.Sin((b.Lat - a.Lat) * degree / 2)
	sinLon := math.Sin((b.Lon - a.Lon) * degree / 2)
	h := sinLat*sinLat + math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*sinLon*sinLon
	return 2 * radius * math.Asin(math.Min(1, math.Sqrt(h)))
}
