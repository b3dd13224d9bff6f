package main

import (
	"github.com/spf13/cobra"

	"ascribe/publish"
)

func (a *app) incidentsCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	var policy policyFlag
	cmd := &cobra.Command{
		Use:   "incidents",
		Short: "List the incidents, each with its documents, origins, date, place and toll",
		Example: `  ascribe incidents
  ascribe incidents --json --as-of 2025-03-08
  ascribe incidents --policy ucdp`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	pin.add(cmd)
	policy.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		v, err := a.view(cmd.Context(), &pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		records, err := policy.under(v.state.Incidents()...)
		if err != nil {
			return err
		}
		if asJSON {
			return publish.Incidents(a.out, records)
		}
		return publish.IncidentTable(a.out, records)
	}
	return cmd
}
