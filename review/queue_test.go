package review

import (
	"testing"
	"time"

	"ascribe"
)

func TestQueue(t *testing.T) {
	day := time.Date(2025, 3, 6, 0, 0, 0, 0, time.UTC)
	whole := func(id ascribe.IncidentID) *ascribe.Record {
		return &ascribe.Record{
			Incident: id, When: &ascribe.Date{From: day, To: day}, Where: &ascribe.Place{Text: "Port Maren"},
			Origins: make([]ascribe.Origin, 2), Matrix: make([]ascribe.Cell, 1),
		}
	}
	settled, disputed, alone, bare := whole("a"), whole("b"), whole("c"), whole("d")
	disputed.Contested = []string{"two groups claim it", "killed: 9 to 14 reported"}
	alone.Origins = alone.Origins[:1]
	alone.Tolls = []ascribe.TollRange{{Harm: ascribe.Killed, Figure: ascribe.Exactly(3)}}
	bare.When, bare.Where = nil, nil
	got := Queue([]*ascribe.Record{settled, bare, alone, disputed})
	want := []struct {
		id  ascribe.IncidentID
		why int
	}{{"b", 2}, {"c", 1}, {"d", 2}} // c and d need the same
	if len(got) != len(want) {
		t.Fatalf("%d items, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		sum := 0.0
		for _, r := range got[i].Why {
			sum += r.Weight
		}
		if got[i].Incident != w.id || len(got[i].Why) != w.why || sum != got[i].Need {
			t.Errorf("item %d is %+v, want %s for %d reasons", i, got[i], w.id, w.why)
		}
	}
	if got[0].Need < got[1].Need || got[1].Need < got[2].Need {
		t.Errorf("not in the order of need: %+v", got)
	}
	unharmed := whole("e")
	unharmed.Origins = unharmed.Origins[:1]
	unharmed.Tolls = []ascribe.TollRange{{Harm: ascribe.Killed, Figure: ascribe.Exactly(0)}}
	if q := Queue([]*ascribe.Record{unharmed}); len(q) != 0 {
		t.Errorf("nobody died, yet %+v", q)
	}
}
