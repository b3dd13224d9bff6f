package ascribe

import "slices"

// A Coding is what a person read in an article and the machine did not: who says
// it, in which exact words, and what of an incident it tells. It carries all that
// it needs, so it stands whatever a later engine reads or misses. It names what it
// is about by words of the article alone.
type Coding struct {
	// Statement is the person's: its anchor quotes the sentence. Where the reading
	// has the same one, the value goes with it and the person's word on who speaks
	// counts.
	Statement Statement `json:"statement"`

	// A value of an incident that the article tells of.
	Deed  *Deed       `json:"deed,omitempty"`  // of which incident
	Value *Correction `json:"value,omitempty"` // never a strike; a toll or an attribution names the statement
	Actor *Mention    `json:"actor,omitempty"` // of an attribution: the words that name who is held responsible
	Is    ActorID     `json:"is,omitempty"`    // who these words name; empty for a private person and for words that are no name

	// Or the statement takes the place of one that has the wrong speaker, and
	// carries from then on what that one carried.
	Instead *StatementID `json:"instead,omitempty"`
}

// A Deed is the words by which an article tells of an incident, as a person coded
// it: where a later reading has no telling at these words, it is told by them.
type Deed struct {
	Telling MentionID    `json:"telling"`
	Text    string       `json:"text"`
	Span    Span         `json:"span"`
	Type    IncidentType `json:"type"`
	Stage   Stage        `json:"stage"`
	Recent  bool         `json:"recent"`        // news in this article
	New     bool         `json:"new,omitempty"` // the person told of it first; no telling of the machine's is meant
}

// Document returns the document that was coded.
func (c *Coding) Document() DocumentID { return c.Statement.Anchor.Document }

// Spans returns the words of the value in the article; the zero span where it has
// none of its own.
func (c *Coding) Spans() []Span {
	var out []Span
	if v := c.Value; v != nil {
		switch {
		case v.Date != nil:
			out = append(out, v.Date.Span)
		case v.Place != nil:
			out = append(out, v.Place.Span)
		case v.Toll != nil:
			out = append(out, v.Toll.Span)
		}
	}
	if c.Actor != nil {
		out = append(out, c.Actor.Spans...)
	}
	return slices.DeleteFunc(out, Span.IsZero)
}

func (c *Coding) validate() error {
	s := &c.Statement
	if again := *s; again.Identify() != s.ID {
		return Errorf(Invalid, "statement %s of a coding has the anchor, speaker and content of %s", s.ID, again.ID)
	}
	if s.Anchor.Quote == "" || s.Anchor.Span.IsZero() {
		return WithHint(Errorf(Invalid, "the coded statement quotes no words"), "nothing is in the record without words of an archived article")
	}
	switch {
	case c.Instead != nil && (c.Value != nil || c.Deed != nil || c.Actor != nil):
		return Errorf(Invalid, "a coding of the speaker carries what the other statement carried, and no value of its own")
	case c.Instead != nil && *c.Instead == s.ID:
		return Errorf(Invalid, "statement %s cannot take its own place", s.ID)
	case c.Instead != nil:
		return nil
	case c.Value == nil || c.Deed == nil:
		return Errorf(Invalid, "a coding gives a value and says of which incident")
	}
	return c.validateValue()
}

func (c *Coding) validateValue() error {
	if err := c.Value.validate(); err != nil {
		return err
	}
	doc := c.Document()
	switch v := c.Value; {
	case v.Strike:
		return WithHint(Errorf(Invalid, "a coding adds what was missed; it strikes nothing"), "strike a value with correct, or reject its statement")
	case c.Deed.Telling != v.Telling:
		return Errorf(Invalid, "a coding is about %s and gives a value of %s", c.Deed.Telling, v.Telling)
	case v.Telling.Document != doc || v.Telling.Kind != IncidentMention:
		return Errorf(Invalid, "%s is no incident that document %s tells of", v.Telling, doc)
	case v.Toll != nil && v.Toll.Statement != c.Statement.ID:
		return Errorf(Invalid, "a coded toll rests on another statement")
	case v.Attribution == nil && (c.Actor != nil || c.Is != ""):
		return Errorf(Invalid, "a coding of the %s names an actor", v.Slot)
	case v.Attribution != nil && (c.Actor == nil || c.Actor.ID != v.Attribution.Actor || c.Actor.ID.Document != doc):
		return Errorf(Invalid, "a coded attribution gives the words that name its actor")
	case v.Attribution != nil && v.Attribution.Statement != c.Statement.ID:
		return Errorf(Invalid, "a coded attribution rests on another statement")
	case c.Actor != nil && c.Actor.ID.Kind == PersonMention && c.Is != "" && (c.Actor.Actor == nil || c.Actor.Actor.ID != c.Is):
		return WithHint(Errorf(Invalid, "a private person is coded as the actor %s", c.Is), "a private person is counted, never an actor; a public figure is one of the register")
	}
	return nil
}
