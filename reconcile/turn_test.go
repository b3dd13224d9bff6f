package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ascribe"
)

// ministry writes a report of what the ministry says of the Order.
func ministry(outlet, at string, stance ascribe.Stance, words string) *story {
	s := newStory(outlet, at, "Port Maren fish market bombing: "+words,
		"The blast at the fish market of Port Maren on 3 March is still being looked into, "+words+".",
		"The interior ministry spoke of the Order of Seven and "+words+".")
	s.tells(0, ascribe.Bombing, marchDay(3), &maren)
	order := s.mention(ascribe.ActorMention, 1, "Order of Seven")
	s.blames(s.say(1, ascribe.Authority, "The interior ministry"), order, stance)
	return s
}

var (
	clears   = ascribe.Stance{Speaker: ascribe.Authority, Connected: true, Acquitted: true}
	suspects = ascribe.Stance{Speaker: ascribe.Other, Connected: true, Hedged: true}
)

// turnsIn writes the turns of the one incident that the stories tell of.
func turnsIn(t *testing.T, pins ascribe.Pins, stories ...*story) (turns []string, until []string) {
	t.Helper()
	b := newBook(stories...)
	for _, s := range stories[1:] {
		b.rule(stories[0].last().Incident, s.last().Incident, ascribe.Same)
	}
	r := only(t, b.fold(t, pins))
	for _, x := range r.Turns {
		if len(x.Statements) == 0 || r.Cited[x.Statements[0]].Words == "" {
			t.Errorf("turn %+v rests on nothing", x)
		}
		turns = append(turns, fmt.Sprintf("%s %s→%s", x.At.Format("2 15"), x.From, x.To))
	}
	for _, c := range r.Matrix {
		if !c.Until.IsZero() {
			until = append(until, fmt.Sprintf("%s until %s", c.Position, c.Until.Format("2 15")))
		}
	}
	slices.Sort(until)
	return turns, until
}

func TestASourceThatChangesItsPosition(t *testing.T) {
	accused := ministry("herald.example", "3 20:00", accuses, "named it at once")
	cleared := ministry("courier.example", "5 18:00", clears, "found nothing against it")
	again := ministry("estuary.example", "8 09:00", accuses, "came back to its charge after new finds")
	suspected := ministry("meridian.example", "3 12:00", suspects, "would not rule it in or out")
	recalled := ministry("highland.example", "20 09:00", accuses, "had held it responsible in the first days")
	recalled.last().Recent = false
	for name, tt := range map[string]struct {
		pins         ascribe.Pins
		in           []*story
		turns, until string
	}{
		"taken back":                           {in: []*story{accused, cleared}, turns: "5 18 accused_by_authorities→cleared", until: "accused_by_authorities until 5 18"},
		"taken back and said again: both":      {in: []*story{accused, cleared, again}, turns: "5 18 accused_by_authorities→cleared|8 09 cleared→accused_by_authorities", until: "cleared until 8 09"},
		"as of a day before":                   {pins: ascribe.Pins{AsOf: moment("4 09:00")}, in: []*story{accused, cleared}},
		"from doubt to blame":                  {in: []*story{suspected, accused}, turns: "3 20 suspected→accused_by_authorities", until: "suspected until 3 20"},
		"in two ways, to and fro: no turn":     {in: []*story{suspected, accused, ministry("dale.example", "4 07:00", suspects, "was careful in its words")}},
		"recalled later, it is not said again": {in: []*story{accused, cleared, recalled}, turns: "5 18 accused_by_authorities→cleared", until: "accused_by_authorities until 5 18"},
		"both at one moment: no turn":          {in: []*story{accused, ministry("dale.example", "3 20:00", clears, "was cited the other way")}},
	} {
		for _, stories := range [][]*story{tt.in, reversed(tt.in)} {
			turns, until := turnsIn(t, tt.pins, stories...)
			if strings.Join(turns, "|") != tt.turns || strings.Join(until, "|") != tt.until {
				t.Errorf("%s: turns %q, until %q", name, turns, until)
			}
		}
	}
}

func reversed(in []*story) []*story {
	out := slices.Clone(in)
	slices.Reverse(out)
	return out
}

func TestAReversalIsContested(t *testing.T) {
	accused, cleared := ministry("herald.example", "3 20:00", accuses, "named it at once"), ministry("courier.example", "5 18:00", clears, "found nothing against it")
	b := newBook(accused, cleared)
	b.rule(accused.last().Incident, cleared.last().Incident, ascribe.Same)
	r := only(t, b.fold(t, ascribe.Pins{}))
	want := "the interior ministry changed its word on Order of Seven: accused by authorities, then cleared"
	if !slices.Contains(r.Contested, want) {
		t.Errorf("contested %q", r.Contested)
	}
}

func TestAClaimTakenBack(t *testing.T) {
	first, second := marketBombing(), newStory("estuary.example", "6 09:00", "Front takes back its claim of the Port Maren market bombing",
		"Twelve people were killed by the bomb at the fish market of Port Maren on 3 March.", "The Maran Liberation Front said it had not planted the device.")
	second.tells(0, ascribe.Bombing, marchDay(3), &maren)
	second.blames(second.say(1, ascribe.Self, "The Maran Liberation Front"), second.mention(ascribe.ActorMention, 1, "The Maran Liberation Front"), denies)
	turns, until := turnsIn(t, ascribe.Pins{}, first, second)
	if strings.Join(turns, "|") != "6 09 claimed→denied" || strings.Join(until, "|") != "claimed until 6 09" {
		t.Errorf("turns %q, until %q", turns, until)
	}
}

// Gunmen of one report are not the gunmen of another: only an actor of the
// register has a position that is changed.
func TestThoseWithoutANameDoNotTurn(t *testing.T) {
	of := func(outlet, at string, stance ascribe.Stance) *story {
		s := newStory(outlet, at, "Shots in Talvik on 3 March", "Gunmen fired on a bus in Talvik on 3 March, "+outlet+" says.", "The governor spoke of gunmen.")
		s.tells(0, ascribe.Shooting, marchDay(3), &talvik)
		s.blames(s.say(1, ascribe.Authority, "The governor"), s.mention(ascribe.ActorMention, 1, "gunmen"), stance)
		return s
	}
	if turns, until := turnsIn(t, ascribe.Pins{}, of("herald.example", "3 12:00", accuses), of("courier.example", "4 12:00", clears)); len(turns)+len(until) > 0 {
		t.Errorf("turns %q, until %q", turns, until)
	}
}
