package api

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

// A contract checks answers against the document.
type contract struct {
	*desk
	tree     map[string]any
	compiler *jsonschema.Compiler
	schemas  map[string]*jsonschema.Schema
}

func newContract(t testing.TB, d *desk) *contract {
	t.Helper()
	w := d.ask(http.MethodGet, Base+"/openapi.json", "")
	doc, err := jsonschema.UnmarshalJSON(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	c := &contract{desk: d, tree: doc.(map[string]any), compiler: jsonschema.NewCompiler(), schemas: map[string]*jsonschema.Schema{}}
	c.compiler.DefaultDraft(jsonschema.Draft2020)
	if err := c.compiler.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	return c
}

// check reports what of an answer the document does not say.
func (c *contract) check(path, method string, w *httptest.ResponseRecorder) error {
	if w.Code >= 500 {
		return fmt.Errorf("status %d: %s\n%s", w.Code, w.Body, c.log)
	}
	answers := in(c.tree, "paths", path, strings.ToLower(method), "responses")
	of, ok := answers[strconv.Itoa(w.Code)].(map[string]any)
	if !ok {
		return fmt.Errorf("status %d is not documented", w.Code)
	}
	kind, _, err := mime.ParseMediaType(w.Header().Get("Content-Type"))
	if w.Body.Len() == 0 && in(of, "content") == nil {
		return nil
	}
	media, ok := in(of, "content")[kind].(map[string]any)
	if err != nil || !ok {
		return fmt.Errorf("status %d of type %q is not documented", w.Code, w.Header().Get("Content-Type"))
	}
	ref := text(in(media, "schema")["$ref"])
	if ref == "" {
		return nil
	}
	s := c.schemas[ref]
	if s == nil {
		if s, err = c.compiler.Compile("openapi.json" + ref); err != nil {
			return err
		}
		c.schemas[ref] = s
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// pool are values that requests are made of: some that lead somewhere, some hostile.
func (c *contract) pool(t *testing.T) []string {
	all := c.incidents(t)
	out := []string{
		"", "0", "1", "-1", "7", "999999999999999999999", "true", "false", "nothing", "i", "ä", "\x00", "%", "..", "../..", "' OR 1=1 --", "<script>", "2025-03-06", "2025-13-40",
		"2025-03-07T10:00:00Z", "latest", "news", "changes", "earliest", "country", "type", "actor", "position", "source", "outlet", "bombing", "denied", "claimed", "ferry", "\"", "*", "a AND",
		"12,41,14,43", "90,0,-90,0", "1,2,3", "acled", "ucdp/1", "gtd", "sha256:" + strings.Repeat("0", 64), strings.Repeat("f", 64), strings.Repeat("x", 5000), "Maran Liberation Front",
		"5000000.0.i", "0.0.", "USA", "usa", `"x"`, "*", "W/\"x\"", "500", "501", "25",
	}
	for _, in := range all.Incidents[:4] {
		out = append(out, in.Incident, in.Incident[:4], in.Documents[0].ID)
	}
	return out
}

// bodies are what is sent where a body is taken.
var bodies = []string{
	"", "{}", "[]", "null", "{", `"x"`, "\x00\x01", `{"act":"undo"}`, `{"act":"accept","statements":["0"],"reason":"r","by":"b"}`, `{"act":"merge","names":["i","i"],"reason":"x","by":"b"}`,
	`{"act":"correct","statement":"f","what":"killed","value":"-","reason":"x","by":"b"}`, `{"act":"nothing","reason":"x","by":"b"}`, `{"unknown":1}`, `{"text":7}`, "<html><p>A bomb", strings.Repeat("[", 3000),
	`{"act":"split","of":"origins","names":[""],"reason":" ","by":"b"}`,
}

// Whatever is sent to a route, the answer is one that the document has, and never that
// something went wrong inside.
func TestContract(t *testing.T) {
	c := newContract(t, fresh(t))
	values := c.pool(t)
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(c.api.routes).Draw(t, "route")
		op := in(c.tree, "paths", r.Path, strings.ToLower(r.Method))
		path, q := Base+r.Path, url.Values{}
		var headers []string
		given, _ := op["parameters"].([]any)
		for _, p := range given {
			p := p.(map[string]any)
			name, where := text(p["name"]), text(p["in"])
			if name == "wait" || where == "query" && rapid.IntRange(0, 3).Draw(t, "leave out "+name) > 0 && p["required"] != true {
				continue
			}
			v := c.value(t, name, p, values)
			switch where {
			case "path":
				path = strings.Replace(path, "{"+name+"}", url.PathEscape(v), 1)
			case "query":
				q.Set(name, v)
			case "header":
				headers = append(headers, name, strings.Map(printable, v))
			}
		}
		body := ""
		if r.Method == http.MethodPost {
			body = rapid.SampledFrom(bodies).Draw(t, "body")
			headers = append(headers, "Content-Type", rapid.SampledFrom([]string{"application/json", "text/html", "text/plain", "application/x-ndjson", "nothing", ""}).Draw(t, "type"))
		}
		if path == Base+strings.Replace(r.Path, "{id}", "", 1) || strings.Contains(path, "/./") || strings.Contains(path, "/../") || strings.HasSuffix(path, "/..") {
			return // another route, or none
		}
		w := c.ask(r.Method, path+"?"+q.Encode(), body, headers...)
		if err := c.check(r.Path, r.Method, w); err != nil {
			t.Fatalf("%s %s?%s %q: %v\n%s", r.Method, path, q.Encode(), body, err, w.Body)
		}
	})
}

// value draws a value: one that the document names, or any.
func (c *contract) value(t *rapid.T, name string, p map[string]any, values []string) string {
	if of, ok := in(p, "schema")["enum"].([]any); ok && rapid.Bool().Draw(t, "named "+name) {
		return text(rapid.SampledFrom(of).Draw(t, name))
	}
	return rapid.SampledFrom(values).Draw(t, name)
}

func printable(r rune) rune {
	if r < ' ' || r > '~' {
		return -1
	}
	return r
}

// The document is whole: every reference leads somewhere, every schema compiles.
func TestDocument(t *testing.T) {
	c := newContract(t, newsroom)
	if c.tree["openapi"] != "3.1.0" {
		t.Errorf("openapi %v", c.tree["openapi"])
	}
	for name := range in(c.tree, "components", "schemas") {
		if _, err := c.compiler.Compile("openapi.json#/components/schemas/" + name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for path, item := range in(c.tree, "paths") {
		for method, op := range item.(map[string]any) {
			op := op.(map[string]any)
			if text(op["operationId"]) == "" || text(op["summary"]) == "" || op["tags"] == nil || len(in(op, "responses")) < 4 {
				t.Errorf("%s %s lacks its name, summary, group or answers", method, path)
			}
		}
	}
}

// Every route answers what it is for, in the shape that the document has.
func TestEveryRouteAnswers(t *testing.T) {
	c := newContract(t, newsroom)
	first := c.incidents(t).Incidents[0]
	for _, r := range c.api.routes {
		if r.Method != http.MethodGet {
			continue
		}
		id := first.Incident
		if strings.HasPrefix(r.Path, "/articles") {
			id = first.Documents[0].ID
		}
		if strings.HasPrefix(r.Path, "/actors/") {
			id = url.PathEscape("Maran Liberation Front")
		}
		path := Base + strings.Replace(r.Path, "{id}", id, 1) + map[string]string{"tallies": "?by=actor", "search": "?q=police", "diff": "?from=2025-03-07"}[r.ID]
		w := c.ask(http.MethodGet, path, "")
		if err := c.check(r.Path, r.Method, w); err != nil || w.Code != http.StatusOK {
			t.Errorf("%s: %d %v\n%.600s", path, w.Code, err, w.Body)
		}
		if r.Path != "/health" && w.Header().Get("ETag") == "" {
			t.Errorf("%s has no ETag", path)
		}
		again := c.ask(http.MethodGet, path, "", "If-None-Match", w.Header().Get("ETag"))
		if r.Path != "/health" && (again.Code != http.StatusNotModified || again.Body.Len() > 0) {
			t.Errorf("%s again: %d with %d bytes", path, again.Code, again.Body.Len())
		}
	}
}
