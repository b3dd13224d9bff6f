package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
)

func (a *app) splitCommand() *cobra.Command {
	var actor, actors, origin, incidents bool
	cmd := &cobra.Command{
		Use:   "split INCIDENT ARTICLE…",
		Short: "Rule that some articles tell of another incident, actor or origin",
		Long: `Takes what the articles tell out of the incident, into one of its own. An article
is named by the id of its input, its address or its document. No later article
joins the two again; undo does.

With --incidents the arguments are incidents that may seem one and are not: no
question is asked of them again, and no later article joins them.
With --actor the first argument is an actor, and the one that the articles mention
is another. With --actors the arguments are actors that look like one another and
are not the same: no question is asked of them again, and a merge of the two ends.
With --origin all arguments are articles, and they are a piece of
reporting apart from those that they are held to be copies of.`,
		Example: `  ascribe split i3kq2m7d courier-4 --reason "the second blast, at the depot"
  ascribe split --incidents i3kq2m7d ib4x7qmz --reason "two bombs, an hour apart"
  ascribe split --actors maran-front maran-frontier --reason "a club of that name"
  ascribe split --origin courier-4 --reason "own reporter on the spot"`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().BoolVar(&incidents, "incidents", false, "the arguments are incidents, each another")
	cmd.Flags().BoolVar(&actor, "actor", false, "the first argument is an actor")
	cmd.Flags().BoolVar(&actors, "actors", false, "the arguments are actors, each another")
	cmd.Flags().BoolVar(&origin, "origin", false, "the arguments are articles of one origin")
	cmd.MarkFlagsMutuallyExclusive("incidents", "actor", "actors", "origin")
	return a.decided(cmd, func(given []string) (*ruling.Request, error) {
		if !origin && len(given) < 2 {
			if incidents {
				return nil, usageError{fmt.Errorf("to keep incidents apart takes two of them")}
			}
			return nil, usageError{fmt.Errorf("to split takes the articles that go")}
		}
		r := &ruling.Request{Act: ascribe.Split, Names: given}
		switch {
		case incidents:
			r.Of = ruling.Apart
		case actors:
			r.Of = ruling.Actors
		case actor:
			r.Of = ruling.Actor
		case origin:
			r.Of = ruling.Origins
		}
		return r, nil
	})
}
