package web

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"

	"ascribe"
)

// A ring says how a place is drawn of which more than a point is possible: dashes of
// the stroke, its radius in pixels of a mark, and whether a point stands in the middle.
type ring struct {
	dashes string
	radius float64
	point  bool
}

// rings are the marks by how closely a place is known (UCDP where_prec). The map of the
// browser draws the same.
var rings = [...]ring{
	0: {"1 3", 7, false}, 1: {"", 0, true}, 2: {"3 2", 8, true}, 3: {"2 2", 7, false}, 4: {"4 2.5", 8.5, false}, 5: {"1 2.5", 8.5, false}, 6: {"7 3", 10, false}, 7: {"3 2", 8, false},
}

// legend says how each precision is drawn.
func (t *tongue) legend() []legendEntry {
	var out []legendEntry
	for _, p := range []int{1, 2, 3, 4, 5, 6, 7, 0} {
		var b strings.Builder
		b.WriteString(`<svg class="spot" viewBox="-11 -11 22 22" width="22" height="22" aria-hidden="true">`)
		drawMark(&b, 0, 0, 1, p)
		b.WriteString(`</svg>`)
		out = append(out, legendEntry{template.HTML(b.String()), t.nearness(&ascribe.Place{Precision: p})}) // numbers alone
	}
	return out
}

// drawMark draws a spot so many times as large as in the legend.
func drawMark(b *strings.Builder, x, y, scale float64, precision int) {
	m := rings[min(max(precision, 0), len(rings)-1)]
	if m.point {
		fmt.Fprintf(b, `<circle class="point" cx="%.3f" cy="%.3f" r="%.3f" fill="currentColor"/>`, x, y, 4.5*scale)
	}
	circle := func(r float64) {
		fmt.Fprintf(b, `<circle class="reach" cx="%.3f" cy="%.3f" r="%.3f" fill="none" stroke="currentColor" stroke-width="%.3f" stroke-dasharray="%s"/>`,
			x, y, r*scale, 1.6*scale, scaled(m.dashes, scale))
	}
	if m.radius > 0 {
		circle(m.radius)
	}
	if precision == ascribe.Offshore {
		circle(m.radius / 2)
	}
}

func scaled(dashes string, by float64) string {
	var out []string
	for _, d := range strings.Fields(dashes) {
		var n float64
		_, _ = fmt.Sscan(d, &n) // one of the table above
		out = append(out, fmt.Sprintf("%.3f", n*by))
	}
	return strings.Join(out, " ")
}

// Measures of the drawn map: how wide it is at least, in degrees, and how many marks of
// the legend go into its width.
const (
	leastWide = 16
	marksWide = 1000.0
	mostDrawn = 1500 // spots
)

// world draws the spots among the outlines of the land, the largest part of it that
// holds them all.
func (s *Server) world(v *visit, spots []ascribe.Spot) template.HTML {
	if len(spots) == 0 {
		return ""
	}
	west, east, south, north := 180.0, -180.0, 90.0, -90.0
	for i := range spots {
		p := spots[i].Where.Point
		west, east, south, north = min(west, p.Lon), max(east, p.Lon), min(south, p.Lat), max(north, p.Lat)
	}
	wide := min(360, max(leastWide, (east-west)*1.15, (north-south)*2.3))
	high := wide / 2
	left, top := (west+east-wide)/2, -(north+south+high)/2
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="locator world" viewBox="%.3f %.3f %.3f %.3f" role="img" aria-label="%s">`, left, top, wide, high, html.EscapeString(v.t("map.drawing", len(spots))))
	for _, turn := range []float64{-360, 0, 360} { // the land on the other side of 180 degrees
		if turn-180 < left+wide && turn+180 > left {
			fmt.Fprintf(&b, `<image href="%s" x="%.0f" y="-90" width="360" height="180" preserveAspectRatio="none"/>`, s.assetPath("land.svg"), turn-180)
		}
	}
	for i := len(spots) - 1; i >= 0; i-- { // those of most incidents above the others
		x := &spots[i]
		drawMark(&b, x.Where.Point.Lon, -x.Where.Point.Lat, wide/marksWide*(1+math.Log10(float64(x.Incidents))), x.Where.Precision)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String()) // numbers, the server's own address and an escaped label
}

// mapKeys are the texts that the map in the browser speaks with, beside the names of
// types and precisions.
var mapKeys = [...]string{
	"map.label", "map.shown", "map.undated", "map.unplaced", "map.beyond", "map.in", "map.out", "map.all", "map.here", "map.many", "map.one", "map.back", "map.none", "map.view", "map.time", "map.from", "map.to",
	"map.keep", "map.reset", "map.gestures.wheel", "map.gestures.wheel.mac", "map.gestures.touch", "map.failed", "map.contested", "map.withdrawn", "map.more", "map.told", "map.chosen", "undated", "date.none", "date.between",
}

// mapWords are those texts as JSON.
func (v *visit) mapWords() string {
	words := map[string]string{}
	for _, key := range mapKeys {
		words[key] = v.t(key)
	}
	for k := ascribe.OtherIncident; k.String() != ""; k++ {
		words["type."+k.String()] = v.word("type", k)
	}
	for p := range rings {
		words[fmt.Sprintf("nearness.%d", p)] = v.nearness(&ascribe.Place{Precision: p})
	}
	b, err := json.Marshal(words)
	if err != nil {
		return "{}" // texts can be written
	}
	return string(b)
}
