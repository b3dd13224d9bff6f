package api

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
	"ascribe/reconcile"
)

func (a *API) routeDiff(h huma.API) {
	on(a, h, route{
		ID: "diff", Time: longPatience, Path: "/diff", Group: "Changes", Summary: "What changed in the record between two moments", Scope: access.Read,
		About:   "Compares what had been published by one moment with what had been by another, or with `known` what stood in this ledger.",
		Answers: []answer{{Status: 200, Schema: "api.diff"}, notModified},
	}, a.diff)
}

type diffInput struct {
	Conditional
	From  string `query:"from" required:"true" doc:"the earlier moment: 2025-03-08 (the end of that day, UTC) or RFC 3339"`
	To    string `query:"to" doc:"the later moment; now where it is not given"`
	Known bool   `query:"known" doc:"compare what stood in the ledger, not what had been published"`
}

type diffBody struct {
	From    string            `json:"from"`
	To      *string           `json:"to"`
	Known   bool              `json:"known"`
	Changes []json.RawMessage `json:"changes"`
}

func (a *API) diff(ctx context.Context, in *diffInput) (*reply, error) {
	changes, err := a.changed(ctx, in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.DiffJSON(&b, changes); err != nil {
		return nil, err
	}
	out := diffBody{From: in.From, Known: in.Known, Changes: lines(b.Bytes())}
	if in.To != "" {
		out.To = &in.To
	}
	return value(out)
}

// changed folds the ledger twice and compares.
func (a *API) changed(ctx context.Context, in *diffInput) ([]ascribe.Change, error) {
	pins := func(name, s string) (ascribe.Pins, error) {
		at, err := moment(name, s)
		if in.Known {
			return ascribe.Pins{KnownAt: at}, err
		}
		return ascribe.Pins{AsOf: at}, err
	}
	earlier, err := pins("from", in.From)
	if err != nil {
		return nil, err
	}
	later, err := pins("to", in.To)
	if err != nil {
		return nil, err
	}
	before, err := a.state(ctx, earlier)
	if err != nil {
		return nil, err
	}
	after, err := a.state(ctx, later)
	if err != nil {
		return nil, err
	}
	return reconcile.Diff(before, after), nil
}
