package reconcile

import (
	"slices"
	"testing"

	"ascribe"
)

// A better engine that does not find a telling any more leaves the decisions on it
// without effect, and one that finds it again lets them take effect again.
func TestADecisionOnWhatIsNotReadAnyMoreIsIdle(t *testing.T) {
	first, second := marketBombing(), secondDay()
	b := newBook(first, second)
	told, said := second.last().Incident, second.reading.Statements[0].ID
	ids := []string{
		b.rule(first.last().Incident, told, ascribe.Different),
		b.decide(ascribe.Decision{Act: ascribe.Reject, Statements: []ascribe.StatementID{said}}),
		b.decide(ascribe.Decision{Act: ascribe.Split, Pairs: []ascribe.Pair{
			{Kind: ascribe.SameOrigin, Left: first.doc.ID.String(), Right: second.doc.ID.String(), Judgement: ascribe.Different},
		}}),
	}
	missing := func() map[string][]string {
		s := b.fold(t, ascribe.Pins{})
		out := map[string][]string{}
		for _, d := range s.Decisions() {
			out[d.ID] = s.Missing(&d)
		}
		return out
	}
	for id, what := range missing() {
		if len(what) > 0 {
			t.Errorf("before the reading changes, %s misses %q", id, what)
		}
	}
	blind := &ascribe.Reading{Document: second.doc.ID, Engine: "blind"}
	b.enter(ascribe.Entry{Reading: blind})
	got := missing()
	for i, want := range [][]string{{told.String()}, {said.String()}, nil} {
		if !slices.Equal(got[ids[i]], want) {
			t.Errorf("decision %d misses %q, want %q", i, got[ids[i]], want)
		}
	}
	again := *second.reading
	again.Engine = "better"
	b.enter(ascribe.Entry{Reading: &again})
	for id, what := range missing() {
		if len(what) > 0 {
			t.Errorf("read again, %s misses %q", id, what)
		}
	}
}
