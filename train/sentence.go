package train

import (
	"ascribe/extract/feature"
	"ascribe/extract/model"
	"ascribe/train/conllu"
)

// A sample is a sentence as the trainers see it.
type sample struct {
	words  []feature.Word
	tags   []uint8 // gold, as indices of the tagger's list
	given  []feature.Tagged
	guide  []feature.Guide
	heads  []int // len(words) for the root's dependent
	rels   []int
	lemmas []string
	forms  []string
	weight int32 // how far an error moves the weights
	origin int   // number of the sentence that this is a copy of
}

// inventory is the lists of tags and relations, in order of first appearance.
type inventory struct {
	tags   []model.TagPair
	tagNo  map[model.TagPair]int
	rels   []string
	relNo  map[string]int
	lookup feature.Clusters
}

func newInventory(clusters feature.Clusters) *inventory {
	return &inventory{tagNo: map[model.TagPair]int{}, relNo: map[string]int{}, lookup: clusters}
}

// learn enters the tags and relations of treebank sentences.
func (v *inventory) learn(ss []conllu.Sentence) {
	for _, s := range ss {
		for _, w := range s.Words {
			pair := tagPair(w)
			if _, ok := v.tagNo[pair]; !ok {
				v.tagNo[pair] = len(v.tags)
				v.tags = append(v.tags, pair)
			}
			if _, ok := v.relNo[w.Rel]; !ok {
				v.relNo[w.Rel] = len(v.rels)
				v.rels = append(v.rels, w.Rel)
			}
		}
	}
}

func tagPair(w conllu.Word) model.TagPair { return model.TagPair{UPOS: w.UPOS, XPOS: w.XPOS} }

// sample makes one of a sentence; where caseless, as if it were in capitals.
func (v *inventory) sample(s *conllu.Sentence, caseless bool, origin int) sample {
	n := len(s.Words)
	out := sample{weight: 1, origin: origin, forms: make([]string, n), lemmas: make([]string, n)}
	for i, w := range s.Words {
		out.forms[i], out.lemmas[i] = w.Form, w.Lemma
		out.tags = append(out.tags, uint8(v.tagNo[tagPair(w)]))
		out.rels = append(out.rels, v.relNo[w.Rel])
		head := w.Head
		if head == conllu.Root {
			head = n
		}
		out.heads = append(out.heads, head)
	}
	out.words = feature.Words(nil, out.forms, !caseless && feature.Tells(out.forms), v.lookup)
	return out
}

// samples makes those of a treebank, and of every second sentence a copy in
// capitals.
func (v *inventory) samples(ss []conllu.Sentence) []sample {
	out := make([]sample, 0, len(ss)*3/2)
	for i := range ss {
		out = append(out, v.sample(&ss[i], false, i))
	}
	for i := 0; i < len(ss); i += 2 {
		out = append(out, v.sample(&ss[i], true, i))
	}
	return out
}

// reversed returns the sample from its last word to its first.
func (s *sample) reversed() sample {
	n := len(s.words)
	r := sample{
		words: model.Reversed(nil, s.words), given: model.Reversed(nil, s.given), rels: model.Reversed(nil, s.rels),
		heads: make([]int, n), weight: s.weight, origin: s.origin,
	}
	for i, h := range s.heads {
		if h < n {
			h = n - 1 - h
		}
		r.heads[n-1-i] = h
	}
	return r
}
