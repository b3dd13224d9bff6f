package api

import (
	"time"

	"ascribe"
)

// Pinned is the part of a request that says as of when.
type Pinned struct {
	AsOf    string `query:"as_of" doc:"hold only what had been published by this time: 2025-03-08 (the end of that day, UTC) or RFC 3339"`
	KnownAt string `query:"known_at" doc:"hold only what stood in the ledger by this time"`
}

func (p *Pinned) pins() (ascribe.Pins, error) {
	asOf, err := moment("as_of", p.AsOf)
	if err != nil {
		return ascribe.Pins{}, err
	}
	knownAt, err := moment("known_at", p.KnownAt)
	return ascribe.Pins{AsOf: asOf, KnownAt: knownAt}, err
}

// moment reads a time; a bare date means the end of its day, UTC.
func moment(name, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC(), nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Nanosecond), nil
	}
	return time.Time{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s %q is no time", name, s), "write 2025-03-08 (the end of that day, UTC) or 2025-03-08T14:30:00Z")
}
