// Package arch holds the rule of the house as a test: which package may know
// which, and what the pure ones may not touch.
package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "ascribe"

// rules lists, for each package, which packages of this module it may import.
// A row may only name rows above it, so the table cannot hold a cycle and reads
// from the centre of the house to its edge.
var rules = []struct {
	pkg string
	may []string
}{
	{".", nil}, // the words

	{"spell", nil}, // how names are written

	{"extract/gazetteer", []string{".", "spell"}}, // registers that the extractors look things up in
	{"extract/lexicon", []string{".", "spell"}},
	{"extract/linear", nil}, // the language engine, from its arithmetic outwards
	{"extract/feature", []string{"extract/linear"}},
	{"extract/weigh", nil},
	{"extract/model", []string{".", "extract/linear", "extract/feature"}},
	{"extract/nlp", []string{".", "spell", "extract/gazetteer", "extract/lexicon", "extract/linear", "extract/feature", "extract/model"}},

	{"read/boundary", nil},                   // where sentences end
	{"read", []string{".", "read/boundary"}}, // the stages: each knows the words, none knows another
	{"extract", []string{".", "extract/gazetteer", "extract/lexicon", "extract/nlp", "extract/weigh"}},
	{"reconcile", []string{".", "spell"}},
	{"review", []string{"."}},
	{"publish", []string{"."}},
	{"pipeline", []string{".", "read", "extract", "reconcile", "review", "publish"}}, // the line

	{"docs/schema", nil}, // the schemas of the formats

	{"internal/blob", []string{"."}}, // the edge
	{"internal/ledger", []string{"."}},
	{"internal/storetest", []string{".", "internal/ledger"}},
	{"internal/access", []string{"."}},
	{"internal/coding", []string{".", "review"}},
	{"internal/oidc", []string{".", "internal/access"}},
	{"internal/fetch", []string{"."}},
	{"internal/ruling", []string{".", "reconcile", "review"}},
	{"internal/sqlite", []string{".", "internal/access", "internal/blob", "internal/coding", "internal/ledger"}},
	{"internal/sandbox", []string{".", "read"}},
	{"internal/web", []string{".", "internal/access", "internal/coding", "internal/ruling", "review", "publish", "pipeline"}},
	{"internal/api", []string{".", "docs/schema", "read", "reconcile", "publish", "pipeline", "internal/access", "internal/ruling", "review"}},

	{"train/conllu", []string{"."}}, // the workshop
	{"train/silver", []string{".", "read", "extract/nlp", "train/conllu"}},
	{"train", []string{".", "spell", "read", "read/boundary", "extract/gazetteer", "extract/lexicon", "extract/linear", "extract/feature", "extract/model", "extract/nlp", "train/conllu", "train/silver"}},
	{"train/weigh", nil},
	{"bench/measure", []string{"."}},
	{"bench/corpus", []string{".", "read", "extract", "extract/lexicon", "extract/nlp"}},
	{"bench/dates", []string{".", "bench/corpus", "bench/measure", "extract"}},
	{"bench/geo", []string{".", "bench/corpus", "bench/measure", "extract", "extract/gazetteer"}},
	{"bench/muc", []string{".", "bench/corpus", "bench/measure", "extract", "extract/gazetteer", "extract/lexicon", "extract/nlp"}},
	{"bench/polnear", []string{".", "bench/measure", "bench/corpus", "extract"}},
	{"bench/toll", []string{".", "bench/measure", "bench/corpus", "extract"}},
	{"train/tasks", []string{".", "extract", "extract/weigh", "train/weigh", "bench/measure", "bench/corpus", "bench/muc", "bench/polnear", "bench/toll"}},
	{"bench/cases", []string{".", "extract", "bench/corpus"}},
	{"bench/re3d", []string{".", "bench/corpus", "bench/measure", "extract"}},
	{"bench/origins", []string{".", "bench/corpus", "bench/measure", "read", "extract", "reconcile"}},
	{"bench/incidents", []string{".", "bench/corpus", "bench/measure", "read", "extract", "reconcile"}},
	{"bench/large", []string{".", "bench/measure", "bench/origins", "read", "reconcile", "publish", "pipeline"}},
	{"bench/engine", []string{".", "bench/measure", "read", "extract/gazetteer", "extract/lexicon", "extract/linear", "extract/feature", "extract/model", "extract/nlp", "train/conllu", "train/silver", "train"}},
	{"bench", []string{".", "bench/measure", "read", "extract", "extract/gazetteer", "extract/lexicon", "extract/nlp", "reconcile", "publish", "pipeline"}},
}

