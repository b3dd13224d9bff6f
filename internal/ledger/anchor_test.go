package ledger_test

import (
	"strings"
	"testing"

	"ascribe"
	"ascribe/internal/ledger"
	"ascribe/internal/storetest"
)

func TestAnInventedReadingIsExact(t *testing.T) {
	capture, reading := storetest.Article(3, 2000)
	d, r := capture.Capture.Document, reading.Reading
	if what := ledger.CheckDocument(d); len(what) > 0 {
		t.Error(what)
	}
	anchors, what := ledger.CheckReading(r, d)
	if want := int64(len(r.Statements) + len(r.Tolls)); len(what) > 0 || anchors.Checked != want || anchors.Exact != want {
		t.Errorf("%d of %d exact, want %d of %d; %v", anchors.Exact, anchors.Checked, want, want, what)
	}
}

func TestEveryKindOfSlipIsNoticed(t *testing.T) {
	capture, _ := storetest.Article(0, 0)
	d := capture.Capture.Document
	emoji := strings.Index(d.Text, "🚓")
	cut := ascribe.Span{Start: emoji + 1, End: emoji + 4}
	outside := ascribe.Span{Start: 5, End: len(d.Text) + 1}
	for name, c := range map[string]struct {
		slip  func(*ascribe.Reading)
		what  string
		exact int64 // fewer anchors exact than checked
	}{
		"a quote that is not there": {func(r *ascribe.Reading) { r.Statements[0].Anchor.Quote += "!" }, "the archive says", 1},
		"an anchor outside":         {func(r *ascribe.Reading) { r.Statements[1].Anchor.Span = outside }, "outside the text", 1},
		"an anchor turned round":    {func(r *ascribe.Reading) { r.Statements[1].Anchor.Span = ascribe.Span{Start: 9, End: 3} }, "outside the text", 1},
		"another document's":        {func(r *ascribe.Reading) { r.Statements[0].Anchor.Document[0] ^= 1 }, "belongs to document", 1},
		"no such sentence":          {func(r *ascribe.Reading) { r.Statements[0].Anchor.Sentence = 99 }, "sentence 99", 0},
		"another sentence":          {func(r *ascribe.Reading) { r.Statements[0].Anchor.Sentence = 1 }, "outside its sentence", 0},
		"an id of something else":   {func(r *ascribe.Reading) { r.Statements[0].ID[0] ^= 1 }, "has the anchor, speaker and content of", 0},
		"a cue that cuts a letter":  {func(r *ascribe.Reading) { r.Statements[0].Cue = []ascribe.Span{cut} }, "cuts a character", 0},
		"content outside":           {func(r *ascribe.Reading) { r.Statements[0].Content = append(r.Statements[0].Content, outside) }, "outside the text", 0},
		"a speaker outside":         {func(r *ascribe.Reading) { r.Statements[0].Source.Spans = []ascribe.Span{outside} }, "outside the text", 0},
		"when it was said": {func(r *ascribe.Reading) {
			r.Statements[0].SaidAt = &ascribe.Date{Text: "Friday", Span: ascribe.Span{End: 6}}
		}, "notes \"Friday\"", 1},
		"a notice's words": {func(r *ascribe.Reading) {
			r.Notices = []ascribe.Notice{{Anchor: r.Statements[0].Anchor}}
			r.Notices[0].Anchor.Quote += "."
		}, "the archive says", 1},
		"a toll's words": {func(r *ascribe.Reading) { r.Tolls[0].Words = "At least 9 people" }, "the archive says", 1},
		"a toll outside": {func(r *ascribe.Reading) { r.Tolls[0].Span = outside }, "outside the text", 1},
		"a date's words": {func(r *ascribe.Reading) {
			r.Dates = []ascribe.Date{{Text: "Monday", Span: ascribe.Span{Start: 1, End: 7}}}
		}, "notes \"Monday\"", 1},
		"an incident's date": {func(r *ascribe.Reading) {
			r.Incidents[0].When = &ascribe.Date{Text: "x", Span: ascribe.Span{Start: 1, End: 2}}
		}, "date of incident 0", 1},
		"an incident's place":        {func(r *ascribe.Reading) { r.Incidents[0].Where = &ascribe.Place{Span: cut} }, "cuts a character", 0},
		"a mention outside":          {func(r *ascribe.Reading) { r.Mentions[0].Spans = []ascribe.Span{outside} }, "mention 0", 0},
		"a mention of another":       {func(r *ascribe.Reading) { r.Mentions[0].ID.Document = ascribe.HashText("") }, "mention 0 belongs", 0},
		"a mention's place":          {func(r *ascribe.Reading) { r.Mentions[0].Place = &ascribe.Place{Span: outside} }, "place of mention 0", 0},
		"a perpetrator":              {func(r *ascribe.Reading) { r.Incidents[0].Roles.PerpetratorIndividuals = entity(cut) }, "perpetrator 0", 0},
		"a perpetrator organization": {func(r *ascribe.Reading) { r.Incidents[0].Roles.PerpetratorOrganizations = entity(cut) }, "organization 0", 0},
		"a physical target":          {func(r *ascribe.Reading) { r.Incidents[0].Roles.PhysicalTargets = entity(cut) }, "physical target 0", 0},
		"a human target":             {func(r *ascribe.Reading) { r.Incidents[0].Roles.HumanTargets = entity(outside) }, "human target 0", 0},
		"an instrument":              {func(r *ascribe.Reading) { r.Incidents[0].Roles.Instruments = entity(outside) }, "instrument 0", 0},
		"a relation's date": {func(r *ascribe.Reading) {
			r.Relations = []ascribe.Relation{{To: &ascribe.Date{Text: "x", Span: ascribe.Span{End: 1}}}}
		}, "end of relation 0", 1},
	} {
		r := storetest.Read(d, storetest.Engine)
		c.slip(r)
		anchors, what := ledger.CheckReading(r, d)
		if len(what) == 0 || !strings.Contains(strings.Join(what, "\n"), c.what) {
			t.Errorf("%s: noticed %q, want %q", name, what, c.what)
		}
		if anchors.Checked-anchors.Exact != c.exact {
			t.Errorf("%s: %d of %d anchors exact, want %d fewer", name, anchors.Exact, anchors.Checked, c.exact)
		}
	}
}

func entity(s ascribe.Span) []ascribe.Entity { return []ascribe.Entity{{Spans: []ascribe.Span{s}}} }

func TestEverySlipOfADocumentIsNoticed(t *testing.T) {
	for name, slip := range map[string]func(*ascribe.Document){
		"its text":         func(d *ascribe.Document) { d.Text += " " },
		"a block outside":  func(d *ascribe.Document) { d.Blocks[0].Span.End++ },
		"blocks that meet": func(d *ascribe.Document) { d.Blocks = append(d.Blocks, d.Blocks[0]) },
		"a sentence":       func(d *ascribe.Document) { d.Sentences[0].Start = -1 },
		"a credit":         func(d *ascribe.Document) { d.Credits[0].Span.End = 1 << 20 },
	} {
		capture, _ := storetest.Article(0, 0)
		slip(capture.Capture.Document)
		if len(ledger.CheckDocument(capture.Capture.Document)) == 0 {
			t.Errorf("%s: not noticed", name)
		}
	}
}
