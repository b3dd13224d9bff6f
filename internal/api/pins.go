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

// moment reads the time that a parameter gives.
func moment(name, s string) (time.Time, error) {
	at, err := ascribe.ParseMoment(s)
	if err != nil {
		err = ascribe.WithHint(ascribe.Errorf(ascribe.KindOf(err), "%s %w", name, err), ascribe.HintOf(err))
	}
	return at, err
}
