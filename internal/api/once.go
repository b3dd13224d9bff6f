package api

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"net/http"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// Keyed is the part of a request that is to be done once.
type Keyed struct {
	Key string `header:"Idempotency-Key" maxLength:"200" doc:"a key of your own: the request is done once, however often it is sent with it"`
}

// A task is what is done once.
type task struct {
	at      time.Time // when the request first came: what it enters is dated so
	again   bool      // it came before, and was not answered
	request *access.Request
}

// once begins a task, or returns the answer that its request had before.
func (a *API) once(ctx context.Context, key, what string, body []byte) (*task, *reply, error) {
	t := &task{at: a.Now().UTC()}
	if key == "" {
		return t, nil, nil
	}
	if a.Requests == nil {
		return nil, nil, newProblem(http.StatusUnprocessableEntity, "this API keeps no keys", "leave Idempotency-Key out")
	}
	digest := sha256.Sum256(append([]byte(what+"\x00"), body...))
	r, err := a.Requests.Receive(ctx, access.Request{Owner: callerOf(ctx).id, Key: key, Digest: digest, At: t.at})
	switch {
	case err != nil:
		return nil, nil, err
	case r.Digest != digest:
		return nil, nil, newProblem(http.StatusUnprocessableEntity, "another request was sent with this Idempotency-Key", "use a new key for each request")
	case r.Status != 0:
		out := raw("application/json", r.Answer)
		out.Status, out.ETag = r.Status, ""
		return nil, out, nil
	}
	t.again, t.at, t.request = r.Again, r.At, r
	return t, nil, nil
}

// done keeps the answer to a task.
func (a *API) done(ctx context.Context, t *task, r *reply) (*reply, error) {
	r.ETag = "" // what was done is no page that could change
	if t.request == nil {
		return r, nil
	}
	t.request.Status, t.request.Answer = r.Status, json.RawMessage(r.Body)
	return r, a.Requests.Answered(ctx, t.request)
}

// author is who decides: who holds the token, else who the request names.
func author(ctx context.Context, by string) (ascribe.Agent, error) {
	who := callerOf(ctx)
	switch {
	case who.id == "" && by == "":
		return ascribe.Agent{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "nobody is named who decides"), "give your name as by, or send a token")
	case who.id != "" && by != "" && by != who.name:
		return ascribe.Agent{}, ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "the token is that of %s, who decides is %s", who.name, by), "leave by out, or use a token of that name")
	case who.id != "":
		by = who.name
	}
	return ascribe.Agent{Name: by}, nil
}
