package main

import (
	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
)

func (a *app) mergeCommand() *cobra.Command {
	var actors, origins bool
	cmd := &cobra.Command{
		Use:   "merge INCIDENT INCIDENT…",
		Short: "Rule that incidents, actors or origins are one",
		Long: `Enters that the incidents are one. Every statement stays where its article put
it, all ids go on leading to the one incident, and undo takes them apart again.

With --actors the arguments are actors (ids or names): the first stands for all.
With --origins they are articles that are one piece of reporting and count once.`,
		Example: `  ascribe merge i3kq2m7d i9xw4tbn --reason "both tell of the ferry at dawn"
  ascribe merge --actors maran-front "Front of Maran" --reason "one group, two translations"`,
		Args: args(cobra.MinimumNArgs(2)),
	}
	cmd.Flags().BoolVar(&actors, "actors", false, "the arguments are actors")
	cmd.Flags().BoolVar(&origins, "origins", false, "the arguments are articles of one origin")
	cmd.MarkFlagsMutuallyExclusive("actors", "origins")
	return a.decided(cmd, func(given []string) (*ruling.Request, error) {
		r := &ruling.Request{Act: ascribe.Merge, Names: given}
		switch {
		case actors:
			r.Of = ruling.Actors
		case origins:
			r.Of = ruling.Origins
		}
		return r, nil
	})
}
