package reconcile

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
)

// handsOn is an outlet's report that takes from another who did it.
func handsOn(outlet, at, own, from string) *story {
	s := newStory(outlet, at, own, own+".", from+" reported that the Order of Seven had done it.")
	s.tells(0, ascribe.Bombing, marchDay(3), &maren)
	s.blames(s.say(1, ascribe.Other, from), s.mention(ascribe.ActorMention, 1, "Order of Seven"), fact)
	return s
}

func TestACircleIsShownAndCountsOnce(t *testing.T) {
	herald := handsOn("herald.example", "3 20:00", "Twelve buyers lost their lives at the fish market of Port Maren on Monday", "The Courier")
	courier := handsOn("courier.example", "3 22:00", "A dozen herring traders perished in Port Maren when somebody blew up its fish market", "The Herald")
	r := only(t, newBook(herald, courier).fold(t, ascribe.Pins{}))
	if len(r.Origins) != 2 || len(r.Shared) != 1 {
		t.Fatalf("%d origins, shared %+v", len(r.Origins), r.Shared)
	}
	x := r.Shared[0]
	if x.Kind != ascribe.InCircle || !slices.Equal(x.Who, []string{"herald.example", "courier.example"}) || len(x.Origins) != 2 || len(x.Statements) != 2 {
		t.Errorf("circle %+v", x)
	}
	if len(x.Because) != 2 || x.Because[0].Left != "herald.example cites The Courier" || x.Because[1].Left != "courier.example cites The Herald" {
		t.Errorf("because %+v", x.Because)
	}
	f := &folding{State: newBook(herald, courier).fold(t, ascribe.Pins{}), record: &ascribe.Record{}}
	f.inc = f.incidents[0]
	for _, p := range f.inc.parts {
		f.document(p)
	}
	f.occasions()
	f.cited()
	voices := map[voice]bool{}
	for _, p := range f.inc.parts {
		voices[f.voice(p, p.reading.Attributions[0].Statement)] = true
	}
	if got := independent(voices); got != 1 {
		t.Errorf("what the two have from each other counts %d times", got)
	}
}

func TestCitingOneWayIsNoCircle(t *testing.T) {
	herald := marketBombing()
	courier := handsOn("courier.example", "4 08:00", "A dozen herring traders perished in Port Maren when somebody blew up its fish market", "The Herald")
	for _, x := range only(t, newBook(herald, courier).fold(t, ascribe.Pins{})).Shared {
		t.Errorf("shared %+v", x)
	}
}

func TestHouses(t *testing.T) {
	if got := houses().of("https://www.mirror.co.uk/news"); got != "Reach" {
		t.Errorf("the Mirror is of %q", got)
	}
	for name, text := range map[string]string{
		"an empty column": "outlet,house,source\nherald.example,,x\n",
		"twice":           "outlet,house,source\nherald.example,A,x\nwww.herald.example,B,x\n",
		"a column more":   "outlet,house,source\nherald.example,A,x,y\n",
	} {
		if _, err := ParseHouses(strings.NewReader(text)); err == nil || ascribe.HintOf(err) == "" {
			t.Errorf("%s: error %v, hint %q", name, err, ascribe.HintOf(err))
		}
	}
}

func TestOneHousePrintsOnePieceTwice(t *testing.T) {
	own := "amber basalt cedar dusk ember flint gorse hazel indigo juniper kelp larch marl nettle ochre peat "
	print := func(outlet, at, rest string) *story {
		s := newStory(outlet, at, "Bomb at Port Maren fish market",
			"A bomb at the fish market of Port Maren killed 12 people on Monday.", own+rest+".")
		s.tells(0, ascribe.Bombing, marchDay(3), &maren)
		s.counts(s.last().Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
		return s
	}
	first := lots("kettle", 75)
	second := lots("anchor", 75)
	for outlet, want := range map[string]int{"maren-evening.example": 1, "highland-echo.example": 2} {
		a, b := print("talvik-gazette.example", "3 20:00", first), print(outlet, "3 23:00", second)
		s := newBook(a, b).fold(t, ascribe.Pins{})
		if got := s.Origins(); len(got) != want {
			t.Errorf("%s: %d origins, want %d: %+v", outlet, len(got), want, Links(b.profile(), []*Profile{a.profile()}))
		} else if want == 1 && got[0].Because[0].Because[2].Feature != "one house" {
			t.Errorf("because %+v", got[0].Because)
		}
	}
}

// lots writes n words that no other text has.
func lots(word string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(word + strings.Repeat("x", i%7) + colours[i%len(colours)] + " ")
	}
	return b.String()
}
