package web

import (
	"sync"

	"ascribe"
	"ascribe/review"
)

// sittings are those of the reviewers at the desk, by their accounts.
type sittings struct {
	mu sync.Mutex
	of map[string]*sitting
}

// sitting returns that of a person.
func (s *sittings) sitting(person string) *sitting {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil {
		s.of = map[string]*sitting{}
	}
	if s.of[person] == nil {
		s.of[person] = &sitting{}
	}
	return s.of[person]
}

// A sitting is what a reviewer did since the desk was opened.
type sitting struct {
	aside passedOn
	mu    sync.Mutex
	gone  map[ascribe.StatementID]bool            // skipped
	done  []deed                                  // what can be taken back, the last at the end
	hand  map[ascribe.StatementID]*review.Planted // cards as they were shown: with a planted error, or nil for none
	rest  map[ascribe.StatementID]int             // cards that come again later, after so many answers
	made  int                                     // answers
	last  string                                  // what the last answer did, in words; shown once
}

// say keeps what an answer did for the next page, and returns what the one before did.
func (s *sitting) say(words string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.last
	s.last = words
	return before
}

// skip puts a card aside until the desk is opened again, or its reviewer asks for it.
func (s *sitting) skip(id ascribe.StatementID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gone == nil {
		s.gone = map[ascribe.StatementID]bool{}
	}
	s.gone[id] = true
}

// again lays open what was skipped.
func (s *sitting) again() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gone = nil
}

// skipped reports whether a card was put aside.
func (s *sitting) skipped(id ascribe.StatementID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gone[id]
}

// counts returns how many decisions stand, and how many cards were skipped.
func (s *sitting) counts() (done, skipped int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.done), len(s.gone)
}

// A deed is something that a reviewer did and may take back.
type deed struct {
	decisions []string            // entered in the ledger
	entry     int64               // of the coding sheet; 0 for none
	statement ascribe.StatementID // of the entry
	planted   bool                // an answer to a planted error, of which nothing was entered
}

// top is the last deed, if there is one.
func (s *sitting) top() (deed, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.done) == 0 {
		return deed{}, false
	}
	return s.done[len(s.done)-1], true
}

// did notes a deed.
func (s *sitting) did(d deed) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = append(s.done, d)
	s.made++
}

// drop takes the last deed off.
func (s *sitting) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = s.done[:max(0, len(s.done)-1)]
}

// shows notes how a card lies before the reviewer.
func (s *sitting) shows(id ascribe.StatementID, p *review.Planted) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hand == nil {
		s.hand = map[ascribe.StatementID]*review.Planted{}
	}
	s.hand[id] = p
}

// shown tells how a card lay before the reviewer, if it did.
func (s *sitting) shown(id ascribe.StatementID) (p *review.Planted, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok = s.hand[id]
	return p, ok
}

// forget takes a card from before the reviewer.
func (s *sitting) forget(id ascribe.StatementID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.hand, id)
}

// apart is how many answers lie between a planted error and the true card.
const apart = 5

// rests puts a card off for a while.
func (s *sitting) rests(id ascribe.StatementID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rest == nil {
		s.rest = map[ascribe.StatementID]int{}
	}
	s.rest[id] = s.made + apart
}

// resting reports whether a card is put off.
func (s *sitting) resting(id ascribe.StatementID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	until, ok := s.rest[id]
	return ok && s.made < until
}

// wake lays out what was put off, and reports whether there was something.
func (s *sitting) wake() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := false
	for _, until := range s.rest {
		was = was || s.made < until
	}
	s.rest = nil
	return was
}
