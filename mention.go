package ascribe

import (
	"fmt"
	"strconv"
	"strings"
)

// A MentionID names a mention by its kind and where it first appears in its
// document.
type MentionID struct {
	Document DocumentID
	Kind     MentionKind
	At       int // byte offset of the first span
}

// String returns "kind@offset:document".
func (m MentionID) String() string {
	return fmt.Sprintf("%s@%d:%s", m.Kind, m.At, m.Document)
}

// MarshalText writes the id as String does.
func (m MentionID) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads "kind@offset:document".
func (m *MentionID) UnmarshalText(b []byte) error {
	kind, rest, _ := strings.Cut(string(b), "@")
	at, doc, ok := strings.Cut(rest, ":")
	n, err := strconv.Atoi(at)
	if !ok || err != nil || n < 0 {
		return Errorf(Invalid, "%q is not a mention id (kind@offset:document)", b)
	}
	m.At = n
	if err := m.Kind.UnmarshalText([]byte(kind)); err != nil {
		return err
	}
	return m.Document.UnmarshalText([]byte(doc))
}

// A Mention is what a document says of one actor, person, place or incident:
// the chain of its wordings.
type Mention struct {
	ID    MentionID `json:"id"`
	Text  string    `json:"text"`            // the most specific wording in the chain
	Spans []Span    `json:"spans"`           // the coreference chain, first mention first
	Actor *ActorRef `json:"actor,omitempty"` // for an actor that the register knows
	Place *Place    `json:"place,omitempty"` // for a place: what it resolved to
	// Matches say by which name of the register the mention is its actor, and
	// which actors it only looks like.
	Matches []NameMatch `json:"matches,omitempty"`
	// NoActor says why a mention that speaks or acts like an actor is none: it is
	// a person whom the register does not have, or no name.
	NoActor string `json:"no_actor,omitempty"`
}

// MentionKind tells what a mention refers to.
type MentionKind uint8

// Kinds of mention. A person is private: counted and quoted, never an actor.
const (
	ActorMention MentionKind = iota
	PersonMention
	PlaceMention
	IncidentMention
)

var mentionKinds = []string{"actor", "person", "place", "incident"}

// String returns the name of the mention kind.
func (k MentionKind) String() string { return nameOf(mentionKinds, k) }

// MarshalText writes the kind's name.
func (k MentionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *MentionKind) UnmarshalText(b []byte) error {
	return parseName(k, "mention kind", mentionKinds, b)
}

// An Entity is what fills a role of an incident: one thing, all its wordings in
// the article.
type Entity struct {
	Mention *MentionID `json:"mention,omitempty"`
	Text    string     `json:"text"`  // best wording
	Named   bool       `json:"named"` // a named minister, not "two peasants"
	Spans   []Span     `json:"spans"`
	Score   Score      `json:"score"`
	Because string     `json:"because,omitempty"` // why it fills the role
}
