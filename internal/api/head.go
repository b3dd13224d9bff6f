package api

import (
	"context"
	"encoding/hex"

	"github.com/danielgtaylor/huma/v2"

	"ascribe/internal/access"
)

func (a *API) routeHead(h huma.API) {
	on(a, h, route{
		ID: "health", Path: "/health", Group: "Service", Summary: "Whether the store can be read",
		Answers: []answer{{Status: 200, Schema: "api.health", Says: "it can"}},
	}, a.health)
	on(a, h, route{
		ID: "head", Path: "/head", Group: "Service", Summary: "How many lines the ledger holds, and its root hash", Scope: access.Read,
		About:   "The root is that of a Merkle tree over the lines (RFC 6962): who keeps it can prove later that nothing before was altered.",
		Answers: []answer{{Status: 200, Schema: "api.head"}, notModified},
	}, a.head)
}

// notModified answers who has it.
var notModified = answer{Status: 304, Says: "what If-None-Match names still stands"}

type healthBody struct {
	Status    string `json:"status"`
	Generator string `json:"generator"`
}

func (a *API) health(ctx context.Context, _ *struct{}) (*reply, error) {
	if _, err := a.Store.Head(ctx); err != nil {
		return nil, err
	}
	return value(healthBody{"ok", a.Generator})
}

type headBody struct {
	Size       int64  `json:"size"`
	Root       string `json:"root"`
	Catalogued int64  `json:"catalogued"` // lines that the lists of incidents hold
}

func (a *API) head(ctx context.Context, _ *Conditional) (*reply, error) {
	head, err := a.Store.Head(ctx)
	if err != nil {
		return nil, err
	}
	lines, _, err := a.Store.Catalogued(ctx)
	if err != nil {
		return nil, err
	}
	return value(headBody{head.Size, hex.EncodeToString(head.Root[:]), lines})
}
