package ascribe

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// A StatementID is a hash of the anchor, the speaker and the content, and of
// nothing else: not the model, not the score. The same finding keeps its ID, and
// the decisions made on it, when a better model reads the article again.
type StatementID [16]byte

// String returns the id in hexadecimal.
func (id StatementID) String() string { return hex.EncodeToString(id[:]) }

// MarshalText writes the id in hexadecimal.
func (id StatementID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads 32 hexadecimal digits.
func (id *StatementID) UnmarshalText(b []byte) error { return unhex(id[:], "statement id", b) }

// A Statement is one source saying one thing in one sentence (the attribution
// relation of PARC and PolNeAR: source, cue, content). The coded values that it
// carries name it.
type Statement struct {
	ID        StatementID `json:"id"`
	Anchor    Anchor      `json:"anchor"` // the sentence that carries it
	Source    Source      `json:"source"`
	Cue       []Span      `json:"cue,omitempty"` // "said", "claimed", "according to"; empty for the narrator
	Content   []Span      `json:"content"`       // what is said; may run over sentences
	Quotation Quotation   `json:"quotation"`
	Modality  Modality    `json:"modality,omitzero"`
	SaidAt    *Date       `json:"said_at,omitempty"`
	Score     Score       `json:"score"`
	Because   string      `json:"because,omitempty"` // the rule or feature, in words a reviewer can argue with
}

// Identify sets and returns the statement's id from its anchor, speaker and
// content.
func (s *Statement) Identify() StatementID {
	h := sha256.New()
	h.Write(s.Anchor.Document[:])
	put := func(spans []Span) {
		_ = binary.Write(h, binary.BigEndian, int64(len(spans))) // a hash never fails to write
		for _, p := range spans {
			_ = binary.Write(h, binary.BigEndian, [2]int64{int64(p.Start), int64(p.End)})
		}
	}
	put([]Span{s.Anchor.Span})
	h.Write([]byte{byte(min(s.Source.Role, 1))}) // narrator or a voice: a finer role may be corrected
	put(s.Source.Spans)
	put(s.Content)
	copy(s.ID[:], h.Sum(nil))
	return s.ID
}

// Score is the machine's own doubt about its reading, in [0, 1]. It says
// nothing about how sure the source is (see Stance) nor how reliable the
// source is (see Credibility).
type Score float64

// Quotation is how the words of the content are given.
type Quotation uint8

// Kinds of quotation.
const (
	NotQuoted Quotation = iota // the narrator's own words
	Direct                     // all within quotation marks
	Indirect                   // reported in the outlet's words
	Mixed
)

var quotations = []string{"none", "direct", "indirect", "mixed"}

// String returns the name of the quotation.
func (q Quotation) String() string { return nameOf(quotations, q) }

// MarshalText writes the quotation's name.
func (q Quotation) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads the quotation's name.
func (q *Quotation) UnmarshalText(b []byte) error {
	return parseName(q, "quotation", quotations, b)
}

// Modality is the mood of what is said (PLOVER's auxiliary modes).
type Modality struct {
	Negated      bool `json:"negated,omitempty"`
	Hedged       bool `json:"hedged,omitempty"` // "apparently", "alleged"
	Hypothetical bool `json:"hypothetical,omitempty"`
	Future       bool `json:"future,omitempty"`
	Historical   bool `json:"historical,omitempty"` // background, not this news
}

// A Reading is everything extract found in one document. The newest engine's
// reading of a document is the current one; all are kept.
type Reading struct {
	Document     DocumentID    `json:"document"`
	Engine       string        `json:"engine"` // name, version and fingerprint of what read it
	Mentions     []Mention     `json:"mentions,omitempty"`
	Dates        []Date        `json:"dates,omitempty"`
	Statements   []Statement   `json:"statements,omitempty"`
	Incidents    []Occurrence  `json:"incidents,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
	Tolls        []Toll        `json:"tolls,omitempty"` // of each harm first the one that sums up the article
	Relations    []Relation    `json:"relations,omitempty"`
	Notices      []Notice      `json:"notices,omitempty"`   // that something published does not stand
	Truncated    string        `json:"truncated,omitempty"` // which cap cut the reading short, if one did
}
