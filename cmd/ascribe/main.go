// Command ascribe reads public reporting on political violence into a sourced,
// dated and contested record.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
)

// version is set when a release is built.
var version = "devel"

// Exit codes (docs/cli.md).
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitPart   = 3
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now}
	code := a.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// An app is one run of the program.
type app struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
	db       string
}

// usageError is a mistake in how the program was called.
type usageError struct{ error }

// Unwrap returns the cause.
func (u usageError) Unwrap() error { return u.error }

// partError says that the work was done but for what standard error lists.
type partError struct{ failed, total int }

// Error says how many of how many failed.
func (p partError) Error() string {
	return fmt.Sprintf("%d of %d could not be read; the others are done", p.failed, p.total)
}

// run executes one command line and returns the exit code.
func (a *app) run(ctx context.Context, arguments []string) int {
	root := a.root()
	root.SetArgs(arguments)
	root.SetOut(a.out)
	root.SetErr(a.err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	a.report(err)
	var part partError
	switch {
	case isUsage(err):
		return exitUsage
	case errors.As(err, &part):
		return exitPart
	}
	return exitFailed
}

func isUsage(err error) bool {
	var usage usageError
	return errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command")
}

// report prints an error and, in a line of its own, what to do about it.
func (a *app) report(err error) {
	fmt.Fprintf(a.err, "ascribe: %v\n", err)
	if hint := ascribe.HintOf(err); hint != "" {
		fmt.Fprintf(a.err, "ascribe: %s\n", hint)
	}
	if isUsage(err) {
		fmt.Fprintln(a.err, "ascribe: see ascribe --help")
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "ascribe",
		Short: "Public reporting on political violence, as a sourced record of who says what",
		Long: `ascribe reads public reporting on political violence and turns it into a sourced,
dated, contested record: what happened, who says who did it and how sure they
are, how many were harmed. Every value is anchored to the exact words of an
archived article.

Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done in part (what failed is
listed on standard error).`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().StringVar(&a.db, "db", "ascribe.db", "the store: a path; its archive, places and actors lie beside it")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.readCommand(), a.addCommand(), a.incidentsCommand(), a.recordCommand(), a.searchCommand(), a.actorsCommand(), a.actorCommand(), a.reviewCommand(),
		a.mergeCommand(), a.splitCommand(), a.acceptCommand(), a.rejectCommand(), a.correctCommand(), a.codeCommand(), a.undoCommand(), a.decisionsCommand(), a.diffCommand(), a.versionsCommand(), a.rereadCommand(),
		a.exportCommand(), a.serveCommand(), a.accountCommand(), a.tokenCommand(), a.mcpCommand(), a.checkCommand(), a.rebuildCommand(), a.gazetteerCommand(), a.doctorCommand(), a.versionCommand(), a.childCommand())
	return root
}

// args wraps a check of arguments so that its error is one of usage.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if err := check(cmd, given); err != nil {
			return usageError{fmt.Errorf("%s: %w", cmd.CommandPath(), err)}
		}
		return nil
	}
}
