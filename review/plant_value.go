package review

import (
	"slices"
	"strconv"
	"strings"

	"ascribe"
)

// tolls are other numbers of the same article, with the words that give them, and slips
// of the pen: digits in the wrong order, a nought too few, one more.
func (g *garden) tolls(at int, v *Value) []seed {
	var out []seed
	wrong := func(f ascribe.Figure, words string) bool {
		if f == (ascribe.Figure{Low: ascribe.Unknown, Best: ascribe.Unknown, High: ascribe.Unknown, Open: f.Open}) || f.Validate() != nil {
			return false
		}
		right := overlap(f, v.Toll.Figure) || strings.Contains(v.Toll.Words, words)
		return !right && !slices.ContainsFunc(g.reading.Tolls, func(t ascribe.Toll) bool {
			return (t.Statement == g.card.Statement || g.within(t.Span)) && overlap(f, t.Figure)
		})
	}
	for i := range g.reading.Tolls {
		t := g.reading.Tolls[i]
		if t.Statement != g.card.Statement && !g.within(t.Span) && wrong(t.Figure, t.Words) {
			t.Harm, t.Statement, t.Incident = v.Toll.Harm, v.Toll.Statement, v.Toll.Incident
			out = append(out, seed{at, "number", len(out), Value{Toll: &t}})
		}
	}
	t := *v.Toll
	t.Figure = slipped(v.Toll.Figure)
	if n := max(t.Figure.Low, t.Figure.Best, t.Figure.High); wrong(t.Figure, strconv.Itoa(int(n))) && !strings.Contains(g.words(), strconv.Itoa(int(n))) {
		out = append(out, seed{at, "slip", 0, Value{Toll: &t}})
	}
	return out
}

// words are those of the card's sentence.
func (g *garden) words() string { return g.record.Cited[g.card.Statement].Words }

// overlap reports whether two figures could be of one number.
func overlap(a, b ascribe.Figure) bool {
	ends := func(f ascribe.Figure) (low, high ascribe.Count) {
		low, high = f.Low, f.High
		if low == ascribe.Unknown {
			low = f.Best
		}
		if high == ascribe.Unknown {
			high = max(f.Best, f.Low)
		}
		if low == ascribe.Unknown {
			low = high
		}
		return low, high
	}
	aLow, aHigh := ends(a)
	bLow, bHigh := ends(b)
	return aLow <= bHigh && bLow <= aHigh
}

// slipped is a figure written down wrong.
func slipped(f ascribe.Figure) ascribe.Figure {
	slip := func(n ascribe.Count) ascribe.Count {
		switch s := []byte(strconv.Itoa(int(n))); {
		case n == ascribe.Unknown:
			return n
		case n >= 10 && n%10 == 0:
			return n / 10
		case n >= 10 && s[len(s)-1] != s[len(s)-2]:
			s[len(s)-1], s[len(s)-2] = s[len(s)-2], s[len(s)-1]
			turned, _ := strconv.Atoi(string(s)) // of digits alone
			return ascribe.Count(turned)
		}
		return n + 1
	}
	return ascribe.Figure{Low: slip(f.Low), Best: slip(f.Best), High: slip(f.High), Open: f.Open}
}

// dates are other days of the same article, and the day before and after.
func (g *garden) dates(at int, v *Value) []seed {
	if !v.Date.Resolved() {
		return nil
	}
	wrong := func(d *ascribe.Date) bool {
		apart := func(o *ascribe.Date) bool { return !o.Resolved() || d.From.After(o.To) || o.From.After(d.To) }
		return d.Resolved() && apart(v.Date) && !slices.ContainsFunc(g.reading.Dates, func(o ascribe.Date) bool {
			return g.within(o.Span) && !apart(&o)
		})
	}
	var out []seed
	for i := range g.reading.Dates {
		if d := g.reading.Dates[i]; !g.within(d.Span) && wrong(&d) {
			out = append(out, seed{at, "date", len(out), Value{Date: &d}})
		}
	}
	if v.Date.Precision == ascribe.Day {
		for rank, days := range []int{1, -1} {
			d := *v.Date
			d.From, d.To = d.From.AddDate(0, 0, days), d.To.AddDate(0, 0, days)
			d.EDTF = d.From.Format("2006-01-02")
			if wrong(&d) {
				out = append(out, seed{at, "day", rank, Value{Date: &d}})
			}
		}
	}
	return out
}

// places are other places of the same article that neither hold the true one nor lie
// in it.
func (g *garden) places(at int, v *Value) []seed {
	var out []seed
	for i := range g.reading.Mentions {
		m := &g.reading.Mentions[i]
		if m.Place == nil || len(m.Spans) == 0 || g.within(m.Spans...) || !elsewhere(m.Place, v.Place) {
			continue
		}
		p := *m.Place
		if p.Text == "" {
			p.Text = m.Text
		}
		out = append(out, seed{at, "place", len(out), Value{Place: &p}})
	}
	return out
}

// samePlace reports whether two places are one.
func samePlace(a, b *ascribe.Place) bool {
	if a.Gazetteer != "" || b.Gazetteer != "" {
		return a.Gazetteer == b.Gazetteer
	}
	return a.Name == b.Name && a.Text == b.Text
}

// elsewhere reports whether two known places are surely not one, nor one in the other:
// each is a town or smaller, and no name of one is a name of the other.
func elsewhere(a, b *ascribe.Place) bool {
	town := func(p *ascribe.Place) bool {
		return p.Name != "" && p.Precision >= ascribe.ExactPlace && p.Precision <= ascribe.NearPlace
	}
	if !town(a) || !town(b) || samePlace(a, b) {
		return false
	}
	named := func(a, b *ascribe.Place) bool { // one name is in the other, or is what the other lies in
		for _, x := range []string{a.Name, a.Text} {
			for _, y := range []string{b.Name, b.Text, b.Admin1} {
				if x != "" && y != "" && kin(x, y) {
					return true
				}
			}
		}
		return false
	}
	return !named(a, b) && !named(b, a)
}
