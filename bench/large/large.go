// Package large measures a store of many articles: what adding one more costs, and
// how long the record of an incident takes. The articles are the invented wire of
// bench/origins, taken through the whole line, and copies of them.
package large

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"ascribe"
	"ascribe/bench/origins"
	"ascribe/pipeline"
	"ascribe/read"
)

// seed is the set's.
const seed = 100

// own is how many incidents' articles go through the whole line.
const own = 230

// A Case is a store that grows, and what reads its articles.
type Case struct {
	Store     ascribe.Store
	Extractor pipeline.Extractor
	Progress  func(done, all int)
	Busy      func() (time.Duration, error) // how long the process has had a processor

	next int                  // the first incident whose articles were not added
	some []ascribe.DocumentID // of the articles, those that records are read of
}

// grow takes the first articles through the line. Those that an earlier run took
// are there.
func (c *Case) grow(ctx context.Context) error {
	const together = 10 // incidents
	line := pipeline.Pipeline{Store: c.Store, Extractor: c.Extractor}
	for c.next = 0; c.next < own; c.next += together {
		in, err := origins.Input(origins.Part(seed, c.next, c.next+together))
		if err != nil {
			return err
		}
		if err := failed(line.Add(ctx, read.Articles(in))); err != nil {
			return err
		}
		c.Progress(c.next*origins.PerIncident, own*origins.PerIncident)
	}
	return nil
}

// add adds so many further articles one by one, on one processor, and returns what
// each took: archived, read, judged against those near it, and entered. warm keeps
// at hand what was near the articles before, as a program that goes on running does.
// Articles that an earlier run added are passed over.
func (c *Case) add(ctx context.Context, articles int, warm bool) ([]time.Duration, error) {
	defer oneProcessor()()
	line := &pipeline.Pipeline{Store: c.Store, Extractor: c.Extractor}
	var took []time.Duration
	err := c.coming(func(a read.Article) (bool, error) {
		if !warm {
			line = &pipeline.Pipeline{Store: c.Store, Extractor: c.Extractor}
		}
		var r pipeline.Result
		t, err := c.time(func() (err error) {
			r, err = line.Add(ctx, func(yield func(read.Article) bool) { yield(a) })
			return failed(r, err)
		})
		if r.Added > 0 {
			took = append(took, t)
		}
		return len(took) < articles, err
	})
	return took, err
}

// coming gives the articles that come next, one by one, as long as f wants more.
func (c *Case) coming(f func(read.Article) (more bool, err error)) error {
	for {
		in, err := origins.Input(origins.Part(seed, c.next, c.next+1))
		if err != nil {
			return err
		}
		c.next++
		for a := range read.Articles(in) {
			if more, err := f(a); err != nil || !more {
				return err
			}
		}
	}
}

// oneProcessor keeps the program to one processor until what it returns is called.
func oneProcessor() func() {
	before := runtime.GOMAXPROCS(1)
	return func() { runtime.GOMAXPROCS(before) }
}

// time returns for how long f had a processor.
func (c *Case) time(f func() error) (time.Duration, error) {
	began, err := c.Busy()
	if err != nil {
		return 0, err
	}
	if err := f(); err != nil {
		return 0, err
	}
	done, err := c.Busy()
	return done - began, err
}

func failed(r pipeline.Result, err error) error {
	if err == nil && len(r.Failed) > 0 {
		err = fmt.Errorf("an invented article could not be read: %w", r.Failed[0])
	}
	return err
}
