package ascribe

import "time"

// Pins say from when a view is taken. The zero value is now.
type Pins struct {
	AsOf    time.Time // hold only what had been published by then
	KnownAt time.Time // hold only what stood in the ledger by then
}

// ParseMoment reads a pin: a day, which means its end (UTC), or a moment of RFC 3339,
// the seconds of which may be left out. Nothing is the zero moment, which is now.
func ParseMoment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day.AddDate(0, 0, 1).Add(-time.Nanosecond), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if at, err := time.Parse(layout, s); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, WithHint(Errorf(Invalid, "%q is no time", s), "write 2025-03-08 (the end of that day, UTC) or 2025-03-08T14:30:00Z")
}

// A Record is what the sources say of one incident within two pins. It is
// computed, never stored as truth.
type Record struct {
	Incident  IncidentID
	Also      []IncidentID // every other id that leads here
	Pins      Pins
	Title     string // "Bombing, Port Maren, 3 March 2031", from the values below
	Type      IncidentType
	Stage     Stage
	When      *Date  // the value that most origins give; nil when none does
	Where     *Place // likewise
	Types     []Sourced[IncidentType]
	Stages    []Sourced[Stage]
	Dates     []Sourced[Date] // every value that is given, best supported first
	Places    []Sourced[Place]
	Targets   []Sourced[Entity] // physical and human targets; only named public ones are named
	Weapons   []Sourced[Entity]
	Matrix    []Cell // the claim matrix: actor by source over time
	Turns     []Turn // where a source changed its position, in order of time
	Tolls     []TollRange
	Relations []Sourced[ActorRelation] // between the actors of the matrix
	Documents []Telling
	Withdrawn *Lapse // of the last telling, where none stands any more: what it holds is what was said
	Origins   []Origin
	Shared    []Shared             // what several origins rest on together
	Contested []string             // what sources disagree on, in words
	Cited     map[StatementID]Cite // every statement that the record rests on
	Links     []Link               // the judgements that hold it together, with their reasons
	Decisions []Decision           // what people ruled that bears on it and stands, in order
}

// Sourced pairs a value with the statements that say so and the number of
// independent origins among them.
type Sourced[T any] struct {
	Value      T
	Statements []StatementID
	Origins    int
}

// A Cell is one actor's responsibility in the eyes of one source.
type Cell struct {
	Actor    ActorRef
	Source   string // the source as named: "interior ministry", or the outlet for the narrator
	Role     Role
	Position Position
	Since    time.Time // the earliest publication of a statement in Support
	Until    time.Time // when the source took another position in its place; zero while it has not
	Lapsed   *Lapse    // of the last statement in Support, where none of them stands any more
	Support  Sourced[Attribution]
	Reprints int // documents in Support beyond one for each origin
}

// A Turn is a source that takes another position on an actor than it did before.
type Turn struct {
	Actor      ActorRef
	Source     string
	Role       Role
	From, To   Position
	At         time.Time // publication of the first statement that takes the new one
	Statements []StatementID
}

// A TollRange is one harm's figures by a named policy, and how they came.
type TollRange struct {
	Harm   Harm
	Figure Figure
	Policy Policy
	Others map[Policy]Figure // what other policies, and older versions, make of the same course
	Course []TollPoint       // by publication
}

// A TollPoint is one figure as one source gave it at one time.
type TollPoint struct {
	At    time.Time // publication, or retrieval where none is printed
	Toll  Toll
	By    string // who says it
	Role  Role
	Early bool // given within a day of the incident
	Copy  bool // in the words of an earlier document of its origin
	// Lapsed tells why the words do not stand any more; nil while they do.
	Lapsed *Lapse
}

// An ActorRelation is a relation between actors of the register.
type ActorRelation struct {
	Subject, Object ActorRef
	Kind            RelationKind
	Negated         bool
	From, To        *Date
}

// A Telling is a document that tells of the incident.
type Telling struct {
	Document    DocumentID
	Mention     MentionID
	Appearances []Appearance
	Origin      OriginID
	Late        bool // background in an article about something else
	// Lapsed tells why no word of the telling stands any more; nil while one does.
	Lapsed *Lapse
}

// An Origin groups the documents that are one piece of reporting.
type Origin struct {
	ID        OriginID
	Name      string // the credited wire or the first outlet
	Documents []DocumentID
	Because   []Link // why they are one
	Lapsed    bool   // no telling of it stands any more
}

// A Shared is what several origins rest on together, for part of what they say.
// They stay origins of their own, and what rests on it counts once.
type Shared struct {
	Kind       SharedKind
	Who        []string // the speaker; of a circle the outlets that cite one another
	Statements []StatementID
	Origins    []OriginID
	Because    []Reason
}

// SharedKind is how several origins come to rest on one thing.
type SharedKind uint8

// Kinds of what is shared.
const (
	OneOccasion SharedKind = iota // a source spoke to all of them: a news conference, a communiqué
	InCircle                      // each cites another of them
)

var sharedKinds = []string{"occasion", "circle"}

// String returns the name of the kind.
func (k SharedKind) String() string { return nameOf(sharedKinds, k) }

// MarshalText writes the kind's name.
func (k SharedKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *SharedKind) UnmarshalText(b []byte) error {
	return parseName(k, "kind of what is shared", sharedKinds, b)
}

// A Cite is what a footnote needs of one statement.
type Cite struct {
	Statement  Statement
	Appearance Appearance
	Origin     OriginID
	Words      string   // the sentence, as archived
	Private    []Span   // of Words, in order: names of private persons, withheld from what leaves
	Accepted   bool     // a person found it rightly read
	Coded      []string // the decisions by which people coded it, or what it carries, by hand
	Hand       bool     // the statement itself is a person's: the machine reads none such
	Lapsed     *Lapse   // why its words do not stand any more; nil while they do
	Rated      Credibility
}

// ActorSummary is one line of the register: an actor and where it stands.
type ActorSummary struct {
	Actor     ActorRef
	Names     []string // as written in the articles, most frequent first
	Documents int
	Incidents []IncidentID
	Positions map[Position]int // how many origins take each position on it
	Relations []Sourced[ActorRelation]
}
