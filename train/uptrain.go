package train

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"

	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// What is taken of the trees that a teacher put on the news (Petrov et al., 2010,
// uptraining): sentences of which it was sure enough and that are not too long.
const (
	mostDoubt   = 0.15 // mean of -ln(probability) over the arcs
	share       = 2    // one sentence in so many: 600,000 words, a little more than the treebanks with their copies
	longestTree = 70   // words
	goldWeight  = 2    // how far an error on a treebank moves the weights
	newsWeight  = 1    // … and one on the news
)

// newsSets are the articles whose trees are learned from.
var newsSets = []string{silver.PolNeAR, silver.MUC, silver.FAKES, silver.GeoVirus}

// news reads the teacher's trees, if there are any, and adds the samples.
func (m *maker) news() error {
	var trees []silver.Tree
	err := opened(filepath.Join(m.Teacher, "parser", "trees.zst"), func(in io.Reader) error {
		texts, err := silver.Texts(m.Data, newsSets...)
		if err != nil {
			return err
		}
		trees, err = silver.ReadTrees(in, texts)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		m.report("no trees of the news: the treebanks alone")
		return nil
	}
	if err != nil {
		return err
	}
	for i := range m.samples {
		m.samples[i].weight = goldWeight
	}
	words := 0
	for i := 0; i < len(trees); i += share {
		t := &trees[i]
		if t.Doubt > mostDoubt || len(t.Words) > longestTree || len(t.Words) < 2 || !m.list.knows(&t.Sentence) {
			continue
		}
		s := m.list.sample(&t.Sentence, false, len(m.trees)+i)
		s.weight = newsWeight
		m.samples = append(m.samples, s)
		words += len(t.Words)
	}
	m.report("%d sentences, of which %d words are of the news", len(m.samples), words)
	return nil
}

// knows reports whether all tags and relations of a sentence are in the lists.
func (v *inventory) knows(s *conllu.Sentence) bool {
	for _, w := range s.Words {
		_, tag := v.tagNo[tagPair(w)]
		_, rel := v.relNo[w.Rel]
		if !tag || !rel {
			return false
		}
	}
	return true
}
