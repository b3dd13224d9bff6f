package engine

import (
	"ascribe/bench/measure"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

// A Subject is what is measured.
type Subject struct {
	Engine nlp.Engine
	Models *model.Models // those of the engine
}

// LASLost is the measure of what capitals cost: the smaller the better.
const LASLost = "LAS lost"

// relations get a row of their own.
var relations = []string{"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "acl:relcl", "advcl", "appos", "parataxis", "conj"}

// All measures everything that a treebank tells of.
func (s Subject) All(set string, bank []conllu.Sentence) ([]measure.Row, error) {
	rows := s.Trees(set, bank)
	for _, more := range []func(string, []conllu.Sentence) ([]measure.Row, error){s.Text, s.Names, s.Chained} {
		r, err := more(set, bank)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r...)
	}
	return rows, nil
}

// Trees measures tags, lemmas and trees on the words of a treebank, in its own
// letters and in capitals.
func (s Subject) Trees(set string, bank []conllu.Sentence) []measure.Row {
	own, capitals := GoldWords(s.Models, bank, false), GoldWords(s.Models, bank, true)
	rows := []measure.Row{
		{Set: set, Input: "gold words", Measure: "UPOS", Value: own.UPOS.F1()},
		{Set: set, Input: "gold words", Measure: "XPOS", Value: own.XPOS.F1()},
		{Set: set, Input: "gold words", Measure: "lemma", Value: own.Lemma.F1()},
		{Set: set, Input: "gold words", Measure: "UAS", Value: own.UAS.F1()},
		{Set: set, Input: "gold words", Measure: "LAS", Value: own.LAS.F1()},
	}
	for _, rel := range relations {
		rows = append(rows, measure.Row{Set: set, Input: "gold words", Measure: rel + " F1", Value: own.Relation(rel).F1()})
	}
	const upper = "gold words in capitals"
	return append(rows,
		measure.Row{Set: set, Input: upper, Measure: "UPOS", Value: capitals.UPOS.F1()},
		measure.Row{Set: set, Input: upper, Measure: "LAS", Value: capitals.LAS.F1()},
		measure.Row{Set: set, Input: upper, Measure: LASLost, Value: own.LAS.F1() - capitals.LAS.F1()})
}

// Text measures words, sentences and trees from raw text.
func (s Subject) Text(set string, bank []conllu.Sentence) ([]measure.Row, error) {
	score, err := RawText(s.Models, bank)
	if err != nil {
		return nil, err
	}
	return []measure.Row{
		{Set: set, Input: "raw text", Measure: "words F1", Value: score.Segments.Words.F1()},
		{Set: set, Input: "raw text", Measure: "sentences F1", Value: score.Segments.Sentences.F1()},
		{Set: set, Input: "raw text", Measure: "UPOS F1", Value: score.Trees.UPOS.F1()},
		{Set: set, Input: "raw text", Measure: "lemma F1", Value: score.Trees.Lemma.F1()},
		{Set: set, Input: "raw text", Measure: "UAS F1", Value: score.Trees.UAS.F1()},
		{Set: set, Input: "raw text", Measure: "LAS F1", Value: score.Trees.LAS.F1()},
		{Set: set, Input: "raw text", Measure: "LAS F1 without subtypes", Value: score.Trees.Universal.F1()},
	}, nil
}
