package api

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"ascribe/docs/schema"
)

// A document is what the API says of itself, as OpenAPI 3.1.
type document struct {
	JSON []byte
	tree map[string]any
}

// describe completes what huma wrote of the requests: the answers of every route, and
// the schemas of the formats, which are those of docs/schema.
func (a *API) describe(from *huma.OpenAPI) (document, error) {
	b, err := json.Marshal(from)
	if err != nil {
		return document{}, err
	}
	var tree map[string]any
	if err := json.Unmarshal(b, &tree); err != nil {
		return document{}, err
	}
	components := tree["components"].(map[string]any)
	schemas, _ := components["schemas"].(map[string]any)
	if schemas == nil {
		schemas = map[string]any{}
		components["schemas"] = schemas
	}
	delete(schemas, "ErrorModel")
	delete(schemas, "ErrorDetail")
	if err := addFormats(schemas); err != nil {
		return document{}, err
	}
	paths := tree["paths"].(map[string]any)
	for i := range a.routes {
		r := &a.routes[i]
		op := paths[r.Path].(map[string]any)[strings.ToLower(r.Method)].(map[string]any)
		op["responses"] = r.responses()
		if len(r.Takes) > 0 {
			content := map[string]any{}
			for _, t := range r.Takes {
				content[t] = map[string]any{}
			}
			op["requestBody"] = map[string]any{"required": true, "content": content}
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err = enc.Encode(tree)
	return document{out.Bytes(), tree}, err
}

// statuses lists every status that a route may answer with, by problem or not.
func (r *route) statuses() []int {
	out := slices.Concat([]int{400, 405, 422, 429, 500, 503}, r.Errors)
	if r.Scope != "" {
		out = append(out, 401, 403)
	}
	if r.Method != http.MethodGet {
		out = append(out, 408, 413)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// responses documents the answers of a route.
func (r *route) responses() map[string]any {
	out := map[string]any{}
	for _, status := range r.statuses() {
		out[strconv.Itoa(status)] = map[string]any{
			"description": http.StatusText(status),
			"content":     map[string]any{problemType: map[string]any{"schema": map[string]any{"$ref": refs + "api.problem"}}},
		}
	}
	for _, a := range r.Answers {
		says := a.Says
		if says == "" {
			says = http.StatusText(a.Status)
		}
		of := map[string]any{"description": says}
		switch {
		case a.Schema != "" && a.Type != "":
			of["content"] = map[string]any{a.Type: map[string]any{"schema": map[string]any{"$ref": refs + a.Schema}}}
		case a.Schema != "":
			of["content"] = map[string]any{"application/json": map[string]any{"schema": map[string]any{"$ref": refs + a.Schema}}}
		case a.Type != "":
			of["content"] = map[string]any{a.Type: map[string]any{}}
		}
		if a.Status == http.StatusOK {
			of["headers"] = map[string]any{"ETag": map[string]any{"schema": map[string]any{"type": "string"}}}
		}
		out[strconv.Itoa(a.Status)] = of
	}
	return out
}

const refs = "#/components/schemas/"

// addFormats enters the schemas of the formats as components: record.schema.json as
// "record", what it defines as "record.date" and so on.
func addFormats(schemas map[string]any) error {
	files := schema.Files()
	names, err := fs.Glob(files, "*.schema.json")
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		var s map[string]any
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		base := strings.TrimSuffix(name, ".schema.json")
		defs, _ := s["$defs"].(map[string]any)
		for _, key := range []string{"$defs", "$id", "$schema"} {
			delete(s, key)
		}
		if base != "api" { // that one holds definitions alone
			schemas[base] = rebased(s, base)
		}
		for def, of := range defs {
			schemas[base+"."+def] = rebased(of, base)
		}
	}
	return nil
}

// rebased writes what a schema refers to as components.
func rebased(v any, base string) any {
	switch v := v.(type) {
	case map[string]any:
		for key, of := range v {
			if ref, ok := of.(string); ok && key == "$ref" {
				v[key] = rebasedRef(ref, base)
				continue
			}
			v[key] = rebased(of, base)
		}
	case []any:
		for i := range v {
			v[i] = rebased(v[i], base)
		}
	}
	return v
}

// rebasedRef reads "#/$defs/date" and "urn:ascribe:schema:record:1#/$defs/date".
func rebasedRef(ref, base string) string {
	of, def, inside := strings.Cut(ref, "#/$defs/")
	if name, ok := strings.CutPrefix(of, "urn:ascribe:schema:"); ok {
		base, _, _ = strings.Cut(name, ":")
	}
	if !inside {
		return refs + base
	}
	return refs + base + "." + def
}

// openAPI answers with the document.
func (a *API) openAPI(w http.ResponseWriter, r *http.Request) {
	out := raw("application/json", a.spec.JSON)
	out.match(r.Header.Get("If-None-Match"))
	out.write(w)
}

// write answers where huma does not.
func (r *reply) write(w http.ResponseWriter) {
	w.Header().Set("ETag", r.ETag)
	if r.Type != "" {
		w.Header().Set("Content-Type", r.Type)
	}
	w.WriteHeader(r.Status)
	_, _ = w.Write(r.Body) // who went away loses nothing
}
