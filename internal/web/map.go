package web

import (
	"bytes"
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"ascribe"
	"ascribe/publish"
)

// A mapPage shows where the incidents of a selection were, as closely as that is known:
// drawn, and as a table of the spots.
type mapPage struct {
	Behind   int64
	Chosen   chosen
	Drawing  template.HTML // for who has no scripts
	Data     string        // the address of what the map draws
	Words    string        // that the map speaks with
	Legend   []legendEntry
	Rows     []spotView
	Spots    int // of all incidents that are placed
	Total    int
	Drawn    int // incidents that the map draws
	Placed   int
	Undated  string
	Unplaced string
	Counts   [2]int // undated, unplaced
	List     string // the same incidents as a list
	Then     bool   // it is held at a moment
	Not      []namedLink
}

// mapOf is what the map of one incident is drawn from.
type mapOf struct{ From, Words string }

// A spotView is a point on the map, with the incidents that are known to be there.
type spotView struct {
	Parts     []string
	Precision int
	Nearness  string
	Point     string
	Incidents int
	To        string
	Days      string
	Undated   int
}

// A legendEntry says how a precision is drawn.
type legendEntry struct {
	Sign template.HTML
	Says string
}

const (
	mostSpots  = 150   // that the table lists
	mostMapped = 20000 // incidents that are drawn
	mostThen   = 200   // of them, of a moment: each record is folded as it was then
)

// mapped answers with the map of the incidents that an address is about.
func (s *Server) mapped(v *visit) error {
	sel, err := v.selection()
	if err != nil {
		return err
	}
	sel.After = ""
	out := &mapPage{Words: v.mapWords(), Legend: v.legend(), Then: v.pins != (ascribe.Pins{})}
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	var spots []ascribe.Spot
	if out.Then {
		var m *publish.Map
		if m, out.Not, err = s.mapThen(v, sel); err != nil {
			return err
		}
		out.Total, out.Drawn, out.Counts = m.Total, len(m.Briefs), [2]int{m.Undated, m.Unplaced}
		spots = spotsOf(m.Briefs)
		out.Spots, out.Placed = len(spots), out.Drawn-m.Unplaced
		out.Drawn = out.Placed
	} else {
		sel.Limit = 1
		page, err := s.Store.Browse(v.r.Context(), sel)
		if err != nil {
			return err
		}
		out.Total, out.Counts, out.Placed = page.Total, [2]int{page.Undated, page.Unplaced}, page.Total-page.Unplaced
		out.Drawn = min(out.Placed, mostMapped)
		if spots, out.Spots, err = s.Store.Spots(v.r.Context(), sel, mostDrawn); err != nil {
			return err
		}
	}
	out.Drawing = s.world(v, spots)
	for i := range spots[:min(len(spots), mostSpots)] {
		out.Rows = append(out.Rows, v.spot(&spots[i]))
	}
	out.Data = v.base + "/map.geojson" + rawQuery(v.r.URL)
	out.Undated, out.Unplaced, out.List = v.with("dated", "no"), v.with("placed", "no"), v.with("after", "")
	if out.Chosen, err = s.chosen(v, sel); err != nil {
		return err
	}
	v.w.Header().Set("Content-Security-Policy", islandPolicy)
	return s.show(v, http.StatusOK, "map.html", page{
		Title: v.t("nav.map"), Here: "map", Twin: out.Data, TwinType: geoType, Module: s.distPath("map.js"), Body: out,
	})
}

// geoType is the media type of GeoJSON.
const geoType = "application/geo+json"

// mapData answers with the incidents of a map as GeoJSON.
func (s *Server) mapData(v *visit) error {
	sel, err := v.selection()
	if err != nil {
		return err
	}
	sel.After = ""
	if _, err := s.fold.update(v.r.Context()); err != nil {
		return err
	}
	var m *publish.Map
	if v.pins != (ascribe.Pins{}) {
		m, _, err = s.mapThen(v, sel)
	} else {
		m, err = s.mapNow(v, sel)
	}
	if err != nil {
		return err
	}
	return v.geo(func(b *bytes.Buffer) error { return publish.GeoJSON(b, m) })
}

