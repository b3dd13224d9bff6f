package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"ascribe"
	"ascribe/internal/sqlite"
	"ascribe/reconcile"
)

// existence says whether a command may make a store.
type existence bool

const (
	mayCreate existence = false
	mustExist existence = true
)

// store opens the store that --db names.
func (a *app) store(ctx context.Context, must existence) (*sqlite.Store, error) {
	if strings.Contains(a.db, "://") {
		return nil, usageError{fmt.Errorf("--db %s: this version keeps its store in a file; give a path", a.db)}
	}
	if must {
		if _, err := os.Stat(a.db); errors.Is(err, fs.ErrNotExist) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "there is no store at %s", a.db),
				"make one with ascribe add, or name another with --db")
		}
	}
	return sqlite.Open(ctx, a.db)
}

// A view is a store and what stands in it within two pins.
type view struct {
	store *sqlite.Store
	state *reconcile.State
	pins  ascribe.Pins
}

// view opens the store and folds it. The caller closes the store.
func (a *app) view(ctx context.Context, flags *pinFlags) (*view, error) {
	pins, err := flags.pins()
	if err != nil {
		return nil, err
	}
	store, err := a.store(ctx, mustExist)
	if err != nil {
		return nil, err
	}
	state, err := fold(ctx, store, pins)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return &view{store, state, pins}, nil
}

// fold computes what stands in a store within the pins.
func fold(ctx context.Context, store ascribe.Store, pins ascribe.Pins) (*reconcile.State, error) {
	return reconcile.Fold(store.Lines(ctx, ascribe.Query{KnownAt: pins.KnownAt}), documents(ctx, store), pins)
}

// documents returns the documents of a store by their ids.
func documents(ctx context.Context, store ascribe.Store) func(ascribe.DocumentID) (*ascribe.Document, error) {
	return func(id ascribe.DocumentID) (*ascribe.Document, error) { return store.Document(ctx, id) }
}
