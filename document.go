package ascribe

import (
	"crypto/sha256"
	"encoding/hex"
)

// A DocumentID is the SHA-256 of a document's canonical text. A reprint with
// the same words is the same document, appearing twice.
type DocumentID [sha256.Size]byte

// HashText returns the DocumentID of canonical text.
func HashText(text string) DocumentID { return sha256.Sum256([]byte(text)) }

// String returns the id in hexadecimal.
func (id DocumentID) String() string { return hex.EncodeToString(id[:]) }

// MarshalText writes the id in hexadecimal.
func (id DocumentID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads 64 hexadecimal digits.
func (id *DocumentID) UnmarshalText(b []byte) error { return unhex(id[:], "document id", b) }

// unhex fills dst from exactly twice as many hexadecimal digits.
func unhex(dst []byte, what string, b []byte) error {
	if len(b) != 2*len(dst) {
		return Errorf(Invalid, "%s %q has %d digits, not %d", what, b, len(b), 2*len(dst))
	}
	if _, err := hex.Decode(dst, b); err != nil {
		return Errorf(Invalid, "%s %q: %w", what, b, err)
	}
	return nil
}

// A Document is the text of an article, cleaned once and never changed.
type Document struct {
	ID        DocumentID `json:"id"`
	Language  string     `json:"language,omitempty"` // BCP 47; empty when unknown
	Text      string     `json:"-"`                  // canonical text, UTF-8; every Span indexes into it
	Blocks    []Block    `json:"blocks,omitempty"`   // in order, disjoint; together they hold every sentence
	Sentences []Span     `json:"sentences,omitempty"`
	Credits   []Credit   `json:"credits,omitempty"` // who is credited with the reporting, by the text itself
}

// A Span is a half-open range of bytes, [Start, End), in a document's text.
type Span struct {
	Start int `json:"s"`
	End   int `json:"e"`
}

// Of returns the text the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Holds reports whether t lies inside s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Meets reports whether s and t share a byte.
func (s Span) Meets(t Span) bool { return s.Start < t.End && t.Start < s.End }

// IsZero reports whether the span is the empty span at 0, which means absent.
func (s Span) IsZero() bool { return s == Span{} }

// A Block is a stretch of a document of one kind.
type Block struct {
	Kind BlockKind `json:"kind"`
	Span Span      `json:"span"`
}

// BlockKind tells the reporting from what stands around it.
type BlockKind uint8

// Kinds of block. Only Body, Title and Dateline blocks are reporting; Furniture
// is what a page adds: navigation, comment forms, "please wait".
const (
	Body BlockKind = iota
	Title
	Byline
	Dateline
	Caption
	Furniture
)

var blockKinds = []string{"body", "title", "byline", "dateline", "caption", "furniture"}

// String returns the name of the block kind.
func (k BlockKind) String() string { return nameOf(blockKinds, k) }

// MarshalText writes the kind's name.
func (k BlockKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *BlockKind) UnmarshalText(b []byte) error { return parseName(k, "block kind", blockKinds, b) }

// A Credit is the text's own word on where its reporting came from: "(EFE)" in
// a dateline, "Source: example.org" at the foot. A photo credit is not one.
type Credit struct {
	Name string     `json:"name"`
	Kind CreditKind `json:"kind"`
	Span Span       `json:"span"`
}

// CreditKind is what a credit says of the party it names.
type CreditKind uint8

// Kinds of credit.
const (
	Wire            CreditKind = iota // the agency whose dispatch this is
	CreditedOutlet                    // the outlet that the text calls its own
	RepublishedFrom                   // where the text was first published
)

var creditKinds = []string{"wire", "outlet", "republished_from"}

// String returns the name of the credit kind.
func (k CreditKind) String() string { return nameOf(creditKinds, k) }

// MarshalText writes the kind's name.
func (k CreditKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *CreditKind) UnmarshalText(b []byte) error {
	return parseName(k, "credit kind", creditKinds, b)
}

// An Anchor ties a statement to the exact words that carry it. Quote repeats
// the words so that a reader, or a test, can check the anchor against the
// archive without trusting the offsets.
type Anchor struct {
	Document DocumentID `json:"document"`
	Sentence int        `json:"sentence"`
	Span     Span       `json:"span"`
	Quote    string     `json:"quote"`
}

// Check reports whether the anchor still points at its quote.
func (a Anchor) Check(d *Document) error {
	if a.Document != d.ID {
		return Errorf(Invalid, "anchor belongs to document %s, not %s", a.Document, d.ID)
	}
	if a.Span.Start < 0 || a.Span.End > len(d.Text) || a.Span.Start > a.Span.End {
		return Errorf(Invalid, "anchor %v lies outside the text (%d bytes)", a.Span, len(d.Text))
	}
	if got := a.Span.Of(d.Text); got != a.Quote {
		return Errorf(Conflict, "anchor quotes %q, the archive says %q", a.Quote, got)
	}
	return nil
}
