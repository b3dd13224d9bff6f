package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ledger"
)

func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Prove the store: every blob, every anchor, every line of the log",
		Long: `Hashes every archived file and document again, compares every anchor with the
words it quotes, and every line of the ledger with its leaf in the log. Exits
with 1 when anything is wrong and lists it.`,
		Example: "  ascribe check --db ferry.db",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as a JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		bar := a.newProgress("checking", 0)
		report, err := store.Check(cmd.Context(), func(done, total int64) { bar.to(done, total, "lines") })
		bar.end()
		if err != nil {
			return err
		}
		if asJSON {
			err = json.NewEncoder(a.out).Encode(report)
		} else {
			err = printAudit(a.out, &report)
		}
		if err == nil && !report.Sound() {
			err = ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%d problems found in %s", len(report.Problems), a.db),
				"restore the store and its archive from a backup; ascribe rebuild mends projections only")
		}
		return err
	}
	return cmd
}

// printAudit writes what was proved, and everything that is wrong.
func printAudit(w io.Writer, r *ledger.Report) error {
	_, err := fmt.Fprintf(w, "%d lines, %d documents, %d archived files and %d texts hashed; %d of %d anchors exact; root %x\n",
		r.Lines, r.Documents, r.RawBlobs, r.Texts, r.Anchors.Exact, r.Anchors.Checked, r.Head.Root)
	for _, p := range r.Problems {
		if err == nil {
			_, err = fmt.Fprintf(w, "wrong: %s\n", p)
		}
	}
	return err
}
