package engine

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"ascribe/bench/measure"
)

// chains reads "ab c" as two chains of mentions, one letter each.
func chains(s string) [][]byte {
	var out [][]byte
	for f := range strings.FieldsSeq(s) {
		out = append(out, []byte(f))
	}
	return out
}

// The cases are the worked example of Pradhan et al. 2014 and the test cases of
// the reference scorer under their numbers there, with the fractions that its
// TestCases.README works out; none stands where it gives none.
func TestScoreChains(t *testing.T) {
	type rp struct{ r, p float64 }
	none := rp{-1, -1}
	for _, c := range []struct {
		name, key, response string
		muc, b3, ceaf       rp
	}{
		{"worked example", "abc defg", "ab cd fghi", rp{2. / 5, 2. / 5}, rp{35. / 84, 4. / 8}, rp{1.3 / 2, 1.3 / 3}},
		{"A-1", "a bc def", "a bc def", rp{1, 1}, rp{1, 1}, rp{1, 1}},
		{"A-2", "a bc def", "a de", rp{1. / 3, 1}, rp{7. / 18, 1}, rp{1.8 / 3, 1.8 / 2}},
		{"A-3", "a bc def", "a bcx defy z", rp{1, 3. / 5}, rp{1, 55. / 108}, rp{(1.8 + 6./7) / 3, (1.8 + 6./7) / 4}},
		{"A-4", "a bc def", "a bcx dy z", rp{1. / 3, 1. / 3}, rp{5. / 9, 17. / 42}, rp{2.2 / 3, 2.2 / 4}},
		{"A-5", "a bc def", "a bcxB dy z", rp{1. / 3, 1. / 4}, rp{5. / 9, 5. / 16}, rp{(1.4 + 4./6) / 3, (1.4 + 4./6) / 4}},
		{"A-6", "a bc def", "a bcx dy Bz", rp{1. / 3, 1. / 4}, rp{5. / 9, 17. / 48}, rp{2.2 / 3, 2.2 / 4}},
		{"A-7", "a bc def", "a bcxb dy z", rp{1. / 3, 1. / 3}, rp{5. / 9, 17. / 42}, rp{2.2 / 3, 2.2 / 4}},
		{"A-8", "a bc def", "a bcx dy bz", rp{1. / 3, 1. / 3}, rp{5. / 9, 17. / 42}, rp{2.2 / 3, 2.2 / 4}},
		{"A-9", "a bc def", "a bcx dy bbbbbbbbbbz", rp{1. / 3, 1. / 3}, rp{5. / 9, 17. / 42}, rp{2.2 / 3, 2.2 / 4}},
		{"A-10", "a bc def", "a b c d e f", rp{0, 0}, rp{3. / 6, 1}, none},
		{"A-11", "a bc def", "abcdef", rp{1, 3. / 5}, rp{1, 7. / 18}, none},
		{"A-12", "a bc def", "a x y c d e z", rp{0, 0}, rp{13. / 36, 4. / 7}, none},
		{"A-13", "a bc def", "axycdez", rp{1. / 3, 1. / 6}, rp{17. / 36, 6. / 49}, none},
		{"D-1", "12345 67 89ABC", "12345 6789ABC", rp{1, 9. / 10}, rp{1, 16. / 21}, none},
		{"E-1", "12345 67 89ABC", "1234589ABC 67", rp{1, 9. / 10}, rp{1, 7. / 12}, none},
		{"F-1", "ABCD", "AB CD", rp{2. / 3, 1}, none, none},
		{"K-1", "BCDEGHJ", "ABC DEF GHI", rp{3. / 6, 3. / 6}, none, none},
		{"L-1", "ABC DEFG", "AB CD FGH", rp{2. / 5, 2. / 4}, none, none},
		{"nothing answered", "abc", "", rp{0, 0}, rp{0, 0}, rp{0, 0}},
	} {
		got := ScoreChains(chains(c.key), chains(c.response))
		for _, m := range []struct {
			name string
			got  Measure
			want rp
		}{{"MUC", got.MUC, c.muc}, {"B3", got.B3, c.b3}, {"CEAF", got.CEAF, c.ceaf}} {
			r, p := m.got.Recall.Value(), m.got.Precision.Value()
			if m.want != none && (math.Abs(r-m.want.r) > 1e-9 || math.Abs(p-m.want.p) > 1e-9) {
				t.Errorf("%s: %s recall %.4f precision %.4f, want %.4f %.4f", c.name, m.name, r, p, m.want.r, m.want.p)
			}
		}
	}
}

// The paper gives F 40, 46 and 52 for its example.
func TestCoNLLOfTheWorkedExample(t *testing.T) {
	got := ScoreChains(chains("abc defg"), chains("ab cd fghi"))
	if f := got.CoNLL(); math.Abs(f-(0.40+0.454545+0.52)/3) > 1e-4 {
		t.Errorf("CoNLL F1 = %.4f, want 0.4582", f)
	}
	if r, p := got.Mentions.Recall.Value(), got.Mentions.Precision.Value(); r != 6./7 || p != 6./8 {
		t.Errorf("mentions recall %.3f precision %.3f, want 6/7 and 6/8", r, p)
	}
	twice := got
	twice.Add(got)
	if twice.CoNLL() != got.CoNLL() {
		t.Errorf("the same document twice gives %.4f, want %.4f", twice.CoNLL(), got.CoNLL())
	}
}

// assign must find what trying every pairing finds.
func TestAssignIsBest(t *testing.T) {
	chance := rand.New(rand.NewSource(7))
	for range 300 {
		n := 1 + chance.Intn(6)
		gain := make([][]float64, n)
		for i := range gain {
			gain[i] = make([]float64, n)
			for k := range gain[i] {
				gain[i][k] = float64(chance.Intn(12))
			}
		}
		total, taken := 0.0, map[int]bool{}
		for i, k := range measure.Assign(gain) {
			total += gain[i][k]
			taken[k] = true
		}
		if len(taken) != n {
			t.Fatalf("%v: a column was given twice", gain)
		}
		if want := bestByTrying(gain, 0, 0); total != want {
			t.Fatalf("%v: assign gives %v, trying all gives %v", gain, total, want)
		}
	}
}

func bestByTrying(gain [][]float64, row, used int) float64 {
	if row == len(gain) {
		return 0
	}
	best := math.Inf(-1)
	for k := range gain {
		if used&(1<<k) == 0 {
			best = max(best, gain[row][k]+bestByTrying(gain, row+1, used|1<<k))
		}
	}
	return best
}
