package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// A Code is what a person read in an article and the machine did not: words of the
// article, what they say, and who says it.
type Code struct {
	Document *ascribe.Document
	Reading  *ascribe.Reading // as people corrected it

	Slot  string // see Codable
	Value string
	Words Words // that say it; of a position those that name the actor, of a speaker who it is

	Telling ascribe.MentionID // of which incident of the article; zero where it tells of one alone
	New     Words             // else the words that tell of an incident that the machine missed,
	Type    string            // and what that was

	Speaker Words  // who says so; nobody where the outlet does
	Role    string // of who says so; "" where it follows

	Whom      string // of a toll: who were harmed, in words of the sentence
	Part      bool   // of a toll: a part of another
	Attackers bool   // of a toll: the attackers alone
	Kind      string // of an actor that nobody knows: its kind, or "person" for a private one

	Instead *ascribe.StatementID // of a speaker: the statement that has the wrong one

	Place func(name string) (*ascribe.Place, error)
	Known Known
}

// Known tells who actors are.
type Known struct {
	Mention func(ascribe.MentionID) (ascribe.ActorRef, bool)
	Actor   func(name string) (ascribe.ActorRef, bool, error) // of the register or of an article
	ByName  func(text string) (ascribe.ActorRef, bool)        // one that is known by a name alone
}

// Codable lists what can be coded by hand.
func Codable() []string {
	var out []string
	for h := ascribe.Killed; h.String() != ""; h++ {
		out = append(out, h.String())
	}
	return append(out, "position", "date", "place", "type", "stage", "speaker")
}

// Coding makes of it what a decision holds.
func (c *Code) Coding() (*ascribe.Coding, error) {
	if !slices.Contains(Codable(), c.Slot) {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is nothing that can be coded", c.Slot), "one of: "+strings.Join(Codable(), ", "))
	}
	if c.Slot == "speaker" {
		return c.respoken()
	}
	at, sentence, err := c.Words.find(c.Document)
	if err != nil {
		return nil, err
	}
	out := &ascribe.Coding{Value: &ascribe.Correction{}}
	if err := c.deed(out); err != nil {
		return nil, err
	}
	out.Value.Telling = out.Deed.Telling
	if c.Slot == "position" {
		return out, c.position(out, at, sentence)
	}
	role, err := c.role(ascribe.NoPosition)
	if err != nil {
		return nil, err
	}
	if err := c.statement(out, sentence, role, ascribe.Span{}); err != nil {
		return nil, err
	}
	return out, c.value(out, at)
}

// value is what the words say in a slot of the incident.
func (c *Code) value(out *ascribe.Coding, at ascribe.Span) error {
	change := &Change{Document: c.Document, Reading: c.Reading, Statement: &out.Statement, Telling: out.Deed.Telling, Slot: c.Slot, Value: c.Value, Place: c.Place}
	if c.Value == "none" || c.Value == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "a coding gives a value"), "to strike what the machine read, correct it")
	}
	var harm ascribe.Harm
	if harm.UnmarshalText([]byte(c.Slot)) != nil {
		return change.valueAt(out.Value, at)
	}
	figure, err := ParseFigure(c.Value)
	if err != nil {
		return err
	}
	toll := &ascribe.Toll{
		Incident: out.Deed.Telling, Harm: harm, Figure: figure, Part: c.Part, Attackers: c.Attackers,
		Words: at.Of(c.Document.Text), Span: at, Statement: out.Statement.ID,
	}
	if strings.TrimSpace(c.Whom) != "" {
		of, _, err := Words{Text: c.Whom, Sentence: &out.Statement.Anchor.Sentence}.find(c.Document)
		if err != nil {
			return err
		}
		toll.Of = of.Of(c.Document.Text)
	}
	out.Value.Slot, out.Value.Toll = ascribe.TollSlot, toll
	return nil
}

// deed says of which incident a value is: one that the article is read to tell of,
// or one that the person's words tell of.
func (c *Code) deed(out *ascribe.Coding) error {
	if c.New.given() {
		return c.opened(out)
	}
	var told []*ascribe.Occurrence
	for i := range c.Reading.Incidents {
		if o := &c.Reading.Incidents[i]; c.Telling == o.Incident || c.Telling == (ascribe.MentionID{}) {
			told = append(told, o)
		}
	}
	if len(told) != 1 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the article is read to tell of %d incidents", len(told)), "say of which, or give the words that tell of one that was missed, and its type")
	}
	o := told[0]
	d := &ascribe.Deed{Telling: o.Incident, Type: o.Type, Stage: o.Stage, Recent: o.Recent, Span: wordAt(c.Document.Text, o.Incident.At)}
	for i := range c.Reading.Mentions {
		if m := &c.Reading.Mentions[i]; m.ID == o.Incident && len(m.Spans) > 0 {
			d.Span = m.Spans[0]
		}
	}
	d.Text = d.Span.Of(c.Document.Text)
	out.Deed = d
	return nil
}

