package web

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"ascribe"
)

// A place is a point only where it is known itself; what is known of it less closely
// is a circle, and what another report gives a cross.
func TestLocator(t *testing.T) {
	s := &Server{press: &press{static: map[string]asset{}}}
	tongues, err := loadTongues(files)
	if err != nil {
		t.Fatal(err)
	}
	v := &visit{tongue: tongues[0]}
	place := func(lat, lon float64, precision int) ascribe.Place {
		return ascribe.Place{Text: "a<b", Point: &ascribe.Point{Lat: lat, Lon: lon}, Precision: precision}
	}
	for _, tt := range []struct {
		place                 ascribe.Place
		points, circles, land int
	}{
		{place(14.6, -90.5, ascribe.ExactPlace), 1, 0, 1}, {place(14.6, -90.5, ascribe.NearPlace), 1, 1, 1},
		{place(15.5, -90.2, ascribe.WholeCountry), 0, 1, 1}, {place(0, 0, 0), 0, 0, 1}, {place(-17.7, 178, ascribe.FirstOrder), 0, 1, 2},
		{place(-17.7, -179, ascribe.Offshore), 0, 1, 2}, {place(90, 180, 99), 0, 1, 2},
	} {
		r := &ascribe.Record{Where: &tt.place, Places: []ascribe.Sourced[ascribe.Place]{
			{Value: tt.place}, {Value: place(1, 1, ascribe.ExactPlace)}, {Value: place(2, 2, ascribe.WholeCountry)}, {Value: ascribe.Place{Text: "nowhere"}},
		}}
		got := string(s.locator(v, r))
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, got)
			}
		}
		points, circles, maps, crosses := strings.Count(got, `class="point"`), strings.Count(got, `class="reach"`), strings.Count(got, "<image"), strings.Count(got, "m-.12")
		if points != tt.points || circles != tt.circles || maps != tt.land || crosses != 1 {
			t.Errorf("%+v: %d points, %d circles, %d maps, %d crosses", tt.place.Point, points, circles, maps, crosses)
		}
	}
	if got := s.locator(v, &ascribe.Record{Where: &ascribe.Place{Text: "nowhere"}}); got != "" {
		t.Errorf("a place without a point is drawn: %s", got)
	}
}

// The outlines of the land are what the script makes of the data.
func TestLandIsWhatTheScriptMakes(t *testing.T) {
	if _, err := os.Stat("browser/node_modules/world-atlas"); err != nil {
		t.Skip("SKIPPED: npm ci --prefix internal/web/browser has not been run, so the outlines of the land are not made again")
	}
	got, err := exec.CommandContext(t.Context(), "node", "browser/land.mjs").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := files.ReadFile("static/land.svg")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("static/land.svg is not what browser/land.mjs makes; run it again")
	}
}
