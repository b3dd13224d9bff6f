package publish

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"ascribe"
)

func summaries() []ascribe.ActorSummary {
	return []ascribe.ActorSummary{
		{Actor: dawn, Names: []string{"Northern Dawn", "the group", "الفجر\x1b[2J"}, Documents: 4, Incidents: []ascribe.IncidentID{"incident-ferry"},
			Positions: map[ascribe.Position]int{ascribe.Claimed: 1, ascribe.Suspected: 2}, Relations: []ascribe.Sourced[ascribe.ActorRelation]{
				{Value: ascribe.ActorRelation{Subject: dawn, Object: maranLF, Kind: ascribe.AffiliateOf}, Origins: 1},
				{Value: ascribe.ActorRelation{Subject: oster, Object: dawn, Kind: ascribe.Supports, Negated: true}, Origins: 1},
			}},
		{Actor: oster},
	}
}

func TestActors(t *testing.T) {
	out := written(t, func(b *bytes.Buffer) error { return Actors(b, summaries()) })
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines, want 2", len(lines))
	}
	s := schema(t, "actors.schema.json")
	for _, l := range lines {
		validate(t, s, []byte(l))
	}
	var got actorSummaryJSON
	if err := json.Unmarshal([]byte(lines[0]), &got); err != nil || got.Positions["suspected"] != 2 || got.Relations[1].Value.Kind != ascribe.Supports {
		t.Errorf("%+v, %v", got, err)
	}
	golden(t, "actors.golden.txt", []byte(written(t, func(b *bytes.Buffer) error { return ActorTable(b, summaries()) })))
}

func TestHits(t *testing.T) {
	hits := []ascribe.Hit{
		{Appearance: ferry().Documents[0].Appearances[0], Snippet: "An «explosion» shook\nthe \x1b[2Jterminal", Score: 1.5},
		{Appearance: ascribe.Appearance{InputID: "notes.txt"}, Snippet: "an «explosion»"},
	}
	out := written(t, func(b *bytes.Buffer) error { return Hits(b, hits) })
	s := schema(t, "hits.schema.json")
	for l := range strings.Lines(out) {
		validate(t, s, []byte(l))
	}
	if strings.Count(out, "\n") != 2 || !strings.Contains(out, `"published":null`) {
		t.Errorf("written as %s", out)
	}
	golden(t, "hits.golden.txt", []byte(written(t, func(b *bytes.Buffer) error { return HitText(b, hits) })))
}

func TestDecisions(t *testing.T) {
	at := time.Date(2031, 6, 9, 10, 0, 0, 0, time.UTC)
	all := []Decision{
		{ascribe.Decision{ID: "d1", Act: ascribe.Merge, By: ascribe.Agent{Name: "a coder"}, At: at, Reason: "one ferry", Pairs: []ascribe.Pair{
			{Kind: ascribe.SameIncident, Left: "a", Right: "b", Judgement: ascribe.Same},
		}}, false, nil},
		{ascribe.Decision{ID: "d2", Act: ascribe.Undo, Undoes: "d1", By: ascribe.Agent{Name: "a coder"}, At: at, Reason: "two"}, true, nil},
		{ascribe.Decision{ID: "d3", Act: ascribe.Correct, By: ascribe.Agent{Name: "a coder"}, At: at, Reason: "two", Correction: &ascribe.Correction{Slot: ascribe.DateSlot, Strike: true}}, true, []string{"incident@9:ab"}},
	}
	var out bytes.Buffer
	if err := DecisionsJSON(&out, all); err != nil {
		t.Fatal(err)
	}
	s := schema(t, "decision.schema.json")
	for _, line := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
		validate(t, s, line)
	}
	out.Reset()
	if err := DecisionTable(&out, all); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"d1", "undone", "1 pair", "stands", "the date", "a coder", "idle", "What 1 of them"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}

func TestDiff(t *testing.T) {
	before := &ascribe.Record{Incident: "i1", Title: "Bombing", Type: ascribe.Bombing, Origins: make([]ascribe.Origin, 1),
		Tolls: []ascribe.TollRange{{Harm: ascribe.Killed, Figure: ascribe.Exactly(9)}}}
	after := &ascribe.Record{Incident: "i1", Title: "Bombing", Type: ascribe.Bombing, Origins: make([]ascribe.Origin, 2),
		Tolls:  []ascribe.TollRange{{Harm: ascribe.Killed, Figure: ascribe.Exactly(14)}},
		Matrix: []ascribe.Cell{{Actor: dawn, Source: "Northern Dawn", Role: ascribe.Self, Position: ascribe.Claimed}}}
	changes := []ascribe.Change{
		{Kind: ascribe.Altered, Before: []*ascribe.Record{before}, After: after},
		{Kind: ascribe.Appeared, After: before},
		{Kind: ascribe.Gone, Before: []*ascribe.Record{after}},
	}
	var out bytes.Buffer
	if err := DiffJSON(&out, changes); err != nil {
		t.Fatal(err)
	}
	s := schema(t, "change.schema.json")
	lines := bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n"))
	for _, line := range lines {
		validate(t, s, line)
	}
	var first changeJSON
	if err := json.Unmarshal(lines[0], &first); err != nil {
		t.Fatal(err)
	}
	want := map[string][2]string{"killed": {"9", "14"}, "origins": {"1", "2"}, "Northern Dawn, claimed by Northern Dawn": {"–", "0 origins"}}
	if len(first.Values) != len(want) {
		t.Errorf("%d values differ: %s", len(first.Values), lines[0])
	}
	for _, v := range first.Values {
		if w, ok := want[v.What]; !ok || orNone(v.Before) != w[0] || orNone(v.After) != w[1] {
			t.Errorf("%s: %s to %s", v.What, orNone(v.Before), orNone(v.After))
		}
	}
	out.Reset()
	if err := DiffText(&out, changes); err != nil || !strings.Contains(out.String(), "killed: 9 → 14") || !strings.Contains(out.String(), "3 incidents changed: 1 appeared, 1 gone, 0 joined, 0 parted, 1 altered.") {
		t.Errorf("%v\n%s", err, out.String())
	}
}
