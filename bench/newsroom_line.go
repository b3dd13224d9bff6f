package bench

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/pipeline"
	"ascribe/read"
	"ascribe/reconcile"
)

// newsroomFiles are the files of the newsroom in order.
var newsroomFiles = []string{"articles.jsonl", "feed.xml", "meridian.html", "radio-talvik.txt", "repost.txt"}

// OpenNewsroom reads what is expected of the newsroom in a folder, and its articles.
func OpenNewsroom(dir string) (*Newsroom, []read.Article, error) {
	b, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		return nil, nil, err
	}
	n, err := ParseNewsroom(b)
	if err != nil {
		return nil, nil, err
	}
	var all []read.Article
	for _, name := range newsroomFiles {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, nil, err
		}
		for a := range read.Articles(read.Input{Name: name, Bytes: b, Retrieved: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)}) {
			if a.Err != nil {
				return nil, nil, a.Err
			}
			all = append(all, a)
		}
	}
	return n, all, nil
}

// InventedReader is the extractor that ships, with the places of the newsroom in a
// folder, which exist nowhere else.
func InventedReader(dir string) (*extract.Extractor, error) {
	index, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, "places.csv"))
	if err != nil {
		return nil, ascribe.WithHint(err, "Run this at the root of the project.")
	}
	defer f.Close()
	places, err := gazetteer.Parse(f)
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), index.With(places))
	if err != nil {
		return nil, err
	}
	return extract.New(engine), nil
}

// Reached is what the line reaches on the newsroom.
type Reached struct {
	Articles []string
	Readings []Tally // of each article
	Record   []Tally // of each incident
	Origins  Tally
}

// Line takes articles through the whole line into a store.
func (n *Newsroom) Line(ctx context.Context, store ascribe.Store, x *extract.Extractor, articles []read.Article) (*Reached, error) {
	var r Reached
	for _, a := range articles {
		id := Short(a.Appearance.InputID)
		expected, ok := n.Articles[id]
		if !ok {
			return nil, ascribe.Errorf(ascribe.Invalid, "%s: nothing is expected of this article", id)
		}
		r.Articles = append(r.Articles, id)
		r.Readings = append(r.Readings, expected.Reading(x.Read(a.Document, a.Appearance), a.Document))
	}
	if len(articles) != len(n.Articles) {
		return nil, ascribe.Errorf(ascribe.Invalid, "there are %d articles, %d are expected", len(articles), len(n.Articles))
	}
	line := pipeline.Pipeline{Store: store, Extractor: x}
	if _, err := line.Add(ctx, slices.Values(articles)); err != nil {
		return nil, err
	}
	doc := func(id ascribe.DocumentID) (*ascribe.Document, error) { return store.Document(ctx, id) }
	state, err := reconcile.Fold(store.Lines(ctx, ascribe.Query{}), doc, ascribe.Pins{})
	if err != nil {
		return nil, err
	}
	records := state.Incidents()
	r.Record, r.Origins = n.Records(records), n.OriginPairs(records)
	return &r, nil
}

// Rows are the figures: of all values, and of each part.
func (r *Reached) Rows() []measure.Row {
	counts := func(parts ...[]Tally) measure.Counts {
		var out measure.Counts
		for _, t := range slices.Concat(parts...) {
			out = append(out, t.Count())
		}
		return out
	}
	origins := []Tally{r.Origins}
	const set, input = "newsroom", "as it appeared"
	rows := []measure.Row{counts(r.Readings, r.Record, origins).Row(set, input, "all values F1", measure.Count.F1)}
	rows = append(rows, counts(r.Readings).PRF(set, input, "readings")...)
	rows = append(rows, counts(r.Record).PRF(set, input, "record")...)
	return append(rows, counts(origins).PRF(set, input, "origins")...)
}
