package extract_test

import (
	"testing"

	"ascribe"
)

func TestWhatACorrectionRecountsSumsNothingUp(t *testing.T) {
	r := readText(t, "Correction: An earlier version of this article said 15 people were killed in the Port Maren bombing. "+
		"A bomb killed 12 people in Port Maren on Monday, police said.")
	if len(r.Notices) != 1 || !r.Notices[0].Recounts || len(r.Tolls) != 2 || r.Tolls[0].Figure != ascribe.Exactly(12) || r.Tolls[1].Figure != ascribe.Exactly(15) {
		t.Errorf("notices %+v, tolls %+v", r.Notices, r.Tolls)
	}
}
