package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReplaceSection(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.md")
	if err := os.WriteFile(path, []byte("# Page\n<!-- begin a -->\nold\n<!-- end a -->\nrest\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time finds the section that the first has written
		if err := replaceSection(path, "a", "new\n"); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(path)
	if want := "# Page\n<!-- begin a -->\nnew\n<!-- end a -->\nrest\n"; err != nil || string(b) != want {
		t.Errorf("got %q (%v), want %q", b, err, want)
	}
	if err := replaceSection(path, "b", "x"); err == nil {
		t.Error("a section that is not there was written")
	}
}
