package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/web"
)

func (a *app) serveCommand() *cobra.Command {
	var listen, by string
	var open, trust bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the desk: the record as pages in a browser",
		Long: `Serves the pages of the desk on this machine, until it is interrupted: what is new,
changed, contested and silent; incidents with who says who did it, how the tolls
came and who said what when; actors and sources; the archived articles with every
span that something rests on; search. Every page can be held at a past moment.

Programs have the same at /api/v1 (docs/api.md; /api/v1/docs in the browser): to
read they need no token, to add and to decide one of "ascribe token create", or
--trust-machine.

The pages work without scripts and ask nothing of any other host. There are no
accounts yet, so only this machine is served: an address that others can reach is
refused.`,
		Example: `  ascribe serve
  ascribe serve --open
  ascribe serve --listen 127.0.0.1:9000 --db cases/estuary.db`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "the address to listen on, of this machine; port 0 takes a free one")
	cmd.Flags().StringVar(&by, "by", "", "who decides on the review page (default: the user of this machine)")
	cmd.Flags().BoolVar(&open, "open", false, "open the desk in the browser")
	cmd.Flags().BoolVar(&trust, "trust-machine", false, "let every program of this machine add articles and decide through the API without a token")
	cmd.RunE = func(cmd *cobra.Command, _ []string) (err error) {
		if err := web.Loopback(listen); err != nil {
			return usageError{err}
		}
		store, err := a.store(cmd.Context(), mustExist)
		if err != nil {
			return err
		}
		defer store.Close()
		programs, closeAPI, err := a.programs(store, trust)
		if err != nil {
			return err
		}
		telling, stop := context.WithCancel(cmd.Context())
		var told sync.WaitGroup
		told.Go(func() { programs.Deliver(telling) })
		defer func() {
			stop()
			told.Wait()
			err = errors.Join(err, closeAPI())
		}()
		l, err := (&net.ListenConfig{}).Listen(cmd.Context(), "tcp", listen)
		if err != nil {
			return ascribe.WithHint(fmt.Errorf("listening on %s: %w", listen, err), "name another with --listen, as in 127.0.0.1:8081, or 127.0.0.1:0 for any that is free")
		}
		address := "http://" + l.Addr().String() + "/"
		fmt.Fprintf(a.out, "The desk is open at %s\nStop it with an interrupt (Ctrl-C).\n", address)
		if open {
			a.browse(cmd.Context(), address)
		}
		server := &web.Server{Store: store, Generator: "ascribe " + version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0), Register: a.actorsAt, API: programs, Who: alone(whoDecides(by)), Place: func(name string) (*ascribe.Place, error) { return a.place(name, "") }}
		return server.Serve(cmd.Context(), l)
	}
	return cmd
}

// actorsAt gives the register of actors as it stood at a moment.
func (a *app) actorsAt(knownAt time.Time) ([]ascribe.Actor, error) {
	register, _, err := a.register(knownAt)
	if err != nil {
		return nil, err
	}
	return register.Actors(), nil
}

// browse opens an address in the browser of the machine. Where there is none, the
// address stands in the output.
func (a *app) browse(ctx context.Context, address string) {
	line := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		line[0] = "open"
	case "windows":
		line = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	if err := exec.CommandContext(ctx, line[0], line[1:]...).Start(); err != nil { //nolint:gosec // the address is the server's own
		fmt.Fprintf(a.err, "ascribe: no browser was opened (%v); open the address yourself\n", err)
	}
}

// alone is who uses a desk without accounts: whoever can use the machine.
func alone(name string) func(*http.Request) access.Person {
	return func(*http.Request) access.Person { return access.Person{Name: name, Role: access.Administrator} }
}
