package storetest

import (
	"reflect"

	"ascribe"
)

// spots compares where the incidents of a selection are with where they should be.
func (s *suite) spots(sel ascribe.Selection, want []ascribe.Brief) {
	s.Helper()
	type spot struct {
		at        ascribe.Point
		precision int
	}
	type held struct {
		incidents, undated int
		first, last        int64
	}
	drawn := map[spot]held{}
	for i := range want {
		b := &want[i]
		if b.Where == nil {
			continue
		}
		of := spot{*b.Where.Point, b.Where.Precision}
		h := drawn[of]
		h.incidents++
		if !b.When.Resolved() {
			h.undated++
		} else if first, last := b.When.From.Unix(), b.When.To.Unix(); h.incidents-h.undated == 1 {
			h.first, h.last = first, last
		} else {
			h.first, h.last = min(h.first, first), max(h.last, last)
		}
		drawn[of] = h
	}
	got, total, err := s.store.Spots(s.Context(), sel, 100)
	s.must(err)
	again := map[spot]held{}
	for i, x := range got {
		h := held{incidents: x.Incidents, undated: x.Undated}
		if !x.First.IsZero() {
			h.first, h.last = x.First.Unix(), x.Last.Unix()
		}
		again[spot{*x.Where.Point, x.Where.Precision}] = h
		if x.Where.Text != "Port Maren" || i > 0 && x.Incidents > got[i-1].Incidents {
			s.Errorf("spot %d of %d incidents at %q follows one of %d", i, x.Incidents, x.Where.Text, got[max(i-1, 0)].Incidents)
		}
	}
	if total != len(drawn) || !reflect.DeepEqual(again, drawn) {
		s.Errorf("%d spots, got %v, want %v", total, again, drawn)
	}
	if some, all, err := s.store.Spots(s.Context(), sel, 2); err != nil || len(some) != min(2, len(drawn)) || len(some) > 0 && all != len(drawn) {
		s.Errorf("two of %d spots are %d of %d, %v", len(drawn), len(some), all, err)
	}
}
