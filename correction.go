package ascribe

// A Correction puts a person's value in place of the one that the machine read
// of a telling, adds one that it missed, or strikes one. It names what it is
// about by words of the article, never by the machine's numbering, so it holds
// for a later reading that finds the same.
type Correction struct {
	Telling MentionID `json:"telling"` // of the incident
	Slot    Slot      `json:"slot"`
	Strike  bool      `json:"strike,omitempty"` // the value is not said: leave it out

	// The value of the slot. A struck toll or attribution is named by the fields
	// that tell it from others; a struck date or place needs none.
	Type        *IncidentType `json:"type,omitempty"`
	Stage       *Stage        `json:"stage,omitempty"`
	Date        *Date         `json:"date,omitempty"`
	Place       *Place        `json:"place,omitempty"`
	Toll        *Toll         `json:"toll,omitempty"`        // told apart by statement, harm and span
	Attribution *Attribution  `json:"attribution,omitempty"` // told apart by statement and actor
}

// Slot is which value of a telling a correction is about.
type Slot uint8

// Slots.
const (
	NoSlot Slot = iota
	TypeSlot
	StageSlot
	DateSlot
	PlaceSlot
	TollSlot
	AttributionSlot
)

var slots = []string{"", "type", "stage", "date", "place", "toll", "attribution"}

// String returns the name of the slot.
func (s Slot) String() string { return nameOf(slots, s) }

// MarshalText writes the slot's name.
func (s Slot) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the slot's name.
func (s *Slot) UnmarshalText(b []byte) error { return parseName(s, "slot", slots, b) }

func (c *Correction) validate() error {
	has := [...]bool{
		TypeSlot: c.Type != nil, StageSlot: c.Stage != nil, DateSlot: c.Date != nil, PlaceSlot: c.Place != nil,
		TollSlot: c.Toll != nil, AttributionSlot: c.Attribution != nil,
	}
	if c.Slot == NoSlot || int(c.Slot) >= len(has) {
		return Errorf(Invalid, "a correction names one of %q", slots[1:])
	}
	for slot, given := range has {
		if given && Slot(slot) != c.Slot {
			return Errorf(Invalid, "a correction of the %s has a %s", c.Slot, Slot(slot))
		}
	}
	empty := c.Slot == DateSlot || c.Slot == PlaceSlot
	switch {
	case c.Strike && (c.Slot == TypeSlot || c.Slot == StageSlot):
		return WithHint(Errorf(Invalid, "an incident has a %s always; it cannot be struck", c.Slot), "reject the statements that tell of the incident")
	case c.Strike && empty == has[c.Slot]:
		return Errorf(Invalid, "to strike a %s takes its words, to strike a date or a place takes none", c.Slot)
	case !c.Strike && !has[c.Slot]:
		return Errorf(Invalid, "a correction of the %s gives none", c.Slot)
	case c.Toll != nil:
		return c.Toll.Figure.Validate()
	}
	return nil
}

// Same reports whether two tolls are one by what tells tolls apart.
func (t *Toll) Same(o *Toll) bool {
	return t.Incident == o.Incident && t.Statement == o.Statement && t.Harm == o.Harm && t.Span == o.Span
}

// Same reports whether two attributions are one by what tells them apart.
func (a *Attribution) Same(o *Attribution) bool {
	return a.Incident == o.Incident && a.Statement == o.Statement && a.Actor == o.Actor
}
