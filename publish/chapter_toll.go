package publish

import (
	"fmt"

	"ascribe"
)

// PointKey is the letter that ties a row of a toll's table to its point.
func PointKey(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return PointKey(i/26-1) + PointKey(i%26)
}

// courseRows groups the points of a toll: one row for each figure of each voice
// of each origin, the first of it in front.
func courseRows(r *ascribe.Record, t *ascribe.TollRange) [][]ascribe.TollPoint {
	type same struct {
		origin ascribe.OriginID
		by     string
		figure ascribe.Figure
		part   bool
		harmed bool
	}
	at := map[same]int{}
	var rows [][]ascribe.TollPoint
	for _, p := range t.Course {
		k := same{r.Cited[p.Toll.Statement].Origin, p.By, p.Toll.Figure, p.Toll.Part, p.Toll.Attackers}
		if p.Role == ascribe.Narrator {
			k.by = ""
		}
		i, ok := at[k]
		if !ok {
			i = len(rows)
			at[k] = i
			rows = append(rows, nil)
		}
		rows[i] = append(rows[i], p)
	}
	return rows
}

// tolls tells how each toll came, one row for each figure of each origin.
func (b *binder) tolls() {
	for _, t := range b.r.Tolls {
		out := tollPart{Harm: capital(phrase(t.Harm)), Range: t}
		out.Range.Course = nil
		early, bare := 0, 0
		rows := courseRows(b.r, &t)
		for i, row := range rows {
			p := row[0]
			out.Range.Course = append(out.Range.Course, p)
			c := b.r.Cited[p.Toll.Statement]
			out.Undate = append(out.Undate, c.Appearance.Published.IsZero())
			out.Rows = append(out.Rows, b.tollRow(PointKey(i), row))
			if p.Early {
				early++
			}
			if figureWords(p.Toll.Figure) == "no number given" {
				bare++
			}
		}
		out.Drawn = len(rows) - bare
		if out.Drawn < 2 {
			out.Drawn = 0 // one figure needs no drawing
		}
		out.Foot = computed(own(fmt.Sprintf("Showing %d of %s from %s, %d drawn; %d early, %d without a number.",
			len(rows), countOf(len(rows), "figure"), countOf(len(t.Course), "statement"), out.Drawn, early, bare)))
		b.out.Tolls = append(b.out.Tolls, out)
	}
}

// tollRow says one figure; the points after the first are its reprints.
func (b *binder) tollRow(key string, points []ascribe.TollPoint) tollRow {
	p := points[0]
	var ids []ascribe.StatementID
	for _, q := range points {
		ids = append(ids, q.Toll.Statement)
	}
	c := b.r.Cited[p.Toll.Statement]
	parts := append(voiceParts(p.By, p.Role, &c.Appearance), own(": "), quotedPart(p.Toll.Words))
	if n := pointNotes(&p); n != "" {
		parts = append(parts, own(n))
	}
	if len(points) > 1 {
		parts = append(parts, own(", + "+countOf(len(points)-1, "reprint")))
	}
	return tollRow{key, b.when(ids[:1], p.At), figureWords(p.Toll.Figure), b.resting(ids, parts...)}
}
