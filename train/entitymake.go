package train

import (
	"io"
	"path/filepath"

	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// How names are learned.
const (
	nameMargin = 0   // by how much the right labels must win
	leastName  = 128 // weights below are left out, in parts of linear.Scale
)

// names trains the recogniser of names: from GUM, re3d and what a teacher found
// in the news.
func (m *maker) names() error {
	tagger, err := model.ReadTagger(m.bundle[model.TaggerPartName])
	if err != nil {
		return err
	}
	places, err := gazetteer.Embedded()
	if err != nil {
		return err
	}
	r := &namedReader{tagger: tagger, clusters: m.list.lookup, hinter: nlp.NewHinter(lexicon.Seed(), places)}
	docs, err := m.namedDocs(r)
	if err != nil {
		return err
	}
	t := newEntityTrainer(m.list.lookup, nameMargin)
	t.train(docs, entityOptions{rounds: m.Rounds.Names, seed: 1}, func(round int) {
		m.report("round %d of %d", round+1, m.Rounds.Names)
	})
	m.bundle[model.NamesPart], err = t.part(leastName)
	return err
}

// namedDocs reads the documents that names are learned from. GUM and re3d come in
// both cases; of the news every second article comes again without its capitals,
// but for MUC, which has none.
func (m *maker) namedDocs(r *namedReader) ([]namedDoc, error) {
	gum, err := conllu.ReadFile(filepath.Join(m.Data, "ud", "en_gum-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	var docs []namedDoc
	for _, caseless := range []bool{false, true} {
		named, err := r.gum(gum, caseless)
		if err != nil {
			return nil, err
		}
		docs = append(docs, named...)
		if named, err = r.re3d(filepath.Join(m.Data, "re3d", "train.jsonl"), caseless); err != nil {
			return nil, err
		}
		docs = append(docs, named...)
	}
	texts, err := silver.Texts(m.Data, newsSets...)
	if err != nil {
		return nil, err
	}
	var news, again []silver.Named
	err = opened(filepath.Join(m.Teacher, "entities.jsonl.zst"), func(in io.Reader) error {
		news, err = silver.ReadNames(in, texts)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range news {
		if i%2 == 0 && news[i].Source.Set != silver.MUC {
			again = append(again, news[i])
		}
	}
	docs = append(docs, r.silver(news, texts, false)...)
	docs = append(docs, r.silver(again, texts, true)...)
	m.report("%d documents with names", len(docs))
	return docs, nil
}
