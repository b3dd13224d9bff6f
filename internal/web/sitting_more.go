package web

import (
	"slices"

	"ascribe"
)

// passedOn are the questions that a reviewer put aside.
type passedOn map[[2]ascribe.IncidentID]bool

func inOrder(pair [2]ascribe.IncidentID) [2]ascribe.IncidentID {
	return [2]ascribe.IncidentID{min(pair[0], pair[1]), max(pair[0], pair[1])}
}

// pass puts a question aside until the desk is opened again, or its reviewer asks for it.
func (s *sitting) pass(pair [2]ascribe.IncidentID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.aside == nil {
		s.aside = passedOn{}
	}
	s.aside[inOrder(pair)] = true
}

// passed reports whether a question was put aside.
func (s *sitting) passed(pair [2]ascribe.IncidentID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.aside[inOrder(pair)]
}

// passAgain lays open what was put aside.
func (s *sitting) passAgain() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.aside = nil
}

// passedBy is how many questions were put aside.
func (s *sitting) passedBy() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.aside)
}

// undone takes a decision that was taken back elsewhere off what the sitting may take
// back.
func (s *sitting) undone(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.done {
		d := &s.done[i]
		d.decisions = slices.DeleteFunc(slices.Clone(d.decisions), func(x string) bool { return x == id })
	}
	s.done = slices.DeleteFunc(s.done, func(d deed) bool { return len(d.decisions) == 0 && d.entry == 0 && !d.planted })
}
