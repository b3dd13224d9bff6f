package main

import (
	"io"
	"log"

	"github.com/spf13/cobra"

	"ascribe/internal/api"
)

func (a *app) mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Let a language model read the record (Model Context Protocol, over standard input and output)",
		Long: `Serves five tools to a program that runs a language model: search, incidents, record,
statements and diff. They only read, and name no private person. Every answer carries
its citations (outlet, date, address, hash of the archived copy, exact words), the
moment that it holds as of, and the size and root of the ledger.

The program starts this command itself; it ends with its input.`,
		Example: `  ascribe mcp --db ferry.db
  {"mcpServers": {"ascribe": {"command": "ascribe", "args": ["mcp", "--db", "/data/ferry.db"]}}}`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := a.store(cmd.Context(), mustExist)
			if err != nil {
				return err
			}
			defer store.Close()
			c := api.Config{Store: store, Generator: version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0), Actors: a.actorsAt}
			return api.ServeMCP(cmd.Context(), c, io.NopCloser(a.in), writeCloser{a.out})
		},
	}
}

// writeCloser leaves standard output open when it is closed.
type writeCloser struct{ io.Writer }

// Close does nothing.
func (writeCloser) Close() error { return nil }
