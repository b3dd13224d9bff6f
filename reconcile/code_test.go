package reconcile

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

// byHand is a coding of a value of the last incident of a story, in words of a
// sentence, as said by who, or by the outlet where nobody is given.
func (s *story) byHand(i int, role ascribe.Role, who, words string, v ascribe.Correction) *ascribe.Coding {
	span := s.doc.Sentences[i]
	c := &ascribe.Coding{
		Statement: ascribe.Statement{
			Anchor:  ascribe.Anchor{Document: s.doc.ID, Sentence: i, Span: span, Quote: span.Of(s.doc.Text)},
			Content: []ascribe.Span{span}, Source: ascribe.Source{Role: role, Text: who}, Score: 1,
		},
		Value: &v,
	}
	if who != "" {
		c.Statement.Source.Spans = []ascribe.Span{s.find(i, who)}
	}
	id := c.Statement.Identify()
	o := s.last()
	at := ascribe.Span{Start: o.Incident.At, End: o.Incident.At + 1}
	c.Deed = &ascribe.Deed{Telling: o.Incident, Text: at.Of(s.doc.Text), Span: at, Type: o.Type, Stage: o.Stage, Recent: true}
	v.Telling = o.Incident
	switch {
	case v.Toll != nil:
		v.Slot = ascribe.TollSlot
		v.Toll.Incident, v.Toll.Statement, v.Toll.Words, v.Toll.Span = o.Incident, id, words, s.find(i, words)
	case v.Date != nil:
		v.Slot, v.Date.Text, v.Date.Span = ascribe.DateSlot, words, s.find(i, words)
	case v.Place != nil:
		v.Slot, v.Place.Text, v.Place.Span = ascribe.PlaceSlot, words, s.find(i, words)
	case v.Type != nil:
		v.Slot = ascribe.TypeSlot
	case v.Attribution != nil:
		v.Slot = ascribe.AttributionSlot
		named := s.find(i, words)
		c.Actor = &ascribe.Mention{ID: ascribe.MentionID{Document: s.doc.ID, Kind: ascribe.ActorMention, At: named.Start}, Text: words, Spans: []ascribe.Span{named}}
		if ref, ok := ByName(words); ok {
			c.Is = ref.ID
		}
		v.Attribution.Incident, v.Attribution.Actor, v.Attribution.Statement = o.Incident, c.Actor.ID, id
	}
	*c.Value = v
	return c
}

// opens makes of a coding one of an incident that only the person tells of.
func (s *story) opens(c *ascribe.Coding, i int, words string, typ ascribe.IncidentType) *ascribe.Coding {
	at := s.find(i, words)
	c.Deed = &ascribe.Deed{
		Telling: ascribe.MentionID{Document: s.doc.ID, Kind: ascribe.IncidentMention, At: at.Start}, Text: words, Span: at, Type: typ, Recent: true, New: true,
	}
	c.Value.Telling = c.Deed.Telling
	if t := c.Value.Toll; t != nil {
		t.Incident = c.Deed.Telling
	}
	if a := c.Value.Attribution; a != nil {
		a.Incident = c.Deed.Telling
	}
	return c
}

