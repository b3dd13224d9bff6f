package extract_test

import (
	"sync"
	"testing"

	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// lexical is the engine over the seed registers, made once for all tests.
var lexical = sync.OnceValues(func() (nlp.Engine, error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	return nlp.NewLexical(lexicon.Seed(), places), nil
})

func newEngine(t testing.TB) nlp.Engine {
	t.Helper()
	e, err := lexical()
	if err != nil {
		t.Fatal(err)
	}
	return e
}
