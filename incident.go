package ascribe

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// An IncidentID is the id of one telling of an incident: the one that leads the
// tellings joined with it. Every telling has one for ever, so an id once given
// out leads to whatever incident holds that telling now, through any merge and
// split. An incident has no other stored state: everything said of it is a
// Statement (compare Perkeep's permanode).
type IncidentID string

// IncidentIDOf returns the id that a telling carries for ever.
func IncidentIDOf(telling MentionID) IncidentID {
	sum := sha256.Sum256([]byte(telling.String()))
	return IncidentID("i" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:8])[:12])) // the first 60 bits
}

// IncidentType is the coded kind of event. Codebooks (ACLED, UCDP, GTD, MUC)
// are mappings from it, kept in publish/codebook.
type IncidentType uint8

// Incident types.
const (
	OtherIncident IncidentType = iota
	Attack
	Bombing
	Shooting
	Kidnapping
	Arson
	Robbery
	Assault
	Assassination
	AirStrike
	Shelling
	SuicideAttack
	Clash
	Arrest
	Execution
	Threat
	Warning
	ForcedWorkStoppage
)

var incidentTypes = []string{
	"other", "attack", "bombing", "shooting", "kidnapping", "arson", "robbery", "assault", "assassination",
	"air_strike", "shelling", "suicide_attack", "clash", "arrest", "execution", "threat", "warning", "forced_work_stoppage",
}

// String returns the name of the incident type.
func (t IncidentType) String() string { return nameOf(incidentTypes, t) }

// MarshalText writes the type's name.
func (t IncidentType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the type's name.
func (t *IncidentType) UnmarshalText(b []byte) error {
	return parseName(t, "incident type", incidentTypes, b)
}

// Stage tells a carried-out incident from an attempt or a threat (MUC-4 slot 5).
type Stage uint8

// Stages of execution.
const (
	Accomplished Stage = iota
	Attempted
	Threatened
	Foiled
)

var stages = []string{"accomplished", "attempted", "threatened", "foiled"}

// String returns the name of the stage.
func (s Stage) String() string { return nameOf(stages, s) }

// MarshalText writes the stage's name.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the stage's name.
func (s *Stage) UnmarshalText(b []byte) error { return parseName(s, "stage", stages, b) }

// An Occurrence is one document's telling of an incident: what, when, where, to
// whom, with what.
type Occurrence struct {
	Incident   MentionID     `json:"incident"`
	Type       IncidentType  `json:"type"`
	Stage      Stage         `json:"stage"`
	When       *Date         `json:"date,omitempty"`
	Where      *Place        `json:"place,omitempty"`
	Recent     bool          `json:"recent"` // news in this article, not background to it
	Denied     bool          `json:"denied,omitempty"`
	Roles      Roles         `json:"roles"`
	Effects    []Effect      `json:"effects,omitempty"`
	Statements []StatementID `json:"statements"`        // that tell of it, first the one that establishes it
	Because    string        `json:"because,omitempty"` // the words that tell of it
	Grounds    Grounds       `json:"grounds,omitzero"`
	Score      Score         `json:"score"`
}

// Grounds say why the coded values of an occurrence that have no words of their
// own were read so. A date, a place and an entity carry their own reason.
type Grounds struct {
	Type   string `json:"type,omitempty"`
	Stage  string `json:"stage,omitempty"`
	Recent string `json:"recent,omitempty"` // news or background
	Denied string `json:"denied,omitempty"` // where it is said not to have happened
}

// Roles are who and what took part in an incident (the string slots of MUC-4).
type Roles struct {
	PerpetratorIndividuals   []Entity `json:"perpetrator_individual,omitempty"`
	PerpetratorOrganizations []Entity `json:"perpetrator_organization,omitempty"`
	PhysicalTargets          []Entity `json:"physical_target,omitempty"`
	HumanTargets             []Entity `json:"human_target,omitempty"`
	Instruments              []Entity `json:"instrument,omitempty"`
}

// An Effect is what an incident did to one target (MUC-4 slots 16 and 23).
type Effect struct {
	Target  MentionID `json:"target"`
	Effect  string    `json:"effect"` // killed, injured, no_injury, kidnapped, escaped, destroyed, some_damage, no_damage
	Because string    `json:"because,omitempty"`
}
