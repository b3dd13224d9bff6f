package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
)

// pinFlags are --as-of and --known-at.
type pinFlags struct{ asOf, knownAt string }

func (p *pinFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.asOf, "as-of", "", "hold only what had been published by this time (2025-03-08, or RFC 3339)")
	cmd.Flags().StringVar(&p.knownAt, "known-at", "", "hold only what stood in the ledger by this time")
}

// none reports whether the view is taken now.
func (p *pinFlags) none() bool { return *p == pinFlags{} }

func (p *pinFlags) pins() (ascribe.Pins, error) {
	asOf, err := moment("--as-of", p.asOf)
	if err != nil {
		return ascribe.Pins{}, err
	}
	knownAt, err := moment("--known-at", p.knownAt)
	return ascribe.Pins{AsOf: asOf, KnownAt: knownAt}, err
}

// moment reads a time; a bare date means the end of its day, UTC.
func moment(flag, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC(), nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Nanosecond), nil
	}
	return time.Time{}, usageError{fmt.Errorf("%s %q is no time; write 2025-03-08 (the end of that day, UTC) or 2025-03-08T14:30:00Z", flag, s)}
}
