package reconcile

import (
	"testing"

	"ascribe"
)

// quotes is an outlet's own report of the market bombing: in its own words, and
// with what an official said where.
func quotes(outlet, at, own, official, where string) *story {
	s := newStory(outlet, at, own,
		own+".",
		official+" "+where+" that the Order of Seven was to blame.")
	o := s.tells(0, ascribe.Bombing, marchDay(3), &maren)
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
	order := s.mention(ascribe.ActorMention, 1, "Order of Seven")
	s.mention(ascribe.ActorMention, 1, official)
	s.blames(s.hears(1, ascribe.Authority, official, "that the Order of Seven was to blame"), order, accuses)
	return s
}

func TestWhatIsSaidToAllCountsOnce(t *testing.T) {
	herald := func(where string) *story {
		return quotes("herald.example", "3 20:00", "Twelve buyers lost their lives at the fish market of Port Maren on Monday", "Dorin Vask", where)
	}
	for _, tt := range []struct {
		name, official, at, where, heard string
		want, shared                     int
	}{
		{"one news conference", "Dorin Vask", "3 22:00", "told a news conference", "told reporters", 1, 1},
		{"by surname", "Vask", "3 22:00", "told a news conference", "told a press briefing", 1, 1},
		{"an interview beside it", "Dorin Vask", "3 22:00", "told a news conference", "told the Courier", 2, 0},
		{"two forms", "Dorin Vask", "3 22:00", "told a news conference", "said in a statement", 2, 0},
		{"days later", "Dorin Vask", "6 22:00", "told a news conference", "told a news conference", 2, 0},
		{"two officials", "Selva Marrell", "3 22:00", "told a news conference", "told a news conference", 2, 0},
		{"both by themselves", "Dorin Vask", "3 22:00", "told the Herald", "told the Courier", 2, 0},
	} {
		courier := quotes("courier.example", tt.at, "A dozen herring traders perished in Port Maren when somebody blew up its fish market", tt.official, tt.heard)
		r := only(t, newBook(herald(tt.where), courier).fold(t, ascribe.Pins{}))
		if len(r.Origins) != 2 {
			t.Fatalf("%s: %d origins", tt.name, len(r.Origins))
		}
		total := map[ascribe.OriginID]bool{}
		for _, c := range r.Matrix {
			for _, id := range c.Support.Statements {
				total[r.Cited[id].Origin] = true
			}
		}
		got := 0
		for _, c := range r.Matrix {
			got += c.Support.Origins
		}
		if got != tt.want || len(total) != 2 || len(r.Shared) != tt.shared {
			t.Errorf("%s: accused by %d, want %d; shared %+v", tt.name, got, tt.want, r.Shared)
		}
	}
}

func TestAnOccasionGivesItsReason(t *testing.T) {
	a := quotes("herald.example", "3 20:00", "Twelve buyers lost their lives at the fish market of Port Maren on Monday", "Dorin Vask", "told a news conference")
	b := quotes("courier.example", "3 22:00", "A dozen herring traders perished in Port Maren when somebody blew up its fish market", "Dorin Vask", "told reporters")
	r := only(t, newBook(a, b).fold(t, ascribe.Pins{}))
	if len(r.Shared) != 1 || r.Shared[0].Kind != ascribe.OneOccasion || len(r.Shared[0].Because) != 2 ||
		r.Shared[0].Because[0].Left != "Dorin Vask: news conference" || r.Shared[0].Because[1].Right != "courier.example" {
		t.Fatalf("shared %+v", r.Shared)
	}
	for _, id := range r.Shared[0].Statements {
		if r.Cited[id].Words == "" {
			t.Errorf("statement %s is not cited", id)
		}
	}
	asked := false
	for _, l := range Links(b.profile(), []*Profile{a.profile()}) {
		if l.Kind == ascribe.SameOrigin {
			asked = l.Judgement == ascribe.Unsure && l.Because[0].Feature == "same occasion"
		}
	}
	if !asked {
		t.Error("nobody asks whether the two are one piece of reporting")
	}
}

func TestIndependentVoices(t *testing.T) {
	o := func(n byte) ascribe.OriginID { return ascribe.OriginID{n} }
	at := func(n byte, ground string) voice { return voice{origin: o(n), ground: ground} }
	for name, tt := range map[string]struct {
		voices []voice
		want   int
	}{
		"nobody":                              {nil, 0},
		"two of their own":                    {[]voice{at(1, ""), at(2, "")}, 2},
		"one occasion":                        {[]voice{at(1, "x"), at(2, "x"), at(3, "x")}, 1},
		"two occasions":                       {[]voice{at(1, "x"), at(2, "y")}, 2},
		"two occasions, one origin":           {[]voice{at(1, "x"), at(1, "y")}, 1},
		"its own voice and the occasion":      {[]voice{at(1, ""), at(1, "x")}, 1},
		"an own voice uses the occasion up":   {[]voice{at(1, ""), at(1, "x"), at(2, "x")}, 1},
		"an own voice beside the occasion":    {[]voice{at(1, ""), at(2, "x")}, 2},
		"each can be given one of its own":    {[]voice{at(1, "x"), at(1, "y"), at(2, "x")}, 2},
		"citing an origin that says it":       {[]voice{at(1, ""), {o(2), "cites 1", o(1), false}}, 1},
		"citing an origin that does not":      {[]voice{at(3, ""), {o(2), "cites 1", o(1), false}}, 2},
		"three origins on two occasions":      {[]voice{at(1, "x"), at(2, "x"), at(2, "y"), at(3, "y")}, 2},
		"more occasions than origins to tell": {[]voice{at(1, "x"), at(1, "y"), at(2, "y"), at(2, "z")}, 2},
	} {
		set := map[voice]bool{}
		for _, v := range tt.voices {
			set[v] = true
		}
		if got := independent(set); got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
}

func TestOccasionWords(t *testing.T) {
	for words, want := range map[string]string{
		"Dorin Vask told a news conference in the town hall |||||":  "news conference",
		"Dorin Vask told reporters at the quay that ||||":           "news conference",
		"At a hurriedly called press briefing Dorin Vask said ||||": "news conference",
		"The Interior Ministry said in a statement ||||":            "statement",
		"The Black Heron Brigade issued a brief communiqué: ||||":   "statement",
		"President Maroth told parliament that ||||":                "address",
		"The governor wrote on Telegram: ||||":                      "post",
		"Dorin Vask told the Herald that ||||":                      "",
		"Dorin Vask said ||||":                                      "",
		"In an interview Dorin Vask said ||||":                      "",
	} {
		s := &ascribe.Statement{Anchor: ascribe.Anchor{Quote: words}}
		if got, _ := occasionIn(s); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	s := &ascribe.Statement{Anchor: ascribe.Anchor{Quote: "He said that Vask told a news conference."}, Content: []ascribe.Span{{Start: 8, End: 40}}}
	if got, _ := occasionIn(s); got != "" {
		t.Errorf("what is said is taken for where it was said: %q", got)
	}
}
