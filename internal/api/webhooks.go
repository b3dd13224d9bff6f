package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"ascribe/internal/access"
)

func (a *API) routeWebhooks(h huma.API) {
	on(a, h, route{
		ID: "webhooks", Path: "/webhooks", Group: "Webhooks", Summary: "The addresses that are told of what is new, and how that went", Scope: access.Admin,
		Answers: []answer{{Status: 200, Schema: "api.webhooks"}, notModified},
	}, a.webhooks)
	on(a, h, route{
		ID: "subscribe", Method: http.MethodPost, Path: "/webhooks", Group: "Webhooks", Summary: "Tell an address of what is new from now on", Scope: access.Admin,
		About: "Posts follow Standard Webhooks 1.0.0: `webhook-id`, `webhook-timestamp` and `webhook-signature` (v1, HMAC-SHA256 with the secret, which is shown once). " +
			"What is not taken is tried again for some days; the same event has the same `webhook-id`.",
		Answers: []answer{{Status: 201, Schema: "api.subscribed", Says: "it is entered; the secret is shown once"}},
	}, a.subscribe)
	on(a, h, route{
		ID: "unsubscribe", Method: http.MethodDelete, Path: "/webhooks/{id}", Group: "Webhooks", Summary: "Tell an address no more", Scope: access.Admin,
		Answers: []answer{{Status: 204, Says: "it is ended"}}, Errors: []int{404},
	}, a.unsubscribe)
}

// A subscription is a webhook as it is listed.
type subscription struct {
	ID      string         `json:"id"`
	URL     string         `json:"url"`
	Events  []access.Event `json:"events"`
	Created string         `json:"created"`
	Line    int64          `json:"line"`
	Tries   int            `json:"failed_tries"`
	Problem *string        `json:"problem"`
	Next    *string        `json:"next"`
	Secret  string         `json:"secret,omitempty"`
}

func subscriptionOf(w *access.Webhook) subscription {
	return subscription{
		ID: w.ID, URL: w.URL, Events: w.Events, Created: w.Created.Format(time.RFC3339), Line: w.Line, Tries: w.Tries,
		Problem: some(w.Problem, true), Next: some(w.Next.Format(time.RFC3339), !w.Next.IsZero()),
	}
}

type webhooksBody struct {
	Webhooks []subscription `json:"webhooks"`
}

func (a *API) webhooks(ctx context.Context, _ *Conditional) (*reply, error) {
	out := webhooksBody{[]subscription{}}
	if a.Webhooks == nil {
		return value(out)
	}
	all, err := a.Webhooks.Webhooks(ctx)
	if err != nil {
		return nil, err
	}
	for i := range all {
		out.Webhooks = append(out.Webhooks, subscriptionOf(&all[i]))
	}
	return value(out)
}

type subscribeInput struct {
	Body WebhookBody
}

// WebhookBody is a webhook that is asked for.
type WebhookBody struct {
	URL    string   `json:"url" maxLength:"2000" doc:"https://HOST/PATH, on the public internet"`
	Events []string `json:"events,omitempty" maxItems:"10" doc:"claim.new, position.denied, toll.changed, report.retracted; all where none is given"`
}

func (a *API) subscribe(ctx context.Context, in *subscribeInput) (*reply, error) {
	if a.Webhooks == nil {
		return nil, newProblem(http.StatusForbidden, "this API tells nobody", a.docsHint())
	}
	head, err := a.Store.Head(ctx)
	if err != nil {
		return nil, err
	}
	w, err := access.NewWebhook(in.Body.URL, in.Body.Events, head.Size, a.Now())
	if err != nil {
		return nil, err
	}
	if err := a.Webhooks.PutWebhook(ctx, w); err != nil {
		return nil, err
	}
	out := subscriptionOf(w)
	out.Secret = w.Shown()
	r, err := value(out)
	if err == nil {
		r.Status, r.ETag = http.StatusCreated, ""
	}
	return r, err
}

type unsubscribeInput struct {
	ID string `path:"id" maxLength:"40" doc:"of the webhook"`
}

func (a *API) unsubscribe(ctx context.Context, in *unsubscribeInput) (*reply, error) {
	if a.Webhooks == nil {
		return nil, newProblem(http.StatusNotFound, "no webhook "+in.ID, a.docsHint())
	}
	return &reply{Status: http.StatusNoContent}, a.Webhooks.DropWebhook(ctx, in.ID)
}
