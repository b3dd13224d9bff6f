package weigh

import (
	"strings"
	"testing"
)

const table = "# decides whether a nominal is a target\n(always)\t-1000\n(taken from)\t200\nthe head is “bridge”\t1500\nin the headline\t700\nafter “by”\t-2000\n"

func TestModel(t *testing.T) {
	m, err := Parse(table)
	if err != nil {
		t.Fatal(err)
	}
	bridge := []string{"in the headline", "the head is “bridge”", "never seen"}
	if got := m.Weigh(bridge); got != 1200 || !m.Takes(bridge) {
		t.Errorf("weighed %d, want 1200 and taken", got)
	}
	if m.Takes([]string{"in the headline"}) {
		t.Error("-300 is taken")
	}
	if got, want := m.Reasons(append(bridge, "in the headline"), 2), "the head is “bridge” (+1.5), in the headline (+0.7)"; got != want {
		t.Errorf("reasons %q, want %q", got, want)
	}
	if i, odds := m.Best([][]string{{"after “by”"}, {"the head is “bridge”"}, bridge}); i != 2 || odds != 1200 {
		t.Errorf("the best is %d with %d", i, odds)
	}
	if i, _ := m.Best([][]string{{"after “by”"}}); i != -1 {
		t.Errorf("%d is taken where none is good enough", i)
	}
}

func TestScore(t *testing.T) {
	for odds, want := range map[Odds]float64{0: 0.5, 693: 0.67, 3000: 0.95, -100000: 0} {
		if got := odds.Score(); got != want {
			t.Errorf("%d: %v, want %v", odds, got, want)
		}
	}
}

func TestBoth(t *testing.T) {
	if got := Both(0, 0); got != -1099 { // one in four
		t.Errorf("two even odds make %d, want -1099", got)
	}
	if got := Both(50000, 700); got != 700 {
		t.Errorf("what is certain beside 700 makes %d, want 700", got)
	}
	if got := Both(-1000, 20000); got != -1000 {
		t.Errorf("-1000 beside what is certain makes %d", got)
	}
}

func TestBrokenTable(t *testing.T) {
	for _, bad := range []string{"in the headline\n", "x\tmuch\n", "a\t1\nb\t1.5\n"} {
		if _, err := Parse(bad); err == nil || !strings.Contains(err.Error(), "ascribe-lab train weigh") {
			t.Errorf("%q: %v, want an error that says what to do", bad, err)
		}
	}
}

func TestTablesThatShip(t *testing.T) {
	for name, table := range files() {
		m, err := Parse(table)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(m.weights) == 0 {
			t.Errorf("%s holds no feature", name)
		}
		if !strings.HasPrefix(table, "# ") {
			t.Errorf("%s does not say where it comes from", name)
		}
	}
	if !strings.HasPrefix(ID(), "weigh/") {
		t.Errorf("id %q", ID())
	}
}
