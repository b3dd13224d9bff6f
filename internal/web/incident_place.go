package web

import (
	"fmt"
	"strings"

	"ascribe"
)

// A placeView is a place that is told, with how closely it is known.
type placeView struct {
	Parts     []string
	Chosen    bool // the record holds it to be the place
	Precision int  // UCDP where_prec, 0 where it is not known
	Nearness  string
	Words     string // as written, where that is another
	Point     string // coordinates, or ""
	Gazetteer string // the entry that they are of
	By        string
	Refs      refs
}

// places lists the places that are told, the one that most origins give first.
func (b *sheet) places() []placeView {
	var out []placeView
	for i := range b.p.Places {
		x := &b.p.Places[i]
		p := &x.Value
		view := placeView{
			Parts: placeParts(p), Precision: p.Precision, Nearness: capital(b.nearness(p)), Gazetteer: p.Gazetteer,
			By: b.byOrigins(x.Origins), Refs: b.refs(x.Statements...),
		}
		if w := b.p.Where; w != nil {
			view.Chosen = p.Name == w.Name && p.Country == w.Country && p.Text == w.Text
		}
		if p.Name != "" && p.Text != p.Name {
			view.Words = visible(p.Text)
		}
		if p.Point != nil {
			view.Point = b.coordinates(p.Point)
		}
		out = append(out, view)
	}
	return out
}

// coordinates writes a point in degrees, no closer than a gazetteer knows a town.
func (t *tongue) coordinates(p *ascribe.Point) string {
	side := func(v float64, key string) string {
		signs := strings.Fields(t.t(key))
		if v < 0 {
			return fmt.Sprintf("%.3f° %s", -v, signs[1])
		}
		return fmt.Sprintf("%.3f° %s", v, signs[0])
	}
	return side(p.Lat, "place.lat") + ", " + side(p.Lon, "place.lon")
}
