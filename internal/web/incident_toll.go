package web

import (
	"html/template"
	"slices"
	"strings"

	"ascribe"
	"ascribe/publish"
)

// A tollView is one harm: its figure by each rule, its course, and the table that
// repeats the course.
type tollView struct {
	Harm     string
	Figure   ascribe.Figure
	Policy   ascribe.Policy
	Others   []policyFigure
	Chart    template.HTML // "" where there is nothing to draw
	Rows     []tollRow
	Foot     string
	Disputed bool // low and high differ
	Agree    bool // every other rule makes the same of it
}

// A policyFigure is what another rule makes of the same course.
type policyFigure struct {
	Policy ascribe.Policy
	Figure ascribe.Figure
}

// A tollRow is one figure by one source of one origin.
type tollRow struct {
	Key, When string
	Figure    ascribe.Figure
	By        voice
	Words     string
	Notes     []string
	Refs      refs
}

func (b *sheet) tolls() ([]tollView, error) {
	var out []tollView
	for i := range b.p.Tolls {
		t, err := b.toll(&b.p.Tolls[i])
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func (b *sheet) toll(t *ascribe.TollRange) (tollView, error) {
	out := tollView{
		Harm: b.word("harm", t.Harm), Figure: t.Figure, Policy: t.Policy,
		Disputed: t.Figure.Low != ascribe.Unknown && t.Figure.High != ascribe.Unknown && t.Figure.Low != t.Figure.High,
	}
	for _, p := range t.Policies()[1:] {
		if n := len(out.Others); p.Name() != t.Policy.Name() && (n == 0 || out.Others[n-1].Policy.Name() != p.Name()) {
			_, f, _ := t.By(p)
			out.Others = append(out.Others, policyFigure{p, f})
		}
	}
	out.Agree = len(out.Others) > 0 && !slices.ContainsFunc(out.Others, func(o policyFigure) bool { return o.Figure != t.Figure })
	drawn := *t
	drawn.Course = nil
	var undated []bool
	numbers, early := 0, 0
	for i, row := range b.p.Course(t) {
		first := row[0]
		c := b.p.Cited[first.Toll.Statement]
		drawn.Course = append(drawn.Course, first)
		undated = append(undated, c.Appearance.Published.IsZero())
		if f := first.Toll.Figure; f.Low != ascribe.Unknown || f.Best != ascribe.Unknown || f.High != ascribe.Unknown {
			numbers++
		}
		if first.Early {
			early++
		}
		out.Rows = append(out.Rows, b.tollRow(publish.PointKey(i), row))
	}
	out.Foot = b.t("toll.foot", len(out.Rows), b.n("count.statements", len(t.Course)), early, len(out.Rows)-numbers)
	if numbers < 2 {
		return out, nil // one figure needs no drawing
	}
	var chart strings.Builder
	err := publish.TollChart(&chart, drawn, undated, &publish.ChartWords{
		Title: b.t("toll.chart", capital(out.Harm)), Figure: b.figure, Moment: b.moment, Day: b.shortDay, Undated: b.t("undated"),
	})
	out.Chart = template.HTML(chart.String()) // TollChart escapes what it is given
	return out, err
}

// tollRow says one figure; the points after the first are its reprints.
func (b *sheet) tollRow(key string, points []ascribe.TollPoint) tollRow {
	p := points[0]
	c := b.p.Cited[p.Toll.Statement]
	var ids []ascribe.StatementID
	for _, q := range points {
		ids = append(ids, q.Toll.Statement)
	}
	out := tollRow{
		Key: key, When: b.published(&c.Appearance), Figure: p.Toll.Figure, By: b.voice(p.Role, p.By, &c.Appearance),
		Words: visible(p.Toll.Words), Refs: b.refs(ids...),
	}
	for _, n := range []struct {
		is  bool
		say string
	}{
		{p.Early, "toll.early"}, {p.Toll.Part, "toll.part"}, {p.Toll.Attackers, "toll.attackers"},
	} {
		if n.is {
			out.Notes = append(out.Notes, b.t(n.say))
		}
	}
	if n := len(points) - 1; n > 0 {
		out.Notes = append(out.Notes, "+ "+b.n("count.reprints", n))
	}
	if c := b.p.Cited[p.Toll.Statement]; len(c.Coded) > 0 {
		out.Notes = append(out.Notes, b.t("code.mark"))
	}
	if p.Lapsed != nil {
		out.Notes = append(out.Notes, b.lapse(p.Lapsed))
	}
	return out
}
