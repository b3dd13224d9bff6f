package main

import (
	"math"
	"testing"
)

func TestCentre(t *testing.T) {
	square := []point{{0, 0}, {0, 2}, {2, 0}, {2, 2}, {0.1, 0.1}, {0.1, 0.2}, {0.2, 0.1}}
	for _, c := range []struct {
		name   string
		points []point
		want   point
	}{
		{"dense towns do not pull", square, point{1, 1}},
		{"a triangle", []point{{0, 0}, {0, 3}, {3, 0}}, point{1, 1}},
		{"one town", []point{{5, 7}}, point{5, 7}},
		{"two towns", []point{{5, 7}, {7, 9}}, point{6, 8}},
		{"towns in a line", []point{{0, 0}, {1, 1}, {2, 2}}, point{1, 1}},
		{"the same town twice", []point{{5, 7}, {5, 7}}, point{5, 7}},
		{"across the date line", []point{{10, 179}, {10, -177}, {12, 179}, {12, -177}}, point{11, -179}},
	} {
		got := centre(c.points)
		if math.Abs(got.lat-c.want.lat) > 1e-9 || math.Abs(got.lon-c.want.lon) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
