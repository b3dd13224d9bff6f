package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed words.tsv
var wordsTSV string

// A TagCount says how often a word had a tag of the Penn set.
// All marks share the tag ".".
type TagCount struct {
	Tag   string
	Count int
}

var words = sync.OnceValue(func() map[string][]TagCount { return countTable(wordsTSV) })

// Words is the table of English words: how often each, in lower case, was seen
// with each tag. The caller must not change it.
func Words() map[string][]TagCount { return words() }

// countTable reads lines of a key and its tag counts.
func countTable(table string) map[string][]TagCount {
	m := make(map[string][]TagCount, strings.Count(table, "\n"))
	lines(table, func(line string) {
		col := strings.Split(line, "\t")
		row := make([]TagCount, 0, len(col)/2)
		for i := 1; i+1 < len(col); i += 2 {
			n, err := strconv.Atoi(col[i+1])
			if err != nil {
				continue // the tables are our own, and a test reads every line
			}
			row = append(row, TagCount{col[i], n})
		}
		m[col[0]] = row
	})
	return m
}

// Common reports whether a lower-cased word is mostly seen as something other
// than a name.
func Common(word string) bool {
	names, all := 0, 0
	for _, t := range words()[word] {
		all += t.Count
		if t.Tag == "NNP" {
			names += t.Count
		}
	}
	return all > 0 && 2*names < all
}
