package reconcile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// year is a year as a register or a text gives it.
func year(t *testing.T, s string) *ascribe.Date {
	t.Helper()
	d, err := ascribe.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// seven is the register's row of the order, and of what it came out of.
func seven(t *testing.T) []ascribe.Actor {
	return []ascribe.Actor{
		{ID: "order-of-seven", Kind: ascribe.RebelGroup, Countries: []string{"SRV", "XBR"}, Names: []ascribe.Name{{Text: "Order of Seven"}, {Text: "O7", Acronym: true}},
			Sources: []string{"desk"}, Ties: []ascribe.Tie{
				{Kind: ascribe.OffshootOf, Object: "black-heron", From: year(t, "2019")},
				{Kind: ascribe.PartOf, Object: "black-heron", From: year(t, "2010"), To: year(t, "2033")},
				{Kind: ascribe.SuccessorOf, Object: "black-heron", From: year(t, "2040")},
			}},
		{ID: "black-heron", Kind: ascribe.PoliticalMilitia, Names: []ascribe.Name{{Text: "Black Heron Brigade"}}, Sources: []string{"desk"}},
	}
}

// relates enters a relation that sentence i tells.
func (s *story) relates(st ascribe.StatementID, subject ascribe.MentionID, kind ascribe.RelationKind, object ascribe.MentionID, change func(*ascribe.Relation)) {
	r := ascribe.Relation{Subject: subject, Kind: kind, Object: object, Statement: st}
	if change != nil {
		change(&r)
	}
	s.reading.Relations = append(s.reading.Relations, r)
}

// backers is a story of who stands behind the order.
func backers(t *testing.T) *story {
	s := newStory("meridian.example", "5 10:00", "Who backs the order",
		"The Order of Seven has been an ally of the Maran Liberation Front since 2029, analysts at the Coast Institute said.",
		"Ana Velt said the Order of Seven was no part of the Maran Liberation Front.",
		"The Black Heron Brigade fought beside them, said Dorin Vask, a spokesman for the order.")
	order, front := s.mention(ascribe.ActorMention, 0, "Order of Seven"), s.mention(ascribe.ActorMention, 0, "Maran Liberation Front")
	s.mention(ascribe.ActorMention, 0, "Coast Institute")
	s.mention(ascribe.PersonMention, 1, "Ana Velt")
	vask := s.mention(ascribe.ActorMention, 2, "Dorin Vask")
	for i := range s.reading.Mentions {
		if m := &s.reading.Mentions[i]; m.ID == vask {
			m.NoActor = "a person whom the register does not have"
		}
	}
	s.mention(ascribe.ActorMention, 2, "Black Heron Brigade")
	s.relates(s.say(0, ascribe.Other, "Coast Institute"), order, ascribe.AlliedWith, front, func(r *ascribe.Relation) { r.From = year(t, "2029") })
	s.relates(s.say(1, ascribe.Witness, "Ana Velt"), order, ascribe.PartOf, front, func(r *ascribe.Relation) { r.Negated = true })
	return s
}

func TestActorRecord(t *testing.T) {
	b := newBook(marketBombing(), secondDay(), backers(t))
	state := b.fold(t, ascribe.Pins{})
	r, err := state.ActorRecord("Order of Seven", seven(t))
	if err != nil {
		t.Fatal(err)
	}
	if r.Documents != 3 || r.Origins != 3 || len(r.Names) != 1 || r.Names[0].Mentions != 3 || r.Names[0].Because[0] != "the name alone" || r.Registered != nil {
		t.Errorf("it is named %+v in %d documents of %d origins, registered %v", r.Names, r.Documents, r.Origins, r.Registered)
	}
	if len(r.Incidents) != 2 || r.Incidents[0].Position != ascribe.AccusedByAuthorities || r.Incidents[0].By[0] != "an authority" || r.Incidents[1].Position != ascribe.Denied ||
		r.Incidents[1].By[0] != r.Actor.Name || r.Incidents[0].Origins != 1 || !r.Incidents[1].Since.Equal(moment("4 18:00")) {
		t.Errorf("incidents %+v", r.Incidents)
	}
	if len(r.Relations) != 2 {
		t.Fatalf("relations %+v", r.Relations)
	}
	ally, no := r.Relations[0], r.Relations[1]
	if ally.Value.Kind != ascribe.AlliedWith || ally.Value.From.EDTF != "2029" || ally.By[0] != "Coast Institute" || ally.Origins != 1 ||
		!no.Value.Negated || no.By[0] != "a witness" {
		t.Errorf("told %+v and %+v", ally, no)
	}
	if _, err := state.ActorRecord("Order of Eight", seven(t)); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("an unknown name: %v", err)
	}
}

