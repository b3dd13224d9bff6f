package publish

import "ascribe"

// actorRecordJSON is "actor --json".
type actorRecordJSON struct {
	Format     string              `json:"format"`
	ID         ascribe.ActorID     `json:"id"`
	Also       []ascribe.ActorID   `json:"also"`
	Name       string              `json:"name"`
	Kind       ascribe.ActorKind   `json:"kind"`
	Countries  []string            `json:"countries"`
	AsOf       *string             `json:"as_of"`
	KnownAt    *string             `json:"known_at"`
	Registered *registeredJSON     `json:"registered"`
	Names      []nameUseJSON       `json:"names"`
	Documents  int                 `json:"documents"`
	Origins    int                 `json:"origins"`
	Incidents  []involvementJSON   `json:"incidents"`
	Relations  []toldJSON          `json:"relations"`
	Ties       []actorRelationJSON `json:"registered_relations"`
	Alike      []alikeJSON         `json:"looks_like"`
	Decisions  []actJSON           `json:"decisions"`
}

type registeredJSON struct {
	Names   []string `json:"names"`
	Sources []string `json:"sources"`
}

type nameUseJSON struct {
	Text      string   `json:"text"`
	Mentions  int      `json:"mentions"`
	Documents int      `json:"documents"`
	Because   []string `json:"because"`
}

type involvementJSON struct {
	Incident   ascribe.IncidentID    `json:"incident"`
	Type       ascribe.IncidentType  `json:"type"`
	Date       *dateJSON             `json:"date"`
	Place      *string               `json:"place"`
	Position   ascribe.Position      `json:"position"`
	By         []string              `json:"by"`
	Since      *string               `json:"since"`
	Origins    int                   `json:"origins"`
	Statements []ascribe.StatementID `json:"statements"`
}

type toldJSON struct {
	Value      actorRelationJSON     `json:"value"`
	By         []string              `json:"by"`
	Since      *string               `json:"since"`
	Origins    int                   `json:"origins"`
	Statements []ascribe.StatementID `json:"statements"`
}

type alikeJSON struct {
	Actor   *partyJSON `json:"actor"`
	Name    *string    `json:"name"`
	As      string     `json:"as"`
	Because string     `json:"because"`
}

type actJSON struct {
	ID  string      `json:"id"`
	Act ascribe.Act `json:"act"`
	At  *string     `json:"at"`
}
