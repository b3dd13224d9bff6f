package publish

import (
	"bytes"
	"errors"
	"iter"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// ledgerLines are lines of every kind, as a store gives them: without texts.
func ledgerLines() (lines []ascribe.Line, docs map[ascribe.DocumentID]*ascribe.Document) {
	r, doc, seen := marenReading()
	bare := *doc
	bare.Text = ""
	entered := at("2031-06-09 10:00")
	for i, e := range []ascribe.Entry{
		{Capture: &ascribe.Capture{Document: &bare, Appearance: seen}},
		{Capture: &ascribe.Capture{Appearance: ascribe.Appearance{InputID: "broken.pdf", Retrieved: entered}, Problem: "broken.pdf: no text"}},
		{Reading: r},
		{Link: &ascribe.Link{Kind: ascribe.SameOrigin, Left: "a", Right: "b", Judgement: ascribe.Same, Score: .1 + .2, Because: []ascribe.Reason{{Feature: "shared <text>", Weight: 1e-7}}, Provenance: ascribe.Provenance{Activity: "reconcile/1", Agent: ascribe.Agent{Name: "x", Machine: true}}}},
		{Decision: &ascribe.Decision{ID: "d1", Act: ascribe.Reject, Statements: []ascribe.StatementID{r.Statements[0].ID}, Credibility: ascribe.Credibility{Source: "B", Information: 2}, Reason: "زوى\u2028 misread", By: ascribe.Agent{Name: "ed"}, At: entered}},
	} {
		lines = append(lines, ascribe.Line{Seq: int64(i), At: entered.Add(time.Duration(i) * time.Nanosecond), Entry: e})
	}
	return lines, map[ascribe.DocumentID]*ascribe.Document{doc.ID: doc}
}

func each2(lines []ascribe.Line) iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		for _, l := range lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func archive(docs map[ascribe.DocumentID]*ascribe.Document) func(ascribe.DocumentID) (*ascribe.Document, error) {
	return func(id ascribe.DocumentID) (*ascribe.Document, error) {
		if d := docs[id]; d != nil {
			return d, nil
		}
		return nil, ascribe.Errorf(ascribe.NotFound, "no document %s", id)
	}
}

func readAll(t testing.TB, in string) []ascribe.Line {
	t.Helper()
	var out []ascribe.Line
	for l, err := range ReadLines(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func TestLinesComeBack(t *testing.T) {
	lines, docs := ledgerLines()
	first := written(t, func(b *bytes.Buffer) error { return Lines(b, each2(lines), archive(docs)) })
	s := schema(t, "ledger.schema.json")
	for l := range strings.Lines(first) {
		validate(t, s, []byte(l))
	}
	got := readAll(t, first)
	if len(got) != len(lines) || got[0].Entry.Capture.Document.Text != maren {
		t.Fatalf("%d lines of %d, text %q", len(got), len(lines), got[0].Entry.Capture.Document.Text)
	}
	if !reflect.DeepEqual(got[2].Entry, lines[2].Entry) || !reflect.DeepEqual(got[3].Entry, lines[3].Entry) || !reflect.DeepEqual(got[4].Entry, lines[4].Entry) {
		t.Error("an entry came back changed")
	}
	if again := written(t, func(b *bytes.Buffer) error { return Lines(b, each2(got), archive(nil)) }); again != first {
		t.Errorf("exported again it differs:\n%s", firstDifference([]byte(again), []byte(first)))
	}
}

// Whatever stands in the ledger, export, import and export give the same bytes.
func TestLinesAreLossless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		id := ascribe.HashText(text)
		moment := rapid.Int64Range(0, 4e18)
		c := rapid.SampledFrom([]ascribe.Count{ascribe.Unknown, 0, 1, 140})
		lines := []ascribe.Line{
			{Seq: rapid.Int64Range(0, 9).Draw(t, "seq"), At: time.Unix(0, moment.Draw(t, "at")).UTC(), Entry: ascribe.Entry{Capture: &ascribe.Capture{
				Document:   &ascribe.Document{ID: id, Text: text, Blocks: []ascribe.Block{{Kind: ascribe.BlockKind(rapid.IntRange(0, 5).Draw(t, "block")), Span: ascribe.Span{End: len(text)}}}},
				Appearance: ascribe.Appearance{Document: id, Headline: rapid.String().Draw(t, "headline"), Published: ascribe.Published{Time: time.Unix(0, moment.Draw(t, "published")).UTC(), DayOnly: rapid.Bool().Draw(t, "day")}},
			}}},
			{Seq: 10, At: time.Unix(0, 4e18).UTC(), Entry: ascribe.Entry{Reading: &ascribe.Reading{Document: id, Tolls: []ascribe.Toll{{
				Figure: ascribe.Figure{Low: c.Draw(t, "low"), Best: c.Draw(t, "best"), High: c.Draw(t, "high")}, Words: rapid.String().Draw(t, "words"), Score: ascribe.Score(rapid.Float64Range(0, 1).Draw(t, "score")),
			}}}}},
		}
		var first, again bytes.Buffer
		if err := Lines(&first, each2(lines), archive(nil)); err != nil {
			t.Fatal(err)
		}
		var back []ascribe.Line
		for l, err := range ReadLines(bytes.NewReader(first.Bytes())) {
			if err != nil {
				t.Fatal(err)
			}
			back = append(back, l)
		}
		if !reflect.DeepEqual(back, lines) {
			t.Fatalf("came back as %+v, was %+v", back, lines)
		}
		if err := Lines(&again, each2(back), archive(nil)); err != nil || again.String() != first.String() {
			t.Fatalf("exported again it differs: %v", err)
		}
	})
}

