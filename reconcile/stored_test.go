package reconcile

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

// A profile that a store gives back is the one that was drawn up, but for what only
// the links of its own document rest on; it is judged as the other is.
func TestAStoredProfileIsJudgedAsTheOneDrawnUp(t *testing.T) {
	links := 0
	rapid.Check(t, func(t *rapid.T) {
		stories := append(newsdays(t), editions(t)...)
		stories = append(stories, withAcronym(t, stories[0]))
		var drawn, stored []*Profile
		for _, s := range stories {
			p := s.profile()
			q := Unpack(p.Pack())
			if q == nil {
				t.Fatal("a profile cannot be read")
			}
			want := *p
			want.tellings = nil
			for _, x := range p.tellings {
				x.told = &ascribe.Occurrence{Incident: x.told.Incident, Type: x.told.Type, Stage: x.told.Stage, When: x.told.When, Where: x.told.Where, Recent: x.told.Recent}
				want.tellings = append(want.tellings, x)
			}
			want.actors = nil
			for _, a := range p.actors {
				a.alike = nil
				want.actors = append(want.actors, a)
			}
			if !reflect.DeepEqual(&want, q) {
				t.Fatalf("drawn up as\n%+v\nstored as\n%+v", want, *q)
			}
			if a, b := Links(p, drawn), Links(p, stored); !reflect.DeepEqual(a, b) {
				t.Fatalf("judged against what was drawn up:\n%v\nagainst what is stored:\n%v", a, b)
			} else {
				links += len(a)
			}
			drawn, stored = append(drawn, p), append(stored, q)
		}
	})
	if links == 0 {
		t.Error("nothing was linked")
	}
}

func TestAProfileOfOtherRulesIsDrawnUpAgain(t *testing.T) {
	b := marketBombing().profile().Pack()
	if Unpack(b) == nil {
		t.Fatal("a profile cannot be read")
	}
	for name, body := range map[string][]byte{"nothing": nil, "cut short": b[:len(b)/2], "no profile": []byte("{}")} {
		if Unpack(body) != nil {
			t.Errorf("%s is read as a profile", name)
		}
	}
	p := packed{Rules: "profile/0"}
	other, err := packing().Marshal(p)
	if err != nil || Unpack(other) != nil {
		t.Errorf("a profile of other rules is read (%v)", err)
	}
}
