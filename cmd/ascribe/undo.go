package main

import (
	"context"

	"github.com/spf13/cobra"

	"ascribe"
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
	}, func(ctx context.Context, v *view, given []string) (ascribe.Decision, string, error) {
		all, err := entered(ctx, v.store)
		if err != nil {
			return ascribe.Decision{}, "", err
		}
		for _, d := range all {
			if d.ID != given[0] {
				continue
			}
			if !d.Standing {
				return ascribe.Decision{}, "", ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "decision %s is undone already", d.ID), "to make it hold again, undo what undid it; ascribe decisions lists both")
			}
			return ascribe.Decision{Act: ascribe.Undo, Undoes: d.ID}, "undone: " + d.Act.String() + " " + d.ID, nil
		}
		return ascribe.Decision{}, "", ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no decision %q", given[0]), "ascribe decisions lists them")
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
		all, err := entered(cmd.Context(), v.store)
		if err != nil {
			return err
		}
		for i := range all {
			if all[i].Standing {
				all[i].Missing = v.state.Missing(&all[i].Decision)
			}
		}
		if asJSON {
			return publish.DecisionsJSON(a.out, all)
		}
		return publish.DecisionTable(a.out, all)
	}
	return cmd
}

// entered lists the decisions of a ledger in order, undos among them.
func entered(ctx context.Context, ledger ascribe.Ledger) ([]publish.Decision, error) {
	var all []ascribe.Decision
	for line, err := range ledger.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return nil, err
		}
		if d := line.Entry.Decision; d != nil {
			all = append(all, *d)
		}
	}
	undone := ascribe.Undone(all)
	out := make([]publish.Decision, len(all))
	for i, d := range all {
		out[i] = publish.Decision{Decision: d, Standing: !undone[d.ID]}
	}
	return out, nil
}
