package publish

import (
	"time"

	"ascribe"
)

// recordJSON is the shape "ascribe.record/1" (docs/schema/record.schema.json).
type recordJSON struct {
	Format     string                           `json:"format"`
	Incident   ascribe.IncidentID               `json:"incident"`
	Also       []ascribe.IncidentID             `json:"also"`
	AsOf       *string                          `json:"as_of"`
	KnownAt    *string                          `json:"known_at"`
	Title      *string                          `json:"title"`
	Type       ascribe.IncidentType             `json:"type"`
	Stage      ascribe.Stage                    `json:"stage"`
	Date       *dateJSON                        `json:"date"`
	Place      *placeJSON                       `json:"place"`
	Types      []sourcedJSON[string]            `json:"types"`
	Stages     []sourcedJSON[string]            `json:"stages"`
	Dates      []sourcedJSON[*dateJSON]         `json:"dates"`
	Places     []sourcedJSON[*placeJSON]        `json:"places"`
	Targets    []sourcedJSON[thingJSON]         `json:"targets"`
	Weapons    []sourcedJSON[thingJSON]         `json:"weapons"`
	Matrix     []cellJSON                       `json:"matrix"`
	Turns      []turnJSON                       `json:"turns"`
	Tolls      []tollCourseJSON                 `json:"tolls"`
	Relations  []sourcedJSON[actorRelationJSON] `json:"relations"`
	Contested  []string                         `json:"contested"`
	Documents  []tellingJSON                    `json:"documents"`
	Origins    []originJSON                     `json:"origins"`
	Shared     []sharedJSON                     `json:"shared"`
	Links      []linkJSON                       `json:"links"`
	Decisions  []decisionJSON                   `json:"decisions"`
	Statements []citeJSON                       `json:"statements"`
	Withdrawn  *lapseJSON                       `json:"withdrawn,omitempty"` // no report of it stands any more
	Withheld   int                              `json:"names_withheld"`
}

// sourcedJSON is a value with the statements that say so.
type sourcedJSON[T any] struct {
	Value      T                     `json:"value"`
	Statements []ascribe.StatementID `json:"statements"`
	Origins    int                   `json:"origins"`
}

// sourcedOf turns sourced values into their shape.
func sourcedOf[T, U any](in []ascribe.Sourced[T], f func(*T) U) []sourcedJSON[U] {
	out := make([]sourcedJSON[U], len(in))
	for i := range in {
		out[i] = sourcedJSON[U]{f(&in[i].Value), list(in[i].Statements), in[i].Origins}
	}
	return out
}

// thingJSON is a target or a weapon.
type thingJSON struct {
	Text  string `json:"text"`
	Named bool   `json:"named"`
}

// partyJSON is an actor of the register; a private person has no id.
type partyJSON struct {
	ID   *string           `json:"id"`
	Name string            `json:"name"`
	Kind ascribe.ActorKind `json:"kind"`
}

func partyOf(a ascribe.ActorRef) partyJSON { return partyJSON{known(string(a.ID)), a.Name, a.Kind} }

type cellJSON struct {
	Actor      partyJSON             `json:"actor"`
	Source     *string               `json:"source"`
	Role       ascribe.Role          `json:"role"`
	Position   ascribe.Position      `json:"position"`
	Stance     ascribe.Stance        `json:"stance"`
	Since      *string               `json:"since"`
	Until      *string               `json:"until"`
	Statements []ascribe.StatementID `json:"statements"`
	Origins    int                   `json:"origins"`
	Reprints   int                   `json:"reprints"`
	Because    *string               `json:"because"`
	Lapsed     *lapseJSON            `json:"lapsed,omitempty"`
}

// turnJSON is a source that takes another position than before.
type turnJSON struct {
	Actor      partyJSON             `json:"actor"`
	Source     *string               `json:"source"`
	Role       ascribe.Role          `json:"role"`
	From       ascribe.Position      `json:"from"`
	To         ascribe.Position      `json:"to"`
	At         *string               `json:"at"`
	Statements []ascribe.StatementID `json:"statements"`
}

func turnOf(t *ascribe.Turn) turnJSON {
	return turnJSON{partyOf(t.Actor), known(t.Source), t.Role, t.From, t.To, momentOf(t.At), list(t.Statements)}
}

type tollCourseJSON struct {
	Harm ascribe.Harm `json:"harm"`
	ascribe.Figure
	Policy ascribe.Policy                    `json:"policy"`
	Others map[ascribe.Policy]ascribe.Figure `json:"others"` // by other policies, and by older versions
	Course []tollPointJSON                   `json:"course"`
}

type tollPointJSON struct {
	At    *string      `json:"at"`
	By    *string      `json:"by"`
	Role  ascribe.Role `json:"role"`
	Early bool         `json:"early"`
	Copy  bool         `json:"copy"`
	Of    *string      `json:"of"`
	ascribe.Figure
	Part      bool                `json:"part"`
	Attackers bool                `json:"attackers"`
	Words     string              `json:"words"`
	Statement ascribe.StatementID `json:"statement"`
	Lapsed    *lapseJSON          `json:"lapsed,omitempty"`
}

type actorRelationJSON struct {
	Subject partyJSON            `json:"subject"`
	Kind    ascribe.RelationKind `json:"kind"`
	Object  partyJSON            `json:"object"`
	Negated bool                 `json:"negated"`
	From    *dateJSON            `json:"from"`
	To      *dateJSON            `json:"to"`
}

