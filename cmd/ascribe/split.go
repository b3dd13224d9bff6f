package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/reconcile"
	"ascribe/review"
)

func (a *app) splitCommand() *cobra.Command {
	var actor, actors, origin bool
	cmd := &cobra.Command{
		Use:   "split INCIDENT ARTICLE…",
		Short: "Rule that some articles tell of another incident, actor or origin",
		Long: `Takes what the articles tell out of the incident, into one of its own. An article
is named by the id of its input, its address or its document. No later article
joins the two again; undo does.

With --actor the first argument is an actor, and the one that the articles mention
is another. With --actors the arguments are actors that look like one another and
are not the same: no question is asked of them again, and a merge of the two ends.
With --origin all arguments are articles, and they are a piece of
reporting apart from those that they are held to be copies of.`,
		Example: `  ascribe split i3kq2m7d courier-4 --reason "the second blast, at the depot"
  ascribe split --actors maran-front maran-frontier --reason "a club of that name"
  ascribe split --origin courier-4 --reason "own reporter on the spot"`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().BoolVar(&actor, "actor", false, "the first argument is an actor")
	cmd.Flags().BoolVar(&actors, "actors", false, "the arguments are actors, each another")
	cmd.Flags().BoolVar(&origin, "origin", false, "the arguments are articles of one origin")
	cmd.MarkFlagsMutuallyExclusive("actor", "actors", "origin")
	return a.decided(cmd, func(_ context.Context, v *view, given []string) (ascribe.Decision, string, error) {
		if !origin && len(given) < 2 {
			return ascribe.Decision{}, "", usageError{fmt.Errorf("to split takes the articles that go")}
		}
		split := splitIncident
		switch {
		case actors:
			split = a.splitActors
		case actor:
			split = splitActor
		case origin:
			split = splitOrigin
		}
		return split(v.state, given)
	})
}

func splitIncident(s *reconcile.State, given []string) (ascribe.Decision, string, error) {
	r, err := s.Incident(given[0])
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	docs, err := articles(s, given[1:])
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	pairs, err := review.SplitIncident(r, docs)
	return ascribe.Decision{Act: ascribe.Split, Pairs: pairs}, fmt.Sprintf("%d of %d articles tell of another incident", len(docs), len(r.Documents)), err
}

func splitOrigin(s *reconcile.State, given []string) (ascribe.Decision, string, error) {
	docs, err := articles(s, given)
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	origin := s.OriginOf(docs[0])
	pairs, err := review.SplitOrigin(origin, docs)
	return ascribe.Decision{Act: ascribe.Split, Pairs: pairs}, fmt.Sprintf("%d of %d articles are reporting of their own", len(docs), len(origin)), err
}

func splitActor(s *reconcile.State, given []string) (ascribe.Decision, string, error) {
	ref, err := s.Actor(given[0])
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	docs, err := articles(s, given[1:])
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	pairs, err := review.SplitActor(ref, s.Mentions(ref.ID, docs))
	return ascribe.Decision{Act: ascribe.Split, Pairs: pairs}, fmt.Sprintf("%s is another actor in %d articles", ref.Name, len(docs)), err
}

func (a *app) splitActors(s *reconcile.State, given []string) (ascribe.Decision, string, error) {
	register, _, err := a.register(time.Time{})
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	var ids []string
	for _, name := range given {
		ref, err := s.ActorAmong(name, register.Actors())
		if err != nil {
			return ascribe.Decision{}, "", err
		}
		ids = append(ids, string(ref.ID))
	}
	pairs, err := review.KeepApart(ids)
	return ascribe.Decision{Act: ascribe.Split, Pairs: pairs}, fmt.Sprintf("%d actors are each another", len(ids)), err
}
