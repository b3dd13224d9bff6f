package publish

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"ascribe"
)

// dateJSON is a date as every format here writes it.
type dateJSON struct {
	Text      *string               `json:"text"`
	Span      *pair                 `json:"span,omitempty"`
	EDTF      *string               `json:"edtf"`
	From      *string               `json:"from"`
	To        *string               `json:"to"`
	Precision ascribe.DatePrecision `json:"precision"`
	Basis     *string               `json:"basis"`
	Because   string                `json:"because,omitempty"` // in a reading
}

// dateOf returns d without its span and reason, or nil.
func dateOf(d *ascribe.Date) *dateJSON {
	if d == nil {
		return nil
	}
	return &dateJSON{
		Text: known(d.Text), EDTF: known(d.EDTF), From: dayOf(d.From), To: dayOf(d.To),
		Precision: d.Precision, Basis: known(d.Basis.String()),
	}
}

// placeJSON is a place as every format here writes it.
type placeJSON struct {
	Text      *string      `json:"text"`
	Span      *pair        `json:"span,omitempty"`
	Country   *string      `json:"country"`
	Admin1    *string      `json:"admin1"`
	Name      *string      `json:"name"`
	GeoNames  *json.Number `json:"geonames"`
	Gazetteer string       `json:"gazetteer,omitempty"` // of another gazetteer than GeoNames
	Lat       *float64     `json:"lat,omitempty"`
	Lon       *float64     `json:"lon,omitempty"`
	WherePrec *int         `json:"where_prec"`
	Because   string       `json:"because,omitempty"` // in a reading
}

// placeOf returns p without its span and reason, or nil.
func placeOf(p *ascribe.Place) *placeJSON {
	if p == nil {
		return nil
	}
	out := &placeJSON{Text: known(p.Text), Country: known(p.Country), Admin1: known(p.Admin1), Name: known(p.Name)}
	if id, ok := strings.CutPrefix(p.Gazetteer, "geonames:"); ok && isNumber(id) {
		n := json.Number(id)
		out.GeoNames = &n
	} else {
		out.Gazetteer = p.Gazetteer
	}
	if p.Point != nil {
		out.Lat, out.Lon = &p.Point.Lat, &p.Point.Lon
	}
	if p.Precision != 0 {
		out.WherePrec = &p.Precision
	}
	return out
}

// isNumber reports whether s is a whole number as JSON writes one.
func isNumber(s string) bool {
	n, err := strconv.ParseUint(s, 10, 63)
	return err == nil && strconv.FormatUint(n, 10) == s
}

// known returns s, or nil for the empty string.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// dayOf returns a day as yyyy-mm-dd, or nil for the zero time.
func dayOf(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.DateOnly)
	return &s
}

// momentOf returns a time in RFC 3339, or nil for the zero time.
func momentOf(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339)
	return &s
}

// publishedOf returns a day or a moment, as closely as the outlet gives it, or
// nil.
func publishedOf(p ascribe.Published) *string {
	if p.DayOnly {
		return dayOf(p.Time)
	}
	return momentOf(p.Time)
}

// hash writes a document's id as the formats do.
func hash(id ascribe.DocumentID) string { return "sha256:" + id.String() }

// list returns s, or an empty list instead of nil, which JSON writes as null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
