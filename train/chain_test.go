package train

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ascribe/extract/linear"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

// chainBank is documents of invented sentences in each of which the second
// mention of a front means the first and that of a town another.
func chainBank(t *testing.T, documents int) []conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for i := range documents {
		fmt.Fprintf(&b, `# newdoc id = d%d
# global.Entity = GRP-etype
1	The	the	DET	DT	_	2	det	_	Entity=(1-organization
2	front	front	NOUN	NN	_	3	nsubj	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	a	a	DET	DT	_	5	det	_	Entity=(2-place
5	town	town	NOUN	NN	_	3	obj	_	Entity=2)

1	The	the	DET	DT	_	2	det	_	Entity=(1-organization
2	front	front	NOUN	NN	_	3	nsubj	_	Entity=1)
3	took	take	VERB	VBD	_	0	root	_	_
4	a	a	DET	DT	_	5	det	_	Entity=(3-place
5	town	town	NOUN	NN	_	3	obj	_	Entity=3)

`, i)
	}
	ss, err := conllu.Read(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return ss
}

func TestChainsAreLearned(t *testing.T) {
	bank := chainBank(t, 20)
	weights, err := Chains(bank)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Chains(bank)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(weights, again) {
		t.Error("the same treebank teaches two different models")
	}
	m, _, err := linear.Read(weights)
	if err != nil {
		t.Fatal(err)
	}
	lessons, err := chainLessons(bank[:2])
	if err != nil {
		t.Fatal(err)
	}
	refs := (&nlp.Corefer{Ranker: m}).References(lessons[0].analysis)
	if len(refs) != 4 {
		t.Fatalf("%d references, want 4: %+v", len(refs), refs)
	}
	if refs[0].Chain == nlp.NoChain || refs[0].Chain != refs[2].Chain {
		t.Errorf("the front is not the front: %+v", refs)
	}
	if refs[1].Chain != nlp.NoChain || refs[3].Chain != nlp.NoChain {
		t.Errorf("a town is the other town: %+v", refs)
	}
}

func TestGoldAnalysisKeepsOffsets(t *testing.T) {
	bank := chainBank(t, 1)
	docs := conllu.Documents(bank)
	a, err := GoldAnalysis(&docs[0], bank)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range a.Sentences {
		for _, tok := range s.Tokens {
			if got := tok.Span.Of(a.Document.Text); got != tok.Text {
				t.Errorf("token %q stands at %q", tok.Text, got)
			}
		}
	}
}
