package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/ruling"
	"ascribe/pipeline"
	"ascribe/publish"
)

// A doubtPage asks whether two incidents are one.
type doubtPage struct {
	Behind  int64
	Card    *doubtCard
	Left    int
	Late    bool // it is still looked for one that stands
	Last    string
	Undo    bool
	By      string
	Keys    keyMap
	Skipped int
}

// A doubtCard is two incidents side by side, and what speaks for and against their
// being one.
type doubtCard struct {
	Sides        [2]doubtSide
	Score        string
	For, Against []string // in the program's words, which are English
}

// A doubtSide is one of the two.
type doubtSide struct {
	briefView
	ID     string
	Told   string
	Facts  []fact
	Quotes []saidView
}

// reviews lists the ways to review, by their titles.
func (v *visit) reviews() []entry {
	if !v.who.May(access.Coder) {
		return nil
	}
	out := []entry{{v.t("nav.review"), v.t("review.cards"), v.base + "/review"}}
	if v.who.May(access.Reviewer) {
		out = append(out, entry{v.t("doubt.title"), v.t("doubt.title"), v.base + "/review/doubts"})
	}
	return append(out, entry{v.t("rulings.title"), v.t("rulings.title"), v.base + "/decisions"})
}

// mostAsked is how many questions are looked at for those that stand, mostListed how
// many the twin of the page lists.
const (
	mostAsked  = 400
	mostListed = 20
)

// looksFor is how long a visit looks for a question that stands.
const looksFor = 1500 * time.Millisecond

// settled remembers pairs of which nothing is asked any more, by when the ledger last
// had something new on either of them.
type settled struct {
	mu sync.Mutex
	at map[[2]ascribe.IncidentID]time.Time
}

func (s *settled) is(a *ascribe.Asked) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, known := s.at[a.Incidents]
	return known && at.Equal(a.Changed)
}

func (s *settled) put(a *ascribe.Asked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at == nil {
		s.at = map[[2]ascribe.IncidentID]time.Time{}
	}
	s.at[a.Incidents] = a.Changed
}

// A question is a doubt that stands, with what a person rules on.
type question struct {
	*ascribe.Doubt
	records [2]*ascribe.Record
}

// asking is what is asked of incidents now.
type asking struct {
	questions []question
	left      int  // pairs, these among them, of which something may be asked
	late      bool // the pairs were not all looked at in time, and these stand no question
}

// asking lists the doubts that stand and were not skipped, the likeliest first.
func (s *Server) asking(ctx context.Context, mine *sitting, most int) (*asking, error) {
	all, err := s.Store.Asked(ctx, 0, mostAsked)
	if err != nil {
		return nil, err
	}
	out := &asking{}
	begun := time.Now()
	for i := range all {
		a := &all[i]
		if mine != nil && mine.passed(a.Incidents) || s.settled.is(a) {
			continue
		}
		out.left++
		if len(out.questions) >= most || out.late {
			continue
		}
		if out.late = time.Since(begun) > looksFor; out.late {
			continue
		}
		q, err := s.question(ctx, a.Incidents)
		if err != nil {
			return nil, err
		}
		if q == nil {
			s.settled.put(a)
			out.left--
			continue
		}
		out.questions = append(out.questions, *q)
	}
	return out, nil
}

// question looks whether something is asked of two incidents; nil where nothing is.
func (s *Server) question(ctx context.Context, pair [2]ascribe.IncidentID) (*question, error) {
	d, state, err := pipeline.Doubt(ctx, s.Store, pair)
	if err != nil || d == nil {
		return nil, err
	}
	q := &question{Doubt: d}
	for i, id := range d.Incidents {
		if q.records[i], err = state.Incident(string(id)); err != nil {
			return nil, err
		}
	}
	return q, nil
}

// doubts answers with the question that needs a person most.
func (s *Server) doubts(v *visit) error {
	if v.pins != (ascribe.Pins{}) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.pinned")), v.t("review.pinned.hint"))
	}
	mine := s.sitting(v)
	out := &doubtPage{Last: mine.say(""), By: v.who.Name, Keys: chosenKeys(v.r)}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	asked, err := s.asking(v.r.Context(), mine, 1)
	if err != nil {
		return err
	}
	out.Left, out.Late = asked.left, asked.late && len(asked.questions) == 0
	done, _ := mine.counts()
	out.Undo, out.Skipped = done > 0, mine.passedBy()
	if len(asked.questions) > 0 {
		out.Card = v.doubtCard(&asked.questions[0])
	}
	v.w.Header().Set("Content-Security-Policy", scripted)
	return s.show(v, http.StatusOK, "doubts.html", page{
		Title: v.t("doubt.title"), Here: "review", Script: s.assetPath("review.js"), Twin: v.base + "/review/doubts.json", Body: out,
	})
}

