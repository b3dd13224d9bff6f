package ascribe

import "time"

// A Date is a day or a range of days, as a text gives it. It is never filled in
// from a publication date: what is not said stays unknown.
type Date struct {
	Text      string        `json:"text,omitempty"` // as written: "last Friday"
	Span      Span          `json:"span,omitzero"`
	EDTF      string        `json:"edtf,omitempty"` // ISO 8601-2 level 0 or 1; empty when unresolved
	From      time.Time     `json:"from,omitzero"`  // first day that it may be, 00:00 UTC; zero when unresolved
	To        time.Time     `json:"to,omitzero"`    // last day that it may be
	Precision DatePrecision `json:"precision"`
	Basis     Basis         `json:"basis"`
	Because   string        `json:"because,omitempty"` // what it was counted from, and of an incident why it is its date
}

// Resolved reports whether the date names days of a calendar.
func (d *Date) Resolved() bool { return d != nil && !d.From.IsZero() && !d.To.IsZero() }

// DatePrecision is how closely a date is known. UCDP date_prec and ACLED
// time_precision are mappings from it.
type DatePrecision uint8

// Precisions of a date.
const (
	UnknownDate DatePrecision = iota
	Day
	Week
	Month
	Season
	Year
	Range
)

var datePrecisions = []string{"unknown", "day", "week", "month", "season", "year", "range"}

// String returns the name of the date precision.
func (p DatePrecision) String() string { return nameOf(datePrecisions, p) }

// MarshalText writes the precision's name.
func (p DatePrecision) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the precision's name.
func (p *DatePrecision) UnmarshalText(b []byte) error {
	return parseName(p, "date precision", datePrecisions, b)
}

// Basis is what a date rests on.
type Basis uint8

// Bases of a date.
const (
	NoBasis Basis = iota // unresolved
	Explicit
	RelativeToPublication // counted from the publication date that the article prints
	RelativeToText        // counted from another date in the text
)

var bases = []string{"", "explicit", "relative_to_publication", "relative_to_text"}

// String returns the name of the basis.
func (b Basis) String() string { return nameOf(bases, b) }

// MarshalText writes the basis's name.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the basis's name.
func (b *Basis) UnmarshalText(t []byte) error { return parseName(b, "basis", bases, t) }
