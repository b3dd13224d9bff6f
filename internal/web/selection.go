package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"ascribe"
)

// A filter is one field of a selection, as it stands in an address.
type filter struct {
	name string
	set  func(sel *ascribe.Selection, value string) bool // false for what it cannot be
}

// filters are the fields of a selection that an address may hold.
var filters = []filter{
	{"q", func(s *ascribe.Selection, v string) bool { s.Words = v; return true }},
	{"from", func(s *ascribe.Selection, v string) (ok bool) { s.From, ok = dayIn(v); return ok }},
	{"to", func(s *ascribe.Selection, v string) (ok bool) { s.To, ok = dayIn(v); return ok }},
	{"country", func(s *ascribe.Selection, v string) bool { s.Country = v; return true }},
	{"type", func(s *ascribe.Selection, v string) bool {
		s.Type = new(ascribe.IncidentType)
		return s.Type.UnmarshalText([]byte(v)) == nil
	}},
	{"actor", func(s *ascribe.Selection, v string) bool { s.Actor = ascribe.ActorID(v); return true }},
	{"position", func(s *ascribe.Selection, v string) bool {
		s.Position = new(ascribe.Position)
		return s.Position.UnmarshalText([]byte(v)) == nil
	}},
	{"source", func(s *ascribe.Selection, v string) bool { s.Source = v; return true }},
	{"outlet", func(s *ascribe.Selection, v string) bool { s.Outlet = ascribe.OutletID(v); return true }},
	{"origins", func(s *ascribe.Selection, v string) bool {
		n, err := strconv.Atoi(v)
		s.Origins = n
		return err == nil && n >= 0 && n <= 1000
	}},
	{"within", func(s *ascribe.Selection, v string) (ok bool) { s.Within, ok = boxIn(v); return ok }},
	{"where_prec", func(s *ascribe.Selection, v string) bool {
		n, err := strconv.Atoi(v)
		s.Precision = &n
		return err == nil && n >= 0 && n <= ascribe.Offshore
	}},
	{"contested", func(s *ascribe.Selection, v string) bool { return yesOrNo(&s.Contested, v) }},
	{"decided", func(s *ascribe.Selection, v string) bool { return yesOrNo(&s.Decided, v) }},
	{"withdrawn", func(s *ascribe.Selection, v string) bool { return yesOrNo(&s.Withdrawn, v) }},
	{"dated", func(s *ascribe.Selection, v string) bool { return yesOrNo(&s.Dated, v) }},
	{"placed", func(s *ascribe.Selection, v string) bool { return yesOrNo(&s.Placed, v) }},
	{"order", func(s *ascribe.Selection, v string) bool { return s.Order.UnmarshalText([]byte(v)) == nil }},
	{"after", func(s *ascribe.Selection, v string) bool { s.After = v; return true }},
}

func dayIn(v string) (time.Time, bool) {
	at, err := time.Parse(time.DateOnly, v)
	return at, err == nil
}

// boxIn reads a part of the map: its south, west, north and east edge, in degrees.
func boxIn(v string) (*ascribe.Box, bool) {
	var d [4]float64
	parts := strings.Split(v, ",")
	for i, p := range parts {
		n, err := strconv.ParseFloat(p, 64)
		if err != nil || len(parts) != len(d) || n < -180 || n > 180 {
			return nil, false
		}
		d[i] = n
	}
	return &ascribe.Box{South: d[0], West: d[1], North: d[2], East: d[3]}, d[0] <= d[2]
}

func yesOrNo(to **bool, v string) bool {
	yes := v == "yes"
	*to = &yes
	return yes || v == "no"
}

// selection reads the fields of an address. One that it does not know, or that
// cannot be, is an error of who asks.
func (v *visit) selection() (ascribe.Selection, error) {
	var sel ascribe.Selection
	for name, values := range v.r.URL.Query() {
		if name == asOfField || name == knownAtField {
			continue
		}
		i := slices.IndexFunc(filters, func(f filter) bool { return f.name == name })
		if i < 0 {
			return sel, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("filter.unknown", visible(name))), v.t("filter.hint"))
		}
		if value := strings.TrimSpace(values[0]); value != "" && !filters[i].set(&sel, value) {
			return sel, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("filter.wrong", visible(value), name)), v.t("filter.hint"))
		}
	}
	return sel, nil
}

// with is the address of the list with one field set, from its first page; an empty
// value takes the field out.
func (v *visit) with(name, value string) string {
	q := v.chosenQuery()
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	return listed(v.base, q)
}

// chosenQuery is what a list is chosen by in the address of a visit.
func (v *visit) chosenQuery() url.Values {
	q := v.r.URL.Query()
	q.Del("after")
	for key := range q {
		if q.Get(key) == "" {
			q.Del(key)
		}
	}
	return q
}

// only is the address of the list with one field and nothing else of a selection.
func (v *visit) only(name, value string) string {
	q := url.Values{name: {value}}
	for _, pin := range []string{asOfField, knownAtField} {
		if s := v.r.URL.Query().Get(pin); s != "" {
			q.Set(pin, s)
		}
	}
	return listed(v.base, q)
}

// listed is the address of the list of incidents with some fields.
func listed(base string, q url.Values) string {
	if len(q) == 0 {
		return base + "/incidents"
	}
	return base + "/incidents?" + q.Encode()
}
