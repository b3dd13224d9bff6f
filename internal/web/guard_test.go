package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// Every answer bears the policy, and none is given under a foreign name.
func TestGuard(t *testing.T) {
	for _, path := range append(newsroom.paths(), "/nothing", "/static/style.css", "/articles/x/raw/y") {
		w := newsroom.get(path)
		h := w.Header()
		want := policy
		if path == "/review" || path == "/review/doubts" || strings.HasSuffix(path, "/code") {
			want = scripted
		} else if islandOf(path) != "" && strings.Contains(w.Body.String(), "<script") {
			want = islandPolicy
		}
		if h.Get("Content-Security-Policy") != want || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, h)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") || strings.Contains(policy, "*") {
		t.Errorf("the policy %q lets others in", policy)
	}
	for host, want := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "[::1]:8080": 200, "localhost": 200, "[::1]": 200, "127.1.2.3:1": 200,
		"evil.example": 403, "evil.example:8080": 403, "127.0.0.1.evil.example": 403, "localhost.evil.example:80": 403, "10.0.0.1": 403, "": 403, "0.0.0.0:8080": 403,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		newsroom.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
}

// choose posts a choice of the reader.
func choose(form url.Values, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/settings", strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1:8080"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	newsroom.ServeHTTP(w, r)
	return w
}

// What another site's page posts is refused; what a reader chooses is kept, and
// leads back within the desk.
func TestSettings(t *testing.T) {
	dark := url.Values{"theme": {"dark"}, "language": {"es"}, "back": {"/incidents/i2?as_of=2025-03-08"}}
	for _, headers := range [][]string{
		{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "same-site"},
	} {
		if w := choose(dark, headers...); w.Code != http.StatusForbidden || len(w.Result().Cookies()) > 0 {
			t.Errorf("%v: status %d, cookies %v", headers, w.Code, w.Result().Cookies())
		}
	}
	w := choose(dark, "Sec-Fetch-Site", "same-origin")
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != dark.Get("back") {
		t.Errorf("status %d, to %q", w.Code, to)
	}
	var cookies []string
	for _, c := range w.Result().Cookies() {
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
			t.Errorf("cookie %v", c)
		}
		cookies = append(cookies, c.Name+"="+c.Value)
	}
	body := newsroom.get("/", "Cookie", strings.Join(cookies, "; ")).Body.String()
	if !strings.Contains(body, `<html lang="es" data-theme="dark">`) {
		t.Errorf("the choice %v is not kept", cookies)
	}
	if body = newsroom.get("/", "Cookie", "ascribe_theme=x\" onload=; ascribe_language=fr").Body.String(); !strings.Contains(body, `<html lang="en">`) {
		t.Error("a cookie of another's making is taken for a choice")
	}
	for _, back := range []string{"//evil.example", `/\evil.example`, "https://evil.example/", "javascript:alert(1)", "", "evil", "/\t/evil.example", "/a\r\nX: y"} {
		if to := choose(url.Values{"back": {back}}).Header().Get("Location"); to != "/" {
			t.Errorf("back to %q leads to %q", back, to)
		}
	}
	if w := newsroom.get("/settings?theme=dark"); len(w.Result().Cookies()) > 0 {
		t.Error("an address alone sets a cookie")
	}
}

func TestLoopback(t *testing.T) {
	for _, good := range []string{"127.0.0.1:8080", "[::1]:0", "localhost:80"} {
		if err := Loopback(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"0.0.0.0:8080", ":8080", "[::]:80", "10.1.2.3:80", "example.org:80", "127.0.0.1", "", "localhost.evil.example:1"} {
		if err := Loopback(bad); err == nil {
			t.Errorf("%q is let through", bad)
		}
	}
}
