package train

import (
	"testing"

	"ascribe/extract/linear"
)

// TestAverage checks the weights against averages counted by hand: class 0 is
// corrected upwards at the first of four decisions and class 1 downwards, then
// back by one half of it at the third.
func TestAverage(t *testing.T) {
	p := NewPerceptron(2)
	p.Update([]uint64{7}, 0, 1, 2) // before decision 1
	p.Tick()
	p.Tick()
	p.Update([]uint64{7}, 1, 0, 1) // before decision 3
	p.Tick()
	data, err := p.Model(1)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := linear.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	// weight·ticks − sum: (1·4 − (2·1 − 1·3)) / 4 = 5/4, in parts of 64.
	var out linear.Scores
	m.Score([]uint64{7}, &out)
	if out[0] != 80 || out[1] != -80 {
		t.Errorf("got %v, want [80 -80]", out[:2])
	}
}

func TestPerceptronLearnsWhatIsSeparable(t *testing.T) {
	p := NewPerceptron(3)
	scores := make([]int32, 3)
	for range 5 {
		for k := range uint64(3000) {
			features := []uint64{1, 100 + k%3, 10_000 + k}
			p.Score(features, scores)
			if got, want := best(scores), int(k%3); got != want {
				p.Update(features, want, got, 1)
			}
			p.Tick()
		}
	}
	for k := range uint64(3) {
		p.Score([]uint64{1, 100 + k}, scores)
		if best(scores) != int(k) {
			t.Errorf("class %d is not learned: %v", k, scores)
		}
	}
}
