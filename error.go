package ascribe

import (
	"errors"
	"fmt"
)

// Kind is the class of an error, as far as a caller can act on it.
type Kind uint8

// Kinds of error.
const (
	Internal Kind = iota // a bug or a broken machine; the user sees no detail
	Invalid              // the input cannot be right
	NotFound
	Conflict  // it contradicts what is already recorded
	Forbidden // not allowed
	Later     // try again
)

// Error is an error a user may read. Its message names the input and the
// place, and Hint says what to do.
type Error struct {
	Kind Kind
	Err  error  // the message, with its causes wrapped inside
	Hint string // what to do, a sentence; may be empty
}

// Error returns the message with its causes.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf builds an Error of kind k. A %w verb keeps the cause.
func Errorf(k Kind, format string, a ...any) error {
	return &Error{Kind: k, Err: fmt.Errorf(format, a...)}
}

// WithHint returns err with the advice that ends it: what the user can do.
func WithHint(err error, hint string) error {
	return &Error{Kind: KindOf(err), Err: err, Hint: hint}
}

// HintOf returns the first hint in err's tree, or "".
func HintOf(err error) string {
	var e *Error
	for errors.As(err, &e) {
		if e.Hint != "" {
			return e.Hint
		}
		err = e.Err
	}
	return ""
}

// KindOf returns the kind of the first Error in err's tree, or Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
