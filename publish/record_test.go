package publish

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"ascribe"
)

// written returns what a format writes, or fails.
func written(t testing.TB, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRecordJSON(t *testing.T) {
	s := schema(t, "record.schema.json")
	for _, r := range append(records(), &ascribe.Record{}) {
		line := written(t, func(b *bytes.Buffer) error { return RecordJSON(b, r) })
		validate(t, s, []byte(line))
		if found := leaks(line); found != nil {
			t.Errorf("%s gives away %q", r.Incident, found)
		}
		if again := written(t, func(b *bytes.Buffer) error { return RecordJSON(b, r) }); again != line {
			t.Errorf("%s: the same record is written in two ways", r.Incident)
		}
	}
	line := written(t, func(b *bytes.Buffer) error { return RecordJSON(b, ferry()) })
	golden(t, "record.golden.json", indent(t, []byte(line)))
}

// Every statement that a value names is among the statements, with its words.
func TestRecordStatementsAreAllThere(t *testing.T) {
	for _, r := range records() {
		out := recordOf(r)
		there := map[ascribe.StatementID]bool{}
		for _, c := range out.Statements {
			there[c.ID] = c.Quote != ""
		}
		b, err := json.Marshal(out)
		if err != nil {
			t.Fatal(err)
		}
		var named struct {
			Matrix, Types, Dates []struct{ Statements []ascribe.StatementID }
			Tolls                []struct {
				Course []struct{ Statement ascribe.StatementID }
			}
		}
		if err := json.Unmarshal(b, &named); err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, v := range append(append(named.Matrix, named.Types...), named.Dates...) {
			for _, id := range v.Statements {
				seen++
				if !there[id] {
					t.Errorf("%s: statement %s is missing", r.Incident, id)
				}
			}
		}
		for _, v := range named.Tolls {
			for _, p := range v.Course {
				seen++
				if !there[p.Statement] {
					t.Errorf("%s: statement %s is missing", r.Incident, p.Statement)
				}
			}
		}
		if seen == 0 || len(out.Statements) != len(r.Cited) {
			t.Errorf("%s: %d statements of %d, %d named", r.Incident, len(out.Statements), len(r.Cited), seen)
		}
	}
}

func TestIncidents(t *testing.T) {
	s := schema(t, "incidents.schema.json")
	out := written(t, func(b *bytes.Buffer) error { return Incidents(b, append(records(), &ascribe.Record{})) })
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines, want 4", len(lines))
	}
	for _, l := range lines {
		validate(t, s, []byte(l))
	}
	if found := leaks(out); found != nil {
		t.Errorf("gives away %q", found)
	}
	golden(t, "incidents.golden.jsonl", []byte(out))
}

func briefs() []ascribe.Brief {
	var out []ascribe.Brief
	for _, r := range records() {
		out = append(out, Brief(r))
	}
	return out
}

func TestIncidentTable(t *testing.T) {
	out := written(t, func(b *bytes.Buffer) error { return IncidentTable(b, briefs()) })
	if found := leaks(out); found != nil {
		t.Errorf("gives away %q", found)
	}
	golden(t, "incidents.golden.txt", []byte(out))
}
