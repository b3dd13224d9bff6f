package reconcile

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// A story is an invented article with a reading made by hand.
type story struct {
	doc     *ascribe.Document
	seen    []ascribe.Appearance
	reading *ascribe.Reading
}

// newStory writes an article of the given sentences, published at a time
// written "3 15:00": a day of March 2031 and an hour.
func newStory(outlet, at, headline string, sentences ...string) *story {
	d := &ascribe.Document{}
	for _, s := range sentences {
		if d.Text != "" {
			d.Text += " "
		}
		d.Sentences = append(d.Sentences, ascribe.Span{Start: len(d.Text), End: len(d.Text) + len(s)})
		d.Text += s
	}
	d.ID = ascribe.HashText(d.Text)
	a := ascribe.Appearance{
		Document: d.ID, InputID: outlet + "/" + at, Outlet: ascribe.OutletID(outlet), Headline: headline,
		Published: ascribe.Published{Time: moment(at), From: "given"}, Retrieved: moment(at).Add(time.Hour),
	}
	return &story{d, []ascribe.Appearance{a}, &ascribe.Reading{Document: d.ID, Engine: "hand"}}
}

// moment reads "3 15:00" as a moment of March 2031.
func moment(at string) time.Time {
	t, err := time.Parse("2006 January 2 15:04", "2031 March "+at)
	if err != nil {
		panic(err)
	}
	return t
}

// marchDay is a day of March 2031, as a date that a text gives.
func marchDay(n int) *ascribe.Date {
	d := time.Date(2031, 3, n, 0, 0, 0, 0, time.UTC)
	return &ascribe.Date{EDTF: d.Format(time.DateOnly), From: d, To: d, Precision: ascribe.Day, Basis: ascribe.Explicit}
}

var (
	maren  = ascribe.Place{Text: "Port Maren", Name: "Port Maren", Country: "SRV", Admin1: "Coast", Point: &ascribe.Point{Lat: 10, Lon: 20}, Precision: ascribe.ExactPlace}
	talvik = ascribe.Place{Text: "Talvik", Name: "Talvik", Country: "SRV", Admin1: "Highlands", Point: &ascribe.Point{Lat: 13, Lon: 22}, Precision: ascribe.ExactPlace}
	sarvia = ascribe.Place{Text: "Sarvia", Name: "Sarvia", Country: "SRV", Precision: ascribe.WholeCountry}
)

// find returns where the words first stand in sentence i.
func (s *story) find(i int, words string) ascribe.Span {
	at := strings.Index(s.doc.Sentences[i].Of(s.doc.Text), words)
	if at < 0 {
		panic(fmt.Sprintf("%q is not in sentence %d", words, i))
	}
	at += s.doc.Sentences[i].Start
	return ascribe.Span{Start: at, End: at + len(words)}
}

// say enters a statement: sentence i as said by a voice, or by the narrator
// when who is empty.
func (s *story) say(i int, role ascribe.Role, who string) ascribe.StatementID {
	span := s.doc.Sentences[i]
	st := ascribe.Statement{
		Anchor:  ascribe.Anchor{Document: s.doc.ID, Sentence: i, Span: span, Quote: span.Of(s.doc.Text)},
		Content: []ascribe.Span{span}, Source: ascribe.Source{Role: role, Text: who}, Score: 1,
	}
	if who != "" {
		st.Source.Spans = []ascribe.Span{s.find(i, who)}
		for _, m := range s.reading.Mentions {
			if m.Text == who {
				st.Source.Mention = &m.ID
			}
		}
	}
	id := st.Identify()
	for _, old := range s.reading.Statements {
		if old.ID == id {
			return id
		}
	}
	s.reading.Statements = append(s.reading.Statements, st)
	return id
}

// hears enters a statement whose content is some words of sentence i.
func (s *story) hears(i int, role ascribe.Role, who, what string) ascribe.StatementID {
	s.say(i, role, who)
	st := &s.reading.Statements[len(s.reading.Statements)-1]
	st.Content = []ascribe.Span{s.find(i, what)}
	return st.Identify()
}

// mention enters a mention by words of sentence i.
func (s *story) mention(kind ascribe.MentionKind, i int, words string) ascribe.MentionID {
	for _, m := range s.reading.Mentions {
		if m.Text == words && m.ID.Kind == kind {
			return m.ID
		}
	}
	span := s.find(i, words)
	id := ascribe.MentionID{Document: s.doc.ID, Kind: kind, At: span.Start}
	s.reading.Mentions = append(s.reading.Mentions, ascribe.Mention{ID: id, Text: words, Spans: []ascribe.Span{span}})
	return id
}

// tells enters an incident that the narrator tells of in sentence i.
func (s *story) tells(i int, typ ascribe.IncidentType, when *ascribe.Date, where *ascribe.Place) *ascribe.Occurrence {
	st := s.say(i, ascribe.Narrator, "")
	id := ascribe.MentionID{Document: s.doc.ID, Kind: ascribe.IncidentMention, At: s.doc.Sentences[i].Start}
	s.reading.Incidents = append(s.reading.Incidents, ascribe.Occurrence{
		Incident: id, Type: typ, When: when, Where: where, Recent: true, Statements: []ascribe.StatementID{st},
	})
	return &s.reading.Incidents[len(s.reading.Incidents)-1]
}

