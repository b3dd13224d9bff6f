// Package coding keeps what people answer to cards that are there to measure: those
// that two people code unseen by each other, and those with a planted error. It stands
// beside the ledger and is no part of the record, which changes by decisions alone.
package coding

import (
	"context"
	"time"

	"ascribe"
	"ascribe/review"
)

// Kind is what an entry of a sheet is.
type Kind string

// Kinds of entries.
const (
	Corrected Kind = "corrected" // a value, on the way to an answer
	Answered  Kind = "answered"  // a card that is coded doubly
	Settled   Kind = "settled"   // two answers to one card came to a ruling, and a new round may begin
	Planted   Kind = "planted"   // an error, and what came of it
	Undone    Kind = "undone"    // an earlier entry
)

// An Entry is one line of a sheet. It is appended, never edited.
type Entry struct {
	Seq       int64
	Kind      Kind
	Statement ascribe.StatementID
	Incident  ascribe.IncidentID
	Person    string // the account of who made it; "" on a machine without accounts
	Name      string // as authors are named
	At        time.Time
	Body
}

// A Body is what an entry says, each kind its own part of it.
type Body struct {
	Note       string              `json:"note,omitempty"`
	Correction *ascribe.Correction `json:"correction,omitempty"` // of Corrected
	Answer     *review.Answer      `json:"answer,omitempty"`     // of Answered; of Settled the ruling
	Decisions  []string            `json:"decisions,omitempty"`  // of Settled: what was entered in the ledger
	Agreed     bool                `json:"agreed,omitempty"`     // of Settled: both had answered the same
	Error      *Error              `json:"error,omitempty"`      // of Planted
	Undoes     int64               `json:"undoes,omitempty"`     // of Undone: the number of the entry
}

// An Error is a planted one, and what came of it.
type Error struct {
	Slot    string      `json:"slot"`
	True    review.Said `json:"true"`
	False   review.Said `json:"false"`
	Outcome Outcome     `json:"outcome"`
}

// Outcome is what came of a planted error.
type Outcome string

// Outcomes. Who skips, or corrects something else, neither caught nor missed it.
const (
	Caught  Outcome = "caught"
	Missed  Outcome = "missed"
	Neither Outcome = "neither"
)

// A Query narrows what is read of a sheet. The zero Query reads all of it.
type Query struct {
	Statements []ascribe.StatementID // of these alone; nil is all
	Kinds      []Kind                // of these alone; nil is all
	Pending    bool                  // of those alone that have entries since they were last settled
}

// A Sheet keeps the entries of one store.
type Sheet interface {
	// Salt is the key of the store by which cards are drawn. It never leaves it.
	Salt(ctx context.Context) ([]byte, error)
	// Code appends an entry and sets its number. A third answer to a card in one round,
	// a second one by the same person, a second settlement, and one of what is undone or
	// missing are Conflict.
	Code(ctx context.Context, e *Entry) error
	// Coded returns the entries of a query in their order.
	Coded(ctx context.Context, q Query) ([]Entry, error)
	// Coder notes that a person decides on cards of the store.
	Coder(ctx context.Context, person, name string, now time.Time) error
	// Coders is how many do.
	Coders(ctx context.Context) (int, error)
}
