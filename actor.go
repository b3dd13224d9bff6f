package ascribe

import "slices"

// An ActorID names an actor in the register; it carries no meaning.
type ActorID string

// An ActorRef is an actor as a mention resolves to it.
type ActorRef struct {
	ID   ActorID   `json:"id"`
	Name string    `json:"name"`
	Kind ActorKind `json:"kind"`
}

// ActorKind follows ACLED's inter codes, with those who speak but do not fight.
type ActorKind uint8

// Kinds of actor.
const (
	UnknownActor ActorKind = iota
	StateForces
	RebelGroup
	PoliticalMilitia
	IdentityMilitia
	Rioters
	Protesters
	Civilians
	ExternalForces
	Government   // a state, its government or ministry
	Organization // a party, agency, court, NGO, company
	PublicFigure // an office-holder or the named leader of an armed group
	Media
)

var actorKinds = []string{
	"unknown", "state_forces", "rebel_group", "political_militia", "identity_militia", "rioters", "protesters",
	"civilians", "external_forces", "government", "organization", "public_figure", "media",
}

// String returns the name of the actor kind.
func (k ActorKind) String() string { return nameOf(actorKinds, k) }

// Armed reports whether the kind is one that fights.
func (k ActorKind) Armed() bool {
	return k == StateForces || k == RebelGroup || k == PoliticalMilitia || k == IdentityMilitia || k == ExternalForces
}

// MarshalText writes the kind's name.
func (k ActorKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *ActorKind) UnmarshalText(b []byte) error { return parseName(k, "actor kind", actorKinds, b) }

// An Actor is an organisation, a force or a public figure that statements
// speak of, as the register has it. Private persons are never actors; they are
// counted in a Toll.
type Actor struct {
	ID        ActorID   `json:"id"`
	Kind      ActorKind `json:"kind"`
	Countries []string  `json:"countries,omitempty"` // ISO 3166-1 alpha-3, the home country first
	Names     []Name    `json:"names"`               // the preferred one first
	Ties      []Tie     `json:"ties,omitempty"`
	Sources   []string  `json:"sources,omitempty"` // where names, kind and ties are attested: "ucdp:769"
}

// A Name is one way an actor is written.
type Name struct {
	Text    string `json:"text"`
	Acronym bool   `json:"acronym,omitempty"`
}

// A Tie is how an actor stands to another as the register has it: nobody's
// statement, but what the register's sources say.
type Tie struct {
	Kind   RelationKind `json:"kind"`
	Object ActorID      `json:"object"`
	From   *Date        `json:"from,omitempty"` // nil where it is not known
	To     *Date        `json:"to,omitempty"`
}

// Ref returns the actor as a mention resolves to it.
func (a *Actor) Ref() ActorRef { return ActorRef{ID: a.ID, Name: a.Names[0].Text, Kind: a.Kind} }

// Home returns the actor's home country, or "".
func (a *Actor) Home() string {
	if len(a.Countries) == 0 {
		return ""
	}
	return a.Countries[0]
}

// In reports whether the actor is of a country.
func (a *Actor) In(country string) bool {
	return country != "" && slices.Contains(a.Countries, country)
}
