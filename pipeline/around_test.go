package pipeline_test

import (
	"bytes"
	"context"
	"testing"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/publish"
	"ascribe/read"
)

// What became of an article, and what is on record of an actor, read from their
// neighbourhoods, are what a fold of the whole ledger has.
func TestAroundIsWhatAFoldHas(t *testing.T) {
	x, s := extractor(t), open(t)
	add(t, s, x, []read.Article{
		line(t, `{"id":"a","url":"https://herald.example/1","outlet":"Herald","published":"2025-03-03T20:00:00Z","title":"Bomb kills 12 at Port Maren fish market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said. The Maran Liberation Front claimed responsibility for the bombing in a statement. The ice house beside the quay burned until dawn."}`),
		line(t, `{"id":"b","url":"https://herald.example/1","outlet":"Herald","published":"2025-03-03T20:00:00Z","title":"Bomb kills 11 at Port Maren fish market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 11 people, police said. The Maran Liberation Front claimed responsibility for the bombing in a statement. The ice house beside the quay burned until dawn."}`),
		line(t, `{"id":"c","url":"https://courier.example/2","outlet":"Courier","published":"2025-03-05T20:00:00Z","title":"Front denies Port Maren fish market bombing","text":"The Maran Liberation Front denied it was behind Monday's bombing of the fish market in Port Maren, which killed 12 people."}`),
		line(t, `{"id":"d","url":"https://tribune.example/3","outlet":"Tribune","published":"2025-04-08T20:00:00Z","title":"Guard shot at Talvik grain depot","text":"A guard was shot dead by gunmen at the grain depot in Talvik on Friday, a foreman said. He had worked there for thirty years."}`),
	})
	whole := fold(t, s)
	var docs []ascribe.DocumentID
	for _, r := range whole.Incidents() {
		for _, d := range r.Documents {
			docs = append(docs, d.Document)
		}
	}
	for _, id := range docs {
		want, err := whole.Versions(id.String())
		if err != nil {
			t.Fatal(err)
		}
		got, err := pipeline.History(context.Background(), s, ascribe.Pins{}, id)
		if err != nil {
			t.Fatal(err)
		}
		same(t, func(b *bytes.Buffer, h *ascribe.History) error { return publish.VersionsJSON(b, h) }, want, got)
	}
	actors := whole.Actors()
	if len(actors) == 0 {
		t.Fatal("no actor is named")
	}
	for _, a := range actors {
		want, err := whole.ActorRecord(string(a.Actor.ID), nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := pipeline.ActorRecord(context.Background(), s, ascribe.Pins{}, pipeline.Named{Actor: string(a.Actor.ID), Documents: docs})
		if err != nil {
			t.Fatal(err)
		}
		same(t, func(b *bytes.Buffer, r *ascribe.ActorRecord) error { return publish.ActorJSON(b, r) }, want, got)
	}
}

// same compares what is written of two values.
func same[T any](t *testing.T, write func(*bytes.Buffer, T) error, want, got T) {
	t.Helper()
	var w, g bytes.Buffer
	if err := write(&w, want); err != nil {
		t.Fatal(err)
	}
	if err := write(&g, got); err != nil {
		t.Fatal(err)
	}
	if w.String() != g.String() {
		t.Errorf("%s\nwant %s", g.String(), w.String())
	}
}
