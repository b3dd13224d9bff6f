package publish

import (
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ascribe"
)

// TollChart draws how a toll came, as an SVG element for a page: each figure of
// the course in turn, from low to high, over the time of its publication, above
// the band of the record's own range. Points bear the letters a, b, c … in the
// order of the course, so that a table beside it can repeat them. undated tells
// of which points the time is not a publication; it may be nil. words are those of
// the reader's language, nil for English.
//
// The drawing takes its colour from the text around it and needs no style.
func TollChart(w io.Writer, t ascribe.TollRange, undated []bool, words *ChartWords) error {
	c := newChart(t, undated, words)
	c.axes()
	c.band(t.Figure)
	for i := range c.points {
		c.point(&c.points[i])
	}
	c.b.WriteString("</svg>\n")
	if _, err := io.WriteString(w, c.b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write chart: %w", err)
	}
	return nil
}

// Measures of a chart, in the units of its view box.
const (
	chartWidth, chartHeight = 360, 190
	plotLeft, plotRight     = 34, 346
	plotTop, plotBottom     = 26, 158
)

// ChartWords are the words of a chart.
type ChartWords struct {
	Title   string                      // what it shows
	Figure  func(ascribe.Figure) string // "at least 9"
	Moment  func(time.Time) string      // of a publication
	Day     func(time.Time) string      // short, for the axis: "2 Jan"
	Undated string
}

// english are the chart's own words.
func english(t ascribe.TollRange) *ChartWords {
	return &ChartWords{
		Title: capital(phrase(t.Harm)) + ", as reported", Figure: figureWords, Moment: moment,
		Day: func(at time.Time) string { return at.UTC().Format("2 Jan") }, Undated: "undated",
	}
}

type chart struct {
	words  *ChartWords
	b      strings.Builder
	points []chartPoint
	top    int // the highest value of the scale
	step   int
	labels []label
}

type chartPoint struct {
	ascribe.TollPoint
	key     string
	undated bool
	x       float64
}

func newChart(t ascribe.TollRange, undated []bool, words *ChartWords) *chart {
	if words == nil {
		words = english(t)
	}
	c := &chart{words: words}
	highest := max(int(t.Figure.High), int(t.Figure.Best), int(t.Figure.Low), 1)
	for i, p := range t.Course {
		f := p.Toll.Figure
		highest = max(highest, int(f.Low), int(f.Best), int(f.High))
		if f.Low == ascribe.Unknown && f.Best == ascribe.Unknown && f.High == ascribe.Unknown {
			continue
		}
		c.points = append(c.points, chartPoint{TollPoint: p, key: PointKey(i), undated: i < len(undated) && undated[i]})
	}
	c.step, c.top = scale(highest)
	slices.SortStableFunc(c.points, func(a, b chartPoint) int {
		if a.undated != b.undated {
			if a.undated {
				return 1
			}
			return -1
		}
		return a.At.Compare(b.At)
	})
	c.spread()
	fmt.Fprintf(&c.b, `<svg class="chart" viewBox="0 0 %d %d" role="img" aria-label="%s" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="11" fill="currentColor">`+"\n",
		chartWidth, chartHeight, html.EscapeString(c.told()))
	return c
}

// scale returns a round step and the top of a scale that holds the highest
// value, in two to five steps.
func scale(highest int) (step, top int) {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if step = unit * m; highest <= 4*step {
				return step, max(1, (highest+step-1)/step) * step
			}
		}
	}
}

// told says the chart in words, for those who do not see it.
func (c *chart) told() string {
	out := c.words.Title
	for _, p := range c.points {
		when := c.words.Moment(p.At)
		if p.undated {
			when = c.words.Undated
		}
		out += fmt.Sprintf("; %s: %s, %s", p.key, c.words.Figure(p.Toll.Figure), when)
	}
	return out
}

// spread places the points by time, and apart where they would touch.
func (c *chart) spread() {
	n := len(c.points)
	if n == 0 {
		return
	}
	left, right := float64(plotLeft+14), float64(plotRight-14)
	first, last := c.dated()
	span := last.Sub(first)
	gap := min(24, (right-left)/float64(max(1, n-1)))
	for i := range c.points {
		p := &c.points[i]
		switch {
		case p.undated:
			p.x = right
		case span <= 0:
			p.x = left
		default:
			p.x = left + (right-left)*float64(p.At.Sub(first))/float64(span)
		}
		if i > 0 {
			p.x = max(p.x, c.points[i-1].x+gap)
		}
	}
	for i := n - 1; i >= 0; i-- {
		c.points[i].x = min(c.points[i].x, right-gap*float64(n-1-i))
	}
}

// dated returns the first and the last time of a publication.
func (c *chart) dated() (first, last time.Time) {
	for _, p := range c.points {
		if p.undated {
			continue
		}
		if first.IsZero() {
			first = p.At
		}
		last = p.At
	}
	return first, last
}

func (c *chart) y(n int) float64 {
	return plotBottom - float64(plotBottom-plotTop)*float64(n)/float64(c.top)
}

func (c *chart) axes() {
	for v := 0; v <= c.top; v += c.step {
		y := c.y(v)
		fmt.Fprintf(&c.b, `<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="currentColor" stroke-opacity=".18"/><text x="%d" y="%.1f" text-anchor="end" fill-opacity=".75">%d</text>`+"\n",
			plotLeft, y, plotRight, y, plotLeft-6, y+4, v)
	}
	last, lastX := "", 0.0
	for i, p := range c.points {
		day := c.words.Day(p.At)
		if p.undated {
			day = c.words.Undated
		}
		if day == last || i > 0 && p.x-lastX < 46 {
			continue
		}
		fmt.Fprintf(&c.b, `<text x="%.1f" y="%d" text-anchor="middle" fill-opacity=".75">%s</text>`+"\n", min(p.x, plotRight-16), plotBottom+26, html.EscapeString(day))
		last, lastX = day, p.x
	}
}

