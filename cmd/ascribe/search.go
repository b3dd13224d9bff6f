package main

import (
	"strings"

	"github.com/spf13/cobra"

	"ascribe/publish"
)

func (a *app) searchCommand() *cobra.Command {
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use:   "search WORD…",
		Short: "Find archived articles by their words",
		Example: `  ascribe search ferry terminal
  ascribe search --json --limit 50 suitcase`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	cmd.Flags().IntVar(&limit, "limit", 20, "how many at most")
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		hits, err := store.Search(cmd.Context(), strings.Join(words, " "), limit)
		if err != nil {
			return err
		}
		if asJSON {
			return publish.Hits(a.out, hits)
		}
		return publish.HitText(a.out, hits)
	}
	return cmd
}
