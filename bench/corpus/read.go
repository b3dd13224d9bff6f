package corpus

import (
	"encoding/json"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/read"
)

// A Text is an article of a set, as it is given to the line.
type Text struct {
	ID        string
	Title     string
	Text      string
	Published time.Time // zero where the set does not say
}

// A Reading is what the line reads in a Text.
type Reading struct {
	*ascribe.Reading
	Document  *ascribe.Document
	Questions []extract.Question // that the models were asked, in order
}

// Document turns a text into a document and its appearance, as a line of JSON
// Lines is.
func Document(t Text) (*ascribe.Document, ascribe.Appearance, error) {
	line := map[string]string{"id": t.ID, "text": t.Text}
	if t.Title != "" {
		line["title"] = t.Title
	}
	if !t.Published.IsZero() {
		line["published"] = t.Published.Format(time.DateOnly)
	}
	b, err := json.Marshal(line)
	if err != nil {
		return nil, ascribe.Appearance{}, err
	}
	for a := range read.Articles(read.Input{Name: t.ID, Kind: read.JSONL, Bytes: b}) {
		return a.Document, a.Appearance, a.Err
	}
	return nil, ascribe.Appearance{}, fmt.Errorf("%s: no article", t.ID)
}

// ReadAll reads texts side by side, and returns their readings in order. Progress,
// where it is set, hears how many are done.
func ReadAll(x *extract.Extractor, texts []Text, progress func(done, all int)) ([]Reading, error) {
	out, errs := make([]Reading, len(texts)), make([]error, len(texts))
	var next, done atomic.Int64
	var all sync.WaitGroup
	var told sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
				out[i], errs[i] = readOne(x, texts[i])
				if n := done.Add(1); progress != nil && (n%50 == 0 || n == int64(len(texts))) {
					told.Lock()
					progress(int(n), len(texts))
					told.Unlock()
				}
			}
		})
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", texts[i].ID, err)
		}
	}
	return out, nil
}

func readOne(x *extract.Extractor, t Text) (Reading, error) {
	doc, seen, err := Document(t)
	if err != nil {
		return Reading{}, err
	}
	out := Reading{Document: doc}
	out.Reading = x.Watched(func(q *extract.Question) { out.Questions = append(out.Questions, *q) }).Read(doc, seen)
	return out, nil
}
