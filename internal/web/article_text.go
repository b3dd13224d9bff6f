package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ascribe"
)

// A blockView is a stretch of the text of one kind. What a page adds around its
// reporting is folded.
type blockView struct {
	Kind   string
	Label  string
	Folded bool
	Lines  bool // its line ends are the author's, not those of a page of a fixed width
	Pieces []pieceView
}

// A pieceView is a stretch of text between two bounds of spans.
type pieceView struct {
	Text  string
	IDs   []string // places that links lead to, before it
	Class string   // what kinds of span it lies in
	To    string   // what it leads to, "" for plain text
	Refs  []ref    // of the statements of a sentence that ends here
}

// marks are the spans of a text that something rests on.
type marks struct {
	*visit
	*article
	spans  []mark
	before map[int][]string // places, by where they stand
	after  map[int][]ref    // statements, by the end of their sentence
	number map[ascribe.StatementID]int
}

// A mark is one span and what rests on it.
type mark struct {
	ascribe.Span
	class string
	to    string
}

// sentenceID is the place of a sentence on the page.
func sentenceID(i int) string { return "p" + strconv.Itoa(i) }

// newMarks gathers the spans of a reading.
func newMarks(v *visit, a *article) *marks {
	m := &marks{visit: v, article: a, before: map[int][]string{}, after: map[int][]ref{}, number: map[ascribe.StatementID]int{}}
	for i, s := range a.doc.Sentences {
		m.before[s.Start] = append(m.before[s.Start], sentenceID(i))
	}
	for i := range a.reading.Statements {
		m.statement(i, &a.reading.Statements[i])
	}
	for i := range a.reading.Incidents {
		m.occurrence(i, &a.reading.Incidents[i])
	}
	for i := range a.reading.Tolls {
		m.add("toll", local("t", i), a.reading.Tolls[i].Span)
	}
	for i := range a.reading.Attributions {
		x := &a.reading.Attributions[i]
		if s := m.sentenceOf(x.Statement); !s.IsZero() {
			for _, at := range m.spansOf(x.Actor) {
				if s.Holds(at) {
					m.add("blamed", local("a", i), at)
				}
			}
		}
	}
	for i := range a.reading.Notices {
		m.add("notice", "", a.reading.Notices[i].Anchor.Span)
	}
	return m
}

// local numbers a value within an article, from 1.
func local(kind string, i int) string { return fmt.Sprintf("%s%d", kind, i+1) }

// add marks spans that lie in the text.
func (m *marks) add(class, id string, spans ...ascribe.Span) {
	to := ""
	if id != "" {
		to = "#" + id
	}
	for _, s := range spans {
		if !s.IsZero() && s.Start >= 0 && s.Start < s.End && s.End <= len(m.doc.Text) {
			m.spans = append(m.spans, mark{s, class, to})
		}
	}
}

func (m *marks) statement(i int, s *ascribe.Statement) {
	id := local("s", i)
	m.number[s.ID] = i + 1
	at := s.Anchor.Span
	m.before[at.Start] = append(m.before[at.Start], wordsID(s.ID))
	m.after[at.End] = append(m.after[at.End], ref{i + 1, "#" + id, m.t("article.statement", i+1)})
	if s.Source.Role != ascribe.Narrator {
		m.add("content", id, s.Content...)
	}
	m.add("source", id, s.Source.Spans...)
	m.add("cue", id, s.Cue...)
}

func (m *marks) occurrence(i int, o *ascribe.Occurrence) {
	id := local("i", i)
	m.add("deed", id, m.spansOf(o.Incident)...)
	if o.When != nil {
		m.add("date", id, o.When.Span)
	}
	if o.Where != nil {
		m.add("place", id, o.Where.Span)
	}
	for _, role := range roles(&o.Roles) {
		for _, e := range role.who {
			m.add("role", id, e.Spans...)
		}
	}
}

func (m *marks) spansOf(id ascribe.MentionID) []ascribe.Span {
	for i := range m.article.reading.Mentions {
		if x := &m.article.reading.Mentions[i]; x.ID == id {
			return x.Spans
		}
	}
	return nil
}

func (m *marks) sentenceOf(id ascribe.StatementID) ascribe.Span {
	if n := m.number[id]; n > 0 {
		return m.article.reading.Statements[n-1].Anchor.Span
	}
	return ascribe.Span{}
}

// blocks cuts the text at the bounds of its spans. Nothing of it is left out.
func (m *marks) blocks() []blockView {
	var out []blockView
	at := 0
	put := func(kind ascribe.BlockKind, from, to int) {
		folded := kind == ascribe.Furniture || kind == ascribe.Caption
		label := m.word("block", kind)
		if n := len(out); n > 0 && folded && out[n-1].Folded && out[n-1].Label == label {
			out[n-1].Pieces = append(out[n-1].Pieces, pieceView{Text: "\n"})
			out[n-1].Pieces = append(out[n-1].Pieces, m.pieces(from, to)...)
			return
		}
		out = append(out, blockView{kind.String(), label, folded, !wrapped(m.doc.Text[from:to]), m.pieces(from, to)})
	}
	text := m.doc.Text
	for _, b := range m.doc.Blocks {
		if b.Span.Start < at || b.Span.End > len(text) {
			continue // blocks are disjoint and in order; what is not lies in those that are
		}
		if !blank(text[at:b.Span.Start]) {
			put(ascribe.Body, at, b.Span.Start)
		}
		put(b.Kind, b.Span.Start, b.Span.End)
		at = b.Span.End
	}
	if !blank(text[at:]) {
		put(ascribe.Body, at, len(text))
	}
	return out
}

// wrapped reports whether the lines of a text end where a page of a fixed width does.
func wrapped(s string) bool {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for _, l := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(strings.TrimSpace(l)); n < 40 || n > 110 {
			return false
		}
	}
	return true
}

func blank(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\n' && r != '\t' && r != '\r' {
			return false
		}
	}
	return true
}

// pieces cuts a stretch of the text at every bound in it.
func (m *marks) pieces(from, to int) []pieceView {
	bounds := []int{from, to}
	add := func(at int) {
		if at > from && at < to {
			bounds = append(bounds, at)
		}
	}
	for _, s := range m.spans {
		add(s.Start)
		add(s.End)
	}
	for at := range m.before {
		add(at)
	}
	for at := range m.after {
		add(at)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	var out []pieceView
	for i := 1; i < len(bounds); i++ {
		p := m.piece(ascribe.Span{Start: bounds[i-1], End: bounds[i]})
		p.IDs, p.Refs = m.before[bounds[i-1]], m.after[bounds[i]]
		out = append(out, p)
	}
	return out
}

// piece marks a stretch that no bound cuts: it leads to what the smallest span
// around it carries.
func (m *marks) piece(s ascribe.Span) pieceView {
	p := pieceView{Text: visible(s.Of(m.doc.Text))}
	var in []mark
	for _, x := range m.spans {
		if x.Holds(s) {
			in = append(in, x)
		}
	}
	slices.SortStableFunc(in, func(a, b mark) int { return cmp.Compare(a.End-a.Start, b.End-b.Start) })
	var classes []string
	for _, x := range in {
		if p.To == "" && !blank(p.Text) {
			p.To = x.to
		}
		if !slices.Contains(classes, x.class) {
			classes = append(classes, x.class)
		}
	}
	for i, c := range classes {
		if i > 0 {
			p.Class += " "
		}
		p.Class += c
	}
	return p
}
