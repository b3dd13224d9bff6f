package web

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"ascribe"
)

// reach is how far from its point a place may be, in degrees, by how closely it is
// known (UCDP where_prec); 0 is the point itself.
var reach = [...]float64{1: 0, 2: 0.25, 3: 0.6, 4: 1.8, 5: 3, 6: 5, 7: 3}

// Measures of the locator, in degrees.
const (
	locatorWide, locatorHigh = 24, 11
	graticule                = 5
)

// locator draws the chosen place of a record among the outlines of the land: a point
// where the place itself is known, a broken circle as wide as what is known of it.
// Places that some report gives otherwise are crosses.
func (s *Server) locator(v *visit, r *ascribe.Record) template.HTML {
	if r.Where == nil || r.Where.Point == nil {
		return ""
	}
	at := r.Where.Point
	west, north := at.Lon-locatorWide/2, -at.Lat-locatorHigh/2
	told := v.t("locator.told", placeName(r.Where), v.coordinates(at), v.nearness(r.Where))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="locator" viewBox="%.3f %.3f %d %d" role="img" aria-label="%s">`, west, north, locatorWide, locatorHigh, html.EscapeString(told))
	for _, turn := range []int{-360, 0, 360} { // the land on the other side of 180 degrees
		if left := float64(turn) - 180; left < west+locatorWide && left+360 > west {
			fmt.Fprintf(&b, `<image href="%s" x="%d" y="-90" width="360" height="180" preserveAspectRatio="none"/>`, s.assetPath("land.svg"), turn-180)
		}
	}
	lines(&b, west, north)
	for i := range r.Places {
		of := &r.Places[i].Value
		if p := of.Point; p != nil && *p != *at && isPoint(of) {
			fmt.Fprintf(&b, `<path d="M%.3f %.3fm-.12 -.12l.24 .24m0 -.24l-.24 .24" stroke="currentColor" stroke-width=".06" fill="none"/>`, p.Lon, -p.Lat)
		}
	}
	precision := min(max(r.Where.Precision, 0), len(reach)-1)
	if wide := reach[precision]; wide > 0 {
		fmt.Fprintf(&b, `<circle class="reach" cx="%.3f" cy="%.3f" r="%.2f" fill="none" stroke="currentColor" stroke-width=".07" stroke-dasharray=".25 .18"/>`, at.Lon, -at.Lat, wide)
	}
	if isPoint(r.Where) {
		fmt.Fprintf(&b, `<circle class="point" cx="%.3f" cy="%.3f" r=".14" fill="currentColor"/>`, at.Lon, -at.Lat)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String()) // numbers, the server's own address and an escaped label
}

// isPoint reports whether the point of a place is where it is, and not the middle of
// what holds it.
func isPoint(p *ascribe.Place) bool {
	return p.Precision == ascribe.ExactPlace || p.Precision == ascribe.NearPlace
}

// lines draws every fifth degree, with its number at the edge.
func lines(b *strings.Builder, west, north float64) {
	first := func(v float64) int { return int(v/graticule+1000)*graticule - 1000*graticule + graticule }
	for x := first(west); float64(x) < west+locatorWide; x += graticule {
		fmt.Fprintf(b, `<path d="M%d %.3fv%d" stroke="currentColor" stroke-opacity=".18" stroke-width=".03"/><text x="%.2f" y="%.2f" font-size=".42" fill="currentColor" fill-opacity=".7">%d°</text>`,
			x, north, locatorHigh, float64(x)+.1, north+locatorHigh-.15, (x+540)%360-180)
	}
	for y := first(north); float64(y) < north+locatorHigh; y += graticule {
		fmt.Fprintf(b, `<path d="M%.3f %dh%d" stroke="currentColor" stroke-opacity=".18" stroke-width=".03"/><text x="%.2f" y="%.2f" font-size=".42" fill="currentColor" fill-opacity=".7">%d°</text>`,
			west, y, locatorWide, west+.12, float64(y)-.12, -y)
	}
}
