package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestShapeFailsOnLongFunction(t *testing.T) {
	dir := t.TempDir()
	src := "// Package p is an example.\npackage p\n\n// Long is long.\nfunc Long() {\n" + strings.Repeat("\t_ = 1\n", 90) + "}\n"
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := measureShape(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err = s.print(&out)
	if err == nil || !strings.Contains(err.Error(), "Long") {
		t.Errorf("a function of 92 lines passes: %v", err)
	}
	if !strings.Contains(out.String(), "exported   1, documented 1") {
		t.Errorf("table:\n%s", out.String())
	}
}

// The tree that holds this file keeps the limits of the house.
func TestShapeOfThisHouse(t *testing.T) {
	s, err := measureShape(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := s.print(&out); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if s.exported != s.documented {
		t.Errorf("%d of %d exported names are not documented", s.exported-s.documented, s.exported)
	}
}
