package main

import (
	"context"
	"fmt"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
)

// authorFlags are who decides, and why.
type authorFlags struct{ by, reason string }

func (f *authorFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.by, "by", "", "who decides (default: the user of this machine)")
	cmd.Flags().StringVar(&f.reason, "reason", "", "why, in words that a later reader can weigh (required)")
}

// decide enters what a person rules and says what it did and how it is undone.
func (a *app) decide(ctx context.Context, v *view, author authorFlags, d ascribe.Decision, did string) error {
	if strings.TrimSpace(author.reason) == "" {
		return usageError{fmt.Errorf("to %s takes a reason; give it with --reason", d.Act)}
	}
	author.by = whoDecides(author.by)
	if author.by == "" {
		return usageError{fmt.Errorf("this machine does not say who you are; give your name with --by")}
	}
	d.By, d.Reason, d.At = ascribe.Agent{Name: author.by}, author.reason, a.now().UTC()
	id, err := d.Identify()
	if err != nil {
		return err
	}
	if _, err := v.store.Append(ctx, ascribe.Entry{Decision: &d}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s  %s\nto take it back: ascribe undo %s\n", id, did, id)
	return err
}

// decided is a command that opens the store as it stands now and enters a
// decision.
func (a *app) decided(cmd *cobra.Command, ask func(given []string) (*ruling.Request, error)) *cobra.Command {
	var author authorFlags
	author.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, given []string) error {
		r, err := ask(given)
		if err != nil {
			return err
		}
		v, err := a.view(cmd.Context(), &pinFlags{})
		if err != nil {
			return err
		}
		defer v.store.Close()
		d, did, err := a.desk(cmd.Context(), v).Rule(r)
		if err != nil {
			return err
		}
		return a.decide(cmd.Context(), v, author, d, did)
	}
	return cmd
}

// desk is what a person rules on.
func (a *app) desk(ctx context.Context, v *view) *ruling.Desk {
	return &ruling.Desk{
		State: v.state, Place: a.place, Document: documents(ctx, v.store),
		Register: func() ([]ascribe.Actor, error) { return a.actorsAt(time.Time{}) },
		Entered:  func() ([]ascribe.Decision, error) { return decisions(ctx, v.store) },
	}
}

// whoDecides is who was named, else the user of this machine.
func whoDecides(named string) string {
	if named != "" {
		return named
	}
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}
