package web

import (
	"bytes"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/pipeline"
)

// The numbers are those of the attacks that the desk is tested against (docs/accounts.md).

// 27: what one case holds cannot be had through another, whoever asks.
func TestCaseInCase(t *testing.T) {
	h, people := crowd(t)
	ids := map[string]string{}
	for in, text := range map[string]string{
		"estuary": `{"id":"a","outlet":"Herald","published":"2025-03-03T20:00:00Z","title":"Bomb at market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said."}`,
		"ferry":   `{"id":"b","outlet":"Courier","published":"2025-03-20T20:00:00Z","title":"Guard shot","text":"A guard was shot dead by gunmen at the grain depot in Talvik on Wednesday, a foreman said."}`,
	} {
		c, err := h.caseOf(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		r, err := h.open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		defer r.under.Done()
		line := pipeline.Pipeline{Store: r.Pages.Store, Extractor: reader}
		if _, err := line.Add(t.Context(), slices.Values(rows(t, text))); err != nil {
			t.Fatal(err)
		}
		for l, err := range r.Pages.Store.Lines(t.Context(), ascribe.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			if c := l.Entry.Capture; c != nil && c.Document != nil {
				ids[in] = c.Document.ID.String()
			}
		}
	}
	for _, c := range people[1:] {
		for in, id := range ids {
			for other := range ids {
				want := http.StatusNotFound
				if in == other && c.may(in) != access.NoRole {
					want = http.StatusOK
				}
				if w := h.as(c).get("/c/" + other + "/articles/" + id); w.Code != want {
					t.Errorf("%s asks %s for the article of %s: %d", c.name, other, in, w.Code)
				}
			}
		}
	}
}

// 28: what another site's page sends does nothing, and neither does an address alone.
func TestOtherSites(t *testing.T) {
	h, people := crowd(t)
	admin := people[6]
	acts := func() int {
		all, err := h.book.Acts(t.Context(), 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	before := acts()
	forms := map[string]url.Values{
		"/cases":                        {"case": {"stolen"}, "about": {"Stolen"}, "why": {"x"}},
		"/accounts":                     {"name": {"Mallory"}, "login": {"mallory"}, "role": {"admin"}, "why": {"x"}},
		"/accounts/" + people[1].has.ID: {"do": {"admin"}, "admin": {"yes"}, "why": {"x"}},
		"/account/password":             {"present": {password}, "password": {"mallory was here 7"}, "again": {"mallory was here 7"}},
		"/sign-out":                     {},
	}
	for path, form := range forms {
		for _, headers := range [][]string{
			{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Site", "", "Origin", "https://evil.example"}, {"Sec-Fetch-Site", "", "Origin", "null"},
			{"Sec-Fetch-Site", "cross-site", "Content-Type", "text/plain"},
		} {
			b := h.as(admin)
			if w := b.ask(http.MethodPost, path, form, headers...); w.Code != http.StatusForbidden || b.is(b.get("/account"), http.StatusOK) == nil {
				t.Errorf("%s with %v: %d", path, headers, w.Code)
			}
		}
		b := h.as(admin)
		b.get(path + "?" + form.Encode())
		h.is(b.get("/account"), http.StatusOK)
	}
	for _, p := range h.pages {
		if p.method == http.MethodGet {
			b := h.as(admin)
			b.get(filled(p.path))
			h.is(b.get("/account"), http.StatusOK)
		}
	}
	if after := acts(); after != before {
		t.Errorf("%d lines were added to the log", after-before)
	}
}

// 29: a session is another after signing in, and dead after signing out.
func TestSessions(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	coder := h.joins(admin, "Ines Torvald", "ines", "estuary", "coder")
	const name = "__Host-ascribe_session"
	c := coder.cookies[name]
	if c == nil || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
		t.Fatalf("the cookie is %v", c)
	}
	fixed := h.browser()
	fixed.cookies[name] = &http.Cookie{Name: name, Value: "fixed-by-somebody-else"}
	h.is(fixed.post("/sign-in", "login", "ines", "password", password), http.StatusSeeOther)
	if fixed.cookies[name].Value == "fixed-by-somebody-else" {
		t.Error("a session that was there before is signed in")
	}
	before := fixed.cookies[name]
	h.is(fixed.post("/sign-in", "login", "ines", "password", password), http.StatusSeeOther)
	old := h.browser()
	old.cookies[name] = before
	h.is(old.get("/"), http.StatusSeeOther) // the session from before signing in again
	tossed := h.browser()
	tossed.cookies["ascribe_session"] = &http.Cookie{Name: "ascribe_session", Value: coder.cookies[name].Value}
	h.is(tossed.get("/"), http.StatusSeeOther) // a cookie that a page without TLS could set

	left := h.browser()
	left.cookies = maps.Clone(coder.cookies)
	h.is(coder.post("/sign-out"), http.StatusSeeOther)
	h.is(left.get("/"), http.StatusSeeOther)

	id := h.account("ines").ID
	for what, form := range map[string][]string{
		"another role":   {"do", "role", "case", "estuary", "role", "reviewer", "why", "adjudicates"},
		"sessions ended": {"do", "sessions", "why", "a lost laptop"},
		"admin":          {"do", "admin", "admin", "yes", "why", "runs the desk"},
		"deactivated":    {"do", "deactivate", "why", "left"},
	} {
		b := h.browser()
		h.is(b.post("/sign-in", "login", "ines", "password", password), http.StatusSeeOther)
		h.is(b.get("/"), http.StatusOK)
		h.is(admin.post("/accounts/"+id, form...), http.StatusSeeOther)
		if w := b.get("/"); w.Code != http.StatusSeeOther {
			t.Errorf("%s: a session from before is still good: %d", what, w.Code)
		}
		if what == "deactivated" {
			h.is(b.post("/sign-in", "login", "ines", "password", password), http.StatusForbidden)
			h.is(admin.post("/accounts/"+id, "do", "reactivate", "why", "is back"), http.StatusSeeOther)
		}
		h.later(time.Minute)
	}
}

// 29: setting a password ends every other session, and gives this one another id.
func TestOwnPassword(t *testing.T) {
	h := newHouse(t)
	b := h.founded()
	other, before := h.browser(), h.browser()
	h.is(other.post("/sign-in", "login", "vera", "password", password), http.StatusSeeOther)
	before.cookies = maps.Clone(b.cookies)
	const another = "seven herons at low tide"
	h.is(b.post("/account/password", "present", "guessed wrongly", "password", another, "again", another), http.StatusBadRequest)
	h.is(b.post("/account/password", "present", password, "password", another, "again", "seven"), http.StatusBadRequest)
	h.is(b.post("/account/password", "present", password, "password", "password1", "again", "password1"), http.StatusBadRequest)
	h.is(other.get("/"), http.StatusOK)
	h.is(b.post("/account/password", "present", password, "password", another, "again", another), http.StatusSeeOther)
	h.is(b.get("/"), http.StatusOK)
	h.is(other.get("/"), http.StatusSeeOther)
	h.is(before.get("/"), http.StatusSeeOther)
	h.is(other.post("/sign-in", "login", "vera", "password", password), http.StatusForbidden)
	h.is(other.post("/sign-in", "login", "vera", "password", another), http.StatusSeeOther)
	h.later(access.Lifetime)
	h.is(b.get("/"), http.StatusSeeOther)
}

// 30: guesses are held back, by login and by address; the owner, in a browser that it
// has signed in with, is not held back by those of others.
func TestGuesses(t *testing.T) {
	h := newHouse(t)
	owner := h.founded()
	h.is(owner.post("/sign-out"), http.StatusSeeOther)
	guess := func(login, address string) int {
		b := h.browser()
		b.address = address
		return b.post("/sign-in", "login", login, "password", "a wrong guess").Code
	}
	through := 0
	for i := range 60 { // from many addresses
		if code := guess("vera", "203.0.113."+string(rune('0'+i%10))+":1"); code == http.StatusForbidden {
			through++
		} else if code != http.StatusTooManyRequests {
			t.Fatal(code)
		}
	}
	if through > access.PerLogin {
		t.Errorf("%d guesses in a minute were let through", through)
	}
	h.is(h.browser().post("/sign-in", "login", "vera", "password", password), http.StatusTooManyRequests)
	h.is(owner.post("/sign-in", "login", "vera", "password", password), http.StatusSeeOther)
	thief := h.browser()
	thief.cookies["__Host-ascribe_browser"] = &http.Cookie{Name: "__Host-ascribe_browser", Value: "made-up.mark"}
	h.is(thief.post("/sign-in", "login", "vera", "password", password), http.StatusTooManyRequests)

	h.later(time.Minute)
	through = 0
	for i := range 100 { // one address, many logins, of one network
		if guess("user"+string(rune('a'+i%26))+string(rune('a'+i/26)), "[2001:db8::"+string(rune('1'+i%9))+"]:1") == http.StatusForbidden {
			through++
		}
	}
	if through > access.PerAddress {
		t.Errorf("%d guesses of one address in a minute were let through", through)
	}
	h.later(time.Minute)
	h.is(h.browser().post("/sign-in", "login", "vera", "password", password), http.StatusSeeOther)
	failures, err := h.book.Failures(t.Context(), h.Now().Add(-time.Hour))
	if err != nil || len(failures) == 0 || !slices.ContainsFunc(failures, func(f access.Failures) bool { return f.Account == h.account("vera").ID }) {
		t.Errorf("the failures are %v, %v", failures, err)
	}
}

// 30: whether there is an account cannot be told, neither by the answer nor by how long
// it takes.
func TestWhichAccounts(t *testing.T) {
	h := newHouse(t)
	h.founded()
	ask := func(login string) (*httptest.ResponseRecorder, time.Duration) {
		h.later(time.Minute)
		start := time.Now()
		w := h.browser().post("/sign-in", "login", login, "password", "a wrong guess")
		return w, time.Since(start)
	}
	var there, not []time.Duration
	for range 15 {
		a, took := ask("vera")
		there = append(there, took)
		b, took := ask("voro")
		not = append(not, took)
		if a.Code != b.Code || strings.ReplaceAll(a.Body.String(), "vera", "voro") != b.Body.String() {
			t.Fatalf("%d\n%s\n%d\n%s", a.Code, a.Body, b.Code, b.Body)
		}
	}
	slices.Sort(there)
	slices.Sort(not)
	if d := (there[3] - not[3]).Abs(); d > 10*time.Millisecond {
		t.Errorf("an account takes %v, none takes %v", there[3], not[3])
	}
}

// 31 and 29: no secret lies in a file of the desk: neither of a token, nor of a session,
// a link or a password.
func TestNoSecretAtRest(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	w := h.is(admin.post("/cases/estuary", "do", "token", "name", "Dashboard", "scope", "read", "why", "for the wall"), http.StatusOK)
	_, rest, _ := strings.Cut(w.Body.String(), "ascribe_")
	token := "ascribe_" + rest[:strings.IndexByte(rest, '<')]
	head := func(headers ...string) int {
		return h.browser().ask(http.MethodGet, "/c/estuary/api/v1/head", nil, headers...).Code
	}
	if code := head("Authorization", "Bearer "+token); code != http.StatusOK {
		t.Fatalf("the token that was shown is answered with %d", code)
	}
	if code := h.browser().get("/c/estuary/api/v1/head?token=" + token).Code; code != http.StatusUnauthorized {
		t.Errorf("a token in an address: %d", code)
	}
	if code := h.browser().ask(http.MethodPost, "/c/estuary/api/v1/decisions", nil, "Authorization", "Bearer "+token).Code; code != http.StatusForbidden {
		t.Errorf("a token to read decides: %d", code)
	}
	w = h.is(admin.post("/accounts", "name", "Ines Torvald", "login", "ines", "why", "joins"), http.StatusOK)
	link := strings.TrimPrefix(linkShown.FindStringSubmatch(w.Body.String())[1], "/link/")
	secrets := []string{strings.TrimPrefix(token, "ascribe_"), link, admin.cookies["__Host-ascribe_session"].Value, password}
	files, err := filepath.Glob(filepath.Join(h.dir, "*"))
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			continue // the folder of an archive
		}
		for _, s := range secrets {
			if len(s) < 16 || bytes.Contains(b, []byte(s)) {
				t.Errorf("%s holds %q", f, s)
			}
		}
	}
	page := admin.get("/cases/estuary").Body.String()
	_, rest, _ = strings.Cut(page, `name="token" value="`)
	h.is(admin.post("/cases/estuary", "do", "revoke", "token", rest[:strings.IndexByte(rest, '"')], "why", "no longer"), http.StatusSeeOther)
	if code := head("Authorization", "Bearer "+token); code != http.StatusUnauthorized {
		t.Errorf("a token that was revoked: %d", code)
	}
}

// A link works once, however many use it at the same time, and not for ever.
func TestLinks(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	invite := func(login string) string {
		w := h.is(admin.post("/accounts", "name", "A "+login, "login", login, "why", "joins"), http.StatusOK)
		return linkShown.FindStringSubmatch(w.Body.String())[1]
	}
	link := invite("ines")
	var wg sync.WaitGroup
	codes := make([]int, 6)
	for i := range codes {
		wg.Go(func() { codes[i] = h.browser().post(link, "password", password, "again", password).Code })
	}
	wg.Wait()
	if n := len(slices.DeleteFunc(codes, func(c int) bool { return c != http.StatusSeeOther })); n != 1 {
		t.Errorf("the link was taken %d times", n)
	}
	h.is(h.browser().get(link), http.StatusNotFound)
	old := invite("otto")
	id := h.account("otto").ID
	w := h.is(admin.post("/accounts/"+id, "do", "link", "why", "mislaid"), http.StatusOK)
	h.is(h.browser().get(old), http.StatusNotFound) // the later link ends the one before
	again := linkShown.FindStringSubmatch(w.Body.String())[1]
	h.is(h.browser().post(again, "password", "otto 12345678", "again", "otto 12345678"), http.StatusBadRequest)
	h.is(h.browser().get(again), http.StatusOK) // looking and failing does not use it up
	h.later(8 * 24 * time.Hour)
	h.is(h.browser().post(again, "password", password, "again", password), http.StatusNotFound)
	h.is(h.browser().get("/link/none"), http.StatusNotFound)
}

// The desk always has an administrator who can sign in, and no name is handed on.
func TestKept(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	vera := "/accounts/" + h.account("vera").ID
	for _, form := range [][]string{{"do", "deactivate", "why", "x"}, {"do", "admin", "admin", "no", "why", "x"}} {
		if w := h.is(admin.post(vera, form...), http.StatusConflict); !strings.Contains(w.Body.String(), "nobody to administer") {
			t.Errorf("%v: %s", form, w.Body)
		}
		h.is(admin.get("/accounts"), http.StatusOK)
	}
	h.is(admin.post(vera, "do", "deactivate"), http.StatusConflict) // without a reason
	for _, name := range []string{"vera  LINDQVIST", "Vera Lindqvist", "Ｖera Lindqvist"} {
		h.is(admin.post("/accounts", "name", name, "login", "other", "why", "x"), http.StatusConflict)
	}
	h.is(admin.post("/accounts", "name", "Other", "login", "VERA", "why", "x"), http.StatusConflict)
	h.is(admin.post("/accounts", "name", "Vera\u202eLindqvist", "login", "other", "why", "x"), http.StatusBadRequest)
	h.is(admin.post("/cases/estuary", "do", "token", "name", "vera lindqvist", "scope", "review", "why", "x"), http.StatusConflict)
	h.is(admin.post("/cases/estuary", "do", "token", "name", "Importer", "scope", "review", "why", "x"), http.StatusOK)
	h.is(admin.post("/accounts", "name", "importer", "login", "other", "why", "x"), http.StatusConflict)
	h.joins(admin, "Otto Maran", "otto", "", "admin")
	h.is(admin.post(vera, "do", "deactivate", "why", "leaves"), http.StatusSeeOther)
	h.is(admin.get("/"), http.StatusSeeOther)
}

// A closed case answers nobody, and is whole when it is opened again.
func TestClosedCase(t *testing.T) {
	h := newHouse(t)
	admin := h.founded()
	coder := h.joins(admin, "Ines Torvald", "ines", "estuary", "coder")
	h.is(coder.get("/c/estuary/"), http.StatusOK)
	h.is(admin.post("/cases/estuary", "do", "close", "why", "published"), http.StatusSeeOther)
	for _, b := range []*browser{coder, admin} {
		h.is(b.get("/c/estuary/"), http.StatusNotFound)
		if strings.Contains(b.get("/").Body.String(), "The estuary") {
			t.Error("a closed case is listed")
		}
	}
	h.is(admin.get("/cases/estuary"), http.StatusOK)
	h.is(admin.post("/cases/estuary", "do", "reopen", "why", "a correction"), http.StatusSeeOther)
	h.is(admin.post("/cases/estuary", "do", "title", "about", "The estuary, 2025", "why", "a year"), http.StatusSeeOther)
	if page := h.is(coder.get("/c/estuary/"), http.StatusOK).Body.String(); !strings.Contains(page, "The estuary, 2025") {
		t.Error("the title is not the new one")
	}
	log := admin.get("/log").Body.String()
	for _, said := range []string{"published", "a correction", "closed the case", "Vera Lindqvist", "made the case", "founded the desk", "198.51.100.7"} {
		if said != "made the case" && !strings.Contains(log, said) {
			t.Errorf("the log lacks %q", said)
		}
	}
}

// Only the proxy of the desk is believed about whom it asks for; and the desk answers to
// no other name.
func TestProxy(t *testing.T) {
	h := newHouse(t, func(d *Desk) { d.Proxy = net.IP.IsLoopback })
	seen := func(from string, forwarded ...string) string {
		var got string
		front := h.front(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = addressOf(r) }))
		r := httptest.NewRequest(http.MethodGet, origin+"/", nil)
		r.RemoteAddr = from
		r.Header["X-Forwarded-For"] = forwarded
		front.ServeHTTP(httptest.NewRecorder(), r)
		return got
	}
	for _, tt := range []struct {
		want, from string
		forwarded  []string
	}{
		{"203.0.113.9", "127.0.0.1:1", []string{"203.0.113.9"}}, {"203.0.113.9", "127.0.0.1:1", []string{"6.6.6.6, 203.0.113.9"}}, {"203.0.113.9", "[::1]:1", []string{"6.6.6.6", "203.0.113.9"}},
		{"198.51.100.7", "198.51.100.7:1", []string{"203.0.113.9"}}, {"127.0.0.1", "127.0.0.1:1", nil}, {"127.0.0.1", "127.0.0.1:1", []string{"nonsense"}}, {"2001:db8::1", "127.0.0.1:1", []string{"2001:db8::1"}},
	} {
		if got := seen(tt.from, tt.forwarded...); got != tt.want {
			t.Errorf("%s with %q is %s, want %s", tt.from, tt.forwarded, got, tt.want)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "https://evil.example/sign-in", nil))
	if w.Code != http.StatusForbidden || w.Header().Get("Strict-Transport-Security") == "" {
		t.Errorf("another name: %d, %v", w.Code, w.Header())
	}
}