func TestLinesRefuseALostText(t *testing.T) {
	lines, _ := ledgerLines()
	if err := Lines(&bytes.Buffer{}, each2(lines), archive(nil)); ascribe.KindOf(err) != ascribe.NotFound || !strings.Contains(err.Error(), "line 0") {
		t.Errorf("%v, want the line whose text is missing", err)
	}
	wrong := archive(map[ascribe.DocumentID]*ascribe.Document{lines[0].Entry.Capture.Document.ID: {Text: "other"}})
	if err := Lines(&bytes.Buffer{}, each2(lines), wrong); ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("%v, want a conflict", err)
	}
	broken := func(yield func(ascribe.Line, error) bool) { yield(ascribe.Line{}, errors.New("disk")) }
	if err := Lines(&bytes.Buffer{}, broken, wrong); err == nil {
		t.Error("an error of the ledger was lost")
	}
}

// A hostile or damaged export is refused at the line that is wrong.
func TestReadLinesRefuses(t *testing.T) {
	lines, docs := ledgerLines()
	good := written(t, func(b *bytes.Buffer) error { return Lines(b, each2(lines), archive(docs)) })
	all := strings.SplitAfter(good, "\n")
	for name, in := range map[string]string{
		"another text":     strings.Replace(good, "140 people died", "990 people died", 1),
		"no text":          strings.Replace(all[0], `"text":"PORT`, `"text":null,"x":"PORT`, 1),
		"unknown field":    strings.Replace(all[3], `"link":{`, `"link":{"trigger":"x",`, 1),
		"two entries":      strings.Replace(all[3], `"link":{`, `"decision":{"id":"x"},"link":{`, 1),
		"no entry":         `{"format":"ascribe.ledger/1","seq":0,"at":"2031-01-01T00:00:00Z"}` + "\n",
		"another format":   strings.Replace(good, "ascribe.ledger/1", "ascribe.ledger/2", 1),
		"a line twice":     all[1] + all[1],
		"lines exchanged":  all[2] + all[1],
		"earlier":          all[3] + strings.Replace(all[4], `"at":"2031-06-09T10`, `"at":"2031-06-09T09`, 1),
		"cut off":          strings.TrimSuffix(good, "\n")[:len(good)-40],
		"no line end":      strings.TrimSuffix(good, "\n"),
		"two on one line":  strings.Replace(all[3], "\n", " ", 1) + all[4],
		"not JSON":         "<html>\n",
		"an empty line":    all[0] + "\n" + all[1],
		"a text on a link": strings.Replace(all[3], `"link":`, `"text":"x","link":`, 1),
	} {
		var err error
		for _, e := range ReadLines(strings.NewReader(in)) {
			err = e
		}
		if err == nil || !strings.Contains(err.Error(), "of the export") || ascribe.HintOf(err) == "" {
			t.Errorf("%s: %v, want an error with its line and a hint", name, err)
		}
	}
	if got := readAll(t, ""); got != nil {
		t.Errorf("an empty export gives %v", got)
	}
}

func FuzzReadLines(f *testing.F) {
	lines, docs := ledgerLines()
	f.Add(written(f, func(b *bytes.Buffer) error { return Lines(b, each2(lines), archive(docs)) }))
	f.Fuzz(func(t *testing.T, in string) {
		for l, err := range ReadLines(strings.NewReader(in)) {
			if err != nil {
				return
			}
			if err := Lines(&bytes.Buffer{}, each2([]ascribe.Line{l}), archive(nil)); err != nil {
				t.Errorf("a line that was read cannot be written: %v", err)
			}
		}
	})
}
