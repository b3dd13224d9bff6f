package ascribe

import "time"

// An ActorRecord is what the sources say of one actor within two pins, beside
// what the register has on it. It is computed, never stored as truth.
type ActorRecord struct {
	Actor      ActorRef
	Also       []ActorID // actors that a person merged into it
	Pins       Pins
	Registered *Actor // as the register has it; nil for one that the articles alone name
	Names      []NameUse
	Documents  int // that mention it
	Origins    int // among them
	Incidents  []Involvement
	Relations  []Told          // as the articles say
	Ties       []ActorRelation // as the register has them
	Alike      []Alike         // questions: actors that its names only look like
	Decisions  []Decision      // what people ruled on it and stands, in order
}

// A NameUse is one way in which articles write an actor.
type NameUse struct {
	Text      string
	Mentions  int
	Documents int
	Because   []string // by what mentions so written are the actor
}

// An Involvement is what position sources take on an actor's part in an incident.
type Involvement struct {
	Incident IncidentID
	Type     IncidentType
	When     *Date
	Where    *Place
	Position Position
	By       []string // who takes it, each once
	Since    time.Time
	Support  []StatementID
	Origins  int
}

// A Told is a relation as articles tell it: who says so, since when.
type Told struct {
	Sourced[ActorRelation]
	By    []string  // who says so, each once
	Since time.Time // the earliest publication
}

// An Alike is an actor that another only looks like: a question for a person, who
// merges the two or keeps them apart. Of one whose own name is made of the letters
// of two alphabets, Actor is empty.
type Alike struct {
	Actor   ActorRef
	Name    string // of that actor, that this one's looks like
	As      string // as this one is written
	Because string
}
