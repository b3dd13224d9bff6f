package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/reconcile"
	"ascribe/review"
)

// correctFlags say what of a statement is corrected, where it holds several.
type correctFlags struct{ incident, actor, words, place string }

func (a *app) correctCommand() *cobra.Command {
	var f correctFlags
	cmd := &cobra.Command{
		Use:   "correct STATEMENT WHAT VALUE",
		Short: "Put a value in place of the one that the machine read in a statement",
		Long: `Enters another value for what a statement says, or with "none" that it says none.
The machine's reading stays in the ledger; the record shows the corrected value
with the reason, and the same correction holds for every later reading that finds
the incident.

WHAT is one of: ` + strings.Join(review.Slots(), ", ") + `.
A number of people is 14, 14+ (at least), 5-7 or -20 (up to); a date 2025-03-06,
2025-03 or 2025-03-06/2025-03-08; a place the name of one that the gazetteer knows.
A position is not set: it follows from speaker, connected, hedged, negated and
acquitted.`,
		Example: `  ascribe correct 9f31c2 killed 14 --reason "the sentence counts the two bombers"
  ascribe correct 9f31c2 date 2025-03-05 --words "Wednesday" --reason "Wednesday of the week before"
  ascribe correct 9f31c2 hedged true --reason "the spokesman says it appears so"`,
		Args: args(cobra.ExactArgs(3)),
	}
	cmd.Flags().StringVar(&f.incident, "incident", "", "which incident, where the statement tells of several")
	cmd.Flags().StringVar(&f.actor, "actor", "", "whose part, where the statement blames several")
	cmd.Flags().StringVar(&f.words, "words", "", "the words of its sentence on which the value rests (default: those that the machine took)")
	cmd.Flags().StringVar(&f.place, "gazetteer", "", "which of several places of the name: an id that ascribe gazetteer find prints")
	return a.decided(cmd, func(_ context.Context, v *view, given []string) (ascribe.Decision, string, error) {
		said, err := v.state.Statement(given[0])
		if err != nil {
			return ascribe.Decision{}, "", err
		}
		change := &review.Change{
			Document: said.Document, Reading: said.Reading, Statement: said.Statement,
			Slot: given[1], Value: given[2], Words: f.words,
			Place: func(name string) (*ascribe.Place, error) { return a.place(name, f.place) },
		}
		if err := f.narrow(v.state, change); err != nil {
			return ascribe.Decision{}, "", err
		}
		c, err := change.Correction()
		return ascribe.Decision{Act: ascribe.Correct, Correction: c}, fmt.Sprintf("%s of statement %s is %s", given[1], said.Statement.ID, given[2]), err
	})
}

// narrow says which incident and which actor a change is about.
func (f *correctFlags) narrow(s *reconcile.State, c *review.Change) error {
	if f.incident != "" {
		r, err := s.Incident(f.incident)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(r.Documents, func(d ascribe.Telling) bool { return d.Document == c.Document.ID })
		if at < 0 {
			return ascribe.Errorf(ascribe.NotFound, "the article of statement %s does not tell of incident %s", c.Statement.ID, r.Incident)
		}
		c.Telling = r.Documents[at].Mention
	}
	if f.actor == "" {
		return nil
	}
	ref, err := s.Actor(f.actor)
	if err != nil {
		return err
	}
	mentions := s.Mentions(ref.ID, []ascribe.DocumentID{c.Document.ID})
	for _, at := range c.Reading.Attributions {
		if at.Statement == c.Statement.ID && slices.Contains(mentions, at.Actor) {
			c.Actor = at.Actor
			return nil
		}
	}
	return ascribe.Errorf(ascribe.NotFound, "statement %s does not speak of %s", c.Statement.ID, ref.Name)
}

// place finds a place by its name, and by its id where several have that name.
func (a *app) place(name, id string) (*ascribe.Place, error) {
	names, err := a.places()
	if err != nil {
		return nil, err
	}
	found := names.Lookup(name)
	if id != "" {
		at := 0
		for at < len(found) && found[at].ID != id {
			at++
		}
		found = found[min(at, len(found)):min(at+1, len(found))]
	}
	switch len(found) {
	case 0:
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the gazetteer has no place %q %s", name, id), "ascribe gazetteer import adds places; find lists those of a name")
	case 1:
		p := found[0].Place()
		return &p, nil
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d places are called %q", len(found), name),
		fmt.Sprintf("say which with --gazetteer; ascribe gazetteer find %q lists their ids in the last column", name))
}
