package reconcile_test

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/reconcile"
)

// A card index keeps a catalogue as every store must (see storetest), in a map.
type cardIndex struct {
	*plain
	lines   int64
	rules   string
	folds   map[ascribe.IncidentID]*ascribe.Fold
	entered int
}

func (c *cardIndex) Catalogued(context.Context) (int64, string, error) { return c.lines, c.rules, nil }

func (c *cardIndex) Enlist(_ context.Context, e ascribe.Enlistment) error {
	c.lines, c.rules = e.Lines, e.Rules
	for i := range e.Folds {
		f := &e.Folds[i]
		c.entered++
		for _, id := range f.Looked {
			if old := c.folds[id]; old != nil {
				maps.DeleteFunc(c.folds, func(_ ascribe.IncidentID, f *ascribe.Fold) bool { return f == old })
			}
		}
		for _, id := range f.Looked {
			c.folds[id] = f
		}
	}
	return nil
}

func (c *cardIndex) Outdated(_ context.Context, ids []ascribe.IncidentID, names []string, lines int64) ([]ascribe.IncidentID, error) {
	var out []ascribe.IncidentID
	for _, id := range ids {
		if f := c.folds[id]; f == nil || f.Lines < lines {
			out = append(out, id)
		}
	}
	for id, f := range c.folds {
		if f.Lines < lines && slices.ContainsFunc(f.Rests, func(n string) bool { return slices.Contains(names, n) }) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func (c *cardIndex) Listed(_ context.Context, id ascribe.IncidentID) (*ascribe.Listing, error) {
	if f := c.folds[id]; f != nil {
		for i := range f.Listings {
			if r := f.Listings[i].Record; r.Incident == id || slices.Contains(r.Also, id) {
				return &f.Listings[i], nil
			}
		}
	}
	return nil, ascribe.Errorf(ascribe.NotFound, "no incident %q", id)
}

// all returns the records of the catalogue by their ids.
func (c *cardIndex) all() map[ascribe.IncidentID]*ascribe.Record {
	out := map[ascribe.IncidentID]*ascribe.Record{}
	for _, f := range c.folds {
		for _, l := range f.Listings {
			out[l.Record.Incident] = l.Record
		}
	}
	return out
}

// A catalogue that is brought up to a growing ledger, in strides of any length,
// holds the records that a fold of the whole ledger has, and no other.
func TestTheCatalogueHoldsWhatAFoldOfTheLedgerHas(t *testing.T) {
	spared := 0
	rapid.Check(t, func(t *rapid.T) {
		all := reconcile.DrawLedger(t)
		cards := &cardIndex{plain: &plain{}, folds: map[ascribe.IncidentID]*ascribe.Fold{}}
		updating := &pipeline.Cataloguer{Store: cards, Stride: int64(rapid.IntRange(1, 40).Draw(t, "stride"))}
		for len(cards.plain.all) < len(all) {
			n := min(len(all), len(cards.plain.all)+rapid.IntRange(1, 60).Draw(t, "lines"))
			cards.plain.all = all[:n]
			before := cards.entered
			if err := updating.Update(t.Context()); err != nil {
				t.Fatal(err)
			}
			whole, err := reconcile.Fold(cards.Lines(t.Context(), ascribe.Query{}), nil, ascribe.Pins{})
			if err != nil {
				t.Fatal(err)
			}
			held := cards.all()
			for _, want := range whole.Incidents() {
				got := held[want.Incident]
				if got == nil {
					t.Fatalf("after %d lines: %s is not listed", n, want.Incident)
				}
				if a, b := written(t, want), written(t, got); !bytes.Equal(a, b) {
					t.Fatalf("after %d lines: %s is\n%s\nlisted is\n%s", n, want.Incident, a, b)
				}
			}
			if len(held) != len(whole.Incidents()) {
				t.Fatalf("after %d lines: %d incidents stand, %d are listed", n, len(whole.Incidents()), len(held))
			}
			if cards.entered == before {
				spared++
			}
		}
	})
	if spared == 0 {
		t.Error("every line led to a fold")
	}
}