// counts enters a toll of the last incident.
func (s *story) counts(st ascribe.StatementID, harm ascribe.Harm, of string, f ascribe.Figure) {
	s.reading.Tolls = append(s.reading.Tolls, ascribe.Toll{
		Incident: s.last().Incident, Harm: harm, Of: of, Figure: f, Statement: st, Span: ascribe.Span{Start: len(s.reading.Tolls), End: len(s.reading.Tolls) + 1},
	})
}

// blames enters an attribution of the last incident.
func (s *story) blames(st ascribe.StatementID, actor ascribe.MentionID, stance ascribe.Stance) {
	s.reading.Attributions = append(s.reading.Attributions, ascribe.Attribution{
		Incident: s.last().Incident, Actor: actor, Stance: stance, Statement: st,
	})
}

func (s *story) last() *ascribe.Occurrence { return &s.reading.Incidents[len(s.reading.Incidents)-1] }

func (s *story) profile() *Profile { return NewProfile(s.doc, s.seen, s.reading) }

// book is a ledger in memory.
type book struct {
	lines []ascribe.Line
	clock time.Time
}

// newBook enters stories in order, each judged against all before it.
func newBook(stories ...*story) *book {
	b := &book{clock: moment("1 00:00")}
	var near []*Profile
	for _, s := range stories {
		for _, a := range s.seen {
			b.enter(ascribe.Entry{Capture: &ascribe.Capture{Document: s.doc, Appearance: a}})
		}
		b.enter(ascribe.Entry{Reading: s.reading})
		p := s.profile()
		for _, l := range Links(p, near) {
			b.enter(ascribe.Entry{Link: &l})
		}
		near = append(near, p)
	}
	return b
}

func (b *book) enter(e ascribe.Entry) {
	b.lines = append(b.lines, ascribe.Line{Seq: int64(len(b.lines)), At: b.clock, Entry: e})
	b.clock = b.clock.Add(time.Minute)
}

// decide enters a person's decision and returns its id.
func (b *book) decide(d ascribe.Decision) string {
	d.By, d.At = ascribe.Agent{Name: "editor"}, b.clock
	d.Reason = cmp.Or(d.Reason, "the articles say so")
	id, err := d.Identify()
	if err == nil {
		err = d.Validate()
	}
	if err != nil {
		panic(err)
	}
	b.enter(ascribe.Entry{Decision: &d})
	return id
}

// rule enters a person's word on two tellings.
func (b *book) rule(x, y ascribe.MentionID, j ascribe.Judgement) string {
	act := ascribe.Merge
	if j == ascribe.Different {
		act = ascribe.Split
	}
	return b.decide(ascribe.Decision{Act: act, Pairs: []ascribe.Pair{{Left: x.String(), Right: y.String(), Judgement: j}}})
}

func (b *book) undo(id string) string {
	return b.decide(ascribe.Decision{Act: ascribe.Undo, Undoes: id})
}

func (b *book) all() iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		for _, l := range b.lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func (b *book) fold(t interface{ Fatal(...any) }, pins ascribe.Pins) *State {
	s, err := Fold(b.all(), nil, pins)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// only returns the single record of a state.
func only(t *testing.T, s *State) *ascribe.Record {
	t.Helper()
	all := s.Incidents()
	if len(all) != 1 {
		t.Fatalf("%d incidents, want 1", len(all))
	}
	return all[0]
}

// Stances in short.
var (
	fact    = ascribe.Stance{Speaker: ascribe.Narrator, Connected: true}
	claims  = ascribe.Stance{Speaker: ascribe.Self, Connected: true}
	denies  = ascribe.Stance{Speaker: ascribe.Self, Connected: true, Negated: true}
	accuses = ascribe.Stance{Speaker: ascribe.Authority, Connected: true}
)

// marketBombing is the story that many tests begin with: a bomb, a claim and an
// accusation.
func marketBombing() *story {
	s := newStory("herald.example", "3 20:00", "Bomb kills 12 at Port Maren fish market",
		"A bomb tore through the fish market of Port Maren on Monday, killing 12 people and wounding thirty.",
		"The Maran Liberation Front said it had planted the device near the ice house.",
		"The interior ministry accused the Order of Seven of the bombing.",
		"Ana Velt, who sells herring by the eastern gate, saw smoke above the quay.")
	o := s.tells(0, ascribe.Bombing, marchDay(3), &maren)
	front := s.mention(ascribe.ActorMention, 1, "The Maran Liberation Front")
	order := s.mention(ascribe.ActorMention, 2, "Order of Seven")
	s.mention(ascribe.PersonMention, 3, "Ana Velt")
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
	s.blames(s.say(1, ascribe.Self, "The Maran Liberation Front"), front, claims)
	s.blames(s.say(2, ascribe.Authority, "The interior ministry"), order, accuses)
	o = s.last()
	o.Statements = append(o.Statements, s.say(3, ascribe.Narrator, ""))
	return s
}

// secondDay is another outlet's own report, a day later: the toll has risen and
// the order denies.
func secondDay() *story {
	s := newStory("courier.example", "4 18:00", "Port Maren market bomb toll rises to 15",
		"Fifteen people are now known to have died in Monday's explosion at the Port Maren fish market, hospital staff said.",
		"The Order of Seven denied any part in the attack.",
		"Divers went on searching the harbour basin below the ice house.")
	o := s.tells(0, ascribe.Attack, marchDay(3), &maren)
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(15))
	order := s.mention(ascribe.ActorMention, 1, "The Order of Seven")
	s.blames(s.say(1, ascribe.Self, "The Order of Seven"), order, denies)
	return s
}
