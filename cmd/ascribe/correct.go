package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/review"
)

func (a *app) correctCommand() *cobra.Command {
	var r ruling.Request
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
	cmd.Flags().StringVar(&r.Incident, "incident", "", "which incident, where the statement tells of several")
	cmd.Flags().StringVar(&r.Actor, "actor", "", "whose part, where the statement blames several")
	cmd.Flags().StringVar(&r.Words, "words", "", "the words of its sentence on which the value rests (default: those that the machine took)")
	cmd.Flags().StringVar(&r.Gazetteer, "gazetteer", "", "which of several places of the name: an id that ascribe gazetteer find prints")
	return a.decided(cmd, func(given []string) (*ruling.Request, error) {
		r.Act, r.Statement, r.Slot, r.Value = ascribe.Correct, given[0], given[1], given[2]
		return &r, nil
	})
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
