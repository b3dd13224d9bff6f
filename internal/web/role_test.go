package web

import (
	"html"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"ascribe/internal/access"
)

// TestRolesByRoute asks for every page as every role, and as nobody: who has less than
// a page takes is refused, and nobody else is.
func TestRolesByRoute(t *testing.T) {
	var role access.Role
	s := &Server{
		Store: newsroom.store, Generator: "ascribe test", Now: now, Log: log.New(io.Discard, "", 0), Base: "/c/estuary",
		Who: func(*http.Request) access.Person { return access.Person{ID: "a1", Name: "Vera Lindqvist", Role: role} },
	}
	h, err := s.Handler()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.pages) == 0 {
		t.Fatal("no page is listed")
	}
	for _, p := range s.pages {
		if p.least == access.NoRole {
			t.Errorf("%s %s takes no role", p.method, p.path)
		}
		path := strings.NewReplacer("{$}", "", "{id}", "x", "{key}", "x", "{outlet}", "x").Replace(p.path)
		for _, role = range append([]access.Role{access.NoRole}, access.Roles()...) {
			r := httptest.NewRequest(p.method, "http://localhost/c/estuary"+path, nil)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if refused := w.Code == http.StatusForbidden; refused != (role < p.least) {
				t.Errorf("%s %s as %q answers %d, and takes a %s", p.method, path, role, w.Code, p.least)
			}
		}
	}
}

// TestBase walks through the pages of a desk that does not stand at the root: no link
// leaves it.
func TestBase(t *testing.T) {
	const base = "/c/estuary"
	s := &Server{Store: newsroom.store, Generator: "ascribe test", Now: now, Log: log.New(io.Discard, "", 0), Base: base, Who: anyone}
	h, err := s.Handler()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Handler: h}
	link := regexp.MustCompile(` (?:href|src|action)="(/[^"]*)"`)
	seen := map[string]bool{base + "/": true}
	for queue := []string{base + "/"}; len(queue) > 0 && len(seen) < 120; queue = queue[1:] {
		w := d.get(queue[0])
		if w.Code != http.StatusOK {
			t.Errorf("%s answers %d", queue[0], w.Code)
		}
		for _, m := range link.FindAllStringSubmatch(w.Body.String(), -1) {
			to, _, _ := strings.Cut(html.UnescapeString(m[1]), "#")
			if !strings.HasPrefix(to, base+"/") {
				t.Errorf("%s leads to %s", queue[0], to)
			}
			if !seen[to] && !strings.Contains(m[0], " action=") && !strings.Contains(to, "/raw/") {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d links were followed", len(seen))
	}
}
