// Package feature is what the models of the engine see of a sentence: hashes of
// its words, of their surroundings and of what has been decided so far. What
// trains a model and what runs it share this package, and [Fingerprint] tells
// whether they share the same one.
package feature

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe/extract/linear"
)

// A Word is what the models see of one token.
type Word struct {
	Form  uint64 // as written; where capitals tell nothing, as if all were small
	Lower uint64 // in small letters, digits as their shape
	Shape uint64 // Xx, dd-x …, runs cut to two
	Flags uint64

	Suffix [4]uint64 // the last 1 to 4 bytes
	Prefix [3]uint64 // the first 1 to 3 bytes

	Coarse, Fine uint64 // clusters of words about the same, 0 for none

	Path4, Path6, Path uint64 // class of words that behave alike: the first 4 and 6 steps to it and the whole way, 0 for none

	kind uint64 // what it may separate: see separators
}

// separators are the words that part what stands around them.
var separators = map[string]uint64{
	",": 1, ";": 2, ":": 4, "-": 4, "--": 4, "(": 8, "[": 8, ")": 16, "]": 16, "\"": 32, "''": 32,
	"and": 64, "or": 64, "but": 64, "that": 128, "which": 128, "who": 128, "said": 128, "says": 128,
}

// Flags of a Word.
const (
	hyphened = 1 << iota
	digits
	capital
	capitals
	begins
	caseless
)

// before and after stand for what lies outside the sentence.
var (
	before = Word{Form: 11, Lower: 11, Shape: 11, Flags: 1 << 10, Suffix: [4]uint64{11, 11, 11, 11}}
	after  = Word{Form: 13, Lower: 13, Shape: 13, Flags: 1 << 11, Suffix: [4]uint64{13, 13, 13, 13}}
)

// A Cluster is what is known of a word from how it is used elsewhere.
type Cluster struct {
	Coarse, Fine uint16 // what it is about, counted from 1; 0 for none
	Path         uint32 // how it behaves: the steps from the root of the Brown tree (Brown et al., 1992) after a leading 1; 0 for none
}

// prefix returns the first n steps of the path.
func (c Cluster) prefix(n int) uint64 {
	if c.Path == 0 {
		return 0
	}
	if length := bits.Len32(c.Path) - 1; length > n {
		return uint64(c.Path >> (length - n))
	}
	return uint64(c.Path)
}

// A Clusters knows which words are used alike.
type Clusters interface {
	// Cluster looks up a word in small letters by its [linear.Hash].
	Cluster(word uint64) Cluster
}

// Words appends to out what the models see of the tokens of a sentence. Where
// tells is false, as in a text all of capitals, capitals count for nothing.
func Words(out []Word, tokens []string, tells bool, clusters Clusters) []Word {
	for i, form := range tokens {
		out = append(out, wordOf(form, i == 0, tells, clusters))
	}
	return out
}

func wordOf(form string, first, tells bool, clusters Clusters) Word {
	lower := Lower(form)
	w := Word{Flags: flags(form)}
	seen := form
	if !tells {
		seen = lower
		w.Flags = w.Flags&(hyphened|digits) | caseless
	}
	if first {
		w.Flags |= begins
	}
	norm := lower
	if w.Flags&digits != 0 {
		norm = shape(lower)
	}
	w.kind = separators[lower]
	w.Lower = linear.Hash(norm)
	w.Form = linear.Hash(seen)
	w.Shape = linear.Hash(shape(seen))
	for k := range w.Suffix {
		w.Suffix[k] = linear.Hash(lower[max(0, len(lower)-k-1):])
	}
	for k := range w.Prefix {
		w.Prefix[k] = linear.Hash(lower[:min(len(lower), k+1)])
	}
	if clusters != nil {
		c := clusters.Cluster(linear.Hash(lower))
		w.Coarse, w.Fine = uint64(c.Coarse), uint64(c.Fine)
		w.Path4, w.Path6, w.Path = c.prefix(4), c.prefix(6), uint64(c.Path)
	}
	return w
}

// Lower returns a form in small letters, with curly apostrophes and quotation
// marks made straight.
func Lower(form string) string {
	plain := true
	for i := range len(form) {
		if c := form[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', '`', '´':
			return '\''
		case '“', '”', '„', '«', '»':
			return '"'
		case '–', '—', '‐', '‑':
			return '-'
		}
		return unicode.ToLower(r)
	}, form)
}

func flags(form string) uint64 {
	var f uint64
	upper, lower := 0, 0
	for i, r := range form {
		switch {
		case r == '-':
			f |= hyphened
		case unicode.IsDigit(r):
			f |= digits
		case unicode.IsUpper(r):
			upper++
			if i == 0 {
				f |= capital
			}
		case unicode.IsLower(r):
			lower++
		}
	}
	if upper > 1 && lower == 0 {
		f |= capitals
	}
	return f
}

// shape writes X for a capital, x for a small letter, d for a digit, and keeps
// marks; of a run it keeps two.
func shape(form string) string {
	out := make([]byte, 0, 16)
	var last byte
	run := 0
	for _, r := range form {
		c := shapeOf(r)
		if c != last {
			last, run = c, 0
		}
		if run++; run <= 2 && len(out) < 24 {
			out = append(out, c)
		}
	}
	return string(out)
}

func shapeOf(r rune) byte {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	}
	return '?'
}

// at returns the word at an index, or what stands for the outside.
func at(words []Word, i int) *Word {
	switch {
	case i < 0:
		return &before
	case i >= len(words):
		return &after
	}
	return &words[i]
}

// A list gathers features; each place in it has a number of its own.
type list struct {
	number   uint64
	features []uint64
}

func (l *list) one(a uint64) {
	l.features = append(l.features, linear.Mix(l.number, a))
	l.number++
}

func (l *list) two(a, b uint64) {
	l.features = append(l.features, linear.Mix(linear.Mix(l.number, a), b))
	l.number++
}

func (l *list) three(a, b, c uint64) {
	l.features = append(l.features, linear.Mix(linear.Mix(linear.Mix(l.number, a), b), c))
	l.number++
}

func (l *list) four(a, b, c, d uint64) {
	l.features = append(l.features, linear.Mix(linear.Mix(linear.Mix(linear.Mix(l.number, a), b), c), d))
	l.number++
}
