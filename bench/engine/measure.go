package engine

import (
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
func (s Subject) All(set string, bank []conllu.Sentence) ([]Row, error) {
	rows := s.Trees(set, bank)
	for _, more := range []func(string, []conllu.Sentence) ([]Row, error){s.Text, s.Names, s.Chained} {
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
func (s Subject) Trees(set string, bank []conllu.Sentence) []Row {
	own, capitals := GoldWords(s.Models, bank, false), GoldWords(s.Models, bank, true)
	rows := []Row{
		{set, "gold words", "UPOS", own.UPOS.F1()},
		{set, "gold words", "XPOS", own.XPOS.F1()},
		{set, "gold words", "lemma", own.Lemma.F1()},
		{set, "gold words", "UAS", own.UAS.F1()},
		{set, "gold words", "LAS", own.LAS.F1()},
	}
	for _, rel := range relations {
		rows = append(rows, Row{set, "gold words", rel + " F1", own.Relation(rel).F1()})
	}
	const upper = "gold words in capitals"
	return append(rows,
		Row{set, upper, "UPOS", capitals.UPOS.F1()},
		Row{set, upper, "LAS", capitals.LAS.F1()},
		Row{set, upper, LASLost, own.LAS.F1() - capitals.LAS.F1()})
}

// Text measures words, sentences and trees from raw text.
func (s Subject) Text(set string, bank []conllu.Sentence) ([]Row, error) {
	score, err := RawText(s.Models, bank)
	if err != nil {
		return nil, err
	}
	return []Row{
		{set, "raw text", "words F1", score.Segments.Words.F1()},
		{set, "raw text", "sentences F1", score.Segments.Sentences.F1()},
		{set, "raw text", "UPOS F1", score.Trees.UPOS.F1()},
		{set, "raw text", "lemma F1", score.Trees.Lemma.F1()},
		{set, "raw text", "UAS F1", score.Trees.UAS.F1()},
		{set, "raw text", "LAS F1", score.Trees.LAS.F1()},
		{set, "raw text", "LAS F1 without subtypes", score.Trees.Universal.F1()},
	}, nil
}