// drawCoding draws a coding of any kind on a story.
func drawCoding(t *rapid.T, s *story) *ascribe.Coding {
	typ := rapid.SampledFrom([]ascribe.IncidentType{ascribe.Arson, ascribe.Bombing}).Draw(t, "coded type")
	i := rapid.IntRange(0, len(s.doc.Sentences)-1).Draw(t, "coded sentence")
	words := strings.Fields(s.doc.Sentences[i].Of(s.doc.Text))
	word := rapid.SampledFrom(words).Draw(t, "coded word")
	var c *ascribe.Coding
	switch rapid.IntRange(0, 5).Draw(t, "coded") {
	case 0:
		c = s.byHand(i, ascribe.Narrator, "", word, ascribe.Correction{Toll: &ascribe.Toll{Harm: ascribe.Injured, Figure: ascribe.Exactly(7)}})
	case 1:
		c = s.byHand(i, ascribe.Narrator, "", word, ascribe.Correction{Date: marchDay(rapid.IntRange(1, 9).Draw(t, "coded day"))})
	case 2:
		place := talvik
		c = s.byHand(i, ascribe.Narrator, "", word, ascribe.Correction{Place: &place})
	case 3:
		c = s.byHand(i, ascribe.Other, words[0], word, ascribe.Correction{Type: &typ})
	case 4:
		c = s.byHand(i, ascribe.Narrator, "", word, ascribe.Correction{Attribution: &ascribe.Attribution{Stance: fact}})
		ref, _ := ByName(rapid.SampledFrom(groups).Draw(t, "coded actor"))
		c.Is = ref.ID
	default:
		st := rapid.SampledFrom(s.reading.Statements).Draw(t, "misattributed")
		c = &ascribe.Coding{Statement: st, Instead: &st.ID}
		of := strings.Fields(st.Anchor.Quote)[0]
		c.Statement.Source = ascribe.Source{Role: ascribe.Witness, Text: of, Spans: []ascribe.Span{s.find(st.Anchor.Sentence, of)}}
		if c.Statement.Identify() == st.ID {
			c.Statement.Source = ascribe.Source{}
			c.Statement.Identify()
		}
		return c
	}
	if rapid.Bool().Draw(t, "opens") {
		s.opens(c, i, word, typ)
	}
	return c
}

func coded(t *testing.T, s *story, all ...*ascribe.Coding) (*ascribe.Record, *book) {
	t.Helper()
	b := newBook(s)
	for _, c := range all {
		b.decide(ascribe.Decision{Act: ascribe.Code, Coding: c, Reason: "it stands in the last paragraph"})
	}
	r, err := b.fold(t, ascribe.Pins{}).Incident(string(ascribe.IncidentIDOf(s.last().Incident)))
	if err != nil {
		t.Fatal(err)
	}
	return r, b
}

func TestWhatIsCodedByHandStandsInTheRecord(t *testing.T) {
	s := marketBombing()
	toll := s.byHand(3, ascribe.Witness, "Ana Velt", "smoke", ascribe.Correction{Toll: &ascribe.Toll{Harm: ascribe.Missing, Figure: ascribe.Exactly(2)}})
	date := s.byHand(3, ascribe.Narrator, "", "saw", ascribe.Correction{Date: marchDay(2)})
	blame := s.byHand(2, ascribe.Narrator, "", "Order of Seven", ascribe.Correction{Attribution: &ascribe.Attribution{Stance: fact}})
	r, b := coded(t, s, toll, date, blame)
	at := slices.IndexFunc(r.Tolls, func(x ascribe.TollRange) bool { return x.Harm == ascribe.Missing })
	if at < 0 || r.Tolls[at].Figure.Best != 2 || r.Tolls[at].Course[0].Role != ascribe.Witness || r.Tolls[at].Course[0].By != "a witness" {
		t.Fatalf("tolls %+v", r.Tolls)
	}
	for _, c := range []*ascribe.Coding{toll, date, blame} {
		cite, ok := r.Cited[c.Statement.ID]
		if !ok || len(cite.Coded) != 1 || cite.Hand != (c == toll || c == blame) || cite.Words != c.Statement.Anchor.Quote {
			t.Errorf("%s is cited as %+v", c.Value.Slot, cite)
		}
	}
	if why := r.Cited[toll.Statement.ID].Statement.Because; !strings.Contains(why, "coded by hand: it stands") {
		t.Errorf("the toll's statement because of %q", why)
	}
	if r.When.EDTF != "2031-03-02" || len(r.Dates) != 1 || r.Dates[0].Statements[0] != date.Statement.ID {
		t.Errorf("dates %+v", r.Dates)
	}
	cells := slices.DeleteFunc(slices.Clone(r.Matrix), func(c ascribe.Cell) bool {
		return c.Position != ascribe.ReportedAsFact || c.Actor.Name != "Order of Seven"
	})
	if len(cells) != 1 || cells[0].Source != "herald.example" {
		t.Errorf("matrix %+v", r.Matrix)
	}
	if len(r.Decisions) != 3 {
		t.Errorf("%d decisions bear on it", len(r.Decisions))
	}
	b.decide(ascribe.Decision{Act: ascribe.Reject, Statements: []ascribe.StatementID{date.Statement.ID, toll.Statement.ID}})
	if r = only(t, b.fold(t, ascribe.Pins{})); r.When.EDTF != "2031-03-03" || len(r.Tolls) != 1 {
		t.Errorf("rejected, what was coded still stands: %s, %d tolls", r.When.EDTF, len(r.Tolls))
	}
}

