package ascribe

// A Change is what became of one incident between two views.
type Change struct {
	Kind   ChangeKind
	Before []*Record // of the earlier view: those whose tellings After holds
	After  *Record   // nil where the incident is gone
}

// ChangeKind is what became of an incident.
type ChangeKind uint8

// Kinds of change.
const (
	Appeared ChangeKind = iota // no telling of it stood in the earlier view
	Gone                       // none of its tellings stands in the later view
	Joined                     // of several incidents of the earlier view
	Parted                     // of an incident that is now several
	Altered                    // what the sources say of it is another
)

var changeKinds = []string{"appeared", "gone", "joined", "parted", "altered"}

// String returns the name of the kind.
func (k ChangeKind) String() string { return nameOf(changeKinds, k) }

// MarshalText writes the kind's name.
func (k ChangeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *ChangeKind) UnmarshalText(b []byte) error {
	return parseName(k, "kind of change", changeKinds, b)
}
