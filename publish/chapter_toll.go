package publish

import (
	"fmt"

	"ascribe"
)

// key is the letter that ties a row of a toll's table to its point.
func key(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return key(i/26-1) + key(i%26)
}

// tolls tells how each toll came, one row for each figure of each origin.
func (b *binder) tolls() {
	for _, t := range b.r.Tolls {
		type same struct {
			origin ascribe.OriginID
			by     string
			figure ascribe.Figure
			part   bool
			harmed bool
		}
		var order []same
		rows := map[same][]ascribe.TollPoint{}
		for _, p := range t.Course {
			k := same{b.r.Cited[p.Toll.Statement].Origin, p.By, p.Toll.Figure, p.Toll.Part, p.Toll.Attackers}
			if p.Role == ascribe.Narrator {
				k.by = ""
			}
			if rows[k] == nil {
				order = append(order, k)
			}
			rows[k] = append(rows[k], p)
		}
		out := tollPart{Harm: capital(phrase(t.Harm)), Range: t}
		out.Range.Course = nil
		early, bare := 0, 0
		for i, k := range order {
			p := rows[k][0]
			out.Range.Course = append(out.Range.Course, p)
			c := b.r.Cited[p.Toll.Statement]
			out.Undate = append(out.Undate, c.Appearance.Published.IsZero())
			out.Rows = append(out.Rows, b.tollRow(key(i), rows[k]))
			if p.Early {
				early++
			}
			if figureWords(p.Toll.Figure) == "no number given" {
				bare++
			}
		}
		out.Drawn = len(order) - bare
		if out.Drawn < 2 {
			out.Drawn = 0 // one figure needs no drawing
		}
		out.Foot = computed(own(fmt.Sprintf("Showing %d of %s from %s, %d drawn; %d early, %d without a number.",
			len(order), countOf(len(order), "figure"), countOf(len(t.Course), "statement"), out.Drawn, early, bare)))
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
