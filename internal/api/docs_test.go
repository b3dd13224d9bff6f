package api

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the generated documentation again")

// The list of routes in docs/api.md is what the API says of itself.
func TestRoutesOfTheDocs(t *testing.T) {
	const path, mark = "../../docs/api.md", "do not edit below. -->\n"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, _, found := strings.Cut(string(b), mark)
	if !found {
		t.Fatalf("%s has no place for the routes", path)
	}
	var out strings.Builder
	out.WriteString(head + mark)
	for _, g := range newsroom.api.reference().Groups {
		fmt.Fprintf(&out, "\n### %s\n\n| route | scope | does | parameters |\n|---|---|---|---|\n", g.Name)
		for _, r := range g.Routes {
			var names []string
			for _, p := range append(r.Parameters, r.Body...) {
				if p.In == "query" || p.In == "body" {
					names = append(names, "`"+p.Name+"`")
				}
			}
			fmt.Fprintf(&out, "| `%s %s` | %s | %s | %s |\n", r.Method, r.Path, r.Scope, r.Summary, strings.Join(names, " "))
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if out.String() != string(b) {
		t.Errorf("%s is not what the API says of itself; run go test ./internal/api -run TestRoutesOfTheDocs -update", path)
	}
}
