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
	"ascribe/internal/api"
	"ascribe/internal/sqlite"
	"ascribe/internal/web"
)

func (a *app) serveCommand() *cobra.Command {
	var o serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the desk: the record as pages in a browser",
		Long: `Serves the pages of the desk, until it is interrupted: what is new, changed,
contested and silent; incidents with who says who did it, how the tolls came and who
said what when; actors and sources; the archived articles with every span that
something rests on; search. Every page can be held at a past moment.

Without --desk it serves one store to this machine alone: there are no accounts, so
an address that others can reach is refused. Programs have the same at /api/v1
(docs/api.md; /api/v1/docs in the browser): to read they need no token, to add and to
decide one of "ascribe token create", or --trust-machine.

With --desk it serves a folder of cases to people who sign in (docs/accounts.md). The
first time it prints a link that makes the administrator. An address that others can
reach takes a certificate (--tls-cert, --tls-key), or a proxy before it that has one
(--origin). Programs come to /c/NAME/api/v1 with a token of that case.

The pages work without scripts and ask nothing of any other host.`,
		Example: `  ascribe serve
  ascribe serve --open
  ascribe serve --listen 127.0.0.1:9000 --db cases/estuary.db
  ascribe serve --desk /srv/ascribe --origin https://desk.example.org`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().StringVar(&o.listen, "listen", "127.0.0.1:8080", "the address to listen on; port 0 takes a free one")
	cmd.Flags().StringVar(&o.by, "by", "", "who decides on the review page (default: the user of this machine)")
	cmd.Flags().BoolVar(&o.open, "open", false, "open the desk in the browser")
	cmd.Flags().BoolVar(&o.trust, "trust-machine", false, "let every program of this machine add articles and decide through the API without a token")
	cmd.Flags().IntVar(&o.double, "double", 10, "how many of 100 review cards two people code unseen by each other, once two with accounts decide; 0 for none")
	cmd.Flags().IntVar(&o.planted, "planted", 5, "how many of 100 review cards bear a planted error, by which reviewers see how many they catch; 0 for none")
	o.addDesk(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if min(o.double, o.planted) < 0 || max(o.double, o.planted) > 100 {
			return usageError{ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "--double and --planted are parts of 100"), "write --double 10 --planted 5, or 0 for none")}
		}
		if o.desk != "" {
			return a.serveDesk(cmd, &o)
		}
		return a.serveAlone(cmd, &o)
	}
	return cmd
}

// serving is how the desk is opened.
type serving struct {
	listen, by  string
	open, trust bool

	double, planted int // of 100 cards

	desk, origin, cert, key, proxy string
}

// serveAlone serves one store to whoever can use the machine.
func (a *app) serveAlone(cmd *cobra.Command, o *serving) (err error) {
	if o.origin+o.cert+o.key+o.proxy != "" {
		return usageError{fmt.Errorf("--origin, --tls-cert, --tls-key and --proxy are for a desk with accounts: give its folder with --desk")}
	}
	if err := web.Loopback(o.listen); err != nil {
		return usageError{err}
	}
	store, err := a.store(cmd.Context(), mustExist)
	if err != nil {
		return err
	}
	defer store.Close()
	open := []access.Scope{access.Read, access.Desk}
	if o.trust {
		open = append(open, access.Write, access.Review)
	}
	programs, stop, err := a.telling(cmd.Context(), store, door{open: open})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
	l, err := a.listen(cmd.Context(), o)
	if err != nil {
		return err
	}
	a.say(cmd.Context(), o, "http://"+l.Addr().String())
	server := a.pages(store, programs, o)
	server.Who = alone(whoDecides(o.by))
	return server.Serve(cmd.Context(), l)
}

// pages wires the pages over a store.
func (a *app) pages(store *sqlite.Store, programs *api.API, o *serving) *web.Server {
	return &web.Server{
		Store: store, Generator: "ascribe " + version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0), Register: a.actorsAt, API: programs,
		Place: func(name string) (*ascribe.Place, error) { return a.place(name, "") },
		Sheet: store, Double: float64(o.double) / 100, Planted: float64(o.planted) / 100,
	}
}

// telling wires the API over a store and tells its webhooks of what is new, until it is
// stopped.
func (a *app) telling(ctx context.Context, store *sqlite.Store, d door) (*api.API, func() error, error) {
	programs, closeAPI, err := a.programs(store, d)
	if err != nil {
		return nil, nil, err
	}
	run, stop := context.WithCancel(ctx)
	var told sync.WaitGroup
	told.Go(func() { programs.Deliver(run) })
	return programs, func() error {
		stop()
		told.Wait()
		return closeAPI()
	}, nil
}

func (a *app) listen(ctx context.Context, o *serving) (net.Listener, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.listen)
	if err != nil {
		return nil, ascribe.WithHint(fmt.Errorf("listening on %s: %w", o.listen, err), "name another with --listen, as in 127.0.0.1:8081, or 127.0.0.1:0 for any that is free")
	}
	return l, nil
}

// say tells where the desk is open.
func (a *app) say(ctx context.Context, o *serving, origin string) {
	fmt.Fprintf(a.out, "The desk is open at %s/\nStop it with an interrupt (Ctrl-C).\n", origin)
	if o.open {
		a.browse(ctx, origin+"/")
	}
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
