package bench

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
	"ascribe/reconcile"
)

var update = flag.Bool("update", false, "write the level that was reached as the level to hold")

const (
	newsroom = "../testdata/newsroom"
	frozen   = "frozen/newsroom.csv"
)

// newsroomExtractor is the engine with the invented places.
func newsroomExtractor(t *testing.T) *extract.Extractor {
	t.Helper()
	index, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(newsroom, "places.csv"))
	if err != nil {
		t.Fatal(err)
	}
	places, err := gazetteer.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), index.With(places))
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(engine)
}

// newsroomArticles reads the newsroom's files in order.
func newsroomArticles(t *testing.T) iter.Seq[read.Article] {
	t.Helper()
	return func(yield func(read.Article) bool) {
		for _, name := range []string{"articles.jsonl", "feed.xml", "meridian.html", "radio-talvik.txt", "repost.txt"} {
			b, err := os.ReadFile(filepath.Join(newsroom, name))
			if err != nil {
				t.Fatal(err)
			}
			for a := range read.Articles(read.Input{Name: name, Bytes: b, Retrieved: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)}) {
				if a.Err != nil {
					t.Fatal(a.Err)
				}
				if !yield(a) {
					return
				}
			}
		}
	}
}

// The readings and the record of the newsroom hold the level in frozen/: the
// log lists what is missed and what is made up (go test ./bench -run Newsroom -v).
func TestNewsroom(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(newsroom, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := ParseNewsroom(b)
	if err != nil {
		t.Fatal(err)
	}
	x := newsroomExtractor(t)
	reached := map[string]Tally{"readings": readings(t, want, x)}
	records := foldNewsroom(t, x)
	record, origins := want.Records(records), want.OriginPairs(records)
	t.Logf("record: %s\n%s", record, record.Lines())
	t.Logf("origins: %s\n%s", origins, origins.Lines())
	reached["record"], reached["origins"] = record, origins
	hold(t, reached)
}

func readings(t *testing.T, want *Newsroom, x *extract.Extractor) Tally {
	t.Helper()
	var all Tally
	seen := 0
	for a := range newsroomArticles(t) {
		id := Short(a.Appearance.InputID)
		expected, ok := want.Articles[id]
		if !ok {
			t.Errorf("%s: nothing is expected of this article", id)
			continue
		}
		seen++
		tally := expected.Reading(x.Read(a.Document, a.Appearance), a.Document)
		t.Logf("%s: %s\n%s", id, tally, tally.Lines())
		all.Add(id+": ", tally)
	}
	if seen != len(want.Articles) {
		t.Errorf("read %d articles, %d are expected", seen, len(want.Articles))
	}
	t.Logf("readings: %s", all)
	return all
}

// foldNewsroom takes the newsroom through the whole line into a store.
func foldNewsroom(t *testing.T, x *extract.Extractor) []*ascribe.Record {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "newsroom.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	line := pipeline.Pipeline{Store: store, Extractor: x}
	if _, err := line.Add(ctx, newsroomArticles(t)); err != nil {
		t.Fatal(err)
	}
	doc := func(id ascribe.DocumentID) (*ascribe.Document, error) { return store.Document(ctx, id) }
	state, err := reconcile.Fold(store.Lines(ctx, ascribe.Query{}), doc, ascribe.Pins{})
	if err != nil {
		t.Fatal(err)
	}
	return state.Incidents()
}

// hold fails when a part fell below its frozen level; -update freezes anew.
func hold(t *testing.T, reached map[string]Tally) {
	t.Helper()
	parts := []string{"readings", "record", "origins"}
	if *update {
		text := "part,precision,recall,f1\n"
		for _, p := range parts {
			text += fmt.Sprintf("%s,%.1f,%.1f,%.1f\n", p, reached[p].Precision(), reached[p].Recall(), reached[p].F1())
		}
		if err := os.WriteFile(frozen, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(frozen)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(parts)+1 {
		t.Fatalf("%s has %d rows, want %d", frozen, len(rows), len(parts)+1)
	}
	for _, row := range rows[1:] {
		level, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		if f := reached[row[0]].F1(); f < level-0.05 {
			t.Errorf("%s fell to F1 %.1f from %.1f; mend it, or freeze anew with -update and say why", row[0], f, level)
		}
	}
}
