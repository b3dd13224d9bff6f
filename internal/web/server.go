package web

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/coding"
	"ascribe/pipeline"
)

// A Server serves the pages of one store. Set its fields, then call [Server.Handler].
type Server struct {
	Store     ascribe.Store
	Generator string           // the program and its version, for what is cited
	Now       func() time.Time // the clock of accesses
	Log       *log.Logger      // of what goes wrong inside
	// Register gives the register of actors as it stood at a moment, or now; nil for
	// none beside what the articles say.
	Register func(knownAt time.Time) ([]ascribe.Actor, error)
	API      http.Handler // answers programs, under /api/; nil answers none

	// Base is what the address of every page begins with: "" where the server serves one
	// store alone, else "/c/NAME".
	Base string
	// Who tells who sent a request, and what it may do.
	Who func(*http.Request) access.Person
	// Place finds a place that a reviewer names.
	Place func(name string) (*ascribe.Place, error)

	// Sheet keeps the answers to cards that are there to measure; nil where nothing is
	// measured.
	Sheet   coding.Sheet
	Double  float64 // the share of cards that two people code, where more than one does
	Planted float64 // the share of a reviewer's cards that bear a planted error

	*press
	records   *pipeline.Records
	sittings  sittings
	settled   settled
	measuring measuring
	fold      *folding
	counted   counted
	pages     []route
}

// A route is a page, and who it is for.
type route struct {
	method, path string
	least        access.Role
}

// Handler returns the pages, guarded: what a name other than this machine's is asked
// for, and what another site's page sends, is refused.
func (s *Server) Handler() (http.Handler, error) { return s.handler(context.Background()) }

func (s *Server) handler(ctx context.Context) (http.Handler, error) {
	p, err := newPress(s.Generator, s.Log)
	if err != nil {
		return nil, err
	}
	return guard(isLoopback, http.NewCrossOriginProtection().Handler(s.open(ctx, p))), nil
}

// open makes the pages; what they start in the background ends with the context.
func (s *Server) open(ctx context.Context, p *press) http.Handler {
	s.press = p
	s.fold = s.newFolding(ctx)
	s.records = &pipeline.Records{Store: s.Store}
	mux := http.NewServeMux()
	s.routes(mux)
	all := http.NewServeMux()
	all.Handle("/", mux)
	if s.API != nil {
		all.Handle(s.Base+"/api/", http.StripPrefix(s.Base, s.API))
	}
	return all
}

// routes lists every page: one line, one file, and the role that it takes.
func (s *Server) routes(mux *http.ServeMux) {
	page := func(method, path string, least access.Role, h func(*visit) error) {
		s.pages = append(s.pages, route{method, path, least})
		mux.Handle(method+" "+s.Base+path, s.page(least, h))
	}
	page("GET", "/{$}", access.Viewer, s.overview)
	page("GET", "/incidents", access.Viewer, s.incidents)
	page("GET", "/incidents.json", access.Viewer, s.incidentLines)
	page("GET", "/map", access.Viewer, s.mapped)
	page("GET", "/map.geojson", access.Viewer, s.mapData)
	page("GET", "/incidents/{id}", access.Viewer, s.incident)
	page("GET", "/incidents/{id}/changes", access.Viewer, s.changed)
	page("GET", "/incidents/{id}/accept", access.Reviewer, s.bulk)
	page("POST", "/incidents/{id}/accept", access.Reviewer, s.acceptBulk)
	page("GET", "/incidents/{id}/join", access.Reviewer, s.joining)
	page("POST", "/incidents/{id}/join", access.Reviewer, s.join)
	page("GET", "/articles/{id}", access.Viewer, s.article)
	page("GET", "/articles/{id}/raw/{key}", access.Coder, s.raw)
	page("GET", "/articles/{id}/code", access.Coder, s.missed)
	page("POST", "/articles/{id}/code", access.Coder, s.codeMissed)
	page("GET", "/actors", access.Viewer, s.actors)
	page("GET", "/actors/{id}", access.Viewer, s.actor)
	page("GET", "/sources", access.Viewer, s.sources)
	page("GET", "/sources/{outlet}", access.Viewer, s.source)
	page("GET", "/search", access.Viewer, s.search)
	page("GET", "/review", access.Coder, s.reviews)
	page("POST", "/review", access.Coder, s.rule)
	page("GET", "/review/doubts", access.Reviewer, s.doubts)
	page("GET", "/review/doubts.json", access.Reviewer, s.doubtLines)
	page("POST", "/review/doubts", access.Reviewer, s.ruleDoubt)
	page("GET", "/decisions", access.Coder, s.rulings)
	page("GET", "/decisions.json", access.Coder, s.rulingLines)
	page("POST", "/decisions", access.Coder, s.undoRuling)
	page("POST", "/review/keys", access.Coder, s.setKeys)
	page("POST", "/settings", access.Viewer, s.settings)
	page("GET", "/", access.Viewer, s.missing)
	mux.HandleFunc("GET "+s.Base+"/static/{name}", s.asset)
	mux.HandleFunc("GET "+s.Base+"/static/dist/{version}/{name}", s.distAsset)
}

// Serve answers on a listener until the context ends, then lets what is under way
// finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h, err := s.handler(ctx)
	if err != nil {
		return err
	}
	return serve(ctx, l, h, s.Log)
}

func serve(ctx context.Context, l net.Listener, h http.Handler, errs *log.Logger) error {
	server := &http.Server{
		Handler: h, ErrorLog: errs,
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return err
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Loopback checks that an address is of this machine alone: where there are no
// accounts, whoever reaches the pages reads and decides.
func Loopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err == nil && isLoopback(host) {
		return nil
	}
	if err != nil {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no address to listen on: %w", address, err), "write a host and a port, as in 127.0.0.1:8080")
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s can be reached from other machines, and without accounts whoever reached it could read everything", address),
		"make a desk with accounts (ascribe serve --desk DIR), or listen on 127.0.0.1:8080; from elsewhere reach it through an SSH tunnel (ssh -L 8080:127.0.0.1:8080 HOST)")
}

// isLoopback reports whether a host is this machine's own name or address for itself.
func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
