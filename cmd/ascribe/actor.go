package main

import (
	"github.com/spf13/cobra"

	"ascribe/publish"
)

func (a *app) actorCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	cmd := &cobra.Command{
		Use:   "actor ACTOR",
		Short: "Print what is on record of one actor: names, relations over time, incidents by position",
		Long: `Prints the names under which articles write an actor and how often, its kind and
countries, how it stands to others over time, and what sources say of its part in
each incident. What articles tell and what the register has are told apart; each
relation that is told names who says so. Names that only look like another
actor's are questions: merge the two, or keep them apart with split.

ACTOR is an id or a name. With --as-of the register's relations that had not begun
by then are left out; with --known-at it is the desk's register of that moment.`,
		Example: `  ascribe actor "Maran Liberation Front"
  ascribe actor isis --as-of 2015-12-31 --json`,
		Args: args(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as a JSON object (docs/formats.md, ascribe.actor/1)")
	pin.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		v, err := a.view(cmd.Context(), &pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		register, _, err := a.register(v.pins.KnownAt)
		if err != nil {
			return err
		}
		r, err := v.state.ActorRecord(names[0], register.Actors())
		if err != nil {
			return err
		}
		if asJSON {
			return publish.ActorJSON(a.out, r)
		}
		return publish.ActorText(a.out, r)
	}
	return cmd
}
