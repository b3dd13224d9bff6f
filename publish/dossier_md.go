package publish

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"ascribe"
)

// DossierMarkdown writes a dossier as Markdown with footnotes, as GitHub and
// goldmark read it. What articles and registers give is escaped: it cannot make
// a link, a picture, markup or a template. No private person is named in it.
func DossierMarkdown(w io.Writer, records []*ascribe.Record, meta Meta) error {
	d := newDossier(records, meta)
	m := &markdown{}
	m.block("# " + escape(d.Title))
	m.block(m.say(d.Count))
	for _, s := range d.About {
		m.block(m.say(s))
	}
	if len(d.Chapters) > 1 {
		m.index(d.Chapters)
	}
	for _, c := range d.Chapters {
		m.chapter(c)
	}
	m.block("## How to read this")
	for _, s := range d.Reading {
		m.item(m.say(s))
	}
	m.b.WriteByte('\n')
	for _, c := range d.Chapters {
		for i := range c.Notes {
			m.note(&c.Notes[i])
		}
	}
	if _, err := io.WriteString(w, m.b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write dossier: %w", err)
	}
	return nil
}

// markdown is a dossier being written.
type markdown struct{ b strings.Builder }

func (m *markdown) block(s string) { m.b.WriteString(s + "\n\n") }
func (m *markdown) item(s string)  { m.b.WriteString("- " + s + "\n") }

// row writes a row of a table.
func (m *markdown) row(cells ...string) {
	m.b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func (m *markdown) head(cells ...string) {
	m.row(cells...)
	m.b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}

// say writes a sentence with its notes or its mark.
func (m *markdown) say(s sentence) string {
	out := m.parts(s.Parts)
	if s.Mark != cited {
		out += " *(" + s.Mark.String() + ")*"
	}
	return out
}

func (m *markdown) parts(ps []part) string {
	var b strings.Builder
	for _, p := range ps {
		switch p.As {
		case aQuote:
			b.WriteString("“" + escape(p.Text) + "”")
		case aCode:
			b.WriteString(codeSpan(p.Text))
		case notes:
			for _, n := range p.Notes {
				fmt.Fprintf(&b, "[^%d]", n.Number)
			}
			if p.More > 0 {
				fmt.Fprintf(&b, " and %d more below", p.More)
			}
		default:
			b.WriteString(escape(p.Text))
		}
	}
	return b.String()
}

func (m *markdown) index(chapters []*chapter) {
	m.head("Incident", "When", "Where", "Killed")
	for _, c := range chapters {
		m.row(fmt.Sprintf("%d. %s", c.Number, escape(c.Title)), m.say(c.When), m.say(c.Where), m.say(c.Killed))
	}
	m.b.WriteByte('\n')
}

func (m *markdown) chapter(c *chapter) {
	m.block(fmt.Sprintf("## %d. %s", c.Number, escape(c.Title)))
	m.head("", c.Kind+", "+codeSpan(c.Incident))
	for _, f := range c.Facts {
		for i, s := range f.Says {
			label := f.Label
			if i > 0 {
				label = ""
			}
			m.row(label, m.say(s))
		}
	}
	m.b.WriteByte('\n')
	m.list("What is contested", c.Contested)
	if len(c.Tolls) > 0 {
		m.block("### Tolls, as reported over time")
	}
	for i := range c.Tolls {
		m.toll(&c.Tolls[i])
	}
	m.matrix(&c.Matrix)
	m.timeline(c)
	m.list("How the actors stand to each other", c.Relations)
	m.sources(c.Origins)
	m.list("How this was joined", c.Joined)
}

func (m *markdown) list(title string, says []sentence) {
	if len(says) == 0 {
		return
	}
	m.block("### " + title)
	for _, s := range says {
		m.item(m.say(s))
	}
	m.b.WriteByte('\n')
}

func (m *markdown) toll(t *tollPart) {
	m.block("#### " + t.Harm)
	if t.Drawn > 0 {
		m.block("```text\n" + textChart(t.Range) + "```")
	}
	m.head("Point", "Published", "Figure", "By whom, in which words")
	for _, r := range t.Rows {
		m.row(r.Key, escape(r.When), escape(r.Figure), m.say(r.Says))
	}
	m.b.WriteByte('\n')
	m.block(m.say(t.Foot))
}

// matrix writes one row for each position: a table of tables does not fit.
func (m *markdown) matrix(x *matrix) {
	m.block("### Who says who did it")
	if len(x.Rows) > 0 {
		m.head("Actor", "Voice", "Source", "Position", "Support", "In which words")
	}
	for _, r := range x.Rows {
		actor := m.parts(r.Actor)
		for i, cell := range r.Cells {
			for _, s := range cell {
				m.row(actor, x.Voices[i], m.parts(s.Source), "**"+escape(s.Word)+"**", escape(s.Support+", "+s.When), m.say(s.Says))
			}
		}
	}
	m.b.WriteByte('\n')
	for _, s := range x.Foot {
		m.block(m.say(s))
	}
}

func (m *markdown) timeline(c *chapter) {
	m.block("### Who said what, when")
	for _, e := range c.Timeline {
		line := escape(e.When) + " · " + m.parts(e.Voice) + ": " + m.say(e.Says)
		for _, ch := range e.Chips {
			line += " · **" + escape(ch.Text) + "**"
		}
		m.item(line)
	}
	m.b.WriteByte('\n')
	m.block(m.say(c.TimeNote))
}

func (m *markdown) sources(origins []originPart) {
	m.block("### Sources by origin")
	for _, o := range origins {
		m.block("**" + m.parts(o.Name) + "**, " + m.say(o.Count))
		for _, s := range o.Because {
			m.block(m.say(s))
		}
		for _, r := range o.Reports {
			m.report(&r)
		}
		m.b.WriteByte('\n')
	}
}

func (m *markdown) report(r *report) {
	line := escape(r.Outlet) + " · " + escape(r.When)
	if r.Headline != "" {
		line += " · “" + escape(r.Headline) + "”"
	}
	if r.Late {
		line += " · tells of it as background"
	}
	if r.Lapsed != "" {
		line += " · " + r.Lapsed
	}
	if l := Link(r.URL); l != "" {
		line += " · <" + l + ">"
	}
	line += " · document " + codeSpan(r.Document)
	if r.Archived != "" {
		line += " · archived " + codeSpan(r.Archived)
	}
	m.item(line)
}

func (m *markdown) note(n *note) {
	fmt.Fprintf(&m.b, "[^%d]: %s, %s. “%s” Said by %s. Origin %s; document `%s`; statement `%s`.\n\n",
		n.Number, escape(n.Outlet), escape(n.When), escape(n.Quote), m.parts(n.Voice), escape(n.Origin), n.Anchor, n.Statement)
}

// codeSpan writes an id or a hash as code; a sign that none of them holds is
// shown as "_", since nothing can be escaped there.
func codeSpan(id string) string {
	return "`" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(":@#._/+- ", r) {
			return r
		}
		return '_'
	}, id) + "`"
}

