// Command build derives words.tsv and verbs.tsv from the training parts of the
// Universal Dependencies treebanks EWT and GUM:
//
//	ASCRIBE_DATA=/data go run ./extract/lexicon/build
//
// The tables are facts about words: how often each was seen as each part of
// speech, and which part of speech follows which. No sentence is kept.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

func main() {
	data := os.Getenv("ASCRIBE_DATA")
	if data == "" {
		fmt.Fprintln(os.Stderr, "build: set ASCRIBE_DATA to the folder that holds ud/en_ewt-train.conllu.gz")
		os.Exit(2)
	}
	c := counts{words: map[string]map[string]int{}, verbs: map[string]map[string]int{}}
	for _, name := range []string{"en_ewt-train.conllu.gz", "en_gum-train.conllu.gz"} {
		if err := c.readFile(filepath.Join(data, "ud", name)); err != nil {
			fmt.Fprintln(os.Stderr, "build:", err)
			os.Exit(1)
		}
	}
	if err := c.write(filepath.Join("extract", "lexicon")); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// counts holds how often a lower-cased word had a tag, and how often a tag or
// pair of tags ("A B") was followed by a tag, and how often a lemma was a verb.
type counts struct {
	words, verbs map[string]map[string]int
}

func (c *counts) readFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // only read
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		col := strings.Split(lines.Text(), "\t")
		if len(col) != 10 || strings.ContainsAny(col[0], ".-") {
			continue
		}
		if col[3] == "VERB" && plain(col[2]) && col[2] == strings.ToLower(col[2]) {
			add(c.verbs, col[2], "VERB")
		}
		tag := tagOf(col[4], col[3])
		word := strings.ToLower(strings.ReplaceAll(col[1], "’", "'"))
		if tag != "." && tag != "" && plain(word) {
			add(c.words, word, tag)
		}
	}
	return lines.Err()
}

// plain reports whether a word is made of letters, with marks inside or after.
func plain(word string) bool {
	for i, r := range word {
		if !unicode.IsLetter(r) && (r != '\'' && r != '.' && r != '-' || i == 0 && r != '\'') {
			return false
		}
	}
	return len(word) > 1 || word == "a" || word == "i" || word == "'"
}

// tagOf folds the treebanks' tags: one tag for every mark, and the rare ones
// into their neighbours.
func tagOf(xpos, upos string) string {
	switch xpos {
	case "NFP", "SYM", "$", "#", "ADD", "LS", "-LRB-", "-RRB-", "``", "''", ",", ":", ".", "HYPH":
		return "."
	case "AFX":
		return "JJ"
	case "GW", "XX", "FW":
		return ""
	case "NNPS":
		return "NNP"
	}
	if upos == "PUNCT" {
		return "."
	}
	return xpos
}

func add(m map[string]map[string]int, key, tag string) {
	if m[key] == nil {
		m[key] = map[string]int{}
	}
	m[key][tag]++
}

// write prints the tables in a fixed order. A word seen once is left out, as is
// a tag seen in less than one in twenty-five of a word's places.
func (c *counts) write(dir string) error {
	if err := writeTable(filepath.Join(dir, "words.tsv"), c.words, 2, 25); err != nil {
		return err
	}
	return c.writeVerbs(filepath.Join(dir, "verbs.tsv"))
}

// notVerbs are slips of the treebanks' annotators: "flead" for "flee".
var notVerbs = map[string]bool{"flead": true}

// writeVerbs prints the lemmas seen as a verb twice or more.
func (c *counts) writeVerbs(path string) error {
	var b strings.Builder
	for _, lemma := range slices.Sorted(maps.Keys(c.verbs)) {
		if c.verbs[lemma]["VERB"] >= 2 && !notVerbs[lemma] {
			b.WriteString(lemma + "\n")
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func writeTable(path string, table map[string]map[string]int, least, share int) error {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(table)) {
		total := 0
		for _, n := range table[key] {
			total += n
		}
		if total < least {
			continue
		}
		b.WriteString(key)
		tags := slices.SortedFunc(maps.Keys(table[key]), func(x, y string) int {
			return cmp.Or(table[key][y]-table[key][x], strings.Compare(x, y))
		})
		for _, t := range tags {
			if table[key][t]*share >= total {
				fmt.Fprintf(&b, "\t%s\t%d", t, table[key][t])
			}
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