// What the register has stands apart from what articles tell, and an as-of view
// learns nothing from it that began later.
func TestTheRegistersRelationsKeepToTheirTime(t *testing.T) {
	b := newBook(marketBombing())
	for pin, want := range map[string]string{
		"":           "[part_of 2010-2033 offshoot_of 2019- successor_of 2040-]",
		"2031-03-31": "[part_of 2010- offshoot_of 2019-]",
		"2015-01-01": "[part_of 2010-]",
		"2005-01-01": "[]",
	} {
		var pins ascribe.Pins
		if pin != "" {
			at, err := time.Parse(time.DateOnly, pin)
			if err != nil {
				t.Fatal(err)
			}
			pins.AsOf = at
		}
		r, err := b.fold(t, pins).ActorRecord("order-of-seven", seven(t))
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, x := range r.Ties {
			w := x.Kind.String() + " " + x.From.EDTF + "-"
			if x.To != nil {
				w += x.To.EDTF
			}
			got = append(got, w)
		}
		if fmt.Sprint(got) != want || len(r.Relations) != 0 || r.Registered == nil {
			t.Errorf("as of %q: ties %v, want %s; told %v", pin, got, want, r.Relations)
		}
	}
}

// Private persons never become actors, whatever part they have in a report.
func TestNoPrivatePersonIsAnActor(t *testing.T) {
	s := marketBombing()
	st := s.say(3, ascribe.Witness, "Ana Velt")
	s.blames(st, s.mention(ascribe.PersonMention, 3, "Ana Velt"), accuses) // a suspect by name
	state := newBook(s, backers(t)).fold(t, ascribe.Pins{})
	for _, a := range state.Actors() {
		if strings.Contains(a.Actor.Name, "Velt") || strings.Contains(a.Actor.Name, "Vask") {
			t.Errorf("%s is an actor", a.Actor.Name)
		}
		r, err := state.ActorRecord(string(a.Actor.ID), nil)
		if err != nil {
			t.Fatal(err)
		}
		if said := fmt.Sprintf("%+v", r); strings.Contains(said, "Velt") || strings.Contains(said, "Vask") {
			t.Errorf("the record of %s names a private person: %s", a.Actor.Name, said)
		}
	}
	for _, name := range []string{"Ana Velt", "Dorin Vask"} {
		if _, err := state.ActorRecord(name, nil); ascribe.KindOf(err) != ascribe.NotFound {
			t.Errorf("%s has a record: %v", name, err)
		}
	}
}

// spoofed is a story of a group whose name is made to look like the front's.
func spoofed(name string) *story {
	s := newStory("highland.example", "6 09:00", "Two soldiers shot",
		"Two soldiers were shot at a checkpoint near Talvik on Wednesday.",
		"The "+name+" said it had done it.")
	s.tells(0, ascribe.Shooting, marchDay(5), &talvik)
	s.blames(s.say(1, ascribe.Self, "The "+name), s.mention(ascribe.ActorMention, 1, "The "+name), claims)
	return s
}

func TestALookAlikeIsAQuestionUntilAPersonRules(t *testing.T) {
	for name, because := range map[string]string{
		"Mаran Liberation Front": "letters look like", "Maran Liberaton Front": "one letter", "Maran LiberationFront": "one letter",
	} {
		b := newBook(marketBombing(), spoofed(name))
		s := b.fold(t, ascribe.Pins{})
		real, err := s.Actor("Maran Liberation Front")
		if err != nil {
			t.Fatal(err)
		}
		spoof, err := s.Actor(name)
		if err != nil || spoof.ID == real.ID {
			t.Fatalf("%q is %v, %v", name, spoof, err)
		}
		like := s.Alike()[spoof.ID]
		if len(like) == 0 || !strings.Contains(fmt.Sprint(like), because) || !strings.Contains(fmt.Sprint(like), string(real.ID)) || len(s.Alike()[real.ID]) != 1 {
			t.Errorf("%q asks %+v, %+v", name, like, s.Alike()[real.ID])
		}
		apart := b.decide(ascribe.Decision{Act: ascribe.Split, Pairs: []ascribe.Pair{{Kind: ascribe.SameActor, Left: string(real.ID), Right: string(spoof.ID), Judgement: ascribe.Different}}})
		if ruled := b.fold(t, ascribe.Pins{}); len(ruled.Alike()) != 0 {
			t.Errorf("%q asks again after a person kept the two apart", name)
		}
		b.undo(apart)
		b.decide(ascribe.Decision{Act: ascribe.Merge, Pairs: []ascribe.Pair{{Kind: ascribe.SameActor, Left: string(real.ID), Right: string(spoof.ID), Judgement: ascribe.Same}}})
		one := b.fold(t, ascribe.Pins{})
		r, err := one.ActorRecord(name, nil)
		if err != nil || r.Actor.ID != real.ID || len(r.Names) != 2 || len(r.Also) != 1 || len(r.Decisions) != 1 || len(one.Alike()[real.ID]) != 0 {
			t.Errorf("%q merged: %+v, %v", name, r, err)
		}
	}
}

