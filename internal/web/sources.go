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
	under   bool // a new count is under way
}

// outlets lists the outlets that report most, each with its latest report. Where the
// catalogue has grown since they were counted they are counted again behind the scene.
func (s *Server) outlets(v *visit) ([]outletView, error) {
	lines, _, err := s.Store.Catalogued(v.r.Context())
	if err != nil {
		return nil, err
	}
	c := &s.counted
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.outlets == nil:
		if c.outlets, err = s.countOutlets(v.r.Context()); err != nil {
			return nil, err
		}
		c.lines = lines
	case c.lines != lines && !c.under:
		c.under = true
		go s.recount(lines)
	}
	return v.outletViews(c.outlets), nil
}

// recount counts the outlets as of a number of lines.
func (s *Server) recount(lines int64) {
	out, err := s.countOutlets(s.fold.run)
	c := &s.counted
	c.mu.Lock()
	defer c.mu.Unlock()
	c.under = false
	if err == nil {
		c.outlets, c.lines = out, lines
	} else if s.fold.run.Err() == nil {
		s.Log.Printf("counting the outlets: %v", err)
	}
}

// countOutlets looks up the outlets that report most.
func (s *Server) countOutlets(ctx context.Context) ([]outletCount, error) {
	all, err := s.Store.Tally(ctx, ascribe.Selection{}, ascribe.ByOutlet, mostOutlets)
	if err != nil {
		return nil, err
	}
	met := reportTimes{}
	out := make([]outletCount, len(all))
	for i, x := range all {
		at, err := s.lastReport(ctx, ascribe.OutletID(x.Value), met)
		if err != nil {
			return nil, err
		}
		out[i] = outletCount{x, at}
	}
	return out, nil
}

// reportTimes are the latest reports of incidents, by outlet.
type reportTimes map[ascribe.IncidentID]map[ascribe.OutletID]time.Time

// of looks up the latest reports of an incident.
func (t reportTimes) of(ctx context.Context, store ascribe.Catalogue, id ascribe.IncidentID) (map[ascribe.OutletID]time.Time, error) {
	if known := t[id]; known != nil {
		return known, nil
	}
	l, err := store.Listed(ctx, id)
	if err != nil {
		return nil, err
	}
	t[id] = map[ascribe.OutletID]time.Time{}
	for _, d := range l.Record.Documents {
		for _, a := range d.Appearances {
			if a.Published.Time.After(t[id][a.Outlet]) {
				t[id][a.Outlet] = a.Published.Time
			}
		}
	}
	return t[id], nil
}

// lastReport is when an outlet last reported an incident: no other incident of it can
// have a later report than the latest of any outlet on that one.
func (s *Server) lastReport(ctx context.Context, outlet ascribe.OutletID, met reportTimes) (last time.Time, err error) {
	sel := ascribe.Selection{Outlet: outlet, Order: ascribe.NewsFirst, Limit: 20}
	for {
		page, err := s.Store.Browse(ctx, sel)
		if err != nil {
			return last, err
		}
		for i := range page.Briefs {
			b := &page.Briefs[i]
			if !b.Last.After(last) {
				return last, nil
			}
			times, err := met.of(ctx, s.Store, b.Incident)
			if err != nil {
				return last, err
			}
			if times[outlet].After(last) {
				last = times[outlet]
			}
		}
		if page.Next == "" {
			return last, nil
		}
		sel.After = page.Next
	}
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
