package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
)

func (a *API) routeTallies(h huma.API) {
	on(a, h, route{
		ID: "tallies", Path: "/tallies", Group: "Incidents", Summary: "Count the incidents of a selection by one of their values", Scope: access.Read,
		Answers: []answer{{Status: 200, Schema: "api.tallies"}, notModified},
	}, a.tallies)
}

type talliesInput struct {
	Conditional
	Selected
	By  string `query:"by" required:"true" enum:"country,type,actor,position,source,outlet" doc:"the value"`
	Max int    `query:"max" minimum:"1" maximum:"1000" default:"50" doc:"how many values, the most frequent first"`
}

// tallied is a value and how many incidents have it.
type tallied struct {
	Value     string `json:"value"`
	Name      string `json:"name"`
	Incidents int    `json:"incidents"`
}

type talliesBody struct {
	By     string    `json:"by"`
	Values []tallied `json:"values"`
}

// facets are the values by which incidents are counted.
var facets = []ascribe.Facet{ascribe.ByCountry, ascribe.ByType, ascribe.ByActor, ascribe.ByPosition, ascribe.BySource, ascribe.ByOutlet}

func (a *API) tallies(ctx context.Context, in *talliesInput) (*reply, error) {
	sel, err := in.selection()
	if err != nil {
		return nil, err
	}
	if err := a.catalogued(ctx); err != nil {
		return nil, err
	}
	out := talliesBody{in.By, []tallied{}}
	for _, f := range facets {
		if f.String() != in.By {
			continue
		}
		found, err := a.Store.Tally(ctx, sel, f, in.Max)
		if err != nil {
			return nil, err
		}
		for _, t := range found {
			out.Values = append(out.Values, tallied(t))
		}
	}
	return value(out)
}
