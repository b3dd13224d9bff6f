package review

import (
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

// Two people who say the same in other ways are held to say the same.
func TestAnswers(t *testing.T) {
	_, _, c := raid()
	toll := *c.Says[1].Toll
	toll.Figure = ascribe.Exactly(20)
	twenty := ascribe.Correction{Slot: ascribe.TollSlot, Toll: &toll}
	denied := ascribe.Correction{Slot: ascribe.AttributionSlot, Attribution: &ascribe.Attribution{Stance: ascribe.Stance{Negated: true}}}
	undated := ascribe.Correction{Slot: ascribe.DateSlot, Strike: true}
	injured := toll
	injured.Harm, injured.Words = ascribe.Injured, "dozens"
	missed := ascribe.Correction{Slot: ascribe.TollSlot, Toll: &injured}
	stage := ascribe.Attempted
	attempted := ascribe.Correction{Slot: ascribe.StageSlot, Stage: &stage}

	right := c.Answered(ascribe.Accept, nil)
	for name, x := range map[string]struct {
		a     Answer
		value map[string]string
	}{
		"accepted":  {right, map[string]string{"killed": "23", "position": "accused_by_authorities", "date": "2031-03-04", "place": "Port Maren, SRV", "type": "other"}},
		"rejected":  {c.Answered(ascribe.Reject, []ascribe.Correction{twenty}), map[string]string{"killed": "", "position": "", "date": "", "place": "", "type": ""}},
		"corrected": {c.Answered(ascribe.Accept, []ascribe.Correction{twenty, denied, undated, missed, attempted}), map[string]string{"killed": "20", "position": "denied", "date": "", "place": "Port Maren, SRV", "type": "other", "injured": "20", "stage": "attempted"}},
	} {
		if len(x.a.Says) != len(x.value) {
			t.Errorf("%s: %+v", name, x.a.Says)
		}
		for _, s := range x.a.Says {
			if want, ok := x.value[s.Slot]; !ok || s.Value != want || (s.Count != nil) != (s.Value != "" && (s.Slot == "killed" || s.Slot == "injured")) {
				t.Errorf("%s: %+v, want %q", name, s, want)
			}
		}
		if same := x.a.Same(&right); same != (name == "accepted") {
			t.Errorf("%s is the same as accepted: %v", name, same)
		}
	}
	if c.Says[1].Toll.Figure != ascribe.Exactly(23) || len(c.Says) != 5 {
		t.Error("the card itself was changed")
	}
	one, other := c.Answered(ascribe.Accept, []ascribe.Correction{twenty, undated}), c.Answered(ascribe.Accept, []ascribe.Correction{undated, twenty})
	if !one.Same(&other) {
		t.Error("the same corrections in another order are another answer")
	}
	made := one.Decisions(c.Statement)
	if len(made) != 3 || made[0].Correction.Slot != ascribe.TollSlot || made[2].Act != ascribe.Accept || made[2].Statements[0] != c.Statement {
		t.Errorf("%+v", made)
	}
	rejected := c.Answered(ascribe.Reject, []ascribe.Correction{twenty})
	if made = rejected.Decisions(c.Statement); len(made) != 1 || made[0].Act != ascribe.Reject {
		t.Errorf("%+v", made)
	}
}

// What FigureText writes, ParseFigure reads as the same, where it is a figure that it
// can read.
func TestFigureText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := ascribe.Count(rapid.IntRange(0, 900).Draw(t, "n")), ascribe.Count(rapid.IntRange(0, 900).Draw(t, "m"))
		u := ascribe.Unknown
		for _, f := range []ascribe.Figure{ascribe.Exactly(n), {Low: n, Best: n, High: u, Open: true}, {Low: u, Best: u, High: n}, {Low: n, Best: u, High: n + m}} {
			if got, err := ParseFigure(FigureText(f)); err != nil || got != f {
				t.Fatalf("%+v is written %q and read %+v, %v", f, FigureText(f), got, err)
			}
		}
		a, b := FigureText(ascribe.Figure{Low: n, Best: n, High: n, Open: true}), FigureText(ascribe.Exactly(n))
		if a == b {
			t.Fatalf("%q is an open figure and a closed one", a)
		}
	})
}
