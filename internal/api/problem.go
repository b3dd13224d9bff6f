package api

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
)

// A problem is an error as programs read it (RFC 9457), with what to do.
type problem struct {
	Type   string   `json:"type"`
	Title  string   `json:"title"`
	Status int      `json:"status"`
	Detail string   `json:"detail"`
	Hint   string   `json:"hint,omitempty"`
	Errors []detail `json:"errors,omitempty"` // what of the request is wrong
	header http.Header
}

// A detail is one value of a request that is wrong.
type detail struct {
	Message  string `json:"message"`
	Location string `json:"location,omitempty"`
}

const problemType = "application/problem+json"

// Error returns the detail.
func (p *problem) Error() string { return p.Detail }

// GetStatus returns the status of the answer.
func (p *problem) GetStatus() int { return p.Status }

// GetHeaders returns what the answer's header has beside.
func (p *problem) GetHeaders() http.Header { return p.header }

// ContentType returns the type of the answer.
func (p *problem) ContentType(string) string { return problemType }

func newProblem(status int, detail, hint string) *problem {
	return &problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail, Hint: hint}
}

// docsHint is what to do where nothing better is known.
func (a *API) docsHint() string { return "see " + a.base() + "/docs" }

// statuses are the answers to kinds of error.
var statuses = map[ascribe.Kind]int{
	ascribe.Invalid: http.StatusBadRequest, ascribe.NotFound: http.StatusNotFound, ascribe.Conflict: http.StatusConflict,
	ascribe.Forbidden: http.StatusForbidden, ascribe.Later: http.StatusServiceUnavailable,
}

// fail makes the answer to an error. What went wrong inside is for the log.
func (a *API) fail(ctx context.Context, what string, err error) *problem {
	var p *problem
	if errors.As(err, &p) {
		return p
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return newProblem(http.StatusServiceUnavailable, "the answer took too long", "ask for less at once, or try again later")
	}
	status, known := statuses[ascribe.KindOf(err)]
	if !known {
		if ctx.Err() == nil {
			a.Log.Printf("%s: %v", what, err)
		}
		return newProblem(http.StatusInternalServerError, "something went wrong inside", "the log of the program says what")
	}
	p = newProblem(status, err.Error(), cmp.Or(ascribe.HintOf(err), a.docsHint()))
	if status == http.StatusServiceUnavailable {
		p.header = http.Header{"Retry-After": {"5"}}
	}
	return p
}

// problems writes what huma found wrong with a request as a problem.
func (a *API) problems(_ huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	p := newProblem(m.Status, m.Detail, a.docsHint())
	for _, e := range m.Errors {
		p.Errors = append(p.Errors, detail{e.Message, e.Location})
	}
	return p, nil
}

// write answers with a problem where no route does.
func (p *problem) write(w http.ResponseWriter) {
	for name, values := range p.header {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // who went away loses nothing
}

// tooMany answers who asks too often.
func tooMany(w http.ResponseWriter, _ *http.Request) {
	newProblem(http.StatusTooManyRequests, "too many requests from this address", "wait as long as Retry-After says").write(w)
}

// missing answers where nothing stands, or not for that method.
func (a *API) missing(mux *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var allowed []string
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodDelete} {
			other := r.Clone(r.Context())
			other.Method = method
			if _, pattern := mux.Handler(other); pattern != "/" && pattern != "" {
				allowed = append(allowed, method)
			}
		}
		p := newProblem(http.StatusNotFound, "nothing stands at "+a.Under+r.URL.Path, a.base()+"/docs lists what does")
		if len(allowed) > 0 {
			p = newProblem(http.StatusMethodNotAllowed, r.Method+" is not for "+a.Under+r.URL.Path, "use "+strings.Join(allowed, " or "))
			p.header = http.Header{"Allow": {strings.Join(allowed, ", ")}}
		}
		p.write(w)
	}
}

// recovered answers a request whose handler failed, and keeps the others.
func (a *API) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				a.Log.Printf("%s %s: %v\n%s", r.Method, r.URL.Path, v, debug.Stack())
				newProblem(http.StatusInternalServerError, "something went wrong inside", "the log of the program says what").write(w)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
