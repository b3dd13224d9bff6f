package web

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ascribe"
	"ascribe/bench"
	"ascribe/extract"
	"ascribe/internal/access"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
)

// newsroom is the desk of the invented newsroom, read once for all tests.
var newsroom *desk

// A desk is a server under test, and its store.
type desk struct {
	http.Handler
	store   *sqlite.Store
	records *pipeline.Records
	ids     []string // of the incidents
	docs    []ascribe.DocumentID
	actors  []ascribe.ActorID
	outlets []ascribe.OutletID
	log     *strings.Builder
	server  *Server // where a test looks into it
	passed  *atomic.Int64
}

var reader *extract.Extractor

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "desk")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		const room = "../../testdata/newsroom"
		if reader, err = bench.InventedReader(room); err != nil {
			panic(err)
		}
		_, articles, err := bench.OpenNewsroom(room)
		if err != nil {
			panic(err)
		}
		if newsroom, err = openDesk(filepath.Join(dir, "newsroom.db"), articles); err != nil {
			panic(err)
		}
		defer newsroom.store.Close()
		return m.Run()
	}())
}

// now is the clock of the tests.
func now() time.Time { return time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC) }

// openDesk reads articles into a fresh store and serves it.
func openDesk(path string, articles []read.Article, set ...func(*Server)) (*desk, error) {
	ctx := context.Background()
	clock := now().Add(-24 * time.Hour)
	store, err := sqlite.Open(ctx, path, sqlite.WithClock(func() time.Time { clock = clock.Add(time.Second); return clock }))
	if err != nil {
		return nil, err
	}
	line := pipeline.Pipeline{Store: store, Extractor: reader}
	if _, err := line.Add(ctx, slices.Values(articles)); err != nil {
		return nil, err
	}
	d := &desk{store: store, records: &pipeline.Records{Store: store}, log: &strings.Builder{}}
	s := &Server{Store: store, Generator: "ascribe test", Now: now, Log: log.New(d.log, "", 0), Who: anyone, Place: findPlace}
	for _, f := range set {
		f(s)
	}
	if d.Handler, err = s.Handler(); err != nil {
		return nil, err
	}
	return d, d.gather(ctx)
}

// findPlace knows the one place that tests name.
func findPlace(name string) (*ascribe.Place, error) {
	if name != "Lindara" {
		return nil, ascribe.Errorf(ascribe.NotFound, "no place %q", name)
	}
	return &ascribe.Place{Name: name, Country: "NOR", Precision: 1}, nil
}

// gather lists what the store holds.
func (d *desk) gather(ctx context.Context) error {
	for l, err := range d.store.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return err
		}
		if c := l.Entry.Capture; c != nil && c.Document != nil && !slices.Contains(d.docs, c.Document.ID) {
			d.docs = append(d.docs, c.Document.ID)
		}
		if l.Entry.Reading == nil {
			continue
		}
		for _, o := range l.Entry.Reading.Incidents {
			r, err := d.records.Record(ctx, ascribe.Pins{}, string(ascribe.IncidentIDOf(o.Incident)))
			if err != nil {
				return err
			}
			if id := string(r.Incident); !slices.Contains(d.ids, id) {
				d.ids = append(d.ids, id)
				d.meet(r)
			}
		}
	}
	return nil
}

// meet notes the actors and outlets of a record.
func (d *desk) meet(r *ascribe.Record) {
	for _, c := range r.Matrix {
		if c.Actor.ID != "" && !slices.Contains(d.actors, c.Actor.ID) && c.Lapsed == nil {
			d.actors = append(d.actors, c.Actor.ID)
		}
	}
	for _, t := range r.Documents {
		for _, a := range t.Appearances {
			if a.Outlet != "" && !slices.Contains(d.outlets, a.Outlet) {
				d.outlets = append(d.outlets, a.Outlet)
			}
		}
	}
}

// the is the incident of the newsroom with a title.
func (d *desk) the(t *testing.T, title string) *ascribe.Record {
	t.Helper()
	for _, id := range d.ids {
		r, err := d.records.Record(context.Background(), ascribe.Pins{}, id)
		if err != nil {
			t.Fatal(err)
		}
		if r.Title == title {
			return r
		}
	}
	t.Fatalf("no incident is called %q", title)
	return nil
}

// get asks for a page as a browser of this machine would; headers come in pairs.
func (d *desk) get(path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w
}

// page asks for a page and parses it.
func (d *desk) page(t *testing.T, path string, headers ...string) *html.Node {
	t.Helper()
	w := d.get(path, headers...)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d\n%s", path, w.Code, d.log)
	}
	n, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// every calls f for every element of a page.
func every(n *html.Node, f func(*html.Node)) {
	for e := range n.Descendants() {
		if e.Type == html.ElementNode {
			f(e)
		}
	}
}

// attr is an attribute of an element, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf is the text of a page.
func textOf(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
	}
	return b.String()
}

// rows are articles of an invented outlet.
func rows(t *testing.T, lines ...string) []read.Article {
	t.Helper()
	var out []read.Article
	for i, l := range lines {
		a := read.Row(read.Input{Name: "in.jsonl", Retrieved: now().Add(-48 * time.Hour)}, []byte(l), i+1)
		if a.Err != nil {
			t.Fatal(a.Err)
		}
		out = append(out, a)
	}
	return out
}

// freshDesk serves a store with some articles.
func freshDesk(t *testing.T, lines ...string) *desk {
	t.Helper()
	d, err := openDesk(filepath.Join(t.TempDir(), "desk.db"), rows(t, lines...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.store.Close() })
	return d
}

// paths lists the pages of a desk.
func (d *desk) paths() []string {
	out := []string{"/", "/search?q=ferry", "/incidents", "/incidents?contested=yes&order=news", "/map", "/map?type=bombing", "/actors", "/sources", "/review", "/review/doubts", "/decisions", fmt.Sprintf("/articles/%s/code", d.docs[0])}
	for _, id := range d.ids {
		out = append(out, "/incidents/"+id)
	}
	for _, id := range d.ids[:1] {
		out = append(out, "/incidents/"+id+"/accept", "/incidents/"+id+"/join")
	}
	for _, id := range d.docs {
		out = append(out, fmt.Sprintf("/articles/%s", id))
	}
	for _, id := range d.actors {
		out = append(out, "/actors/"+url.PathEscape(string(id)))
	}
	for _, o := range d.outlets {
		out = append(out, "/sources/"+url.PathEscape(string(o)))
	}
	return out
}

// anyone is who sits at a desk without accounts.
func anyone(*http.Request) access.Person {
	return access.Person{Name: "Vera Lindqvist", Role: access.Administrator}
}