// workshop lists what is never imported by what ships.
var workshop = []string{
	"bench",
	"bench/cases",
	"bench/corpus",
	"bench/dates",
	"bench/engine",
	"bench/geo",
	"bench/incidents",
	"bench/large",
	"bench/measure",
	"bench/muc",
	"bench/origins",
	"bench/polnear",
	"bench/re3d",
	"bench/toll",
	"train",
	"train/conllu",
	"train/silver",
	"train/tasks",
	"train/weigh",
}

// pure lists the packages without clock, network, disk, database or chance.
var pure = []string{".", "spell", "read", "read/boundary", "extract", "extract/gazetteer", "extract/lexicon", "extract/linear", "extract/feature", "extract/model", "extract/nlp", "extract/weigh", "reconcile", "review", "publish"}

// impure lists what a pure package must not import.
var impure = []string{"os", "net", "net/http", "database/sql", "log", "log/slog", "math/rand", "math/rand/v2"}

// shunned are names that say nothing of what a package is for.
var shunned = []string{"util", "utils", "common", "helpers", "base", "models", "misc"}

type source struct {
	file *ast.File
	path string
	pkg  string // folder, "." for the root
}

// sources parses every Go file of the module that is no test.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules" || (strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2)) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel(root, filepath.Dir(p))
		if err != nil {
			return err
		}
		all = append(all, source{f, p, filepath.ToSlash(pkg)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("found %d Go files: the walk has lost the module", len(all))
	}
	return all
}

// allowed is rules as a map; building it checks the order.
func allowed(t *testing.T) map[string][]string {
	m := map[string][]string{}
	for _, r := range rules {
		for _, in := range r.may {
			if _, above := m[in]; !above {
				t.Errorf("rules: %s names %s, which is not above it", r.pkg, in)
			}
		}
		m[r.pkg] = r.may
	}
	return m
}

// mayOf returns what a package may import: a command anything but the workshop.
func mayOf(s source, table map[string][]string) ([]string, bool) {
	if s.file.Name.Name != "main" {
		may, known := table[s.pkg]
		return may, known
	}
	var may []string
	for name := range table {
		if !slices.Contains(workshop, name) || s.pkg != "cmd/ascribe" {
			may = append(may, name)
		}
	}
	return may, true
}

func TestImports(t *testing.T) {
	table := allowed(t)
	for _, s := range sources(t) {
		may, known := mayOf(s, table)
		if !known {
			t.Errorf("%s: package %s is not in the table of rules", s.path, s.pkg)
			continue
		}
		for _, spec := range s.file.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			checkImport(t, s, imp, may)
		}
	}
}

func checkImport(t *testing.T, s source, imp string, may []string) {
	t.Helper()
	if slices.Contains(pure, s.pkg) && s.file.Name.Name != "main" && slices.Contains(impure, imp) {
		t.Errorf("%s: pure package %s imports %s", s.path, s.pkg, imp)
	}
	if imp == "testing" && s.pkg != "internal/storetest" {
		t.Errorf("%s: imports testing into what ships", s.path)
	}
	if s.pkg != "internal/fetch" && imp == "net/http" && s.file.Name.Name != "main" && !strings.HasPrefix(s.pkg, "internal/") {
		t.Errorf("%s: only internal/fetch may use an HTTP client", s.path)
	}
	switch in, ours := strings.CutPrefix(imp+"/", module+"/"); {
	case ours && in == "":
		if s.pkg != "." && !slices.Contains(may, ".") {
			t.Errorf("%s: %s may not import the words", s.path, s.pkg)
		}
	case ours && !slices.Contains(may, strings.TrimSuffix(in, "/")):
		t.Errorf("%s: %s may not import %s", s.path, s.pkg, imp)
	case !ours && s.pkg == "." && strings.Contains(imp, "."):
		t.Errorf("%s: the root imports %s; only the standard library is allowed", s.path, imp)
	}
}

// A pure package may not ask the clock.
func TestNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if !slices.Contains(pure, s.pkg) || s.file.Name.Name == "main" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since") {
				t.Errorf("%s: pure package %s calls time.%s", s.path, s.pkg, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestPackageNames(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(shunned, path.Base(s.pkg)) {
			t.Errorf("%s: a package named %s says nothing of what it is for", s.path, path.Base(s.pkg))
		}
	}
}
