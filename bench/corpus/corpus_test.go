package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

func TestLines(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("good.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n")
	write("bad.jsonl", "{\"id\":\"a\"}\n{\"id\":\n")
	type line struct{ ID string }
	got, err := Lines[line](dir, "good.jsonl")
	if err != nil || len(got) != 2 || got[1].ID != "b" {
		t.Errorf("read %v, %v", got, err)
	}
	if _, err := Lines[line](dir, "bad.jsonl"); err == nil || !strings.Contains(err.Error(), "bad.jsonl:2") {
		t.Errorf("a broken line: %v, want its place", err)
	}
	if _, err := Lines[line](dir, "none.jsonl"); ascribe.HintOf(err) == "" {
		t.Errorf("a missing set: %v, want a hint", err)
	}
}

func testEngine(t *testing.T) nlp.Engine {
	places, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	e, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestReadAll(t *testing.T) {
	day := time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)
	texts := []Text{
		{ID: "one", Text: "A bomb killed two soldiers in Lima on Sunday, police said.", Published: day},
		{ID: "two", Text: "Gunmen shot a mayor dead in Lima, police said.", Published: day},
	}
	told := 0
	got, err := ReadAll(extract.New(testEngine(t)), texts, func(done, all int) { told = done * all })
	if err != nil || told != 4 {
		t.Fatalf("%v, progress %d", err, told)
	}
	for i, r := range got {
		if r.Document.Text != texts[i].Text || len(r.Incidents) != 1 {
			t.Errorf("%s: %d incidents of %q", texts[i].ID, len(r.Incidents), r.Document.Text)
		}
	}
	if d := got[0].Incidents[0].When; d == nil || d.EDTF != "2024-05-05" {
		t.Errorf("the day of publication is not known to the reader: %v", d)
	}
}

func TestCapitals(t *testing.T) {
	if got := Capitals("Straße ıñ ŉ “x”"); got != "STRAßE ıÑ ŉ “X”" || len(got) != len("Straße ıñ ŉ “x”") {
		t.Errorf("got %q", got)
	}
	engine := testEngine(t)
	doc, _, err := Document(Text{ID: "x", Text: "GUERRILLAS OF THE FMLN ATTACKED A BRIDGE NEAR SAN MIGUEL. THE ARMY BLAMED PEDRO GOMEZ."})
	if err != nil {
		t.Fatal(err)
	}
	want := "Guerrillas of the FMLN attacked a bridge near San Miguel. The army blamed Pedro Gomez."
	if got := Truecase(engine, doc); got != want {
		t.Errorf("got %q", got)
	}
	doc, _, err = Document(Text{ID: "y", Text: "THE MARAN LIBERATION FRONT (MALIF) SAID SO. MALIF GUERRILLAS FIRED (AGAIN)."})
	if err != nil {
		t.Fatal(err)
	}
	want = "The Maran Liberation Front (MALIF) said so. MALIF guerrillas fired (again)."
	if got := Truecase(engine, doc); got != want {
		t.Errorf("got %q", got)
	}
}
