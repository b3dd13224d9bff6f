package web

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ascribe/internal/access"
	"ascribe/internal/api"
)

// A caller is somebody who asks, seen from the case estuary.
type caller struct {
	name  string
	admin bool
	in    string // a case of which it is a member
	role  access.Role
	has   *access.Account // nil is nobody
}

// rank is what a caller may do on the pages of the desk itself.
func (c *caller) rank() access.Role {
	switch {
	case c.has == nil:
		return access.NoRole
	case c.admin:
		return access.Administrator
	}
	return access.Viewer
}

// may is what a caller may do in a case.
func (c *caller) may(name string) access.Role {
	if c.admin {
		return access.Administrator
	}
	if c.in == name {
		return c.role
	}
	return access.NoRole
}

// crowd fills a house: everybody who can stand to the case estuary in another way.
func crowd(t *testing.T) (*house, []*caller) {
	t.Helper()
	h := newHouse(t)
	h.founded()
	enter := func(c *access.Change) {
		t.Helper()
		c.Act.At, c.Act.Did = h.Now(), either(c.Case != nil, access.CaseMade, access.Invited)
		if err := h.book.Enter(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	ferry, err := access.NewCase("ferry", "The ferry", h.Now())
	if err != nil {
		t.Fatal(err)
	}
	enter(&access.Change{Case: ferry})
	kept, err := h.hasher.Hash(t.Context(), password)
	if err != nil {
		t.Fatal(err)
	}
	people := []*caller{{name: "nobody"}, {name: "Ola None"}, {name: "Ada Other", in: "ferry", role: access.Reviewer}, {name: "Vi Viewer", in: "estuary", role: access.Viewer},
		{name: "Co Coder", in: "estuary", role: access.Coder}, {name: "Re Reviewer", in: "estuary", role: access.Reviewer}, {name: "Adam Min", admin: true}}
	for _, c := range people[1:] {
		a, err := access.NewAccount(c.name, strings.ReplaceAll(c.name, " ", "."), "", h.Now())
		if err != nil {
			t.Fatal(err)
		}
		a.Administrator, a.Password, c.has = c.admin, kept, a
		enter(&access.Change{Account: a})
		if c.in != "" {
			enter(&access.Change{Membership: &access.Membership{Account: a.ID, Case: c.in, Role: c.role}})
		}
	}
	return h, people
}

func either(yes bool, a, b access.Deed) access.Deed {
	if yes {
		return a
	}
	return b
}

// as is a browser in which a caller has just signed in.
func (h *house) as(c *caller) *browser {
	h.t.Helper()
	b := h.browser()
	if c.has != nil {
		b.cookies["__Host-ascribe_session"] = &http.Cookie{Name: "__Host-ascribe_session", Value: h.session(c.has)}
	}
	return b
}

// session begins a session of an account, and returns its secret.
func (h *house) session(a *access.Account) string {
	h.t.Helper()
	s, secret := access.NewSession(a.ID, "a browser", "198.51.100.7", h.Now())
	if err := h.book.PutSession(h.t.Context(), s, a.Password); err != nil {
		h.t.Fatal(err)
	}
	return secret
}

// turned reports how an answer turned somebody away: "in" to sign in, "no", "none" where
// there is nothing for that person; "" is not at all.
func turned(w *httptest.ResponseRecorder, post bool) string {
	switch {
	case w.Code == http.StatusSeeOther && strings.HasPrefix(w.Header().Get("Location"), "/sign-in?back="):
		return "in"
	case w.Code == http.StatusForbidden && post && strings.Contains(w.Body.String(), "You are not signed in"):
		return "in"
	case w.Code == http.StatusForbidden:
		return "no"
	}
	return ""
}

// filled is the path of a route with something in its places.
func filled(path string) string {
	if path == "/" {
		return "/nothing"
	}
	return strings.NewReplacer("{$}", "", "{id}", "x", "{key}", "x", "{outlet}", "x", "{secret}", "x", "{name}", "estuary").Replace(path)
}

// TestDeskByRole asks for every page of the desk itself, and of its cases, as everybody
// who can stand to them in another way.
func TestDeskByRole(t *testing.T) {
	h, people := crowd(t)
	asked := 0
	for _, p := range h.pages {
		for _, c := range people {
			asked++
			w := h.as(c).ask(p.method, filled(p.path), map[string][]string{})
			want := ""
			switch {
			case c.rank() >= p.least:
			case c.has == nil:
				want = "in"
			default:
				want = "no"
			}
			if p.path == "/sign-in" && p.method == "POST" {
				want = "no" // there is no such login, whoever asks
			}
			if p.path == "/provider/back" || p.path == "/provider" {
				want = "" // there is no provider
			}
			if got := turned(w, p.method == "POST"); got != want || w.Code >= 500 || want != "" && w.Code < 300 {
				t.Errorf("%s %s as %s: status %d, turned away %q, want %q", p.method, p.path, c.name, w.Code, got, want)
			}
		}
	}
	pages := casePages(t, h)
	for _, in := range []string{"estuary", "ferry", "none"} {
		for _, p := range pages {
			for _, c := range people {
				asked++
				w := h.as(c).ask(p.method, "/c/"+in+filled(p.path), map[string][]string{})
				role := c.may(in)
				if in == "none" {
					role = access.NoRole
				}
				switch got := turned(w, p.method == "POST"); {
				case c.has == nil && got == "in", c.has != nil && role == access.NoRole && w.Code == http.StatusNotFound,
					role != access.NoRole && role < p.least && got == "no", role != access.NoRole && role >= p.least && got == "" && w.Code < 500:
				default:
					t.Errorf("%s /c/%s%s as %s: status %d, turned away %q", p.method, in, p.path, c.name, w.Code, got)
				}
			}
		}
	}
	if asked < 250 {
		t.Errorf("%d were asked", asked)
	}
	t.Logf("%d requests, %d routes of the desk, %d of a case", asked, len(h.pages), len(pages))
}

// casePages are the routes of a case, and its files.
func casePages(t *testing.T, h *house) []route {
	t.Helper()
	c, err := h.caseOf(t.Context(), "estuary")
	if err != nil {
		t.Fatal(err)
	}
	r, err := h.open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer r.under.Done()
	return append(slices.Clone(r.Pages.pages), route{"GET", "/static/style.css", access.Viewer}, route{"GET", "/static/none", access.Viewer}, route{"GET", "/static/dist/x/none", access.Viewer})
}

// Who is no member sees the same of a case that there is as of one that there is not.
func TestNoMemberCannotTell(t *testing.T) {
	h, people := crowd(t)
	for _, path := range []string{"/", "/incidents", "/review", "/api/v1/head", "/api/v1/docs", "/api/v1/openapi.json", "/static/style.css", "/nothing"} {
		for _, c := range people[:3] {
			for _, headers := range [][]string{nil, {"Authorization", "Bearer ascribe_x"}, {"Authorization", "Basic x"}} {
				there, not := h.as(c).ask("GET", "/c/estuary"+path, nil, headers...), h.as(c).ask("GET", "/c/missing"+path, nil, headers...)
				same := strings.ReplaceAll(not.Body.String(), "missing", "estuary")
				head := not.Header().Clone()
				for _, values := range head {
					for i := range values {
						values[i] = strings.ReplaceAll(values[i], "missing", "estuary")
					}
				}
				if there.Code != not.Code || there.Body.String() != same || !maps.EqualFunc(there.Header(), head, slices.Equal) || there.Code < 300 {
					t.Errorf("%s as %s: %d %v, and %d %v\n%s\n%s", path, c.name, there.Code, there.Header(), not.Code, head, there.Body, same)
				}
			}
		}
	}
}

// TestProgramsByRole asks for every route of the API of a case with every token, of that
// case and of another, and with sessions alone.
func TestProgramsByRole(t *testing.T) {
	h, people := crowd(t)
	tokens := map[string]map[access.Scope]string{}
	for _, in := range []string{"estuary", "ferry"} {
		tokens[in] = map[access.Scope]string{}
		c, err := h.caseOf(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		r, err := h.open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		defer r.under.Done()
		for _, s := range access.Scopes() {
			made, secret, err := access.NewToken("A program", []access.Scope{s}, h.Now())
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Tokens.PutToken(t.Context(), made); err != nil {
				t.Fatal(err)
			}
			tokens[in][s] = secret
		}
	}
	routes := programRoutes(t, h, tokens["estuary"][access.Read])
	through := func(w *httptest.ResponseRecorder) bool {
		return w.Code != http.StatusUnauthorized && w.Code != http.StatusForbidden && w.Code < 500
	}
	for _, p := range routes {
		path := "/c/estuary" + api.Base + strings.Replace(p.path, "{id}", "x", 1)
		for s, secret := range tokens["estuary"] {
			want := p.scope == "" || s == p.scope || s == access.Admin
			if w := h.browser().ask(p.method, path, nil, "Authorization", "Bearer "+secret); through(w) != want || !want && w.Code != http.StatusForbidden {
				t.Errorf("%s %s with the scope %s: %d", p.method, path, s, w.Code)
			}
		}
		for s, secret := range tokens["ferry"] {
			if w := h.browser().ask(p.method, path, nil, "Authorization", "Bearer "+secret); w.Code != http.StatusUnauthorized {
				t.Errorf("%s %s with the scope %s of another case: %d", p.method, path, s, w.Code)
			}
		}
		for _, c := range people {
			member := c.may("estuary") != access.NoRole
			if w := h.as(c).ask(p.method, path, nil); (w.Code == http.StatusUnauthorized) == (member && p.scope == "") {
				t.Errorf("%s %s as %s without a token: %d", p.method, path, c.name, w.Code)
			}
		}
	}
	if len(routes) < 20 {
		t.Errorf("%d routes", len(routes))
	}
}

// A programRoute is a route of the API, and the scope that it takes.
type programRoute struct {
	method, path string
	scope        access.Scope
}

// programRoutes are the routes that the API tells of, and what it tells them with.
func programRoutes(t *testing.T, h *house, secret string) []programRoute {
	t.Helper()
	w := h.is(h.browser().ask("GET", "/c/estuary"+api.Base+"/openapi.json", nil, "Authorization", "Bearer "+secret), http.StatusOK)
	var d struct {
		Servers []struct{ URL string }
		Paths   map[string]map[string]struct{ Security []map[string][]access.Scope }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Servers) != 1 || d.Servers[0].URL != "/c/estuary"+api.Base {
		t.Errorf("the API says that it stands at %v", d.Servers)
	}
	out := []programRoute{{"GET", "/openapi.json", ""}, {"GET", "/docs", ""}, {"GET", "/docs.css", ""}, {"GET", "/nothing", ""}}
	for path, methods := range d.Paths {
		for method, op := range methods {
			r := programRoute{strings.ToUpper(method), path, ""}
			if len(op.Security) > 0 {
				r.scope = op.Security[0]["token"][0]
			}
			out = append(out, r)
		}
	}
	return out
}

// Nobody does anything to what is another's: sessions, links.
func TestOthersThings(t *testing.T) {
	h, people := crowd(t)
	other := people[4]
	h.session(other.has)
	sessions, err := h.book.Sessions(t.Context(), other.has.ID)
	if err != nil || len(sessions) != 1 {
		t.Fatal(sessions, err)
	}
	for _, c := range people {
		if c == other {
			continue
		}
		if w := h.as(c).post("/account/sessions/" + sessions[0].ID); w.Code != http.StatusNotFound && c.has != nil || w.Code < 400 {
			t.Errorf("%s ends another's session: %d", c.name, w.Code)
		}
	}
	if left, err := h.book.Sessions(t.Context(), other.has.ID); err != nil || len(left) != 1 {
		t.Errorf("%d sessions are left, %v", len(left), err)
	}
	link, secret := access.NewLink(access.Reset, other.has.ID, h.Now())
	if err := h.book.Enter(t.Context(), &access.Change{Act: access.Act{At: h.Now(), Did: access.PasswordReset}, Link: link}); err != nil {
		t.Fatal(err)
	}
	for _, c := range people[:6] {
		if w := h.as(c).post("/accounts/"+other.has.ID, "do", "unlink", "link", link.ID, "why", "mine"); w.Code != http.StatusForbidden {
			t.Errorf("%s takes another's link back: %d", c.name, w.Code)
		}
	}
	if l, err := h.book.Link(t.Context(), access.Hash(secret)); err != nil || !l.Good(h.Now()) {
		t.Errorf("the link is %+v, %v", l, err)
	}
	if w := h.browser().get("/link/" + link.ID); w.Code != http.StatusNotFound {
		t.Errorf("the id of a link opens it: %d", w.Code)
	}
}

// Routes are registered in the tables alone, of which the tests above know every row.
func TestNoOtherRoutes(t *testing.T) {
	want := map[string]int{
		"internal/web/server.go open": 2, "internal/web/server.go routes": 3, "internal/web/desk.go Handler": 2, "internal/web/desk.go routes": 2,
		"internal/api/api.go handler": 4, "internal/api/route.go on": 1,
	}
	got := map[string]int{}
	root := filepath.Join("..", "..")
	for _, dir := range []string{"internal/web", "internal/api", "internal/oidc", "cmd/ascribe"} {
		files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, path := range files {
			if !strings.HasSuffix(path, "_test.go") {
				registered(t, path, dir+"/"+filepath.Base(path), got)
			}
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("routes are registered at\n%v, want\n%v", got, want)
	}
}

// registered counts where a file registers routes.
func registered(t *testing.T, path, name string, got map[string]int) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(fn, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if ok && (slices.Contains([]string{"Handle", "HandleFunc"}, sel.Sel.Name) || sel.Sel.Name == "Register" && fmt.Sprint(sel.X) == "huma") {
				got[name+" "+fn.Name.Name]++
			}
			return true
		})
	}
}
