package web

import (
	"slices"

	"ascribe"
	"ascribe/review"
)

// edit puts a person's value in the place of one that the machine read in a
// statement, or adds one that it missed.
func (s *Server) edit(v *visit) error {
	c, err := s.asked(v)
	if err != nil {
		return err
	}
	doc := c.record.Cited[c.Statement].Statement.Anchor.Document
	a, err := s.load(v.r.Context(), v, doc)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(a.reading.Statements, func(st ascribe.Statement) bool { return st.ID == c.Statement })
	if at < 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("review.gone")), v.t("review.gone.hint"))
	}
	form := func(name string) string { return v.r.PostFormValue(name) }
	change := &review.Change{
		Document: a.doc, Reading: a.reading, Statement: &a.reading.Statements[at],
		Telling: tellingIn(c.record, doc), Slot: form("slot"), Value: form("value"), Words: form("words"), Place: s.Place,
	}
	correction, err := change.Correction()
	if err != nil {
		return err
	}
	if done, err := s.measuredEdit(v, c, form("slot"), correction); done || err != nil {
		return err
	}
	d := ascribe.Decision{Act: ascribe.Correct, Correction: correction}
	if err := s.decide(v, &d, "review.reason.correct"); err != nil {
		return err
	}
	s.sitting(v).say(v.t("review.did.correct", d.ID, v.slot(form("slot"))))
	return nil
}

// tellingIn is which mention of a document the incident is.
func tellingIn(r *ascribe.Record, doc ascribe.DocumentID) ascribe.MentionID {
	for i := range r.Documents {
		if r.Documents[i].Document == doc {
			return r.Documents[i].Mention
		}
	}
	return ascribe.MentionID{}
}
