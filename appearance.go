package ascribe

import "time"

// An OutletID names the publisher of a document: its registrable domain, or its
// name where no address is known (ACLED source, UCDP source_office).
type OutletID string

// An Appearance is one place and time a document was published. Ten outlets that
// reprint one dispatch are one Document and ten Appearances.
type Appearance struct {
	Document  DocumentID `json:"document"`
	InputID   string     `json:"input_id"` // as given in JSON Lines, else the path
	Outlet    OutletID   `json:"outlet,omitempty"`
	URL       string     `json:"url,omitempty"` // canonical
	Headline  string     `json:"headline,omitempty"`
	Byline    string     `json:"byline,omitempty"`
	Published Published  `json:"published,omitzero"`
	Retrieved time.Time  `json:"retrieved"`
	Raw       BlobKey    `json:"raw,omitempty"` // the bytes as fetched
	Status    PubStatus  `json:"status,omitzero"`
}

// PubStatus is what who sent an item says of its use (IPTC ninjs pubstatus).
type PubStatus uint8

// Statuses. An item that is withheld or canceled is not to be used.
const (
	Usable PubStatus = iota
	Withheld
	Canceled
)

var pubStatuses = []string{"usable", "withheld", "canceled"}

// String returns the name of the status.
func (s PubStatus) String() string { return nameOf(pubStatuses, s) }

// MarshalText writes the status's name.
func (s PubStatus) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the status's name.
func (s *PubStatus) UnmarshalText(b []byte) error { return parseName(s, "pubstatus", pubStatuses, b) }

// PublicBy returns the moment by which the appearance was surely public: the
// end of the day for a bare date, and the retrieval where no date is printed.
// An as-of view holds an article when this is not after its pin.
func (a Appearance) PublicBy() time.Time {
	switch {
	case a.Published.Time.IsZero():
		return a.Retrieved
	case a.Published.DayOnly:
		return a.Published.Time.AddDate(0, 0, 1).Add(-time.Nanosecond)
	}
	return a.Published.Time
}

// Published is when an outlet says it published; the zero value is not stated.
type Published struct {
	Time    time.Time `json:"time"`
	DayOnly bool      `json:"day_only,omitempty"` // a date without a time of day, at 00:00 UTC
	From    string    `json:"from,omitempty"`     // where it was found: "given", "feed", "meta", "text", …
}

// IsZero reports whether no publication date is known.
func (p Published) IsZero() bool { return p.Time.IsZero() }

// A BlobKey names bytes in the archive by their content: "sha256:" and 64
// hexadecimal digits.
type BlobKey string
