package publish

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"ascribe"
)

var update = flag.Bool("update", false, "write the golden files again")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what was written:\n%s", path, firstDifference(got, want))
	}
}

func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "got  " + a + "\nwant " + b
		}
	}
	return ""
}

// schema compiles a schema of docs/schema.
func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "docs", "schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate checks one line of JSON against a schema.
func validate(t testing.TB, s *jsonschema.Schema, line []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Fatalf("%v\n%s", err, line)
	}
}

func indent(t testing.TB, line []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", " "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An article is a text in which a test finds its spans by their words.
type article struct {
	doc  *ascribe.Document
	from int
}

// find returns the next span of words after the last one found.
func (a *article) find(words string) ascribe.Span {
	i := strings.Index(a.doc.Text[a.from:], words)
	if i < 0 {
		panic("no " + words + " in the text")
	}
	a.from += i
	return ascribe.Span{Start: a.from, End: a.from + len(words)}
}

func (a *article) mention(kind ascribe.MentionKind, words string) ascribe.Mention {
	a.from = 0
	s := a.find(words)
	return ascribe.Mention{ID: ascribe.MentionID{Document: a.doc.ID, Kind: kind, At: s.Start}, Text: words, Spans: []ascribe.Span{s}}
}

func newArticle(text string, sentences ...string) *article {
	a := &article{doc: &ascribe.Document{ID: ascribe.HashText(text), Language: "en", Text: text}}
	for _, s := range sentences {
		a.doc.Sentences = append(a.doc.Sentences, a.find(s))
	}
	a.doc.Blocks = []ascribe.Block{{Kind: ascribe.Body, Span: ascribe.Span{End: len(text)}}}
	a.from = 0
	return a
}

const maren = "PORT MAREN (Telha) — A bomb 💥 hit the café “Zoë” on Friday. " +
	"«نحن ضربنا الميناء», the Maran Liberation Front said; police said at least 140 people died."

// marenReading is a reading that uses every part of the format.
func marenReading() (*ascribe.Reading, *ascribe.Document, ascribe.Appearance) {
	a := newArticle(maren, "PORT MAREN (Telha) — A bomb 💥 hit the café “Zoë” on Friday.",
		"«نحن ضربنا الميناء», the Maran Liberation Front said; police said at least 140 people died.")
	a.doc.Credits = []ascribe.Credit{{Name: "Telha", Kind: ascribe.Wire, Span: a.find("Telha")}}
	bomb := a.mention(ascribe.IncidentMention, "bomb")
	front := a.mention(ascribe.ActorMention, "the Maran Liberation Front")
	front.Actor = &ascribe.ActorRef{ID: "mlf", Name: "Maran Liberation Front", Kind: ascribe.RebelGroup}
	front.Matches = []ascribe.NameMatch{{Actor: "mlf", Name: "Maran Liberation Front", By: ascribe.ByName, Score: 1}}
	police := a.mention(ascribe.ActorMention, "police")
	police.Matches = []ascribe.NameMatch{{Actor: "pollce", Name: "Pollce", By: ascribe.LooksLike, Score: .5, Because: "it differs from “Pollce” by one letter"}}
	police.NoActor = "a word of everyday English, and no name"
	port := a.mention(ascribe.PlaceMention, "PORT MAREN")
	port.Place = &ascribe.Place{Text: "PORT MAREN", Span: port.Spans[0], Name: "Port Maren", Country: "SRV", Gazetteer: "geonames:999000001", Point: &ascribe.Point{Lat: -1.5, Lon: 0}, Precision: ascribe.ExactPlace}
	a.from = 0
	day := time.Date(2031, 3, 7, 0, 0, 0, 0, time.UTC)
	friday := ascribe.Date{Text: "Friday", Span: a.find("Friday"), EDTF: "2031-03-07", From: day, To: day, Precision: ascribe.Day, Basis: ascribe.RelativeToPublication}
	first, second := a.doc.Sentences[0], a.doc.Sentences[1]
	told := ascribe.Statement{Anchor: ascribe.Anchor{Document: a.doc.ID, Span: first, Quote: first.Of(maren)}, Content: []ascribe.Span{first}, Score: 1}
	a.from = second.Start
	claim := ascribe.Statement{
		Anchor:  ascribe.Anchor{Document: a.doc.ID, Sentence: 1, Span: second, Quote: second.Of(maren)},
		Content: []ascribe.Span{a.find("نحن ضربنا الميناء")}, Source: ascribe.Source{Role: ascribe.Self, Text: "the Maran Liberation Front", Spans: front.Spans, Mention: &front.ID},
		Cue: []ascribe.Span{a.find("said")}, Quotation: ascribe.Direct, SaidAt: &friday, Score: .9, Because: "quotation marks before a verb of saying",
	}
	count := ascribe.Statement{
		Anchor: claim.Anchor, Source: ascribe.Source{Role: ascribe.Authority, Text: "police", Spans: police.Spans, Mention: &police.ID, Via: []ascribe.MentionID{front.ID}},
		Content: []ascribe.Span{a.find("at least 140 people died")}, Quotation: ascribe.Indirect, Modality: ascribe.Modality{Hedged: true}, Score: .8, Because: "subject of “said”",
	}
	for _, s := range []*ascribe.Statement{&told, &claim, &count} {
		s.Identify()
	}
	a.from = 0
	cafe := ascribe.Entity{Text: "the café “Zoë”", Named: true, Spans: []ascribe.Span{a.find("the café “Zoë”")}, Score: .7}
	return &ascribe.Reading{
			Document: a.doc.ID, Engine: "lexical/1 extract/1", Mentions: []ascribe.Mention{port, bomb, front, police}, Dates: []ascribe.Date{friday},
			Statements: []ascribe.Statement{told, claim, count},
			Incidents: []ascribe.Occurrence{{
				Incident: bomb.ID, Type: ascribe.Bombing, When: &friday, Where: port.Place, Recent: true,
				Roles: ascribe.Roles{PhysicalTargets: []ascribe.Entity{cafe}}, Effects: []ascribe.Effect{{Target: front.ID, Effect: "no_injury"}},
				Statements: []ascribe.StatementID{told.ID}, Because: "“bomb … hit”", Score: .9,
			}},
			Attributions: []ascribe.Attribution{{Incident: bomb.ID, Actor: front.ID, Stance: ascribe.Stance{Speaker: ascribe.Self, Connected: true}, Statement: claim.ID, Because: "“we” of the speaker", Score: .9}},
			Tolls:        []ascribe.Toll{{Incident: bomb.ID, Harm: ascribe.Killed, Of: "people", Figure: ascribe.Figure{Low: 140, Best: 140, High: ascribe.Unknown, Open: true}, Words: "at least 140 people", Span: a.find("at least 140 people"), Statement: count.ID, Because: "“at least” before a number"}},
			Relations:    []ascribe.Relation{{Subject: front.ID, Kind: ascribe.RivalOf, Object: police.ID, Statement: claim.ID, Because: "for the test"}},
		}, a.doc, ascribe.Appearance{
			Document: a.doc.ID, InputID: "maren-1", Outlet: "maren-courier.example", URL: "https://maren-courier.example/1", Headline: "Bomb <b>hits</b> café",
			Published: ascribe.Published{Time: day.AddDate(0, 0, 1), DayOnly: true, From: "given"}, Retrieved: day.AddDate(0, 0, 2),
		}
}

func TestReadingGolden(t *testing.T) {
	var b bytes.Buffer
	r, doc, seen := marenReading()
	if err := Reading(&b, r, doc, seen); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != 1 {
		t.Fatal("a reading is not one line")
	}
	validate(t, schema(t, "reading.schema.json"), b.Bytes())
	golden(t, "reading.golden.json", indent(t, b.Bytes()))
}

// A reading of which nothing is known is valid, and holds no 0 or "" for it.
func TestReadingOfNothing(t *testing.T) {
	doc := &ascribe.Document{ID: ascribe.HashText("x"), Text: "x"}
	var b bytes.Buffer
	r := &ascribe.Reading{Document: doc.ID, Engine: "e", Dates: []ascribe.Date{{Text: "x", Span: ascribe.Span{End: 1}}}, Incidents: []ascribe.Occurrence{{Where: &ascribe.Place{Text: "x"}}}}
	if err := Reading(&b, r, doc, ascribe.Appearance{}); err != nil {
		t.Fatal(err)
	}
	validate(t, schema(t, "reading.schema.json"), b.Bytes())
	for _, unknown := range []string{`"published":null`, `"input_id":null`, `"edtf":null`, `"basis":null`, `"geonames":null`, `"where_prec":null`, `"language":null`} {
		if !strings.Contains(b.String(), unknown) {
			t.Errorf("%s is missing in %s", unknown, b.String())
		}
	}
	if strings.Contains(b.String(), `"lat"`) || strings.Contains(b.String(), "0001-01-01") {
		t.Errorf("an unknown is written as a value: %s", b.String())
	}
}

func TestReadingRefusesBrokenSpans(t *testing.T) {
	doc := &ascribe.Document{ID: ascribe.HashText("é"), Text: "é"}
	for name, s := range map[string]ascribe.Span{"cut": {Start: 0, End: 1}, "outside": {Start: 0, End: 9}, "backwards": {Start: 2, End: 0}, "negative": {Start: -1, End: 0}} {
		r := &ascribe.Reading{Document: doc.ID, Statements: []ascribe.Statement{{Content: []ascribe.Span{s}}}}
		err := Reading(&bytes.Buffer{}, r, doc, ascribe.Appearance{InputID: "in-7"})
		if err == nil || !strings.Contains(err.Error(), "in-7") {
			t.Errorf("%s: %v, want an error that names the input", name, err)
		}
	}
	if err := Reading(&bytes.Buffer{}, &ascribe.Reading{}, doc, ascribe.Appearance{}); err == nil {
		t.Error("a reading of another document was taken")
	}
	bad := &ascribe.Document{ID: ascribe.HashText("\xff"), Text: "\xff"}
	if err := Reading(&bytes.Buffer{}, &ascribe.Reading{Document: bad.ID}, bad, ascribe.Appearance{}); err == nil {
		t.Error("text that is not UTF-8 was taken")
	}
}

// Every pair of offsets slices the text, as code points, to the quoted words.
func TestOffsetsSliceTheQuote(t *testing.T) {
	s := schema(t, "reading.schema.json")
	piece := rapid.SampledFrom([]string{"a", " ", "\n", "é", "e\u0301", "ط", "نحن", "👩🏽‍🚀", "💥", "\u202e", "漢", "\"", "<", "a long run of plain ASCII words that crosses a mark of the table, and on"})
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		cuts := []int{0}
		for range rapid.IntRange(1, 60).Draw(t, "pieces") {
			b.WriteString(piece.Draw(t, "piece"))
			cuts = append(cuts, b.Len())
		}
		text := b.String()
		doc := &ascribe.Document{ID: ascribe.HashText(text), Text: text}
		r := &ascribe.Reading{Document: doc.ID, Engine: "e"}
		var want []string
		for range 20 {
			i := rapid.IntRange(0, len(cuts)-2).Draw(t, "from")
			j := rapid.IntRange(i+1, len(cuts)-1).Draw(t, "to")
			span := ascribe.Span{Start: cuts[i], End: cuts[j]}
			want = append(want, span.Of(text))
			r.Statements = append(r.Statements, ascribe.Statement{Content: []ascribe.Span{span}})
			r.Tolls = append(r.Tolls, ascribe.Toll{Span: span})
		}
		var out bytes.Buffer
		if err := Reading(&out, r, doc, ascribe.Appearance{}); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Fatal(err)
		}
		var got readingJSON
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		runes := []rune(got.Document.Text)
		for i, w := range want {
			p, q := got.Statements[i].Content, got.Tolls[i].Span
			if slice := string(runes[p.Spans[0][0]:p.Spans[0][1]]); slice != w || *p.Text != w {
				t.Fatalf("%v slices %q, text %q, want %q", p.Spans[0], slice, *p.Text, w)
			}
			if slice := string(runes[q[0]:q[1]]); slice != w {
				t.Fatalf("toll %v slices %q, want %q", q, slice, w)
			}
		}
	})
}

// A value that names a mention outside the list keeps its place, with null.
func TestOfMentionThatIsNotListed(t *testing.T) {
	doc := &ascribe.Document{ID: ascribe.HashText("x"), Text: "x"}
	lost := ascribe.MentionID{Document: doc.ID, Kind: ascribe.ActorMention}
	r := &ascribe.Reading{Document: doc.ID, Attributions: []ascribe.Attribution{{Actor: lost, Stance: ascribe.Stance{Connected: true}}}}
	var b bytes.Buffer
	if err := Reading(&b, r, doc, ascribe.Appearance{}); err != nil {
		t.Fatal(err)
	}
	validate(t, schema(t, "reading.schema.json"), b.Bytes())
	if !strings.Contains(b.String(), `"actor":null`) {
		t.Errorf("an actor that is not listed is not null: %s", b.String())
	}
}
