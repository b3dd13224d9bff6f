package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/publish"
)

func (a *app) versionsCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	cmd := &cobra.Command{
		Use:   "versions [ARTICLE]",
		Short: "Show how an article was changed or taken back, and all that rests on it",
		Long: `Prints the versions of an article that was captured more than once at its address,
with the sentences that went and came and the notices in it, and every statement of
every incident that rests on it: in its own words, in copies of it, and in what was
taken from it. ARTICLE is an address, the id of an input or of a document.

Without ARTICLE it lists the articles that were changed or taken back.`,
		Example: `  ascribe versions
  ascribe versions https://herald.example/port-maren-market
  ascribe versions courier-4 --as-of 2025-03-07 --json`,
		Args: args(cobra.MaximumNArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md, ascribe.versions/1)")
	pin.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		v, err := a.view(cmd.Context(), &pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		all := len(names) == 0
		if all {
			for _, id := range v.state.Changed() {
				names = append(names, id.String())
			}
		}
		for i, name := range names {
			h, err := v.state.Versions(name)
			if err == nil {
				err = a.printHistory(h, asJSON, i > 0)
			}
			if err != nil {
				return err
			}
		}
		if all && !asJSON {
			if len(names) > 0 {
				fmt.Fprintln(a.out)
			}
			_, err = fmt.Fprintf(a.out, "articles changed or taken back: %d\n", len(names))
		}
		return err
	}
	return cmd
}

// printHistory writes one article, after an empty line where others came before.
func (a *app) printHistory(h *ascribe.History, asJSON, more bool) error {
	if asJSON {
		return publish.VersionsJSON(a.out, h)
	}
	if more {
		fmt.Fprintln(a.out)
	}
	return publish.VersionsText(a.out, h)
}
