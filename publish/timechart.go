package publish

import (
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"ascribe"
)

// A TimeMark is one thing said, on a drawing of who said what when. What is known
// to the day is a bar over its day.
type TimeMark struct {
	From, To time.Time // equal for a moment
	Lane     int
	Position ascribe.Position // drawn as its sign; NoPosition for anything else
	Lapsed   bool
}

// A TimeChart is a drawing of who said what when: a lane for each kind of voice.
type TimeChart struct {
	Told  string   // what it shows, in words, for those who do not see it
	Lanes []string // the names
	Marks []TimeMark
	When  *ascribe.Date // of the incident, drawn as a band where it lies near what was said
	Day   func(time.Time) string
}

// Measures of the drawing, in pixels: it is as wide as what it stands in.
const (
	laneHeight, laneText, laneAxis = 36, 11, 20
)

// Draw writes the drawing as an SVG element for a page, or nothing where there is
// nothing to draw. It takes its colour from the text around it and needs no style.
func (c *TimeChart) Draw(w io.Writer) error {
	from, to, ok := c.span()
	if !ok {
		return nil
	}
	var b strings.Builder
	height := laneHeight*len(c.Lanes) + laneAxis
	fmt.Fprintf(&b, `<svg class="timechart" width="100%%" height="%d" role="img" aria-label="%s" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="11" fill="currentColor">`+"\n", height, html.EscapeString(c.Told))
	at := func(t time.Time) float64 { return 2 + 96*float64(t.Sub(from))/float64(to.Sub(from)) }
	if c.bandFits(from) {
		x := at(c.When.From)
		fmt.Fprintf(&b, `<rect x="%.2f%%" y="0" width="%.2f%%" height="%d" fill-opacity=".08"/>`+"\n", x, at(c.When.To.AddDate(0, 0, 1))-x, height-laneAxis)
	}
	for i, name := range c.Lanes {
		y := laneHeight * (i + 1)
		fmt.Fprintf(&b, `<text x="0" y="%d" fill-opacity=".8">%s</text><line x1="0" y1="%d" x2="100%%" y2="%d" stroke="currentColor" stroke-opacity=".2"/>`+"\n", y-laneHeight+laneText+1, html.EscapeString(name), y, y)
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		m.draw(&b, at(m.From), at(m.To))
	}
	for _, tick := range []struct {
		x      int
		at     time.Time
		anchor string
	}{{0, from, "start"}, {50, from.Add(to.Sub(from) / 2), "middle"}, {100, to, "end"}} {
		fmt.Fprintf(&b, `<text x="%d%%" y="%d" text-anchor="%s" fill-opacity=".8">%s</text>`+"\n", tick.x, height-5, tick.anchor, html.EscapeString(c.Day(tick.at)))
	}
	b.WriteString("</svg>\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write chart: %w", err)
	}
	return nil
}

// span is the time that the drawing covers: at least a day.
func (c *TimeChart) span() (from, to time.Time, ok bool) {
	for _, m := range c.Marks {
		if from.IsZero() || m.From.Before(from) {
			from = m.From
		}
		if m.To.After(to) {
			to = m.To
		}
	}
	if from.IsZero() {
		return from, to, false
	}
	if to.Sub(from) < 24*time.Hour {
		to = from.Add(24 * time.Hour)
	}
	if c.When.Resolved() && c.When.From.Before(from) && from.Sub(c.When.From) <= to.Sub(from) {
		from = c.When.From
	}
	return from, to, true
}

// bandFits reports whether the day of the incident lies in the drawing.
func (c *TimeChart) bandFits(from time.Time) bool {
	return c.When.Resolved() && !c.When.From.Before(from) && c.When.To.Sub(c.When.From) < 7*24*time.Hour
}

// draw draws a mark between two places of its lane, in hundredths of the width.
func (m *TimeMark) draw(b *strings.Builder, from, to float64) {
	y := laneHeight*(m.Lane+1) - 10
	middle := (from + to) / 2
	if from != to {
		fmt.Fprintf(b, `<line x1="%.2f%%" y1="%d" x2="%.2f%%" y2="%d" stroke="currentColor" stroke-width="5" stroke-opacity=".4" stroke-linecap="round"/>`, from, y, to, y)
	}
	if m.Position != ascribe.NoPosition {
		fmt.Fprintf(b, `<svg x="%.2f%%" y="%d" width="10" height="10" viewBox="5 0 10 10" overflow="visible">%s</svg>`, middle, y-5, signShape(m.Position))
	} else if from == to {
		fmt.Fprintf(b, `<circle cx="%.2f%%" cy="%d" r="2.6" fill-opacity=".55"/>`, from, y)
	}
	if m.Lapsed {
		fmt.Fprintf(b, `<svg x="%.2f%%" y="%d" width="10" height="10" overflow="visible"><path d="M-6 11l12 -12" stroke="currentColor" stroke-width="1.4"/></svg>`, middle, y-5)
	}
	b.WriteByte('\n')
}
