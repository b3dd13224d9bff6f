package main

import (
	"context"
	"log"
	"sync"
	"time"

	"ascribe/internal/access"
	"ascribe/internal/api"
	"ascribe/internal/fetch"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
)

// A door is where programs come to a store, and what is open to them without a token.
type door struct {
	origin, under string // see api.Config
	open          []access.Scope
}

// programs wires the API over a store. What closes it ends the child process that
// reads hostile formats.
func (a *app) programs(store *sqlite.Store, d door) (*api.API, func() error, error) {
	box := newBox()
	line := sync.OnceValues(func() (*pipeline.Pipeline, error) { // loaded for who adds
		x, err := a.extractor()
		return &pipeline.Pipeline{Store: store, Extractor: x}, err
	})
	p, err := api.New(api.Config{
		Store: store, Generator: "ascribe " + version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0),
		Tokens: store, Requests: store, Webhooks: store, Open: d.open, Origin: d.origin, Under: d.under, Actors: a.actorsAt, Place: a.place,
		Post: fetch.NewSender(fetch.Tries{Most: 3, First: time.Second, Longest: 4 * time.Second}).Post,
		Add: func(ctx context.Context, in read.Input) (pipeline.Result, error) {
			l, err := line()
			if err != nil {
				return pipeline.Result{}, err
			}
			return l.Add(ctx, box.Articles(ctx, in))
		},
	})
	return p, box.Close, err
}
