package web

import (
	"net/http"

	"ascribe"
)

// An overviewPage is where a desk begins its day: what is new, what changed, what
// is contested, which sources are silent.
type overviewPage struct {
	Behind  int64
	Total   int
	Undated namedLink
	Unplace namedLink
	Lines   int
	News    []briefView
	Changes []briefView
	Contest []briefView
	Silent  []outletView
	To      overviewLinks
}

// overviewLinks lead to the whole of each part.
type overviewLinks struct{ News, Changes, Contested, Sources string }

// mostNew is how many incidents each part of the overview lists.
const mostNew = 6

// overview answers with what a desk begins its day with.
func (s *Server) overview(v *visit) error {
	out := &overviewPage{To: overviewLinks{v.only("order", "news"), v.only("order", "changes"), v.only("contested", "yes"), v.to("sources")}}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	yes := true
	for _, part := range []struct {
		to  *[]briefView
		sel ascribe.Selection
	}{
		{&out.News, ascribe.Selection{Order: ascribe.NewsFirst}},
		{&out.Changes, ascribe.Selection{Order: ascribe.ChangesFirst}},
		{&out.Contest, ascribe.Selection{Order: ascribe.NewsFirst, Contested: &yes}},
	} {
		part.sel.Limit = mostNew
		page, err := s.Store.Browse(v.r.Context(), part.sel)
		if err != nil {
			return err
		}
		if part.to == &out.News {
			out.Total, out.Lines = page.Total, int(page.Lines)
			out.Undated = namedLink{v.only("dated", "no"), v.n("list.undated", page.Undated)}
			out.Unplace = namedLink{v.only("placed", "no"), v.n("list.unplaced", page.Unplaced)}
		}
		list := incidentsPage{Page: page}
		if err := s.briefs(v, &list); err != nil {
			return err
		}
		*part.to = list.Rows
	}
	if out.Silent, err = s.silent(v); err != nil {
		return err
	}
	return s.show(v, http.StatusOK, "overview.html", page{Title: v.t("nav.overview"), Here: "overview", Body: out})
}