func TestACodedActorIsWhoeverHasTheName(t *testing.T) {
	s := marketBombing()
	blame := s.byHand(2, ascribe.Narrator, "", "the bombing", ascribe.Correction{Attribution: &ascribe.Attribution{Stance: fact}})
	if r, _ := coded(t, s, blame); !slices.ContainsFunc(r.Matrix, func(c ascribe.Cell) bool { return c.Actor == ascribe.ActorRef{Name: "bombing"} }) {
		t.Errorf("words that are no name are an actor: %+v", r.Matrix)
	}
	person := s.byHand(3, ascribe.Narrator, "", "Ana Velt", ascribe.Correction{Attribution: &ascribe.Attribution{Stance: fact}})
	person.Actor.ID.Kind, person.Is = ascribe.PersonMention, ""
	person.Value.Attribution.Actor = person.Actor.ID
	r, _ := coded(t, s, person)
	for _, c := range r.Matrix {
		if strings.Contains(c.Actor.Name, "Velt") {
			t.Errorf("a private person is named: %+v", c)
		}
	}
	if cite := r.Cited[person.Statement.ID]; len(cite.Private) != 1 {
		t.Errorf("her name is not withheld from %q", cite.Words)
	}
}

func TestAMissedIncidentIsToldByHand(t *testing.T) {
	s := marketBombing()
	arson := ascribe.Arson
	c := s.opens(s.byHand(3, ascribe.Narrator, "", "smoke", ascribe.Correction{Type: &arson}), 3, "smoke above the quay", ascribe.Arson)
	_, b := coded(t, s, c)
	state := b.fold(t, ascribe.Pins{})
	if len(state.Incidents()) != 2 {
		t.Fatalf("%d incidents", len(state.Incidents()))
	}
	r, err := state.Incident(string(ascribe.IncidentIDOf(c.Deed.Telling)))
	if err != nil || r.Type != ascribe.Arson || r.When != nil || len(r.Cited) != 1 || len(r.Cited[c.Statement.ID].Coded) != 1 {
		t.Fatalf("%v: %+v", err, r)
	}
	b.decide(ascribe.Decision{Act: ascribe.Reject, Statements: []ascribe.StatementID{c.Statement.ID}})
	if n := len(b.fold(t, ascribe.Pins{}).Incidents()); n != 1 {
		t.Errorf("nobody tells of it any more, and %d incidents stand", n)
	}
}

// A later engine reads the article otherwise, and what was coded stands: with the
// telling in the same sentence, else by the person's own words.
func TestWhatIsCodedOutlivesTheReading(t *testing.T) {
	s := marketBombing()
	toll := s.byHand(3, ascribe.Narrator, "", "smoke", ascribe.Correction{Toll: &ascribe.Toll{Harm: ascribe.Missing, Figure: ascribe.Exactly(2)}})
	_, b := coded(t, s, toll)
	missing := func() bool {
		r := only(t, b.fold(t, ascribe.Pins{}))
		return slices.ContainsFunc(r.Tolls, func(x ascribe.TollRange) bool {
			return x.Harm == ascribe.Missing && len(r.Cited[x.Course[0].Toll.Statement].Coded) == 1
		})
	}
	moved := newStory("herald.example", "3 20:00", "Bomb kills 12 at Port Maren fish market", sentencesOf(s)...)
	o := moved.tells(0, ascribe.Bombing, marchDay(3), &maren)
	o.Incident.At += 2
	moved.reading.Engine = "hand/2"
	b.enter(ascribe.Entry{Reading: moved.reading})
	if !missing() {
		t.Error("the telling has other words, and the toll is gone")
	}
	b.enter(ascribe.Entry{Reading: &ascribe.Reading{Document: s.doc.ID, Engine: "hand/3"}})
	if !missing() {
		t.Error("the engine has no telling, and the toll is gone")
	}
	if gone := b.fold(t, ascribe.Pins{}).Missing(&ascribe.Decision{Act: ascribe.Code, Coding: toll}); len(gone) != 0 {
		t.Errorf("missing: %v", gone)
	}
}

