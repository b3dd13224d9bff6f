// Package storetest is the one suite that every store must pass, and the
// invented articles that it and the stores' own tests append.
package storetest

import (
	"fmt"
	"strings"
	"time"

	"ascribe"
)

// Engine names what "read" the invented articles.
const Engine = "storetest/1"

// Published is when article 0 was published; each later one an hour after.
func Published(n int) time.Time {
	return time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour)
}

// Article returns the capture and the reading of invented article n, whose text
// is at least size bytes long. The same n and size give the same article. The
// reading has a keys entry "article-n" and one shared by every tenth article.
func Article(n, size int) (capture, reading ascribe.Entry) {
	doc := document(n, size)
	capture.Capture = &ascribe.Capture{Document: doc, Appearance: ascribe.Appearance{
		Document: doc.ID, InputID: fmt.Sprintf("article-%d", n), Outlet: "maren-courier.example",
		URL: fmt.Sprintf("https://maren-courier.example/%d", n), Headline: fmt.Sprintf("Blast %d in Port Maren — “no claim yet”", n),
		Byline: "Ilse Ørsted", Published: ascribe.Published{Time: Published(n), From: "given"},
		Retrieved: Published(n).Add(time.Minute),
	}}
	reading.Reading = Read(doc, Engine)
	reading.Keys = []string{fmt.Sprintf("article-%d", n), fmt.Sprintf("ten-%d", n/10)}
	reading.Profile = Profile(doc)
	return capture, reading
}

// Profile is what an invented article is entered with for judging it against others.
func Profile(doc *ascribe.Document) []byte { return []byte("profile of " + doc.ID.String()) }

// document writes article n.
func document(n, size int) *ascribe.Document {
	var text strings.Builder
	doc := &ascribe.Document{Language: "en"}
	sentence := func(format string, a ...any) {
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		fmt.Fprintf(&text, format, a...)
		doc.Sentences = append(doc.Sentences, ascribe.Span{Start: start, End: text.Len()})
	}
	sentence("PORT MAREN (Norvia) — At least %d people were hurt by a blast near the Ćosić market, police said.", n+2)
	sentence("“Nobody has claimed it,” said Colonel Åsa Tveit of Sarvia’s army 🚓.")
	for i := 0; text.Len() < size; i++ {
		sentence("Witness %d of report %d heard the %s shortly after dawn on the road to قرية المرفأ.", i, n, []string{"shot", "siren", "explosion"}[i%3])
	}
	doc.Text = text.String()
	doc.ID = ascribe.HashText(doc.Text)
	doc.Blocks = []ascribe.Block{{Kind: ascribe.Body, Span: ascribe.Span{End: len(doc.Text)}}}
	at := strings.Index(doc.Text, "Norvia")
	doc.Credits = []ascribe.Credit{{Name: "Norvia", Kind: ascribe.Wire, Span: ascribe.Span{Start: at, End: at + len("Norvia")}}}
	return doc
}

