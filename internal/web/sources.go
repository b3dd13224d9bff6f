package web

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"time"

	"ascribe"
)

// A sourcesPage lists who printed the reports, and who is cited for a position.
type sourcesPage struct {
	Behind  int64
	Outlets []outletView
	Voices  []voiceCount
}

// An outletView is an outlet with how much it reports, and when it did last.
type outletView struct {
	Name, To  string
	Incidents int
	Last      string // its latest report of an incident
	Days      int    // by which that lies before the latest report of any outlet
	at        time.Time
}

// A voiceCount is one who takes positions.
type voiceCount struct {
	Name, To  string
	Incidents int
}

// mostOutlets is how many outlets are looked at, those that report most.
const mostOutlets = 40

// sources answers with the outlets and the voices.
func (s *Server) sources(v *visit) error {
	out := &sourcesPage{}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	if out.Outlets, err = s.outlets(v); err != nil {
		return err
	}
	voices, err := s.Store.Tally(v.r.Context(), ascribe.Selection{}, ascribe.BySource, mostOptions)
	if err != nil {
		return err
	}
	for _, x := range voices {
		out.Voices = append(out.Voices, voiceCount{visible(x.Name), v.only("source", x.Value), x.Incidents})
	}
	return s.show(v, http.StatusOK, "sources.html", page{Title: v.t("nav.sources"), Here: "sources", Body: out})
}

// An outletCount is an outlet with its latest report.
type outletCount struct {
	ascribe.Tallied
	at time.Time
}

// counted are the outlets as of a number of lines of the ledger.
type counted struct {
	mu      sync.Mutex
	lines   int64
	outlets []outletCount
}

// outlets lists the outlets that report most, each with its latest report; it looks
// again when the catalogue has grown.
func (s *Server) outlets(v *visit) ([]outletView, error) {
	s.counted.mu.Lock()
	defer s.counted.mu.Unlock()
	lines, _, err := s.Store.Catalogued(v.r.Context())
	if err != nil {
		return nil, err
	}
	if lines != s.counted.lines || s.counted.outlets == nil {
		if s.counted.outlets, err = s.countOutlets(v.r.Context()); err != nil {
			return nil, err
		}
		s.counted.lines = lines
	}
	return v.outletViews(s.counted.outlets), nil
}

// countOutlets looks up the outlets that report most.
func (s *Server) countOutlets(ctx context.Context) ([]outletCount, error) {
	all, err := s.Store.Tally(ctx, ascribe.Selection{}, ascribe.ByOutlet, mostOutlets)
	if err != nil {
		return nil, err
	}
	var out []outletCount
	for _, x := range all {
		at, err := s.lastReport(ctx, ascribe.OutletID(x.Value))
		if err != nil {
			return nil, err
		}
		out = append(out, outletCount{x, at})
	}
	return out, nil
}

// outletViews says of each outlet when it last reported.
func (v *visit) outletViews(all []outletCount) []outletView {
	var latest time.Time
	for _, x := range all {
		if x.at.After(latest) {
			latest = x.at
		}
	}
	var out []outletView
	for _, x := range all {
		o := outletView{Name: visible(x.Name), To: v.to("sources", x.Value), Incidents: x.Incidents, Last: v.t("date.unpublished"), at: x.at}
		if !x.at.IsZero() {
			o.Last, o.Days = v.moment(x.at), int(latest.Sub(x.at).Hours()/24)
		}
		out = append(out, o)
	}
	return out
}

// lastReport is when an outlet last reported the incident of its latest news.
func (s *Server) lastReport(ctx context.Context, outlet ascribe.OutletID) (time.Time, error) {
	var last time.Time
	page, err := s.Store.Browse(ctx, ascribe.Selection{Outlet: outlet, Order: ascribe.NewsFirst, Limit: 3})
	if err != nil {
		return last, err
	}
	for i := range page.Briefs {
		l, err := s.Store.Listed(ctx, page.Briefs[i].Incident)
		if err != nil {
			return last, err
		}
		for _, d := range l.Record.Documents {
			for _, a := range d.Appearances {
				if a.Outlet == outlet && a.Published.Time.After(last) {
					last = a.Published.Time
				}
			}
		}
	}
	return last, nil
}

// silentAfter is how many days behind the others an outlet is called silent.
const silentAfter = 3

// silent lists the outlets that have not reported an incident for days in which
// others did, the longest silent first.
func (s *Server) silent(v *visit) ([]outletView, error) {
	all, err := s.outlets(v)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(o outletView) bool { return o.at.IsZero() || o.Days < silentAfter })
	slices.SortStableFunc(all, func(a, b outletView) int { return a.at.Compare(b.at) })
	return all, nil
}
