package engine

import (
	"ascribe/bench/measure"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
)

// Chained measures from raw text which wordings are found to mean the same. A
// treebank that marks no entities tells nothing of it, and models that learned
// no chains have none.
func (s Subject) Chained(set string, bank []conllu.Sentence) ([]measure.Row, error) {
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
	return []measure.Row{
		{Set: set, Input: "raw text", Measure: "chains of names and nouns, CoNLL F1", Value: 100 * spans.CoNLL()},
		{Set: set, Input: "raw text", Measure: "chains of names and nouns by heads, CoNLL F1", Value: 100 * heads.CoNLL()},
	}, nil
}
