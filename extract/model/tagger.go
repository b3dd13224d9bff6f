package model

import (
	"bytes"
	"fmt"
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Tagger gives each token its universal and its Penn tag, from left to right.
type Tagger struct {
	weights *linear.Model
	tags    []TagPair
	values  []feature.Tagged
}

// A TagPair is a universal part of speech and a tag of the Penn treebank.
type TagPair struct{ UPOS, XPOS string }

// TaggerPart makes the part of a bundle: a line of tags, "NOUN|NN VERB|VB …", then
// the weights.
func TaggerPart(tags []TagPair, weights []byte) []byte {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = t.UPOS + "|" + t.XPOS
	}
	return append([]byte(strings.Join(names, " ")+"\n"), weights...)
}

// named takes a part apart into the names of its first line and its weights.
func named(part []byte) ([]string, *linear.Model, error) {
	line, rest, ok := bytes.Cut(part, []byte("\n"))
	if !ok {
		return nil, nil, errBundle
	}
	m, after, err := linear.Read(rest)
	if err != nil {
		return nil, nil, err
	}
	if len(after) > 0 {
		return nil, nil, errBundle
	}
	return strings.Split(string(line), " "), m, nil
}

// ReadTagger takes the part of a bundle.
func ReadTagger(part []byte) (*Tagger, error) {
	names, weights, err := named(part)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	if len(names) != weights.Classes() {
		return nil, fmt.Errorf("tagger: %d tags for %d classes: %w", len(names), weights.Classes(), errBundle)
	}
	t := &Tagger{weights: weights}
	for _, n := range names {
		u, x, _ := strings.Cut(n, "|")
		t.tags = append(t.tags, TagPair{u, x})
		t.values = append(t.values, TagValues(u, x))
	}
	return t, nil
}

// TagValues returns what features see of a pair of tags.
func TagValues(upos, xpos string) feature.Tagged {
	return feature.Tagged{Fine: linear.Hash(upos + "|" + xpos), Coarse: linear.Hash(upos)}
}

// Tags returns the pairs that the tagger tells apart.
func (t *Tagger) Tags() []TagPair { return t.tags }

// Values returns what features see of tag i.
func (t *Tagger) Values(i uint8) feature.Tagged { return t.values[i] }

// Tag appends to out the tag of each word, as an index into Tags.
func (t *Tagger) Tag(out []uint8, words []feature.Word, w *Work) []uint8 {
	t1, t2 := uint64(feature.NoTag), uint64(feature.NoTag)
	for i := range words {
		w.features = feature.Tag(w.features[:0], words, i, t1, t2)
		t.weights.Score(w.features, &w.scores)
		best := highest(w.scores[:len(t.tags)])
		out = append(out, uint8(best))
		t1, t2 = feature.Number(best), t1
	}
	return out
}

// Work is the memory that decisions are taken in; each goroutine has its own.
type Work struct {
	features []uint64
	scores   linear.Scores
	state    feature.State
	lattice  Lattice
	labels   []uint8
	guide    []feature.Guide
	words    []feature.Word // reversed
	tagged   []feature.Tagged
}

// highest returns the index of the highest score, the first of several.
func highest(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}
