package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/sqlite"
	"ascribe/internal/web"
)

func (a *app) accountCommand() *cobra.Command {
	var c accounts
	cmd := &cobra.Command{
		Use:   "account",
		Short: "Say who belongs to a desk, from its own machine",
		Long: `Does what administrators do on the pages of a desk with accounts, for who has its
machine: when the last administrator cannot sign in, or before anybody can. The desk
may be open meanwhile. What is done stands in the log of the desk.`,
		Args: args(cobra.NoArgs),
	}
	cmd.PersistentFlags().StringVar(&c.desk, "desk", "", "the folder of the desk")
	cmd.AddCommand(a.accountList(&c), a.accountInvite(&c), a.accountReset(&c), a.accountRole(&c), a.accountDeactivate(&c))
	return cmd
}

// accounts is how the accounts of a desk are changed.
type accounts struct{ desk, reason string }

// change adds what every change takes, and does it with the book open.
func (a *app) change(c *accounts, cmd *cobra.Command, do func(context.Context, *sqlite.Book, []string) error) *cobra.Command {
	cmd.Flags().StringVar(&c.reason, "reason", "", "why, for the log (required)")
	cmd.RunE = func(cmd *cobra.Command, given []string) (err error) {
		if strings.TrimSpace(c.reason) == "" {
			return usageError{errors.New("this takes a reason; give it with --reason")}
		}
		b, err := book(cmd.Context(), c.desk)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, b.Close()) }()
		return do(cmd.Context(), b, given)
	}
	return cmd
}

func (a *app) accountList(c *accounts) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the accounts, and what each may do",
		Example: "  ascribe account list --desk /srv/ascribe",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: id, name, login, email, administrator, created, ended, cases")
	cmd.RunE = func(cmd *cobra.Command, _ []string) (err error) {
		b, err := book(cmd.Context(), c.desk)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, b.Close()) }()
		all, err := b.Accounts(cmd.Context())
		if err != nil {
			return err
		}
		in, err := b.Memberships(cmd.Context())
		if err != nil {
			return err
		}
		return a.printAccounts(all, in, asJSON)
	}
	return cmd
}

