// Package ruling makes a decision of what a person asks for by ids and names: the same
// for whoever asks, on the command line or through the API.
package ruling

import (
	"fmt"

	"ascribe"
	"ascribe/reconcile"
	"ascribe/review"
)

// A Request is what a person would have ruled. Each act has fields of its own.
type Request struct {
	Act ascribe.Act

	Of    Ends     // of merge and split: what Names are
	Names []string // of merge: the first stands for all; of split: see Ends

	Statements []string // of accept and reject: ids, or the beginnings of them
	Rate       string   // how reliable the source is and how credible what it says: B2

	Statement string // of correct
	Slot      string // see review.Slots
	Value     string // "none" strikes it
	Incident  string // which, where the statement tells of several
	Actor     string // whose part, where it blames several
	Words     string // of its sentence, on which the value rests
	Gazetteer string // the id of the place, where several have the name

	Code Code // of code, with Slot and Value

	Undoes string // of undo
}

// Ends is what a merge or a split is about.
type Ends string

// Ends of merges and splits.
const (
	Incidents Ends = ""          // merge: incidents; split: an incident, and the articles that tell of another
	Apart     Ends = "incidents" // split: incidents that are each another
	Actors    Ends = "actors"    // merge: actors; split: actors that are each another
	Actor     Ends = "actor"     // split: an actor, and the articles that mention another
	Origins   Ends = "origins"   // merge: articles that count once; split: articles that are reporting of their own
)

// A Gazetteer finds a place by its name, and by its id where several have that name.
type Gazetteer func(name, id string) (*ascribe.Place, error)

// A Desk is what a person rules on: what stands now.
type Desk struct {
	State    *reconcile.State
	Register func() ([]ascribe.Actor, error)
	Document func(ascribe.DocumentID) (*ascribe.Document, error) // with its text
	Place    Gazetteer
	Entered  func() ([]ascribe.Decision, error) // every decision of the ledger, in order
}

// Rule makes a decision, without its author, its reason and its moment, and says in
// words what it does.
func (d *Desk) Rule(r *Request) (ascribe.Decision, string, error) {
	switch r.Act {
	case ascribe.Merge:
		return d.merge(r)
	case ascribe.Split:
		return d.split(r)
	case ascribe.Accept, ascribe.Reject:
		return d.verdict(r)
	case ascribe.Correct:
		return d.correct(r)
	case ascribe.Code:
		return d.code(r)
	case ascribe.Undo:
		return d.undo(r)
	}
	return ascribe.Decision{}, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no act is given"), "one of: merge, split, accept, reject, correct, code, undo")
}

func (d *Desk) verdict(r *Request) (ascribe.Decision, string, error) {
	out := ascribe.Decision{Act: r.Act}
	if len(r.Statements) == 0 {
		return out, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "to %s takes statements", r.Act), "name one by its id, as the record has it")
	}
	for _, id := range r.Statements {
		said, err := d.State.Statement(id)
		if err != nil {
			return out, "", err
		}
		out.Statements = append(out.Statements, said.Statement.ID)
	}
	var err error
	out.Credibility, err = review.Rating(r.Rate)
	return out, fmt.Sprintf("%s: %d statements", r.Act, len(out.Statements)), err
}

func (d *Desk) undo(r *Request) (ascribe.Decision, string, error) {
	all, err := d.Entered()
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	undone := ascribe.Undone(all)
	for _, e := range all {
		if e.ID != r.Undoes {
			continue
		}
		if undone[e.ID] {
			return ascribe.Decision{}, "", ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "decision %s is undone already", e.ID), "to make it hold again, undo what undid it; ascribe decisions lists both")
		}
		return ascribe.Decision{Act: ascribe.Undo, Undoes: e.ID}, "undone: " + e.Act.String() + " " + e.ID, nil
	}
	return ascribe.Decision{}, "", ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no decision %q", r.Undoes), "ascribe decisions lists them")
}

// articles finds the documents that names lead to.
func (d *Desk) articles(names []string) ([]ascribe.DocumentID, error) {
	var out []ascribe.DocumentID
	for _, name := range names {
		id, err := d.State.Article(name)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}

// actors finds the actors that names lead to, those of the register among them.
func (d *Desk) actors(names []string) ([]ascribe.ActorRef, error) {
	register, err := d.Register()
	if err != nil {
		return nil, err
	}
	var out []ascribe.ActorRef
	for _, name := range names {
		ref, err := d.State.ActorAmong(name, register)
		if err != nil {
			return nil, err
		}
		out = append(out, ref)
	}
	return out, nil
}

// few reports an error where too few names are given.
func (r *Request) few(least int, what string) error {
	if len(r.Names) >= least {
		return nil
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "to %s takes %s", r.Act, what), "name them by their ids")
}