// band draws the range that the record gives: low to high, with best as a line.
func (c *chart) band(f ascribe.Figure) {
	low, high := f.Low, f.High
	if low != ascribe.Unknown && high != ascribe.Unknown && low != high {
		fmt.Fprintf(&c.b, `<rect x="%d" y="%.1f" width="%d" height="%.1f" fill-opacity=".09"/>`+"\n",
			plotLeft, c.y(int(high)), plotRight-plotLeft, c.y(int(low))-c.y(int(high)))
	}
	if f.Best != ascribe.Unknown {
		y := c.y(int(f.Best))
		fmt.Fprintf(&c.b, `<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="currentColor" stroke-opacity=".55" stroke-dasharray="5 3"/>`+"\n", plotLeft, y, plotRight, y)
	}
}

// point draws one figure: a bar between its bounds, arrows where one is open,
// and a sign at the number that the source gives.
func (c *chart) point(p *chartPoint) {
	f := p.Toll.Figure
	lo, best, hi := int(f.Low), int(f.Best), int(f.High)
	at := best
	switch {
	case at >= 0:
	case lo >= 0 && hi >= 0:
		at = -1 // between two bounds no number is given
	default:
		at = max(lo, hi)
	}
	if lo >= 0 && hi >= 0 && lo != hi {
		fmt.Fprintf(&c.b, `<path d="M%.1f %.1fV%.1fm-4 0h8M%.1f %.1fh8" stroke="currentColor" stroke-width="1.6" fill="none"/>`+"\n",
			p.x, c.y(lo), c.y(hi), p.x-4, c.y(lo))
	}
	switch {
	case hi < 0 && (lo >= 0 || f.Open):
		c.arrow(p.x, c.y(at)-5, -1)
	case lo < 0 && best < 0:
		c.arrow(p.x, c.y(at)+5, 1)
	}
	above := c.y(max(at, hi)) - 9
	if at >= 0 {
		c.sign(p, c.y(at))
		if hi < 0 && (lo >= 0 || f.Open) {
			above -= 11
		}
	}
	c.name(p, max(above, 10))
}

// name writes a point's letter, with its figure where there is room: a name
// gives way upward to those that stand already.
func (c *chart) name(p *chartPoint, y float64) {
	if len(c.points) > 26 {
		return
	}
	name := p.key
	if len(c.points) <= 12 {
		name += " " + shortFigure(p.Toll.Figure)
	}
	box := label{p.x, y, 3.4 * float64(utf8.RuneCountInString(name))}
	for box.y > 12 && slices.ContainsFunc(c.labels, box.touches) {
		box.y -= 12
	}
	c.labels = append(c.labels, box)
	fmt.Fprintf(&c.b, `<text x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n", box.x, box.y, name)
}

// A label is where a name stands: its middle, its base and half its width.
type label struct{ x, y, half float64 }

func (l label) touches(m label) bool {
	return math.Abs(l.x-m.x) < l.half+m.half && math.Abs(l.y-m.y) < 11
}

// arrow draws an open end, upward for -1 and downward for 1.
func (c *chart) arrow(x, y float64, down float64) {
	fmt.Fprintf(&c.b, `<path d="M%.1f %.1fv%.1fm-3 %.1fl3 %.1fl3 %.1f" stroke="currentColor" stroke-width="1.4" fill="none"/>`+"\n",
		x, y, 8*down, -3*down, 3*down, -3*down)
}

// sign draws what kind of voice gives the figure: hollow when it is early, struck
// through when its words do not stand any more.
func (c *chart) sign(p *chartPoint, y float64) {
	style := `stroke="currentColor" stroke-width="1.6"`
	if p.Early {
		style += ` fill="none"`
	}
	switch column(p.Role) {
	case 0:
		fmt.Fprintf(&c.b, `<path d="M%.1f %.1fl4.6 4.6l-4.6 4.6l-4.6 -4.6z" %s/>`, p.x, y-4.6, style)
	case 1:
		fmt.Fprintf(&c.b, `<rect x="%.1f" y="%.1f" width="7" height="7" %s/>`, p.x-3.5, y-3.5, style)
	case 3:
		fmt.Fprintf(&c.b, `<circle cx="%.1f" cy="%.1f" r="3.8" %s/>`, p.x, y, style)
	default:
		fmt.Fprintf(&c.b, `<path d="M%.1f %.1fl4.6 8h-9.2z" %s/>`, p.x, y-5, style)
	}
	if p.Lapsed != nil {
		fmt.Fprintf(&c.b, `<path d="M%.1f %.1fl13 -13" stroke="currentColor" stroke-width="1.4"/>`, p.x-6.5, y+6.5)
	}
	c.b.WriteByte('\n')
}

// shortFigure writes a figure in few signs: "9+", "≤30", "5–7".
func shortFigure(f ascribe.Figure) string {
	switch {
	case f.Low != ascribe.Unknown && f.High != ascribe.Unknown && f.Low != f.High:
		return number(f.Low) + "–" + number(f.High)
	case f.High == ascribe.Unknown && f.Low != ascribe.Unknown:
		return number(f.Low) + "+"
	case f.Low == ascribe.Unknown && f.High != ascribe.Unknown:
		return "≤" + number(f.High)
	case f.Best != ascribe.Unknown:
		return number(f.Best)
	}
	return number(f.Low)
}
