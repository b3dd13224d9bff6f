package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"ascribe"
	"ascribe/internal/access"
)

// A route is one thing that the API does.
type route struct {
	ID      string // of the operation
	Method  string // GET where it is empty
	Path    string
	Group   string // of the documentation
	Summary string
	About   string // more of it
	Scope   access.Scope
	Answers []answer // beside the errors that any request may meet
	Errors  []int    // that this one may meet beside those
	Max     int64    // bytes of a body
	Time    time.Duration
	Takes   []string // types of a raw body
}

// An answer is what a route may give.
type answer struct {
	Status int
	Type   string // of its bytes; "" is JSON
	Schema string // of JSON: a component
	Says   string
}

// a caller is who sent a request.
type caller struct {
	id   string // of the token; "" without one
	name string // "" without a token
	root string // where the API stands, as it was asked for
}

type callerKey struct{}

func callerOf(ctx context.Context) caller {
	c, _ := ctx.Value(callerKey{}).(caller)
	return c
}

// on registers what answers a route.
func on[I any](a *API, h huma.API, r route, answer func(context.Context, *I) (*reply, error)) {
	if r.Method == "" {
		r.Method = http.MethodGet
	}
	if r.Max == 0 {
		r.Max = maxBody
	}
	if r.Time == 0 {
		r.Time = patience
	}
	a.routes = append(a.routes, r)
	op := huma.Operation{
		OperationID: r.ID, Method: r.Method, Path: r.Path, Summary: r.Summary, Description: r.About, Tags: []string{r.Group},
		MaxBodyBytes: r.Max, BodyReadTimeout: max(time.Minute, r.Time), SkipValidateBody: len(r.Takes) > 0,
		Middlewares: huma.Middlewares{a.admit(h, r.Scope), patient(r.Time)},
	}
	if r.Scope != "" {
		op.Security = []map[string][]string{{"token": {string(r.Scope)}}}
	}
	huma.Register(h, op, func(ctx context.Context, in *I) (*reply, error) {
		ctx, cancel := context.WithTimeout(ctx, r.Time)
		defer cancel()
		out, err := answer(ctx, in)
		if err != nil {
			return nil, a.fail(ctx, r.Method+" "+r.Path, err)
		}
		out.under(a.Under)
		if c, ok := any(in).(interface{ ifNoneMatch() string }); ok && out.Status == http.StatusOK {
			out.match(c.ifNoneMatch())
		}
		return out, nil
	})
}

// admit lets through who has a scope.
func (a *API) admit(h huma.API, scope access.Scope) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		who, p := a.caller(ctx.Context(), ctx.Header("Authorization"), scope)
		switch {
		case a.Origin != "":
			who.root = a.Origin
		case ctx.TLS() != nil:
			who.root = "https://" + ctx.Host()
		default:
			who.root = "http://" + ctx.Host()
		}
		who.root += a.base()
		if p == nil {
			next(huma.WithValue(ctx, callerKey{}, who))
			return
		}
		for name, values := range p.header {
			ctx.SetHeader(name, strings.Join(values, ", "))
		}
		ctx.SetHeader("Content-Type", problemType)
		ctx.SetStatus(p.Status)
		if err := h.Marshal(ctx.BodyWriter(), "application/json", p); err != nil {
			a.Log.Printf("writing a refusal: %v", err)
		}
	}
}

// patient lets a route that takes its time write its answer after the server's own
// patience is over.
func patient(long time.Duration) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if long > patience {
			_, w := humago.Unwrap(ctx)
			_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(long + time.Minute)) // a writer that has no deadline needs none
		}
		next(ctx)
	}
}

// caller finds who sent a request, and refuses who has not the scope.
func (a *API) caller(ctx context.Context, authorization string, scope access.Scope) (caller, *problem) {
	if scope == "" {
		return caller{}, nil
	}
	if authorization == "" {
		if access.Allows(a.Open, scope) {
			return caller{}, nil
		}
		return caller{}, unknown("this takes a token")
	}
	kind, secret, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(kind, "Bearer") || a.Tokens == nil {
		return caller{}, unknown("the Authorization is no bearer token")
	}
	t, err := a.Tokens.Token(ctx, access.Hash(strings.TrimSpace(secret)), a.Now())
	if ascribe.KindOf(err) == ascribe.NotFound && err != nil {
		return caller{}, unknown("the token is not known, or was revoked")
	}
	if err != nil {
		return caller{}, a.fail(ctx, "token", err)
	}
	if !access.Allows(t.Scopes, scope) {
		p := newProblem(http.StatusForbidden, "the token lacks the scope "+string(scope), "make one that has it: ascribe token create --scope "+string(scope))
		p.header = http.Header{"Www-Authenticate": {`Bearer error="insufficient_scope", scope="` + string(scope) + `"`}}
		return caller{}, p
	}
	return caller{id: t.ID, name: t.Name}, nil
}

func unknown(detail string) *problem {
	p := newProblem(http.StatusUnauthorized, detail, `send "Authorization: Bearer SECRET"; ascribe token create makes one`)
	p.header = http.Header{"Www-Authenticate": {`Bearer realm="ascribe"`}}
	return p
}

// register lists the routes: one line, one thing.
func (a *API) register(h huma.API) {
	a.routeHead(h)
	a.routeIncidents(h)
	a.routeRecord(h)
	a.routeTallies(h)
	a.routeFeeds(h)
	a.routeArticles(h)
	a.routeSearch(h)
	a.routeActors(h)
	a.routeDiff(h)
	a.routeChanges(h)
	a.routeDecisions(h)
	a.routeAdd(h)
	a.routeWebhooks(h)
}
