package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/ruling"
	"ascribe/publish"
	"ascribe/review"
)

func (a *API) routeDecisions(h huma.API) {
	on(a, h, route{
		ID: "decisions", Time: longPatience, Path: "/decisions", Group: "Decisions", Summary: "What people decided, in order, and what still stands", Scope: access.Desk,
		About:   "Undone ones and undos among them. It names who decided.",
		Answers: []answer{{Status: 200, Schema: "api.decisions"}, notModified},
	}, a.decisions)
	on(a, h, route{
		ID: "decide", Time: longPatience, Method: http.MethodPost, Path: "/decisions", Group: "Decisions", Summary: "Rule on statements, values, incidents, actors or origins", Scope: access.Review,
		About: "Does what the commands accept, reject, correct, code, merge, split and undo do: it is appended, never edited, and undone by another. " +
			"`accept` and `reject` take `statements` (and `rate`); `correct` takes `statement`, `what`, `value` (and `words`, `incident`, `actor`, `gazetteer`); `code` takes `article`, `what`, `value`, `words` (and `at` or `sentence`, `incident` or `new` and `type`, `speaker`, `role`, `whom`, `part`, `attackers`, `kind`), " +
			"or for a wrong speaker `statement`, `what`, `speaker` and `role`; `merge` and `split` take `names` (and `of`); `undo` takes `undoes`.",
		Answers: []answer{{Status: 201, Schema: "decision", Says: "it is entered"}}, Errors: []int{404, 409},
	}, a.decide)
}

type decisionsInput struct {
	Conditional
	After int `query:"after" minimum:"0" doc:"leave out so many: the next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"200" doc:"of a page"`
}

type decisionsBody struct {
	Total     int               `json:"total"`
	Next      *int              `json:"next"`
	Decisions []json.RawMessage `json:"decisions"`
}

func (a *API) decisions(ctx context.Context, in *decisionsInput) (*reply, error) {
	all, err := a.entered(ctx)
	if err != nil {
		return nil, err
	}
	s, err := a.state(ctx, ascribe.Pins{})
	if err != nil {
		return nil, err
	}
	shown := publish.DecisionsOf(all, s.Missing)
	from := min(in.After, len(shown))
	to := min(from+in.Limit, len(shown))
	var b bytes.Buffer
	if err := publish.DecisionsJSON(&b, shown[from:to]); err != nil {
		return nil, err
	}
	out := decisionsBody{Total: len(shown), Decisions: lines(b.Bytes())}
	if to < len(shown) {
		out.Next = &to
	}
	r, err := value(out)
	if err == nil && out.Next != nil {
		r.link("next", "/decisions", url.Values{"after": {strconv.Itoa(to)}, "limit": {strconv.Itoa(in.Limit)}})
	}
	return r, err
}

// entered lists the decisions of the ledger, in order.
func (a *API) entered(ctx context.Context) ([]ascribe.Decision, error) {
	var all []ascribe.Decision
	for l, err := range a.Store.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return nil, err
		}
		if d := l.Entry.Decision; d != nil {
			all = append(all, *d)
		}
	}
	return all, nil
}

type decideInput struct {
	Keyed
	Body DecisionBody
}

// DecisionBody is what a person would have ruled.
type DecisionBody struct {
	Act    string `json:"act" enum:"accept,reject,correct,code,merge,split,undo" doc:"what the decision does"`
	Reason string `json:"reason" minLength:"1" maxLength:"10000" doc:"why, in words that a later reader can weigh"`
	By     string `json:"by,omitempty" maxLength:"200" doc:"who decides, where no token says so"`

	Statements []string `json:"statements,omitempty" maxItems:"500" doc:"of accept and reject: ids, or the beginnings of them"`
	Rate       string   `json:"rate,omitempty" maxLength:"2" doc:"of accept and reject: how reliable the source is (A to F) and how credible what it says (1 to 6): B2"`

	Statement string `json:"statement,omitempty" doc:"of correct, and of code where its speaker is wrong: the id"`
	What      string `json:"what,omitempty" doc:"of correct: type, stage, date, place, killed, injured, kidnapped, missing, arrested, displaced, speaker, connected, hedged, negated, acquitted; of code: the numbers, position, type, stage, date, place, speaker"`
	Value     string `json:"value,omitempty" doc:"of correct: 14, 14+, 5-7, -20; 2025-03-06; the name of a place; none strikes it; of code also a position"`
	Words     string `json:"words,omitempty" doc:"of correct: the words of the sentence on which the value rests; those that the machine took where they are not given; of code: the exact words of the article"`
	Incident  string `json:"incident,omitempty" doc:"of correct and code: which, where the statement or the article tells of several"`
	Actor     string `json:"actor,omitempty" doc:"of correct: whose part, where the statement blames several"`
	Gazetteer string `json:"gazetteer,omitempty" doc:"of correct: the id of the place, where several have the name"`

	Article   string `json:"article,omitempty" doc:"of code: its address, or the id of its input or of its document"`
	At        *int   `json:"at,omitempty" minimum:"0" doc:"of code: the code point of the text at which the words begin"`
	Sentence  *int   `json:"sentence,omitempty" minimum:"0" doc:"of code: the number of their sentence, from 0"`
	New       string `json:"new,omitempty" doc:"of code: the words that tell of an incident that was missed"`
	Type      string `json:"type,omitempty" doc:"of code: what the missed incident was"`
	Speaker   string `json:"speaker,omitempty" doc:"of code: the words that name who says so; the outlet where they are not given"`
	Role      string `json:"role,omitempty" doc:"of code: who that is: self, authority, victim, witness, unnamed or other"`
	Whom      string `json:"whom,omitempty" doc:"of code, of a number: who were harmed, in words of the sentence"`
	Part      bool   `json:"part,omitempty" doc:"of code, of a number: it is a part of another"`
	Attackers bool   `json:"attackers,omitempty" doc:"of code, of a number: it counts the attackers alone"`
	Kind      string `json:"kind,omitempty" doc:"of code: the kind of an actor that nobody knows, or person for a private one"`

	Of    string   `json:"of,omitempty" enum:"incidents,actors,actor,origins" doc:"of merge and split: what the names are; incidents where it is not given"`
	Names []string `json:"names,omitempty" maxItems:"500" doc:"of merge: ids or names, the first stands for all; of split: an incident (or with of an actor) and the articles that go"`

	Undoes string `json:"undoes,omitempty" doc:"of undo: the id of the decision"`
}

