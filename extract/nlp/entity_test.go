package nlp

import (
	"testing"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/linear"
	"ascribe/extract/model"
)

// formRecognizer labels words by their form alone.
func formRecognizer(t *testing.T, labels map[string]uint8) *model.Recognizer {
	t.Helper()
	var rows []linear.Row
	for form, label := range labels {
		s := feature.Sight{Words: feature.Words(nil, []string{"then", form}, true, nil), Tags: make([]feature.Tagged, 2), Hints: make([]feature.Hint, 2)}
		s.Prepare()
		row := linear.Row{Feature: feature.Entity(nil, &s, 1)[1], Weights: make([]int32, model.Labels(2))}
		row.Weights[label] = 100
		rows = append(rows, row)
	}
	weights, err := linear.Build(model.Labels(2), rows, 1)
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.ReadRecognizer(model.RecognizerPart([]string{"PERSON", "GPE"}, weights))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEntitiesOfASentence(t *testing.T) {
	const text = "Then Ana Vidal met Sarvia-backed men"
	r := formRecognizer(t, map[string]uint8{"Ana": model.Label(0, 0, 2, 0), "Vidal": model.Label(1, 0, 2, 0), "Sarvia": model.Label(0, 0, 1, 1)})
	h := testHinter()
	l := &Linear{reg: h.reg, places: h.places, models: &model.Models{Names: r}}
	tokens, _ := tokenize(text, ascribe.Span{End: len(text)}, 100)
	s := Sentence{Span: ascribe.Span{End: len(text)}, Tokens: tokens}
	var d desk
	d.spans, d.owner = syntactic(tokens)
	for _, span := range d.spans {
		d.forms = append(d.forms, span.Of(text))
	}
	d.words = feature.Words(nil, d.forms, true, nil)
	d.values = make([]feature.Tagged, len(d.words))
	n := l.newNamer()
	n.name(&s, text, &d, true)
	n.close(l)
	want := []struct {
		kind  EntityType
		words string
		first string
		last  string
	}{{PersonName, "Ana Vidal", "Ana", "Vidal"}, {GPEName, "Sarvia", "Sarvia-backed", "Sarvia-backed"}}
	if len(s.Entities) != len(want) {
		t.Fatalf("found %+v", s.Entities)
	}
	for i, w := range want {
		e := s.Entities[i]
		if e.Type != w.kind || e.Span.Of(text) != w.words || tokens[e.First].Text != w.first || tokens[e.Last-1].Text != w.last {
			t.Errorf("found %v %q of tokens %q to %q, want %v %q", e.Type, e.Span.Of(text), tokens[e.First].Text, tokens[e.Last-1].Text, w.kind, w.words)
		}
	}
}

func TestNoNamesWithoutARecogniser(t *testing.T) {
	l := &Linear{models: &model.Models{}}
	n := l.newNamer()
	if n != nil {
		t.Error("names are found without a recogniser")
	}
	n.close(l)
}

func TestEntityTypesHaveNames(t *testing.T) {
	for kind := PersonName; kind <= NumberText; kind++ {
		if entityTypes[kind.String()] != kind {
			t.Errorf("type %d is called %q", kind, kind)
		}
	}
	if NoEntity.String() != "" {
		t.Errorf("no entity is called %q", NoEntity)
	}
}
