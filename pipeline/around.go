package pipeline

import (
	"context"

	"ascribe"
)

// ActorRecord returns what some documents, and those that they are held to be one
// with, say of an actor within the pins, beside what the register has on it. It reads
// their neighbourhood and no more: with all documents that tell of the actor's
// incidents, those are whole.
func ActorRecord(ctx context.Context, store ascribe.Store, pins ascribe.Pins, of Named) (*ascribe.ActorRecord, error) {
	n := newNeighbourhood(ctx, store, pins)
	state, _, err := n.fold("", of.Documents)
	if err != nil {
		return nil, err
	}
	return state.ActorRecord(of.Actor, of.Register)
}

// Named is an actor by its id or a name, and where to look for it.
type Named struct {
	Actor     string
	Documents []ascribe.DocumentID
	Register  []ascribe.Actor
}

// History returns what became of an article within the pins: its versions, and what
// rests on them.
func History(ctx context.Context, store ascribe.Store, pins ascribe.Pins, id ascribe.DocumentID) (*ascribe.History, error) {
	n := newNeighbourhood(ctx, store, pins)
	state, _, err := n.fold("", []ascribe.DocumentID{id})
	if err != nil {
		return nil, err
	}
	return state.Versions(id.String())
}
