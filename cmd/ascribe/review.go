package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/publish"
	"ascribe/reconcile"
	"ascribe/review"
)

func (a *app) reviewCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List what a person should look at next, and why",
		Long: `Lists the incidents that most need a person: what sources disagree on, deaths
that one origin alone tells of, what no source gives. After them stand pairs of incidents
that may be one, and actors whose name only looks like another's: each pair is two
until somebody says that it is one.`,
		Example: "  ascribe review --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: incident, title, need, why; or incidents, titles, score, because; or actor, as, looks_like, because")
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
		for _, d := range v.state.Doubts() {
			if err := a.printDoubt(v.state, d, asJSON); err != nil {
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

// doubtJSON is a pair of incidents that may be one.
type doubtJSON struct {
	Incidents [2]ascribe.IncidentID `json:"incidents"`
	Titles    [2]string             `json:"titles"`
	Score     ascribe.Score         `json:"score"`
	Because   []ascribe.Reason      `json:"because"`
}

func (a *app) printDoubt(s *reconcile.State, d ascribe.Doubt, asJSON bool) error {
	out := doubtJSON{Incidents: d.Incidents, Score: d.Score}
	var because []string
	for _, r := range d.Link.Because { // without the words compared: they may name a private person
		out.Because = append(out.Because, ascribe.Reason{Feature: r.Feature, Weight: r.Weight})
		because = append(because, fmt.Sprintf("%s %+.1f", strings.ReplaceAll(r.Feature, "_", " "), r.Weight))
	}
	for i, id := range d.Incidents {
		r, err := s.Incident(string(id))
		if err != nil {
			return err
		}
		out.Titles[i] = publish.Redact(r).Title
	}
	if asJSON {
		return json.NewEncoder(a.out).Encode(out)
	}
	one, other := out.Incidents[0], out.Incidents[1]
	_, err := fmt.Fprintf(a.out, "%s  %s\n%s  %s\n  are they one (%.2f)? %s\n  one: ascribe merge %s %s · two: ascribe split --incidents %s %s\n",
		one, out.Titles[0], other, out.Titles[1], out.Score, strings.Join(because, ", "), one, other, one, other)
	return err
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