// Read returns a reading of an invented article under an engine's name: one
// statement a sentence, an incident, a toll, and an attribution.
func Read(doc *ascribe.Document, engine string) *ascribe.Reading {
	r := &ascribe.Reading{Document: doc.ID, Engine: engine}
	for i, s := range doc.Sentences {
		st := ascribe.Statement{
			Anchor:  ascribe.Anchor{Document: doc.ID, Sentence: i, Span: s, Quote: s.Of(doc.Text)},
			Source:  ascribe.Source{Role: ascribe.Narrator},
			Content: []ascribe.Span{s}, Score: 0.5, Because: "every sentence states something",
		}
		st.Identify()
		r.Statements = append(r.Statements, st)
	}
	first := r.Statements[0].ID
	blast := ascribe.MentionID{Document: doc.ID, Kind: ascribe.IncidentMention, At: strings.Index(doc.Text, "blast")}
	army := ascribe.MentionID{Document: doc.ID, Kind: ascribe.ActorMention, At: strings.Index(doc.Text, "Sarvia’s army")}
	r.Mentions = []ascribe.Mention{
		{ID: blast, Text: "a blast", Spans: []ascribe.Span{{Start: blast.At, End: blast.At + len("blast")}}},
		{ID: army, Text: "Sarvia’s army", Spans: []ascribe.Span{{Start: army.At, End: army.At + len("Sarvia’s army")}},
			Actor: &ascribe.ActorRef{ID: "sarvia-army", Name: "Army of Sarvia", Kind: ascribe.StateForces}},
	}
	r.Incidents = []ascribe.Occurrence{{Incident: blast, Type: ascribe.Bombing, Recent: true, Statements: []ascribe.StatementID{first}, Score: 0.9}}
	words := ascribe.Span{Start: strings.Index(doc.Text, "At least"), End: strings.Index(doc.Text, " were hurt")}
	r.Tolls = []ascribe.Toll{{Incident: blast, Harm: ascribe.Injured, Words: words.Of(doc.Text), Span: words, Statement: first,
		Figure: ascribe.Figure{Low: 2, Best: ascribe.Unknown, High: ascribe.Unknown, Open: true}}}
	r.Attributions = []ascribe.Attribution{{Incident: blast, Actor: army, Statement: r.Statements[1].ID, Score: 0.25}}
	return r
}

// Problem returns a capture of bytes that could not be read.
func Problem(raw ascribe.BlobKey, what string) ascribe.Entry {
	return ascribe.Entry{Capture: &ascribe.Capture{Problem: what, Appearance: ascribe.Appearance{
		InputID: "broken.html", Raw: raw, Retrieved: Published(0),
	}}}
}

// Join returns a machine's link between two mentions.
func Join(left, right string, judgement ascribe.Judgement) ascribe.Entry {
	return ascribe.Entry{Link: &ascribe.Link{
		Kind: ascribe.SameIncident, Left: left, Right: right, Judgement: judgement, Score: 0.75,
		Because:    []ascribe.Reason{{Feature: "place", Weight: 2.5, Left: "Port Maren", Right: "Port Maren"}},
		Provenance: ascribe.Provenance{Activity: "storetest/1", Agent: ascribe.Agent{Name: "storetest", Machine: true}},
		Engines:    []string{Engine, Engine},
	}}
}

// Rule returns a decision on a statement, for a reason.
func Rule(reason string, on ascribe.StatementID, act ascribe.Act) ascribe.Entry {
	d := &ascribe.Decision{
		Act: act, Statements: []ascribe.StatementID{on}, Reason: reason, By: ascribe.Agent{Name: "Ada Lind"}, At: Published(1),
		Credibility: ascribe.Credibility{Source: "B", Information: 2},
	}
	if _, err := d.Identify(); err != nil {
		panic(err) // its words are those above, which can be written
	}
	return ascribe.Entry{Decision: d}
}

// Code returns the decision of a person who tells of an incident in an invented
// article by the word "hurt", which its reading has none at.
func Code(doc *ascribe.Document) ascribe.Entry {
	at := ascribe.Span{Start: strings.Index(doc.Text, "hurt")}
	at.End = at.Start + len("hurt")
	telling := ascribe.MentionID{Document: doc.ID, Kind: ascribe.IncidentMention, At: at.Start}
	kind := ascribe.Assault
	in := doc.Sentences[0]
	c := &ascribe.Coding{
		Statement: ascribe.Statement{Anchor: ascribe.Anchor{Document: doc.ID, Span: in, Quote: in.Of(doc.Text)}, Content: []ascribe.Span{in}, Score: 1},
		Deed:      &ascribe.Deed{Telling: telling, Text: "hurt", Span: at, Type: kind, Recent: true, New: true},
		Value:     &ascribe.Correction{Telling: telling, Slot: ascribe.TypeSlot, Type: &kind},
	}
	c.Statement.Identify()
	d := &ascribe.Decision{Act: ascribe.Code, Coding: c, Reason: "a second incident", By: ascribe.Agent{Name: "Ada Lind"}, At: Published(1)}
	if _, err := d.Identify(); err != nil {
		panic(err) // its words are those above, which can be written
	}
	return ascribe.Entry{Decision: d}
}
