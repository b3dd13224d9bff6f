package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/publish"
	"ascribe/reconcile"
)

func (a *app) rereadCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "reread",
		Short: "Read all stored articles with this version and these places, and say what changed",
		Long: `Reads every stored article that this engine has not read: after an update of the
program or an import of places. The older readings stay in the ledger, what people
decided stands, and what changed in the record is printed as "ascribe diff" does.

An interrupted run is finished by giving the same command again.`,
		Example: "  ascribe reread",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "the changes as one JSON object a line (docs/formats.md)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) (err error) {
		x, err := a.extractor()
		if err != nil {
			return err
		}
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, store.Close()) }()
		before, err := fold(cmd.Context(), store, ascribe.Pins{})
		if err != nil {
			return err
		}
		bar := a.newProgress("reading again", 0)
		line := pipeline.Pipeline{Store: store, Extractor: x, Progress: func(r pipeline.Result) {
			bar.to(int64(r.Added), int64(r.Added+r.Left), "articles")
		}}
		res, err := line.Reread(cmd.Context())
		bar.end()
		fmt.Fprintf(a.err, "ascribe: %d articles read again, %d read by this engine already\n", res.Added, res.Known)
		if err != nil {
			return err
		}
		after, err := fold(cmd.Context(), store, ascribe.Pins{})
		if err != nil {
			return err
		}
		if asJSON {
			return publish.DiffJSON(a.out, reconcile.Diff(before, after))
		}
		return publish.DiffText(a.out, reconcile.Diff(before, after))
	}
	return cmd
}
