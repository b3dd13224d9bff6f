package main

import (
	"context"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/publish"
)

func (a *app) undoCommand() *cobra.Command {
	return a.decided(&cobra.Command{
		Use:   "undo DECISION",
		Short: "Take a decision back as if it had never been made",
		Long: `Enters that a decision no longer holds: the record is what it was without it. The
decision and its undoing stay in the ledger, and an undo may be undone itself.
"ascribe decisions" lists the ids.`,
		Example: `  ascribe undo dq3kq2m7dwxyz --reason "the wrong incident"`,
		Args:    args(cobra.ExactArgs(1)),
	}, func(given []string) (*ruling.Request, error) {
		return &ruling.Request{Act: ascribe.Undo, Undoes: given[0]}, nil
	})
}

func (a *app) decisionsCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "List what people decided, in order, and what still stands",
		Long: `Lists every decision of the ledger, undone ones and undos among them. One that
stands but is idle is about something that the current readings do not hold: a
better engine reads the article otherwise.`,
		Example: "  ascribe decisions --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		v, err := a.view(cmd.Context(), &pinFlags{})
		if err != nil {
			return err
		}
		defer v.store.Close()
		all, err := decisions(cmd.Context(), v.store)
		if err != nil {
			return err
		}
		shown := publish.DecisionsOf(all, v.state.Missing)
		if asJSON {
			return publish.DecisionsJSON(a.out, shown)
		}
		return publish.DecisionTable(a.out, shown)
	}
	return cmd
}

// decisions lists the decisions of a ledger in order, undos among them.
func decisions(ctx context.Context, ledger ascribe.Ledger) ([]ascribe.Decision, error) {
	var all []ascribe.Decision
	for line, err := range ledger.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return nil, err
		}
		if d := line.Entry.Decision; d != nil {
			all = append(all, *d)
		}
	}
	return all, nil
}
