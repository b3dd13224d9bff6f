package ascribe

// RelationKind is how two actors stand to each other.
type RelationKind uint8

// Kinds of relation.
const (
	AffiliateOf RelationKind = iota
	OffshootOf
	PartOf
	AlliedWith
	Supports
	RivalOf
	Opposes
	TargetsActor
	LedBy
	AliasOf
	SuccessorOf // took another's place: a new name, a merger; only the register says so
)

var relationKinds = []string{
	"affiliate_of", "offshoot_of", "part_of", "allied_with", "supports", "rival_of", "opposes", "targets", "led_by", "alias_of", "successor_of",
}

// String returns the name of the relation kind.
func (k RelationKind) String() string { return nameOf(relationKinds, k) }

// MarshalText writes the kind's name.
func (k RelationKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *RelationKind) UnmarshalText(b []byte) error {
	return parseName(k, "relation kind", relationKinds, b)
}

// A Relation says how one actor stands to another, and over what time.
type Relation struct {
	Subject   MentionID    `json:"subject"`
	Kind      RelationKind `json:"kind"`
	Object    MentionID    `json:"object"`
	From      *Date        `json:"from,omitempty"`
	To        *Date        `json:"to,omitempty"`
	Negated   bool         `json:"negated"`
	Statement StatementID  `json:"statement"`
	Because   string       `json:"because,omitempty"`
	Score     Score        `json:"score"`
}
