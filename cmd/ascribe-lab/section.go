package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ascribe/train"
)

// writeCard writes the card of the models for programs, and where a CARD.md lies
// beside it, for people.
func writeCard(dir string, card *train.Card) error {
	if err := card.Write(filepath.Join(dir, "card.json")); err != nil {
		return err
	}
	page := filepath.Join(dir, "CARD.md")
	if _, err := os.Stat(page); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return replaceSection(page, "card", card.Tables())
}

// replaceSection writes text between the lines <!-- begin name --> and
// <!-- end name --> of a Markdown file.
func replaceSection(path, name, text string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	begin, end := "<!-- begin "+name+" -->\n", "<!-- end "+name+" -->"
	before, rest, ok := strings.Cut(string(b), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s has no section %q: put %q and %q where it belongs", path, name, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(path, []byte(before+begin+text+end+after), 0o644)
}
