package reconcile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
	"ascribe/internal/storetest"
	"ascribe/pipeline"
	"ascribe/reconcile"
)

// A plain ledger answers as every store must (see storetest), from a list.
type plain struct {
	ascribe.Store
	all []ascribe.Line
}

func (p *plain) Lines(_ context.Context, q ascribe.Query) iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		given := 0
		for _, line := range p.all {
			if q.Limit > 0 && given == q.Limit {
				return
			}
			if !storetest.Selects(q, line, p.all) {
				continue
			}
			if given++; !yield(line, nil) {
				return
			}
		}
	}
}

func (p *plain) Tellings(_ context.Context, prefix string, limit int) ([]ascribe.DocumentID, error) {
	var out []ascribe.DocumentID
	tell := func(m ascribe.MentionID) {
		if strings.HasPrefix(string(ascribe.IncidentIDOf(m)), prefix) && len(out) < limit {
			out = append(out, m.Document)
		}
	}
	for _, line := range p.all {
		if r := line.Entry.Reading; r != nil {
			for i := range r.Incidents {
				tell(r.Incidents[i].Incident)
			}
		}
		if d := line.Entry.Decision; d != nil {
			if telling, coded := d.Telling(); coded {
				tell(telling)
			}
		}
	}
	return out, nil
}

// A record folded from what it rests on is the record that a fold of the whole
// ledger has, within any pins, whatever people decided.
func TestARecordRestsOnItsNeighbourhoodAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store := &plain{all: reconcile.DrawLedger(t)}
		var pins ascribe.Pins
		if rapid.Bool().Draw(t, "known at") {
			pins.KnownAt = rapid.SampledFrom(store.all).Draw(t, "by").At
		}
		if rapid.Bool().Draw(t, "as of") {
			pins.AsOf = time.Date(2031, 3, 1, rapid.IntRange(24, 300).Draw(t, "hour"), 0, 0, 0, time.UTC)
		}
		whole, err := reconcile.Fold(store.Lines(t.Context(), ascribe.Query{KnownAt: pins.KnownAt}), nil, pins)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range whole.Incidents() {
			for _, id := range append(want.Also, want.Incident) {
				got, err := pipeline.Record(t.Context(), store, pins, string(id))
				if err != nil {
					t.Fatal(err)
				}
				if a, b := written(t, want), written(t, got); !bytes.Equal(a, b) {
					t.Fatalf("%s within %+v: the whole ledger says\n%s\nwhat it rests on says\n%s", id, pins, a, b)
				}
			}
		}
	})
}

func (p *plain) Head(context.Context) (ascribe.Head, error) {
	return ascribe.Head{Size: int64(len(p.all))}, nil
}

// What is kept at hand is given again only while it is what a fold would give, as
// the ledger grows line by line.
func TestARecordAtHandIsTheOneThatStands(t *testing.T) {
	again := 0
	rapid.Check(t, func(t *rapid.T) {
		all := reconcile.DrawLedger(t)
		store := &cardIndex{plain: &plain{}, folds: map[ascribe.IncidentID]*ascribe.Fold{}}
		records := &pipeline.Records{Store: store}
		updating := &pipeline.Cataloguer{Store: store}
		var ids []string
		before := map[string]*ascribe.Record{}
		for n := 0; n < len(all); {
			n = min(len(all), n+rapid.IntRange(1, 30).Draw(t, "lines"))
			for _, line := range all[len(store.plain.all):n] {
				if r := line.Entry.Reading; r != nil {
					for _, o := range r.Incidents {
						ids = append(ids, string(ascribe.IncidentIDOf(o.Incident)))
					}
				}
			}
			store.plain.all = all[:n]
			if rapid.Bool().Draw(t, "catalogued") {
				if err := updating.Update(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			for _, id := range drawn(t, ids) {
				got, err := records.Record(t.Context(), ascribe.Pins{}, id)
				want, fails := pipeline.Record(t.Context(), store, ascribe.Pins{}, id)
				if (err == nil) != (fails == nil) {
					t.Fatalf("%s: %v, and without keeping %v", id, err, fails)
				}
				if err != nil { // nobody tells of it: a person rejected it
					continue
				}
				if a, b := written(t, want), written(t, got); !bytes.Equal(a, b) {
					t.Fatalf("%s after %d lines: it is\n%s\nat hand is\n%s", id, n, a, b)
				}
				if before[id] == got {
					again++
				}
				before[id] = got
			}
		}
	})
	if again == 0 {
		t.Error("no record was ever given again")
	}
}

// drawn draws a few of some ids.
func drawn(t *rapid.T, ids []string) []string {
	if len(ids) == 0 {
		return nil
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, min(3, len(ids)), rapid.ID[string]).Draw(t, "ids")
}

func written(t *rapid.T, r *ascribe.Record) []byte {
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What is asked of two incidents by what they rest on is what a fold of the whole
// ledger asks, and nothing is asked where that asks nothing.
func TestADoubtRestsOnItsIncidentsAlone(t *testing.T) {
	asked := 0
	rapid.Check(t, func(t *rapid.T) {
		store := &plain{all: reconcile.DrawLedger(t)}
		whole, err := reconcile.Fold(store.Lines(t.Context(), ascribe.Query{}), nil, ascribe.Pins{})
		if err != nil {
			t.Fatal(err)
		}
		want := map[[2]ascribe.IncidentID]ascribe.Doubt{}
		for _, d := range whole.Doubts() {
			want[d.Incidents] = d
		}
		all := whole.Incidents()
		for i := range all {
			for j := range i {
				pair := [2]ascribe.IncidentID{all[i].Incident, all[j].Incident}
				got, _, err := pipeline.Doubt(t.Context(), store, pair)
				if err != nil {
					t.Fatal(err)
				}
				d, some := want[pair]
				if !some {
					d, some = want[[2]ascribe.IncidentID{pair[1], pair[0]}]
				}
				if some != (got != nil) || some && (got.Score != d.Score || got.Link.Key() != d.Link.Key()) {
					t.Fatalf("%v: the whole ledger asks %t %+v, what they rest on %+v", pair, some, d, got)
				}
				if some {
					asked++
				}
			}
		}
	})
	if asked == 0 {
		t.Error("nothing was ever asked")
	}
}
