package api

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
)

func (a *API) routeChanges(h huma.API) {
	on(a, h, route{
		ID: "changes", Path: "/changes", Group: "Changes", Summary: "What was entered since a place in the ledger, and what became of the incidents", Scope: access.Read,
		About: "For who keeps a copy: begin at 0, ask again with `next`. `incidents` has every incident that the lines bear on, as it stands now: " +
			"`present`, `merged` (delete it; `into` has what it told), `withdrawn` (no report of it stands), `gone` (delete it). With `wait` an answer that would be empty waits for a line.",
		Answers: []answer{{Status: 200, Schema: "api.changes"}, notModified},
	}, a.changes)
}

type changesInput struct {
	Conditional
	Since int64 `query:"since" minimum:"0" doc:"the next of the answer before; 0 at first"`
	Limit int   `query:"limit" minimum:"1" maximum:"1000" default:"200" doc:"lines at once"`
	Wait  int   `query:"wait" minimum:"0" maximum:"25" doc:"seconds to wait for a line"`
}

type changesBody struct {
	Since     int64   `json:"since"`
	Next      int64   `json:"next"`
	Size      int64   `json:"size"`
	Lines     []entry `json:"lines"`
	Incidents []fate  `json:"incidents"`
}

// An entry is one line of the ledger, without what it says.
type entry struct {
	Line      int64    `json:"line"`
	At        string   `json:"at"`
	Kind      string   `json:"kind"` // capture, reading, link, decision
	Documents []string `json:"documents"`
	Decision  *ruled   `json:"decision,omitempty"`
}

// ruled is a decision, without its author and reason.
type ruled struct {
	ID     string      `json:"id"`
	Act    ascribe.Act `json:"act"`
	Undoes string      `json:"undoes,omitempty"`
}

// A fate is what became of an incident.
type fate struct {
	Incident ascribe.IncidentID `json:"incident"`
	State    string             `json:"state"` // present, merged, withdrawn, gone
	Into     ascribe.IncidentID `json:"into,omitempty"`
}

func (a *API) changes(ctx context.Context, in *changesInput) (*reply, error) {
	size, err := a.await(ctx, in)
	if err != nil {
		return nil, err
	}
	if in.Since > size {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the ledger holds %d lines, not %d", size, in.Since), "begin at 0; this may be another ledger")
	}
	if err := a.catalogued(ctx); err != nil {
		return nil, err
	}
	out := changesBody{Since: in.Since, Next: in.Since, Size: size, Lines: []entry{}, Incidents: []fate{}}
	t := newTouched(ctx, a)
	for l, err := range a.Store.Lines(ctx, ascribe.Query{After: in.Since, Limit: in.Limit}) {
		if err != nil {
			return nil, err
		}
		out.Lines = append(out.Lines, entryOf(&l))
		out.Next = l.Seq + 1
		if err := t.line(&l); err != nil {
			return nil, err
		}
	}
	if out.Incidents, err = t.fates(); err != nil {
		return nil, err
	}
	r, err := value(out)
	if err == nil && out.Next < size {
		r.link("next", "/changes", map[string][]string{"since": {strconv.FormatInt(out.Next, 10)}, "limit": {strconv.Itoa(in.Limit)}})
	}
	return r, err
}

// beat is how often who waits looks whether a line came.
const beat = 250 * time.Millisecond

// await returns the size of the ledger, when a line came or the time is up.
func (a *API) await(ctx context.Context, in *changesInput) (int64, error) {
	until := time.NewTimer(time.Duration(in.Wait) * time.Second)
	defer until.Stop()
	look := time.NewTicker(beat)
	defer look.Stop()
	for {
		head, err := a.Store.Head(ctx)
		if err != nil || head.Size > in.Since || in.Wait == 0 {
			return head.Size, err
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-until.C:
			return head.Size, nil
		case <-look.C:
		}
	}
}

func entryOf(l *ascribe.Line) entry {
	out := entry{Line: l.Seq, At: l.At.UTC().Format(time.RFC3339Nano), Documents: []string{}}
	for _, id := range documentsOf(&l.Entry) {
		out.Documents = append(out.Documents, "sha256:"+id.String())
	}
	switch e := &l.Entry; {
	case e.Capture != nil:
		out.Kind = "capture"
	case e.Reading != nil:
		out.Kind = "reading"
	case e.Link != nil:
		out.Kind = "link"
	case e.Decision != nil:
		out.Kind = "decision"
		out.Decision = &ruled{e.Decision.ID, e.Decision.Act, e.Decision.Undoes}
	}
	return out
}

// documentsOf lists the documents that an entry names.
func documentsOf(e *ascribe.Entry) []ascribe.DocumentID {
	switch {
	case e.Capture != nil && e.Capture.Document != nil:
		return []ascribe.DocumentID{e.Capture.Document.ID}
	case e.Reading != nil:
		return []ascribe.DocumentID{e.Reading.Document}
	case e.Link != nil:
		return e.Link.Documents()
	case e.Decision != nil:
		var out []ascribe.DocumentID
		for _, name := range e.Decision.Names() {
			if id, ok := ascribe.DocumentOf(name); ok {
				out = append(out, id)
			}
		}
		return out
	}
	return nil
}

