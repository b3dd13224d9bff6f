package engine

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/train/conllu"
)

func named(first, last int, kind string) NamedSpan {
	return NamedSpan{ascribe.Span{Start: first, End: last}, kind}
}

func TestScoreNames(t *testing.T) {
	gold := []NamedSpan{named(0, 5, "ORG"), named(6, 9, "PERSON"), named(12, 20, "GPE"), named(30, 31, "GPE")}
	system := []NamedSpan{named(0, 5, "PERSON"), named(6, 9, "PERSON"), named(12, 19, "GPE"), named(30, 31, "GPE"), named(30, 31, "GPE")}
	score := ScoreNames(gold, system)
	for kind, want := range map[string]Match{
		"ORG":    {0, 1, 0},
		"PERSON": {1, 1, 2},
		"GPE":    {1, 2, 3},
	} {
		if score[kind] != want {
			t.Errorf("%s: %+v, want %+v", kind, score[kind], want)
		}
	}
	score.Add(ScoreNames(gold[:1], gold[:1]))
	if got, want := score.All(), (Match{3, 5, 6}); got != want {
		t.Errorf("all: %+v, want %+v", got, want)
	}
	if got, want := score.String(), "all 54.55 · GPE 40.0 (2) · ORG 66.7 (2) · PERSON 66.7 (1)"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}

func TestTreebankNames(t *testing.T) {
	ss, err := conllu.Read(strings.NewReader(`# newdoc id = port
# global.Entity = GRP-etype
1	Gen.	gen.	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person
2	Ana	Ana	PROPN	NNP	_	4	nsubj	_	_
3	Vidal	Vidal	PROPN	NNP	_	2	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	Maren	Maren	PROPN	NNP	_	4	obj	_	SpaceAfter=No|Entity=(2-place)
6	,	,	PUNCT	,	_	8	punct	_	_
7	the	the	DET	DT	_	8	det	_	Entity=(3-event
8	Games	Game	PROPN	NNP	_	5	appos	_	Entity=3)
`))
	if err != nil {
		t.Fatal(err)
	}
	docs := conllu.Documents(ss)
	got, err := TreebankNames(&docs[0], ss)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, n := range got {
		lines = append(lines, n.Type+" "+n.Span.Of(docs[0].Text))
	}
	if want := []string{"PERSON Ana Vidal", "PLACE Maren"}; !slices.Equal(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
}

func TestAsTreebank(t *testing.T) {
	got := AsTreebank([]NamedSpan{named(0, 1, "ARMED_GROUP"), named(2, 3, "LOC"), named(4, 5, "DATE"), named(6, 7, "PERSON")})
	want := []NamedSpan{named(0, 1, "ORG"), named(2, 3, Place), named(6, 7, "PERSON")}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
