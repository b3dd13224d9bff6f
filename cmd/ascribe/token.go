package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"ascribe/internal/access"
)

func (a *app) tokenCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Let programs through to the API, and end that again",
		Args:  args(cobra.NoArgs),
	}
	cmd.AddCommand(a.tokenCreate(), a.tokenList(), a.tokenRevoke())
	return cmd
}

func (a *app) tokenCreate() *cobra.Command {
	var scopes []string
	cmd := &cobra.Command{
		Use:   "create NAME",
		Short: "Make a token for who is named, and print its secret once",
		Long: `Makes a token for the API and prints its secret, which is kept nowhere: only its
hash is. NAME is the person who holds it: what is decided with the token is decided
by that name.

Scopes: read (the record as it may leave), desk (archived words with all names, who
decided), write (add articles), review (decide), admin (all of these). A program
sends the secret in the header "Authorization: Bearer SECRET", never in an address.`,
		Example: `  ascribe token create "Ines Torvald" --scope read,review
  ascribe token create dashboard`,
		Args: args(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringSliceVar(&scopes, "scope", []string{string(access.Read)}, "what it allows: read, desk, write, review, admin")
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		granted, err := access.ParseScopes(scopes)
		if err != nil {
			return usageError{err}
		}
		t, secret, err := access.NewToken(names[0], granted, a.now())
		if err != nil {
			return usageError{err}
		}
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		if err := store.PutToken(cmd.Context(), t); err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "%s\nThis is the secret; it is shown once. To end it: ascribe token revoke %s\n", secret, t.ID)
		return err
	}
	return cmd
}

func (a *app) tokenList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the tokens, when each was last used, and which are revoked",
		Example: "  ascribe token list",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: id, name, scopes, created, used, revoked")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		all, err := store.Tokens(cmd.Context())
		if err != nil {
			return err
		}
		if asJSON {
			enc := json.NewEncoder(a.out)
			for _, t := range all {
				if err := enc.Encode(t); err != nil {
					return err
				}
			}
			return nil
		}
		w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "TOKEN\tNAME\tSCOPES\tMADE\tLAST USED\tREVOKED")
		for _, t := range all {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", t.ID, oneLine(t.Name), scopeWords(t.Scopes), when(t.Created), when(t.Used), when(t.Revoked))
		}
		return w.Flush()
	}
	return cmd
}

func scopeWords(scopes []access.Scope) string {
	var out []string
	for _, s := range scopes {
		out = append(out, string(s))
	}
	return strings.Join(out, ",")
}

// when writes a moment for a table.
func when(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.UTC().Format("2006-01-02 15:04")
}

// oneLine keeps a name from breaking a table.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (a *app) tokenRevoke() *cobra.Command {
	return &cobra.Command{
		Use:     "revoke TOKEN",
		Short:   "End a token: whoever holds its secret is refused from now on",
		Example: "  ascribe token revoke tq3kq2m7d",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			store, err := a.store(cmd.Context(), mustExist)
			if err != nil {
				return err
			}
			defer store.Close()
			if err := store.RevokeToken(cmd.Context(), ids[0], a.now()); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "token %s is revoked\n", ids[0])
			return err
		},
	}
}
