package web

import (
	"html/template"
	"strings"

	"ascribe"
	"ascribe/publish"
)

// A timelineView is who said what when.
type timelineView struct {
	Drawing template.HTML
	Entries []entryView
	Total   int
	Undated int
	All     string // the page with all entries, or "" when they are here
}

// An entryView is one thing said: the same words of one voice in one origin.
type entryView struct {
	When     string
	By       voice
	Quote    string
	SaidAt   string
	Reprints int
	Chips    []chip
	Lapsed   string
	Refs     refs
}

// A chip is a coded value that a statement carries.
type chip struct {
	Position ascribe.Position // NoPosition for a toll
	Actor    string
	Text     string
}

// mostEntries is how many entries the page shows before it is asked for all.
const mostEntries = 40

// all is what the address asks to be shown whole.
const allField = "all"

// whole returns the address of the page with a part of it whole, or "" when it is.
func (v *visit) whole(part string) string {
	if v.r.URL.Query().Get(allField) == part {
		return ""
	}
	q := v.r.URL.Query()
	q.Set(allField, part)
	return v.r.URL.Path + "?" + q.Encode() + "#" + part
}

func (b *sheet) timeline() (timelineView, error) {
	entries, chips := b.p.Entries(), b.chips()
	out := timelineView{Total: len(entries)}
	for _, e := range entries {
		if e[0].Appearance.Published.IsZero() {
			out.Undated++
		}
	}
	var err error
	if out.Drawing, err = b.drawTimeline(entries); err != nil {
		return out, err
	}
	if len(entries) > mostEntries {
		out.All = b.whole("timeline")
		if out.All != "" {
			entries = telling(entries, chips)
		}
	}
	for _, e := range entries {
		out.Entries = append(out.Entries, b.entry(e, chips))
	}
	return out, nil
}

// telling picks the entries that are shown first: those that carry a position or a
// figure, then the others, in their order.
func telling(entries [][]ascribe.Cite, chips map[ascribe.StatementID][]chip) [][]ascribe.Cite {
	keep := make([]bool, len(entries))
	left := mostEntries
	for _, coded := range []bool{true, false} {
		for i, e := range entries {
			if left > 0 && (len(chips[e[0].Statement.ID]) > 0) == coded {
				keep[i] = true
				left--
			}
		}
	}
	var out [][]ascribe.Cite
	for i, e := range entries {
		if keep[i] {
			out = append(out, e)
		}
	}
	return out
}

func (b *sheet) entry(cites []ascribe.Cite, chips map[ascribe.StatementID][]chip) entryView {
	c := &cites[0]
	s := &c.Statement
	out := entryView{
		When: b.published(&c.Appearance), By: b.voice(s.Source.Role, s.Source.Text, &c.Appearance), Quote: bare(b.p.Words(s.ID)),
		Reprints: len(cites) - 1, Lapsed: b.lapse(c.Lapsed),
	}
	if s.SaidAt.Resolved() {
		out.SaidAt = b.t("said.at", b.date(s.SaidAt))
	}
	var ids []ascribe.StatementID
	seen := map[chip]bool{}
	for _, x := range cites {
		ids = append(ids, x.Statement.ID)
		for _, ch := range chips[x.Statement.ID] {
			if !seen[ch] {
				seen[ch] = true
				out.Chips = append(out.Chips, ch)
			}
		}
	}
	out.Refs = b.refs(ids...)
	return out
}

// chips lists, for each statement, the positions and figures that it carries.
func (b *sheet) chips() map[ascribe.StatementID][]chip {
	out := map[ascribe.StatementID][]chip{}
	for _, c := range b.p.Matrix {
		for _, id := range c.Support.Statements {
			out[id] = append(out[id], chip{c.Position, b.actor(c.Actor), b.word("position", c.Position)})
		}
	}
	for _, t := range b.p.Tolls {
		for _, p := range t.Course {
			out[p.Toll.Statement] = append(out[p.Toll.Statement], chip{Text: b.word("harm", t.Harm) + " " + b.figure(p.Toll.Figure)})
		}
	}
	return out
}

// drawTimeline draws the entries: a lane for each kind of voice.
func (b *sheet) drawTimeline(entries [][]ascribe.Cite) (template.HTML, error) {
	chart := publish.TimeChart{When: b.p.When, Day: b.shortDay}
	positions := map[ascribe.StatementID]ascribe.Position{}
	for _, c := range b.p.Matrix {
		for _, id := range c.Support.Statements {
			positions[id] = c.Position
		}
	}
	counts := [len(matrixVoices)]int{}
	for _, e := range entries {
		c := &e[0]
		at := c.Appearance.Published
		if at.IsZero() {
			continue
		}
		m := publish.TimeMark{From: at.Time, To: at.Time, Lane: column(c.Statement.Source.Role), Position: positions[c.Statement.ID], Lapsed: c.Lapsed != nil}
		if at.DayOnly {
			m.To = at.Time.AddDate(0, 0, 1)
		}
		counts[m.Lane]++
		chart.Marks = append(chart.Marks, m)
	}
	var told []string
	for i, key := range matrixVoices {
		name := b.t("voices." + key)
		chart.Lanes = append(chart.Lanes, name)
		told = append(told, name+": "+b.n("count.entries", counts[i]))
	}
	chart.Told = b.t("timeline.drawing", strings.Join(told, "; "))
	var out strings.Builder
	err := chart.Draw(&out)
	return template.HTML(out.String()), err // Draw escapes what it is given
}
