package publish

import (
	"fmt"
	"slices"

	"ascribe"
)

// contested says what the sources disagree on, and who stands where.
func (b *binder) contested() {
	for _, c := range b.r.Contested {
		b.out.Contested = append(b.out.Contested, inference(made(capital(c)+".")...))
	}
	if stands := b.stances(); len(stands) > 1 {
		b.out.Contested = append(b.out.Contested, sentence{append([]part{own("Who did it: ")}, join(stands, "; ")...), cited})
	}
	for _, t := range b.r.Tolls {
		if figures := b.figures(&t); len(figures) > 1 {
			b.out.Contested = append(b.out.Contested, sentence{append([]part{own(capital(phrase(t.Harm)) + ": ")}, join(figures, "; ")...), cited})
		}
	}
	if len(b.out.Contested) == 0 {
		said := "Nothing: the origins in this record agree in what they tell."
		if standing(b.r) < 2 {
			said = "Nothing, and nothing could be: one origin alone tells of it."
		}
		b.out.Contested = []sentence{computed(own(said))}
	}
}

// stances says each position that could be disputed, with whose it is.
func (b *binder) stances() [][]part {
	var out [][]part
	for i := range b.r.Matrix {
		c := &b.r.Matrix[i]
		refs := b.cite(c.Support.Statements...)
		if c.Position == ascribe.Possible || c.Lapsed != nil || len(refs.Notes) == 0 {
			continue
		}
		out = append(out, append(saysOf(c.Position, called(c.Actor.Name), columnVoice(c)), refs))
	}
	return out
}

// saysOf says a position as a clause. An accusation names the accuser.
func saysOf(p ascribe.Position, actor part, by []part) []part {
	clause := func(middle, end string) []part {
		return append(append(append([]part{}, by...), own(middle), actor), own(end))
	}
	switch p {
	case ascribe.ReportedAsFact:
		return clause(" reported as fact that ", " did it")
	case ascribe.Claimed:
		if len(by) == 1 && by[0].Text == actor.Text {
			return []part{actor, own(" claimed it")}
		}
		return append([]part{actor, own(" claimed it, in the words of ")}, by...)
	case ascribe.AccusedByAuthorities, ascribe.Accused:
		return clause(" accused ", "")
	case ascribe.Suspected:
		return clause(" named ", " with doubt")
	case ascribe.Denied:
		return clause(" denied that ", " did it")
	case ascribe.Cleared:
		return clause(" ruled ", " out")
	}
	return clause(" named ", " beside it and accused nobody")
}

// figures says each different figure of a toll, with who gives it first.
func (b *binder) figures(t *ascribe.TollRange) [][]part {
	var order []ascribe.Figure
	points := map[ascribe.Figure][]ascribe.TollPoint{}
	for _, p := range t.Course {
		if p.Toll.Part || p.Toll.Attackers || p.Lapsed != nil {
			continue
		}
		if points[p.Toll.Figure] == nil {
			order = append(order, p.Toll.Figure)
		}
		points[p.Toll.Figure] = append(points[p.Toll.Figure], p)
	}
	var out [][]part
	for _, f := range order {
		var ids []ascribe.StatementID
		for _, p := range points[f] {
			ids = append(ids, p.Toll.Statement)
		}
		first := points[f][0]
		refs := b.cite(ids...)
		if len(refs.Notes) == 0 {
			continue
		}
		c := b.r.Cited[first.Toll.Statement]
		early := ""
		if first.Early {
			early = ", an early figure"
		}
		parts := append([]part{own(figureWords(f) + " by ")}, voiceParts(first.By, first.Role, &c.Appearance)...)
		out = append(out, append(parts, own(early), refs))
	}
	return out
}

// matrixVoices are the columns of the matrix.
var matrixVoices = [...]string{"By itself", "Authorities", "Other voices", "The outlets"}

func column(r ascribe.Role) int {
	switch r {
	case ascribe.Self:
		return 0
	case ascribe.Authority:
		return 1
	case ascribe.Narrator:
		return 3
	}
	return 2
}

func (b *binder) matrix() {
	m := &b.out.Matrix
	var actors []ascribe.ActorRef
	held := [len(matrixVoices)]bool{}
	for _, c := range b.r.Matrix {
		if !slices.Contains(actors, c.Actor) {
			actors = append(actors, c.Actor)
		}
		held[column(c.Role)] = true
	}
	for _, a := range actors {
		row := matrixRow{Actor: []part{called(a.Name)}, Cells: make([][]stand, len(matrixVoices))}
		for i := range b.r.Matrix {
			if c := &b.r.Matrix[i]; c.Actor == a {
				col := column(c.Role)
				row.Cells[col] = append(row.Cells[col], b.stand(c))
			}
		}
		m.Rows = append(m.Rows, row)
	}
	for col := len(held) - 1; col >= 0; col-- {
		if held[col] {
			m.Voices = append([]string{matrixVoices[col]}, m.Voices...)
			continue
		}
		for i := range m.Rows {
			m.Rows[i].Cells = slices.Delete(m.Rows[i].Cells, col, col+1)
		}
	}
	if len(actors) == 0 {
		m.Foot = []sentence{computed(own("Nobody is named as responsible in these reports."))}
		return
	}
	m.Foot = []sentence{computed(own(fmt.Sprintf("Showing %d of %s on %s.", len(b.r.Matrix), countOf(len(b.r.Matrix), "position"), countOf(len(actors), "actor"))))}
	for i := range b.r.Turns {
		t := &b.r.Turns[i]
		by := ascribe.Cell{Source: t.Source, Role: t.Role}
		parts := append(append([]part{}, columnVoice(&by)...), own(" on "), called(t.Actor.Name), own(": "+phrase(t.From)+", then "+phrase(t.To)+", "+sinceWords(b.when(t.Statements, t.At))))
		m.Foot = append(m.Foot, b.resting(t.Statements, parts...))
	}
	for col, h := range held {
		if !h {
			m.Foot = append(m.Foot, computed(own([...]string{
				"No party speaks for itself in these reports.", "No authority takes a position in these reports.",
				"No other voice takes a position in these reports.", "No outlet takes a position in its own voice.",
			}[col])))
		}
	}
}

func (b *binder) stand(c *ascribe.Cell) stand {
	ids := c.Support.Statements
	s := stand{Position: c.Position, Word: phrase(c.Position), Support: supported(c), When: sinceWords(b.when(ids, c.Since)) + untilWords(c)}
	words := ""
	for _, id := range ids {
		if _, ok := b.r.Cited[id]; ok {
			words = b.public.Words(id)
			break
		}
	}
	s.Source = columnVoice(c)
	if words == "" {
		s.Says = b.resting(ids)
	} else {
		s.Says = b.resting(ids, quotedPart(words))
	}
	return s
}

// columnVoice names a source within a column that tells what kind of voice it
// is; an unnamed one as such.
func columnVoice(c *ascribe.Cell) []part {
	switch {
	case isPrivateVoice(c.Role) || c.Source == "":
		return []part{own(roleWords(c.Role))}
	case c.Role == ascribe.Unnamed:
		return []part{source(c.Source), own(" (unnamed source)")}
	}
	return []part{source(c.Source)}
}
