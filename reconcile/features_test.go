package reconcile

import (
	"testing"

	"ascribe"
)

// weightOf compares the first tellings of two stories and returns what a feature weighs.
func weightOf(a, b *story, feature string) float64 {
	x, y := a.profile(), b.profile()
	c := comparison{a: x, b: y, x: &x.tellings[0], y: &y.tellings[0], texts: compareTexts(x, y)}
	c.score(true)
	for _, r := range c.because {
		if r.Feature == feature {
			return r.Weight
		}
	}
	return 0
}

func TestOtherPlacesAndOtherFactsAreTwoIncidents(t *testing.T) {
	told := func(outlet string, town ascribe.Place, day int, killed ascribe.Count) *story {
		s := newStory(outlet, "5 20:00", "", "A bomb went off at the mill of "+town.Name+", and people were killed.")
		o := s.tells(0, ascribe.Bombing, marchDay(day), &town)
		s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(killed))
		m := s.mention(ascribe.PlaceMention, 0, town.Name)
		for i := range s.reading.Mentions {
			if s.reading.Mentions[i].ID == m {
				s.reading.Mentions[i].Place = &town
			}
		}
		return s
	}
	first := told("herald.example", maren, 3, 12)
	for name, tt := range map[string]struct {
		other *story
		want  float64
	}{
		"another town and another toll": {told("courier.example", talvik, 3, 40), otherPlace},
		"another town alone":            {told("courier.example", talvik, 3, 12), 0},
		"another day and another toll":  {told("courier.example", maren, 4, 40), 0},
	} {
		if got := weightOf(first, tt.other, "other place, other facts"); got != tt.want {
			t.Errorf("%s: %.1f, want %.1f", name, got, tt.want)
		}
	}
}

func TestTheSameTextSpeaksForOneIncidentUnlessItsFactsDoNot(t *testing.T) {
	own := "A bomb tore through the fish market on Monday, killing many people."
	first := dispatch("sws.example", &maren, 12, own)
	cut := func(where *ascribe.Place, killed ascribe.Count) *story {
		return dispatch("courier.example", where, killed, "Some people died when a lorry blew up outside the seminary late on that day, it was said at night.")
	}
	if got := weightOf(first, cut(&maren, 12), "same text"); got <= 0 {
		t.Errorf("a shared half weighs %.1f for what agrees in its facts", got)
	}
	if got := weightOf(first, cut(&talvik, 40), "same text"); got != 0 {
		t.Errorf("an agency's background weighs %.1f for two incidents", got)
	}
}

func TestOutletsAgenciesAndCountriesSayLittle(t *testing.T) {
	s := newStory("orrelpost.example", "5 20:00", "", "The Sarvian mill at Vestrel burned, said Zephyrwire; Ana Velt saw it from Port Maren.")
	s.doc.Credits = []ascribe.Credit{{Name: "Zephyrwire", Kind: ascribe.Wire}}
	s.doc.Text += " Orrelpost."
	s.tells(0, ascribe.Arson, marchDay(3), &maren)
	s.mention(ascribe.PlaceMention, 0, "Sarvian")
	s.reading.Mentions[len(s.reading.Mentions)-1].Place = &sarvia
	held := map[string]bool{}
	for _, x := range s.profile().tellings[0].words.words {
		held[x.word] = true
	}
	for word, want := range map[string]bool{
		"vestrel": true, "velt": true, // compared
		"sarvian": false, "zephyrwire": false, "orrelpost": false, "maren": false,
	} {
		if held[word] != want {
			t.Errorf("%q is compared: %t", word, held[word])
		}
	}
}
