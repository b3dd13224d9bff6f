package nlp

import (
	"math"
	"slices"
	"strings"
	"sync"

	"ascribe/extract/lexicon"
)

// A tagger finds the most probable tags of a sentence: a hidden Markov model of
// the second order over the counts of extract/lexicon, with the suffixes of rare
// words for those it does not know (Brants, TnT, 2000), and the capitals where
// they tell something.
type tagger struct {
	names []string          // tags, by number
	index map[string]uint8  // number of a tag
	prior []float64         // log share of each tag
	next  []float32         // log P(c | a, b) at (a*n + b)*n + c
	words map[string][]seen // by lower-cased word
	tail  map[string][]seen // by suffix, open classes alone
}

// seen is how often a word or a suffix had a tag.
type seen struct {
	tag   uint8
	count float64
}

// option is a tag that a token may have, with its log score.
type option struct {
	tag   uint8
	score float64
}

var theTagger = sync.OnceValue(newTagger)

func newTagger() *tagger {
	t := &tagger{index: map[string]uint8{}}
	t.number("^")
	t.number("$")
	t.number(".")
	counts := lexicon.Follows()
	for _, key := range sortedKeys(counts) {
		for _, c := range counts[key] {
			t.number(c.Tag)
		}
	}
	t.learnOrder(counts)
	t.learnWords(lexicon.Words())
	return t
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (t *tagger) number(tag string) uint8 {
	if i, ok := t.index[tag]; ok {
		return i
	}
	i := uint8(len(t.names))
	t.index[tag] = i
	t.names = append(t.names, tag)
	return i
}

// learnOrder fills the table of what follows what, three orders mixed.
func (t *tagger) learnOrder(counts map[string][]lexicon.TagCount) {
	n := len(t.names)
	one, two, three := make([]float64, n), make([]float64, n*n), make([]float64, n*n*n)
	for key, row := range counts {
		a, b, pair := strings.Cut(key, " ")
		for _, c := range row {
			to := int(t.index[c.Tag])
			if pair {
				three[(int(t.index[a])*n+int(t.index[b]))*n+to] += float64(c.Count)
				continue
			}
			two[int(t.index[a])*n+to] += float64(c.Count)
			one[to] += float64(c.Count)
		}
	}
	shares(one)
	for i := range n {
		shares(two[i*n : (i+1)*n])
	}
	t.prior = make([]float64, n)
	for i, p := range one {
		t.prior[i] = math.Log(max(p, 1e-6))
	}
	t.next = make([]float32, n*n*n)
	for i := range n * n {
		row := three[i*n : (i+1)*n]
		shares(row)
		for c := range n {
			p := 0.02*one[c] + 0.38*two[(i%n)*n+c] + 0.6*row[c]
			t.next[i*n+c] = float32(math.Log(max(p, 1e-7)))
		}
	}
}

func shares(row []float64) {
	sum := 0.0
	for _, v := range row {
		sum += v
	}
	if sum == 0 {
		return
	}
	for i := range row {
		row[i] /= sum
	}
}

// openTags are the classes that take new words.
var openTags = setOf("NN NNS NNP VB VBD VBG VBN VBP VBZ JJ RB CD JJR JJS")

// learnWords fills the tables of words and suffixes.
func (t *tagger) learnWords(table map[string][]lexicon.TagCount) {
	t.words = make(map[string][]seen, len(table))
	t.tail = map[string][]seen{}
	for _, word := range sortedKeys(table) { // in order, so that sums round alike in every process
		row, total := table[word], 0
		for _, c := range row {
			tag := t.number(c.Tag)
			if int(tag) >= len(t.prior) {
				continue
			}
			t.words[word] = append(t.words[word], seen{tag, float64(c.Count)})
			total += c.Count
		}
		if total > 12 || len(word) < 4 {
			continue
		}
		for _, c := range row {
			if openTags[c.Tag] {
				for k := 1; k <= 4 && k < len(word); k++ {
					t.tail[word[len(word)-k:]] = addSeen(t.tail[word[len(word)-k:]], t.index[c.Tag], float64(c.Count))
				}
			}
		}
	}
}

func addSeen(row []seen, tag uint8, n float64) []seen {
	for i := range row {
		if row[i].tag == tag {
			row[i].count += n
			return row
		}
	}
	return append(row, seen{tag, n})
}

// tags returns the tag of each token, given the options of each.
func (t *tagger) tags(options [][]option) []string {
	n := len(t.names)
	type cell struct {
		score float64
		from  int32 // index of the state before
	}
	// A state at token i is a pair (option before, option here).
	lattice := make([][]cell, len(options))
	prev := []option{{tag: t.index["^"]}}
	before := []option{{tag: t.index["^"]}}
	for i, here := range options {
		row := make([]cell, len(prev)*len(here))
		for b := range prev {
			for c := range here {
				best := cell{score: math.Inf(-1)}
				for a := range before {
					score := float64(t.next[(int(before[a].tag)*n+int(prev[b].tag))*n+int(here[c].tag)])
					if i > 0 {
						score += lattice[i-1][a*len(prev)+b].score
					}
					if score > best.score {
						best = cell{score, int32(a)}
					}
				}
				best.score += here[c].score
				row[b*len(here)+c] = best
			}
		}
		lattice[i] = row
		before, prev = prev, here
	}
	out := make([]string, len(options))
	if len(options) == 0 {
		return out
	}
	last := lattice[len(lattice)-1]
	best := 0
	for i := range last {
		if last[i].score > last[best].score {
			best = i
		}
	}
	here := len(options[len(options)-1])
	b, c := best/here, best%here
	for i := len(options) - 1; i >= 0; i-- {
		out[i] = t.names[options[i][c].tag]
		a := int(lattice[i][b*len(options[i])+c].from)
		b, c = a, b
	}
	return out
}
