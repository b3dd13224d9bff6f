package reconcile

import (
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

func TestDiffTellsWhatBecameOfAnIncident(t *testing.T) {
	x, y := marketBombing(), secondDay()
	other := newStory("herald.example", "6 09:00", "Two shot in Talvik", "Gunmen shot two people dead at a tram depot in Talvik on Wednesday.")
	other.tells(0, ascribe.Shooting, marchDay(5), &talvik)
	first, second, third := newBook(x), newBook(x, y), newBook(x, y, other)
	kinds := func(from, to *book) (out []ascribe.ChangeKind) {
		for _, c := range Diff(from.fold(t, ascribe.Pins{}), to.fold(t, ascribe.Pins{})) {
			out = append(out, c.Kind)
		}
		return out
	}
	for _, c := range []struct {
		name     string
		from, to *book
		want     []ascribe.ChangeKind
	}{
		{"nothing", second, second, nil},
		{"a second report", first, second, []ascribe.ChangeKind{ascribe.Altered}},
		{"another incident", second, third, []ascribe.ChangeKind{ascribe.Appeared}},
		{"and back", third, second, []ascribe.ChangeKind{ascribe.Gone}},
	} {
		got := kinds(c.from, c.to)
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	merged := newBook(x, y, other)
	merged.rule(x.last().Incident, other.last().Incident, ascribe.Same)
	if got := kinds(third, merged); len(got) != 1 || got[0] != ascribe.Joined {
		t.Errorf("a merge: %v", got)
	}
	if got := kinds(merged, third); len(got) != 2 || got[0] != ascribe.Parted || got[1] != ascribe.Parted {
		t.Errorf("its undoing: %v", got)
	}
}

// Every difference between two views is found, whatever lies between them.
func TestNoDifferenceMeansTheSameIncidents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		before, after := newBook(stories...), newBook(stories...)
		for range rapid.IntRange(0, 2).Draw(t, "decisions") {
			after.decide(decision(t, stories))
		}
		a, b := before.fold(t, ascribe.Pins{}), after.fold(t, ascribe.Pins{})
		same := content(a) == content(b) && len(b.Decisions()) == 0
		if found := len(Diff(a, b)) == 0; same && !found {
			t.Fatal("the same state differs")
		} else if found && content(a) != content(b) {
			t.Fatal("a difference was not found")
		}
	})
}
