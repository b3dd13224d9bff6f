package api

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"ascribe"
	"ascribe/publish"
)

// How much a tool gives at once: what a model can take in.
const (
	mostCites    = 40 // of one record
	mostOfEach   = 3  // of an incident in a list
	mostFound    = 20
	mostProposed = 50
)

type mcpSearchInput struct {
	Words string `json:"words" jsonschema:"a few words, in any order"`
	Limit int    `json:"limit,omitempty" jsonschema:"how many statements at most, 20 by default"`
}

// mcpSearch finds statements with some words, by way of the incidents whose reports have
// them all.
func (a *API) mcpSearch(ctx context.Context, in mcpSearchInput) (*told, error) {
	words := strings.Fields(strings.ToLower(in.Words))
	if len(words) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no words are given"), "search for the few words that matter")
	}
	page, records, err := a.page(ctx, &Selected{Words: in.Words}, &Listed{Limit: mostProposed, Order: ascribe.NewsFirst.String()})
	if err != nil {
		return nil, err
	}
	limit := bounded(in.Limit, mostFound)
	out := &told{Total: page.Total}
	var found []cited
	for _, r := range records {
		found = append(found, cites(r, mostCites, func(c *ascribe.Cite) bool { return holds(c.Words, words) })...)
	}
	out.Left = max(0, len(found)-limit)
	out.Total, out.Citations = len(found), found[:min(len(found), limit)]
	var ids []string
	for _, c := range out.Citations {
		if !slices.Contains(ids, c.Incident) {
			ids = append(ids, c.Incident)
		}
	}
	out.Answer = map[string]any{"incidents": append([]string{}, ids...)}
	return out, nil
}

// bounded is a limit that was asked for, within what is given at most.
func bounded(asked, most int) int {
	if asked <= 0 || asked > most {
		return most
	}
	return asked
}

type mcpIncidentsInput struct {
	Words     string `json:"words,omitempty" jsonschema:"words in a report of it"`
	From      string `json:"from,omitempty" jsonschema:"the first day that it may have been on, as 2025-03-06"`
	To        string `json:"to,omitempty" jsonschema:"the last day"`
	Country   string `json:"country,omitempty" jsonschema:"ISO 3166-1 alpha-3"`
	Type      string `json:"type,omitempty" jsonschema:"bombing, shooting, kidnapping, attack and so on"`
	Actor     string `json:"actor,omitempty" jsonschema:"id of an actor on whom a source takes a position"`
	Position  string `json:"position,omitempty" jsonschema:"reported_as_fact, claimed, accused_by_authorities, accused, suspected, possible, denied or cleared"`
	Contested string `json:"contested,omitempty" jsonschema:"true or false: whether sources disagree"`
	Limit     int    `json:"limit,omitempty" jsonschema:"how many at most, 20 by default"`
	After     string `json:"after,omitempty" jsonschema:"the next of the answer before"`
}

func (a *API) mcpIncidents(ctx context.Context, in mcpIncidentsInput) (*told, error) {
	page, records, err := a.page(ctx, &Selected{
		Words: in.Words, From: in.From, To: in.To, Country: in.Country, Type: in.Type, Actor: in.Actor, Position: in.Position, Contested: in.Contested,
	}, &Listed{Limit: bounded(in.Limit, mostFound), After: in.After})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Incidents(&b, records); err != nil {
		return nil, err
	}
	out := &told{Total: page.Total, Left: page.Total - len(records)}
	for _, r := range records {
		out.Citations = append(out.Citations, cites(r, mostOfEach, nil)...)
	}
	out.Answer = map[string]any{"incidents": lines(b.Bytes()), "next": some(page.Next, true), "undated": page.Undated, "unplaced": page.Unplaced}
	return out, nil
}

type mcpRecordInput struct {
	Incident string `json:"incident" jsonschema:"the id of the incident"`
	AsOf     string `json:"as_of,omitempty" jsonschema:"hold only what had been published by this time: 2025-03-08 or RFC 3339"`
	KnownAt  string `json:"known_at,omitempty" jsonschema:"hold only what stood in the ledger by this time"`
}

