package web

import (
	"context"
	"slices"
	"sync"

	"ascribe"
	"ascribe/internal/coding"
	"ascribe/review"
)

// measuring is what a server knows of the coding sheet.
type measuring struct {
	mu     sync.Mutex
	salt   []byte
	coders map[string]bool // that were noted
	many   bool            // more than one person decides on cards
	settle sync.Mutex      // one round is settled at a time
}

// drawn is what a card was drawn for, as it lies before one person.
type drawn struct {
	double      bool                 // two people code it
	corrections []ascribe.Correction // that the person made on the way to an answer
	sown        bool                 // it bears an error, the first time that the person meets it
	planted     *review.Planted      // the error, where it is shown
}

// salt is the key of the store by which cards are drawn.
func (s *Server) salt(ctx context.Context) ([]byte, error) {
	s.measuring.mu.Lock()
	defer s.measuring.mu.Unlock()
	if s.measuring.salt == nil {
		salt, err := s.Sheet.Salt(ctx)
		if err != nil {
			return nil, err
		}
		s.measuring.salt = salt
	}
	return s.measuring.salt, nil
}

// coder notes that a person decides on cards here. Without accounts nobody can be told
// from another.
func (s *Server) coder(v *visit) error {
	if s.Sheet == nil || v.who.ID == "" {
		return nil
	}
	m := &s.measuring
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.coders[v.who.ID] {
		return nil
	}
	if err := s.Sheet.Coder(v.r.Context(), v.who.ID, v.who.Name, v.now); err != nil {
		return err
	}
	if m.coders == nil {
		m.coders = map[string]bool{}
	}
	m.coders[v.who.ID] = true
	return nil
}

// doubly reports whether cards are coded by two people unseen by each other: where at
// least two with accounts of their own have decided on cards.
func (s *Server) doubly(v *visit) (bool, error) {
	if s.Sheet == nil || s.Double <= 0 || v.who.ID == "" {
		return false, nil
	}
	m := &s.measuring
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.many {
		n, err := s.Sheet.Coders(v.r.Context())
		if err != nil {
			return false, err
		}
		m.many = n > 1
	}
	return m.many, nil
}

// draw looks which cards of an incident are there to measure, and leaves those out
// that have had their answers from this person, or from two.
func (s *Server) draw(v *visit, cards []dealt) ([]dealt, error) {
	if s.Sheet == nil || len(cards) == 0 {
		return cards, nil
	}
	doubly, err := s.doubly(v)
	if err != nil {
		return nil, err
	}
	salt, err := s.salt(v.r.Context())
	if err != nil {
		return nil, err
	}
	two := review.Draw{Key: salt, What: "double", Share: s.Double}
	sown := review.Draw{Key: salt, What: "planted", Share: s.Planted}
	var ids []ascribe.StatementID
	for i := range cards {
		c := &cards[i]
		c.double = doubly && two.Picks(c.Statement.String())
		c.sown = sown.Picks(v.who.ID, c.Statement.String())
		if c.double || c.sown {
			ids = append(ids, c.Statement)
		}
	}
	if len(ids) == 0 {
		return cards, nil
	}
	entries, err := s.Sheet.Coded(v.r.Context(), coding.Query{Statements: ids})
	if err != nil {
		return nil, err
	}
	rounds := coding.Rounds(entries)
	var out []dealt
	for _, c := range cards {
		r := coding.Open(rounds, c.Statement)
		if c.double && (r.Full() || r.By(v.who.ID) != nil) {
			continue
		}
		if c.double {
			c.corrections = r.Corrections(v.who.ID)
		}
		c.sown = c.sown && len(c.corrections) == 0 && !slices.ContainsFunc(entries, func(e coding.Entry) bool {
			return e.Kind == coding.Planted && e.Statement == c.Statement && e.Person == v.who.ID
		})
		out = append(out, c)
	}
	return out, nil
}

// dress is a card as it is shown to this person: with an error planted in it, or with
// the corrections that the person made. Whether a card bears an error or not, the same
// is looked up, so that it takes as long.
func (s *Server) dress(v *visit, c *dealt) (*dealt, error) {
	shown := *c
	if len(c.corrections) > 0 {
		shown.Card = c.Corrected(c.corrections)
	}
	if s.Sheet == nil || s.Planted <= 0 {
		return &shown, nil
	}
	a, err := s.load(v.r.Context(), v, c.record.Cited[c.Statement].Statement.Anchor.Document)
	if err != nil {
		return nil, err
	}
	salt, err := s.salt(v.r.Context())
	if err != nil {
		return nil, err
	}
	p, ok := review.Plant(c.record, a.reading, &c.Card, append(slices.Clone(salt), v.who.ID...))
	if ok && c.sown {
		shown.Card, shown.record, shown.planted = p.Card, p.Record, p
	}
	s.sitting(v).shows(c.Statement, shown.planted)
	return &shown, nil
}

// planted is the error that a card bore when it was shown, or nil. A card that was not
// shown since the desk was opened is dressed as it would be.
func (s *Server) planted(v *visit, c *dealt) (*review.Planted, error) {
	if s.Sheet == nil || s.Planted <= 0 {
		return nil, nil
	}
	if p, ok := s.sitting(v).shown(c.Statement); ok {
		return p, nil
	}
	shown, err := s.dress(v, c)
	if err != nil {
		return nil, err
	}
	return shown.planted, nil
}

// entry is a line of the sheet on a card by this person.
func (s *Server) entry(v *visit, kind coding.Kind, c *dealt, body coding.Body) *coding.Entry {
	return &coding.Entry{Kind: kind, Statement: c.Statement, Incident: c.Incident, Person: v.who.ID, Name: v.who.Name, At: s.Now().UTC(), Body: body}
}

// measured takes the verdict on a card that is there to measure; of any other it is
// not done.
func (s *Server) measured(v *visit, c *dealt, act ascribe.Act) (done bool, err error) {
	if err := s.coder(v); err != nil {
		return false, err
	}
	p, err := s.planted(v, c)
	if err != nil {
		return false, err
	}
	s.sitting(v).forget(c.Statement)
	switch {
	case p != nil && act == ascribe.Accept:
		return true, s.planting(v, c, p, coding.Missed)
	case p != nil:
		return true, s.planting(v, c, p, coding.Caught)
	case c.double:
		return true, s.code(v, c, act)
	}
	return false, nil
}

// measuredEdit takes a correction on a card that is there to measure; of any other it
// is not done.
func (s *Server) measuredEdit(v *visit, c *dealt, slot string, k *ascribe.Correction) (done bool, err error) {
	if err := s.coder(v); err != nil {
		return false, err
	}
	p, err := s.planted(v, c)
	if err != nil {
		return false, err
	}
	s.sitting(v).forget(c.Statement)
	switch {
	case p != nil && (p.Slot == slot || p.Slot == "position" && k.Slot == ascribe.AttributionSlot):
		return true, s.planting(v, c, p, coding.Caught)
	case p != nil:
		return true, s.planting(v, c, p, coding.Neither)
	case c.double:
		return true, s.draft(v, c, slot, k)
	}
	return false, nil
}

// undoMeasured takes back the last deed where that was on a card that is there to
// measure.
func (s *Server) undoMeasured(v *visit, mine *sitting, last *deed) error {
	if last.planted {
		mine.drop()
		mine.say(v.t("review.did.undoplanted"))
		return nil
	}
	return s.undoEntry(v, mine, last)
}
