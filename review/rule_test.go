package review

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// record is an incident of as many documents as there are letters.
func record(id ascribe.IncidentID, docs string) *ascribe.Record {
	r := &ascribe.Record{Incident: id}
	for _, d := range docs {
		doc := ascribe.HashText(string(d))
		r.Documents = append(r.Documents, ascribe.Telling{Document: doc, Mention: ascribe.MentionID{Document: doc, Kind: ascribe.IncidentMention}})
	}
	return r
}

func TestMergeJoinsAllToTheFirst(t *testing.T) {
	a, b, c := record("a", "xy"), record("b", "z"), record("c", "w")
	pairs, err := MergeIncidents([]*ascribe.Record{a, b, b, c})
	if err != nil || len(pairs) != 2 {
		t.Fatalf("%v %v", pairs, err)
	}
	for _, p := range pairs {
		if p.Left != a.Documents[0].Mention.String() || p.Judgement != ascribe.Same {
			t.Errorf("pair %s", p)
		}
	}
	if _, err := MergeIncidents([]*ascribe.Record{a, a}); err == nil {
		t.Error("an incident was merged with itself")
	}
}

func TestSplitKeepsWhatGoesTogetherAndApartFromTheRest(t *testing.T) {
	r := record("a", "wxyz")
	docs := []ascribe.DocumentID{ascribe.HashText("w"), ascribe.HashText("x")}
	pairs, err := SplitIncident(r, docs)
	if err != nil {
		t.Fatal(err)
	}
	same, apart := 0, 0
	for _, p := range pairs {
		if p.Judgement == ascribe.Same {
			same++
		} else {
			apart++
		}
	}
	if same != 1 || apart != 4 {
		t.Errorf("%d pairs the same, %d apart", same, apart)
	}
	if _, err := SplitIncident(r, append(docs, ascribe.HashText("y"), ascribe.HashText("z"))); err == nil {
		t.Error("all tellings left the incident")
	}
	if _, err := SplitIncident(r, []ascribe.DocumentID{ascribe.HashText("other")}); err == nil {
		t.Error("an article that does not tell of it left the incident")
	}
}

