package api

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"ascribe/internal/access"
)

// private are the victims, the witness and the suspect of report, none of them a person
// of public life.
var private = []string{"Ruvel", "Tamsin", "Orlo", "Veldt", "Corrin"}

const report = `{"id":"r1","outlet":"estuary.example","published":"2025-03-20T09:00:00Z","title":"Three shot dead at Kestrin mill","text":"Gunmen shot dead three millers in Kestrin on Wednesday, police spokesman Dorin Hask said. ` +
	`The dead were named as Anton Ruvel, 34, and the brothers Tamsin and Piet Orlo. Jana Veldt, who lives opposite the mill, said she heard ten shots. Police arrested Ilan Corrin, 22. ` +
	`The Maran Liberation Front claimed the attack."}`

// What the scope read lets through, and what a language model is told, names no private
// person. The scope desk has the article as it is.
func TestNoPrivatePersonLeaves(t *testing.T) {
	d := fresh(t)
	if w := d.ask(http.MethodPost, Base+"/articles", report, "Content-Type", "application/json"); w.Code != http.StatusOK {
		t.Fatal(w.Code, w.Body)
	}
	var told listing
	d.get(t, "/incidents?q=millers", &told)
	if len(told.Incidents) == 0 {
		t.Fatal("no incident is told")
	}
	id, doc := told.Incidents[0].Incident, told.Incidents[0].Documents[0].ID
	if w := d.ask(http.MethodGet, Base+"/articles/"+doc, ""); !strings.Contains(w.Body.String(), "Ruvel") {
		t.Fatal("the archive does not name who was killed: the test shows nothing")
	}
	for _, r := range d.api.routes {
		if r.Scope != access.Read || r.Method != http.MethodGet {
			continue
		}
		of := id
		if strings.HasPrefix(r.Path, "/actors") {
			of = "Maran Liberation Front"
		}
		path := Base + strings.Replace(r.Path, "{id}", url.PathEscape(of), 1) +
			map[string]string{"tallies": "?by=source", "diff": "?from=2025-03-01", "incidents": "?limit=500", "changes": "?limit=1000"}[r.ID]
		w := d.ask(http.MethodGet, path, "")
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
		for _, name := range private {
			if strings.Contains(w.Body.String(), name) {
				t.Errorf("%s names %s", path, name)
			}
		}
	}
	s := d.session(t)
	for tool, ask := range map[string]map[string]any{
		"search": {"words": "ten shots"}, "incidents": {"words": "millers"}, "record": {"incident": id}, "statements": {"incident": id}, "diff": {"from": "2025-03-01"},
	} {
		res, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: ask})
		if err != nil || res.IsError {
			t.Fatalf("%s: %v", tool, err)
		}
		for _, name := range private {
			if strings.Contains(res.Content[0].(*mcp.TextContent).Text, name) {
				t.Errorf("the tool %s names %s", tool, name)
			}
		}
	}
}
