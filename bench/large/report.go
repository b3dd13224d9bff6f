package large

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"ascribe"
)

// A report is an invented article on the one incident, with its reading.
type report struct {
	doc     *ascribe.Document
	seen    ascribe.Appearance
	reading *ascribe.Reading
}

// newReport makes the nth report: three sentences, most of it in words of its own.
func newReport(n int) *report {
	draw := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // an invented text, no secret
	killed := 139 + draw.IntN(3)
	r := &report{}
	r.write(
		fmt.Sprintf("A bomb killed %d people at the Velgrad concert hall on Friday, %s.", killed, words(draw, 30)),
		fmt.Sprintf("The Maran Liberation Front claimed the bombing, %s.", words(draw, 25)),
		fmt.Sprintf("Officials blamed the Order of Seven, %s.", words(draw, 25)))
	at := time.Date(2031, 3, 21, 20, 0, 0, 0, time.UTC).Add(time.Duration(n) * 20 * time.Minute)
	r.seen = ascribe.Appearance{
		Document: r.doc.ID, InputID: fmt.Sprint("report ", n), Outlet: ascribe.OutletID(fmt.Sprintf("outlet-%d.example", n)),
		Headline: "Bomb at Velgrad concert hall", Published: ascribe.Published{Time: at, From: "given"}, Retrieved: at,
	}
	r.read(killed)
	return r
}

// words invents so many words.
func words(draw *rand.Rand, n int) string {
	var out strings.Builder
	for range n {
		for range 2 + draw.IntN(3) {
			out.WriteByte("bdfgklmnprstvz"[draw.IntN(14)])
			out.WriteByte("aeiou"[draw.IntN(5)])
		}
		out.WriteByte(' ')
	}
	return strings.TrimSpace(out.String())
}

// write makes the document.
func (r *report) write(sentences ...string) {
	d := &ascribe.Document{Language: "en", Text: strings.Join(sentences, " ")}
	at := 0
	for _, s := range sentences {
		d.Sentences = append(d.Sentences, ascribe.Span{Start: at, End: at + len(s)})
		at += len(s) + 1
	}
	d.ID = ascribe.HashText(d.Text)
	d.Blocks = []ascribe.Block{{Kind: ascribe.Body, Span: ascribe.Span{End: len(d.Text)}}}
	r.doc, r.reading = d, &ascribe.Reading{Document: d.ID, Engine: "by hand"}
}

// read enters what the report says: what happened, who claims it, who is blamed.
func (r *report) read(killed int) {
	bomb := r.mention(ascribe.IncidentMention, "bomb")
	front, order := r.mention(ascribe.ActorMention, "Maran Liberation Front"), r.mention(ascribe.ActorMention, "Order of Seven")
	told := r.say(0, ascribe.Source{Role: ascribe.Narrator})
	claim := r.say(1, ascribe.Source{Role: ascribe.Self, Text: "Maran Liberation Front", Spans: []ascribe.Span{r.find("Maran Liberation Front")}, Mention: &front})
	blame := r.say(2, ascribe.Source{Role: ascribe.Authority, Text: "Officials", Spans: []ascribe.Span{r.find("Officials")}})
	day := time.Date(2031, 3, 21, 0, 0, 0, 0, time.UTC)
	r.reading.Incidents = []ascribe.Occurrence{{
		Incident: bomb, Type: ascribe.Bombing, Recent: true, Statements: []ascribe.StatementID{told}, Score: 0.9,
		When: &ascribe.Date{
			Text: "Friday", Span: r.find("Friday"), EDTF: day.Format(time.DateOnly), From: day, To: day,
			Precision: ascribe.Day, Basis: ascribe.RelativeToPublication,
		},
		Where: &ascribe.Place{
			Text: "Velgrad", Span: r.find("Velgrad"), Name: "Velgrad", Country: "XSV",
			Point: &ascribe.Point{Lat: 44, Lon: -40}, Precision: ascribe.ExactPlace,
		},
	}}
	toll := r.find(fmt.Sprintf("%d people", killed))
	r.reading.Tolls = []ascribe.Toll{{
		Incident: bomb, Harm: ascribe.Killed, Figure: ascribe.Exactly(ascribe.Count(killed)), Words: toll.Of(r.doc.Text), Span: toll, Statement: told, Score: 0.9,
	}}
	r.reading.Attributions = []ascribe.Attribution{
		{Incident: bomb, Actor: front, Stance: ascribe.Stance{Speaker: ascribe.Self, Connected: true}, Statement: claim, Score: 0.9},
		{Incident: bomb, Actor: order, Stance: ascribe.Stance{Speaker: ascribe.Authority, Connected: true}, Statement: blame, Score: 0.9},
	}
}

// say enters that a source says sentence i.
func (r *report) say(i int, by ascribe.Source) ascribe.StatementID {
	span := r.doc.Sentences[i]
	st := ascribe.Statement{
		Anchor: ascribe.Anchor{Document: r.doc.ID, Sentence: i, Span: span, Quote: span.Of(r.doc.Text)},
		Source: by, Content: []ascribe.Span{span}, Score: 0.9, Because: "the sentence says so",
	}
	id := st.Identify()
	r.reading.Statements = append(r.reading.Statements, st)
	return id
}

func (r *report) mention(kind ascribe.MentionKind, words string) ascribe.MentionID {
	span := r.find(words)
	id := ascribe.MentionID{Document: r.doc.ID, Kind: kind, At: span.Start}
	r.reading.Mentions = append(r.reading.Mentions, ascribe.Mention{ID: id, Text: words, Spans: []ascribe.Span{span}})
	return id
}

// find returns where some words first stand.
func (r *report) find(words string) ascribe.Span {
	at := strings.Index(r.doc.Text, words)
	return ascribe.Span{Start: at, End: at + len(words)}
}