// touched gathers the incidents that lines bear on.
type touched struct {
	api     *API
	ctx     context.Context
	docs    map[ascribe.DocumentID]bool
	met     map[ascribe.IncidentID]bool
	browsed map[ascribe.IncidentID]bool
	ids     []ascribe.IncidentID
	led     map[string]*ascribe.Decision // every decision of the ledger, once it is asked for
}

func newTouched(ctx context.Context, a *API) *touched {
	return &touched{api: a, ctx: ctx, docs: map[ascribe.DocumentID]bool{}, met: map[ascribe.IncidentID]bool{}, browsed: map[ascribe.IncidentID]bool{}}
}

func (t *touched) add(id ascribe.IncidentID) {
	if !t.met[id] {
		t.met[id] = true
		t.ids = append(t.ids, id)
	}
}

func (t *touched) line(l *ascribe.Line) error {
	t.tellings(l.Entry.Reading)
	for _, id := range documentsOf(&l.Entry) {
		if err := t.document(id); err != nil {
			return err
		}
	}
	if d := l.Entry.Decision; d != nil {
		return t.decision(d)
	}
	return nil
}

// document adds the incidents that an article tells of, and those that it told of by
// any reading: they may be gone.
func (t *touched) document(id ascribe.DocumentID) error {
	if t.docs[id] {
		return nil
	}
	t.docs[id] = true
	for l, err := range t.api.Store.Lines(t.ctx, ascribe.Query{Documents: []ascribe.DocumentID{id}}) {
		if err != nil {
			return err
		}
		t.tellings(l.Entry.Reading)
	}
	return t.browse(ascribe.Selection{Document: &id})
}

// tellings adds the incidents that a reading tells of.
func (t *touched) tellings(r *ascribe.Reading) {
	if r == nil {
		return
	}
	for i := range r.Incidents {
		t.add(ascribe.IncidentIDOf(r.Incidents[i].Incident))
	}
}

// browse adds the incidents of a selection, and the ids that were joined with them.
func (t *touched) browse(sel ascribe.Selection) error {
	sel.Limit = 500
	for {
		page, err := t.api.Store.Browse(t.ctx, sel)
		if err != nil {
			return err
		}
		for i := range page.Briefs {
			id := page.Briefs[i].Incident
			if t.browsed[id] {
				continue
			}
			t.browsed[id] = true
			t.add(id)
			at, err := t.api.Store.Listed(t.ctx, id)
			if err != nil {
				return err
			}
			for _, also := range at.Record.Also {
				t.add(also)
			}
		}
		if sel.After = page.Next; page.Next == "" {
			return nil
		}
	}
}

// decision adds what a decision bears on beside the documents that it names: those of
// its statements, its actors' incidents, and what an undo takes back.
func (t *touched) decision(d *ascribe.Decision) error {
	if len(d.Statements) > 0 {
		s, err := t.api.state(t.ctx, ascribe.Pins{})
		if err != nil {
			return err
		}
		for _, id := range d.Statements {
			said, err := s.Statement(id.String())
			if err != nil { // it is of no current reading, and moves nothing
				continue
			}
			if err := t.document(said.Document.ID); err != nil {
				return err
			}
		}
	}
	for _, p := range d.Pairs {
		for _, end := range []string{p.Left, p.Right} {
			if _, ok := ascribe.DocumentOf(end); ok {
				continue
			}
			if err := t.browse(ascribe.Selection{Actor: ascribe.ActorID(end)}); err != nil {
				return err
			}
		}
	}
	if d.Undoes == "" {
		return nil
	}
	back, err := t.find(d.Undoes)
	if err != nil || back == nil {
		return err
	}
	return t.line(&ascribe.Line{Entry: ascribe.Entry{Decision: back}})
}

// find returns a decision of the ledger, nil where there is none.
func (t *touched) find(id string) (*ascribe.Decision, error) {
	if t.led == nil {
		t.led = map[string]*ascribe.Decision{}
		for l, err := range t.api.Store.Lines(t.ctx, ascribe.Query{}) {
			if err != nil {
				return nil, err
			}
			if d := l.Entry.Decision; d != nil {
				t.led[d.ID] = d
			}
		}
	}
	return t.led[id], nil
}

// fates says what became of the incidents.
func (t *touched) fates() ([]fate, error) {
	out := []fate{}
	for i := 0; i < len(t.ids); i++ { // an id that leads elsewhere adds where
		id := t.ids[i]
		at, err := t.api.Store.Listed(t.ctx, id)
		switch {
		case ascribe.KindOf(err) == ascribe.NotFound && err != nil:
			out = append(out, fate{Incident: id, State: "gone"})
		case err != nil:
			return nil, err
		case at.Brief.Incident != id:
			t.add(at.Brief.Incident)
			out = append(out, fate{id, "merged", at.Brief.Incident})
		case at.Brief.Withdrawn:
			out = append(out, fate{Incident: id, State: "withdrawn"})
		default:
			out = append(out, fate{Incident: id, State: "present"})
		}
	}
	slices.SortFunc(out, func(a, b fate) int { return cmp.Compare(a.Incident, b.Incident) })
	return out, nil
}
