package publish

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"ascribe"
)

func TestGeoJSON(t *testing.T) {
	placed, nowhere := Brief(ferry()), ascribe.Brief{Incident: "i2", Type: ascribe.Threat, Withdrawn: true}
	placed.Where = &ascribe.Place{Text: "the pier of J. Moss", Name: "Port Maren", Country: "XSV", Point: &ascribe.Point{Lat: 44.21, Lon: -38.47}, Precision: ascribe.NearPlace}
	out := written(t, func(b *bytes.Buffer) error {
		return GeoJSON(b, &Map{Briefs: []ascribe.Brief{placed, nowhere}, Total: 9, Undated: 4, Unplaced: 3})
	})
	validate(t, schema(t, "map.schema.json"), []byte(strings.TrimSpace(out)))
	var got mapJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Total != 9 || got.Shown != 2 || got.Undated != 4 || got.Unplaced != 3 || got.Features[0].Geometry.Coordinates != [2]float64{-38.47, 44.21} || *got.Features[0].Properties.Place.WherePrec != 2 {
		t.Errorf("%s", out)
	}
	if got.Features[1].Geometry != nil || !got.Features[1].Properties.Withdrawn || got.Features[1].Properties.Date != nil {
		t.Errorf("the unplaced one is %+v", got.Features[1])
	}
	if strings.Contains(out, "Moss") {
		t.Errorf("the words of an article for a place leave the desk: %s", out)
	}
}

func TestPlacesGeoJSON(t *testing.T) {
	r := ferry()
	out := written(t, func(b *bytes.Buffer) error { return PlacesGeoJSON(b, r) })
	validate(t, schema(t, "map.schema.json"), []byte(strings.TrimSpace(out)))
	var got mapJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Features) != len(r.Places) || got.Total != 1 {
		t.Fatalf("%d features of %d places, %v", len(got.Features), len(r.Places), err)
	}
	chosen := 0
	for _, f := range got.Features {
		if *f.Properties.Chosen {
			chosen++
		}
	}
	if chosen != 1 {
		t.Errorf("%d places are chosen", chosen)
	}
}
