package main

import (
	"context"
	"log"
	"net/http"
	"sync"

	"ascribe/internal/access"
	"ascribe/internal/api"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
)

// programs wires the API over a store. What closes it ends the child process that
// reads hostile formats.
func (a *app) programs(store *sqlite.Store, trust bool) (http.Handler, func() error, error) {
	box := newBox()
	line := sync.OnceValues(func() (*pipeline.Pipeline, error) { // loaded for who adds
		x, err := a.extractor()
		return &pipeline.Pipeline{Store: store, Extractor: x}, err
	})
	open := []access.Scope{access.Read, access.Desk}
	if trust {
		open = append(open, access.Write, access.Review)
	}
	h, err := api.New(api.Config{
		Store: store, Generator: "ascribe " + version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0),
		Tokens: store, Requests: store, Open: open, Actors: a.actorsAt, Place: a.place,
		Add: func(ctx context.Context, in read.Input) (pipeline.Result, error) {
			p, err := line()
			if err != nil {
				return pipeline.Result{}, err
			}
			return p.Add(ctx, box.Articles(ctx, in))
		},
	})
	return h, box.Close, err
}
