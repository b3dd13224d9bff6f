package api

import (
	"bytes"
	_ "embed"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"
)

//go:embed reference.html.tmpl
var referencePage string

//go:embed reference.css
var referenceStyle []byte

// A reference is the page that tells people what the API does.
type reference struct {
	About  string
	Groups []referenceGroup
}

type referenceGroup struct {
	Name   string
	Routes []referenceRoute
}

// A referenceRoute is one route, as the document has it.
type referenceRoute struct {
	ID, Method, Path, Summary, About, Scope string
	Parameters                              []referenceParameter
	Body                                    []referenceParameter
	Takes                                   []string
	Answers                                 []referenceAnswer
}

type referenceParameter struct {
	Name, In, Type, About string
	Required              bool
}

type referenceAnswer struct{ Status, Says, Schema string }

// docs answers with the page. It needs no script and asks nothing of any other host.
func (a *API) docs(w http.ResponseWriter, r *http.Request) {
	t, err := template.New("reference").Parse(referencePage)
	var b bytes.Buffer
	if err == nil {
		err = t.Execute(&b, a.reference())
	}
	if err != nil {
		a.fail(r.Context(), "GET /docs", err).write(w)
		return
	}
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
	out := raw("text/html; charset=utf-8", b.Bytes())
	out.match(r.Header.Get("If-None-Match"))
	out.write(w)
}

func (a *API) style(w http.ResponseWriter, r *http.Request) {
	out := raw("text/css; charset=utf-8", referenceStyle)
	out.match(r.Header.Get("If-None-Match"))
	out.write(w)
}

// reference gathers the routes by their groups.
func (a *API) reference() *reference {
	out := &reference{About: about}
	for i := range a.routes {
		r := a.referenceRoute(&a.routes[i])
		at := slices.IndexFunc(out.Groups, func(g referenceGroup) bool { return g.Name == a.routes[i].Group })
		if at < 0 {
			at = len(out.Groups)
			out.Groups = append(out.Groups, referenceGroup{Name: a.routes[i].Group})
		}
		out.Groups[at].Routes = append(out.Groups[at].Routes, r)
	}
	return out
}

func (a *API) referenceRoute(r *route) referenceRoute {
	out := referenceRoute{ID: r.ID, Method: r.Method, Path: a.base() + r.Path, Summary: r.Summary, About: r.About, Scope: string(r.Scope), Takes: r.Takes}
	op := in(a.spec.tree, "paths", r.Path, strings.ToLower(r.Method))
	if given, ok := op["parameters"].([]any); ok {
		for _, p := range given {
			p := p.(map[string]any)
			required, _ := p["required"].(bool)
			of, _ := p["schema"].(map[string]any)
			out.Parameters = append(out.Parameters, referenceParameter{text(p["name"]), text(p["in"]), typeOf(of), text(p["description"]), required})
		}
	}
	if ref := text(in(op, "requestBody", "content", "application/json", "schema")["$ref"]); ref != "" {
		out.Body = a.fields(strings.TrimPrefix(ref, refs))
	}
	answers := in(op, "responses")
	for _, status := range slices.Sorted(maps.Keys(answers)) {
		of := answers[status].(map[string]any)
		said := referenceAnswer{Status: status, Says: text(of["description"])}
		for _, m := range in(of, "content") {
			said.Schema = strings.TrimPrefix(text(in(m.(map[string]any), "schema")["$ref"]), refs)
		}
		out.Answers = append(out.Answers, said)
	}
	return out
}

// fields lists the values of a body.
func (a *API) fields(component string) []referenceParameter {
	s := in(a.spec.tree, "components", "schemas", component)
	var required []any
	required, _ = s["required"].([]any)
	props := in(s, "properties")
	var out []referenceParameter
	for _, name := range slices.Sorted(maps.Keys(props)) {
		p := props[name].(map[string]any)
		out = append(out, referenceParameter{name, "body", typeOf(p), text(p["description"]), slices.Contains(required, any(name))})
	}
	return out
}

// in walks into a tree; where it ends, an empty one is given.
func in(tree map[string]any, path ...string) map[string]any {
	for _, key := range path {
		tree, _ = tree[key].(map[string]any)
	}
	return tree
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

// typeOf names the type of a value in a word or two.
func typeOf(s map[string]any) string {
	if of, ok := s["enum"].([]any); ok {
		var words []string
		for _, v := range of {
			words = append(words, text(v))
		}
		return strings.Join(words, " | ")
	}
	switch t := s["type"].(type) {
	case string:
		return t
	case []any:
		return text(t[0])
	}
	return ""
}
