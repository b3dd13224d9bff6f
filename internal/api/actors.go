package api

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

func (a *API) routeActors(h huma.API) {
	on(a, h, route{
		ID: "actors", Time: longPatience, Path: "/actors", Group: "Actors", Summary: "List the actors, where each stands and how they relate", Scope: access.Read,
		Answers: []answer{{Status: 200, Schema: "api.actors"}, notModified},
	}, a.actors)
	on(a, h, route{
		ID: "actor", Time: longPatience, Path: "/actors/{id}", Group: "Actors", Summary: "What is on record of one actor: names, relations over time, incidents by position", Scope: access.Read,
		About:   "An actor is named by its id or its name.",
		Answers: []answer{{Status: 200, Schema: "actor"}, notModified}, Errors: []int{404},
	}, a.actor)
}

type actorsInput struct {
	Conditional
	Pinned
}

type actorsBody struct {
	Actors []json.RawMessage `json:"actors"`
}

func (a *API) actors(ctx context.Context, in *actorsInput) (*reply, error) {
	pins, err := in.pins()
	if err != nil {
		return nil, err
	}
	s, err := a.state(ctx, pins)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Actors(&b, s.Actors()); err != nil {
		return nil, err
	}
	return value(actorsBody{lines(b.Bytes())})
}

type actorInput struct {
	Conditional
	Pinned
	ID string `path:"id" maxLength:"200" doc:"an id or a name"`
}

func (a *API) actor(ctx context.Context, in *actorInput) (*reply, error) {
	pins, err := in.pins()
	if err != nil {
		return nil, err
	}
	var register []ascribe.Actor
	if a.Actors != nil {
		if register, err = a.Actors(pins.KnownAt); err != nil {
			return nil, err
		}
	}
	s, err := a.state(ctx, pins)
	if err != nil {
		return nil, err
	}
	r, err := s.ActorRecord(in.ID, register)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.ActorJSON(&b, r); err != nil {
		return nil, err
	}
	return raw("application/json", b.Bytes()), nil
}
