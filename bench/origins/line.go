package origins

import (
	"bytes"
	"encoding/json"
	"iter"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/read"
	"ascribe/reconcile"
)

// A document is an article on its way through the line.
type document struct {
	doc     *ascribe.Document
	seen    []ascribe.Appearance
	reading *ascribe.Reading
}

// Input is the articles as JSON Lines.
func Input(articles []Article) (read.Input, error) {
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for _, a := range articles {
		row := map[string]string{"id": a.ID, "outlet": a.Outlet, "published": a.Published, "title": a.Title, "text": a.Text}
		if err := out.Encode(row); err != nil {
			return read.Input{}, err
		}
	}
	return read.Input{Name: "wire.jsonl", Bytes: lines.Bytes(), Retrieved: time.Date(2039, 12, 1, 0, 0, 0, 0, time.UTC)}, nil
}

// readAll takes articles through reading and extraction. Two articles in the same
// words are one document; at says which is whose.
func readAll(articles []Article, x *extract.Extractor, progress func(step string, done, all int)) (docs []*document, at []ascribe.DocumentID, err error) {
	held := map[ascribe.DocumentID]*document{}
	in, err := Input(articles)
	if err != nil {
		return nil, nil, err
	}
	for a := range read.Articles(in) {
		if a.Err != nil {
			return nil, nil, a.Err
		}
		d := held[a.Document.ID]
		if d == nil {
			d = &document{doc: a.Document}
			held[a.Document.ID] = d
			docs = append(docs, d)
		}
		d.seen = append(d.seen, a.Appearance)
		at = append(at, a.Document.ID)
	}
	extractAll(docs, x, progress)
	return docs, at, nil
}

func extractAll(docs []*document, x *extract.Extractor, progress func(step string, done, all int)) {
	todo := make(chan *document)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for d := range todo {
				d.reading = x.Read(d.doc, d.seen[0])
			}
		})
	}
	for i, d := range docs {
		if i%200 == 0 {
			progress("reports read", i, len(docs))
		}
		todo <- d
	}
	close(todo)
	workers.Wait()
}

// nearest is how many documents a new one is judged against at most, as in the
// line.
const nearest = 200

// An index proposes the documents that share keys with a new one, as a store does.
type index map[string][]*reconcile.Profile

// near returns those that share most keys, at most [nearest].
func (x index) near(keys []string) []*reconcile.Profile {
	shared := map[*reconcile.Profile]int{}
	for _, k := range keys {
		for _, p := range x[k] {
			shared[p]++
		}
	}
	all := slices.SortedFunc(maps.Keys(shared), func(a, b *reconcile.Profile) int {
		if n := shared[b] - shared[a]; n != 0 {
			return n
		}
		return bytes.Compare(a.Document[:], b.Document[:])
	})
	return all[:min(len(all), nearest)]
}

func (x index) enter(p *reconcile.Profile, keys []string) {
	for _, k := range keys {
		x[k] = append(x[k], p)
	}
}

// ledger enters documents one after the other, each judged against those before
// it that share a key with it.
func ledger(docs []*document) iter.Seq2[ascribe.Line, error] {
	var lines []ascribe.Line
	enter := func(e ascribe.Entry) {
		lines = append(lines, ascribe.Line{Seq: int64(len(lines)), At: time.Date(2031, 12, 2, 0, 0, len(lines), 0, time.UTC), Entry: e})
	}
	before := index{}
	for _, d := range docs {
		for _, a := range d.seen {
			enter(ascribe.Entry{Capture: &ascribe.Capture{Document: d.doc, Appearance: a}})
		}
		profile := reconcile.NewProfile(d.doc, d.seen, d.reading)
		keys := profile.Keys()
		enter(ascribe.Entry{Reading: d.reading})
		for _, l := range reconcile.Links(profile, before.near(keys)) {
			enter(ascribe.Entry{Link: &l})
		}
		before.enter(profile, keys)
	}
	return func(yield func(ascribe.Line, error) bool) {
		for _, l := range lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}
