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
	return a.decided(cmd, func(_ context.Context, v *view, given []string) (ascribe.Decision, string, error) {
		merge := mergeIncidents
		switch {
		case actors:
			merge = a.mergeActors
		case origins:
			merge = mergeOrigins
		}
		pairs, did, err := merge(v.state, given)
		return ascribe.Decision{Act: ascribe.Merge, Pairs: pairs}, did, err
	})
}

func mergeIncidents(s *reconcile.State, ids []string) ([]ascribe.Pair, string, error) {
	var records []*ascribe.Record
	for _, id := range ids {
		r, err := s.Incident(id)
		if err != nil {
			return nil, "", err
		}
		records = append(records, r)
	}
	pairs, err := review.MergeIncidents(records)
	return pairs, fmt.Sprintf("%d incidents are one", len(pairs)+1), err
}

func (a *app) mergeActors(s *reconcile.State, names []string) ([]ascribe.Pair, string, error) {
	register, _, err := a.register(time.Time{})
	if err != nil {
		return nil, "", err
	}
	var ids []string
	first := ""
	for _, name := range names {
		ref, err := s.ActorAmong(name, register.Actors())
		if err != nil {
			return nil, "", err
		}
		if ids = append(ids, string(ref.ID)); first == "" {
			first = ref.Name
		}
	}
	pairs := review.Join(ascribe.SameActor, ids)
	if len(pairs) == 0 {
		return nil, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "these names all lead to one actor, %s", first), "name another actor to merge with it")
	}
	return pairs, fmt.Sprintf("%d actors are one: %s", len(pairs)+1, first), nil
}

func mergeOrigins(s *reconcile.State, names []string) ([]ascribe.Pair, string, error) {
	docs, err := articles(s, names)
	if err != nil {
		return nil, "", err
	}
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.String())
	}
	pairs := review.Join(ascribe.SameOrigin, ids)
	if len(pairs) == 0 {
		return nil, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "these names all lead to one article"), "name another article of the same origin")
	}
	return pairs, fmt.Sprintf("%d articles are one piece of reporting", len(pairs)+1), nil
}

// articles finds the documents that names lead to.
func articles(s *reconcile.State, names []string) ([]ascribe.DocumentID, error) {
	var out []ascribe.DocumentID
	for _, name := range names {
		id, err := s.Article(name)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}
