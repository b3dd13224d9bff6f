package extract_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// roughWords are what the patterns look for, to be thrown together at random.
var roughWords = strings.Fields(`said , . “ ” " '' ‘ ’ ( ) [ ] — : ; that who which and but to by of on in the a no police rebels
 Vidal accused blamed denied claimed responsibility for according to was were is believed suspected not it he they we our his 's claim
 reports told reporters adding saying attack bombing killed burned linked tied attributed out ruled work hallmarks Monday least at more
 than about statement behalf name asked whether if responsible held behind involvement an offshoot allied with led known as since 2015`)

// Whatever the words, the reading ends, and every span of it lies in the text.
func TestRoughTextIsRead(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	x := extract.New(newEngine(t))
	for n := range 800 {
		var w []string
		for range 3 + random.IntN(60) {
			w = append(w, roughWords[random.IntN(len(roughWords))])
		}
		text := strings.Join(w, " ")
		if n%2 == 1 {
			text = strings.ToUpper(text)
		}
		r := x.Read(document(t, text), ascribe.Appearance{})
		for _, st := range r.Statements {
			for _, spans := range [][]ascribe.Span{st.Source.Spans, st.Cue, st.Content} {
				for _, s := range spans {
					if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
						t.Fatalf("%q: span %v of %q", text, s, st.Because)
					}
				}
			}
		}
	}
}

// A sentence of tens of thousands of words is read in time that grows with it,
// not with its square.
func TestHugeSentenceIsBounded(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, unit := range []string{"“he said ", "‘a ", "( a ", "police said rebels , ", "said ", "the Front of "} {
		growsEvenly(t, x, unit, 800)
	}
}
