package publish

import (
	"io"

	"ascribe"
)

// A Map is the incidents of a selection, as a map shows them.
type Map struct {
	Pins                     ascribe.Pins
	Briefs                   []ascribe.Brief // which name no private person
	Total, Undated, Unplaced int             // of the whole selection, of which Briefs may be a part
}

// GeoJSON writes incidents as a feature collection (RFC 7946). A feature has the point
// of its place, which is where the incident was only as closely as where_prec says; an
// incident whose place has no coordinates has a feature without a geometry.
func GeoJSON(w io.Writer, m *Map) error {
	out := mapJSON{
		Type: "FeatureCollection", Format: "ascribe.map/1", AsOf: pinOf(m.Pins.AsOf), KnownAt: pinOf(m.Pins.KnownAt),
		Total: m.Total, Shown: len(m.Briefs), Undated: m.Undated, Unplaced: m.Unplaced, Features: make([]featureJSON, len(m.Briefs)),
	}
	for i := range m.Briefs {
		b := &m.Briefs[i]
		p := featurePropertiesJSON{
			Title: known(b.Title), Type: b.Type, Stage: b.Stage, Date: spanOf(b.When), Origins: b.Origins, Reports: b.Reports, Contested: len(b.Contested), Withdrawn: b.Withdrawn,
		}
		if f, ok := b.Tolls[ascribe.Killed]; ok {
			p.Killed = &f
		}
		out.Features[i] = featureOf(b.Where, p)
		out.Features[i].ID = b.Incident
	}
	return writeLine(w, out)
}

// PlacesGeoJSON writes the places that are told of one incident: the one that its
// record holds to be the place is chosen.
func PlacesGeoJSON(w io.Writer, record *ascribe.Record) error {
	r := Redact(record)
	out := mapJSON{Type: "FeatureCollection", Format: "ascribe.map/1", AsOf: pinOf(r.Pins.AsOf), KnownAt: pinOf(r.Pins.KnownAt), Total: 1, Shown: 1, Features: []featureJSON{}}
	if told(r) == nil || !told(r).Resolved() {
		out.Undated = 1
	}
	if r.Where == nil || r.Where.Point == nil {
		out.Unplaced = 1
	}
	for i := range r.Places {
		x := &r.Places[i]
		chosen := r.Where != nil && x.Value.Name == r.Where.Name && x.Value.Country == r.Where.Country && x.Value.Text == r.Where.Text
		f := featureOf(&x.Value, featurePropertiesJSON{Title: known(r.Title), Type: r.Type, Stage: r.Stage, Date: spanOf(told(r)), Origins: x.Origins, Reports: reports(r), Contested: len(r.Contested), Withdrawn: r.Withdrawn != nil})
		f.ID, f.Properties.Chosen = r.Incident, &chosen
		out.Features = append(out.Features, f)
	}
	return writeLine(w, out)
}

// featureOf is a feature at a place.
func featureOf(where *ascribe.Place, p featurePropertiesJSON) featureJSON {
	if where == nil {
		return featureJSON{Type: "Feature", Properties: p}
	}
	p.Place = &spotJSON{known(where.Name), known(where.Admin1), known(where.Country), nil}
	if where.Precision != 0 {
		p.Place.WherePrec = &where.Precision
	}
	f := featureJSON{Type: "Feature", Properties: p}
	if at := where.Point; at != nil {
		f.Geometry = &geometryJSON{"Point", [2]float64{at.Lon, at.Lat}}
	}
	return f
}

// spanOf is the days that a date may be, or nil.
func spanOf(d *ascribe.Date) *spanJSON {
	if d == nil {
		return nil
	}
	return &spanJSON{known(d.EDTF), dayOf(d.From), dayOf(d.To), d.Precision}
}
