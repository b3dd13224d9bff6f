package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ascribe"
	"ascribe/review"
)

// A dealt card is one with its record.
type dealt struct {
	review.Card
	record *ascribe.Record
	drawn  // for what it measures
}

// mostDealt is how many cards lie open to step through.
const mostDealt = 12

// deal lays open the cards of the incidents that need a person most, of those that
// the reviewer did not skip.
func (s *Server) deal(v *visit, mine *sitting) (cards []dealt, left int, err error) {
	sel := ascribe.Selection{Order: ascribe.NeedFirst, Limit: mostDealt}
	for {
		page, err := s.Store.Browse(v.r.Context(), sel)
		if err != nil {
			return nil, 0, err
		}
		for i := range page.Briefs {
			more, err := s.cardsOf(v, mine, string(page.Briefs[i].Incident))
			if err != nil {
				return nil, 0, err
			}
			if cards = append(cards, more...); len(cards) >= mostDealt {
				return cards[:mostDealt], page.Total, nil
			}
		}
		if page.Next == "" || len(cards) > 0 {
			return cards, page.Total, nil
		}
		sel.After = page.Next
	}
}

// cardsOf gives the cards of an incident that were not skipped.
func (s *Server) cardsOf(v *visit, mine *sitting, incident string) ([]dealt, error) {
	r, err := s.records.Record(v.r.Context(), ascribe.Pins{}, incident)
	if err != nil {
		return nil, err
	}
	var out []dealt
	for _, c := range review.Cards(r) {
		if !mine.skipped(c.Statement) && !mine.resting(c.Statement) {
			out = append(out, dealt{Card: c, record: r})
		}
	}
	return s.draw(v, out)
}

// A reviewPage is one decision, and the way to the next.
type reviewPage struct {
	Behind  int64
	Left    int // incidents that need a person
	Card    *cardView
	Last    string
	Undo    bool
	By      string
	Keys    keyMap
	Skipped int
}

// reviews answers with the card that an address names, else with the one that needs a
// person most.
func (s *Server) reviews(v *visit) error {
	if v.pins != (ascribe.Pins{}) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.pinned")), v.t("review.pinned.hint"))
	}
	mine := s.sitting(v)
	out := &reviewPage{Last: mine.say(""), By: v.who.Name, Keys: chosenKeys(v.r)}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	cards, left, err := s.deal(v, mine)
	if err == nil && len(cards) == 0 && mine.wake() {
		cards, left, err = s.deal(v, mine)
	}
	if err != nil {
		return err
	}
	out.Left = left
	done, skipped := mine.counts()
	out.Undo, out.Skipped = done > 0, skipped
	at := 0
	for i := range cards {
		if cards[i].Statement.String() == v.r.URL.Query().Get("card") {
			at = i
		}
	}
	if len(cards) > 0 {
		shown, err := s.dress(v, &cards[at])
		if err != nil {
			return err
		}
		if out.Card, err = s.cardView(v, shown); err != nil {
			return err
		}
		if at+1 < len(cards) {
			out.Card.Next = v.cardPath(&cards[at+1])
		}
		if at > 0 {
			out.Card.Before = v.cardPath(&cards[at-1])
		}
	}
	v.w.Header().Set("Content-Security-Policy", scripted)
	return s.show(v, http.StatusOK, "review.html", page{Title: v.t("nav.review"), Here: "review", Script: s.assetPath("review.js"), Body: out})
}

// sitting is that of who comes.
func (s *Server) sitting(v *visit) *sitting { return s.sittings.sitting(v.who.ID) }

func (v *visit) cardPath(c *dealt) string {
	return v.base + "/review?card=" + url.QueryEscape(c.Statement.String())
}

// rule enters what the reviewer answers to a card, and goes on to the next.
func (s *Server) rule(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 64<<10)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	var err error
	switch v.r.PostFormValue("act") {
	case "accept":
		err = s.verdict(v, ascribe.Accept)
	case "reject":
		err = s.verdict(v, ascribe.Reject)
	case "edit":
		err = s.edit(v)
	case "skip":
		err = s.skip(v)
	case "undo":
		err = s.undo(v)
	case "again":
		s.sitting(v).again()
	default:
		err = ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.noact", visible(v.r.PostFormValue("act"))))
	}
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, v.base+"/review", http.StatusSeeOther)
	return nil
}

// asked finds the card that an answer is about.
func (s *Server) asked(v *visit) (*dealt, error) {
	cards, err := s.cardsOf(v, s.sitting(v), v.r.PostFormValue("incident"))
	if err != nil {
		return nil, err
	}
	for i := range cards {
		if cards[i].Statement.String() == v.r.PostFormValue("card") {
			return &cards[i], nil
		}
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("review.gone")), v.t("review.gone.hint"))
}

// verdict accepts or rejects what was read in a statement.
func (s *Server) verdict(v *visit, act ascribe.Act) error {
	c, err := s.asked(v)
	if err != nil {
		return err
	}
	if done, err := s.measured(v, c, act); done || err != nil {
		return err
	}
	d := ascribe.Decision{Act: act, Statements: []ascribe.StatementID{c.Statement}}
	if err := s.decide(v, &d, "review.reason."+act.String()); err != nil {
		return err
	}
	s.sitting(v).say(v.t("review.did."+act.String(), d.ID, v.scores(c)))
	return nil
}

// scores says how sure the machine was, which is shown once a person has ruled.
func (v *visit) scores(c *dealt) string {
	var out []string
	for _, x := range c.Says {
		if x.Score > 0 {
			out = append(out, v.slot(x.Slot)+" "+v.t("review.score", int(100*x.Score+0.5)))
		}
	}
	return v.list(out)
}

// decide enters a decision of the reviewer; without a note its reason is that of its kind.
func (s *Server) decide(v *visit, d *ascribe.Decision, reason string) error {
	d.By, d.At, d.Reason = ascribe.Agent{Name: v.who.Name}, s.Now().UTC(), strings.TrimSpace(v.r.PostFormValue("note"))
	if d.Reason == "" {
		d.Reason = v.t(reason)
	}
	if _, err := d.Identify(); err != nil {
		return err
	}
	if err := d.Validate(); err != nil {
		return err
	}
	if _, err := s.Store.Append(v.r.Context(), ascribe.Entry{Decision: d}); err != nil {
		return err
	}
	if d.Act != ascribe.Undo {
		s.sitting(v).did(deed{decisions: []string{d.ID}})
	}
	return nil
}

// skip puts a card aside until the desk is opened again.
func (s *Server) skip(v *visit) error {
	c, err := s.asked(v)
	if err != nil {
		return err
	}
	s.sitting(v).skip(c.Statement)
	s.sitting(v).say(v.t("review.did.skip"))
	return nil
}

// undo takes back the last deed of the sitting.
func (s *Server) undo(v *visit) error {
	mine := s.sitting(v)
	last, ok := mine.top()
	if !ok {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("review.nothing")), v.t("review.nothing.hint"))
	}
	if last.planted || last.entry != 0 {
		return s.undoMeasured(v, mine, &last)
	}
	for _, id := range slices.Backward(last.decisions) {
		if err := s.decide(v, &ascribe.Decision{Act: ascribe.Undo, Undoes: id}, "review.reason.undo"); err != nil {
			return err
		}
	}
	mine.drop()
	mine.say(v.t("review.did.undo", strings.Join(last.decisions, ", ")))
	return nil
}
