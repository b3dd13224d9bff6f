package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/review"
)

func (a *app) reviewCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List what a person should look at next, and why",
		Long: `Lists the incidents that most need a person: what sources disagree on, deaths
that one origin alone tells of, what no source gives.`,
		Example: "  ascribe review --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: incident, title, need, why")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		v, err := a.view(cmd.Context(), &pinFlags{})
		if err != nil {
			return err
		}
		defer v.store.Close()
		for _, i := range review.Queue(v.state.Incidents()) {
			if err := a.printItem(i, asJSON); err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

func (a *app) printItem(i review.Item, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(a.out).Encode(i)
	}
	_, err := fmt.Fprintf(a.out, "%s  %s\n", i.Incident, i.Title)
	for _, r := range i.Why {
		if err == nil {
			_, err = fmt.Fprintf(a.out, "  %s\n", r.Words)
		}
	}
	return err
}
