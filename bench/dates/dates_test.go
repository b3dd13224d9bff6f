package dates

import (
	"testing"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// The strong expressions are right, with the engine that ships; a weak one that is
// right is ready to move up.
func TestExpressions(t *testing.T) {
	cases, err := expressions()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), gazetteer.New(nil))
	if err != nil {
		t.Fatal(err)
	}
	marks, err := readAll(cases, extract.New(engine), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range marks {
		c := &cases[i]
		want := ascribe.Date{Text: c.Words, EDTF: c.EDTF, Precision: c.Precision, Basis: c.Basis}
		switch {
		case !m.whole && c.Tier == strong:
			t.Errorf("%s, published %s:\n got %s\nwant %s", c.Text, c.Published.Format("2006-01-02"), m.got, shown(&want))
		case !m.whole:
			t.Logf("%s: %s: got %s", c.Tier, c.Text, m.got)
		case c.Tier == weak:
			t.Errorf("%s is right now: move it to a tier that is held", c.Text)
		}
	}
}

func TestMark(t *testing.T) {
	e := expression{Words: "Friday", EDTF: "2024-03-22", Precision: ascribe.Day, Basis: ascribe.RelativeToPublication}
	from, _ := day("2024-03-22")
	right := ascribe.Date{Text: "Friday", EDTF: "2024-03-22", From: from, To: from, Precision: ascribe.Day, Basis: ascribe.RelativeToPublication}
	otherBasis, otherDay, other := right, right, right
	otherBasis.Basis = ascribe.Explicit
	otherDay.EDTF = "2024-03-15"
	other.Text = "on Friday"
	for _, c := range []struct {
		says                string
		read                []ascribe.Date
		found, value, whole bool
	}{
		{"all right", []ascribe.Date{right}, true, true, true},
		{"the right days on another basis", []ascribe.Date{otherBasis}, true, true, false},
		{"other days", []ascribe.Date{otherDay}, true, false, false},
		{"other words", []ascribe.Date{other}, false, false, false},
		{"nothing", nil, false, false, false},
	} {
		if m := e.mark(c.read); m.found != c.found || m.value != c.value || m.whole != c.whole {
			t.Errorf("%s: %+v", c.says, m)
		}
	}
	none := expression{}
	if m := none.mark(nil); !m.whole {
		t.Error("nothing to be found, nothing found: not right")
	}
	if m := none.mark([]ascribe.Date{right}); m.found {
		t.Error("nothing to be found, one found: right")
	}
}
