package review

import (
	"slices"
	"testing"
	"time"

	"ascribe"
)

// cited makes statements of a record, each of an origin of its own but those that name
// one.
func cited(origins map[byte]byte) map[ascribe.StatementID]ascribe.Cite {
	out := map[ascribe.StatementID]ascribe.Cite{}
	for n, origin := range origins {
		out[ascribe.StatementID{n}] = ascribe.Cite{Statement: ascribe.Statement{ID: ascribe.StatementID{n}}, Origin: ascribe.OriginID{origin}}
	}
	return out
}

func says(ids ...byte) (out []ascribe.StatementID) {
	for _, n := range ids {
		out = append(out, ascribe.StatementID{n})
	}
	return out
}

// ferry is a record in which two groups are blamed, by three origins, and two numbers
// of dead are told.
func ferry() *ascribe.Record {
	front, league := ascribe.ActorRef{ID: "front", Name: "Liberation Front"}, ascribe.ActorRef{ID: "league", Name: "Estuary League"}
	return &ascribe.Record{
		Incident: "iferry", Cited: cited(map[byte]byte{1: 1, 2: 2, 3: 2, 4: 3, 5: 4, 6: 5}),
		Matrix: []ascribe.Cell{
			{Actor: front, Position: ascribe.Claimed, Support: ascribe.Sourced[ascribe.Attribution]{Statements: says(2, 3, 4), Origins: 2, Value: ascribe.Attribution{Statement: ascribe.StatementID{2}, Score: 0.3}}},
			{Actor: league, Position: ascribe.Accused, Support: ascribe.Sourced[ascribe.Attribution]{Statements: says(1), Origins: 1}},
			{Actor: league, Position: ascribe.Suspected, Until: time.Unix(1, 0), Support: ascribe.Sourced[ascribe.Attribution]{Statements: says(6), Origins: 1}},
		},
		Tolls: []ascribe.TollRange{{Harm: ascribe.Killed, Figure: ascribe.Figure{Low: 3, Best: 5, High: 5}, Course: []ascribe.TollPoint{
			{Toll: ascribe.Toll{Statement: ascribe.StatementID{1}, Figure: ascribe.Exactly(3), Score: 0.9}},
			{Toll: ascribe.Toll{Statement: ascribe.StatementID{5}, Figure: ascribe.Exactly(5), Score: 0.4}},
			{Toll: ascribe.Toll{Statement: ascribe.StatementID{6}, Figure: ascribe.Exactly(5)}, Copy: true},
		}}},
		Places: []ascribe.Sourced[ascribe.Place]{{Value: ascribe.Place{Text: "Port Maren"}, Statements: says(5), Origins: 1}},
	}
}

func ids(cards []Card) (out []byte) {
	for _, c := range cards {
		out = append(out, c.Statement[0])
	}
	return out
}

func TestCards(t *testing.T) {
	r := ferry()
	cards := Cards(r)
	// 1 blames somebody whom nobody else does, and counts the dead; 2 and 4 are the first
	// of two origins that have the claim; 3 is a copy; 5 gives a number that the machine
	// doubts, and the place; 6 is a turned position and a copied number.
	if got := ids(cards); !slices.Equal(got, []byte{1, 2, 4, 5}) {
		t.Fatalf("cards of the statements %v, %+v", got, cards)
	}
	if c := cards[0]; len(c.Says) != 2 || c.Says[0].Slot != "position" || c.Says[1].Slot != "killed" || !c.Grave() || len(c.Says[0].Others) != 1 || len(c.Says[1].Others) != 1 {
		t.Errorf("%+v", c)
	}
	for _, c := range cards {
		sum := 0.0
		for _, why := range c.Why {
			sum += why.Weight
		}
		if sum != c.Need {
			t.Errorf("statement %d needs %v for %+v", c.Statement[0], c.Need, c.Why)
		}
	}
	for _, c := range cards[1:3] { // the machine's doubt about who did it is kept from who rules
		if len(c.Why) != 2 {
			t.Errorf("%+v", c)
		}
	}
	if c := cards[3]; len(c.Why) != 3 || c.Why[0].Weight != machineDoubt || c.Says[1].Place == nil {
		t.Errorf("%+v", c)
	}
}

// What a person ruled on, and what does not stand any more, asks for nothing; an
// incident of which that is all needs nobody.
func TestCardsLeaveOutWhatIsRuledOn(t *testing.T) {
	r := ferry()
	before := Need(r)
	for n, end := range map[byte]func(*ascribe.Cite){
		1: func(c *ascribe.Cite) { c.Accepted = true },
		4: func(c *ascribe.Cite) { c.Lapsed = &ascribe.Lapse{} },
		5: func(c *ascribe.Cite) { c.Hand = true },
	} {
		c := r.Cited[ascribe.StatementID{n}]
		end(&c)
		r.Cited[ascribe.StatementID{n}] = c
	}
	if got := ids(Cards(r)); !slices.Equal(got, []byte{2}) {
		t.Errorf("cards of the statements %v", got)
	}
	if now := Need(r); now <= 0 || now >= before {
		t.Errorf("it needs %v, and before two were ruled on %v", now, before)
	}
	for id, c := range r.Cited {
		c.Accepted = true
		r.Cited[id] = c
	}
	if Need(r) != 0 {
		t.Errorf("it needs %v when all was ruled on", Need(r))
	}
}
