package api

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/bench"
	"ascribe/extract"
	"ascribe/internal/access"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
)

// newsroom is the API of the invented newsroom, read once for the tests that only read.
var newsroom *desk

// A desk is an API under test, and its store.
type desk struct {
	http.Handler
	api   *API
	store *sqlite.Store
	log   *strings.Builder
}

var (
	reader *extract.Extractor
	// shelf is a folder with the store of the newsroom, closed, to be copied.
	shelf string
)

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "api")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		shelf = filepath.Join(dir, "shelf")
		if err := fillShelf(); err != nil {
			panic(err)
		}
		if newsroom, err = openDesk(filepath.Join(dir, "newsroom")); err != nil {
			panic(err)
		}
		defer newsroom.store.Close()
		return m.Run()
	}())
}

// fillShelf reads the newsroom into a store.
func fillShelf() error {
	const room = "../../testdata/newsroom"
	var err error
	if reader, err = bench.InventedReader(room); err != nil {
		return err
	}
	_, articles, err := bench.OpenNewsroom(room)
	if err != nil {
		return err
	}
	if err := os.Mkdir(shelf, 0o700); err != nil {
		return err
	}
	store, err := openStore(shelf, now().Add(-24*time.Hour))
	if err != nil {
		return err
	}
	line := pipeline.Pipeline{Store: store, Extractor: reader}
	if _, err := line.Add(context.Background(), slices.Values(articles)); err != nil {
		return err
	}
	return store.Close()
}

// openStore opens the store of a folder; its clock goes on by a second whenever it is
// asked.
func openStore(dir string, clock time.Time) (*sqlite.Store, error) {
	return sqlite.Open(context.Background(), filepath.Join(dir, "case.db"), sqlite.WithClock(func() time.Time { clock = clock.Add(time.Second); return clock }))
}

// now is the clock of the tests.
func now() time.Time { return time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC) }

// openDesk serves a copy of the shelf, everything open.
func openDesk(dir string) (*desk, error) {
	if err := os.CopyFS(dir, os.DirFS(shelf)); err != nil {
		return nil, err
	}
	store, err := openStore(dir, now().Add(-time.Hour))
	if err != nil {
		return nil, err
	}
	line := pipeline.Pipeline{Store: store, Extractor: reader}
	d := &desk{store: store, log: &strings.Builder{}}
	c := Config{
		Store: store, Generator: "ascribe test", Now: now, Log: log.New(d.log, "", 0), Tokens: store, Requests: store, Webhooks: store,
		Open: access.Scopes(), PerMinute: 1 << 30,
		Actors: func(time.Time) ([]ascribe.Actor, error) { return nil, nil },
		Place: func(name, _ string) (*ascribe.Place, error) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the gazetteer has no place %q", name), "import it")
		},
		Add: func(ctx context.Context, in read.Input) (pipeline.Result, error) {
			return line.Add(ctx, read.Articles(in))
		},
	}
	d.api, err = New(c)
	d.Handler = d.api
	return d, err
}

// fresh serves a store of its own with the articles of the newsroom.
func fresh(t *testing.T) *desk {
	t.Helper()
	d, err := openDesk(filepath.Join(t.TempDir(), "desk"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.store.Close() })
	return d
}

// ask sends a request; headers come in pairs.
func (d *desk) ask(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w
}

// get asks for JSON and reads it into a value.
func (d *desk) get(t *testing.T, path string, to any) *httptest.ResponseRecorder {
	t.Helper()
	w := d.ask(http.MethodGet, Base+path, "")
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d %s\n%s", path, w.Code, w.Body, d.log)
	}
	if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
	return w
}

// listing is what the tests look at of a list of incidents.
type listing struct {
	Total     int
	Undated   int
	Next      *string
	Incidents []struct {
		Incident  string
		Title     string
		Documents []struct{ ID string }
	}
}

// incidents lists all incidents of a desk.
func (d *desk) incidents(t *testing.T) *listing {
	t.Helper()
	var out listing
	d.get(t, "/incidents?limit=500", &out)
	return &out
}