func sentencesOf(s *story) []string {
	var out []string
	for _, at := range s.doc.Sentences {
		out = append(out, at.Of(s.doc.Text))
	}
	return out
}

func TestAWrongSpeakerIsPutRight(t *testing.T) {
	s := marketBombing()
	accusation := s.reading.Attributions[1].Statement
	at := slices.IndexFunc(s.reading.Statements, func(x ascribe.Statement) bool { return x.ID == accusation })
	c := &ascribe.Coding{Statement: s.reading.Statements[at], Instead: &accusation}
	c.Statement.Source = ascribe.Source{Role: ascribe.Unnamed, Text: "ministry", Spans: []ascribe.Span{s.find(2, "ministry")}}
	c.Statement.Identify()
	r, b := coded(t, s, c)
	cell := slices.IndexFunc(r.Matrix, func(x ascribe.Cell) bool { return x.Actor.Name == "Order of Seven" })
	if got := r.Matrix[cell]; got.Position != ascribe.Accused || got.Support.Statements[0] != c.Statement.ID || got.Source != "ministry" {
		t.Errorf("%+v", got)
	}
	if _, old := r.Cited[accusation]; old {
		t.Error("the statement with the wrong speaker is still cited")
	}
	b.enter(ascribe.Entry{Reading: &ascribe.Reading{Document: s.doc.ID, Engine: "hand/3", Incidents: s.reading.Incidents, Statements: s.reading.Statements[:1]}})
	if gone := b.fold(t, ascribe.Pins{}).Missing(&ascribe.Decision{Act: ascribe.Code, Coding: c}); len(gone) != 1 {
		t.Errorf("no reading has the statement, and missing is %v", gone)
	}
}

func TestWhatIsNoCoding(t *testing.T) {
	s := marketBombing()
	good := func() *ascribe.Coding {
		return s.byHand(0, ascribe.Narrator, "", "killing", ascribe.Correction{Toll: &ascribe.Toll{Harm: ascribe.Injured, Figure: ascribe.Exactly(30)}})
	}
	for name, spoil := range map[string]func(*ascribe.Coding){
		"no words":          func(c *ascribe.Coding) { c.Statement.Anchor.Quote = "" },
		"another id":        func(c *ascribe.Coding) { c.Statement.ID[0]++ },
		"no incident":       func(c *ascribe.Coding) { c.Deed = nil },
		"another incident":  func(c *ascribe.Coding) { c.Value.Telling.At++ },
		"another article":   func(c *ascribe.Coding) { c.Value.Telling.Document[0]++; c.Deed.Telling.Document[0]++ },
		"another statement": func(c *ascribe.Coding) { c.Value.Toll.Statement[0]++ },
		"a strike":          func(c *ascribe.Coding) { c.Value.Strike = true },
		"an actor besides":  func(c *ascribe.Coding) { c.Is = "front" },
		"two things":        func(c *ascribe.Coding) { c.Instead = &ascribe.StatementID{1} },
		"itself": func(c *ascribe.Coding) {
			id := c.Statement.ID
			*c = ascribe.Coding{Statement: c.Statement, Instead: &id}
		},
	} {
		c := good()
		d := ascribe.Decision{Act: ascribe.Code, Coding: c, Reason: "x", By: ascribe.Agent{Name: "a coder"}, At: moment("9 10:00")}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		if spoil(c); d.Validate() == nil {
			t.Errorf("%s: taken for a coding", name)
		}
	}
}
