package feature

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCapitalsThatTellNothing(t *testing.T) {
	caps := Words(nil, []string{"PORT", "MAREN", "BURNED", "50"}, false, nil)
	small := Words(nil, []string{"Port", "Maren", "burned", "50"}, false, nil)
	for i := range caps {
		if caps[i] != small[i] {
			t.Errorf("word %d: capitals are seen though they tell nothing", i)
		}
	}
	told := Words(nil, []string{"PORT", "MAREN", "BURNED", "50"}, true, nil)
	if told[0] == caps[0] || told[0].Lower != caps[0].Lower {
		t.Error("capitals that tell something are not seen")
	}
}

func TestTells(t *testing.T) {
	for text, want := range map[string]bool{"THE GUNMEN FLED": false, "The gunmen fled": true, "UN said": true, "50 %": true} {
		if got := Tells([]string{text}); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestEveryTokenGetsAHead walks random steps through random sentences.
func TestEveryTokenGetsAHead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "tokens")
		var s State
		s.Reset(make([]Word, n), make([]Tagged, n), nil)
		for !s.Done() {
			var may []func(int)
			if s.CanShift() {
				may = append(may, func(int) { s.Shift() })
			}
			if s.CanLeft() {
				may = append(may, s.Left)
			}
			if s.CanRight() {
				may = append(may, s.Right)
			}
			if len(may) == 0 {
				t.Fatal("no step is left before the parse is done")
			}
			may[rapid.IntRange(0, len(may)-1).Draw(t, "step")](1)
		}
		roots := 0
		for i := range n {
			if s.Head(i) == s.Len() {
				roots++
			}
			steps := 0
			for h := i; h != s.Len(); h = s.Head(h) {
				if steps++; h < 0 || steps > n {
					t.Fatalf("token %d does not hang on the root", i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots", roots)
		}
	})
}

func TestFingerprintIsStable(t *testing.T) {
	if a, b := Fingerprint(), Fingerprint(); a != b || len(a) != 16 {
		t.Errorf("%q, then %q", a, b)
	}
}