// opened is an incident that the machine missed.
func (c *Code) opened(out *ascribe.Coding) error {
	at, _, err := c.New.find(c.Document)
	if err != nil {
		return err
	}
	d := &ascribe.Deed{
		Telling: ascribe.MentionID{Document: c.Document.ID, Kind: ascribe.IncidentMention, At: at.Start},
		Text:    at.Of(c.Document.Text), Span: at, Recent: true, New: true,
	}
	kind := c.Type
	if kind == "" && c.Slot == "type" {
		kind = c.Value
	}
	if err := d.Type.UnmarshalText([]byte(kind)); err != nil || kind == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no type of an incident", kind), "say what the missed incident was: attack, bombing, shooting …")
	}
	for i := range c.Reading.Incidents {
		if c.Reading.Incidents[i].Incident == d.Telling {
			return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the article is read to tell of an incident at the words %q already", d.Text), "code the value for that incident, and correct its type where it is wrong")
		}
	}
	out.Deed = d
	return nil
}

// wordAt is the word that begins at an offset.
func wordAt(text string, at int) ascribe.Span {
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) {
			break
		}
		end += size
	}
	return ascribe.Span{Start: at, End: end}
}

// role is who says it: as the person has it, else as the position or the speaker's
// words have it.
func (c *Code) role(p ascribe.Position) (ascribe.Role, error) {
	role, follows := roleOf(p, c.Speaker.given())
	if c.Role == "" {
		if !follows {
			return role, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "it is not said who %q is", c.Speaker.Text), "give the role: self, authority, victim, witness, unnamed or other")
		}
		return role, nil
	}
	err := role.UnmarshalText([]byte(c.Role))
	return role, err
}

// statement is the person's: the machine's own again where it has the same voice in
// the sentence, else the sentence as said by who is given.
func (c *Code) statement(out *ascribe.Coding, sentence int, role ascribe.Role, self ascribe.Span) error {
	span := c.Document.Sentences[sentence]
	s := &out.Statement
	*s = ascribe.Statement{
		Anchor:  ascribe.Anchor{Document: c.Document.ID, Sentence: sentence, Span: span, Quote: span.Of(c.Document.Text)},
		Content: []ascribe.Span{span},
	}
	if err := c.source(s, role, self); err != nil {
		return err
	}
	for i := range c.Reading.Statements {
		x := &c.Reading.Statements[i]
		if x.Anchor.Span == span && (x.Source.Role == ascribe.Narrator) == (role == ascribe.Narrator) && slices.Equal(x.Source.Spans, s.Source.Spans) {
			*s = *x
			s.Source.Role = role
			break
		}
	}
	s.Score, s.Because = 1, ""
	s.Identify()
	return nil
}

// source finds who says it in the article: in the sentence, else nearest before it.
func (c *Code) source(s *ascribe.Statement, role ascribe.Role, self ascribe.Span) error {
	s.Source.Role = role
	switch {
	case role == ascribe.Narrator && c.Speaker.given():
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the outlet itself says it, and %q does too", c.Speaker.Text), "leave the speaker out, or give another role")
	case role == ascribe.Narrator:
		return nil
	case !c.Speaker.given() && self.IsZero():
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "it is not said who says so"), "give the words of the article that name who does")
	}
	at := self
	if c.Speaker.given() {
		var err error
		if at, err = c.speaker(s.Anchor.Sentence); err != nil {
			return err
		}
	}
	s.Source.Text, s.Source.Spans = at.Of(c.Document.Text), []ascribe.Span{at}
	if m := c.mentioned(at); m != nil {
		s.Source.Mention = &m.ID
	}
	return nil
}

// speaker finds the words that name who says it.
func (c *Code) speaker(sentence int) (ascribe.Span, error) {
	if c.Speaker.At != nil || c.Speaker.Sentence != nil {
		at, _, err := c.Speaker.find(c.Document)
		return at, err
	}
	for i := sentence; i >= 0; i-- {
		if found := c.Speaker.within(c.Document, c.Document.Sentences[i]); len(found) > 0 {
			return whole(c.Document.Text, found[len(found)-1]), nil
		}
	}
	at, _, err := c.Speaker.find(c.Document)
	return at, err
}

