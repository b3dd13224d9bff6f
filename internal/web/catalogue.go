package web

import (
	"context"
	"sync"

	"ascribe"
	"ascribe/pipeline"
)

// A folding keeps the catalogue of a store up to its ledger, to which other programs
// may add at any time.
type folding struct {
	pipeline.Cataloguer
	mu  sync.Mutex
	run context.Context // what goes on in the background ends with it
	log func(error)
}

// atOnce is how many lines a visit waits for to be folded; more are folded in the
// background.
const atOnce = 500

func (s *Server) newFolding(ctx context.Context) *folding {
	return &folding{
		Cataloguer: pipeline.Cataloguer{Store: s.Store}, run: ctx,
		log: func(err error) { s.Log.Printf("folding the ledger: %v", err) },
	}
}

// update brings the catalogue up to the ledger, and returns how many lines it still
// lacks where that takes longer than a visit waits.
func (f *folding) update(ctx context.Context) (behind int64, err error) {
	head, err := f.Store.Head(ctx)
	if err != nil {
		return 0, err
	}
	lines, _, err := f.Store.Catalogued(ctx)
	if err != nil || lines == head.Size {
		return 0, err
	}
	behind = head.Size - lines
	if !f.mu.TryLock() {
		return behind, nil // it is under way
	}
	if behind <= atOnce {
		defer f.mu.Unlock()
		return 0, f.Update(ctx)
	}
	go func() {
		defer f.mu.Unlock()
		if err := f.Update(f.run); err != nil && f.run.Err() == nil {
			f.log(err)
		}
	}()
	return behind, nil
}

// record returns the record that an id leads to within some pins. What stands now
// comes from the catalogue, where that is up to the ledger.
func (s *Server) record(v *visit, pins ascribe.Pins, id string) (*ascribe.Record, error) {
	if pins == (ascribe.Pins{}) {
		behind, err := s.fold.update(v.r.Context())
		if err != nil {
			return nil, err
		}
		if behind == 0 {
			l, err := s.Store.Listed(v.r.Context(), ascribe.IncidentID(id))
			if err == nil {
				return l.Record, nil
			}
			if ascribe.KindOf(err) != ascribe.NotFound {
				return nil, err
			}
		}
	}
	r, err := s.records.Record(v.r.Context(), pins, id) // which also knows the beginning of an id
	if err != nil && ascribe.KindOf(err) == ascribe.NotFound {
		return nil, v.unknown("error.noincident", id)
	}
	return r, err
}

// unknown is the error of asking for what there is not, or not within the pins.
func (v *visit) unknown(key, id string) error {
	hint := key + ".hint"
	if v.pins != (ascribe.Pins{}) {
		hint = "error.pinned.hint"
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t(key, visible(id))), v.t(hint))
}
