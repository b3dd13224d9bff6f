package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

const newsroom = "../testdata/newsroom"

// articles reads the invented newsroom.
func articles(t testing.TB) []read.Article {
	t.Helper()
	files, err := filepath.Glob(newsroom + "/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []read.Article
	for _, name := range files {
		if base := filepath.Base(name); base == "README.md" || base == "expected.json" || base == "places.csv" {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := read.Input{Name: name, Bytes: b, Retrieved: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)}
		out = slices.AppendSeq(out, read.Articles(in))
	}
	if len(out) < 24 {
		t.Fatalf("%d articles in %s", len(out), newsroom)
	}
	return out
}

// extractor is the real one, over the invented places.
func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	b, err := os.ReadFile(newsroom + "/places.csv")
	if err != nil {
		t.Fatal(err)
	}
	places, err := gazetteer.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), gazetteer.New(places))
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(engine)
}

func open(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func add(t testing.TB, s ascribe.Store, x pipeline.Extractor, all []read.Article) pipeline.Result {
	t.Helper()
	p := pipeline.Pipeline{Store: s, Extractor: x}
	got, err := p.Add(context.Background(), slices.Values(all))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func fold(t testing.TB, s ascribe.Store) *reconcile.State {
	t.Helper()
	ctx := context.Background()
	doc := func(id ascribe.DocumentID) (*ascribe.Document, error) { return s.Document(ctx, id) }
	state, err := reconcile.Fold(s.Lines(ctx, ascribe.Query{}), doc, ascribe.Pins{})
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func TestAddingAgainChangesNothing(t *testing.T) {
	all, x, s := articles(t), extractor(t), open(t)
	first := add(t, s, x, all)
	if first.Added != len(all) || first.Known != 0 || len(first.Failed) != 0 {
		t.Errorf("first run: %d added, %d known, failed %v; want all %d added", first.Added, first.Known, first.Failed, len(all))
	}
	head, err := s.Head(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	before := fold(t, s).Digest()
	unread := reader{Extractor: x, read: func(d *ascribe.Document) { t.Errorf("document %s is read again", d.ID) }}
	if again := add(t, s, unread, all); again.Added != 0 || again.Known != len(all) {
		t.Errorf("second run: %+v", again)
	}
	if now, err := s.Head(context.Background()); err != nil || now != head {
		t.Errorf("the ledger grew from %d to %d lines (%v)", head.Size, now.Size, err)
	}
	if fold(t, s).Digest() != before {
		t.Error("the state changed")
	}
}

// reader tells of every document that it reads.
type reader struct {
	pipeline.Extractor
	read func(*ascribe.Document)
}

func (r reader) Read(doc *ascribe.Document, seen ascribe.Appearance) *ascribe.Reading {
	r.read(doc)
	return r.Extractor.Read(doc, seen)
}

func TestAnyOrderGivesOneState(t *testing.T) {
	all, x := articles(t), extractor(t)
	want, got := open(t), open(t)
	add(t, want, x, all)
	back := slices.Clone(all)
	slices.Reverse(back)
	add(t, got, x, back)
	if fold(t, want).Digest() != fold(t, got).Digest() {
		t.Error("the articles in reverse make another state")
	}
}

// failing is a store whose Append fails from the nth call on.
type failing struct {
	ascribe.Store
	left int
}

var errPower = errors.New("the power went")

func (f *failing) Append(ctx context.Context, entries ...ascribe.Entry) ([]ascribe.Line, error) {
	if f.left--; f.left < 0 {
		return nil, errPower
	}
	return f.Store.Append(ctx, entries...)
}

func TestACutRunIsTakenUp(t *testing.T) {
	all, x := articles(t), extractor(t)
	whole, cut := open(t), open(t)
	for range 3 { // three batches and some
		all = append(all, others(all)...)
	}
	add(t, whole, x, all)
	p := pipeline.Pipeline{Store: &failing{Store: cut, left: 2}, Extractor: x}
	got, err := p.Add(context.Background(), slices.Values(all))
	if !errors.Is(err, errPower) || got.Done() != 64 {
		t.Fatalf("%d done, %v; want 64 and the failure", got.Done(), err)
	}
	if again := add(t, cut, x, all); again.Done() != len(all) || again.Known < got.Added {
		t.Errorf("taken up: %+v after %+v, of %d", again, got, len(all))
	}
	if fold(t, whole).Digest() != fold(t, cut).Digest() {
		t.Error("a run taken up ends in another state")
	}
}

// others returns every second article as another outlet carries it.
func others(all []read.Article) []read.Article {
	var out []read.Article
	for i, a := range all {
		if i%2 == 0 {
			continue
		}
		a.Appearance.Outlet += "-mirror"
		a.Appearance.URL = ""
		a.Appearance.InputID += "+"
		a.Raw = append(slices.Clone(a.Raw), '\n')
		out = append(out, a)
	}
	return out
}

func TestWhatCannotBeReadIsKeptAndTold(t *testing.T) {
	s, x := open(t), extractor(t)
	bad := read.Article{
		Appearance: ascribe.Appearance{InputID: "broken.html", Retrieved: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)},
		Raw:        []byte("\x00\x01 not a page"), Err: ascribe.Errorf(ascribe.Invalid, "broken.html is no page"),
	}
	got := add(t, s, x, append([]read.Article{bad}, articles(t)[:2]...))
	if got.Added != 2 || len(got.Failed) != 1 || !strings.Contains(got.Failed[0].Error(), "broken.html") {
		t.Fatalf("%+v", got)
	}
	kept := false
	for line, err := range s.Lines(context.Background(), ascribe.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		if c := line.Entry.Capture; c != nil && c.Problem != "" {
			raw, err := s.Raw(context.Background(), c.Appearance.Raw)
			kept = err == nil && bytes.Equal(raw, bad.Raw)
		}
	}
	if !kept {
		t.Error("the bytes of the broken page are gone")
	}
	if again := add(t, s, x, []read.Article{bad}); len(again.Failed) != 1 || again.Added+again.Known != 0 {
		t.Errorf("again: %+v", again)
	}
}

func TestAStoppedRunSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	all := articles(t)
	var feed iter.Seq[read.Article] = func(yield func(read.Article) bool) {
		for i, a := range all {
			if i == 5 {
				stop()
			}
			if !yield(a) {
				return
			}
		}
	}
	p := pipeline.Pipeline{Store: open(t), Extractor: extractor(t)}
	if _, err := p.Add(ctx, feed); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
