package coding

import (
	"slices"

	"ascribe"
	"ascribe/review"
)

// coders is how many people code a card.
const coders = 2

// A Round is one double coding of a card: two answers, and what they came to.
type Round struct {
	Statement ascribe.StatementID
	Incident  ascribe.IncidentID
	Answers   []Entry
	Drafts    []Entry // corrections of those who did not answer yet
	Settled   *Entry
}

// Rounds folds the entries of a sheet, which come in their order, into rounds: those
// of each statement in their order, the statements by their first entry.
func Rounds(entries []Entry) []Round {
	undone := map[int64]bool{}
	for i := range entries {
		if entries[i].Kind == Undone {
			undone[entries[i].Undoes] = true
		}
	}
	at := map[ascribe.StatementID]int{}
	var out [][]Round
	for i := range entries {
		e := entries[i]
		if e.Kind == Undone || e.Kind == Planted || undone[e.Seq] {
			continue
		}
		n, met := at[e.Statement]
		if !met {
			n = len(out)
			at[e.Statement] = n
			out = append(out, nil)
		}
		if last := len(out[n]) - 1; last < 0 || out[n][last].Settled != nil {
			out[n] = append(out[n], Round{Statement: e.Statement})
		}
		out[n][len(out[n])-1].take(e)
	}
	return slices.Concat(out...)
}

// take adds an entry to the round.
func (r *Round) take(e Entry) {
	r.Incident = e.Incident
	switch e.Kind {
	case Corrected:
		r.Drafts = append(r.Drafts, e)
	case Answered:
		r.Answers = append(r.Answers, e)
		r.Drafts = slices.DeleteFunc(r.Drafts, func(d Entry) bool { return d.Person == e.Person })
	case Settled:
		r.Settled = &e
	}
}

// Open is the round of a statement that is under way; a fresh one where none is.
func Open(rounds []Round, id ascribe.StatementID) Round {
	for _, r := range rounds {
		if r.Statement == id && r.Settled == nil {
			return r
		}
	}
	return Round{Statement: id}
}

// By is the answer of a person, or nil.
func (r *Round) By(person string) *Entry {
	at := slices.IndexFunc(r.Answers, func(e Entry) bool { return e.Person == person })
	if at < 0 {
		return nil
	}
	return &r.Answers[at]
}

// Full reports whether all who code a card have answered.
func (r *Round) Full() bool { return len(r.Answers) >= coders }

// Agreed reports whether all have answered, and the same.
func (r *Round) Agreed() bool {
	return r.Full() && r.Answers[0].Answer.Same(r.Answers[1].Answer)
}

// Disputed reports whether the round waits for somebody to rule between its answers.
func (r *Round) Disputed() bool { return r.Settled == nil && r.Full() && !r.Agreed() }

// Corrections are those that a person made on the way to an answer.
func (r *Round) Corrections(person string) []ascribe.Correction {
	var out []ascribe.Correction
	for _, d := range r.Drafts {
		if d.Person == person {
			out = append(out, *d.Correction)
		}
	}
	return out
}

// Fits refuses an entry that contradicts those on its statement, which come in their
// order.
func Fits(before []Entry, e *Entry) error {
	rounds := Rounds(before)
	r := Open(rounds, e.Statement)
	switch e.Kind {
	case Answered, Corrected:
		if r.By(e.Person) != nil {
			return unfit("this person answered the card before")
		}
		if r.Full() {
			return unfit("this card has two answers already")
		}
	case Settled:
		if !r.Full() {
			return unfit("this card was settled meanwhile")
		}
	case Undone:
		return undoable(rounds, e)
	}
	return nil
}

// undoable refuses to take back what does not stand, what is another's, and an answer
// that was compared with the other: whoever knows how the other answered has no second
// try.
func undoable(rounds []Round, undo *Entry) error {
	for i := range rounds {
		r := &rounds[i]
		for _, e := range append(slices.Clone(r.Drafts), r.Answers...) {
			if e.Seq == undo.Undoes && e.Person == undo.Person && !r.Full() {
				return nil
			}
		}
		last := i == len(rounds)-1
		if e := r.Settled; e != nil && e.Seq == undo.Undoes && e.Person == undo.Person && !e.Agreed && last {
			return nil
		}
	}
	return unfit("this answer can no longer be taken back: it was compared with the other, or is taken back already")
}

func unfit(why string) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", why), "go back to the review page; it shows what stands now")
}

// Votes are what the rounds say of agreement: those that two people answered.
func Votes(rounds []Round) []review.Vote {
	var out []review.Vote
	for i := range rounds {
		r := &rounds[i]
		if !r.Full() {
			continue
		}
		for _, e := range r.Answers {
			unit := r.Statement.String() + "/" + r.Answers[0].At.String()
			verdict := e.Answer.Act.String()
			if len(e.Answer.Corrections) > 0 {
				verdict = ascribe.Correct.String()
			}
			out = append(out, review.Vote{Unit: unit, Coder: e.Person, Said: review.Said{Slot: "answer", Value: verdict}})
			for _, s := range e.Answer.Says {
				out = append(out, review.Vote{Unit: unit, Coder: e.Person, Said: s})
			}
		}
	}
	return out
}

// Catches counts the planted errors that a person caught, of those that were caught
// or missed.
func Catches(entries []Entry, person string) (caught, of int) {
	for i := range entries {
		if e := &entries[i]; e.Kind == Planted && e.Person == person && e.Error.Outcome != Neither {
			of++
			if e.Error.Outcome == Caught {
				caught++
			}
		}
	}
	return caught, of
}
