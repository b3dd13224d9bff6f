package train

import (
	"bytes"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// smallBank is a treebank of invented sentences with the names of GUM.
const smallBank = `# newdoc id = a
# global.Entity = GRP-etype
1	Gen.	gen.	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person
2	Ana	Ana	PROPN	NNP	_	4	nsubj	_	_
3	Vidal	Vidal	PROPN	NNP	_	2	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	Maren	Maren	PROPN	NNP	_	4	obj	_	Entity=(2-place)
6	.	.	PUNCT	.	_	4	punct	_	_

1	Vidal	Vidal	PROPN	NNP	_	2	nsubj	_	Entity=(1-person)
2	joined	join	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	5	det	_	Entity=(3-organization
4	Tolvik	Tolvik	PROPN	NNP	_	5	compound	_	_
5	League	League	PROPN	NNP	_	2	obj	_	Entity=3)
6	in	in	ADP	IN	_	7	case	_	_
7	May	May	PROPN	NNP	_	2	obl	_	Entity=(4-time)
8	.	.	PUNCT	.	_	2	punct	_	_
`

// smallReader tags by what the small bank teaches.
func smallReader(t *testing.T) (*namedReader, []conllu.Sentence) {
	t.Helper()
	ss, err := conllu.Read(strings.NewReader(smallBank))
	if err != nil {
		t.Fatal(err)
	}
	v := newInventory(nil)
	v.learn(ss)
	part, err := makeTagger(v.samples(ss), v, lesson{4, 1, leastTag})
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := model.ReadTagger(part)
	if err != nil {
		t.Fatal(err)
	}
	hinter := nlp.NewHinter(lexicon.NewRegister(), gazetteer.New(nil))
	return &namedReader{tagger: tagger, hinter: hinter}, ss
}

// only returns the names that the labels of a sentence allow, as words, where
// there is but one way, and ? for words that may be several things.
func only(s *namedSentence) string {
	var out []string
	for i, can := range s.allowed {
		switch {
		case can == outside:
			out = append(out, "o")
		case can&(can-1) != 0:
			out = append(out, "?")
		default:
			for a := range model.Labels(len(nameTypes)) {
				if can>>a&1 == 1 {
					out = append(out, nameTypes[model.TypeOf(uint8(a))-1]+":"+s.forms[i])
				}
			}
		}
	}
	return strings.Join(out, " ")
}

func TestNamesOfTheTreebank(t *testing.T) {
	r, ss := smallReader(t)
	docs, err := r.gum(ss, false)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || len(docs[0].sentences) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	first, second := &docs[0].sentences[0], &docs[0].sentences[1]
	if got, want := only(first), "? PERSON:Ana PERSON:Vidal ? ? ?"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := first.allowed[4], labelsAt(labelsOf("GPE", "LOC", "FAC"), 4, 4, 5); got != want {
		t.Errorf("a place may be %b, want %b", got, want)
	}
	if got, want := first.allowed[0], uint64(outside)|labelsOf("NORP", "WEAPON", "EVENT", "DATE", "NUMBER"); got != want {
		t.Errorf("what GUM does not name may be %b, want %b", got, want)
	}
	if got, want := second.allowed[4], labelsAt(labelsOf("ORG", "ARMED_GROUP"), 4, 3, 5); got != want {
		t.Errorf("the end of an organization may be %b, want %b", got, want)
	}
	if second.allowed[6] != gumOpen {
		t.Errorf("a month may be %b", second.allowed[6])
	}
}

func TestSilverNames(t *testing.T) {
	const text = "Ana Vidal left Port Maren for Tolvik-bound ships. Then 40 men came."
	r, _ := smallReader(t)
	span := func(words string) ascribe.Span {
		at := strings.Index(text, words)
		return ascribe.Span{Start: at, End: at + len(words)}
	}
	named := []silver.Named{{Source: silver.Source{SHA256: silver.Digest(text)}, Names: []silver.Name{
		{Span: span("Ana Vidal"), Type: "PERSON"}, {Span: span("Port Mar"), Type: "GPE"}, {Span: span("Tolvik"), Type: "GPE"}, {Span: span("40"), Type: "NUMBER"},
	}}}
	docs := r.silver(named, map[string]string{silver.Digest(text): text}, false)
	if len(docs) != 1 || len(docs[0].sentences) != 2 {
		t.Fatalf("documents %+v", docs)
	}
	if got, want := only(&docs[0].sentences[0]), "PERSON:Ana PERSON:Vidal o ? ? o GPE:Tolvik o o o o"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := only(&docs[0].sentences[1]), "o NUMBER:40 o o o"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	caseless := r.silver(named, map[string]string{silver.Digest(text): text}, true)
	if caseless[0].sentences[0].tells {
		t.Error("a copy without capitals tells by them")
	}
}

// TestEntitiesAreLearned holds that what was learned is found again, by the same
// bytes every time.
func TestEntitiesAreLearned(t *testing.T) {
	r, ss := smallReader(t)
	docs, err := r.gum(ss, false)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs[0].sentences { // what GUM leaves open is nothing here
		for j, can := range docs[0].sentences[i].allowed {
			if can&outside != 0 {
				docs[0].sentences[i].allowed[j] = outside
			}
		}
	}
	var parts [2][]byte
	for k := range parts {
		trainer := newEntityTrainer(nil, 2)
		trainer.train(docs, entityOptions{rounds: 10, seed: 7}, nil)
		if parts[k], err = trainer.part(1); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(parts[0], parts[1]) {
		t.Error("two trainings made two models")
	}
	rec, err := model.ReadRecognizer(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	var w model.Work
	var memory feature.Memory
	memory.Reset()
	var got []string
	for i := range docs[0].sentences {
		s := &docs[0].sentences[i]
		sight := feature.Sight{Words: feature.Words(nil, s.forms, s.tells, nil), Tags: s.tags, Hints: s.hints}
		for _, f := range rec.Find(nil, &sight, &memory, &w) {
			got = append(got, rec.Types()[f.Type]+" "+strings.Join(s.forms[f.First:f.Last], " "))
		}
	}
	text := strings.Join(got, "; ")
	for _, want := range []string{"PERSON Ana Vidal", "PERSON Vidal", "Tolvik League"} {
		if !strings.Contains(text, want) {
			t.Errorf("found %q, not %q", text, want)
		}
	}
}
