package api

import (
	"bytes"
	"context"
	"encoding/json"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/read"
)

func (a *API) routeAdd(h huma.API) {
	on(a, h, route{
		ID: "add", Method: http.MethodPost, Path: "/articles", Group: "Archive", Summary: "Archive articles, read them and enter what they say", Scope: access.Write,
		About: "The body is what `ascribe add` takes: a page, plain text, a feed, a mail, or JSON Lines of articles (id, url, outlet, published, title, text or html). " +
			"An article that is there already changes nothing. What cannot be read is archived, and listed in `failed`.",
		Answers: []answer{{Status: 200, Schema: "api.added"}}, Max: maxArticles, Time: longPatience,
		Takes: []string{"application/json", "application/x-ndjson", "application/atom+xml", "application/octet-stream", "application/rss+xml", "message/rfc822", "text/html", "text/plain"},
	}, a.add)
}

type addInput struct {
	Keyed
	As      string `query:"as" enum:"html,text,jsonl,feed,eml" doc:"the format; else it is that of the Content-Type, else it is found out"`
	Name    string `query:"name" maxLength:"500" default:"api" doc:"the id of the input, for articles that bring none"`
	URL     string `query:"url" maxLength:"2000" doc:"where a page was fetched from"`
	Type    string `header:"Content-Type" doc:"the format"`
	RawBody []byte
}

// kindsOfType are the formats of content types.
var kindsOfType = map[string]read.Kind{
	"application/json": read.JSONL, "application/x-ndjson": read.JSONL, "application/jsonl": read.JSONL, "text/html": read.HTML, "application/xhtml+xml": read.HTML,
	"text/plain": read.Text, "application/atom+xml": read.Feed, "application/rss+xml": read.Feed, "message/rfc822": read.EML,
}

// kindsByName are the formats as a request may name them.
var kindsByName = map[string]read.Kind{"html": read.HTML, "text": read.Text, "jsonl": read.JSONL, "feed": read.Feed, "eml": read.EML}

type addedBody struct {
	Added  int      `json:"added"`
	Known  int      `json:"known"` // were there already
	Failed []failed `json:"failed"`
}

// failed is an article that could not be read.
type failed struct {
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
}

func (a *API) add(ctx context.Context, in *addInput) (*reply, error) {
	if a.Add == nil {
		return nil, newProblem(http.StatusForbidden, "this API takes no articles", "add them with ascribe add")
	}
	from := read.Input{Name: in.Name, URL: in.URL, Kind: kindsByName[in.As], Bytes: in.RawBody}
	media, _, _ := mime.ParseMediaType(in.Type) // what cannot be parsed is found out
	if from.Kind == read.Unknown {
		from.Kind = kindsOfType[media]
	}
	if media == "application/json" && from.Kind == read.JSONL {
		var one bytes.Buffer
		if err := json.Compact(&one, in.RawBody); err != nil {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the body is no JSON: %w", err), "send one article as an object, or several as application/x-ndjson, one a line")
		}
		from.Bytes = one.Bytes()
	}
	a.adding.Lock()
	defer a.adding.Unlock()
	t, before, err := a.once(ctx, in.Key, "add "+in.As+" "+in.Name+" "+in.URL+" "+media, in.RawBody)
	if err != nil || before != nil {
		return before, err
	}
	from.Retrieved = t.at
	res, err := a.Add(ctx, from)
	if err != nil {
		return nil, err
	}
	out := addedBody{res.Added, res.Known, []failed{}}
	for _, f := range res.Failed {
		out.Failed = append(out.Failed, failed{f.Error(), ascribe.HintOf(f)})
	}
	r, err := value(out)
	if err != nil {
		return nil, err
	}
	return a.done(ctx, t, r)
}
