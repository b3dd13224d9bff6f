package main

import (
	"github.com/spf13/cobra"

	"ascribe/internal/sandbox"
)

// childName is the hidden command that parses hostile bytes under limits.
const childName = "parse-child"

func (a *app) childCommand() *cobra.Command {
	return &cobra.Command{
		Use:    childName,
		Hidden: true,
		Args:   args(cobra.NoArgs),
		RunE:   func(*cobra.Command, []string) error { return sandbox.Serve(a.in, a.out) },
	}
}
