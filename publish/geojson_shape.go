package publish

import "ascribe"

// mapJSON is a feature collection of incidents; what RFC 7946 does not know stands
// beside what it does.
type mapJSON struct {
	Type     string        `json:"type"`
	Format   string        `json:"format"`
	AsOf     *string       `json:"as_of"`
	KnownAt  *string       `json:"known_at"`
	Total    int           `json:"total"`
	Shown    int           `json:"shown"`
	Undated  int           `json:"undated"`
	Unplaced int           `json:"unplaced"`
	Features []featureJSON `json:"features"`
}

type featureJSON struct {
	Type       string                `json:"type"`
	ID         ascribe.IncidentID    `json:"id"`
	Geometry   *geometryJSON         `json:"geometry"` // null for one that is unplaced
	Properties featurePropertiesJSON `json:"properties"`
}

type geometryJSON struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

type featurePropertiesJSON struct {
	Title     *string              `json:"title"`
	Type      ascribe.IncidentType `json:"type"`
	Stage     ascribe.Stage        `json:"stage"`
	Date      *spanJSON            `json:"date"`
	Place     *spotJSON            `json:"place"`
	Chosen    *bool                `json:"chosen,omitempty"` // among the places of one incident
	Killed    *ascribe.Figure      `json:"killed,omitempty"`
	Origins   int                  `json:"origins"`
	Reports   int                  `json:"reports"`
	Contested int                  `json:"contested"`
	Withdrawn bool                 `json:"withdrawn"`
}

type spanJSON struct {
	EDTF      *string               `json:"edtf"`
	From      *string               `json:"from"`
	To        *string               `json:"to"`
	Precision ascribe.DatePrecision `json:"precision"`
}

type spotJSON struct {
	Name      *string `json:"name"`
	Admin1    *string `json:"admin1"`
	Country   *string `json:"country"`
	WherePrec *int    `json:"where_prec"`
}
