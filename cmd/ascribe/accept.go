package main

import (
	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/review"
)

func (a *app) acceptCommand() *cobra.Command {
	return a.verdictCommand(ascribe.Accept, &cobra.Command{
		Use:   "accept STATEMENT…",
		Short: "Rule that statements are read rightly",
		Long: `Enters that the statements say what the machine read in them, and with --rate how
reliable the source is (A to F) and how credible what it says (1 to 6), on the
Admiralty scale. The decision holds for every later reading that finds them.`,
		Example: `  ascribe accept 9f31c2 --rate B2 --reason "checked against the ministry's transcript"`,
		Args:    args(cobra.MinimumNArgs(1)),
	})
}

func (a *app) rejectCommand() *cobra.Command {
	return a.verdictCommand(ascribe.Reject, &cobra.Command{
		Use:   "reject STATEMENT…",
		Short: "Rule that statements are misread; nothing rests on them any more",
		Long: `Enters that the statements do not say what the machine read in them. No value
rests on them any more; what rested on them alone is gone from the record, and
comes back with undo.`,
		Example: `  ascribe reject 9f31c2 --reason "the minister speaks of another bombing"`,
		Args:    args(cobra.MinimumNArgs(1)),
	})
}

func (a *app) verdictCommand(act ascribe.Act, cmd *cobra.Command) *cobra.Command {
	var rate string
	cmd.Flags().StringVar(&rate, "rate", "", "reliability of the source and credibility of what it says: B2")
	return a.decided(cmd, func(given []string) (*ruling.Request, error) {
		if _, err := review.Rating(rate); err != nil {
			return nil, usageError{err}
		}
		return &ruling.Request{Act: act, Statements: given, Rate: rate}, nil
	})
}
