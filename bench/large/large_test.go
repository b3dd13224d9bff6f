package large

import (
	"path/filepath"
	"testing"

	"ascribe"
	"ascribe/internal/sqlite"
	"ascribe/internal/storetest"
	"ascribe/pipeline"
)

// A copy is an article of its own whose every anchor quotes its text.
func TestACopyIsAWholeArticle(t *testing.T) {
	capture, reading := storetest.Article(1, 900)
	a := article{capture.Capture, reading.Reading}
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "large.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for year := range 3 {
		c, err := a.copy(year + 1)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Append(t.Context(), ascribe.Entry{Capture: c.capture}, ascribe.Entry{Reading: c.reading}); err != nil {
			t.Fatal(err)
		}
		for _, o := range c.reading.Incidents {
			for _, id := range o.Statements {
				if id != c.reading.Statements[0].ID || id == reading.Reading.Statements[0].ID {
					t.Errorf("the incident rests on %s, the first statement is %s", id, c.reading.Statements[0].ID)
				}
			}
		}
	}
	r, err := store.Check(t.Context(), nil)
	if err != nil || !r.Sound() || r.Documents != 3 || r.Anchors.Checked == 0 {
		t.Errorf("%+v %v", r, err)
	}
}

// The sources report one incident, and each says three things of it.
func TestTheReportsAreOfOneIncident(t *testing.T) {
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "large.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	id, err := (&Case{Store: store}).enter(t.Context(), 12)
	if err != nil {
		t.Fatal(err)
	}
	r, err := pipeline.Record(t.Context(), store, ascribe.Pins{}, id)
	if err != nil || len(r.Documents) != 12 || len(r.Origins) != 12 || len(r.Cited) != 36 || len(r.Matrix) < 2 {
		t.Errorf("%d documents, %d origins, %d statements (%v)", len(r.Documents), len(r.Origins), len(r.Cited), err)
	}
}
