package web

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/internal/coding"
	"ascribe/review"
)

// code keeps the answer of one of the two people who code a card. It changes nothing in
// the record until both have answered.
func (s *Server) code(v *visit, c *dealt, act ascribe.Act) error {
	answer := c.Answered(act, c.corrections)
	e := s.entry(v, coding.Answered, c, coding.Body{Note: strings.TrimSpace(v.r.PostFormValue("note")), Answer: &answer})
	if err := s.Sheet.Code(v.r.Context(), e); err != nil {
		return err
	}
	mine := s.sitting(v)
	mine.did(deed{entry: e.Seq, statement: c.Statement})
	mine.say(v.t("review.did.double", v.scores(c)))
	return s.settle(v, c.Statement)
}

// draft keeps a correction on the way to such an answer.
func (s *Server) draft(v *visit, c *dealt, slot string, k *ascribe.Correction) error {
	e := s.entry(v, coding.Corrected, c, coding.Body{Note: strings.TrimSpace(v.r.PostFormValue("note")), Correction: k})
	if err := s.Sheet.Code(v.r.Context(), e); err != nil {
		return err
	}
	mine := s.sitting(v)
	mine.did(deed{entry: e.Seq, statement: c.Statement})
	mine.say(v.t("review.did.draft", v.slot(slot)))
	return nil
}

// settle enters what two people answered to a card, if they answered the same. Who
// answered last is its author, and its reason names both.
func (s *Server) settle(v *visit, id ascribe.StatementID) error {
	s.measuring.settle.Lock()
	defer s.measuring.settle.Unlock()
	entries, err := s.Sheet.Coded(v.r.Context(), coding.Query{Statements: []ascribe.StatementID{id}})
	if err != nil {
		return err
	}
	r := coding.Open(coding.Rounds(entries), id)
	if !r.Agreed() {
		return nil
	}
	last := &r.Answers[len(r.Answers)-1]
	reason := v.t("review.reason.agreed", r.Answers[0].Name, last.Name) + notes(r.Answers)
	_, err = s.conclude(v, &r, last.Answer, reason, true)
	return err
}

// notes are what coders noted, to follow a reason.
func notes(answers []coding.Entry) string {
	var out strings.Builder
	for _, e := range answers {
		if e.Note != "" {
			out.WriteString(" " + e.Name + ": " + e.Note)
		}
	}
	return out.String()
}

// conclude ends a round with an answer: it claims the round, then enters in the ledger
// what the answer comes to. Should the second fail, the card is open and coded anew.
func (s *Server) conclude(v *visit, r *coding.Round, a *review.Answer, reason string, agreed bool) (*deed, error) {
	now := s.Now().UTC()
	e := &coding.Entry{
		Kind: coding.Settled, Statement: r.Statement, Incident: r.Incident, Person: v.who.ID, Name: v.who.Name, At: now,
		Body: coding.Body{Note: strings.TrimSpace(v.r.PostFormValue("note")), Answer: a, Agreed: agreed},
	}
	var entries []ascribe.Entry
	for _, d := range a.Decisions(r.Statement) {
		d.By, d.At, d.Reason = ascribe.Agent{Name: v.who.Name}, now, reason
		if _, err := d.Identify(); err != nil {
			return nil, err
		}
		if err := d.Validate(); err != nil {
			return nil, err
		}
		e.Decisions = append(e.Decisions, d.ID)
		entries = append(entries, ascribe.Entry{Decision: &d})
	}
	if err := s.Sheet.Code(v.r.Context(), e); err != nil {
		return nil, err
	}
	if _, err := s.Store.Append(v.r.Context(), entries...); err != nil {
		return nil, err
	}
	return &deed{decisions: e.Decisions, entry: e.Seq, statement: r.Statement}, nil
}

// undoEntry takes back an answer that was not compared with the other yet, or a ruling
// between two, with what it entered. Who could know how the other answered has no
// second try.
func (s *Server) undoEntry(v *visit, mine *sitting, last *deed) error {
	e := &coding.Entry{Kind: coding.Undone, Statement: last.statement, Person: v.who.ID, Name: v.who.Name, At: s.Now().UTC(), Body: coding.Body{Undoes: last.entry}}
	err := s.Sheet.Code(v.r.Context(), e)
	if err != nil && ascribe.KindOf(err) != ascribe.Conflict {
		return err
	}
	mine.drop()
	if err != nil {
		mine.say(v.t("review.did.compared"))
		return nil
	}
	for _, id := range slices.Backward(last.decisions) {
		if err := s.decide(v, &ascribe.Decision{Act: ascribe.Undo, Undoes: id}, "review.reason.undo"); err != nil {
			return err
		}
	}
	mine.say(v.t("review.did.undoanswer"))
	return nil
}
