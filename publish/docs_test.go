package publish

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The examples of docs/formats.md are what the schemas say.
func TestExamplesOfTheDocs(t *testing.T) {
	b, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)Schema: \\[([a-z.]+)\\]\\([^)]+\\)\n\n```json\n(.*?)```").FindAllStringSubmatch(string(b), -1)
	if len(examples) != 12 || strings.Count(string(b), "```json") != 12 {
		t.Fatalf("%d examples with a schema", len(examples))
	}
	for _, e := range examples {
		var line bytes.Buffer
		if err := json.Compact(&line, []byte(e[2])); err != nil {
			t.Fatalf("%s: %v", e[1], err)
		}
		validate(t, schema(t, e[1]), line.Bytes())
		switch e[1] {
		case "reading.schema.json":
			var r readingJSON
			if err := json.Unmarshal(line.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			slices := func(p pair) string { return string([]rune(r.Document.Text)[p[0]:p[1]]) }
			for _, m := range r.Mentions {
				if slices(m.Spans[0]) != *m.Text {
					t.Errorf("the example's %s slices %q", m.ID, slices(m.Spans[0]))
				}
			}
			if s := r.Statements[0]; slices(s.Content.Spans[0]) != *s.Content.Text || slices(s.Cue.Spans[0]) != *s.Cue.Text || slices(r.Tolls[0].Span) != r.Tolls[0].Words || slices(*r.Dates[0].Span) != *r.Dates[0].Text {
				t.Error("the example's spans do not slice its words")
			}
		case "ledger.schema.json":
			readAll(t, line.String()+"\n")
		}
	}
}
