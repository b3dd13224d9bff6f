package web

import (
	"slices"

	"ascribe"
	"ascribe/publish"
)

// A matrixView is who says who did it: actor by source.
type matrixView struct {
	Voices    []string // the columns that hold anything
	Rows      []matrixRow
	Positions int
	Missing   []string // kinds of voice that take no position
}

type matrixRow struct {
	Actor string
	To    string // the page of the actor, or ""
	Cells [][]standView
}

// A standView is one position of one source on one actor.
type standView struct {
	Position ascribe.Position
	Source   string
	Support  string
	When     string
	First    saidView
	Others   []saidView
}

// A saidView is the words of one statement.
type saidView struct {
	Quote, Outlet, When, To string
	Lapsed                  string
	Hand                    string // by whom and when it was coded by hand
}

// matrixVoices name the columns of the matrix.
var matrixVoices = [...]string{"self", "authorities", "others", "outlets"}

// column is the kind of voice of a source.
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

func (b *sheet) matrix() matrixView {
	out := matrixView{Positions: len(b.p.Matrix)}
	held := [len(matrixVoices)]bool{}
	var actors []ascribe.ActorRef
	for i := range b.p.Matrix {
		c := &b.p.Matrix[i]
		held[column(c.Role)] = true
		at := slices.Index(actors, c.Actor)
		if at < 0 {
			at = len(actors)
			actors = append(actors, c.Actor)
			row := matrixRow{Actor: b.actor(c.Actor), Cells: make([][]standView, len(matrixVoices))}
			if c.Actor.ID != "" && c.Actor.Name != publish.PrivateSuspect {
				row.To = b.to("actors", string(c.Actor.ID))
			}
			out.Rows = append(out.Rows, row)
		}
		cells := out.Rows[at].Cells
		cells[column(c.Role)] = append(cells[column(c.Role)], b.stand(c))
	}
	for col := len(held) - 1; col >= 0; col-- {
		if held[col] {
			out.Voices = append([]string{b.t("voices." + matrixVoices[col])}, out.Voices...)
			continue
		}
		for i := range out.Rows {
			out.Rows[i].Cells = slices.Delete(out.Rows[i].Cells, col, col+1)
		}
		out.Missing = append([]string{b.t("voices." + matrixVoices[col] + ".none")}, out.Missing...)
	}
	return out
}

func (b *sheet) stand(c *ascribe.Cell) standView {
	out := standView{Position: c.Position, Support: b.supported(c), Source: visible(c.Source)}
	switch {
	case isPrivateVoice(c.Role) || c.Source == "":
		out.Source = b.word("role", c.Role)
	case c.Role == ascribe.Unnamed:
		out.Source = b.t("voice.unnamed", out.Source)
	}
	for _, id := range c.Support.Statements {
		if cite, ok := b.p.Cited[id]; ok {
			cite.Statement.ID = id
			out.Others = append(out.Others, b.said(&cite))
		}
	}
	if len(out.Others) > 0 {
		out.First, out.Others = out.Others[0], out.Others[1:]
		out.When = b.since(&b.cited(c.Support.Statements).Appearance) // there is one: others are made of them
	}
	if !c.Until.IsZero() {
		out.When += ", " + b.t("until", b.moment(c.Until))
	}
	if c.Lapsed != nil {
		out.When += ", " + b.lapse(c.Lapsed)
	}
	return out
}

// cited is the first of some statements that the record holds.
func (b *sheet) cited(ids []ascribe.StatementID) *ascribe.Cite {
	for _, id := range ids {
		if c, ok := b.p.Cited[id]; ok {
			c.Statement.ID = id
			return &c
		}
	}
	return nil
}

// since says that something stands since a publication.
func (t *tongue) since(a *ascribe.Appearance) string {
	if a.Published.IsZero() {
		return t.published(a)
	}
	return t.t("since", t.published(a))
}

// said gives what a statement says, and where its words stand.
func (b *sheet) said(c *ascribe.Cite) saidView {
	return saidView{bare(b.p.Words(c.Statement.ID)), b.outlet(&c.Appearance), b.published(&c.Appearance), b.words(c), b.lapse(c.Lapsed), b.byHand(c.Coded, b.rulings)}
}

// actor names an actor; a private person among the accused has no name.
func (t *tongue) actor(a ascribe.ActorRef) string {
	if a.Name == publish.PrivateSuspect {
		return t.t("private.suspect")
	}
	return visible(a.Name)
}
