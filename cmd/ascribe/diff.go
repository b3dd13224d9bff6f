package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/sqlite"
	"ascribe/publish"
	"ascribe/reconcile"
)

func (a *app) diffCommand() *cobra.Command {
	var from, to string
	var known, asJSON bool
	cmd := &cobra.Command{
		Use:   "diff --from TIME [--to TIME]",
		Short: "Say what changed in the record between two moments",
		Long: `Compares what had been published by one moment with what had been by another
(default: now): incidents that appeared, were joined, parted or are gone, and of the
others each value that is another.

With --known it compares what stood in this ledger at the two moments: new articles,
decisions and readings alike.`,
		Example: `  ascribe diff --from 2025-03-07 --to 2025-03-08
  ascribe diff --from 2025-03-07 --known --json`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().StringVar(&from, "from", "", "the earlier moment (2025-03-08 is the end of that day, or RFC 3339)")
	cmd.Flags().StringVar(&to, "to", "", "the later moment (default: now)")
	cmd.Flags().BoolVar(&known, "known", false, "compare what stood in the ledger, not what had been published")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if from == "" {
			return usageError{fmt.Errorf("from when? give --from, a day or a time")}
		}
		earlier, err := pinnedAt("--from", from, known)
		if err != nil {
			return err
		}
		later, err := pinnedAt("--to", to, known)
		if err != nil {
			return err
		}
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		changes, err := changed(cmd.Context(), store, earlier, later)
		if err != nil {
			return err
		}
		if asJSON {
			return publish.DiffJSON(a.out, changes)
		}
		return publish.DiffText(a.out, changes)
	}
	return cmd
}

// pinnedAt reads one moment of a comparison.
func pinnedAt(flag, s string, known bool) (ascribe.Pins, error) {
	at, err := moment(flag, s)
	if known {
		return ascribe.Pins{KnownAt: at}, err
	}
	return ascribe.Pins{AsOf: at}, err
}

// changed folds a store twice and compares.
func changed(ctx context.Context, store *sqlite.Store, earlier, later ascribe.Pins) ([]ascribe.Change, error) {
	before, err := fold(ctx, store, earlier)
	if err != nil {
		return nil, err
	}
	after, err := fold(ctx, store, later)
	if err != nil {
		return nil, err
	}
	return reconcile.Diff(before, after), nil
}
