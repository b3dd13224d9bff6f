package linear

import (
	"testing"

	"pgregory.net/rapid"
)

// sums is what a model of rows says, counted plainly.
func sums(classes int, rows []Row, features []uint64) []int32 {
	out := make([]int32, classes)
	for _, f := range features {
		for _, r := range rows {
			if r.Feature == f {
				for c, w := range r.Weights {
					out[c] += w
				}
			}
		}
	}
	return out
}

func TestScoreIsTheSumOfTheRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		classes := rapid.IntRange(1, 40).Draw(t, "classes")
		n := rapid.IntRange(0, 300).Draw(t, "rows")
		var rows []Row
		for i := range n {
			r := Row{Feature: Mix(7, uint64(i)+1), Weights: make([]int32, classes)}
			for range rapid.IntRange(0, 4).Draw(t, "weights") {
				r.Weights[rapid.IntRange(0, classes-1).Draw(t, "class")] = int32(rapid.IntRange(-127, 127).Draw(t, "weight"))
			}
			rows = append(rows, r)
		}
		data, err := Build(classes, rows, 1)
		if err != nil {
			t.Fatal(err)
		}
		m, rest, err := Read(append(data, "next"...))
		if err != nil || string(rest) != "next" {
			t.Fatalf("Read: %v, rest %q", err, rest)
		}
		var features []uint64
		for range rapid.IntRange(0, 50).Draw(t, "features") {
			features = append(features, Mix(7, uint64(rapid.IntRange(1, 400).Draw(t, "feature"))))
		}
		var out Scores
		m.Score(features, &out)
		for c, want := range sums(classes, rows, features) {
			if out[c] != want {
				t.Fatalf("class %d: %d, want %d", c, out[c], want)
			}
		}
	})
}

func TestLargeWeightsAreRounded(t *testing.T) {
	data, err := Build(3, []Row{{Feature: Mix(1, 99), Weights: []int32{30000, -29000, 1}}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var out Scores
	m.Score([]uint64{Mix(1, 99), Mix(1, 98)}, &out)
	if d := out[0] - 30000; d < -256 || d > 256 {
		t.Errorf("30000 became %d", out[0])
	}
	if d := out[1] + 29000; d < -256 || d > 256 {
		t.Errorf("-29000 became %d", out[1])
	}
}

func TestSmallRowsAreLeftOut(t *testing.T) {
	data, err := Build(2, []Row{{Mix(1, 1), []int32{3, -3}}, {Mix(1, 2), []int32{90, 4}}}, 32)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var out Scores
	m.Score([]uint64{Mix(1, 1), Mix(1, 2)}, &out)
	if out[0] != 90 || out[1] != 0 {
		t.Errorf("got %v, want [90 0]", &out)
	}
}

func TestReadRefusesWhatIsNoModel(t *testing.T) {
	data, err := Build(2, []Row{{1, []int32{3, -3}}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(data) {
		if _, _, err := Read(data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes were taken for a model", n, len(data))
		}
	}
}

func TestBuildDoesNotDependOnOrder(t *testing.T) {
	a := []Row{{5, []int32{64, 0}}, {1 << 40, []int32{0, 64}}, {9, []int32{-64, 64}}}
	b := []Row{a[2], a[0], a[1]}
	x, errX := Build(2, a, 1)
	y, errY := Build(2, b, 1)
	if errX != nil || errY != nil || string(x) != string(y) {
		t.Fatalf("two orders made two models: %v %v", errX, errY)
	}
}

func TestTooManyClasses(t *testing.T) {
	if _, err := Build(257, nil, 1); err == nil {
		t.Fatal("257 classes were taken")
	}
}
