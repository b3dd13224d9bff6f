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

// moment reads the time that a flag gives.
func moment(flag, s string) (time.Time, error) {
	at, err := ascribe.ParseMoment(s)
	if err != nil {
		err = usageError{fmt.Errorf("%s %w; %s", flag, err, ascribe.HintOf(err))}
	}
	return at, err
}
