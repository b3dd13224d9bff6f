package publish

import (
	"bytes"
	"strings"
	"testing"

	"ascribe"
)

// changedPost is what became of the harbour notes of the ferry.
func changedPost() *ascribe.History {
	r := ferry()
	var rest ascribe.Rest
	rest.Record = r
	var post ascribe.DocumentID
	decided := ascribe.Decision{ID: "dtwo", Act: ascribe.Accept, Reason: "checked with the police", At: r.Matrix[0].Since}
	other := ascribe.Decision{ID: "dother", Act: ascribe.Reject, Reason: "of another day", At: r.Matrix[0].Since, Statements: r.Matrix[0].Support.Statements}
	defer func() { r.Decisions = []ascribe.Decision{other, decided} }()
	for id, c := range r.Cited {
		if c.Lapsed != nil && c.Lapsed.Kind == ascribe.Retracted {
			post = c.Statement.Anchor.Document
			rest.Statements = append(rest.Statements, id)
			decided.Statements = append(decided.Statements, id)
		}
	}
	h := &ascribe.History{Rests: []ascribe.Rest{rest}}
	for _, d := range r.Documents {
		if d.Document == post {
			a := d.Appearances[0]
			h.Versions = []ascribe.Version{
				{Document: post, Appearance: a, Public: a.Retrieved, Lapsed: d.Lapsed},
				{
					Document: ascribe.DocumentID{7}, Appearance: a, Public: a.Retrieved.AddDate(0, 0, 2), Current: true,
					Notices: []ascribe.Notice{{Anchor: ascribe.Anchor{Quote: "This post has been removed."}}},
					Gone:    []string{"The bomb at the ferry terminal was the work of Northern Dawn.", "Police hold Nadim Sorel over the van."}, New: []string{"This post has been removed."},
				},
			}
		}
	}
	return h
}

func TestVersions(t *testing.T) {
	h := changedPost()
	var b bytes.Buffer
	if err := VersionsJSON(&b, h); err != nil {
		t.Fatal(err)
	}
	validate(t, schema(t, "versions.schema.json"), b.Bytes())
	for _, want := range []string{`"current":true`, `"carries":["bombing",`, `"Northern Dawn: reported as fact"`, `"killed up to 30"`, `"decisions":[{"id":"dtwo"`, `"kind":"retracted"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "Sorel") {
		t.Errorf("it names a private person: %s", b.String())
	}
	b.Reset()
	if err := VersionsText(&b, h); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"version 1 · harbour-notes.example", "taken back since 11 June 2031", "version 2 · harbour-notes.example", ", current\n",
		"  - “The bomb at the ferry terminal was the work of Northern Dawn.”", "  retraction: “This post has been removed.”",
		"retracted  “", "dtwo · accept · checked with the police", "Northern Dawn: reported as fact", "2 versions; 3 statements of 1 incident rest on them.",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
