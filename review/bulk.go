package review

import (
	"slices"

	"ascribe"
)

// Bulk sorts the cards of an incident into those that may be ruled on together, which
// are about a date, a place or a type alone, and how many are left out because they
// say who did it or how many were harmed. read gives the current reading of an
// article: what a statement carries of another incident counts too.
func Bulk(r *ascribe.Record, cards []Card, read func(ascribe.DocumentID) (*ascribe.Reading, error)) (light []Card, positions, tolls int, err error) {
	for _, c := range cards {
		reading, err := read(r.Cited[c.Statement].Statement.Anchor.Document)
		if err != nil {
			return nil, 0, 0, err
		}
		blames, counts := carries(r, reading, c.Statement)
		switch {
		case blames || slices.ContainsFunc(c.Says, func(v Value) bool { return v.Slot == "position" }):
			positions++
		case counts || c.Grave():
			tolls++
		default:
			light = append(light, c)
		}
	}
	return light, positions, tolls, nil
}

// carries reports whether a statement says who did something, or how many were harmed.
func carries(r *ascribe.Record, reading *ascribe.Reading, id ascribe.StatementID) (blames, counts bool) {
	blames = slices.ContainsFunc(reading.Attributions, func(a ascribe.Attribution) bool { return a.Statement == id }) ||
		slices.ContainsFunc(r.Matrix, func(c ascribe.Cell) bool { return slices.Contains(c.Support.Statements, id) })
	counts = slices.ContainsFunc(reading.Tolls, func(t ascribe.Toll) bool { return t.Statement == id }) ||
		slices.ContainsFunc(r.Tolls, func(t ascribe.TollRange) bool {
			return slices.ContainsFunc(t.Course, func(p ascribe.TollPoint) bool { return p.Toll.Statement == id })
		})
	return blames, counts
}