// mentioned is the actor or person that words of the article name, as it was read.
func (c *Code) mentioned(at ascribe.Span) *ascribe.Mention {
	var found *ascribe.Mention
	for i := range c.Reading.Mentions {
		m := &c.Reading.Mentions[i]
		if m.ID.Kind != ascribe.ActorMention && m.ID.Kind != ascribe.PersonMention {
			continue
		}
		for _, s := range m.Spans {
			if s == at {
				return m
			}
			if found == nil && (s.Holds(at) || at.Holds(s)) {
				found = m
			}
		}
	}
	return found
}

// respoken is the statement that a person would have in the place of one with
// another speaker.
func (c *Code) respoken() (*ascribe.Coding, error) {
	if c.Instead == nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "it is not said which statement has the wrong speaker"), "name it by its id")
	}
	at := slices.IndexFunc(c.Reading.Statements, func(s ascribe.Statement) bool { return s.ID == *c.Instead })
	if at < 0 {
		return nil, ascribe.Errorf(ascribe.NotFound, "the article has no statement %s", c.Instead)
	}
	out := &ascribe.Coding{Statement: c.Reading.Statements[at], Instead: c.Instead}
	s := &out.Statement
	role, err := c.role(ascribe.NoPosition)
	if err != nil {
		return nil, err
	}
	s.Source, s.Cue, s.Score, s.Because = ascribe.Source{}, nil, 1, ""
	if err := c.source(s, role, ascribe.Span{}); err != nil {
		return nil, err
	}
	if s.Identify() == *c.Instead {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement %s has this speaker already", c.Instead), "correct the role alone with the fact speaker of a position")
	}
	return out, nil
}

// position is what somebody says of who did it.
func (c *Code) position(out *ascribe.Coding, at ascribe.Span, sentence int) error {
	var p ascribe.Position
	if err := p.UnmarshalText([]byte(c.Value)); err != nil || p == ascribe.NoPosition {
		_, err := StanceOf(ascribe.NoPosition, ascribe.Narrator)
		return err
	}
	role, err := c.role(p)
	if err != nil {
		return err
	}
	stance, err := StanceOf(p, role)
	if err != nil {
		return err
	}
	self := ascribe.Span{}
	if role == ascribe.Self {
		self = at
	}
	if err := c.statement(out, sentence, role, self); err != nil {
		return err
	}
	if err := c.actor(out, at); err != nil {
		return err
	}
	out.Value.Slot = ascribe.AttributionSlot
	out.Value.Attribution = &ascribe.Attribution{Incident: out.Deed.Telling, Actor: out.Actor.ID, Stance: stance, Statement: out.Statement.ID}
	return nil
}

// actor finds who the words name. A private person is counted, never an actor: one
// that the article was read to name as such, or that a person says is one.
func (c *Code) actor(out *ascribe.Coding, at ascribe.Span) error {
	text := at.Of(c.Document.Text)
	if m := c.mentioned(at); m != nil {
		mention := *m
		out.Actor = &mention
		if ref, ok := c.Known.Mention(m.ID); ok {
			out.Is = ref.ID
			if m.ID.Kind == ascribe.PersonMention {
				out.Actor.Actor = &ref
			}
		}
		return nil
	}
	ref, known, err := c.Known.Actor(text)
	if err != nil {
		return err
	}
	out.Actor = &ascribe.Mention{ID: ascribe.MentionID{Document: c.Document.ID, Kind: ascribe.ActorMention, At: at.Start}, Text: text, Spans: []ascribe.Span{at}}
	switch {
	case known:
		out.Actor.Actor, out.Is = &ref, ref.ID
		return nil
	case c.Kind == "person" || c.sameName(text):
		out.Actor.ID.Kind = ascribe.PersonMention
		return nil
	}
	ref, name := c.Known.ByName(text)
	if !name {
		return nil // "two gunmen": they stand as written
	}
	var kind ascribe.ActorKind
	if err := kind.UnmarshalText([]byte(c.Kind)); c.Kind == "" || err != nil || kind == ascribe.PublicFigure {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "nobody is known as %q, and it is not said what that is", text),
			"say its kind (state_forces, rebel_group, political_militia, government, organization …), or person for a private person, who is counted and not named; a public figure is entered in the register first")
	}
	out.Is, out.Actor.Actor = ref.ID, &ascribe.ActorRef{Kind: kind}
	return nil
}

// sameName reports whether the article was read to name a private person so.
func (c *Code) sameName(text string) bool {
	return slices.ContainsFunc(c.Reading.Mentions, func(m ascribe.Mention) bool {
		return m.ID.Kind == ascribe.PersonMention && strings.EqualFold(m.Text, text)
	})
}

// String says in short what is coded.
func (c *Code) String() string {
	if c.Slot == "speaker" {
		return fmt.Sprintf("%s says it", c.Speaker.Text)
	}
	return fmt.Sprintf("%s is %s, in the words %q", c.Slot, c.Value, strings.TrimSpace(c.Words.Text))
}
