package review

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within || math.IsNaN(got) {
		t.Errorf("%s is %.4f, want %.4f", what, got, want)
	}
}

// coded turns rows of values by coders, "." for none, into units.
func coded(rows ...string) [][]string {
	var units [][]string
	for _, row := range rows {
		for i, v := range strings.Fields(row) {
			if len(units) <= i {
				units = append(units, nil)
			}
			if v != "." {
				units[i] = append(units[i], v)
			}
		}
	}
	return units
}

// The worked examples of Krippendorff (2011), "Computing Krippendorff's
// Alpha-Reliability": A two observers and two values, B two observers and many values,
// C four observers with gaps.
func TestAlphaOfKrippendorff(t *testing.T) {
	a := coded("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
	b := coded("a a b b d c c c e d d a", "b a b b b c c c e d d d")
	c := coded("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	interval := func(x, y string) float64 { d := number(x) - number(y); return d * d }
	people := func(x, y string) float64 { return ratio(value{number: int(number(x))}, value{number: int(number(y))}) }
	for _, x := range []struct {
		name       string
		units      [][]string
		difference func(a, b string) float64
		want       float64
	}{
		{"A", a, nominal[string], 0.095}, {"B", b, nominal[string], 0.692}, {"C nominal", c, nominal[string], 0.743},
		{"C interval", c, interval, 0.849}, {"C ratio", c, people, 0.797},
	} {
		got, ok := Alpha(x.units, x.difference)
		if !ok {
			t.Errorf("%s has no alpha", x.name)
		}
		near(t, "alpha of example "+x.name, got, x.want, 0.0006)
	}
	if _, ok := Alpha(coded("a a a", "a a a"), nominal[string]); ok {
		t.Error("where nothing varies, alpha is not defined")
	}
	if _, ok := Alpha(coded("a b c", ". . ."), nominal[string]); ok {
		t.Error("where nothing was coded twice, alpha is not defined")
	}
}

// table is what two people said, from the counts of a table.
func table(counts ...[]int) (pairs [][2]int) {
	for i, row := range counts {
		for j, n := range row {
			for range n {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// Cohen (1960), "A coefficient of agreement for nominal scales", has kappa 0.492; the
// diagnoses of 100 patients in Fleiss, Levin and Paik (2003), table 18.1, have kappa
// 0.676, and by the formula of Fleiss, Cohen and Everitt a standard error of 0.087.
func TestKappaOfCohen(t *testing.T) {
	kappa, _, ok := Kappa(table([]int{88, 14, 18}, []int{10, 40, 10}, []int{2, 6, 12}))
	if !ok {
		t.Fatal("no kappa")
	}
	near(t, "kappa of Cohen", kappa, 0.492, 0.0006)
	kappa, deviation, _ := Kappa(table([]int{75, 1, 4}, []int{5, 4, 1}, []int{0, 0, 10}))
	near(t, "kappa of Fleiss", kappa, 0.676, 0.0006)
	near(t, "its standard error", deviation, 0.087, 0.001)
	if _, _, ok := Kappa(table([]int{40})); ok {
		t.Error("where both always say one thing, kappa is not defined")
	}
	if _, _, ok := Kappa[int](nil); ok {
		t.Error("of nothing there is no kappa")
	}
}

// Newcombe (1998), "Two-sided confidence intervals for the single proportion", method 3.
func TestRateOfNewcombe(t *testing.T) {
	for _, x := range []struct {
		hits, tries int
		low, high   float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		e := Rate(x.hits, x.tries)
		near(t, fmt.Sprintf("the lower bound of %d of %d", x.hits, x.tries), e.Low, x.low, 0.0001)
		near(t, fmt.Sprintf("the upper bound of %d of %d", x.hits, x.tries), e.High, x.high, 0.0001)
	}
	if Rate(0, 0).Said {
		t.Error("of no try no rate can be said")
	}
}

// Agreement of two coders by slot: numbers by their ratio, the rest by being the same.
func TestAgreements(t *testing.T) {
	var codings []Vote
	put := func(unit int, coder, slot, text string, count int) {
		s := Said{Slot: slot, Value: text}
		if count >= 0 {
			s.Count = &count
		}
		codings = append(codings, Vote{fmt.Sprint(unit), coder, s})
	}
	for i := range 12 {
		put(i, "ada", "killed", fmt.Sprint(10+i), 10+i)
		put(i, "ben", "killed", fmt.Sprint(10+i+i%2), 10+i+i%2)
		put(i, "ada", "position", []string{"claimed", "accused"}[i%2], -1)
		put(i, "ben", "position", []string{"claimed", "accused"}[i%2], -1)
	}
	put(0, "cem", "date", "2031-03-04", -1)
	put(1, "ada", "date", "2031-03-04", -1)
	put(1, "ben", "date", "2031-03-05", -1)
	got := Agreements(codings)
	if len(got) != 3 || got[0].Slot != "date" || got[1].Slot != "killed" || got[2].Slot != "position" {
		t.Fatalf("%+v", got)
	}
	if d := got[0]; d.Units != 1 || d.Alike != 0 || d.Alpha.Said || len(d.Pairs) != 1 || d.Pairs[0].Kappa.Said {
		t.Errorf("of one date: %+v", d)
	}
	if k := got[1]; k.Units != 12 || k.Alike != 6 || k.Alpha.Value < 0.9 || !k.Alpha.Bounded || k.Alpha.Low > k.Alpha.Value || k.Alpha.High < k.Alpha.Value || k.Pairs[0].Kappa.Value > 0.6 {
		t.Errorf("of numbers that are nearly the same: %+v", k)
	}
	if p := got[2]; p.Alike != 12 || p.Alpha.Value != 1 || p.Alpha.Bounded || p.Pairs[0].Coders != [2]string{"ada", "ben"} || p.Pairs[0].Kappa.Bounded {
		t.Errorf("nobody differed, so no bounds can be drawn: %+v", p)
	}
}

// Alpha is 1 where all agree, never above, and the same whoever comes first.
func TestAlphaProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 4), 0, 4), 2, 30).Draw(t, "units")
		alpha, ok := Alpha(units, nominal[int])
		if !ok {
			return
		}
		if alpha > 1 || math.IsNaN(alpha) {
			t.Fatalf("alpha is %v", alpha)
		}
		var turned, agreed [][]int
		for i := range units {
			u := units[len(units)-1-i]
			turned = append(turned, u)
			if len(u) > 0 {
				agreed = append(agreed, []int{u[0], u[0]})
			}
		}
		if other, _ := Alpha(turned, nominal[int]); math.Abs(other-alpha) > 1e-9 {
			t.Fatalf("alpha is %v, and the other way round %v", alpha, other)
		}
		if all, ok := Alpha(agreed, nominal[int]); ok && all != 1 {
			t.Fatalf("where all agree alpha is %v", all)
		}
		var words [][]value
		for _, u := range units {
			var vs []value
			for _, x := range u {
				vs = append(vs, value{fmt.Sprint(x), x})
			}
			words = append(words, vs)
		}
		if e := estimateAlpha(words, ratio); e.Bounded && (e.Low > e.Value+1e-9 || e.High < e.Value-1e-9 || e.High > 1+1e-9) {
			t.Fatalf("%+v", e)
		}
	})
}