// doubtLine is a question as its twin has it: without the words compared, which may
// name a private person.
type doubtLine struct {
	Incidents [2]ascribe.IncidentID `json:"incidents"`
	Titles    [2]string             `json:"titles"`
	Score     ascribe.Score         `json:"score"`
	Because   []ascribe.Reason      `json:"because"`
}

// doubtLines answers with the questions that stand, one a line.
func (s *Server) doubtLines(v *visit) error {
	if _, err := s.fold.update(v.r.Context()); err != nil {
		return err
	}
	asked, err := s.asking(v.r.Context(), nil, mostListed)
	if err != nil {
		return err
	}
	return v.json(func(b *bytes.Buffer) error {
		for i := range asked.questions {
			q := &asked.questions[i]
			line := doubtLine{Incidents: q.Incidents, Score: q.Score, Because: []ascribe.Reason{}}
			for j, r := range q.records {
				line.Titles[j] = publish.Redact(r).Title
			}
			for _, r := range q.Link.Because {
				line.Because = append(line.Because, ascribe.Reason{Feature: r.Feature, Weight: r.Weight})
			}
			if err := json.NewEncoder(b).Encode(line); err != nil {
				return err
			}
		}
		return nil
	})
}

// plainReasons are those whose values name nobody.
var plainReasons = [...]string{"date", "published", "place", "day and town", "killed", "injured", "type"}

func (v *visit) doubtCard(q *question) *doubtCard {
	out := &doubtCard{Score: score(q.Score)}
	for i, r := range q.records {
		b := newSheet(v, r)
		brief := publish.Brief(r)
		side := doubtSide{briefView: v.brief(&brief), ID: string(r.Incident), Told: b.toldIn(), Facts: b.facts()}
		for j := range b.cites[:min(len(b.cites), 3)] {
			side.Quotes = append(side.Quotes, b.said(&b.cites[j]))
		}
		out.Sides[i] = side
	}
	for _, r := range q.Link.Because {
		says := strings.ReplaceAll(visible(r.Feature), "_", " ")
		if slices.Contains(plainReasons[:], r.Feature) && (r.Left != "" || r.Right != "") {
			says += " (" + visible(r.Left) + " / " + visible(r.Right) + ")"
		}
		if r.Weight >= 0 {
			out.For = append(out.For, says)
		} else {
			out.Against = append(out.Against, says)
		}
	}
	return out
}

// ruleDoubt enters what a reviewer answers to a question.
func (s *Server) ruleDoubt(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 64<<10)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	pair := [2]ascribe.IncidentID{ascribe.IncidentID(v.r.PostFormValue("one")), ascribe.IncidentID(v.r.PostFormValue("other"))}
	var err error
	switch act := v.r.PostFormValue("act"); act {
	case "one", "two":
		err = s.answerDoubt(v, pair, act)
	case "skip":
		s.sitting(v).pass(pair)
		s.sitting(v).say(v.t("review.did.skip"))
	case "again":
		s.sitting(v).passAgain()
	case "undo":
		err = s.undo(v)
	default:
		err = ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.noact", visible(act)))
	}
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, v.base+"/review/doubts", http.StatusSeeOther)
	return nil
}

// answerDoubt rules that two incidents are one, or two.
func (s *Server) answerDoubt(v *visit, pair [2]ascribe.IncidentID, act string) error {
	doubt, state, err := pipeline.Doubt(v.r.Context(), s.Store, pair)
	if err != nil {
		return err
	}
	if doubt == nil {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("review.gone")), v.t("review.gone.hint"))
	}
	ask := &ruling.Request{Act: ascribe.Merge, Names: []string{string(pair[0]), string(pair[1])}}
	if act == "two" {
		ask.Act, ask.Of = ascribe.Split, ruling.Apart
	}
	d, _, err := (&ruling.Desk{State: state}).Rule(ask)
	if err != nil {
		return err
	}
	if err := s.decide(v, &d, "doubt.reason."+act); err != nil {
		return err
	}
	s.sitting(v).say(v.t("doubt.did."+act, d.ID))
	return nil
}
