package main

import (
	"context"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
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
	if author.by == "" {
		if u, err := user.Current(); err == nil {
			author.by = u.Username
		}
	}
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
func (a *app) decided(cmd *cobra.Command, rule func(ctx context.Context, v *view, given []string) (ascribe.Decision, string, error)) *cobra.Command {
	var author authorFlags
	author.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, given []string) error {
		v, err := a.view(cmd.Context(), &pinFlags{})
		if err != nil {
			return err
		}
		defer v.store.Close()
		d, did, err := rule(cmd.Context(), v, given)
		if err != nil {
			return err
		}
		return a.decide(cmd.Context(), v, author, d, did)
	}
	return cmd
}
