package web

import (
	"context"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"ascribe/internal/access"
	"ascribe/internal/api"
	"ascribe/internal/sqlite"
)

// A house is a desk with accounts under test.
type house struct {
	http.Handler
	*Desk
	t    *testing.T
	book *sqlite.Book
	log  *strings.Builder
	dir  string // of its files

	mu  sync.Mutex
	now time.Time
}

// origin is where a house stands.
const origin = "https://desk.example.org"

// newHouse is a desk behind a proxy, with the cases estuary (the newsroom's record) and
// ferry (another's), and nobody in it.
func newHouse(t *testing.T, set ...func(*Desk)) *house {
	t.Helper()
	dir := t.TempDir()
	book, err := sqlite.OpenBook(t.Context(), filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, book: book, log: &strings.Builder{}, dir: dir, now: now()}
	h.Desk = &Desk{
		Book: book, Generator: "ascribe test", Log: log.New(h.log, "", 0), Origin: origin, Hosts: func(name string) bool { return name == "desk.example.org" },
		Now: func() time.Time { h.mu.Lock(); defer h.mu.Unlock(); return h.now },
	}
	h.Open = func(ctx context.Context, name string) (*Opened, error) {
		store, err := sqlite.Open(ctx, filepath.Join(dir, name+".db"))
		if err != nil {
			return nil, err
		}
		s := &Server{Store: store, Generator: h.Generator, Now: h.Now, Log: h.Log, Place: findPlace}
		programs, err := api.New(api.Config{Store: store, Now: h.Now, Log: h.Log, Tokens: store, Webhooks: store, Origin: origin, Under: CaseBase(name)})
		s.API = programs
		return &Opened{Pages: s, Tokens: store, Webhooks: store, Head: store.Head, Close: store.Close}, err
	}
	for _, f := range set {
		f(h.Desk)
	}
	if h.Handler, err = h.Desk.Handler(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := h.Close(); err != nil {
			t.Error(err)
		}
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

// later moves the clock.
func (h *house) later(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
}

// A browser keeps cookies, as one does.
type browser struct {
	*house
	cookies map[string]*http.Cookie
	address string
}

func (h *house) browser() *browser {
	return &browser{h, map[string]*http.Cookie{}, "198.51.100.7:4711"}
}

// ask sends a request; headers come in pairs.
func (b *browser) ask(method, path string, form url.Values, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, origin+path, strings.NewReader(form.Encode()))
	r.RemoteAddr = b.address
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	for _, c := range b.cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		} else {
			b.cookies[c.Name] = c
		}
	}
	return w
}

func (b *browser) get(path string) *httptest.ResponseRecorder {
	return b.ask(http.MethodGet, path, nil)
}

// post sends a form; its fields come in pairs.
func (b *browser) post(path string, fields ...string) *httptest.ResponseRecorder {
	form := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		form.Add(fields[i], fields[i+1])
	}
	return b.ask(http.MethodPost, path, form)
}

// is stops the test unless an answer has a status.
func (h *house) is(w *httptest.ResponseRecorder, status int) *httptest.ResponseRecorder {
	h.t.Helper()
	if w.Code != status {
		h.t.Fatalf("status %d, want %d (to %q)\n%s\n%s", w.Code, status, w.Header().Get("Location"), w.Body, h.log)
	}
	return w
}

// password is one that anybody here has.
const password = "lanterns over the quay"

// founded is the browser of the administrator, who made the case estuary.
func (h *house) founded() *browser {
	h.t.Helper()
	link, secret := access.NewLink(access.First, "", h.Now())
	if err := h.book.Enter(h.t.Context(), &access.Change{Act: access.Act{At: h.Now(), Did: access.LinkMade}, Link: link}); err != nil {
		h.t.Fatal(err)
	}
	b := h.browser()
	h.is(b.get("/link/"+secret), http.StatusOK)
	w := h.is(b.post("/link/"+secret, "name", "Vera Lindqvist", "login", "Vera", "password", password, "again", password, "case", "estuary", "about", "The estuary"), http.StatusSeeOther)
	if to := w.Header().Get("Location"); to != "/c/estuary/" {
		h.t.Fatalf("leads to %q", to)
	}
	return b
}

var linkShown = regexp.MustCompile(`https://desk\.example\.org(/link/[a-z2-7]+)`)

// joins lets a person in whom an administrator invites.
func (h *house) joins(admin *browser, name, login, in, role string) *browser {
	h.t.Helper()
	w := h.is(admin.post("/accounts", "name", name, "login", login, "case", in, "role", role, "why", "joins the desk"), http.StatusOK)
	m := linkShown.FindStringSubmatch(w.Body.String())
	if m == nil {
		h.t.Fatalf("no link is shown:\n%s", w.Body)
	}
	b := h.browser()
	h.is(b.post(m[1], "password", password, "again", password), http.StatusSeeOther)
	return b
}

// account is the account of a login.
func (h *house) account(login string) *access.Account {
	h.t.Helper()
	a, err := h.book.AccountOf(h.t.Context(), login)
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

// From the first link to a coder who sees the case and nothing of administration.
func TestDesk(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	h.is(admin.get("/c/estuary/"), http.StatusOK)
	h.is(admin.post("/cases", "case", "ferry", "about", "The ferry", "why", "another project"), http.StatusSeeOther)
	coder := h.joins(admin, "Ines Torvald", "ines", "estuary", "coder")
	for path, want := range map[string]int{
		"/": 200, "/c/estuary/": 200, "/c/estuary/review": 200, "/account": 200, "/c/ferry/": 404, "/c/none/": 404, "/accounts": 403, "/cases": 403, "/log": 403, "/nothing": 404,
	} {
		h.is(coder.get(path), want)
	}
	if page := coder.get("/").Body.String(); !strings.Contains(page, "The estuary") || strings.Contains(page, "ferry") {
		t.Errorf("the front page shows\n%s", page)
	}
	if here := coder.get("/c/estuary/incidents").Body.String(); !strings.Contains(here, "Ines Torvald") || !strings.Contains(here, "Sign out") || !strings.Contains(here, "The estuary") {
		t.Errorf("the header does not say who and where:\n%s", here)
	}
	h.is(coder.post("/sign-out"), http.StatusSeeOther)
	if to := h.is(coder.get("/c/estuary/incidents?type=bombing"), http.StatusSeeOther).Header().Get("Location"); to != "/sign-in?back=%2Fc%2Festuary%2Fincidents%3Ftype%3Dbombing" {
		t.Errorf("leads to %q", to)
	}
	w := h.is(coder.post("/sign-in", "login", " INES", "password", password, "back", "/c/estuary/incidents"), http.StatusSeeOther)
	if to := w.Header().Get("Location"); to != "/c/estuary/incidents" {
		t.Errorf("leads to %q", to)
	}
	h.later(access.Idle)
	h.is(coder.get("/"), http.StatusSeeOther)
	if a := h.account("vera"); !a.Administrator || h.account("ines").Administrator {
		t.Error("the first account is no administrator, or the second is one")
	}
}
