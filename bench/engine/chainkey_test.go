package engine

import (
	"math"
	"strings"
	"testing"

	"ascribe"
	"ascribe/train/conllu"
)

const told = `# newdoc id = port
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
1	The	the	DET	DT	_	3	det	_	Entity=(1-organization-new-n-c-3-coref
2	Maren	Maren	PROPN	NNP	_	3	compound	_	Entity=(2-place-new-n-c-1-sgl)
3	Front	Front	PROPN	NNP	_	4	nsubj	_	Entity=1)
4	lost	lose	VERB	VBD	_	0	root	_	_
5	its	its	PRON	PRP$	_	6	nmod:poss	_	Entity=(3-person-new-n-c-2-coref(1-organization-giv:act-n-c-1-ana)
6	chief	chief	NOUN	NN	_	4	obj	_	Entity=3)

1	The	the	DET	DT	_	2	det	_	Entity=(1-organization-giv:act-n-c-2-coref
2	group	group	NOUN	NN	_	3	nsubj	_	Entity=1)
3	mourned	mourn	VERB	VBD	_	0	root	_	_
4	him	he	PRON	PRP	_	3	obj	_	Entity=(3-person-giv:act-n-c-1-ana)
`

func TestScoreNominal(t *testing.T) {
	ss, err := conllu.Read(strings.NewReader(told))
	if err != nil {
		t.Fatal(err)
	}
	docs := conllu.Documents(ss)
	key, err := KeyChains(&docs[0], ss)
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string, from int) ascribe.Span {
		start := from + strings.Index(docs[0].Text[from:], words)
		return ascribe.Span{Start: start, End: start + len(words)}
	}
	second := docs[0].Sentences[1].Start
	if len(key) != 3 || len(key[0]) != 3 || key[0][2] != (Mention{at("The group", second), at("group", second), false}) || !key[0][1].Pronoun {
		t.Fatalf("read %+v", key)
	}
	// Of the key only the chain of the Front and the group is left: the chief is
	// mentioned but once without a pronoun. The response misses the article of
	// the group, and joins a pronoun wrongly, which does not count.
	response := [][]Mention{
		{{at("The Maren Front", 0), at("Front", 0), false}, {at("group", second), at("group", second), false}},
		{{at("chief", 0), at("chief", 0), false}, {at("its", 0), at("its", 0), true}},
	}
	spans, heads := ScoreNominal(key, response)
	if spans.Mentions.F1() != 0.5 || spans.MUC.F1() != 0 || math.Abs(spans.CEAF.F1()-0.5) > 1e-9 {
		t.Errorf("spans: %v", &spans)
	}
	if heads.CoNLL() != 1 {
		t.Errorf("heads: %v, want a CoNLL of 100", &heads)
	}
}
