package ascribe

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
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
// incident, two documents of one origin, a mention and an actor, or two actors.
// Because lists what spoke for and against, so that a reviewer can disagree with
// a reason and not with a number. A link of the ledger is the machine's: it rests
// on its own ends and nothing else, so a view that holds both documents may use
// it. A person's link is a [Pair] of a [Decision].
type Link struct {
	Kind       LinkKind   `json:"kind"`
	Left       string     `json:"left"`  // MentionID, or DocumentID for an origin
	Right      string     `json:"right"` // MentionID, DocumentID or ActorID
	Judgement  Judgement  `json:"judgement"`
	Score      Score      `json:"score"`
	Because    []Reason   `json:"because,omitempty"`
	Provenance Provenance `json:"provenance"`
	// Engines name the readings that a machine's link rests on, the left end's
	// first. It holds as long as those are the current ones.
	Engines []string `json:"engines,omitempty"`
}

// Key names what the link judges, by whom, and how; a link that says the same
// again has the same key.
func (l Link) Key() string {
	words := []string{l.Kind.String(), l.Left, l.Right, l.Judgement.String(), l.Provenance.Activity, l.Provenance.Agent.Name}
	if len(l.Engines) > 0 {
		words = append(words, strings.Join(l.Engines, "\x01"))
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// A Doubt asks whether two incidents are one.
type Doubt struct {
	Incidents [2]IncidentID
	Score     Score // for their being one, over all that is told of them
	Link      Link  // of those between their tellings the one that speaks most for it
}

// Documents returns the documents that the ends of the link lie in, each once.
func (l Link) Documents() []DocumentID {
	var out []DocumentID
	for _, end := range []string{l.Left, l.Right} {
		if id, ok := DocumentOf(end); ok && (len(out) == 0 || out[0] != id) {
			out = append(out, id)
		}
	}
	return out
}

// DocumentOf returns the document that the end of a link lies in; an actor lies in
// none.
func DocumentOf(end string) (DocumentID, bool) {
	var m MentionID
	if m.UnmarshalText([]byte(end)) == nil {
		return m.Document, true
	}
	var d DocumentID
	return d, d.UnmarshalText([]byte(end)) == nil
}

// LinkKind is what a link judges.
type LinkKind uint8

// Kinds of link.
const (
	SameIncident LinkKind = iota // mention and mention
	SameOrigin                   // document and document
	IsActor                      // mention and actor
	SameActor                    // actor and actor; only people say so
)

var linkKinds = []string{"same_incident", "same_origin", "is_actor", "same_actor"}

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
