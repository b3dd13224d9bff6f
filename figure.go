package ascribe

import "strconv"

// A Count is a number of people, or Unknown.
type Count int

// Unknown is the count that no source gives. It is written null, never 0.
const Unknown Count = -1

// MarshalJSON writes the number, or null.
func (c Count) MarshalJSON() ([]byte, error) {
	if c < 0 {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(c), 10), nil
}

// UnmarshalJSON reads a number that is not negative, or null.
func (c *Count) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*c = Unknown
		return nil
	}
	n, err := strconv.Atoi(string(b))
	if err != nil || n < 0 {
		return Errorf(Invalid, "%s is not a count", b)
	}
	*c = Count(n)
	return nil
}

// A Figure is a count with its doubt (UCDP low, best, high). "Ten" is {10, 10,
// 10}; "at least ten" is {10, 10, Unknown} and Open; "up to ten" is {Unknown,
// Unknown, 10}; "between five and seven" is {5, Unknown, 7}; "some" is all
// Unknown and Open. Best is only ever a number that the source gives.
type Figure struct {
	Low  Count `json:"low"`
	Best Count `json:"best"`
	High Count `json:"high"`
	Open bool  `json:"open"` // no upper bound was stated
}

// Exactly returns the figure of a plain number.
func Exactly(n Count) Figure { return Figure{Low: n, Best: n, High: n} }

// Validate reports a figure whose known bounds are out of order.
func (f Figure) Validate() error {
	last := Count(0)
	for _, c := range []Count{f.Low, f.Best, f.High} {
		if c == Unknown {
			continue
		}
		if c < last {
			return Errorf(Invalid, "figure %d-%d-%d is out of order", f.Low, f.Best, f.High)
		}
		last = c
	}
	return nil
}

// Harm is what happened to those counted.
type Harm uint8

// Harms.
const (
	Killed Harm = iota
	Injured
	Kidnapped
	Missing
	Arrested
	Displaced
)

var harms = []string{"killed", "injured", "kidnapped", "missing", "arrested", "displaced"}

// String returns the name of the harm.
func (h Harm) String() string { return nameOf(harms, h) }

// MarshalText writes the harm's name.
func (h Harm) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads the harm's name.
func (h *Harm) UnmarshalText(b []byte) error { return parseName(h, "harm", harms, b) }

// A Toll says how many of whom were harmed in an incident.
type Toll struct {
	Incident  MentionID   `json:"incident"`
	Harm      Harm        `json:"harm"`
	Of        string      `json:"of,omitempty"` // as written: "civilians", "two police officers"
	Figure    Figure      `json:"figure"`
	Part      bool        `json:"part,omitempty"`      // a part of another toll: "including two children"
	Attackers bool        `json:"attackers,omitempty"` // counts the attackers alone
	Words     string      `json:"words"`               // "at least 140 people"
	Span      Span        `json:"span"`
	Statement StatementID `json:"statement"`
	Because   string      `json:"because,omitempty"`
	Score     Score       `json:"score"`
}
