// Package api serves the record to programs: one resource, one file. What it says of
// itself, as OpenAPI 3.1, is at /api/v1/openapi.json, and as a page at /api/v1/docs.
package api

import (
	"context"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/go-chi/httprate"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/ruling"
	"ascribe/pipeline"
	"ascribe/read"
)

// Base is where the API stands, below what its server stands under.
const Base = "/api/v1"

// A Config is what an API serves, and to whom.
type Config struct {
	Store     ascribe.Store
	Generator string           // the program and its version
	Now       func() time.Time // the clock of tokens and decisions
	Log       *log.Logger      // of what goes wrong inside

	Tokens   access.Tokens   // nil: none is good
	Requests access.Requests // answered once; nil: Idempotency-Key is refused
	Open     []access.Scope  // what who comes without a token may do

	Actors func(knownAt time.Time) ([]ascribe.Actor, error) // the register of a moment
	Place  ruling.Gazetteer
	Add    func(ctx context.Context, in read.Input) (pipeline.Result, error)

	Webhooks access.Webhooks // told of what is new; nil: none
	Post     func(ctx context.Context, address string, header http.Header, body []byte) error

	// Origin is what its server is called from outside ("https://desk.example.org"); ""
	// is as it was asked for. Under is what the path of every address begins with there:
	// "" or "/c/NAME". Requests come without it.
	Origin, Under string

	PerMinute int // requests of one address; 0 is 600
}

// An API answers programs. It may be used from several goroutines at once.
type API struct {
	Config
	records *pipeline.Records
	states  states

	folding sync.Mutex // the catalogue is brought up by one at a time
	ruling  sync.Mutex // one decision sees what the one before it did
	adding  sync.Mutex // articles are read for one at a time
	routes  []route
	spec    document
	answers http.Handler
}

// Limits of a request.
const (
	maxArticles  = 32 << 20 // bytes of articles at once
	maxBody      = 64 << 10 // of any other request
	patience     = 30 * time.Second
	longPatience = 10 * time.Minute // of what reads articles, or folds a whole ledger
)

// New returns an API, a handler of what is under [Base].
func New(c Config) (*API, error) {
	a := newAPI(c)
	var err error
	a.answers, err = a.handler()
	return a, err
}

func newAPI(c Config) *API {
	if c.PerMinute == 0 {
		c.PerMinute = 600
	}
	return &API{Config: c, records: &pipeline.Records{Store: c.Store}}
}

// base is where the API stands on its server.
func (a *API) base() string { return a.Under + Base }

// ServeHTTP answers a request.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.answers.ServeHTTP(w, r) }

// handler wires the routes, guarded.
func (a *API) handler() (http.Handler, error) {
	mux := http.NewServeMux()
	h := humago.NewWithPrefix(mux, Base, a.huma())
	a.register(h)
	var err error
	if a.spec, err = a.describe(h.OpenAPI()); err != nil {
		return nil, err
	}
	mux.HandleFunc("GET "+Base+"/openapi.json", a.openAPI)
	mux.HandleFunc("GET "+Base+"/docs", a.docs)
	mux.HandleFunc("GET "+Base+"/docs.css", a.style)
	mux.HandleFunc("/", a.missing(mux))
	limit := httprate.LimitBy(a.PerMinute, time.Minute, peer, httprate.WithLimitHandler(tooMany))
	return a.recovered(headers(limit(mux))), nil
}

// peer is the address that a request came from. The server stands behind no proxy, so
// no header is believed.
func peer(r *http.Request) (string, error) {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr, nil //nolint:nilerr // an address without a port
	}
	return httprate.CanonicalizeIP(host), nil
}

// huma is how requests are checked and answers are written.
func (a *API) huma() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Servers: []*huma.Server{{URL: a.base()}},
			Info:    &huma.Info{Title: "ascribe", Version: "1", Description: about, License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}},
			Components: &huma.Components{
				Schemas:         huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer),
				SecuritySchemes: map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer", Description: "A secret that `ascribe token create` prints."}},
			},
		},
		Formats:                      map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
		Transformers:                 []huma.Transformer{a.problems},
	}
}

// headers sets what every answer has.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "private, no-cache")
		h.Set("Vary", "Authorization")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", sealed)
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// sealed is the policy of answers that are no pages.
const sealed = "default-src 'none'; sandbox; frame-ancestors 'none'"

const about = `What the sources say of incidents of political violence: sourced, dated, contested. ` +
	`Every value names the statements that say so, and every statement its words, its outlet, its date and its archived copy. ` +
	`No answer but those of the scope "desk" names a private person. ` +
	`Lists come in pages (Link: rel="next"), errors as application/problem+json with what to do in "hint", and every answer has an ETag.`
