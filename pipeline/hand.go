package pipeline

import (
	"context"
	"math"

	"ascribe"
	"ascribe/reconcile"
)

// Around folds what some documents, and all that they are held to be one with, rest
// on: what a person rules on when a ruling is about them. Incidents that they tell of
// are whole; of others it may hold a part alone.
func Around(ctx context.Context, store ascribe.Store, docs []ascribe.DocumentID) (*reconcile.State, error) {
	state, _, err := newNeighbourhood(ctx, store, ascribe.Pins{}).fold("", docs)
	return state, err
}

// Reading returns the current reading of a document as people corrected and coded it,
// and their decisions on it that stand.
func Reading(ctx context.Context, store ascribe.Store, pins ascribe.Pins, id ascribe.DocumentID) (*ascribe.Reading, []ascribe.Decision, error) {
	n := newNeighbourhood(ctx, store, pins)
	if _, err := n.read(ascribe.Query{Documents: []ascribe.DocumentID{id}, Naming: []string{id.String()}}); err != nil {
		return nil, nil, err
	}
	if err := n.named(); err != nil {
		return nil, nil, err
	}
	text := func(id ascribe.DocumentID) (*ascribe.Document, error) { return store.Document(ctx, id) }
	state, err := reconcile.Fold(n.inOrder(), text, pins)
	if err != nil {
		return nil, nil, err
	}
	r, err := state.Reading(id)
	return r, state.Decisions(), err
}

// Doubt returns the question whether two incidents are one, with the incidents as they
// stand for a person to rule on; nil where nothing is asked of them any more.
func Doubt(ctx context.Context, store ascribe.Store, pair [2]ascribe.IncidentID) (*ascribe.Doubt, *reconcile.State, error) {
	n := newNeighbourhood(ctx, store, ascribe.Pins{})
	for _, id := range pair {
		docs, err := store.Tellings(ctx, string(id), mostMeant)
		if err != nil {
			return nil, nil, err
		}
		if err := n.load(docs); err != nil {
			return nil, nil, err
		}
	}
	tellings, err := n.follow(append(n.tellings(string(pair[0])), n.tellings(string(pair[1]))...))
	if err != nil {
		return nil, nil, err
	}
	if _, err := n.read(ascribe.Query{Documents: idsOf(tellings), Links: true, Doubts: true}); err != nil {
		return nil, nil, err
	}
	state, _, err := n.fold("", idsOf(tellings))
	if err != nil {
		return nil, nil, err
	}
	for _, d := range state.Doubts() {
		if d.Incidents == pair || d.Incidents == [2]ascribe.IncidentID{pair[1], pair[0]} {
			return &d, state, nil
		}
	}
	return nil, state, nil
}

// Supposing folds what some documents, and all that they are held to be one with, rest
// on, as if a decision had been entered: what the records would be.
func Supposing(ctx context.Context, store ascribe.Store, docs []ascribe.DocumentID, d ascribe.Decision) (*reconcile.State, error) {
	n := newNeighbourhood(ctx, store, ascribe.Pins{})
	n.lines[math.MaxInt64] = ascribe.Line{Seq: math.MaxInt64, At: d.At, Entry: ascribe.Entry{Decision: &d}}
	state, _, err := n.fold("", docs)
	return state, err
}

// Telling returns the documents that tell of incidents, each once.
func Telling(ctx context.Context, store ascribe.Store, ids ...string) ([]ascribe.DocumentID, error) {
	var out []ascribe.DocumentID
	for _, id := range ids {
		docs, err := store.Tellings(ctx, id, mostMeant)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}
