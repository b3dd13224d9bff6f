package weigh

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"testing"

	ships "ascribe/extract/weigh"
)

// coins are examples in which "heads" makes right three times as likely as not,
// "tails" a third, and "rare" stands in one document.
func coins() []Example {
	var out []Example
	for d := range 100 {
		doc := fmt.Sprint("d", d)
		for i := range 4 {
			out = append(out, Example{Features: []string{"heads"}, Right: i > 0, Document: doc},
				Example{Features: []string{"tails"}, Right: i == 0, Document: doc})
		}
	}
	out[0].Features = append(out[0].Features, "rare")
	return out
}

func TestTrainFindsTheOdds(t *testing.T) {
	m, held := Train(coins(), Options{})
	for feature, want := range map[string]float64{"heads": math.Log(3), "tails": -math.Log(3)} {
		if got := m.Odds([]string{feature}); math.Abs(got-want) > 0.05 {
			t.Errorf("%s: odds %.3f, want %.3f", feature, got, want)
		}
	}
	if m.Weights["rare"] != 0 {
		t.Error("a feature of one document has a weight")
	}
	if held.Precision != 0.75 || held.Recall != 0.75 || held.All != 800 || held.Right != 400 || held.Documents != 100 {
		t.Errorf("held out: %+v", held)
	}
	if held.Least < -1 || held.Least > 1 {
		t.Errorf("threshold %.2f does not part heads from tails", held.Least)
	}
}

func TestThresholdThatIsGiven(t *testing.T) {
	if m, held := Train(coins(), Options{Least: -0.7}); m.Least != -0.7 || held.Least == -0.7 {
		t.Errorf("the threshold is %.2f, held out %.2f; want the one that was given", m.Least, held.Least)
	}
}

func TestGroupsHaveOneWinner(t *testing.T) {
	var examples []Example
	for d := range 60 {
		doc := fmt.Sprint("d", d)
		examples = append(examples,
			Example{Features: []string{"near", "date"}, Right: d%3 > 0, Document: doc, Group: doc},
			Example{Features: []string{"far", "date"}, Document: doc, Group: doc},
			Example{Features: []string{"far", "date"}, Document: doc, Group: doc})
	}
	m, held := Train(examples, Options{L2: 0.1})
	near, far := math.Exp(m.Odds([]string{"near", "date"})), math.Exp(m.Odds([]string{"far", "date"}))
	if p := near / (1 + near + 2*far); math.Abs(p-2./3) > 0.05 {
		t.Errorf("the near one is right with probability %.2f, want 0.67", p)
	}
	if held.Right != 40 || math.Abs(held.Precision-2./3) > 1e-9 || held.Recall != 1 {
		t.Errorf("held out: %+v", held)
	}
}

func TestTrainingAgainIsTheSame(t *testing.T) {
	var tables [2]bytes.Buffer
	for i := range tables {
		m, held := Train(coins(), Options{})
		if err := m.Write(&tables[i], Card{Task: "coin", About: "whether it is right", Data: "throws", Held: held}); err != nil {
			t.Fatal(err)
		}
	}
	if tables[0].String() != tables[1].String() {
		t.Error("two trainings differ")
	}
	m, err := ships.Parse(tables[0].String())
	if err != nil {
		t.Fatal(err)
	}
	if !m.Takes([]string{"heads"}) || m.Takes([]string{"tails"}) {
		t.Errorf("what ships decides otherwise:\n%s", &tables[0])
	}
}

func TestWriteRefusesBrokenFeatures(t *testing.T) {
	for _, bad := range []string{"a\tb", "# a"} {
		m := Trained{Weights: map[string]float64{bad: 1}}
		if err := m.Write(&bytes.Buffer{}, Card{}); err == nil {
			t.Errorf("%q is written", bad)
		}
	}
}

func TestHeldOutDocumentsAreNotSeen(t *testing.T) {
	examples := coins()
	for i := range examples { // a feature that tells the answer of its own document alone
		examples[i].Features = append(slices.Clone(examples[i].Features), fmt.Sprint(examples[i].Document, examples[i].Right))
	}
	odds := Odds(examples, Options{Seen: 1})
	for i, e := range examples {
		if heads := slices.Contains(e.Features, "heads"); heads != (odds[i] > 0) {
			t.Fatalf("example %d has odds %.2f: its document was learned", i, odds[i])
		}
	}
}
