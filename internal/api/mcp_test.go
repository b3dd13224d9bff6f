package api

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"ascribe"
)

// session connects a client to the tools of a desk.
func (d *desk) session(t *testing.T) *mcp.ClientSession {
	t.Helper()
	ctx := context.Background()
	ours, theirs := mcp.NewInMemoryTransports()
	server, err := d.api.mcp().Connect(ctx, ours, nil)
	if err != nil {
		t.Fatal(err)
	}
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close(); server.Wait() })
	return client
}

// answerOf is what a tool answers; it must be no error.
func answerOf(t *testing.T, s *mcp.ClientSession, tool string, arguments map[string]any) (*told, string) {
	t.Helper()
	res, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	said := res.Content[0].(*mcp.TextContent).Text
	if res.IsError {
		t.Fatalf("%s: %s", tool, said)
	}
	var out told
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	return &out, said
}

// Every tool only reads, and every answer carries its citations, each of them words of
// an archived article with their outlet and hash, and its place in the ledger.
func TestTools(t *testing.T) {
	s := newsroom.session(t)
	listed, err := s.ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var head headBody
	newsroom.get(t, "/head", &head)
	id := newsroom.incidents(t).Incidents[0].Incident
	ask := map[string]map[string]any{
		"search": {"words": "ferry"}, "incidents": {"type": "bombing"}, "record": {"incident": id}, "statements": {"incident": id, "limit": 2}, "diff": {"from": "2025-03-06"},
	}
	if len(listed.Tools) != len(ask) {
		t.Errorf("%d tools", len(listed.Tools))
	}
	for _, tool := range listed.Tools {
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.Description == "" {
			t.Errorf("%s does not say that it only reads", tool.Name)
		}
		out, _ := answerOf(t, s, tool.Name, ask[tool.Name])
		if out.Ledger != (position{head.Size, head.Root}) || out.Answer == nil || len(out.Citations) == 0 || out.Total == 0 {
			t.Errorf("%s: %+v", tool.Name, out)
		}
		for _, c := range out.Citations {
			newsroom.checkCited(t, tool.Name, &c)
		}
	}
}

// checkCited looks a citation up in the archive.
func (d *desk) checkCited(t *testing.T, tool string, c *cited) {
	t.Helper()
	var doc ascribe.DocumentID
	if err := doc.UnmarshalText([]byte(strings.TrimPrefix(c.Document, "sha256:"))); err != nil {
		t.Fatal(err)
	}
	archived, err := d.store.Document(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(c.Words, "[") && !strings.Contains(archived.Text, c.Words) { // a name that is withheld stands in brackets
		t.Errorf("%s: the archive has not %q", tool, c.Words)
	}
	var article struct{ Appearances []struct{ Outlet *string } }
	d.get(t, "/articles/"+c.Document, &article)
	if named := article.Appearances[0].Outlet; (named == nil) != (c.Outlet == nil) {
		t.Errorf("%s: the outlet is %v, cited %v", tool, named, c.Outlet)
	}
	if c.Published == nil || c.Archive == nil || !strings.HasPrefix(*c.Archive, "sha256:") || c.Statement == "" || c.Incident == "" || c.Source == "" {
		t.Errorf("%s: citation %+v", tool, c)
	}
}

// An answer as of a past moment holds nothing that was published later.
func TestToolsAsOf(t *testing.T) {
	s := newsroom.session(t)
	later := 0
	for _, i := range newsroom.incidents(t).Incidents {
		now, _ := answerOf(t, s, "record", map[string]any{"incident": i.Incident})
		for _, c := range now.Citations {
			if *c.Published > "2025-03-07T23:59:59Z" {
				later++
			}
		}
		res, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: "record", Arguments: map[string]any{"incident": i.Incident, "as_of": "2025-03-07"}})
		if err != nil {
			t.Fatal(err)
		}
		if res.IsError { // it was not told yet
			continue
		}
		out, _ := answerOf(t, s, "record", map[string]any{"incident": i.Incident, "as_of": "2025-03-07"})
		if out.AsOf == nil || *out.AsOf != "2025-03-07T23:59:59Z" {
			t.Errorf("as of %v", out.AsOf)
		}
		for _, c := range out.Citations {
			if *c.Published > "2025-03-07T23:59:59Z" {
				t.Errorf("%s was published %s", c.Statement, *c.Published)
			}
		}
	}
	if later == 0 {
		t.Error("nothing was published later: the test shows nothing")
	}
}

// A question that cannot be answered says what to do, and the session goes on.
func TestToolsSayWhatIsWrong(t *testing.T) {
	s := newsroom.session(t)
	for tool, arguments := range map[string]map[string]any{
		"record": {"incident": "iaaaaaaaaaaaa"}, "statements": {"incident": ""}, "diff": {"from": "yesterday"}, "incidents": {"type": "nonsense"}, "search": {"words": ""},
	} {
		res, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
		if err != nil {
			t.Fatalf("%s: %v", tool, err)
		}
		if said := res.Content[0].(*mcp.TextContent).Text; !res.IsError || !strings.Contains(said, ": ") {
			t.Errorf("%s: %v %.200s", tool, res.IsError, said)
		}
	}
}
