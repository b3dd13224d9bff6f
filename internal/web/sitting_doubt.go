package web

import "ascribe"

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
