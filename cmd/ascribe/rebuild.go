package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/reconcile"
)

func (a *app) rebuildCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rebuild",
		Short: "Make every list and index again from the ledger and the archive",
		Long: `Drops what is computed (the article list, the search index, the keys by which
incidents find each other) and makes it again from the ledger and the archive.
The digest is the same afterwards unless something was damaged.`,
		Example: "  ascribe rebuild --db ferry.db",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := a.store(cmd.Context(), mustExist)
			if err != nil {
				return err
			}
			defer store.Close()
			before, err := store.Digest(cmd.Context())
			if err != nil {
				return err
			}
			bar := a.newProgress("rebuilding", 0)
			err = store.Rebuild(cmd.Context(), reconcile.Filing, func(done, total int64) { bar.to(done, total, "lines") })
			bar.end()
			if err != nil {
				return err
			}
			after, err := store.Digest(cmd.Context())
			if err != nil {
				return err
			}
			verdict := "as before"
			if before != after {
				verdict = "before it was " + before
			}
			_, err = fmt.Fprintf(a.out, "rebuilt; digest %s (%s)\n", after, verdict)
			return err
		},
	}
}
