package reconcile

import (
	"testing"

	"ascribe"
)

// background is what an agency says of a conflict at large under every dispatch.
const background = "Armed groups have fought the government of Sarvia over land, salt and the right to a parliament of their own for nearly two decades; a truce signed in the spring of last year has held only along the coast."

// dispatch is an agency's own text on a bombing, with its background.
func dispatch(outlet string, where *ascribe.Place, killed ascribe.Count, own ...string) *story {
	s := newStory(outlet, "3 20:00", "", append(own, background)...)
	o := s.tells(0, ascribe.Bombing, marchDay(3), where)
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(killed))
	return s
}

// sameOriginOf returns how two texts are judged to be one piece of reporting.
func sameOriginOf(a, b *story) ascribe.Judgement {
	for _, l := range Links(a.profile(), []*Profile{b.profile()}) {
		if l.Kind == ascribe.SameOrigin {
			return l.Judgement
		}
	}
	return ascribe.Different
}

func TestAnAgencysBackgroundMakesNoOrigin(t *testing.T) {
	long := dispatch("sws.example", &maren, 12,
		"A bomb tore through the fish market of Port Maren on Monday, killing 12 people.",
		"The roof came down on a row of herring stalls, and pigeons wheeled over the gap for hours afterwards.",
		"Nuns at Saint Orla wrote numbers on foreheads because the infirmary had run out of paper tags.",
		"A tram driver said that the ground had shaken twice before the lamps went out along the whole quay.",
		"Divers went on searching the harbour basin below the ice house until the tide made it impossible.")
	cut := dispatch("courier.example", &talvik, 40, "In Talvik 40 people were killed when a lorry blew up outside the seminary late on Monday.")
	x, y := long.profile(), cut.profile()
	if m := compareTexts(x, y); m.narrated < reprintAt || m.both < fewestBoth {
		t.Fatalf("the background is no more than %.2f of the shorter text", m.narrated)
	}
	if got := sameOriginOf(long, cut); got == ascribe.Same {
		t.Error("two dispatches on two incidents are one for their agency's background")
	}
	part := dispatch("courier.example", &maren, 12, "A bomb tore through the fish market of Port Maren on Monday, killing 12 people.")
	if got := sameOriginOf(long, part); got != ascribe.Same {
		t.Errorf("a cut text on the same incident is judged %v", got)
	}
}

func TestACreditJoinsWhatAgreesInFacts(t *testing.T) {
	credit := []ascribe.Credit{{Name: "SWS", Kind: ascribe.Wire}}
	first := func() *story {
		s := marketBombing()
		s.doc.Credits = credit
		return s
	}
	for name, tt := range map[string]struct {
		where *ascribe.Place
		day   int
		want  bool
	}{
		"day and town agree, the toll rose": {&maren, 3, true},
		"another day, another toll":         {&maren, 2, false},
		"a toll alone is no fact of both":   {nil, 3, false},
	} {
		other := secondDay()
		other.doc.Credits = credit
		other.last().When, other.last().Where = marchDay(tt.day), tt.where
		a, b := first().profile(), other.profile()
		told := []ascribe.Link{{Kind: ascribe.SameIncident, Left: a.tellings[0].id, Right: b.tellings[0].id, Judgement: ascribe.Same, Score: 0.99}}
		l, found := originLink(a, b, told)
		if got := found && l.Judgement == ascribe.Same; got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestFactsOfTwoTellings(t *testing.T) {
	base := dispatch("sws.example", &maren, 12, "A bomb killed 12 people in Port Maren on Monday.")
	for name, tt := range map[string]struct {
		change func(o *story)
		want   facts
	}{
		"all three agree":   {func(*story) {}, facts{3, 0}},
		"another day":       {func(o *story) { o.last().When = marchDay(4) }, facts{2, 1}},
		"no day":            {func(o *story) { o.last().When = nil }, facts{2, 0}},
		"another town":      {func(o *story) { o.last().Where = &talvik }, facts{2, 1}},
		"a country alone":   {func(o *story) { o.last().Where = &ascribe.Place{Country: "XSV", Precision: ascribe.WholeCountry} }, facts{2, 0}},
		"another toll":      {func(o *story) { o.reading.Tolls[0].Figure = ascribe.Exactly(40) }, facts{2, 1}},
		"a toll of nobody":  {func(o *story) { o.reading.Tolls = nil }, facts{2, 0}},
		"injured as well":   {func(o *story) { o.reading.Tolls[0].Harm = ascribe.Injured }, facts{2, 0}},
		"a month, no day":   {func(o *story) { o.last().When.Precision = ascribe.Month }, facts{2, 0}},
		"nothing in common": {func(o *story) { o.last().When, o.last().Where, o.reading.Tolls = nil, nil, nil }, facts{}},
	} {
		other := dispatch("courier.example", &maren, 12, "Twelve people died in Port Maren on Monday.")
		tt.change(other)
		x, y := &base.profile().tellings[0], &other.profile().tellings[0]
		if got := factsOf(x, y); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
		if got := factsOf(y, x); got != tt.want {
			t.Errorf("%s, from the other side: %+v, want %+v", name, got, tt.want)
		}
	}
}
