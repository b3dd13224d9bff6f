package web

import (
	"sync"

	"ascribe"
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
	mu   sync.Mutex
	gone map[ascribe.StatementID]bool // skipped
	done []string                     // decisions that stand, the last at the end
	last string                       // what the last answer did, in words; shown once
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

// top is the last decision that stands, or "".
func (s *sitting) top() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.done) == 0 {
		return ""
	}
	return s.done[len(s.done)-1]
}

// decided notes a decision; an undo takes the last one off.
func (s *sitting) decided(d *ascribe.Decision) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.Act == ascribe.Undo {
		s.done = s.done[:max(0, len(s.done)-1)]
	} else {
		s.done = append(s.done, d.ID)
	}
}
