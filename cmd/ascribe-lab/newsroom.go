package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"ascribe/bench"
	"ascribe/bench/measure"
	"ascribe/bench/origins"
	"ascribe/extract"
	"ascribe/internal/sqlite"
)

// measureNewsroom takes the invented newsroom through the whole line, into a
// store that is thrown away.
func measureNewsroom(_ string, _ *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	n, articles, err := bench.OpenNewsroom(newsroomFolder)
	if err != nil {
		return nil, fmt.Errorf("run this at the root of the project: %w", err)
	}
	x, err := bench.InventedReader(newsroomFolder)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "newsroom")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(dir, "newsroom.db"))
	if err != nil {
		return nil, err
	}
	defer store.Close()
	r, err := n.Line(ctx, store, x, articles)
	if err != nil {
		return nil, err
	}
	progress("newsroom", len(articles), len(articles))
	return r.Rows(), nil
}

// wireFolder holds the places of the invented wire.
const wireFolder = "bench/origins"

// measureOrigins takes the invented wire through the line.
func measureOrigins(_ string, _ *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	x, err := bench.InventedReader(wireFolder)
	if err != nil {
		return nil, err
	}
	return origins.Measure(x, progress)
}
