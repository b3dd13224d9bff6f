package sqlite

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"ascribe"
)

// explain says what an error of SQLite means for somebody who was about to do
// something with the store. Errors of the house are returned as they are.
func (d *database) explain(err error, doing string) error {
	var ours *ascribe.Error
	if err == nil || errors.As(err, &ours) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	kind, what, hint := ascribe.Internal, "", ""
	switch code(err) {
	case sqlite3.SQLITE_NOTADB:
		kind, what, hint = ascribe.Invalid, "it is not a SQLite database", "name the file that ascribe made, or a new one"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		kind, what, hint = ascribe.Later, "another process has been writing to it for long", "wait until that one is done, then try again"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		kind, what, hint = ascribe.Forbidden, "it cannot be written", "give yourself the right to write the file and its directory, or choose another path"
	case sqlite3.SQLITE_FULL:
		what, hint = "the disk is full", "free some space, then run it again: nothing was entered"
	case sqlite3.SQLITE_IOERR:
		what, hint = "the disk failed", "check the disk and the kernel's log, start again, and run: ascribe check"
	case sqlite3.SQLITE_CORRUPT:
		what, hint = "the file is damaged", "run: ascribe check; then restore the file from a backup"
	default:
		return ascribe.Errorf(kind, "cannot %s %s: %w", doing, d.path, err)
	}
	return ascribe.WithHint(ascribe.Errorf(kind, "cannot %s %s: %s: %w", doing, d.path, what, err), hint)
}

// code returns the primary result code of SQLite in err, or 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// stop notes a failure of the disk under a transaction: what the kernel could
// not write it may have dropped, so the store writes nothing more.
func (d *database) stop(err error) error {
	if c := code(err); c == sqlite3.SQLITE_IOERR || c == sqlite3.SQLITE_CORRUPT {
		told := d.explain(err, "write to")
		d.broken.CompareAndSwap(nil, &told)
	}
	return d.explain(err, "write to")
}
