package extract

import (
	"strings"
	"testing"

	"ascribe/extract/nlp"
)

// phraseOf is a sentence of words and the phrase of its first ones, up to a head.
func phraseOf(head int, words ...string) (*nlp.Sentence, *nlp.Phrase) {
	s := &nlp.Sentence{}
	for _, w := range words {
		t := nlp.Token{Text: w, Lower: strings.ToLower(w), Class: nlp.Name}
		if w == "the" {
			t.Class = nlp.Determiner
		}
		s.Tokens = append(s.Tokens, t)
	}
	return s, &nlp.Phrase{First: 0, Last: head + 1, Head: head}
}

// A capital goes by its country, also when the apostrophe is lost; a make of weapons is
// no place.
func TestCalledTheCapital(t *testing.T) {
	s, ph := phraseOf(2, "the", "Chiles", "capital")
	if !capitalOf(s, ph, "CHL") || capitalOf(s, ph, "PER") || capitalOf(s, ph, "") {
		t.Error("“the Chiles capital” is the capital of Chile alone")
	}
	if ph.Country = "PER"; capitalOf(s, ph, "CHL") || !capitalOf(s, ph, "PER") {
		t.Error("the country of the wording goes before the letters")
	}
	if !noName(s, ph) {
		t.Error("what is called a capital is no name")
	}
	s, ph = phraseOf(0, "Saraya", "rockets")
	if !noName(s, ph) {
		t.Error("Saraya rockets are no place")
	}
	if s, ph = phraseOf(0, "Saraya", "residents"); noName(s, ph) {
		t.Error("Saraya of Saraya residents is a place")
	}
}
