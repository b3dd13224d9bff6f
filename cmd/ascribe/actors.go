package main

import (
	"github.com/spf13/cobra"

	"ascribe/publish"
)

func (a *app) actorsCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	cmd := &cobra.Command{
		Use:   "actors",
		Short: "List the actors, where each stands and how they relate",
		Long: `Lists the actors that the articles name: organisations, forces, and people whom the
register has for their office. "ascribe actor" prints one of them.`,
		Example: "  ascribe actors --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	pin.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		v, err := a.view(cmd.Context(), &pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		if asJSON {
			return publish.Actors(a.out, v.state.Actors())
		}
		return publish.ActorTable(a.out, v.state.Actors())
	}
	cmd.AddCommand(a.actorsImport(), a.actorsTable(), a.actorsFind(), a.actorsWithdraw())
	return cmd
}