func (b *DecisionBody) request() (*ruling.Request, error) {
	out := &ruling.Request{
		Of: ruling.Ends(b.Of), Names: b.Names, Statements: b.Statements, Rate: b.Rate, Statement: b.Statement, Slot: b.What, Value: b.Value,
		Words: b.Words, Incident: b.Incident, Actor: b.Actor, Gazetteer: b.Gazetteer, Undoes: b.Undoes,
	}
	c := &out.Code
	*c = ruling.Code{
		Article: b.Article, Words: review.Words{Text: b.Words, At: b.At, Sentence: b.Sentence}, Incident: b.Incident, New: review.Words{Text: b.New, Sentence: b.Sentence},
		Type: b.Type, Speaker: review.Words{Text: b.Speaker}, Role: b.Role, Whom: b.Whom, Part: b.Part, Attackers: b.Attackers, Kind: b.Kind,
	}
	if b.What == "speaker" {
		c.Instead = b.Statement
	}
	return out, out.Act.UnmarshalText([]byte(b.Act))
}

func (a *API) decide(ctx context.Context, in *decideInput) (*reply, error) {
	words, err := json.Marshal(in.Body)
	if err != nil {
		return nil, err
	}
	ask, err := in.Body.request()
	if err != nil {
		return nil, err
	}
	by, err := author(ctx, in.Body.By)
	if err != nil {
		return nil, err
	}
	a.ruling.Lock()
	defer a.ruling.Unlock()
	t, before, err := a.once(ctx, in.Key, "decide", words)
	if err != nil || before != nil {
		return before, err
	}
	d, err := a.ruled(ctx, t, by)
	if err == nil && d == nil {
		d, err = a.rule(ctx, ask)
	}
	if err != nil {
		return nil, err
	}
	if d.ID == "" {
		d.By, d.Reason, d.At = by, in.Body.Reason, t.at
		if _, err := d.Identify(); err != nil {
			return nil, err
		}
		if _, err := a.Store.Append(ctx, ascribe.Entry{Decision: d}); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := publish.DecisionsJSON(&b, []publish.Decision{{Decision: *d, Standing: true}}); err != nil {
		return nil, err
	}
	out := raw("application/json", b.Bytes())
	out.Status = http.StatusCreated
	return a.done(ctx, t, out)
}

// rule makes the decision of a request.
func (a *API) rule(ctx context.Context, ask *ruling.Request) (*ascribe.Decision, error) {
	s, err := a.state(ctx, ascribe.Pins{})
	if err != nil {
		return nil, err
	}
	desk := &ruling.Desk{
		State: s, Place: a.Place,
		Document: func(id ascribe.DocumentID) (*ascribe.Document, error) { return a.Store.Document(ctx, id) },
		Register: func() ([]ascribe.Actor, error) { return a.Actors(time.Time{}) },
		Entered:  func() ([]ascribe.Decision, error) { return a.entered(ctx) },
	}
	d, _, err := desk.Rule(ask)
	return &d, err
}

// ruled returns the decision that a request entered which was cut off before it was
// answered, nil where it entered none.
func (a *API) ruled(ctx context.Context, t *task, by ascribe.Agent) (*ascribe.Decision, error) {
	if !t.again {
		return nil, nil
	}
	all, err := a.entered(ctx)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if d := &all[i]; d.At.Equal(t.at) && d.By.Name == by.Name {
			return d, nil
		}
	}
	return nil, nil
}
