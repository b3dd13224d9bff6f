package review

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// raid is a card with all that can be planted on: who did it, how many, when, where.
// Its sentence is the bytes 100 to 200 of the article.
func raid() (*ascribe.Record, *ascribe.Reading, *Card) {
	day := func(n int, at int) ascribe.Date {
		d := time.Date(2031, 3, n, 0, 0, 0, 0, time.UTC)
		return ascribe.Date{EDTF: d.Format("2006-01-02"), From: d, To: d, Precision: ascribe.Day, Span: ascribe.Span{Start: at, End: at + 6}}
	}
	town := func(name string, at int) ascribe.Mention {
		return ascribe.Mention{ID: ascribe.MentionID{Kind: ascribe.PlaceMention, At: at}, Text: name, Spans: []ascribe.Span{{Start: at, End: at + 6}},
			Place: &ascribe.Place{Text: name, Name: name, Country: "SRV", Admin1: "Coast", Precision: 1}}
	}
	group := func(name string, at int) ascribe.Mention {
		return ascribe.Mention{ID: ascribe.MentionID{At: at}, Text: name, Spans: []ascribe.Span{{Start: at, End: at + 6}}, Actor: &ascribe.ActorRef{ID: ascribe.ActorID("a" + name), Name: name}}
	}
	id := ascribe.StatementID{1}
	front := ascribe.ActorRef{ID: "afront", Name: "Liberation Front"}
	toll := ascribe.Toll{Harm: ascribe.Killed, Figure: ascribe.Exactly(23), Words: "23 people", Span: ascribe.Span{Start: 150, End: 159}, Statement: id}
	when, where := day(4, 110), town("Port Maren", 120)
	r := &ascribe.Record{
		When: &when, Where: where.Place,
		Cited:  map[ascribe.StatementID]ascribe.Cite{id: {Words: "On 4 March the front killed 23 people in Port Maren, police said.", Statement: ascribe.Statement{ID: id, Anchor: ascribe.Anchor{Span: ascribe.Span{Start: 100, End: 200}}, Source: ascribe.Source{Role: ascribe.Authority, Mention: &ascribe.MentionID{At: 180}}}}},
		Matrix: []ascribe.Cell{{Actor: front, Position: ascribe.AccusedByAuthorities, Support: ascribe.Sourced[ascribe.Attribution]{Statements: []ascribe.StatementID{id}}}, {Actor: ascribe.ActorRef{ID: "aleague", Name: "Estuary League"}}},
	}
	reading := &ascribe.Reading{
		Mentions: []ascribe.Mention{group("Liberation Front", 130), group("police", 180), group("Harbour Guard", 190), group("Estuary League", 300), group("Navy", 320), group("Front", 330), where, town("Talvik", 400), town("Port Maren docks", 420), town("Coast", 430)},
		Dates:    []ascribe.Date{when, day(9, 140), day(9, 500), day(1, 510)},
		Tolls:    []ascribe.Toll{toll, {Figure: ascribe.Exactly(7), Words: "seven", Span: ascribe.Span{Start: 600, End: 605}}, {Figure: ascribe.Exactly(23), Words: "23", Span: ascribe.Span{Start: 610, End: 612}}},
	}
	c := &Card{Statement: id, Says: []Value{
		{Slot: "position", Actor: front, Position: ascribe.AccusedByAuthorities, Score: 0.4}, {Slot: "killed", Toll: &toll, Score: 0.9},
		{Slot: "date", Date: &when}, {Slot: "place", Place: where.Place}, {Slot: "type", Type: new(ascribe.IncidentType)},
	}}
	return r, reading, c
}

// What is planted is what the article has elsewhere or a slip, and never what the
// sentence may say.
func TestPlant(t *testing.T) {
	met := map[string]int{}
	for i := range 400 {
		r, reading, c := raid()
		p, ok := Plant(r, reading, c, fmt.Append(nil, i))
		if !ok {
			t.Fatal("nothing can be planted")
		}
		met[p.Slot+": "+p.False.About+" "+p.False.Value]++
		if p.Slot == "date" && p.Record.When.EDTF != p.False.Value || p.Slot == "place" && !strings.HasPrefix(p.False.Value, p.Record.Where.Name) {
			t.Errorf("%+v is headed with %+v, %+v", p.False, p.Record.When, p.Record.Where)
		}
		if r.When.EDTF != "2031-03-04" || r.Where.Name != "Port Maren" || c.Says[1].Toll.Figure != ascribe.Exactly(23) {
			t.Fatal("the record itself was changed")
		}
	}
	want := []string{
		"date: 2031-03-01", "date: 2031-03-03", "date: 2031-03-05", "killed: 23 people 32", "killed: seven 7", "place: Talvik, SRV",
		"position: Liberation Front cleared", "position: Liberation Front reported_as_fact", "position: Navy accused_by_authorities", "position: police accused_by_authorities",
	}
	var got []string
	for k := range met {
		got = append(got, strings.ReplaceAll(k, "  ", " "))
	}
	slices.Sort(got)
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("planted %s", g)
		}
	}
	if len(got) < 6 {
		t.Errorf("planted %q alone", got)
	}
}

// A card that gives no hold is left alone.
func TestPlantNothing(t *testing.T) {
	r, _, c := raid()
	c.Says = c.Says[4:]
	if p, ok := Plant(r, &ascribe.Reading{}, c, nil); ok {
		t.Errorf("%+v", p)
	}
	c.Says = []Value{{Slot: "date", Date: &ascribe.Date{Text: "some day"}}, {Slot: "killed", Toll: &ascribe.Toll{Figure: ascribe.Figure{Low: -1, Best: -1, High: -1, Open: true}}}}
	if p, ok := Plant(r, &ascribe.Reading{}, c, nil); ok {
		t.Errorf("%+v", p)
	}
}

// One value alone is planted, it is another, and the same key plants the same.
func TestPlantProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, reading, c := raid()
		n := ascribe.Count(rapid.IntRange(0, 5000).Draw(t, "dead"))
		toll := *c.Says[1].Toll
		toll.Figure, toll.Words = ascribe.Figure{Low: n, Best: n, High: ascribe.Unknown, Open: true}, fmt.Sprint(n)
		c.Says[1].Toll = &toll
		key := rapid.SliceOf(rapid.Byte()).Draw(t, "key")
		p, ok := Plant(r, reading, c, key)
		if !ok {
			t.Fatal("nothing can be planted")
		}
		again, _ := Plant(r, reading, c, key)
		if !reflect.DeepEqual(p, again) {
			t.Fatal("the same key planted something else")
		}
		changed := 0
		for i := range c.Says {
			if !reflect.DeepEqual(c.Says[i], p.Card.Says[i]) {
				changed++
				if was, is := said(&c.Says[i]), said(&p.Card.Says[i]); was.Value == is.Value && was.About == is.About || is != p.False && is.Value != p.False.Value {
					t.Fatalf("%+v became %+v", was, is)
				}
				if x := p.Card.Says[i]; x.Slot != c.Says[i].Slot || x.Score != c.Says[i].Score || x.Toll != nil && (x.Toll.Figure.Validate() != nil || overlap(x.Toll.Figure, toll.Figure)) {
					t.Fatalf("%+v became %+v", c.Says[i], x)
				}
			}
		}
		if changed != 1 {
			t.Fatalf("%d values changed", changed)
		}
	})
}
