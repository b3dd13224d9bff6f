package ledger

import (
	"fmt"
	"unicode/utf8"

	"ascribe"
)

// Anchors counts what ties a reading to its text: the anchors of statements,
// and the words that tolls and dates repeat.
type Anchors struct {
	Checked int64 `json:"checked"`
	Exact   int64 `json:"exact"`
}

// CheckDocument lists what is wrong in a document: spans that lie outside its
// text or cut a character, blocks that overlap.
func CheckDocument(d *ascribe.Document) []string {
	c := checker{document: d}
	if got := ascribe.HashText(d.Text); got != d.ID {
		c.wrong("the text hashes to %s", got)
	}
	end := 0
	for i, b := range d.Blocks {
		if c.span(b.Span, "block %d", i) && b.Span.Start < end {
			c.wrong("block %d begins at %d, inside the block before it", i, b.Span.Start)
		}
		end = b.Span.End
	}
	c.spans(d.Sentences, "sentences")
	for i, credit := range d.Credits {
		c.span(credit.Span, "credit %d", i)
	}
	return c.problems
}

// CheckReading lists what in a reading does not stand in its document: every
// anchor is compared with its quote, every toll and date with its words, and
// every span must lie inside the text and cut no character.
func CheckReading(r *ascribe.Reading, d *ascribe.Document) (Anchors, []string) {
	c := checker{document: d}
	for i, m := range r.Mentions {
		c.spans(m.Spans, fmt.Sprintf("mention %d", i))
		if m.ID.Document != d.ID {
			c.wrong("mention %d belongs to document %s", i, m.ID.Document)
		}
		c.place(m.Place, "mention %d", i)
	}
	for i := range r.Dates {
		c.date(&r.Dates[i], "date %d", i)
	}
	for i := range r.Statements {
		c.statement(&r.Statements[i])
	}
	for i := range r.Incidents {
		c.occurrence(i, &r.Incidents[i])
	}
	for i, t := range r.Tolls {
		c.words(t.Span, t.Words, "toll %d", i)
	}
	for i, n := range r.Notices {
		c.anchor(n.Anchor, fmt.Sprintf("notice %d", i))
	}
	for i, rel := range r.Relations {
		c.date(rel.From, "start of relation %d", i)
		c.date(rel.To, "end of relation %d", i)
	}
	return c.anchors, c.problems
}

// CheckCoding lists what of a person's coding does not stand in its document, as
// CheckReading does for a machine's reading.
func CheckCoding(c *ascribe.Coding, d *ascribe.Document) (Anchors, []string) {
	k := checker{document: d}
	k.statement(&c.Statement)
	if c.Deed != nil {
		k.words(c.Deed.Span, c.Deed.Text, "the words that tell of the incident")
	}
	if v := c.Value; v != nil {
		k.date(v.Date, "the date")
		k.place(v.Place, "the coded value")
		if v.Toll != nil {
			k.words(v.Toll.Span, v.Toll.Words, "the toll")
		}
	}
	if c.Actor != nil {
		k.spans(c.Actor.Spans, "the actor")
	}
	return k.anchors, k.problems
}

// A checker compares the parts of a reading with their document.
type checker struct {
	document *ascribe.Document
	anchors  Anchors
	problems []string
}

func (c *checker) wrong(format string, a ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, a...))
}

// span reports whether s lies inside the text, on the borders of characters.
func (c *checker) span(s ascribe.Span, format string, a ...any) bool {
	text := c.document.Text
	what := fmt.Sprintf(format, a...)
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start > s.End:
		c.wrong("%s: %v lies outside the text (%d bytes)", what, s, len(text))
	case s.Start < len(text) && !utf8.RuneStart(text[s.Start]), s.End < len(text) && !utf8.RuneStart(text[s.End]):
		c.wrong("%s: %v cuts a character", what, s)
	default:
		return true
	}
	return false
}

func (c *checker) spans(spans []ascribe.Span, what string) {
	for i, s := range spans {
		c.span(s, "%s, span %d", what, i)
	}
}

// words compares what was noted with what stands in the text.
func (c *checker) words(s ascribe.Span, noted, format string, a ...any) {
	c.anchors.Checked++
	if !c.span(s, format, a...) {
		return
	}
	if got := s.Of(c.document.Text); got != noted {
		c.wrong("%s notes %q, the archive says %q", fmt.Sprintf(format, a...), noted, got)
		return
	}
	c.anchors.Exact++
}

// date checks a date that the text has words for.
func (c *checker) date(d *ascribe.Date, format string, a ...any) {
	if d == nil || d.Span.IsZero() {
		return
	}
	c.words(d.Span, d.Text, format, a...)
}

// place checks a place that the text has words for.
func (c *checker) place(p *ascribe.Place, format string, a ...any) {
	if p == nil || p.Span.IsZero() {
		return
	}
	c.span(p.Span, "place of "+format, a...)
}

// anchor compares an anchor with its quote, and reports whether it holds.
func (c *checker) anchor(a ascribe.Anchor, of string) bool {
	c.anchors.Checked++
	if !c.span(a.Span, "anchor of %s", of) {
		return false
	}
	if err := a.Check(c.document); err != nil {
		c.wrong("%s: %v", of, err)
		return false
	}
	c.anchors.Exact++
	if n := len(c.document.Sentences); a.Sentence < 0 || a.Sentence >= n {
		c.wrong("%s stands in sentence %d of %d", of, a.Sentence, n)
	} else if in := c.document.Sentences[a.Sentence]; !in.Holds(a.Span) {
		c.wrong("the anchor %v of %s lies outside its sentence %v", a.Span, of, in)
	}
	return true
}

func (c *checker) statement(s *ascribe.Statement) {
	id := s.ID
	if !c.anchor(s.Anchor, "statement "+id.String()) {
		return
	}
	c.spans(s.Source.Spans, fmt.Sprintf("source of statement %s", id))
	c.spans(s.Cue, fmt.Sprintf("cue of statement %s", id))
	c.spans(s.Content, fmt.Sprintf("content of statement %s", id))
	c.date(s.SaidAt, "time of statement %s", id)
	if again := *s; again.Identify() != id {
		c.wrong("statement %s has the anchor, speaker and content of %s", id, again.ID)
	}
}

func (c *checker) occurrence(i int, o *ascribe.Occurrence) {
	c.date(o.When, "date of incident %d", i)
	c.place(o.Where, "incident %d", i)
	for role, entities := range map[string][]ascribe.Entity{
		"perpetrator": o.Roles.PerpetratorIndividuals, "perpetrator organization": o.Roles.PerpetratorOrganizations,
		"physical target": o.Roles.PhysicalTargets, "human target": o.Roles.HumanTargets, "instrument": o.Roles.Instruments,
	} {
		for j, e := range entities {
			c.spans(e.Spans, fmt.Sprintf("%s %d of incident %d", role, j, i))
		}
	}
}
