package publish

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"ascribe"
)

// payloads are what a hostile article, feed or register may hold.
var payloads = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `](javascript:alert(1))`, `[x](javascript:alert(1))`, `![x](https://evil.example/p.png)`,
	"```\n<b>out of the fence</b>\n```", `{{7*7}}${7*7}<%= 7*7 %>`, `https://evil.example/auto www.evil.example <https://evil.example/> mailto:a@evil.example`,
	"</style><style>*{display:none}", "' onmouseover='alert(1)", "| a | b |\n|---|---|", "[^1]: not a note", "# heading\n\n> quote\n\n- item", "\u202eevil\u2066", "\x1b[2J\x00", `*b* _i_ ~~s~~ ==m== ^up^ <!-- -->`, "&lt;script&gt;",
}

// poison writes a payload into every string that v holds.
func poison(v reflect.Value, payload string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(payload)
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), payload)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), payload)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			poison(v.Field(i), payload)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			x := reflect.New(v.Type().Elem()).Elem()
			x.Set(v.MapIndex(k))
			poison(x, payload)
			v.SetMapIndex(k, x)
		}
	}
}

// hostile is a record with a payload in every string.
func hostile(payload string) *ascribe.Record {
	r := ferry()
	poison(reflect.ValueOf(r).Elem(), payload)
	for id, c := range r.Cited {
		c.Private = nil
		r.Cited[id] = c
	}
	return r
}

// elements lists the elements of a page and its text.
func elements(t *testing.T, page string) (all []*html.Node, text string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			all = append(all, n)
		case html.TextNode:
			b.WriteString(n.Data)
		}
	}
	return all, b.String()
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var (
	ownElements = setOf("html head meta title style body main header h1 h2 h3 h4 p div span nav table thead tbody tr th td a section dl dt dd ol ul li q bdi code small br svg path rect circle line text")
	remote      = regexp.MustCompile(`(?i)url\(|@import|expression\(`)
)

// harmless reports what a page holds that could run, load or mislead.
func harmless(t *testing.T, what, page string) {
	t.Helper()
	all, _ := elements(t, page)
	for _, n := range all {
		if !ownElements[n.Data] {
			t.Errorf("%s: element %s", what, n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "srcset" {
				t.Errorf("%s: attribute %s=%q on %s", what, a.Key, a.Val, n.Data)
			}
		}
		if h := attr(n, "href"); n.Data == "a" && !strings.HasPrefix(h, "#") && !strings.HasPrefix(h, "https://") {
			t.Errorf("%s: link to %q", what, h)
		}
		if n.Data == "style" && remote.MatchString(n.FirstChild.Data) {
			t.Errorf("%s: the style loads something", what)
		}
	}
}

func TestDossierHTMLIsHarmless(t *testing.T) {
	for _, p := range payloads {
		meta := caseMeta
		meta.Title, meta.Generator = p, p
		page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, []*ascribe.Record{hostile(p), ferry()}, meta) })
		harmless(t, fmt.Sprintf("%q", p), page)
		if _, text := elements(t, page); !strings.Contains(p, "\x00") && !strings.Contains(text, strings.TrimSpace(p)) {
			t.Errorf("%q is not shown as it is written", p)
		}
	}
}

// As Markdown, what an article holds stays text too, in a renderer that would
// let HTML through and make links by itself.
func TestDossierMarkdownIsHarmless(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	for _, p := range payloads {
		meta := caseMeta
		meta.Title, meta.Generator = p, p
		text := written(t, func(b *bytes.Buffer) error { return DossierMarkdown(b, []*ascribe.Record{hostile(p)}, meta) })
		if i := strings.IndexAny(text, "\x1b\x00\u202e\r"); i >= 0 {
			t.Errorf("%q: a control character is left", p)
		}
		page := written(t, func(b *bytes.Buffer) error { return md.Convert([]byte(text), b) })
		all, shown := elements(t, page)
		for _, n := range all {
			switch n.Data {
			case "script", "img", "iframe", "input", "del", "mark", "b", "i":
				t.Errorf("%q: element %s", p, n.Data)
			case "a":
				if h := attr(n, "href"); !strings.HasPrefix(h, "#") && h != Link(p) { // the address of an article may be a link, its words may not
					t.Errorf("%q: link to %q", p, h)
				}
			case "em":
				if s := n.FirstChild.Data; s != "(computed)" && s != "(inference)" {
					t.Errorf("%q: %q in italics", p, s)
				}
			}
		}
		if strings.Contains(text, "<!--") || strings.Contains(text, "{{") {
			t.Errorf("%q: a comment or a template is left", p)
		}
		if one := strings.Join(strings.Fields(plain(p)), " "); !strings.ContainsAny(p, "\n") && !strings.Contains(strings.Join(strings.Fields(shown), " "), one) {
			t.Errorf("%q is not shown as it is written", p)
		}
	}
}

func TestLinksAreWebAddresses(t *testing.T) {
	for in, want := range map[string]string{
		"https://maren.example/a?b=c": "https://maren.example/a?b=c", "http://x.example/": "http://x.example/",
		"javascript:alert(1)": "", "data:text/html,x": "", "file:///etc/passwd": "", "//x.example": "", "x.example": "", "": "",
		"https://maren.example@evil.example/": "", "https:///x": "", "http://[::1": "", `https://x.example/"><img>`: "https://x.example/%22%3E%3Cimg%3E",
	} {
		if got := Link(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Other formats take the same payloads without breaking.
func TestOtherFormatsKeepTheirShape(t *testing.T) {
	s, inc := schema(t, "record.schema.json"), schema(t, "incidents.schema.json")
	for _, p := range payloads {
		r := hostile(p)
		for i := range r.Places { // a country is a code by contract
			r.Places[i].Value.Country = "SRV"
		}
		r.Where.Country = "SRV"
		line := written(t, func(b *bytes.Buffer) error { return RecordJSON(b, r) })
		validate(t, s, []byte(line))
		validate(t, inc, []byte(written(t, func(b *bytes.Buffer) error { return Incidents(b, []*ascribe.Record{r}) })))
		if strings.Count(line, "\n") != 1 {
			t.Errorf("%q: a record is not one line", p)
		}
		text := written(t, func(b *bytes.Buffer) error {
			if err := RecordText(b, r); err != nil {
				return err
			}
			return IncidentTable(b, []ascribe.Brief{Brief(r)})
		})
		if strings.ContainsAny(text, "\x1b\x00\u202e\r") {
			t.Errorf("%q: a control character is printed", p)
		}
	}
}
