package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

func (a *API) routeIncidents(h huma.API) {
	on(a, h, route{
		ID: "incidents", Path: "/incidents", Group: "Incidents", Summary: "List the incidents, each with its documents, origins, date, place and toll", Scope: access.Read,
		About:   "As they stand now. `total` counts all that the selection is about, `undated` and `unplaced` those of them that a timeline or a map would leave out. `next`, and the Link of that name, lead to the next page; a page keeps its place when incidents are added.",
		Answers: []answer{{Status: 200, Schema: "api.incidents"}, notModified},
	}, a.incidents)
}

type incidentsInput struct {
	Conditional
	Selected
	Listed
}

// Listed is the part of a request that says how a list is given.
type Listed struct {
	Order string `query:"order" enum:"latest,news,changes,earliest" doc:"latest (by the day of the incident, the undated last), news (by its latest report), changes (by the ledger), earliest"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" doc:"of a page; 50 where it is not given"`
	After string `query:"after" doc:"the next of the page before"`
}

func (l *Listed) within(sel *ascribe.Selection) error {
	sel.Limit, sel.After = l.Limit, l.After
	if l.Order == "" {
		return nil
	}
	return sel.Order.UnmarshalText([]byte(l.Order))
}

// incidentsBody is a page of incidents.
type incidentsBody struct {
	Total     int               `json:"total"`
	Undated   int               `json:"undated"`
	Unplaced  int               `json:"unplaced"`
	Lines     int64             `json:"lines"` // of the ledger that the list holds
	Next      *string           `json:"next"`
	Incidents []json.RawMessage `json:"incidents"`
}

func (a *API) incidents(ctx context.Context, in *incidentsInput) (*reply, error) {
	page, records, err := a.page(ctx, &in.Selected, &in.Listed)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Incidents(&b, records); err != nil {
		return nil, err
	}
	out := incidentsBody{page.Total, page.Undated, page.Unplaced, page.Lines, nil, lines(b.Bytes())}
	if page.Next != "" {
		out.Next = &page.Next
	}
	r, err := value(out)
	if err != nil {
		return nil, err
	}
	if page.Next != "" {
		r.link("next", "/incidents", in.next(in.query(), page.Next))
	}
	r.link("alternate", "/incidents.atom", in.query())
	return r, nil
}

// next is the query of the page after.
func (l *Listed) next(q url.Values, after string) url.Values {
	q.Set("after", after)
	if l.Order != "" {
		q.Set("order", l.Order)
	}
	if l.Limit > 0 {
		q.Set("limit", strconv.Itoa(l.Limit))
	}
	return q
}

// page gives one page of a selection with its records.
func (a *API) page(ctx context.Context, s *Selected, l *Listed) (*ascribe.Page, []*ascribe.Record, error) {
	sel, err := s.selection()
	if err == nil {
		err = l.within(&sel)
	}
	if err != nil {
		return nil, nil, err
	}
	if err := a.catalogued(ctx); err != nil {
		return nil, nil, err
	}
	page, err := a.Store.Browse(ctx, sel)
	if err != nil {
		return nil, nil, err
	}
	records := make([]*ascribe.Record, 0, len(page.Briefs))
	for i := range page.Briefs {
		at, err := a.Store.Listed(ctx, page.Briefs[i].Incident)
		if ascribe.KindOf(err) == ascribe.NotFound && err != nil { // joined with another meanwhile
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		records = append(records, at.Record)
	}
	return page, records, nil
}
