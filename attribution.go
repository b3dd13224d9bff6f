package ascribe

// An Attribution says that an actor is, or is not, responsible for an incident
// (STIX attributed-to; MUC-4 slots 10 and 11; GTD gname, claimed).
type Attribution struct {
	Incident  MentionID   `json:"incident"`
	Actor     MentionID   `json:"actor"` // an actor, or a person when individuals alone are blamed
	Stance    Stance      `json:"stance"`
	Statement StatementID `json:"statement"`
	Because   string      `json:"because,omitempty"`
	Score     Score       `json:"score"`
}

// Position is how one source stands to the responsibility of one actor.
type Position uint8

// Positions. The first six refine the MUC-4 set "PERP: ORGANIZATION
// CONFIDENCE", the last two complete it for a record that evolves.
const (
	NoPosition           Position = iota
	ReportedAsFact                // the outlet states it in its own voice, unhedged
	Claimed                       // the actor says it did it
	AccusedByAuthorities          // an authority says the actor did it
	Accused                       // another source says the actor did it
	Suspected                     // said with doubt, by no authority
	Possible                      // named beside the incident, accused by no one
	Denied                        // a source says the actor did not do it
	Cleared                       // an authority or court rules the actor out
)

var positions = []string{
	"", "reported_as_fact", "claimed", "accused_by_authorities", "accused",
	"suspected", "possible", "denied", "cleared",
}

// String returns the name of the position.
func (p Position) String() string { return nameOf(positions, p) }

// MarshalText writes the position's name.
func (p Position) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the position's name.
func (p *Position) UnmarshalText(b []byte) error { return parseName(p, "position", positions, b) }

// A Stance is what one statement gives away about responsibility: who speaks,
// and in what mood. Position follows from it.
type Stance struct {
	Speaker   Role `json:"speaker"`
	Connected bool `json:"connected"` // the actor is explicitly tied to the incident
	Hedged    bool `json:"hedged"`    // "apparently", "alleged", "suspected"
	Negated   bool `json:"negated"`   // the speaker says the actor did not do it
	Acquitted bool `json:"acquitted"` // the text reports an acquittal
}

// Position walks the MUC-4 decision tree for slot 11 (template-doc-part2, v7),
// extended with denial. Order matters: each question assumes the ones above it
// were answered no.
func (s Stance) Position() Position {
	switch {
	case s.Acquitted, s.Negated && s.Speaker == Authority:
		return Cleared
	case s.Negated:
		return Denied
	case !s.Connected:
		return Possible
	case s.Speaker == Self:
		return Claimed
	case s.Speaker == Narrator && !s.Hedged:
		return ReportedAsFact
	case s.Speaker == Authority:
		return AccusedByAuthorities
	case s.Speaker != Narrator && !s.Hedged:
		return Accused
	default:
		return Suspected
	}
}

// MUC4 returns the MUC-4 set fill a position scores as; ok is false for denied,
// which MUC-4 has no fill for.
func (p Position) MUC4() (fill string, ok bool) {
	switch p {
	case ReportedAsFact:
		return "REPORTED AS FACT", true
	case Claimed:
		return "CLAIMED OR ADMITTED", true
	case AccusedByAuthorities:
		return "SUSPECTED OR ACCUSED BY AUTHORITIES", true
	case Accused, Suspected:
		return "SUSPECTED OR ACCUSED", true
	case Possible:
		return "POSSIBLE", true
	case Cleared:
		return "ACQUITTED", true
	}
	return "", false
}
