// Package pipeline is the straight line: read, extract, reconcile, append.
// Review and publish start from the ledger that it leaves behind.
package pipeline

import (
	"context"
	"iter"

	"ascribe"
	"ascribe/extract"
	"ascribe/read"
)

// Pipeline takes articles through the stages into a store. It is used from one
// goroutine at a time.
type Pipeline struct {
	Store     ascribe.Store
	Extractor Extractor
	Progress  func(Result) // told after every batch; may be nil

	profiles cache
}

// Extractor reads documents. It is used from several goroutines at once.
type Extractor interface {
	Engine() string
	Read(doc *ascribe.Document, seen ascribe.Appearance) *ascribe.Reading
}

var _ Extractor = (*extract.Extractor)(nil)

// Result tells what became of the articles.
type Result struct {
	Added  int     // appearances that are new in the store
	Known  int     // articles that were there already
	Failed []error // why the others could not be read; their bytes are kept
	Left   int     // documents that a reread has still before it
}

// Done returns the number of articles dealt with.
func (r Result) Done() int { return r.Added + r.Known + len(r.Failed) }

// batchSize is how many articles are committed together.
const batchSize = 32

// Add takes articles into the store, in order. What has been appended stays when
// a run is cut short, and running it again takes up the rest: an article that
// is there changes nothing. The error is of the store or the context; an article
// that cannot be read is a failure in the result.
func (p *Pipeline) Add(ctx context.Context, articles iter.Seq[read.Article]) (Result, error) {
	var done Result
	for group := range chunks(articles, batchSize) {
		b := &batch{Pipeline: p, engine: p.Extractor.Engine()}
		if err := b.archive(ctx, group); err != nil {
			return done, err
		}
		if err := b.recall(ctx); err != nil {
			return done, err
		}
		b.extract()
		if err := b.reconcile(ctx); err != nil {
			return done, err
		}
		lines, err := p.Store.Append(ctx, b.entries...)
		if err != nil {
			return done, err
		}
		b.count(&done, lines)
		if p.Progress != nil {
			p.Progress(done)
		}
	}
	return done, ctx.Err()
}

// chunks cuts a sequence into groups of at most n.
func chunks[T any](all iter.Seq[T], n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var group []T
		for v := range all {
			if group = append(group, v); len(group) == n {
				if !yield(group) {
					return
				}
				group = nil
			}
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}
