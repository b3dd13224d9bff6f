package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ascribe"
)

// geoJSON is what the tests read of a map.
type geoJSON struct {
	Total, Shown, Undated, Unplaced int
	Features                        []struct {
		ID         string
		Geometry   *struct{ Coordinates [2]float64 }
		Properties struct {
			Title  string
			Chosen *bool
			Place  *struct {
				Name      string
				WherePrec int `json:"where_prec"`
			}
		}
	}
}

func (d *desk) geo(t *testing.T, path string) geoJSON {
	t.Helper()
	w := d.get(path)
	var out geoJSON
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != geoType {
		t.Fatalf("%s: status %d, %s, %v", path, w.Code, w.Header().Get("Content-Type"), err)
	}
	return out
}

// Every incident of a selection is in the twin of the map, with a point or without; the
// table counts those that have one, and each of its rows leads to the list of its own.
func TestMap(t *testing.T) {
	all := newsroom.geo(t, "/map.geojson")
	if all.Total != len(newsroom.ids) || all.Shown != all.Total || len(all.Features) != all.Total {
		t.Fatalf("%d of %d incidents on the map, the desk has %d", len(all.Features), all.Total, len(newsroom.ids))
	}
	placed := 0
	for _, f := range all.Features {
		if !slices.Contains(newsroom.ids, f.ID) {
			t.Errorf("%s is no incident", f.ID)
		}
		if f.Geometry != nil {
			placed++
		}
	}
	if placed != all.Total-all.Unplaced || placed == 0 {
		t.Errorf("%d placed, %d of %d unplaced", placed, all.Unplaced, all.Total)
	}
	counted := 0
	every(newsroom.page(t, "/map"), func(n *html.Node) {
		if n.Data != "tr" || n.Parent.Data != "tbody" {
			return
		}
		here, to := 0, ""
		every(n, func(c *html.Node) {
			switch {
			case attr(c, "class") == "num":
				here, _ = strconv.Atoi(textOf(c))
			case c.Data == "a":
				to = attr(c, "href")
			}
		})
		if total := newsroom.geo(t, strings.Replace(to, "/incidents?", "/map.geojson?", 1)).Total; total != here || here == 0 {
			t.Errorf("%s leads to %d incidents, the row counts %d", to, total, here)
		}
		counted += here
	})
	if counted != placed {
		t.Errorf("the table counts %d, the map %d", counted, placed)
	}
}

// A map takes what the list takes, and held at a moment shows what stood then.
func TestMapOfSelections(t *testing.T) {
	all := newsroom.geo(t, "/map.geojson")
	bombings := newsroom.geo(t, "/map.geojson?type=bombing")
	if bombings.Total == 0 || bombings.Total >= all.Total {
		t.Errorf("%d of %d are bombings", bombings.Total, all.Total)
	}
	then := newsroom.geo(t, "/map.geojson?as_of=2025-03-07")
	if then.Total == 0 || then.Total >= all.Total || len(then.Features) != then.Total {
		t.Errorf("%d of %d incidents stood then, %d are drawn", then.Total, all.Total, len(then.Features))
	}
	if none := newsroom.geo(t, "/map.geojson?placed=no"); none.Unplaced != none.Total || none.Total != all.Unplaced {
		t.Errorf("%d of %d have no point, %d of all", none.Unplaced, none.Total, all.Unplaced)
	}
	for path, want := range map[string]int{"/map?within=1,2,3": 400, "/map?within=9,0,1,0": 400, "/map?within=0,0,1,x": 400, "/map?where_prec=8": 400, "/map.geojson?colour=red": 400, "/map?within=-90,-180,90,180": 200} {
		if w := newsroom.get(path); w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
}

// Of one incident there are all the places that are told, one of them chosen.
func TestPlacesOfAnIncident(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	of := newsroom.geo(t, "/incidents/"+string(r.Incident)+".geojson")
	chosen := 0
	for _, f := range of.Features {
		if *f.Properties.Chosen {
			chosen++
			if f.Properties.Place.Name != r.Where.Name || f.Properties.Place.WherePrec != r.Where.Precision {
				t.Errorf("%+v is chosen, the record has %+v", f.Properties.Place, r.Where)
			}
		}
	}
	if chosen != 1 || len(of.Features) != len(r.Places) {
		t.Errorf("%d of %d places chosen, the record has %d", chosen, len(of.Features), len(r.Places))
	}
}

// What is gathered of incidents is what the store gathers of the same.
func TestSpotsOf(t *testing.T) {
	page, err := newsroom.store.Browse(t.Context(), ascribe.Selection{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	want, total, err := newsroom.store.Spots(t.Context(), ascribe.Selection{}, 1000)
	if err != nil {
		t.Fatal(err)
	}
	key := func(x *ascribe.Spot) string {
		return degrees(x.Where.Point.Lat) + " " + strconv.Itoa(x.Where.Precision) + " " + strconv.Itoa(x.Incidents) + " " + strconv.Itoa(x.Undated) + x.First.String() + x.Last.String()
	}
	keys := func(all []ascribe.Spot) (out []string) {
		for i := range all {
			out = append(out, key(&all[i]))
		}
		slices.Sort(out)
		return out
	}
	got := spotsOf(page.Briefs)
	if len(got) != total || !slices.Equal(keys(got), keys(want)) {
		t.Errorf("gathered %v, the store %v", keys(got), keys(want))
	}
}

// The islands are served for ever under their version, packed for who takes it so, and
// nothing else is.
func TestIslandsAreServed(t *testing.T) {
	var src string
	every(newsroom.page(t, "/map"), func(n *html.Node) {
		if n.Data == "script" {
			src = attr(n, "src")
		}
	})
	for _, name := range []string{"map.js", "place.js", "maplibre.js", "maplibre-gl-worker.js", "world.json"} {
		w := newsroom.get(strings.Replace(src, "map.js", name, 1), "Accept-Encoding", "gzip, br")
		h := w.Header()
		if w.Code != http.StatusOK || h.Get("Content-Encoding") != "gzip" || !strings.Contains(h.Get("Cache-Control"), "immutable") || h.Get("Content-Security-Policy") != islandPolicy {
			t.Errorf("%s: status %d, %v", name, w.Code, h)
		}
		if plain := newsroom.get("/static/dist/old/" + name); plain.Code != http.StatusOK || plain.Body.Len() <= w.Body.Len() || strings.Contains(plain.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s of another version: status %d, %d bytes", name, plain.Code, plain.Body.Len())
		}
	}
	if w := newsroom.get("/static/dist/x/nothing.js"); w.Code != http.StatusNotFound {
		t.Errorf("nothing.js: status %d", w.Code)
	}
}

// The map is drawn in a real browser, by keys and without dragging, within the policy.
func TestMapInBrowser(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	lines := browse(t, "map.mjs", string(r.Incident))
	for _, l := range lines[:len(lines)-1] {
		t.Error(l)
	}
	all := newsroom.geo(t, "/map.geojson")
	if last := lines[len(lines)-1]; last != "drawn "+strconv.Itoa(all.Total-all.Unplaced) {
		t.Errorf("the last line is %q", last)
	}
}
