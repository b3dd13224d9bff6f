package gazetteer

import "math"

// earth is the mean radius in kilometres.
const earth = 6371.0

// Distance returns the great-circle distance of two points in kilometres.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dlat, dlon := (lat2-lat1)*rad/2, (lon2-lon1)*rad/2
	a := math.Sin(dlat)*math.Sin(dlat) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Sin(dlon)*math.Sin(dlon)
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(a)))
}
