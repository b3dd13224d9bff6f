package ascribe

// A Source is the voice in the text: who says it (PARC "source", UCDP
// source_original). The outlet's own voice is a source of role Narrator.
type Source struct {
	Role    Role        `json:"role"`
	Text    string      `json:"text,omitempty"`    // as written: "a police spokesman"; empty for the narrator
	Spans   []Span      `json:"spans,omitempty"`   // where it is written
	Mention *MentionID  `json:"mention,omitempty"` // the speaker's own mention, resolved through pronouns
	Via     []MentionID `json:"via,omitempty"`     // voices between: "the agency quoted a spokesman"
}

// Role is how the speaker stands to the actor spoken of. Self outranks
// Authority: an army spokesman speaking of the army is Self.
type Role uint8

// Roles of a source.
const (
	Narrator  Role = iota // the outlet, in its own voice
	Self                  // the party itself, or its spokesman
	Authority             // government, military, police, court
	Victim
	Witness
	Unnamed // "sources said"
	Other
)

var roles = []string{"narrator", "self", "authority", "victim", "witness", "unnamed", "other"}

// String returns the name of the role.
func (r Role) String() string { return nameOf(roles, r) }

// MarshalText writes the role's name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the role's name.
func (r *Role) UnmarshalText(b []byte) error { return parseName(r, "role", roles, b) }

// An OriginID names the place a piece of reporting entered the world: one wire
// dispatch, one press conference, one communiqué. Corroboration counts origins,
// never outlets. It is the id of the first document known to carry it, so an id
// once given out always leads to the origin that holds that document.
type OriginID = DocumentID
