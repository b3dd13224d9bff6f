package main

import (
	"cmp"
	"slices"
)

// A point is a position in degrees.
type point struct{ lat, lon float64 }

// centre returns the centroid of the convex hull of the points: about the middle
// of the area that the towns of a division lie in, whereas their mean lies where
// the towns are dense. Areas across the date line are turned to one side of it.
func centre(points []point) point {
	west, east := 180.0, -180.0
	for _, p := range points {
		west, east = min(west, p.lon), max(east, p.lon)
	}
	turned := slices.Clone(points)
	if east-west > 180 {
		for i := range turned {
			if turned[i].lon < 0 {
				turned[i].lon += 360
			}
		}
	}
	c := centroid(hull(turned))
	if c.lon > 180 {
		c.lon -= 360
	}
	return c
}

// hull returns the convex hull, counter-clockwise (Andrew's monotone chain).
func hull(points []point) []point {
	slices.SortFunc(points, func(a, b point) int { return cmp.Or(cmp.Compare(a.lon, b.lon), cmp.Compare(a.lat, b.lat)) })
	points = slices.Compact(points)
	if len(points) < 3 {
		return points
	}
	half := func(points []point) []point {
		var out []point
		for _, p := range points {
			for len(out) >= 2 && turn(out[len(out)-2], out[len(out)-1], p) <= 0 {
				out = out[:len(out)-1]
			}
			out = append(out, p)
		}
		return out[:len(out)-1]
	}
	lower := half(points)
	slices.Reverse(points)
	return append(lower, half(points)...)
}

// turn is positive where a, b, c turn to the left.
func turn(a, b, c point) float64 {
	return (b.lon-a.lon)*(c.lat-a.lat) - (b.lat-a.lat)*(c.lon-a.lon)
}

// centroid returns the centre of a polygon's area, or the mean of its points
// where it has none.
func centroid(polygon []point) point {
	var area, lat, lon float64
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		cross := a.lon*b.lat - b.lon*a.lat
		area += cross
		lat += (a.lat + b.lat) * cross
		lon += (a.lon + b.lon) * cross
	}
	if area > 1e-9 {
		return point{lat / (3 * area), lon / (3 * area)}
	}
	var mean point
	for _, p := range polygon {
		mean.lat += p.lat / float64(len(polygon))
		mean.lon += p.lon / float64(len(polygon))
	}
	return mean
}
