package nlp

import (
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/linear"
	"ascribe/extract/model"
)

// description makes a sentence and a phrase of words "the/Determiner rebels".
func description(words string) (*Sentence, *Phrase) {
	s := &Sentence{}
	for w := range strings.FieldsSeq(words) {
		tok := Token{Text: w, Lower: w, Class: Noun, Head: NoHead}
		switch w {
		case "three":
			tok.Class = Number
		case "'s":
			tok.Tag = "POS"
		}
		s.Tokens = append(s.Tokens, tok)
	}
	n := len(s.Tokens)
	return s, &Phrase{Last: n, Head: n - 1}
}

func TestPointsBack(t *testing.T) {
	for words, want := range map[string]bool{
		"the rebels": true, "those armed men": true, "this blast": true,
		"rebels": false, "a rebel": false, "the other rebels": false, "the three rebels": false, "the army 's rebels": false, "another group": false,
	} {
		if got := pointsBack(description(words)); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}

func TestMayMean(t *testing.T) {
	for name, c := range map[string]struct {
		p    Phrase
		e    entity
		want bool
	}{
		"one kind":             {Phrase{Kind: Force}, entity{kind: Force}, true},
		"a body for a group":   {Phrase{Kind: Organization}, entity{kind: Group}, true},
		"a group for a party":  {Phrase{Kind: Group}, entity{kind: Organization, named: true}, true},
		"a group for a body":   {Phrase{Kind: Group}, entity{kind: Organization}, false},
		"a person for a state": {Phrase{Kind: Person}, entity{kind: State}, false},
		"several for one":      {Phrase{Kind: Person, Plural: true}, entity{kind: Person}, false},
		"of another country":   {Phrase{Kind: Force, Country: "XSV"}, entity{kind: Force, country: "XBR"}, false},
		"of an unknown one":    {Phrase{Kind: Force, Country: "XSV"}, entity{kind: Force}, true},
	} {
		if got := mayMean(&c.p, &c.e); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// A description goes where the trees say it goes, if that is of its kind.
func TestReferredFollowsTheTrees(t *testing.T) {
	a := &Analysis{Document: &ascribe.Document{}}
	for i := range 2 {
		s, p := description("the gunmen")
		s.Index, p.Kind, p.Plural = i, Person, true
		for k, upos := range []string{"DET", "NOUN"} {
			s.Tokens[k].UPOS = upos
		}
		s.Tokens[0].Head, s.Tokens[0].Rel = 1, "det"
		s.Tokens[1].Tag, s.Tokens[1].Rel = "NNS", "root"
		s.Phrases = []Phrase{*p}
		a.Sentences = append(a.Sentences, *s)
	}
	weights, err := linear.Build(1, rowsThatJoin(a), 1)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := linear.Read(weights)
	if err != nil {
		t.Fatal(err)
	}
	j := &joiner{reader: &reader{Linear: &Linear{models: &model.Models{Chains: m}}, a: a}, of: map[mention]*entity{}}
	j.rank()
	second := &a.Sentences[1]
	e := &entity{kind: Person, plural: true}
	j.of[mention{0, 0}] = e
	if got := j.referred(mention{1, 0}, second, &second.Phrases[0]); got != e {
		t.Errorf("the gunmen refer to %+v, want those before", got)
	}
	e.kind = State
	if got := j.referred(mention{1, 0}, second, &second.Phrases[0]); got != nil {
		t.Error("the gunmen are taken for a state")
	}
	j.models.Chains, j.trees = nil, nil
	j.rank()
	if got := j.referred(mention{1, 0}, second, &second.Phrases[0]); got != nil {
		t.Error("without weights the trees say something")
	}
}

// rowsThatJoin are weights under which every wording refers to the first option
// that it has.
func rowsThatJoin(a *Analysis) []linear.Row {
	weight := map[uint64]int32{}
	(&Corefer{}).Walk(a, func(_ *Reference, options []Option) int {
		for n, o := range options {
			for _, f := range o.Features {
				if n == 0 {
					weight[f] = -9
				} else {
					weight[f] = 9
				}
			}
		}
		return len(options) - 1
	})
	var rows []linear.Row
	for f, w := range weight {
		rows = append(rows, linear.Row{Feature: f, Weights: []int32{w}})
	}
	return rows
}
