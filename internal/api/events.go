package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

// An event is what a webhook is told.
type event struct {
	Type      access.Event `json:"type"`
	Timestamp string       `json:"timestamp"`
	Data      eventData    `json:"data"`
}

// eventData says what is new of one incident. It names no private person.
type eventData struct {
	Incident ascribe.IncidentID `json:"incident"`
	Title    string             `json:"title"`
	Lines    int64              `json:"lines"` // of the ledger, in which it is so
	Actor    string             `json:"actor,omitempty"`
	Position string             `json:"position,omitempty"`
	Source   string             `json:"source,omitempty"`
	Harm     string             `json:"harm,omitempty"`
	Before   *ascribe.Figure    `json:"before,omitempty"`
	After    *ascribe.Figure    `json:"after,omitempty"`
	Document string             `json:"document,omitempty"`
	Outlet   string             `json:"outlet,omitempty"`
}

// id is the same for the same event, however often it is told.
func (e *event) id() (string, error) {
	b, err := json.Marshal(e)
	sum := sha256.Sum256(b)
	return "evt_" + hex.EncodeToString(sum[:16]), err
}

// stride is how many lines are looked through at once, at least: lines that were
// entered together stay together.
const stride = 500

// events says what is new after some lines, and up to which.
func (a *API) events(ctx context.Context, from int64) ([]event, int64, error) {
	if err := a.catalogued(ctx); err != nil {
		return nil, from, err
	}
	before, err := a.enteredAt(ctx, from-1)
	if err != nil {
		return nil, from, err
	}
	t := newTouched(ctx, a)
	to, last := from, before
	for l, err := range a.Store.Lines(ctx, ascribe.Query{After: from}) {
		if err != nil {
			return nil, from, err
		}
		if to-from >= stride && !l.At.Equal(last) {
			break
		}
		to, last = l.Seq+1, l.At
		if err := t.line(&l); err != nil {
			return nil, from, err
		}
	}
	if to == from {
		return nil, from, nil
	}
	fates, err := t.fates()
	if err != nil {
		return nil, from, err
	}
	var out []event
	for _, f := range fates {
		if f.State != "present" && f.State != "withdrawn" {
			continue
		}
		fresh, err := a.newOf(ctx, f.Incident, before, last, to)
		if err != nil {
			return nil, from, err
		}
		out = append(out, fresh...)
	}
	return out, to, nil
}

// enteredAt is when a line was entered, zero where there is none.
func (a *API) enteredAt(ctx context.Context, line int64) (time.Time, error) {
	if line < 0 {
		return time.Time{}, nil
	}
	for l, err := range a.Store.Lines(ctx, ascribe.Query{After: line, Limit: 1}) {
		return l.At, err
	}
	return time.Time{}, nil
}

// newOf says what is new of an incident between two moments of the ledger.
func (a *API) newOf(ctx context.Context, id ascribe.IncidentID, before, after time.Time, lines int64) ([]event, error) {
	was := &ascribe.Record{}
	if !before.IsZero() {
		r, err := a.records.Record(ctx, ascribe.Pins{KnownAt: before}, string(id))
		if err != nil && ascribe.KindOf(err) != ascribe.NotFound {
			return nil, err
		}
		if err == nil {
			was = publish.Redact(r)
		}
	}
	r, err := a.records.Record(ctx, ascribe.Pins{KnownAt: after}, string(id))
	if err != nil {
		if ascribe.KindOf(err) == ascribe.NotFound { // it came later
			return nil, nil
		}
		return nil, err
	}
	is := publish.Redact(r)
	told := newsOf(was, is)
	for i := range told {
		told[i].Timestamp = after.UTC().Format(time.RFC3339Nano)
		told[i].Data.Incident, told[i].Data.Title, told[i].Data.Lines = is.Incident, is.Title, lines
	}
	return told, nil
}

// newsOf compares two records of one incident.
func newsOf(was, is *ascribe.Record) []event {
	var out []event
	stood := map[string]bool{}
	key := func(c *ascribe.Cell) string {
		return fmt.Sprint(c.Actor.ID, "\x00", c.Actor.Name, "\x00", c.Source, "\x00", c.Role, "\x00", c.Position)
	}
	for i := range was.Matrix {
		if c := &was.Matrix[i]; c.Lapsed == nil {
			stood[key(c)] = true
		}
	}
	for i := range is.Matrix {
		c := &is.Matrix[i]
		if c.Lapsed != nil || stood[key(c)] {
			continue
		}
		e := event{Type: access.ClaimNew, Data: eventData{Actor: c.Actor.Name, Position: c.Position.String(), Source: c.Source}}
		if c.Position == ascribe.Denied {
			e.Type = access.PositionDenied
		}
		if e.Data.Source == "" {
			e.Data.Source = c.Role.String()
		}
		out = append(out, e)
	}
	out = append(out, tollNews(was, is)...)
	taken := map[ascribe.DocumentID]bool{}
	for _, d := range was.Documents {
		taken[d.Document] = d.Lapsed != nil
	}
	for _, d := range is.Documents {
		if d.Lapsed == nil || d.Lapsed.Kind != ascribe.Retracted || taken[d.Document] {
			continue
		}
		e := event{Type: access.ReportRetracted, Data: eventData{Document: "sha256:" + d.Document.String()}}
		if len(d.Appearances) > 0 {
			e.Data.Outlet = string(d.Appearances[0].Outlet)
		}
		out = append(out, e)
	}
	return out
}

// tollNews says which numbers are others. What is told for the first time of an incident
// that is new is no change.
func tollNews(was, is *ascribe.Record) []event {
	if was.Incident == "" {
		return nil
	}
	var out []event
	old := figures(was)
	for h, f := range figures(is) {
		b, had := old[h]
		if had && b == f {
			continue
		}
		e := event{Type: access.TollChanged, Data: eventData{Harm: h.String(), After: &f}}
		if had {
			e.Data.Before = &b
		}
		out = append(out, e)
	}
	return out
}

// figures are the tolls of a record by its own policy.
func figures(r *ascribe.Record) map[ascribe.Harm]ascribe.Figure {
	out := map[ascribe.Harm]ascribe.Figure{}
	for _, t := range r.Tolls {
		if _, ok := out[t.Harm]; !ok {
			out[t.Harm] = t.Figure
		}
	}
	return out
}
