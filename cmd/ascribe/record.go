package main

import (
	"github.com/spf13/cobra"

	"ascribe/pipeline"
	"ascribe/publish"
)

func (a *app) recordCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	var policy policyFlag
	cmd := &cobra.Command{
		Use:   "record INCIDENT",
		Short: "Print what the sources say of one incident, now or at any past moment",
		Long: `Prints the record of an incident: what is contested, who says who did it, the
tolls as they changed, the sources by origin. INCIDENT is an id that
"ascribe incidents" prints, or the beginning of one; an id stays good when
incidents are joined.

--as-of holds only what had been published by a time (what the public could
know), --known-at only what stood in this ledger by then (what this desk knew).

Every toll is shown by every policy; --policy says which stands first:
` + policyHelp() + `

A policy in an older version (--policy acled/1) gives the figure that was given
before the rule was changed.`,
		Example: `  ascribe record i3kq2m7d
  ascribe record i3kq2m7d --as-of 2025-03-07 --json
  ascribe record i3kq2m7d --policy acled`,
		Args: args(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as a JSON object (docs/formats.md, ascribe.record/1)")
	pin.add(cmd)
	policy.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, ids []string) error {
		pins, err := pin.pins()
		if err != nil {
			return err
		}
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		r, err := pipeline.Record(cmd.Context(), store, pins, ids[0])
		if err != nil {
			return err
		}
		shown, err := policy.under(r)
		if err != nil {
			return err
		}
		if asJSON {
			return publish.RecordJSON(a.out, shown[0])
		}
		return publish.RecordText(a.out, shown[0])
	}
	return cmd
}