func relationOf(r *ascribe.ActorRelation) actorRelationJSON {
	return actorRelationJSON{partyOf(r.Subject), r.Kind, partyOf(r.Object), r.Negated, dateOf(r.From), dateOf(r.To)}
}

type tellingJSON struct {
	ID          string           `json:"id"`
	Telling     string           `json:"telling"` // opaque; what a split names
	Origin      string           `json:"origin"`
	Late        bool             `json:"late"`
	Lapsed      *lapseJSON       `json:"lapsed,omitempty"` // no word of the telling stands any more
	Appearances []appearanceJSON `json:"appearances"`
}

type appearanceJSON struct {
	InputID   *string `json:"input_id"`
	Outlet    *string `json:"outlet"`
	URL       *string `json:"url"`
	Title     *string `json:"title"`
	Byline    *string `json:"byline"`
	Published *string `json:"published"`
	From      *string `json:"published_from"`
	Retrieved *string `json:"retrieved"`
	Raw       *string `json:"raw"`
	Status    string  `json:"pubstatus,omitempty"` // of an item that is not to be used
}

func appearanceOf(a *ascribe.Appearance) appearanceJSON {
	out := appearanceJSON{
		InputID: known(a.InputID), Outlet: known(string(a.Outlet)), URL: known(a.URL), Title: known(a.Headline), Byline: known(a.Byline),
		Published: publishedOf(a.Published), From: known(a.Published.From), Retrieved: momentOf(a.Retrieved), Raw: known(string(a.Raw)),
	}
	if a.Status != ascribe.Usable {
		out.Status = a.Status.String()
	}
	return out
}

type originJSON struct {
	ID        string     `json:"id"`
	Name      *string    `json:"name"`
	Documents []string   `json:"documents"`
	Because   []linkJSON `json:"because"`
	Lapsed    bool       `json:"lapsed,omitempty"`
}

// sharedJSON is what several origins rest on together.
type sharedJSON struct {
	Kind       ascribe.SharedKind    `json:"kind"`
	Who        []string              `json:"who"`
	Statements []ascribe.StatementID `json:"statements"`
	Origins    []string              `json:"origins"`
	Because    []ascribe.Reason      `json:"because"`
}

func sharedOf(s *ascribe.Shared) sharedJSON {
	out := sharedJSON{s.Kind, list(s.Who), list(s.Statements), make([]string, len(s.Origins)), list(s.Because)}
	for i, o := range s.Origins {
		out.Origins[i] = hash(o)
	}
	return out
}

type linkJSON struct {
	Kind      ascribe.LinkKind  `json:"kind"`
	Left      string            `json:"left"`
	Right     string            `json:"right"`
	Judgement ascribe.Judgement `json:"judgement"`
	Score     ascribe.Score     `json:"score"`
	Because   []ascribe.Reason  `json:"because"`
	Activity  string            `json:"activity"`
	Machine   bool              `json:"machine"`
	Agent     *string           `json:"agent"` // nil for a person
}

func linkOf(l *ascribe.Link) linkJSON {
	return linkJSON{l.Kind, l.Left, l.Right, l.Judgement, l.Score, list(l.Because), l.Provenance.Activity, l.Provenance.Agent.Machine, known(l.Provenance.Agent.Name)}
}

// decisionJSON is what a person ruled; who it was stays in the ledger.
type decisionJSON struct {
	ID     string      `json:"id"`
	Act    ascribe.Act `json:"act"`
	At     *string     `json:"at"`
	Reason string      `json:"reason"`
}

func decisionOf(d *ascribe.Decision) decisionJSON {
	return decisionJSON{d.ID, d.Act, momentOf(d.At), d.Reason}
}

// citeJSON is one statement that the record rests on.
type citeJSON struct {
	ID        ascribe.StatementID `json:"id"`
	Document  string              `json:"document"`
	Sentence  int                 `json:"sentence"`
	Quote     string              `json:"quote"`
	Said      *string             `json:"said"`
	Role      ascribe.Role        `json:"role"`
	Source    *string             `json:"source"`
	Quotation ascribe.Quotation   `json:"quotation"`
	Modality  modalityJSON        `json:"modality"`
	SaidAt    *dateJSON           `json:"said_at"`
	Outlet    *string             `json:"outlet"`
	URL       *string             `json:"url"`
	Published *string             `json:"published"`
	Retrieved *string             `json:"retrieved"`
	Raw       *string             `json:"raw"`
	Origin    string              `json:"origin"`
	Accepted  bool                `json:"accepted"`
	Coded     []string            `json:"coded,omitempty"`
	Admiralty admiraltyJSON       `json:"admiralty"`
	Because   *string             `json:"because"`
	Lapsed    *lapseJSON          `json:"lapsed,omitempty"`
}

// admiraltyJSON is the rating of a source and its information; F6 is the
// default: neither can be judged.
type admiraltyJSON struct {
	Source      string `json:"source"`
	Information int    `json:"information"`
}

func admiraltyOf(c ascribe.Credibility) admiraltyJSON {
	out := admiraltyJSON{"F", 6}
	if c.Validate() != nil {
		return out
	}
	if c.Source != "" {
		out.Source = c.Source
	}
	if c.Information != 0 {
		out.Information = c.Information
	}
	return out
}

// pinOf returns a pin to the nanosecond, or nil for now.
func pinOf(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339Nano)
	return &s
}
