package publish

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// onRecord is what is on record of the dawn.
func onRecord(t *testing.T) *ascribe.ActorRecord {
	t.Helper()
	day := time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)
	when, err := ascribe.ParseEDTF("2031-06-01")
	if err != nil {
		t.Fatal(err)
	}
	from, err := ascribe.ParseEDTF("2029")
	if err != nil {
		t.Fatal(err)
	}
	id := ascribe.StatementID{0xf1}
	return &ascribe.ActorRecord{
		Actor: dawn, Also: []ascribe.ActorID{"dawn-of-the-north"}, Pins: ascribe.Pins{AsOf: day.AddDate(0, 1, 0)},
		Registered: &ascribe.Actor{ID: dawn.ID, Kind: ascribe.PoliticalMilitia, Countries: []string{"XSV", "XBR"}, Names: []ascribe.Name{{Text: "Northern Dawn"}, {Text: "ND", Acronym: true}}, Sources: []string{"ucdp:0", "desk\x1b[2J"}},
		Names:      []ascribe.NameUse{{Text: "Northern Dawn", Mentions: 5, Documents: 3, Because: []string{"name"}}, {Text: "الفجر\x1b[2J", Mentions: 1, Documents: 1, Because: []string{"alias", "a person's word"}}},
		Documents:  4, Origins: 3,
		Incidents: []ascribe.Involvement{{Incident: "i7qk2vexample", Type: ascribe.Bombing, When: &when, Where: &ascribe.Place{Text: "Ana Velt's house", Name: "Port Maren", Country: "XSV"}, Position: ascribe.Claimed,
			By: []string{"Northern Dawn", "an authority"}, Since: day, Support: []ascribe.StatementID{id}, Origins: 2},
			{Incident: "i0qk2vexample", Type: ascribe.Shooting, Where: &ascribe.Place{Text: "Ana Velt's house"}, Position: ascribe.Denied, By: []string{"a witness"}, Since: day, Origins: 1}},
		Relations: []ascribe.Told{
			{Sourced: ascribe.Sourced[ascribe.ActorRelation]{Value: ascribe.ActorRelation{Subject: dawn, Object: maranLF, Kind: ascribe.OffshootOf, Negated: true}, Statements: []ascribe.StatementID{id}, Origins: 2}, By: []string{"maren-radio.example"}, Since: day}},
		Ties:      []ascribe.ActorRelation{{Subject: dawn, Object: maranLF, Kind: ascribe.PartOf, From: &from, To: &when}, {Subject: oster, Object: dawn, Kind: ascribe.SuccessorOf, From: &from}},
		Alike:     []ascribe.Alike{{Actor: oster, Name: "Oster", As: "Northern Dаwn", Because: "its letters look like those of “Northern Dawn”"}, {As: "Nоrthern", Because: "it is made of two alphabets"}},
		Decisions: []ascribe.Decision{{ID: "d1", Act: ascribe.Merge, At: day, Reason: "Ana Velt says so", By: ascribe.Agent{Name: "a coder"}}},
	}
}

func TestActor(t *testing.T) {
	s := schema(t, "actor.schema.json")
	for _, r := range []*ascribe.ActorRecord{onRecord(t), {Actor: oster}} {
		validate(t, s, []byte(strings.TrimSpace(written(t, func(b *bytes.Buffer) error { return ActorJSON(b, r) }))))
	}
	out := written(t, func(b *bytes.Buffer) error { return ActorJSON(b, onRecord(t)) })
	var got actorRecordJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || got.Kind != ascribe.PoliticalMilitia || !got.Relations[0].Value.Negated || *got.Ties[0].From.EDTF != "2029" || got.Incidents[1].Place != nil {
		t.Errorf("%+v, %v", got, err)
	}
	text := written(t, func(b *bytes.Buffer) error { return ActorText(b, onRecord(t)) })
	for _, private := range []string{"Velt", "a coder"} {
		if strings.Contains(out, private) || strings.Contains(text, private) {
			t.Errorf("%q is given away", private)
		}
	}
	golden(t, "actor.golden.txt", []byte(text+written(t, func(b *bytes.Buffer) error { return ActorText(b, &ascribe.ActorRecord{Actor: oster}) })))
}
