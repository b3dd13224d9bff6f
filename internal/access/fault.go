package access

import (
	"errors"

	"ascribe"
)

// Fault is what is wrong with something that a person typed, for pages to say in the
// language of their reader.
type Fault string

// Faults.
const (
	BadName        Fault = "name"
	BadLogin       Fault = "login"
	BadEmail       Fault = "email"
	BadCase        Fault = "case"
	BadTitle       Fault = "title"
	ShortPassword  Fault = "short"
	LongPassword   Fault = "long"
	CommonPassword Fault = "common"
	PlainPassword  Fault = "plain"
	OwnPassword    Fault = "own"
	NameTaken      Fault = "taken.name"
	LoginTaken     Fault = "taken.login"
	CaseTaken      Fault = "taken.case"
	LinkOver       Fault = "link"
	LastAdmin      Fault = "last"
	Busy           Fault = "busy"
	Twice          Fault = "again"
	WrongPassword  Fault = "wrong"
	NoReason       Fault = "why"
)

// Faults lists the faults.
func Faults() []Fault {
	return []Fault{BadName, BadLogin, BadEmail, BadCase, BadTitle, ShortPassword, LongPassword, CommonPassword, PlainPassword, OwnPassword,
		NameTaken, LoginTaken, CaseTaken, LinkOver, LastAdmin, Busy, Twice, WrongPassword, NoReason}
}

type refusal struct {
	error
	fault Fault
}

// Unwrap returns the error in words.
func (r *refusal) Unwrap() error { return r.error }

// Refuse is the error of a fault: its kind, and in words what is wrong and what to do.
func Refuse(f Fault, kind ascribe.Kind, wrong, do string) error {
	return &refusal{ascribe.WithHint(ascribe.Errorf(kind, "%s", wrong), do), f}
}

// FaultOf returns the fault that an error tells of, or "".
func FaultOf(err error) Fault {
	var r *refusal
	if errors.As(err, &r) {
		return r.fault
	}
	return ""
}
