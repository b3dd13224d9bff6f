package ascribe

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// Judgement answers "the same?" for the two ends of a link.
type Judgement uint8

// Judgements.
const (
	Undecided Judgement = iota
	Same
	Different
	Unsure // a question for review; it joins nothing
)

var judgements = []string{"undecided", "same", "different", "unsure"}

// String returns the name of the judgement.
func (j Judgement) String() string { return nameOf(judgements, j) }

// MarshalText writes the judgement's name.
func (j Judgement) MarshalText() ([]byte, error) { return []byte(j.String()), nil }

// UnmarshalText reads the judgement's name.
func (j *Judgement) UnmarshalText(b []byte) error { return parseName(j, "judgement", judgements, b) }

// A Link judges whether two ends are one. The ends are two tellings of an
// incident, two documents of one origin, or a mention and an actor. Because
// lists what spoke for and against, so that a reviewer can disagree with a
// reason and not with a number. A machine's link rests on its own ends and
// nothing else, so a view that holds both documents may use it.
type Link struct {
	Kind       LinkKind   `json:"kind"`
	Left       string     `json:"left"`  // MentionID, or DocumentID for an origin
	Right      string     `json:"right"` // MentionID, DocumentID or ActorID
	Judgement  Judgement  `json:"judgement"`
	Score      Score      `json:"score"`
	Because    []Reason   `json:"because,omitempty"`
	Provenance Provenance `json:"provenance"`
}

// Key names what the link judges, by whom, and how; a link that says the same
// again has the same key.
func (l Link) Key() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{
		l.Kind.String(), l.Left, l.Right, l.Judgement.String(), l.Provenance.Activity, l.Provenance.Agent.Name,
	}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// LinkKind is what a link judges.
type LinkKind uint8

// Kinds of link.
const (
	SameIncident LinkKind = iota // mention and mention
	SameOrigin                   // document and document
	IsActor                      // mention and actor
)

var linkKinds = []string{"same_incident", "same_origin", "is_actor"}

// String returns the name of the link kind.
func (k LinkKind) String() string { return nameOf(linkKinds, k) }

// MarshalText writes the kind's name.
func (k LinkKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *LinkKind) UnmarshalText(b []byte) error { return parseName(k, "link kind", linkKinds, b) }

// A Reason is one feature of a match: its name, its weight, the two values.
type Reason struct {
	Feature string  `json:"feature"`
	Weight  float64 `json:"weight"`
	Left    string  `json:"left,omitempty"`
	Right   string  `json:"right,omitempty"`
}

// String returns the reason in a line: the feature, its weight, both values.
func (r Reason) String() string {
	return fmt.Sprintf("%s %+.2f (%s / %s)", r.Feature, r.Weight, r.Left, r.Right)
}

// Verdict is what a reviewer ruled.
type Verdict uint8

// Verdicts.
const (
	Accept Verdict = iota
	Reject
	Defer
)

var verdicts = []string{"accept", "reject", "defer"}

// String returns the name of the verdict.
func (v Verdict) String() string { return nameOf(verdicts, v) }

// MarshalText writes the verdict's name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the verdict's name.
func (v *Verdict) UnmarshalText(b []byte) error { return parseName(v, "verdict", verdicts, b) }

// A Decision is a person's ruling on a statement. It is appended, never edited;
// Supersedes names the decision it replaces. (A ruling on a link is a Link of
// the person's own.)
type Decision struct {
	ID          string      `json:"id"`
	Statement   StatementID `json:"statement"`
	Verdict     Verdict     `json:"verdict"`
	Credibility Credibility `json:"credibility,omitzero"`
	Reason      string      `json:"reason"`
	By          Agent       `json:"by"`
	At          time.Time   `json:"at"`
	Supersedes  string      `json:"supersedes,omitempty"`
}

// Credibility is the reviewer's rating on the Admiralty scale: reliability of
// the source A-F, credibility of the information 1-6. Zero is not rated, which
// is exported as "cannot be judged" (F6).
type Credibility struct {
	Source      string `json:"source,omitempty"`
	Information int    `json:"information,omitempty"`
}
