package api

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"ascribe/internal/access"
	"ascribe/publish"
)

func (a *API) routeSearch(h huma.API) {
	on(a, h, route{
		ID: "search", Path: "/search", Group: "Archive", Summary: "Find archived articles by their words", Scope: access.Desk,
		About:   "The best first. The words are the article's own, with all names in them.",
		Answers: []answer{{Status: 200, Schema: "api.hits"}, notModified},
	}, a.search)
}

type searchInput struct {
	Conditional
	Words string `query:"q" required:"true" minLength:"1" maxLength:"1000" doc:"words of the article"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"how many at most"`
}

type hitsBody struct {
	Hits []json.RawMessage `json:"hits"`
}

func (a *API) search(ctx context.Context, in *searchInput) (*reply, error) {
	hits, err := a.Store.Search(ctx, in.Words, in.Limit)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Hits(&b, hits); err != nil {
		return nil, err
	}
	return value(hitsBody{lines(b.Bytes())})
}
