package web

import (
	"strings"

	"ascribe/internal/coding"
	"ascribe/review"
)

// planting notes what came of a planted error, and tells the reviewer at once. Nothing
// is entered in the ledger, and the true card comes again later.
func (s *Server) planting(v *visit, c *dealt, p *review.Planted, outcome coding.Outcome) error {
	e := s.entry(v, coding.Planted, c, coding.Body{
		Note:  strings.TrimSpace(v.r.PostFormValue("note")),
		Error: &coding.Error{Slot: p.Slot, True: p.True, False: p.False, Outcome: outcome},
	})
	if err := s.Sheet.Code(v.r.Context(), e); err != nil {
		return err
	}
	mine := s.sitting(v)
	mine.did(deed{planted: true})
	mine.rests(c.Statement)
	mine.say(v.t("review.planted."+string(outcome), v.slot(p.Slot), v.said(p.False), v.said(p.True)))
	return nil
}
