package coding

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
	"ascribe/review"
)

// sheet is a sheet in memory, of one statement.
type sheet struct{ entries []Entry }

func (s *sheet) put(e Entry) error {
	e.Seq, e.At = int64(len(s.entries))+1, time.Unix(int64(len(s.entries)), 0)
	if err := Fits(s.entries, &e); err != nil {
		return err
	}
	s.entries = append(s.entries, e)
	return nil
}

func (s *sheet) open() *Round {
	r := Open(Rounds(s.entries), ascribe.StatementID{})
	return &r
}

func answer(person, value string) Entry {
	return Entry{Kind: Answered, Person: person, Body: Body{Answer: &review.Answer{Act: ascribe.Accept, Says: []review.Said{{Slot: "killed", Value: value}}}}}
}

func undo(person string, seq int64) Entry {
	return Entry{Kind: Undone, Person: person, Body: Body{Undoes: seq}}
}

func TestRounds(t *testing.T) {
	s := &sheet{}
	taken := func(e Entry) {
		t.Helper()
		if err := s.put(e); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(e Entry) {
		t.Helper()
		if err := s.put(e); ascribe.KindOf(err) != ascribe.Conflict || err == nil {
			t.Fatalf("%+v is taken", e)
		}
	}
	refused(Entry{Kind: Settled, Person: "cem"})
	taken(Entry{Kind: Corrected, Person: "ada", Body: Body{Correction: &ascribe.Correction{Slot: ascribe.DateSlot, Strike: true}}})
	if r := s.open(); len(r.Corrections("ada")) != 1 || len(r.Corrections("ben")) != 0 {
		t.Errorf("%+v", r)
	}
	refused(undo("ben", 1)) // another's
	taken(undo("ada", 1))
	refused(undo("ada", 1)) // already taken back
	taken(answer("ada", "12"))
	refused(answer("ada", "13"))
	taken(undo("ada", 3))
	taken(answer("ada", "12"))
	if r := s.open(); r.Full() || r.Disputed() || r.By("ada") == nil || r.By("ben") != nil {
		t.Errorf("%+v", r)
	}
	taken(answer("ben", "13"))
	refused(answer("cem", "13"))
	refused(undo("ada", 5)) // it was compared
	refused(undo("ben", 6))
	if r := s.open(); !r.Disputed() || r.Agreed() {
		t.Errorf("%+v", r)
	}
	taken(Entry{Kind: Settled, Person: "cem", Body: Body{Answer: answer("", "12").Answer}})
	refused(Entry{Kind: Settled, Person: "dia"})
	if r := s.open(); len(r.Answers) != 0 {
		t.Errorf("after a ruling: %+v", r)
	}
	taken(undo("cem", 7))
	if r := s.open(); !r.Disputed() {
		t.Errorf("the ruling was taken back: %+v", r)
	}
	taken(Entry{Kind: Settled, Person: "cem"})
	taken(answer("ada", "12")) // the decision was undone, and two code it anew
	refused(undo("cem", 9))    // a new round has begun
	taken(answer("ben", "12"))
	if r := s.open(); !r.Agreed() || r.Disputed() {
		t.Errorf("%+v", r)
	}
	if got := Votes(Rounds(s.entries)); len(got) != 8 || got[0].Unit == got[4].Unit || got[1].Said.Value != "12" || got[3].Said.Value != "13" {
		t.Errorf("%+v", got)
	}
}

func TestCatches(t *testing.T) {
	var entries []Entry
	for person, outcomes := range map[string][]Outcome{"ada": {Caught, Missed, Neither, Caught}, "ben": {Missed}} {
		for _, o := range outcomes {
			entries = append(entries, Entry{Kind: Planted, Person: person, Body: Body{Error: &Error{Outcome: o}}})
		}
	}
	if caught, of := Catches(entries, "ada"); caught != 2 || of != 3 {
		t.Errorf("%d of %d", caught, of)
	}
}

// Whatever people send, a round has two answers at most, by two people, and planted
// errors have no part in it.
func TestRoundsProperty(t *testing.T) {
	kinds := []Kind{Corrected, Answered, Answered, Settled, Planted, Undone}
	rapid.Check(t, func(t *rapid.T) {
		s := &sheet{}
		for range rapid.IntRange(1, 40).Draw(t, "entries") {
			e := Entry{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Person: rapid.SampledFrom([]string{"ada", "ben", "cem"}).Draw(t, "person")}
			e.Answer, e.Correction = &review.Answer{}, &ascribe.Correction{}
			e.Undoes = int64(rapid.IntRange(0, len(s.entries)).Draw(t, "undoes"))
			if e.Kind == Planted {
				e.Error = &Error{Outcome: Missed}
			}
			_ = s.put(e) // refused or not
			for _, r := range Rounds(s.entries) {
				if len(r.Answers) > coders || r.Full() && r.Answers[0].Person == r.Answers[1].Person || r.Settled != nil && !r.Full() {
					t.Fatalf("%+v", r)
				}
			}
		}
	})
}
