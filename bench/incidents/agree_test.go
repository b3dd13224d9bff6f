package incidents

import (
	"math"
	"testing"

	"ascribe"
)

// Five articles: the key has {a b c} and {d e}, found were {a b}, {c d} and {e}.
// B-cubed precision: a, b 1; c, d 1/2; e 1; recall: a, b 2/3; c 1/3; d, e 1/2.
// Of the key's four pairs one is found, of two pairs found one is right.
func TestAgreementOnAWorkedExample(t *testing.T) {
	gold, got := map[ascribe.DocumentID]string{}, map[ascribe.DocumentID]string{}
	for i, in := range [][2]string{{"x", "1"}, {"x", "1"}, {"x", "2"}, {"y", "2"}, {"y", "3"}} {
		gold[ascribe.DocumentID{byte(i)}], got[ascribe.DocumentID{byte(i)}] = in[0], in[1]
	}
	want := []agreement{{"B3", 4.0 / 5, (2*2.0/3 + 1.0/3 + 2*0.5) / 5}, {"pairs", 1.0 / 2, 1.0 / 4}}
	for i, a := range agree(gold, got) {
		if a.name != want[i].name || math.Abs(a.precision-want[i].precision) > 1e-9 || math.Abs(a.recall-want[i].recall) > 1e-9 {
			t.Errorf("%+v, want %+v", a, want[i])
		}
	}
	if f := want[1].f1(); math.Abs(f-1.0/3) > 1e-9 {
		t.Errorf("F1 %f", f)
	}
	if f := (agreement{}).f1(); f != 0 {
		t.Errorf("F1 of nothing right: %f", f)
	}
}
