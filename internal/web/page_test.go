package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Every page, in every language: says all that it says in words of the catalogue,
// runs nothing, loads nothing from elsewhere, has each id once, and every reference
// within it leads somewhere.
func TestEveryPage(t *testing.T) {
	for _, code := range codes {
		for _, path := range newsroom.paths() {
			doc := newsroom.page(t, path, "Accept-Language", code)
			ids := map[string]int{}
			var refs []string
			every(doc, func(n *html.Node) {
				if id := attr(n, "id"); id != "" {
					ids[id]++
				}
				if n.Data == "script" && !ownScript(path, n) || n.Data == "iframe" || n.Data == "object" || n.Data == "style" || n.Data == "base" {
					t.Errorf("%s: <%s>", path, n.Data)
				}
				if n.Data == "html" && attr(n, "lang") != code {
					t.Errorf("%s: in %q, wanted %q", path, attr(n, "lang"), code)
				}
				for _, a := range n.Attr {
					if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
						t.Errorf("%s: <%s %s=%q>", path, n.Data, a.Key, a.Val)
					}
				}
				refs = append(refs, referencesOf(t, path, n)...)
			})
			for id, n := range ids {
				if n > 1 {
					t.Errorf("%s: id %q is there %d times", path, id, n)
				}
			}
			for _, to := range refs {
				if ids[to] == 0 {
					t.Errorf("%s: #%s leads nowhere", path, to)
				}
			}
			if m := regexp.MustCompile(`⟨[^⟩]*⟩`).FindString(textOf(doc)); m != "" {
				t.Errorf("%s in %s: no text for %s", path, code, m)
			}
		}
	}
}

// ownScript reports whether an element is the one script that a page may have.
func ownScript(path string, n *html.Node) bool {
	if n.FirstChild != nil {
		return false
	}
	src := attr(n, "src")
	if name := islandOf(path); name != "" {
		return attr(n, "type") == "module" && strings.HasPrefix(src, "/static/dist/") && strings.HasSuffix(src, "/"+name)
	}
	if strings.HasSuffix(path, "/code") {
		return strings.HasPrefix(src, "/static/code.js?v=")
	}
	return (path == "/review" || path == "/review/doubts") && strings.HasPrefix(src, "/static/review.js?v=")
}

// islandOf is the island of a page, or "".
func islandOf(path string) string {
	path, _, _ = strings.Cut(path, "?")
	switch {
	case path == "/map":
		return "map.js"
	case strings.HasPrefix(path, "/incidents/") && strings.Count(path, "/") == 2:
		return "place.js"
	}
	return ""
}

// ownIsland is how a page asks for its island.
var ownIsland = regexp.MustCompile(`<script type="module" src="/static/dist/[0-9a-f]{16}/[a-z]+\.js"></script>`)

// referencesOf checks where an element leads, and returns places within the page.
func referencesOf(t *testing.T, path string, n *html.Node) []string {
	t.Helper()
	var within []string
	for _, key := range []string{"href", "src", "action"} {
		to := attr(n, key)
		u, err := url.Parse(to)
		switch {
		case to == "":
		case err != nil:
			t.Errorf("%s: %s=%q: %v", path, key, to, err)
		case strings.HasPrefix(to, "#"):
			within = append(within, u.Fragment)
		case u.Host != "" && u.Host != "127.0.0.1:8080":
			if n.Data != "a" || !strings.Contains(attr(n, "rel"), "external") || !strings.Contains(attr(n, "rel"), "noopener") {
				t.Errorf("%s: <%s %s=%q>", path, n.Data, key, to)
			}
		}
	}
	if n.Data == "label" && attr(n, "for") != "" {
		within = append(within, attr(n, "for"))
	}
	if of := attr(n, "aria-labelledby"); of != "" {
		within = append(within, of)
	}
	return within
}

// Whoever follows every link of the desk, within it, meets no error, and every
// place of another page that a link names is there.
func TestCrawl(t *testing.T) {
	type link struct{ from, to string }
	queue := []link{{"", "/"}}
	seen := map[string]map[string]bool{} // the ids of each page
	var places []link
	for len(queue) > 0 {
		l := queue[0]
		queue = queue[1:]
		if seen[l.to] != nil || len(seen) > 200 {
			continue
		}
		w := newsroom.get(l.to)
		if w.Code == http.StatusPermanentRedirect {
			queue = append(queue, link{l.from, w.Header().Get("Location")})
			seen[l.to] = map[string]bool{}
			continue
		}
		seen[l.to] = map[string]bool{}
		if w.Code != http.StatusOK {
			t.Errorf("%s leads to %s: status %d", l.from, l.to, w.Code)
			continue
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		doc, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		every(doc, func(n *html.Node) {
			if id := attr(n, "id"); id != "" {
				seen[l.to][id] = true
			}
			to := attr(n, "href")
			if n.Data != "a" || !strings.HasPrefix(to, "/") {
				return
			}
			page, place, _ := strings.Cut(to, "#")
			queue = append(queue, link{l.to, page})
			if place != "" {
				places = append(places, link{page, place})
			}
		})
	}
	if len(seen) < 60 || len(places) < 200 {
		t.Errorf("%d pages and %d places: the desk has lost its links", len(seen), len(places))
	}
	for _, p := range places {
		if ids := seen[p.from]; len(ids) > 0 && !ids[p.to] {
			t.Errorf("%s has no place %s", p.from, p.to)
		}
	}
}

// A page that there is not, an id that leads nowhere and a moment that is none are
// errors of who asks, and say what to do.
func TestErrors(t *testing.T) {
	for path, want := range map[string]int{
		"/nothing":                             http.StatusNotFound,
		"/incidents/izzzzzzzzzzzz":             http.StatusNotFound,
		"/incidents/..%2f..%2fetc":             http.StatusNotFound,
		"/articles/12":                         http.StatusNotFound,
		"/articles/%2e%2e%2f":                  http.StatusNotFound,
		"/incidents/i2?as_of=yesterday":        http.StatusBadRequest,
		"/search?q=a&known_at=2025-13-1":       http.StatusBadRequest,
		"/articles/" + strings.Repeat("0", 64): http.StatusNotFound,
		"/articles/" + newsroom.docs[0].String() + "?as_of=2020-01-01":    http.StatusNotFound,
		"/articles/" + newsroom.docs[0].String() + "/raw/sha256:00":       http.StatusNotFound,
		"/articles/" + newsroom.docs[0].String() + "?known_at=2020-01-01": http.StatusNotFound,
	} {
		w := newsroom.get(path)
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
		if !strings.Contains(w.Body.String(), `class="lede"`) {
			t.Errorf("%s: no page says what is wrong", path)
		}
	}
	if newsroom.log.Len() > 0 {
		t.Errorf("the log holds %s", newsroom.log)
	}
}
