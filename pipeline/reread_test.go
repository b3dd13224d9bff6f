package pipeline_test

import (
	"context"
	"errors"
	"testing"

	"ascribe"
	"ascribe/pipeline"
)

// renamed is an extractor under another name, as after an update.
type renamed struct {
	pipeline.Extractor
	name string
}

func (r renamed) Engine() string { return r.name }

func (r renamed) Read(doc *ascribe.Document, seen ascribe.Appearance) *ascribe.Reading {
	out := r.Extractor.Read(doc, seen)
	out.Engine = r.name
	return out
}

func TestRereadingLeadsToTheSameState(t *testing.T) {
	all, x := articles(t), extractor(t)
	s := open(t)
	add(t, s, x, all)
	before := fold(t, s).Digest()
	newer := renamed{x, "newer"}
	cut := pipeline.Pipeline{Store: &failing{Store: s, left: 0}, Extractor: newer}
	if _, err := cut.Reread(context.Background()); !errors.Is(err, errPower) {
		t.Fatalf("error %v", err)
	}
	var told []int
	p := pipeline.Pipeline{Store: s, Extractor: newer, Progress: func(r pipeline.Result) { told = append(told, r.Added+r.Left) }}
	got, err := p.Reread(context.Background())
	if err != nil || got.Added == 0 || got.Known != 0 {
		t.Fatalf("%+v %v", got, err)
	}
	if len(told) == 0 || told[0] != got.Added || got.Left != 0 {
		t.Errorf("progress told of %v documents, %d were read, %d left", told, got.Added, got.Left)
	}
	if fold(t, s).Digest() != before {
		t.Error("the same reading under another name makes another state")
	}
	if again, err := p.Reread(context.Background()); err != nil || again.Added != 0 || again.Known != got.Added {
		t.Errorf("again: %+v %v", again, err)
	}
}
