package review

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ascribe"
)

// article is an invented one, with marks that join what stands before them.
func article() *ascribe.Document {
	d := &ascribe.Document{}
	for _, s := range []string{
		"Two bombs went off at the cafe\u0301 of Port Maren on Friday.", "The bombs hurt nine\npeople, a doctor said.",
		"The Order of Seven said it laid them.", "Ivo Brandt, a baker, was seized for it.",
	} {
		if d.Text != "" {
			d.Text += " "
		}
		d.Sentences = append(d.Sentences, ascribe.Span{Start: len(d.Text), End: len(d.Text) + len(s)})
		d.Text += s
	}
	d.ID = ascribe.HashText(d.Text)
	return d
}

func span(d *ascribe.Document, words string) ascribe.Span {
	at := strings.Index(d.Text, words)
	return ascribe.Span{Start: at, End: at + len(words)}
}

// missed asks for a coding of what an engine missed that found one incident alone.
func missed(d *ascribe.Document, slot, value, words string) *Code {
	blast := span(d, "went off")
	baker := span(d, "Ivo Brandt")
	told := ascribe.MentionID{Document: d.ID, Kind: ascribe.IncidentMention, At: blast.Start}
	return &Code{
		Document: d, Slot: slot, Value: value, Words: Words{Text: words},
		Reading: &ascribe.Reading{
			Document: d.ID,
			Mentions: []ascribe.Mention{
				{ID: told, Text: "went off", Spans: []ascribe.Span{blast}},
				{ID: ascribe.MentionID{Document: d.ID, Kind: ascribe.PersonMention, At: baker.Start}, Text: "Ivo Brandt", Spans: []ascribe.Span{baker}},
			},
			Incidents: []ascribe.Occurrence{{Incident: told, Type: ascribe.Bombing, Recent: true}},
		},
		Place: func(name string) (*ascribe.Place, error) { return &ascribe.Place{Name: name, Country: "SRV"}, nil },
		Known: Known{
			Mention: func(ascribe.MentionID) (ascribe.ActorRef, bool) { return ascribe.ActorRef{}, false },
			Actor: func(name string) (ascribe.ActorRef, bool, error) {
				return ascribe.ActorRef{ID: "os", Name: "Order of Seven", Kind: ascribe.RebelGroup}, name == "Order of Seven", nil
			},
			ByName: func(text string) (ascribe.ActorRef, bool) {
				return ascribe.ActorRef{ID: ascribe.ActorID("name " + text), Name: text}, strings.ToLower(text) != text
			},
		},
	}
}

func TestACodedTollHasItsWordsAndItsSpeaker(t *testing.T) {
	d := article()
	c := missed(d, "injured", "9", "nine people") // a line end stands for a space
	c.Speaker, c.Role, c.Whom = Words{Text: "a doctor"}, "witness", "people"
	got, err := c.Coding()
	if err != nil {
		t.Fatal(err)
	}
	toll := got.Value.Toll
	if toll.Words != "nine\npeople" || toll.Span != span(d, "nine\npeople") || toll.Of != "people" || toll.Figure != ascribe.Exactly(9) || toll.Statement != got.Statement.ID {
		t.Errorf("%+v", toll)
	}
	src := got.Statement.Source
	if src.Role != ascribe.Witness || src.Text != "a doctor" || src.Spans[0] != span(d, "a doctor") || got.Statement.Anchor.Check(d) != nil || got.Statement.Anchor.Sentence != 1 {
		t.Errorf("%+v", got.Statement)
	}
	if got.Deed.Text != "went off" || got.Deed.New || got.Deed.Telling != toll.Incident {
		t.Errorf("%+v", got.Deed)
	}
	decided(t, got)
}

// decided checks that a decision may hold the coding.
func decided(t *testing.T, c *ascribe.Coding) {
	t.Helper()
	d := &ascribe.Decision{Act: ascribe.Code, Coding: c, Reason: "x", By: ascribe.Agent{Name: "a coder"}, At: ascribe.Published{}.Time.AddDate(2030, 0, 0)}
	if err := d.Validate(); err != nil {
		t.Error(err)
	}
}

func TestWordsAreFoundWhereTheyStand(t *testing.T) {
	d := article()
	at := utf8.RuneCountInString(d.Text[:span(d, "bombs hurt").Start])
	zero, one, nine := 0, 1, 9
	for name, x := range map[string]struct {
		words Words
		found string
		hint  string
	}{
		"at a character":    {Words{Text: "bombs", At: &at}, "bombs", ""},
		"in a sentence":     {Words{Text: "bombs", Sentence: &one}, "bombs", ""},
		"whole characters":  {Words{Text: "cafe", Sentence: &zero}, "cafe\u0301", ""},
		"several times":     {Words{Text: "bombs"}, "", "say in which sentence"},
		"elsewhere":         {Words{Text: "nine", At: &at}, "", "exactly as the archived article"},
		"nowhere":           {Words{Text: "ten people"}, "", "exactly as the archived article"},
		"in no sentence":    {Words{Text: "bombs", Sentence: &nine}, "", "it has 4"},
		"across a sentence": {Words{Text: "Friday. The bombs"}, "", "words of one sentence"},
		"none":              {Words{Text: " "}, "", "exact words"},
	} {
		got, _, err := x.words.find(d)
		if x.hint == "" && (err != nil || got.Of(d.Text) != x.found) || x.hint != "" && (err == nil || !strings.Contains(ascribe.HintOf(err), x.hint)) {
			t.Errorf("%s: %q, %v (%s)", name, got.Of(d.Text), err, ascribe.HintOf(err))
		}
	}
	if second, _, err := (Words{Text: "bombs", At: &at}).find(d); err != nil || second.Start != span(d, "bombs hurt").Start {
		t.Errorf("the second bombs stand at %d, %v", second.Start, err)
	}
}

