package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// finder is an engine that finds the names that it is told, whatever their case.
type finder map[string]nlp.EntityType

func (finder) Name() string { return "finder" }

func (f finder) Analyse(doc *ascribe.Document) *nlp.Analysis {
	a := &nlp.Analysis{Document: doc}
	for i, span := range doc.Sentences {
		words, _ := nlp.Words(doc.Text, span, 100)
		s := nlp.Sentence{Index: i, Span: span}
		for k, w := range words {
			s.Tokens = append(s.Tokens, nlp.Token{Span: w, Text: w.Of(doc.Text)})
			if kind, ok := f[strings.ToLower(w.Of(doc.Text))]; ok {
				s.Entities = append(s.Entities, nlp.Entity{First: k, Last: k + 1, Type: kind})
			}
		}
		a.Sentences = append(a.Sentences, s)
	}
	return a
}

// holdsNames are models that hold names.
var holdsNames = &model.Models{Names: &model.Recognizer{}}

const namedBank = `# newdoc id = a
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Name=B-PERSON
2	Vidal	Vidal	PROPN	NNP	_	1	flat	_	Name=I-PERSON
3	left	leave	VERB	VBD	_	0	root	_	_
4	Tolvik	Tolvik	PROPN	NNP	_	3	obj	_	Name=B-GPE
5	Monday	Monday	PROPN	NNP	_	3	obl	_	Name=B-DATE|SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_
`

func bankOf(t *testing.T, text string) []conllu.Sentence {
	t.Helper()
	ss, err := conllu.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return ss
}

func TestNamesOfASample(t *testing.T) {
	s := Subject{Models: holdsNames, Engine: finder{"tolvik": nlp.GPEName, "vidal": nlp.PersonName}}
	rows, err := s.Names("sample", bankOf(t, namedBank))
	if err != nil {
		t.Fatal(err)
	}
	want := []measure.Row{
		{Set: "sample", Input: "raw text", Measure: "all types F1", Value: 40}, // one of three, one of two
		{Set: "sample", Input: "raw text", Measure: "PERSON F1", Value: 0},
		{Set: "sample", Input: "raw text", Measure: "GPE F1", Value: 100},
		{Set: "sample", Input: "raw text", Measure: "DATE F1", Value: 0},
	}
	if len(rows) != 8 || !slices.Equal(rows[:4], want) {
		t.Errorf("got %v, want %v and the same in capitals", rows, want)
	}
	if rows[4] != (measure.Row{Set: "sample", Input: "raw text in capitals", Measure: "all types F1", Value: 40}) {
		t.Errorf("in capitals: %v", rows[4])
	}
}

func TestNamesOfATreebank(t *testing.T) {
	bank := strings.NewReplacer("Name=B-PERSON", "Entity=(1-person", "Name=I-PERSON", "Entity=1)", "Name=B-GPE", "Entity=(2-place)", "Name=B-DATE", "Entity=(3-time)",
		"id = a", "id = a\n# global.Entity = GRP-etype").Replace(namedBank)
	s := Subject{Models: holdsNames, Engine: finder{"tolvik": nlp.LocName, "monday": nlp.DateText}}
	rows, err := s.Names("sample", bankOf(t, bank))
	if err != nil {
		t.Fatal(err)
	}
	if want := (measure.Row{Set: "sample", Input: "raw text", Measure: "PERSON, ORG, PLACE F1", Value: 200. / 3}); rows[0] != want {
		t.Errorf("got %v, want %v", rows[0], want)
	}
}

// No row is made of what is not told.
func TestNamesOfNothing(t *testing.T) {
	silent := strings.NewReplacer("Name=B-", "X=", "Name=I-", "X=").Replace(namedBank)
	for name, rows := range map[string]struct {
		s    Subject
		bank string
	}{
		"a treebank without names": {Subject{Models: holdsNames, Engine: finder{"tolvik": nlp.GPEName}}, silent},
		"models without names":     {Subject{Models: &model.Models{}, Engine: finder{}}, namedBank},
	} {
		if got, err := rows.s.Names("sample", bankOf(t, rows.bank)); err != nil || got != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestNamesThatBeginNowhere(t *testing.T) {
	for _, bad := range []string{"Name=I-GPE", "Name=X-GPE"} {
		bank := strings.Replace(namedBank, "Name=B-GPE", bad, 1)
		if _, err := (Subject{Models: holdsNames, Engine: finder{}}).Names("sample", bankOf(t, bank)); ascribe.HintOf(err) == "" {
			t.Errorf("%s: %v, want an error with a hint", bad, err)
		}
	}
}

func TestJudge(t *testing.T) {
	const text = "Vidal left Tolvik."
	source := silver.Source{Set: "s", ID: "1", SHA256: silver.Digest(text)}
	named := []silver.Named{{Source: source, Names: []silver.Name{{Span: ascribe.Span{Start: 11, End: 17}, Type: "GPE"}}}}
	s := Subject{Models: holdsNames, Engine: finder{"tolvik": nlp.GPEName, "vidal": nlp.PersonName}}
	rows, err := s.Judge("news", named, map[string]string{source.SHA256: text})
	if err != nil || len(rows) != 2 || fmt.Sprintf("%.1f", rows[0].Value) != "66.7" {
		t.Errorf("got %v (%v), want F1 66.7", rows, err)
	}
	if _, err := s.Judge("news", named, nil); err == nil {
		t.Error("names of a text that is not there were judged")
	}
}

func TestCapitalsKeepOffsets(t *testing.T) {
	if got, want := Capitals("Straße ŉ “é” ı"), "STRAßE ŉ “É” ı"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
