package web

import (
	"net/http"
	"slices"

	"ascribe"
	"ascribe/publish"
)

// A sourcePage is what one outlet reports, and how that fared.
type sourcePage struct {
	Name     string
	Behind   int64
	Rows     []sourceRow
	Total    int
	All      string // its whole list
	Own      int    // of its reports in Rows: what entered the world with it
	Reprints int
	Lapsed   int
	Rated    []string // what people rated its words, each rating once
}

// A sourceRow is one incident as the outlet reports it.
type sourceRow struct {
	briefView
	Reports []reportFate
}

// A reportFate is one report and what became of it.
type reportFate struct {
	To, When, Headline string
	Of                 string // whose reporting it is, where that is another's
	Lapsed             string
	Figures            []figureFate
	Positions          []standBrief
}

// A figureFate is a number of killed that the report gives, beside what is held now.
type figureFate struct {
	Gave, Now string
	Same      bool
}

// mostSourced is how many incidents the page of a source goes through.
const mostSourced = 50

// source answers with what an outlet reports.
func (s *Server) source(v *visit) error {
	outlet := ascribe.OutletID(v.r.PathValue("outlet"))
	out := &sourcePage{Name: visible(string(outlet)), All: v.only("outlet", string(outlet))}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	list, err := s.Store.Browse(v.r.Context(), ascribe.Selection{Outlet: outlet, Order: ascribe.NewsFirst, Limit: mostSourced})
	if err != nil {
		return err
	}
	if list.Total == 0 {
		return v.listedBy(out.Behind, "error.nosource", out.Name)
	}
	out.Total = list.Total
	for i := range list.Briefs {
		r, err := s.record(v, v.pins, string(list.Briefs[i].Incident))
		if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
			continue // it did not stand then
		}
		if err != nil {
			return err
		}
		then := publish.Brief(r)
		out.add(v, newSheet(v, r), &then, outlet)
	}
	slices.Sort(out.Rated)
	out.Rated = slices.Compact(out.Rated)
	return s.show(v, http.StatusOK, "source.html", page{Title: out.Name, Here: "sources", Body: out})
}

// add enters one incident with the reports of the outlet.
func (p *sourcePage) add(v *visit, b *sheet, then *ascribe.Brief, outlet ascribe.OutletID) {
	row := sourceRow{briefView: v.brief(then)}
	for i := range b.p.Documents {
		d := &b.p.Documents[i]
		for j := range d.Appearances {
			if a := &d.Appearances[j]; a.Outlet == outlet {
				row.Reports = append(row.Reports, p.report(b, d, a))
			}
		}
	}
	for _, c := range b.cites {
		if rated := admiralty(c.Rated); c.Appearance.Outlet == outlet && rated != "" {
			p.Rated = append(p.Rated, rated)
		}
	}
	if len(row.Reports) > 0 {
		p.Rows = append(p.Rows, row)
	}
}

// report says what became of one report.
func (p *sourcePage) report(b *sheet, d *ascribe.Telling, a *ascribe.Appearance) reportFate {
	out := reportFate{To: b.to("articles", d.Document.String()), When: b.published(a), Headline: visible(a.Headline), Lapsed: b.lapse(d.Lapsed)}
	p.Own++
	for i := range b.p.Origins {
		o := &b.p.Origins[i]
		if o.ID == d.Origin && len(o.Documents) > 1 && o.Documents[0] != d.Document {
			out.Of = visible(o.Name)
			if first := b.outlets[o.Documents[0]]; out.Of == "" && first != nil {
				out.Of = b.outlet(first)
			}
			p.Own--
			p.Reprints++
		}
	}
	if d.Lapsed != nil {
		p.Lapsed++
	}
	for i := range b.p.Tolls {
		t := &b.p.Tolls[i]
		if t.Harm != ascribe.Killed {
			continue
		}
		for _, x := range t.Course {
			if c := b.p.Cited[x.Toll.Statement]; c.Statement.Anchor.Document == d.Document && !x.Toll.Part && !x.Toll.Attackers {
				out.Figures = append(out.Figures, figureFate{b.figure(x.Toll.Figure), b.figure(t.Figure), x.Toll.Figure.Best == t.Figure.Best && t.Figure.Best != ascribe.Unknown})
			}
		}
	}
	out.Figures = slices.Compact(out.Figures)
	for i := range b.p.Matrix {
		c := &b.p.Matrix[i]
		if slices.ContainsFunc(c.Support.Statements, func(id ascribe.StatementID) bool { return b.p.Cited[id].Statement.Anchor.Document == d.Document }) {
			stand := standBrief{Actor: b.actor(c.Actor), Position: c.Position, Origins: visible(c.Source)}
			if c.Source == "" || isPrivateVoice(c.Role) {
				stand.Origins = b.word("role", c.Role)
			}
			out.Positions = append(out.Positions, stand)
		}
	}
	return out
}