func TestAPositionFollowsFromWhoTakesIt(t *testing.T) {
	d := article()
	claim, err := missed(d, "position", "claimed", "Order of Seven").Coding()
	if err != nil {
		t.Fatal(err)
	}
	decided(t, claim)
	if claim.Value.Attribution.Stance.Position() != ascribe.Claimed || claim.Is != "os" || claim.Statement.Source.Text != "Order of Seven" || claim.Actor.Actor.ID != "os" {
		t.Errorf("%+v", claim)
	}
	for p := ascribe.ReportedAsFact; p <= ascribe.Cleared; p++ {
		for r := ascribe.Narrator; r <= ascribe.Other; r++ {
			if s, err := StanceOf(p, r); err == nil && s.Position() != p {
				t.Errorf("%s by %s is %s", p, r, s.Position())
			}
		}
	}
	c := missed(d, "position", "accused", "Order of Seven")
	c.Speaker, c.Role = Words{Text: "a doctor"}, "authority"
	if _, err := c.Coding(); err == nil || !strings.Contains(ascribe.HintOf(err), "victim, witness, unnamed, other") {
		t.Errorf("an authority accuses by another position: %v", err)
	}
	c.Role = ""
	if _, err := c.Coding(); err == nil || !strings.Contains(ascribe.HintOf(err), "give the role") {
		t.Errorf("who speaks is not said: %v", err)
	}
}

func TestAPrivatePersonIsNoActor(t *testing.T) {
	d := article()
	c := missed(d, "position", "suspected", "Ivo Brandt")
	got, err := c.Coding()
	if err != nil || got.Is != "" || got.Actor.ID.Kind != ascribe.PersonMention {
		t.Fatalf("%v %+v", err, got)
	}
	decided(t, got)
	c = missed(d, "position", "suspected", "Friday") // a name that nobody knows
	if _, err := c.Coding(); err == nil || !strings.Contains(ascribe.HintOf(err), "person for a private person") {
		t.Errorf("%v", err)
	}
	for kind, is := range map[string]ascribe.ActorID{"person": "", "rebel_group": "name Friday"} {
		c.Kind = kind
		if got, err := c.Coding(); err != nil || got.Is != is {
			t.Errorf("%s: %v %+v", kind, err, got)
		}
	}
	if c.Kind = "public_figure"; true {
		if _, err := c.Coding(); err == nil {
			t.Error("a name is a public figure on a coder's word")
		}
	}
}

func TestAMissedIncidentTakesItsWordsAndItsType(t *testing.T) {
	d := article()
	c := missed(d, "type", "kidnapping", "was seized")
	c.New = Words{Text: "seized"}
	got, err := c.Coding()
	if err != nil || !got.Deed.New || got.Deed.Type != ascribe.Kidnapping || got.Deed.Telling.At != span(d, "seized").Start {
		t.Fatalf("%v %+v", err, got)
	}
	decided(t, got)
	c = missed(d, "killed", "2", "Two bombs")
	if c.New = (Words{Text: "seized"}); true {
		if _, err := c.Coding(); err == nil {
			t.Error("an incident is of no type")
		}
	}
	c.New, c.Type = Words{Text: "went off"}, "arson"
	if _, err := c.Coding(); err == nil || ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("one incident is told twice by the same words: %v", err)
	}
}

func TestTheMachinesStatementIsCodedAgainWhereItHasTheVoice(t *testing.T) {
	d := article()
	c := missed(d, "date", "2031-03-07", "on Friday")
	st := ascribe.Statement{Anchor: ascribe.Anchor{Document: d.ID, Span: d.Sentences[0], Quote: d.Sentences[0].Of(d.Text)}, Content: []ascribe.Span{span(d, "Two bombs")}, Score: 0.4}
	st.Identify()
	c.Reading.Statements = append(c.Reading.Statements, st)
	got, err := c.Coding()
	if err != nil || got.Statement.ID != st.ID || got.Value.Date.Text != "on Friday" || got.Value.Date.EDTF != "2031-03-07" {
		t.Errorf("%v %+v", err, got)
	}
	c = &Code{Document: d, Reading: c.Reading, Slot: "speaker", Instead: &st.ID, Speaker: Words{Text: "a doctor"}, Role: "witness"}
	got, err = c.Coding()
	if err != nil || got.Statement.ID == st.ID || got.Statement.Source.Text != "a doctor" || *got.Instead != st.ID {
		t.Fatalf("%v %+v", err, got)
	}
	decided(t, got)
	if c.Speaker, c.Role = (Words{}), ""; true {
		if _, err := c.Coding(); err == nil {
			t.Error("a statement took its own place")
		}
	}
}
