package api

import (
	"bytes"
	"context"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

func (a *API) routeArticles(h huma.API) {
	on(a, h, route{
		ID: "article", Path: "/articles/{id}", Group: "Archive", Summary: "An archived text and where it appeared", Scope: access.Desk,
		About:   "The text as it was archived, with all names in it.",
		Answers: []answer{{Status: 200, Schema: "api.article"}, notModified}, Errors: []int{404},
	}, a.article)
	on(a, h, route{
		ID: "reading", Path: "/articles/{id}/reading", Group: "Archive", Summary: "What was read in an article (ascribe.reading/1)", Scope: access.Desk,
		Answers: []answer{{Status: 200, Schema: "reading"}, notModified}, Errors: []int{404},
	}, a.reading)
	on(a, h, route{
		ID: "raw", Path: "/articles/{id}/raw", Group: "Archive", Summary: "The bytes of an article as they were fetched, to keep", Scope: access.Desk,
		About:   "What a stranger sent: it may hold anything. It comes as an attachment that no browser shows.",
		Answers: []answer{{Status: 200, Type: "application/octet-stream", Says: "the bytes"}, notModified}, Errors: []int{404},
	}, a.raw)
}

// DocumentInput is the part of a request that names an article.
type DocumentInput struct {
	Conditional
	Pinned
	ID string `path:"id" maxLength:"71" doc:"of the document: sha256:… or its 64 digits"`
}

// An archived text is what the store holds of it within pins.
type archived struct {
	doc     *ascribe.Document
	seen    []ascribe.Appearance // in the order of the ledger
	reading *ascribe.Reading
}

// archived loads what stands of the text that a request names.
func (a *API) archived(ctx context.Context, in *DocumentInput) (*archived, error) {
	pins, err := in.pins()
	if err != nil {
		return nil, err
	}
	id, err := documentID(in.ID)
	if err != nil {
		return nil, err
	}
	out := &archived{reading: &ascribe.Reading{Document: id}}
	for l, err := range a.Store.Lines(ctx, ascribe.Query{Documents: []ascribe.DocumentID{id}, KnownAt: pins.KnownAt}) {
		if err != nil {
			return nil, err
		}
		if c := l.Entry.Capture; c != nil && (pins.AsOf.IsZero() || !c.Appearance.PublicBy().After(pins.AsOf)) {
			out.seen = append(out.seen, c.Appearance)
		}
		if l.Entry.Reading != nil {
			out.reading = l.Entry.Reading // the newest is the current one
		}
	}
	if len(out.seen) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no article %s", in.ID), "search finds articles; an earlier moment may not have held it")
	}
	out.doc, err = a.Store.Document(ctx, id)
	return out, err
}

func (a *API) article(ctx context.Context, in *DocumentInput) (*reply, error) {
	at, err := a.archived(ctx, in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Article(&b, at.doc, at.seen); err != nil {
		return nil, err
	}
	return raw("application/json", b.Bytes()), nil
}

func (a *API) reading(ctx context.Context, in *DocumentInput) (*reply, error) {
	at, err := a.archived(ctx, in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Reading(&b, at.reading, at.doc, at.seen[0]); err != nil {
		return nil, err
	}
	return raw("application/json", b.Bytes()), nil
}

type rawInput struct {
	DocumentInput
	Key string `query:"key" doc:"of one capture: the raw of an appearance; the first where it is not given"`
}

func (a *API) raw(ctx context.Context, in *rawInput) (*reply, error) {
	at, err := a.archived(ctx, &in.DocumentInput)
	if err != nil {
		return nil, err
	}
	for i := range at.seen {
		key := at.seen[i].Raw
		if key == "" || in.Key != "" && string(key) != in.Key {
			continue
		}
		b, err := a.Store.Raw(ctx, key)
		if err != nil {
			return nil, err
		}
		out := raw("application/octet-stream", b)
		out.Disposition = `attachment; filename="` + strings.TrimPrefix(string(key), "sha256:")[:16] + `.bin"`
		return out, nil
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no bytes of article %s are archived under that key", in.ID), "the appearances of the article list the keys, as raw")
}