// geo writes GeoJSON.
func (v *visit) geo(write func(*bytes.Buffer) error) error {
	err := v.json(write)
	v.w.Header().Set("Content-Type", geoType)
	return err
}

// mapNow has the incidents that stand.
func (s *Server) mapNow(v *visit, sel ascribe.Selection) (*publish.Map, error) {
	sel.Limit = mostMapped
	list, err := s.Store.Browse(v.r.Context(), sel)
	if err != nil {
		return nil, err
	}
	return &publish.Map{Pins: v.pins, Briefs: list.Briefs, Total: list.Total, Undated: list.Undated, Unplaced: list.Unplaced}, nil
}

// mapThen has those of the incidents that stand which stood at a moment, each as it was
// then.
func (s *Server) mapThen(v *visit, sel ascribe.Selection) (*publish.Map, []namedLink, error) {
	sel.Limit = mostThen
	list, err := s.Store.Browse(v.r.Context(), sel)
	if err != nil {
		return nil, nil, err
	}
	m := &publish.Map{Pins: v.pins, Total: list.Total}
	var not []namedLink
	for i := range list.Briefs {
		b := &list.Briefs[i]
		r, err := s.record(v, v.pins, string(b.Incident))
		if err != nil && ascribe.KindOf(err) == ascribe.NotFound {
			not = append(not, namedLink{v.base + "/incidents/" + string(b.Incident), v.brief(b).Title})
			m.Total--
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		then := publish.Brief(r)
		m.Briefs = append(m.Briefs, then)
		if !then.When.Resolved() {
			m.Undated++
		}
		if then.Where == nil || then.Where.Point == nil {
			m.Unplaced++
		}
	}
	return m, not, nil
}

// spotsOf gathers incidents by where they are, as Store.Spots does.
func spotsOf(briefs []ascribe.Brief) []ascribe.Spot {
	type spot struct {
		at        ascribe.Point
		precision int
	}
	index := map[spot]int{}
	var out []ascribe.Spot
	for i := range briefs {
		b := &briefs[i]
		if b.Where == nil || b.Where.Point == nil {
			continue
		}
		key := spot{*b.Where.Point, b.Where.Precision}
		at, ok := index[key]
		if !ok {
			at = len(out)
			index[key] = at
			out = append(out, ascribe.Spot{Where: *b.Where})
		}
		x := &out[at]
		x.Incidents++
		if !b.When.Resolved() {
			x.Undated++
			continue
		}
		if x.First.IsZero() || b.When.From.Before(x.First) {
			x.First = b.When.From
		}
		if b.When.To.After(x.Last) {
			x.Last = b.When.To
		}
	}
	slices.SortStableFunc(out, func(a, b ascribe.Spot) int { return cmp.Compare(b.Incidents, a.Incidents) })
	return out
}

// spot is a row of the table.
func (v *visit) spot(x *ascribe.Spot) spotView {
	p := &x.Where
	out := spotView{
		Parts: placeParts(p), Precision: p.Precision, Nearness: capital(v.nearness(p)), Point: v.coordinates(p.Point),
		Incidents: x.Incidents, Undated: x.Undated, To: v.at(p),
	}
	if !x.First.IsZero() {
		out.Days = v.day(x.First)
		if !x.Last.Equal(x.First) {
			out.Days = v.t("date.title.range", out.Days, v.day(x.Last))
		}
	}
	return out
}

// at is the list of the incidents of the selection at one spot.
func (v *visit) at(p *ascribe.Place) string {
	q := v.chosenQuery()
	lat, lon := degrees(p.Point.Lat), degrees(p.Point.Lon)
	q.Set("within", strings.Join([]string{lat, lon, lat, lon}, ","))
	q.Set("where_prec", strconv.Itoa(p.Precision))
	return listed(v.base, q)
}

// degrees writes a coordinate so that it reads back as the same number.
func degrees(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }
