package web

import (
	"testing"
	"time"

	"ascribe"
)

// The latest report of each outlet is the latest of all that it published.
func TestLastReport(t *testing.T) {
	want := map[ascribe.OutletID]time.Time{}
	for _, id := range newsroom.ids {
		r, err := newsroom.records.Record(t.Context(), ascribe.Pins{}, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Documents {
			for _, a := range d.Appearances {
				if a.Published.Time.After(want[a.Outlet]) {
					want[a.Outlet] = a.Published.Time
				}
			}
		}
	}
	newsroom.page(t, "/")
	s := &Server{Store: newsroom.store}
	counts, err := s.countOutlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(counts) < 8 {
		t.Fatalf("%d outlets", len(counts))
	}
	for _, c := range counts {
		if !c.at.Equal(want[ascribe.OutletID(c.Value)]) {
			t.Errorf("%s: %v, want %v", c.Value, c.at, want[ascribe.OutletID(c.Value)])
		}
	}
}