func TestRating(t *testing.T) {
	for given, want := range map[string]ascribe.Credibility{"b2": {Source: "B", Information: 2}, "A": {Source: "A"}, "6": {Information: 6}, "": {}} {
		if got, err := Rating(given); err != nil || got != want {
			t.Errorf("%q is %+v, %v", given, got, err)
		}
	}
	for _, bad := range []string{"G1", "B7", "BB", "12"} {
		if _, err := Rating(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestParseFigure(t *testing.T) {
	const none = ascribe.Unknown
	for given, want := range map[string]ascribe.Figure{
		"14": ascribe.Exactly(14), "14+": {Low: 14, Best: 14, High: none, Open: true}, "5-7": {Low: 5, Best: none, High: 7}, "-20": {Low: none, Best: none, High: 20},
	} {
		if got, err := ParseFigure(given); err != nil || got != want {
			t.Errorf("%q is %+v, %v", given, got, err)
		}
	}
	for _, bad := range []string{"", "many", "7-5", "-", "+", "1.5", "3-"} {
		if _, err := ParseFigure(bad); err == nil || ascribe.HintOf(err) == "" && bad != "7-5" {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// change is on a sentence that tells of one incident, blames one actor and counts
// twice.
func change(slot, value string) *Change {
	const text = "On Friday the Harbour Guild killed nine dockers and two boys in Port Maren."
	doc := &ascribe.Document{Text: text, ID: ascribe.HashText(text)}
	whole := ascribe.Span{End: len(text)}
	st := ascribe.Statement{ID: ascribe.StatementID{7}, Anchor: ascribe.Anchor{Document: doc.ID, Span: whole, Quote: text}, Content: []ascribe.Span{whole}}
	at := func(words string) ascribe.Span {
		i := strings.Index(text, words)
		return ascribe.Span{Start: i, End: i + len(words)}
	}
	told := ascribe.MentionID{Document: doc.ID, Kind: ascribe.IncidentMention, At: at("killed").Start}
	guild := ascribe.MentionID{Document: doc.ID, Kind: ascribe.ActorMention, At: at("the Harbour").Start}
	toll := func(words string, n ascribe.Count) ascribe.Toll {
		return ascribe.Toll{Incident: told, Harm: ascribe.Killed, Figure: ascribe.Exactly(n), Words: words, Span: at(words), Statement: st.ID}
	}
	return &Change{
		Document: doc, Statement: &st, Slot: slot, Value: value,
		Reading: &ascribe.Reading{
			Document: doc.ID, Statements: []ascribe.Statement{st},
			Incidents:    []ascribe.Occurrence{{Incident: told, Type: ascribe.Attack, Statements: []ascribe.StatementID{st.ID}, When: &ascribe.Date{Span: at("Friday")}}},
			Attributions: []ascribe.Attribution{{Incident: told, Actor: guild, Statement: st.ID, Stance: ascribe.Stance{Connected: true}}},
			Tolls:        []ascribe.Toll{toll("nine dockers", 9), toll("two boys", 2)},
		},
		Place: func(name string) (*ascribe.Place, error) { return &ascribe.Place{Name: name}, nil },
	}
}

func TestCorrections(t *testing.T) {
	c := change("date", "2031-03-07")
	got, err := c.Correction()
	if err != nil || got.Date.Text != "Friday" || got.Date.Precision != ascribe.Day || got.Telling != c.Reading.Incidents[0].Incident {
		t.Fatalf("%+v %v", got, err)
	}
	c = change("place", "Port Maren")
	if _, err := c.Correction(); err == nil || !strings.Contains(ascribe.HintOf(err), "--words") {
		t.Errorf("a place without words: %v", err)
	}
	c.Words = "Port Maren"
	if got, err := c.Correction(); err != nil || got.Place.Text != "Port Maren" {
		t.Errorf("%+v %v", got, err)
	}
	c = change("killed", "10")
	if _, err := c.Correction(); err == nil || !strings.Contains(ascribe.HintOf(err), `"two boys"`) {
		t.Errorf("which of two numbers: %v", err)
	}
	c.Words = "nine dockers"
	if got, err := c.Correction(); err != nil || got.Toll.Figure != ascribe.Exactly(10) || c.Reading.Tolls[0].Figure != ascribe.Exactly(9) {
		t.Errorf("%+v %v", got, err)
	}
	c = change("injured", "4")
	c.Words = "two boys"
	if got, err := c.Correction(); err != nil || got.Toll.Harm != ascribe.Injured || got.Toll.Span.Of(c.Document.Text) != "two boys" {
		t.Errorf("%+v %v", got, err)
	}
	c = change("hedged", "true")
	if got, err := c.Correction(); err != nil || !got.Attribution.Stance.Hedged || c.Reading.Attributions[0].Stance.Hedged {
		t.Errorf("%+v %v", got, err)
	}
	c = change("type", "bombing")
	if got, err := c.Correction(); err != nil || *got.Type != ascribe.Bombing {
		t.Errorf("%+v %v", got, err)
	}
	c = change("date", "none")
	if got, err := c.Correction(); err != nil || !got.Strike || got.Date != nil {
		t.Errorf("%+v %v", got, err)
	}
}

func TestEverySlotIsWhatADecisionHolds(t *testing.T) {
	values := map[string]string{"type": "arson", "stage": "foiled", "date": "2031", "place": "Talvik", "speaker": "witness"}
	for _, slot := range Slots() {
		value := values[slot]
		if value == "" {
			value = "3"
		}
		if slices.Contains(facts[1:], slot) {
			value = "true"
		}
		c := change(slot, value)
		c.Words = "nine dockers"
		got, err := c.Correction()
		if err != nil {
			t.Errorf("%s: %v", slot, err)
			continue
		}
		d := ascribe.Decision{Act: ascribe.Correct, Correction: got, Reason: "r", By: ascribe.Agent{Name: "a"}, At: time.Date(2031, 3, 8, 0, 0, 0, 0, time.UTC)}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", slot, err)
		}
	}
	if _, err := change("position", "claimed").Correction(); err == nil {
		t.Error("a position was set")
	}
}
