package extract_test

import (
	"encoding/json"
	"sync"
	"testing"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/read"
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

// document reads a text as the line does, from a line of JSON Lines.
func document(t testing.TB, text string) *ascribe.Document {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": "x", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	for a := range read.Articles(read.Input{Name: "test", Kind: read.JSONL, Bytes: line}) {
		if a.Err != nil {
			t.Fatal(a.Err)
		}
		return a.Document
	}
	t.Fatal("no article")
	return nil
}
