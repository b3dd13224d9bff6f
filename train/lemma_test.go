package train

import (
	"testing"

	"ascribe/extract/model"
	"ascribe/train/conllu"
)

func TestLemmaRules(t *testing.T) {
	word := func(form, xpos, lemma string) conllu.Word {
		return conllu.Word{Form: form, XPOS: xpos, Lemma: lemma}
	}
	part := lemmaPart([]conllu.Sentence{{Words: []conllu.Word{
		word("bombed", "VBD", "bomb"), word("attacked", "VBD", "attack"), word("shot", "VBD", "shoot"),
		word("killed", "VBD", "kill"), word("fled", "VBD", "flee"), word("bodies", "NNS", "body"),
		word("cities", "NNS", "city"), word("guns", "NNS", "gun"), word("soldiers", "NNS", "soldier"),
		word("missiles", "NNS", "missile"), word("vehicles", "NNS", "vehicle"), word("articles", "NNS", "article"), word("Iranian", "JJ", "Iranian"), word("Romanian", "JJ", "Romanian"), word("Maren", "NNP", "Maren"), word("Port", "NNP", "Port"),
	}}})
	l, err := model.ReadLemmatizer(part)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][3]string{
		{"shelled", "VBD", "shell"}, {"SHOT", "VBD", "shoot"}, {"Fled", "VBD", "flee"}, {"parties", "NNS", "party"},
		{"gunmen's", "POS", "gunmen's"}, {"rifles", "NNS", "rifle"}, {"Sarvia", "NNP", "Sarvia"}, {"Dravonian", "JJ", "dravonian"}, {"IRANIAN", "JJ", "Iranian"},
	} {
		if got := l.Lemma(c[0], c[1]); got != c[2] {
			t.Errorf("%s as %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestReadLemmatizerRefusesOtherText(t *testing.T) {
	if _, err := model.ReadLemmatizer([]byte("no rules\n")); err == nil {
		t.Error("text without rules was taken")
	}
}
