package web

import (
	"context"
	"sync"
	"time"

	"ascribe"
	"ascribe/pipeline"
)

// A folding keeps the catalogue of a store up to its ledger, to which other programs
// may add at any time. It folds behind the scene, once at a time.
type folding struct {
	pipeline.Cataloguer
	run context.Context // folding ends with it

	mu   sync.Mutex
	done chan struct{} // closed when what is under way ends; nil when nothing is
	err  error         // of what was under way last
}

// folds is how long a visit waits for the catalogue to be brought up to the ledger.
const folds = 2 * time.Second

func (s *Server) newFolding(ctx context.Context) *folding {
	return &folding{Cataloguer: pipeline.Cataloguer{Store: s.Store}, run: ctx}
}

// update brings the catalogue up to the ledger, and returns how many lines it still
// lacks where that takes longer than a visit waits.
func (f *folding) update(ctx context.Context) (behind int64, err error) {
	late := time.NewTimer(folds)
	defer late.Stop()
	for {
		head, err := f.Store.Head(ctx)
		if err != nil {
			return 0, err
		}
		lines, _, err := f.Store.Catalogued(ctx)
		if err != nil || lines == head.Size {
			return 0, err
		}
		select {
		case <-f.begin():
			if err := f.failed(); err != nil {
				return 0, err
			}
		case <-late.C:
			return head.Size - lines, nil
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

// begin folds what the catalogue lacks, unless that is under way, and returns what is
// closed when it ends.
func (f *folding) begin() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.done != nil {
		return f.done
	}
	done := make(chan struct{})
	f.done = done
	go func() {
		err := f.Update(f.run)
		f.mu.Lock()
		f.done, f.err = nil, err
		f.mu.Unlock()
		close(done)
	}()
	return done
}

// failed is the error with which folding ended last.
func (f *folding) failed() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
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

// listedBy is what to tell of something that no listed incident has: it is unknown,
// or the list does not hold it yet.
func (v *visit) listedBy(behind int64, key, id string) error {
	if behind > 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Later, "%s", v.t("list.behind", behind)), v.t("error.later.hint"))
	}
	return v.unknown(key, id)
}

// unknown is the error of asking for what there is not, or not within the pins.
func (v *visit) unknown(key, id string) error {
	hint := key + ".hint"
	if v.pins != (ascribe.Pins{}) {
		hint = "error.pinned.hint"
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t(key, visible(id))), v.t(hint))
}
