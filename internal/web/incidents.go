package web

import (
	"bytes"
	"net/http"
	"net/url"

	"ascribe"
	"ascribe/publish"
)

// An incidentsPage is a part of the list of incidents, with what it was chosen by.
type incidentsPage struct {
	Rows     []briefView
	Page     *ascribe.Page
	Undated  string // the list of those alone
	Unplaced string
	Next     string
	First    string // the first page, where this is a later one
	Behind   int64  // lines of the ledger that the list lacks
	Not      []namedLink
	Chosen   chosen
	Map      string // the same incidents on a map
}

// chosen is what a list is chosen by, as its form shows it.
type chosen struct {
	Action string
	Fields []field
	Days   [2]string
	Words  string
	Within string // a part of the map
	Clear  string
	Given  bool // something was chosen
}

// A namedLink leads somewhere under a name.
type namedLink struct{ To, Name string }

// A field is a choice among values, with how many incidents have each.
type field struct {
	Name, Label string
	Options     []option
}

// An option is one value of a field.
type option struct {
	Value, Label string
	Chosen       bool
}

// mostOptions is how many values a field offers.
const mostOptions = 60

// incidents answers with the incidents that an address is about.
func (s *Server) incidents(v *visit) error {
	sel, err := v.selection()
	if err != nil {
		return err
	}
	out := &incidentsPage{Map: v.base + "/map" + rawQuery(v.r.URL)}
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	if out.Page, err = s.Store.Browse(v.r.Context(), sel); err != nil {
		return err
	}
	if err := s.briefs(v, out); err != nil {
		return err
	}
	out.Undated, out.Unplaced = v.with("dated", "no"), v.with("placed", "no")
	if out.Page.Next != "" {
		q := v.r.URL.Query()
		q.Set("after", out.Page.Next)
		out.Next = listed(v.base, q)
	}
	if sel.After != "" {
		out.First = v.with("after", "")
	}
	if out.Chosen, err = s.chosen(v, sel); err != nil {
		return err
	}
	return s.show(v, http.StatusOK, "incidents.html", page{
		Title: v.t("nav.incidents"), Here: "incidents", Twin: v.base + "/incidents.json" + rawQuery(v.r.URL), Body: out,
	})
}

// chosen is the form of what a list is chosen by, for the page of a visit.
func (s *Server) chosen(v *visit, sel ascribe.Selection) (chosen, error) {
	q := v.r.URL.Query()
	out := chosen{Action: v.r.URL.Path, Words: sel.Words, Days: [2]string{q.Get("from"), q.Get("to")}, Within: q.Get("within"), Clear: v.r.URL.Path + v.query()}
	for name, values := range q {
		out.Given = out.Given || name != asOfField && name != knownAtField && values[0] != ""
	}
	var err error
	out.Fields, err = s.fields(v, sel)
	return out, err
}

// rawQuery is what follows the path of an address.
func rawQuery(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	return "?" + u.RawQuery
}

// briefs writes the lines of a page. The catalogue knows what stands now: within
// other pins each line is made from the record as it was, and those that did not
// stand then are named.
func (s *Server) briefs(v *visit, out *incidentsPage) error {
	for i := range out.Page.Briefs {
		b := &out.Page.Briefs[i]
		if v.pins != (ascribe.Pins{}) {
			r, err := s.record(v, v.pins, string(b.Incident))
			if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
				out.Not = append(out.Not, namedLink{v.base + "/incidents/" + string(b.Incident), v.brief(b).Title})
				continue
			}
			if err != nil {
				return err
			}
			then := publish.Brief(r)
			b = &then
		}
		out.Rows = append(out.Rows, v.brief(b))
	}
	return nil
}

// fields offers the values that the incidents of a selection have.
func (s *Server) fields(v *visit, sel ascribe.Selection) ([]field, error) {
	q := v.r.URL.Query()
	var out []field
	for _, by := range []ascribe.Facet{ascribe.ByCountry, ascribe.ByType, ascribe.ByActor, ascribe.ByPosition, ascribe.BySource, ascribe.ByOutlet} {
		name := by.String()
		values, err := s.Store.Tally(v.r.Context(), without(sel, by), by, mostOptions)
		if err != nil {
			return nil, err
		}
		f := field{Name: name, Label: v.t("filter." + name)}
		found := q.Get(name) == ""
		for _, x := range values {
			label := visible(x.Name)
			if by == ascribe.ByType || by == ascribe.ByPosition {
				label = v.t(name + "." + x.Value)
			}
			f.Options = append(f.Options, option{x.Value, v.t("filter.counted", label, x.Incidents), q.Get(name) == x.Value})
			found = found || q.Get(name) == x.Value
		}
		if !found { // what was chosen and has no incident stays chosen
			f.Options = append(f.Options, option{q.Get(name), v.t("filter.counted", visible(q.Get(name)), 0), true})
		}
		out = append(out, f)
	}
	for _, name := range []string{"contested", "decided", "withdrawn"} {
		f := field{Name: name, Label: v.t("filter." + name)}
		for _, value := range []string{"yes", "no"} {
			f.Options = append(f.Options, option{value, v.t("filter." + value), q.Get(name) == value})
		}
		out = append(out, f)
	}
	f := field{Name: "order", Label: v.t("filter.order")}
	for o := ascribe.LatestFirst; o.String() != ""; o++ {
		f.Options = append(f.Options, option{o.String(), v.word("order", o), q.Get("order") == o.String()})
	}
	return append(out, f), nil
}

// without is a selection without one field, so that what else could be chosen for it
// is counted.
func without(sel ascribe.Selection, by ascribe.Facet) ascribe.Selection {
	sel.After = ""
	switch by {
	case ascribe.ByCountry:
		sel.Country = ""
	case ascribe.ByType:
		sel.Type = nil
	case ascribe.ByActor:
		sel.Actor = ""
	case ascribe.ByPosition:
		sel.Position = nil
	case ascribe.BySource:
		sel.Source = ""
	case ascribe.ByOutlet:
		sel.Outlet = ""
	}
	return sel
}

// incidentLines answers with the same incidents as JSON Lines.
func (s *Server) incidentLines(v *visit) error {
	sel, err := v.selection()
	if err != nil {
		return err
	}
	if _, err := s.fold.update(v.r.Context()); err != nil {
		return err
	}
	list, err := s.Store.Browse(v.r.Context(), sel)
	if err != nil {
		return err
	}
	var records []*ascribe.Record
	for i := range list.Briefs {
		r, err := s.record(v, v.pins, string(list.Briefs[i].Incident))
		if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
			continue // it did not stand then
		}
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	return v.json(func(b *bytes.Buffer) error { return publish.Incidents(b, records) })
}
