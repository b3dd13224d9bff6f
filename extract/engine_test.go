package extract_test

import (
	"sync"
	"testing"

	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// theEngine is the engine over the seed registers, made once for all tests.
var theEngine = sync.OnceValues(func() (nlp.Engine, error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	return nlp.NewLinear(lexicon.Seed(), places)
})

func newEngine(t testing.TB) nlp.Engine {
	t.Helper()
	e, err := theEngine()
	if err != nil {
		t.Fatal(err)
	}
	return e
}
