package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// attack is an article whose every field wants to be more than text.
func attack(t *testing.T, fields map[string]string) string {
	t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What an article brings is text on every page: no element, no attribute, no
// address that does something, and nothing that acts unseen.
func TestHostileArticle(t *testing.T) {
	const bomb = ` A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said. `
	tricks := []string{
		`<img src=x onerror=alert(1)>`, `"><svg onload=alert(1)>`, `</script><script>alert(1)</script>`, `{{7*7}} ${7*7}`, `';alert(1)//`,
		"</q></bdi></main><base href=//evil.example>", "\u202eoreh dednuow", "\u2066hidden\u2069", "a\u200bb", "line\u2028break", "\x1b[31mred",
	}
	for i, trick := range tricks {
		d := freshDesk(t, attack(t, map[string]string{
			"id": "x" + trick, "url": "https://herald.example/a?q=%22%3E%3Cscript%3E", "outlet": "Herald " + trick, "published": "2025-03-03T20:00:00Z",
			"title": "Bomb " + trick, "text": bomb + trick + ` The Maran ` + trick + ` Front claimed responsibility for the bombing, a spokesman named ` + trick + ` said. "` + trick + ` we did it," he said.`,
		}), attack(t, map[string]string{"id": "y", "url": "javascript:alert(1)", "outlet": "Courier", "title": "t", "text": bomb}))
		if len(d.ids) == 0 || len(d.docs) != 2 {
			t.Fatalf("%d: %d incidents in %d articles", i, len(d.ids), len(d.docs))
		}
		shown := false
		for _, path := range append(d.paths(), "/search?q=bomb+%3Cscript%3E%22%3E") {
			doc := d.page(t, path)
			every(doc, func(n *html.Node) {
				switch n.Data {
				case "script":
					if !ownScript(path, n) {
						t.Errorf("%s: %q became <%s>", path, trick, n.Data)
					}
				case "img", "base", "iframe":
					t.Errorf("%s: %q became <%s>", path, trick, n.Data)
				}
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
						t.Errorf("%s: %q became %s=%q", path, trick, a.Key, a.Val)
					}
				}
			})
			text := textOf(doc)
			if strings.ContainsAny(text, "\u202e\u2066\u2069\u200b\x1b") {
				t.Errorf("%s: %q acts unseen", path, trick)
			}
			shown = shown || strings.Contains(text, visible(trick))
		}
		if !shown {
			t.Errorf("%q is shown nowhere", trick)
		}
	}
}

// The bytes as fetched are given out as a file that no browser runs, and only as a
// capture of their own article.
func TestRawCapture(t *testing.T) {
	d := newsroom
	var raws []string
	for _, id := range d.docs {
		every(d.page(t, "/articles/"+id.String()), func(n *html.Node) {
			if to := attr(n, "href"); strings.Contains(to, "/raw/") {
				raws = append(raws, to)
			}
		})
	}
	if len(raws) < len(d.docs) {
		t.Fatalf("%d captures of %d articles", len(raws), len(d.docs))
	}
	for _, to := range raws {
		w := d.get(to)
		h := w.Header()
		if w.Code != http.StatusOK || w.Body.Len() == 0 || h.Get("Content-Type") != "application/octet-stream" ||
			!strings.HasPrefix(h.Get("Content-Disposition"), "attachment;") || h.Get("Content-Security-Policy") != sealed || !strings.Contains(sealed, "sandbox") {
			t.Errorf("%s: status %d, %v", to, w.Code, h)
		}
	}
	_, key, _ := strings.Cut(raws[0], "/raw/")
	if w := d.get("/articles/" + d.docs[5].String() + "/raw/" + key); w.Code != http.StatusNotFound {
		t.Errorf("a capture of another article: status %d", w.Code)
	}
}

// No address makes the desk fail: what cannot be is refused, what is odd finds
// nothing, and all of it is text on the page that answers.
func TestHostileAddresses(t *testing.T) {
	odd := []string{
		"' OR 1=1--", `" NEAR/ *`, "%_%_%", "-1", "99999999999999999999", "\x00", "\u202e", strings.Repeat("a ", 3000), "<script>alert(1)</script>", "../../etc/passwd", "{{.}}", "NOT", "a AND (", "*", "1.2.3", "*.0.x", "0.0.i",
	}
	var fields []string
	for _, f := range filters {
		fields = append(fields, "/incidents?"+f.name+"=", "/incidents.json?"+f.name+"=")
	}
	fields = append(fields, "/search?q=", "/?as_of=", "/actors?known_at=", "/incidents/i2/changes?from=2025-01-01&to=", "/incidents/"+newsroom.ids[0]+"?all=",
		"/incidents/", "/articles/", "/actors/", "/sources/", "/articles/"+newsroom.docs[0].String()+"/raw/", "/static/", "/static/dist/x/", "/map?q=", "/map?within=", "/map.geojson?where_prec=", "/map.geojson?within=")
	asked := 0
	for _, field := range fields {
		for _, value := range odd {
			escape := url.QueryEscape
			if !strings.Contains(field, "?") {
				escape = url.PathEscape
			}
			w := newsroom.get(field + escape(value))
			asked++
			if w.Code >= 500 {
				t.Errorf("%s%q: status %d\n%s", field, value, w.Code, newsroom.log)
			}
			if strings.Contains(ownIsland.ReplaceAllString(w.Body.String(), ""), "<script") {
				t.Errorf("%s%q: a script on the page", field, value)
			}
		}
	}
	if asked < 700 {
		t.Errorf("%d addresses asked for", asked)
	}
}
