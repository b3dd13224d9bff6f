package pipeline

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"ascribe"
	"ascribe/read"
	"ascribe/reconcile"
)

// A batch is a group of articles on its way into the store.
type batch struct {
	*Pipeline
	engine  string
	failed  []error
	whole   int     // articles that could be read
	docs    []*item // one for each document, in order of its first article
	entries []ascribe.Entry
}

// An item is one document of a batch.
type item struct {
	doc     *ascribe.Document
	fresh   []ascribe.Appearance // in this batch
	seen    []ascribe.Appearance // in the store and in this batch
	reading *ascribe.Reading
	stored  bool // the reading stands in the store
}

// archive keeps every article's bytes. The captures are entered first: a
// reading needs one of its document.
func (b *batch) archive(ctx context.Context, group []read.Article) error {
	at := map[ascribe.DocumentID]*item{}
	for _, a := range group {
		if err := ctx.Err(); err != nil {
			return err
		}
		if a.Raw != nil {
			key, err := b.Store.Keep(ctx, a.Raw)
			if err != nil {
				return err
			}
			a.Appearance.Raw = key
		}
		if a.Err != nil {
			b.failed = append(b.failed, a.Err)
			b.enter(ascribe.Entry{Capture: &ascribe.Capture{Appearance: a.Appearance, Problem: a.Err.Error()}})
			continue
		}
		b.whole++
		keys, _ := reconcile.Filing(a.Document, []ascribe.Appearance{a.Appearance}, nil)
		b.enter(ascribe.Entry{Capture: &ascribe.Capture{Document: a.Document, Appearance: a.Appearance}, Keys: keys})
		it := at[a.Document.ID]
		if it == nil {
			it = &item{doc: a.Document}
			at[a.Document.ID] = it
			b.docs = append(b.docs, it)
		}
		it.fresh = append(it.fresh, a.Appearance)
		it.seen = append(it.seen, a.Appearance)
	}
	return nil
}

func (b *batch) enter(e ascribe.Entry) { b.entries = append(b.entries, e) }

// recall finds what the store has of the batch's documents: where else they
// appeared, and what this engine read in them.
func (b *batch) recall(ctx context.Context) error {
	if len(b.docs) == 0 {
		return nil
	}
	at := map[ascribe.DocumentID]*item{}
	q := ascribe.Query{}
	for _, it := range b.docs {
		at[it.doc.ID] = it
		q.Documents = append(q.Documents, it.doc.ID)
	}
	for line, err := range b.Store.Lines(ctx, q) {
		if err != nil {
			return err
		}
		switch e := line.Entry; {
		case e.Capture != nil && e.Capture.Document != nil:
			it := at[e.Capture.Document.ID]
			it.seen = append(it.seen, e.Capture.Appearance)
		case e.Reading != nil && e.Reading.Engine == b.engine:
			it := at[e.Reading.Document]
			it.reading, it.stored = e.Reading, true
		}
	}
	return nil
}

// extract reads the documents that this engine has not read, several at a time.
func (b *batch) extract() {
	todo := make(chan *item)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for it := range todo {
				it.reading = b.Extractor.Read(it.doc, first(it.fresh))
			}
		})
	}
	for _, it := range b.docs {
		if !it.stored {
			todo <- it
		}
	}
	close(todo)
	workers.Wait()
}

// first returns the appearance that was public first.
func first(seen []ascribe.Appearance) ascribe.Appearance {
	return slices.MinFunc(seen, func(a, b ascribe.Appearance) int { return a.PublicBy().Compare(b.PublicBy()) })
}

// reconcile enters each new reading with the links to the documents that it may
// have to do with, in the store and earlier in the batch.
func (b *batch) reconcile(ctx context.Context) error {
	var earlier []*reconcile.Profile
	for _, it := range b.docs {
		profile := reconcile.NewProfile(it.doc, it.seen, it.reading)
		b.profiles.put(profile)
		if it.stored {
			if err := b.moved(ctx, it, profile, earlier); err != nil {
				return err
			}
			earlier = append(earlier, profile)
			continue
		}
		keys := profile.Keys()
		near, err := b.near(ctx, keys)
		if err != nil {
			return err
		}
		b.enter(ascribe.Entry{Reading: it.reading, Keys: keys, Profile: profile.Pack()})
		for _, l := range reconcile.Links(profile, distinct(earlier, near)) {
			b.enter(ascribe.Entry{Link: &l})
		}
		earlier = append(earlier, profile)
	}
	return nil
}

// moved enters the links that a stored reading has from a new address of its document:
// "This article has been removed" is one text on many pages.
func (b *batch) moved(ctx context.Context, it *item, profile *reconcile.Profile, earlier []*reconcile.Profile) error {
	stored := it.seen[len(it.fresh):]
	for _, a := range it.fresh {
		if slices.ContainsFunc(stored, func(o ascribe.Appearance) bool { return o.URL == a.URL && o.Headline == a.Headline }) {
			continue
		}
		keys, _ := reconcile.Filing(it.doc, []ascribe.Appearance{a}, nil)
		near, err := b.near(ctx, keys)
		if err != nil {
			return err
		}
		for _, l := range reconcile.ArticleLinks(profile, distinct(earlier, near)) {
			b.enter(ascribe.Entry{Link: &l})
		}
	}
	return nil
}

// distinct joins lists of profiles, each document once.
func distinct(lists ...[]*reconcile.Profile) []*reconcile.Profile {
	seen := map[ascribe.DocumentID]bool{}
	var out []*reconcile.Profile
	for _, p := range slices.Concat(lists...) {
		if !seen[p.Document] {
			seen[p.Document] = true
			out = append(out, p)
		}
	}
	return out
}

// count adds what became of the batch, by the lines that were new.
func (b *batch) count(to *Result, lines []ascribe.Line) {
	added := 0
	for _, l := range lines {
		if c := l.Entry.Capture; c != nil && c.Document != nil {
			added++
		}
	}
	to.Added += added
	to.Known += b.whole - added
	to.Failed = append(to.Failed, b.failed...)
}