func (in *mcpRecordInput) find(ctx context.Context, a *API) (*ascribe.Record, *told, error) {
	pins, err := (&Pinned{AsOf: in.AsOf, KnownAt: in.KnownAt}).pins()
	if err != nil {
		return nil, nil, err
	}
	r, err := a.records.Record(ctx, pins, in.Incident)
	return r, (&told{}).within(pins), err
}

func (a *API) mcpRecord(ctx context.Context, in mcpRecordInput) (*told, error) {
	r, out, err := in.find(ctx, a)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.RecordJSON(&b, r); err != nil {
		return nil, err
	}
	if out.Answer, err = trimmed(b.Bytes()); err != nil {
		return nil, err
	}
	out.Citations = cites(r, mostCites, nil)
	out.Total, out.Left = len(r.Cited), len(r.Cited)-len(out.Citations)
	return out, nil
}

type mcpStatementsInput struct {
	mcpRecordInput
	Skip  int `json:"skip,omitempty" jsonschema:"how many to leave out, from the first"`
	Limit int `json:"limit,omitempty" jsonschema:"how many at most, 40 by default"`
}

func (a *API) mcpStatements(ctx context.Context, in mcpStatementsInput) (*told, error) {
	r, out, err := in.find(ctx, a)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := publish.Statements(&b, r); err != nil {
		return nil, err
	}
	all := lines(b.Bytes())
	from := min(max(in.Skip, 0), len(all))
	to := min(from+bounded(in.Limit, mostCites), len(all))
	out.Total, out.Left = len(all), len(all)-(to-from)
	shown := all[from:to]
	ids := map[string]bool{}
	for _, line := range shown {
		var s struct{ ID string }
		if err := json.Unmarshal(line, &s); err != nil {
			return nil, err
		}
		ids[s.ID] = true
	}
	out.Answer = map[string]any{"incident": r.Incident, "statements": shown}
	out.Citations = cites(r, len(shown), func(c *ascribe.Cite) bool { return ids[c.Statement.ID.String()] })
	return out, nil
}

type mcpDiffInput struct {
	From  string `json:"from" jsonschema:"the earlier moment: 2025-03-08 (the end of that day, UTC) or RFC 3339"`
	To    string `json:"to,omitempty" jsonschema:"the later moment, now by default"`
	Known bool   `json:"known,omitempty" jsonschema:"compare what stood in the ledger, not what had been published"`
}

func (a *API) mcpDiff(ctx context.Context, in mcpDiffInput) (*told, error) {
	changes, err := a.changed(ctx, &diffInput{From: in.From, To: in.To, Known: in.Known})
	if err != nil {
		return nil, err
	}
	out := &told{Total: len(changes)}
	if to, err := moment("to", in.To); err == nil {
		pins := ascribe.Pins{AsOf: to}
		if in.Known {
			pins = ascribe.Pins{KnownAt: to}
		}
		out.within(pins)
	}
	shown := changes[:min(len(changes), mostProposed)]
	out.Left = len(changes) - len(shown)
	var b bytes.Buffer
	if err := publish.DiffJSON(&b, shown); err != nil {
		return nil, err
	}
	for i := range shown {
		out.Citations = append(out.Citations, came(&shown[i])...)
	}
	out.Answer = map[string]any{"from": in.From, "changes": lines(b.Bytes())}
	return out, nil
}

// came lists statements that a change came with; of an incident that is gone, those
// that told of it.
func came(c *ascribe.Change) []cited {
	if c.After == nil {
		return cites(c.Before[0], mostOfEach, nil)
	}
	return cites(c.After, mostOfEach, func(s *ascribe.Cite) bool {
		return !slices.ContainsFunc(c.Before, func(r *ascribe.Record) bool { _, had := r.Cited[s.Statement.ID]; return had })
	})
}
