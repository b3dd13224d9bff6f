package engine

import (
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
)

// Chained measures from raw text which wordings are found to mean the same. A
// treebank that marks no entities tells nothing of it, and models that learned
// no chains have none.
func (s Subject) Chained(set string, bank []conllu.Sentence) ([]Row, error) {
	if len(bank) == 0 || bank[0].Global == "" || s.Models.Chains == nil {
		return nil, nil
	}
	corefer := nlp.Corefer{Ranker: s.Models.Chains}
	spans, heads, err := Chains(&corefer, bank, func(d *conllu.Document, _ []conllu.Sentence) (*nlp.Analysis, error) {
		return s.Engine.Analyse(read.Plain(d.Text)), nil
	})
	if err != nil {
		return nil, err
	}
	return []Row{
		{set, "raw text", "chains of names and nouns, CoNLL F1", 100 * spans.CoNLL()},
		{set, "raw text", "chains of names and nouns by heads, CoNLL F1", 100 * heads.CoNLL()},
	}, nil
}