// A draw picks its share, the same each time, and draws have nothing to do with each
// other.
func TestDraw(t *testing.T) {
	d := Draw{Key: []byte("salt"), What: "double", Share: 0.1}
	other := Draw{Key: []byte("salt"), What: "seeded", Share: 0.1}
	salted := Draw{Key: []byte("pepper"), What: "double", Share: 0.1}
	n, both, moved := 0, 0, 0
	for i := range 20000 {
		name := fmt.Sprint(i)
		if again := (Draw{Key: []byte("salt"), What: "double", Share: 0.1}); d.Picks(name) != again.Picks(name) {
			t.Fatal("the draw changed its mind")
		}
		if d.Picks(name) {
			n++
			if other.Picks(name) {
				both++
			}
			if !salted.Picks(name) {
				moved++
			}
		}
	}
	if n < 1800 || n > 2200 || both < 120 || both > 290 || moved < n*8/10 {
		t.Errorf("%d of 20000 are picked, %d of them by both draws, %d not by another key", n, both, moved)
	}
	if (&Draw{Key: d.Key}).Picks("x") || !(&Draw{Key: d.Key, Share: 1}).Picks("x") {
		t.Error("a share of nothing picks nothing, a share of all picks all")
	}
	if all := (&Draw{Key: d.Key, Share: 0.5}); all.lot([]string{"ab", "c"}) == all.lot([]string{"a", "bc"}) {
		t.Error("names run together")
	}
}