// A mention that only looks like an actor of the register is a link that joins
// nothing.
func TestALikenessToTheRegisterIsAnUnsureLink(t *testing.T) {
	s := spoofed("Ordеr of Seven")
	s.reading.Mentions[0].Matches = []ascribe.NameMatch{{Actor: "order-of-seven", Name: "Order of Seven", By: ascribe.LooksLike, Score: 0.5, Because: "its letters look like those of “Order of Seven”"}}
	var unsure int
	for _, l := range Links(s.profile(), nil) {
		if l.Kind == ascribe.IsActor && l.Right == "order-of-seven" {
			unsure++
			if l.Judgement != ascribe.Unsure || l.Score != 0.5 || !strings.Contains(l.Because[0].Feature, "looks_like") {
				t.Errorf("linked %+v", l)
			}
		}
	}
	if unsure != 1 {
		t.Errorf("%d links", unsure)
	}
	state := newBook(s).fold(t, ascribe.Pins{})
	ref, err := state.Actor("Ordеr of Seven")
	if like := state.Alike()[ref.ID]; err != nil || len(like) == 0 || len(state.Actors()) != 1 {
		t.Errorf("asks %+v, %v; actors %+v", like, err, state.Actors())
	}
	r, err := state.ActorRecord("order-of-seven", seven(t))
	if err != nil || r.Documents != 0 {
		t.Errorf("the order has %d documents, %v", r.Documents, err)
	}
}

// A name of two alphabets that looks like nobody else's asks by itself.
func TestANameOfTwoAlphabetsAsks(t *testing.T) {
	state := newBook(spoofed("Nоrthern Dawn")).fold(t, ascribe.Pins{})
	ref, err := state.Actor("Nоrthern Dawn")
	if like := state.Alike()[ref.ID]; err != nil || len(like) != 1 || like[0].Actor.ID != "" || !strings.Contains(like[0].Because, "Cyrillic") {
		t.Errorf("asks %+v, %v", like, err)
	}
}

// What a person ruled on an actor that articles alone named holds of the register's
// actor that a later reading finds in the same name.
func TestRulingsOutliveARowOfTheRegister(t *testing.T) {
	market, again := marketBombing(), secondDay()
	b := newBook(market, again)
	s := b.fold(t, ascribe.Pins{})
	order, err := s.Actor("Order of Seven")
	if err != nil {
		t.Fatal(err)
	}
	front, err := s.Actor("Maran Liberation Front")
	if err != nil {
		t.Fatal(err)
	}
	for _, ends := range [][2]ascribe.ActorID{{order.ID, front.ID}, {front.ID, order.ID}} {
		b := newBook(market, again)
		merge := b.decide(ascribe.Decision{Act: ascribe.Merge, Pairs: []ascribe.Pair{{Kind: ascribe.SameActor, Left: string(ends[0]), Right: string(ends[1]), Judgement: ascribe.Same}}})
		for _, s := range []*story{market, again} { // read again, with a register that has the order
			r := *s.reading
			r.Engine, r.Mentions = "hand/2", append([]ascribe.Mention(nil), s.reading.Mentions...)
			for i := range r.Mentions {
				if strings.Contains(r.Mentions[i].Text, "Order of Seven") {
					r.Mentions[i].Actor = &ascribe.ActorRef{ID: "order-of-seven", Name: "Order of Seven", Kind: ascribe.RebelGroup}
				}
			}
			b.enter(ascribe.Entry{Reading: &r})
			for _, l := range Links(NewProfile(s.doc, s.seen, &r), nil) {
				b.enter(ascribe.Entry{Link: &l})
			}
		}
		s := b.fold(t, ascribe.Pins{})
		one, err := s.Actor("order-of-seven")
		other, err2 := s.Actor("Maran Liberation Front")
		if err != nil || err2 != nil || one.ID != other.ID || len(s.Actors()) != 1 {
			t.Errorf("merged %v: the order is %v (%v), the front %v (%v)", ends, one, err, other, err2)
		}
		if old, err := s.Actor(string(order.ID)); err != nil || old.ID != one.ID {
			t.Errorf("the id that the order had leads to %v, %v", old, err)
		}
		b.undo(merge)
		if n := len(b.fold(t, ascribe.Pins{}).Actors()); n != 2 {
			t.Errorf("undone, there are %d actors", n)
		}
	}
}
