package reconcile

import (
	"math"
	"testing"
)

func TestRarity(t *testing.T) {
	if n := len(rarities()); n < 8000 {
		t.Fatalf("the table holds %d words", n)
	}
	for _, order := range [][]string{
		{"police", "guerrillas", "karst"}, // any report's, many a report's, a name
		{"the", "oil", "harbour", "velt"}, // commonest first
		{"7", "42", "508", "5200"},        // an age or a year says less than a house number
		{"2031", "42"},                    // a year
		{"shot", "cathedral", "herringbone"},
	} {
		for i := range order[1:] {
			if a, b := rarity(order[i]), rarity(order[i+1]); a >= b {
				t.Errorf("%q is %.1f, %q is %.1f", order[i], a, order[i+1], b)
			}
		}
	}
}

func TestAlike(t *testing.T) {
	const first = "Police said a man was shot near the Ostrel warehouse; Ana Velt heard it from the herring stall."
	for name, tt := range map[string]struct {
		other        string
		alike, proof bool
	}{
		"names and things shared":   {"Velt, who keeps the herring stall by the Ostrel warehouse, called it a warning.", true, true},
		"only what any report says": {"Police said a man was shot on Monday and died in hospital; a witness heard shots.", false, false},
	} {
		x, y := wordingOf(first, nil), wordingOf(tt.other, nil)
		alike, rare := x.alike(&y)
		if back, again := y.alike(&x); back != alike || again != rare {
			t.Errorf("%s: %.3f and %.1f, from the other side %.3f and %.1f", name, alike, rare, back, again)
		}
		if alike > 0.2 != tt.alike || rare > 0 != tt.proof {
			t.Errorf("%s: %.2f alike, rare by %.1f", name, alike, rare)
		}
	}
	x := wordingOf(first, nil)
	if alike, _ := x.alike(&x); alike < 0.3 || math.IsNaN(alike) {
		t.Errorf("a text is %.2f like itself", alike)
	}
	if words, n := x.shared(&x); words != "herring ostrel stall velt warehouse ana" || n != 5 {
		t.Errorf("shared %q, %d", words, n)
	}
	if y := wordingOf(first, map[string]bool{"ostrel": true}); len(y.words) != len(x.words)-1 {
		t.Errorf("%d words with one apart of %d", len(y.words), len(x.words))
	}
	var none wording
	if alike, rare := none.alike(&x); alike != 0 || rare != 0 || none.within(&x) != 0 {
		t.Error("a text without words is like another")
	}
}