// escape makes words mean themselves in Markdown, on one line.
func escape(s string) string {
	var b strings.Builder
	for _, r := range apart(s) {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '$', '!', '@', '^', '=':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return unlinked(b.String())
}

// unlinked breaks what renderers would make a link of by themselves.
func unlinked(s string) string {
	s = strings.ReplaceAll(s, "://", `\://`)
	for _, w := range []string{"www.", "Www.", "WWW."} {
		s = strings.ReplaceAll(s, w, w[:3]+`\.`)
	}
	return strings.ReplaceAll(s, "mailto:", `mailto\:`)
}

// barWidth is how many signs the scale of a text chart has.
const barWidth = 40

// textChart draws a toll's course in plain signs: one line for each point.
func textChart(t ascribe.TollRange) string {
	highest := max(int(t.Figure.High), 1)
	for _, p := range t.Course {
		f := p.Toll.Figure
		highest = max(highest, int(f.Low), int(f.Best), int(f.High))
	}
	_, top := scale(highest)
	var b strings.Builder
	fmt.Fprintf(&b, "%4s 0%*d\n", "", barWidth, top)
	for i, p := range t.Course {
		fmt.Fprintf(&b, "%3s  %s  %s\n", PointKey(i), bar(p.Toll.Figure, top), shortFigure(p.Toll.Figure))
	}
	return b.String()
}

// bar draws one figure on a scale: o the figure given, = the range, > or < an
// open end.
func bar(f ascribe.Figure, top int) string {
	line := []byte(strings.Repeat(" ", barWidth+1))
	pos := func(c ascribe.Count) int { return int(c) * barWidth / top }
	low, high := f.Low, f.High
	if low != ascribe.Unknown && high != ascribe.Unknown {
		for i := pos(low); i <= pos(high); i++ {
			line[i] = '='
		}
	}
	at := f.Best
	switch {
	case at != ascribe.Unknown:
	case low != ascribe.Unknown && high == ascribe.Unknown:
		at = low
	case high != ascribe.Unknown && low == ascribe.Unknown:
		at = high
	}
	if at != ascribe.Unknown {
		line[pos(at)] = 'o'
		if high == ascribe.Unknown && pos(at) < barWidth {
			line[pos(at)+1] = '>'
		}
		if low == ascribe.Unknown && pos(at) > 0 {
			line[pos(at)-1] = '<'
		}
	}
	return string(line)
}