func (a *app) printAccounts(all []access.Account, in []access.Membership, asJSON bool) error {
	enc, w := json.NewEncoder(a.out), tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	if !asJSON {
		fmt.Fprintln(w, "LOGIN\tNAME\tMAY\tMADE\tENDED")
	}
	for _, account := range all {
		cases := map[string]string{}
		var may []string
		if account.Administrator {
			may = append(may, access.Administrator.String())
		}
		for _, m := range in {
			if m.Account == account.ID {
				cases[m.Case] = m.Role.String()
				may = append(may, m.Case+":"+m.Role.String())
			}
		}
		if asJSON {
			if err := enc.Encode(struct {
				access.Account
				Cases map[string]string `json:"cases"`
			}{account, cases}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", account.Login, oneLine(account.Name), strings.Join(may, " "), when(account.Created), when(account.Ended))
	}
	return w.Flush()
}

func (a *app) accountInvite(c *accounts) *cobra.Command {
	var login, email, in, role string
	var admin bool
	cmd := &cobra.Command{
		Use:   "invite NAME",
		Short: "Make an account, and print the link with which its owner signs in first",
		Example: `  ascribe account invite "Ines Torvald" --login ines --case ferry --role coder --desk /srv/ascribe --reason "joins the ferry case"
  ascribe account invite "Vera Lindqvist" --login vera --admin --desk /srv/ascribe --reason "runs the desk"`,
		Args: args(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringVar(&login, "login", "", "what the person signs in as (required)")
	cmd.Flags().StringVar(&email, "email", "", "the address of mail by which a provider of sign-ins knows the person")
	cmd.Flags().StringVar(&in, "case", "", "a case that the person is a member of")
	cmd.Flags().StringVar(&role, "role", "viewer", "its role there: viewer, coder, reviewer")
	cmd.Flags().BoolVar(&admin, "admin", false, "make an administrator of the desk")
	return a.change(c, cmd, func(ctx context.Context, b *sqlite.Book, names []string) error {
		account, err := access.NewAccount(names[0], login, email, a.now())
		if err != nil {
			return usageError{err}
		}
		account.Administrator = admin
		link, secret := access.NewLink(access.Invite, account.ID, a.now())
		change := &access.Change{Act: a.act(access.Invited, account.Name, c.reason), Account: account, Link: link}
		if in != "" {
			if change.Membership, err = memberOf(ctx, b, account.ID, in, role); err != nil {
				return err
			}
			change.Act.Detail = in + ": " + role
		}
		return a.enterLink(ctx, b, change, secret)
	})
}

// memberOf is a membership as it is named: a role, or none.
func memberOf(ctx context.Context, b *sqlite.Book, account, in, role string) (*access.Membership, error) {
	all, err := b.Cases(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, k := range all {
		if names = append(names, k.Name); k.Name != in {
			continue
		}
		m := &access.Membership{Account: account, Case: in}
		if role == "none" {
			return m, nil
		}
		if m.Role, err = access.ParseRole(role); err != nil || m.Role == access.Administrator {
			return nil, usageError{fmt.Errorf("%q is no role in a case: viewer, coder, reviewer, or none", role)}
		}
		return m, nil
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "there is no case %q", in), "the cases are: "+strings.Join(names, ", "))
}

// enterLink makes a change with a link, and prints the link.
func (a *app) enterLink(ctx context.Context, b *sqlite.Book, c *access.Change, secret string) error {
	if err := b.Enter(ctx, c); err != nil {
		return err
	}
	origin, err := b.Setting(ctx, "origin", []byte("http://127.0.0.1:8080"))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s\nWith this link a password is set; it works once, until %s. Hand it over in a way that you trust.\n", web.LinkTo(string(origin), secret), when(c.Link.Expires))
	return err
}

func (a *app) accountReset(c *accounts) *cobra.Command {
	return a.change(c, &cobra.Command{
		Use:     "reset LOGIN",
		Short:   "Print a link with which a person sets another password",
		Example: `  ascribe account reset vera --desk /srv/ascribe --reason "lost the password"`,
		Args:    args(cobra.ExactArgs(1)),
	}, func(ctx context.Context, b *sqlite.Book, logins []string) error {
		account, err := accountOf(ctx, b, logins[0])
		if err != nil {
			return err
		}
		link, secret := access.NewLink(access.Reset, account.ID, a.now())
		return a.enterLink(ctx, b, &access.Change{Act: a.act(access.PasswordReset, account.Name, c.reason), Link: link}, secret)
	})
}

func accountOf(ctx context.Context, b *sqlite.Book, login string) (*access.Account, error) {
	account, err := b.AccountOf(ctx, strings.ToLower(login))
	if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "nobody signs in as %q", login), "ascribe account list prints the logins")
	}
	return account, err
}

func (a *app) accountRole(c *accounts) *cobra.Command {
	return a.change(c, &cobra.Command{
		Use:   "role LOGIN CASE ROLE",
		Short: "Set what a person may do in a case: viewer, coder, reviewer, or none",
		Long: `Sets what a person may do in a case. In place of a case, "desk" with admin or none
says whether the person administers the desk. Its sessions end.`,
		Example: `  ascribe account role ines ferry reviewer --desk /srv/ascribe --reason "adjudicates from now on"
  ascribe account role vera desk admin --desk /srv/ascribe --reason "runs the desk"`,
		Args: args(cobra.ExactArgs(3)),
	}, func(ctx context.Context, b *sqlite.Book, given []string) error {
		account, err := accountOf(ctx, b, given[0])
		if err != nil {
			return err
		}
		change := &access.Change{Act: a.act(access.RoleSet, account.Name, c.reason), EndSessions: account.ID}
		change.Act.Detail = given[1] + ": " + given[2]
		if given[1] == "desk" && (given[2] == "admin" || given[2] == "none") {
			change.Act.Did, account.Administrator, change.Account = access.AdminSet, given[2] == "admin", account
		} else if change.Membership, err = memberOf(ctx, b, account.ID, given[1], given[2]); err != nil {
			return err
		}
		if err := b.Enter(ctx, change); err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "%s is %s in %s\n", account.Name, given[2], given[1])
		return err
	})
}

func (a *app) accountDeactivate(c *accounts) *cobra.Command {
	return a.change(c, &cobra.Command{
		Use:     "deactivate LOGIN",
		Short:   "Sign a person out everywhere, for good",
		Example: `  ascribe account deactivate ines --desk /srv/ascribe --reason "left the project"`,
		Args:    args(cobra.ExactArgs(1)),
	}, func(ctx context.Context, b *sqlite.Book, logins []string) error {
		account, err := accountOf(ctx, b, logins[0])
		if err != nil {
			return err
		}
		account.Ended = a.now().UTC()
		if err := b.Enter(ctx, &access.Change{Act: a.act(access.Deactivated, account.Name, c.reason), Account: account, EndSessions: account.ID}); err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "%s is signed out and cannot sign in\n", account.Name)
		return err
	})
}
