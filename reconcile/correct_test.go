package reconcile

import (
	"strings"
	"testing"

	"ascribe"
)

// corrected folds the market bombing with one correction.
func corrected(t *testing.T, s *story, c ascribe.Correction) *ascribe.Record {
	t.Helper()
	b := newBook(s)
	b.decide(ascribe.Decision{Act: ascribe.Correct, Correction: &c, Reason: "the hospital's list has fourteen names"})
	return only(t, b.fold(t, ascribe.Pins{}))
}

func TestACorrectedValueTakesThePlaceOfTheMachines(t *testing.T) {
	s := marketBombing()
	telling := s.last().Incident
	foiled, arson := ascribe.Foiled, ascribe.Arson
	if r := corrected(t, s, ascribe.Correction{Telling: telling, Slot: ascribe.TypeSlot, Type: &arson}); r.Type != ascribe.Arson || len(r.Types) != 1 {
		t.Errorf("type %s of %d", r.Type, len(r.Types))
	}
	if r := corrected(t, s, ascribe.Correction{Telling: telling, Slot: ascribe.StageSlot, Stage: &foiled}); r.Stage != ascribe.Foiled {
		t.Errorf("stage %s", r.Stage)
	}
	if r := corrected(t, s, ascribe.Correction{Telling: telling, Slot: ascribe.DateSlot, Date: marchDay(2)}); r.When.EDTF != "2031-03-02" ||
		!strings.Contains(r.When.Because, "a person corrected") || !strings.Contains(r.When.Because, "fourteen names") {
		t.Errorf("date %+v", r.When)
	}
	if r := corrected(t, s, ascribe.Correction{Telling: telling, Slot: ascribe.DateSlot, Strike: true}); r.When != nil {
		t.Errorf("a struck date is still %s", r.When.EDTF)
	}
	if r := corrected(t, s, ascribe.Correction{Telling: telling, Slot: ascribe.PlaceSlot, Place: &talvik}); r.Where.Name != "Talvik" {
		t.Errorf("place %s", r.Where.Name)
	}
	if s.last().Type != ascribe.Bombing || s.last().When.EDTF != "2031-03-03" {
		t.Error("the reading in the ledger was changed")
	}
}

func TestACorrectedTollAndBlame(t *testing.T) {
	s := marketBombing()
	toll := s.reading.Tolls[0]
	toll.Figure = ascribe.Exactly(14)
	c := ascribe.Correction{Telling: s.last().Incident, Slot: ascribe.TollSlot, Toll: &toll}
	if r := corrected(t, s, c); len(r.Tolls) != 1 || r.Tolls[0].Figure.Best != 14 {
		t.Errorf("tolls %+v", r.Tolls)
	}
	c.Strike = true
	if r := corrected(t, s, c); len(r.Tolls) != 0 {
		t.Errorf("a struck toll still stands: %+v", r.Tolls)
	}
	missed := toll
	missed.Harm, missed.Figure = ascribe.Injured, ascribe.Exactly(30)
	if r := corrected(t, s, ascribe.Correction{Telling: s.last().Incident, Slot: ascribe.TollSlot, Toll: &missed}); len(r.Tolls) != 2 {
		t.Errorf("a toll that the machine missed: %+v", r.Tolls)
	}
	blame := s.reading.Attributions[1]
	blame.Stance.Hedged, blame.Stance.Speaker = true, ascribe.Other
	r := corrected(t, s, ascribe.Correction{Telling: s.last().Incident, Slot: ascribe.AttributionSlot, Attribution: &blame})
	for _, cell := range r.Matrix {
		if cell.Actor.Name == "Order of Seven" && cell.Position != ascribe.Suspected {
			t.Errorf("the order is %s", cell.Position)
		}
	}
	if len(r.Decisions) != 1 || r.Decisions[0].Act != ascribe.Correct {
		t.Errorf("decisions %+v", r.Decisions)
	}
}

func TestACorrectionOfWhatIsNotReadWaits(t *testing.T) {
	s := marketBombing()
	c := ascribe.Correction{Telling: s.last().Incident, Slot: ascribe.DateSlot, Date: marchDay(1)}
	c.Telling.At += 7
	if r := corrected(t, s, c); r.When.EDTF != "2031-03-03" || len(r.Decisions) != 0 {
		t.Errorf("date %s, decisions %d", r.When.EDTF, len(r.Decisions))
	}
}

func TestMergedActorsAreOneAndComeApart(t *testing.T) {
	s := marketBombing()
	b := newBook(s)
	before := b.fold(t, ascribe.Pins{})
	actors := before.Actors()
	if len(actors) != 2 {
		t.Fatalf("%d actors", len(actors))
	}
	keep, other := string(actors[0].Actor.ID), string(actors[1].Actor.ID)
	id := b.decide(ascribe.Decision{Act: ascribe.Merge, Pairs: []ascribe.Pair{{Kind: ascribe.SameActor, Left: keep, Right: other, Judgement: ascribe.Same}}})
	merged := b.fold(t, ascribe.Pins{})
	if got := merged.Actors(); len(got) != 1 || string(got[0].Actor.ID) != keep || len(got[0].Names) < 2 {
		t.Fatalf("merged: %+v", got)
	}
	if r := only(t, merged); len(r.Decisions) != 1 {
		t.Errorf("%d decisions bear on the incident", len(r.Decisions))
	}
	b.undo(id)
	if b.fold(t, ascribe.Pins{}).Digest() != before.Digest() {
		t.Error("undone, the actors are not what they were")
	}
}

func TestARatingStandsBesideItsStatement(t *testing.T) {
	s := marketBombing()
	b := newBook(s)
	blame := s.reading.Attributions[0].Statement
	b.decide(ascribe.Decision{Act: ascribe.Accept, Statements: []ascribe.StatementID{blame}, Credibility: ascribe.Credibility{Source: "B", Information: 2}})
	cite := only(t, b.fold(t, ascribe.Pins{})).Cited[blame]
	if !cite.Accepted || cite.Rated.Source != "B" || cite.Rated.Information != 2 {
		t.Errorf("%+v", cite)
	}
}

func TestALinkEndsWithTheReadingItRestsOn(t *testing.T) {
	x, y := marketBombing(), secondDay()
	b := newBook(x, y)
	only(t, b.fold(t, ascribe.Pins{}))
	again := *y.reading
	again.Engine = "hand/2"
	b.enter(ascribe.Entry{Reading: &again})
	if got := len(b.fold(t, ascribe.Pins{}).Incidents()); got != 2 {
		t.Errorf("%d incidents: a link still rests on a reading that is no longer current", got)
	}
	newer := &story{y.doc, y.seen, &again}
	for _, l := range Links(newer.profile(), []*Profile{x.profile()}) {
		b.enter(ascribe.Entry{Link: &l})
	}
	only(t, b.fold(t, ascribe.Pins{}))
}
