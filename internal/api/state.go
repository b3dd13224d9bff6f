package api

import (
	"context"
	"sync"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/reconcile"
)

// states keeps the folds of the whole ledger that were asked for last.
type states struct {
	mu   sync.Mutex
	kept []folded
}

// A folded ledger is what stands within pins in so many lines.
type folded struct {
	pins  ascribe.Pins
	lines int64
	state *reconcile.State
}

// mostStates is how many folds are kept: the present, and the two of a comparison.
const mostStates = 3

// state folds the ledger within pins. Who asks while it is folded waits for it.
func (a *API) state(ctx context.Context, pins ascribe.Pins) (*reconcile.State, error) {
	a.states.mu.Lock()
	defer a.states.mu.Unlock()
	head, err := a.Store.Head(ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range a.states.kept {
		if k.pins == pins && k.lines == head.Size {
			return k.state, nil
		}
	}
	text := func(id ascribe.DocumentID) (*ascribe.Document, error) { return a.Store.Document(ctx, id) }
	s, err := reconcile.Fold(a.Store.Lines(ctx, ascribe.Query{KnownAt: pins.KnownAt}), text, pins)
	if err != nil {
		return nil, err
	}
	a.states.kept = append([]folded{{pins, head.Size, s}}, a.states.kept[:min(len(a.states.kept), mostStates-1)]...)
	return s, nil
}

// catalogued brings the catalogue up to the ledger.
func (a *API) catalogued(ctx context.Context) error {
	a.folding.Lock()
	defer a.folding.Unlock()
	c := &pipeline.Cataloguer{Store: a.Store}
	return c.Update(ctx)
}
