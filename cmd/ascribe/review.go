package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/publish"
	"ascribe/review"
)

func (a *app) reviewCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List what a person should look at next, and why",
		Long: `Lists the incidents that most need a person: what sources disagree on, deaths
that one origin alone tells of, what no source gives. After them stand actors whose
name only looks like another's: they are two until somebody says that they are one.`,
		Example: "  ascribe review --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: incident, title, need, why; or actor, as, looks_like, because")
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
		for _, q := range review.Questions(v.state.Actors(), v.state.Alike()) {
			if err := a.printQuestion(q, asJSON); err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

func (a *app) printQuestion(q review.Question, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(a.out).Encode(q)
	}
	like := ascribe.Alike{As: q.As, Because: q.Because}
	if q.LooksLike == nil {
		_, err := fmt.Fprintf(a.out, "%s  %s\n", q.Actor.ID, publish.AlikeWords(like))
		return err
	}
	like.Actor = *q.LooksLike
	_, err := fmt.Fprintf(a.out, "%s  %s\n  one: ascribe merge --actors %s %s · two: ascribe split --actors %s %s\n",
		q.Actor.ID, publish.AlikeWords(like), q.LooksLike.ID, q.Actor.ID, q.LooksLike.ID, q.Actor.ID)
	return err
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
