package reconcile

import (
	"math"
	"slices"

	"ascribe"
)

// Thresholds of the score: at Same and above the machine joins two tellings; from
// Unsure on it asks.
const (
	sameAt   = 0.5
	unsureAt = 0.25
)

// incidentLinks judges every telling of one document against every telling of
// another.
func incidentLinks(a, b *Profile) []ascribe.Link {
	if b.Document.String() < a.Document.String() {
		a, b = b, a
	}
	var links []ascribe.Link
	texts := compareTexts(a, b)
	for i := range a.tellings {
		for j := range b.tellings {
			c := comparison{a: a, b: b, x: &a.tellings[i], y: &b.tellings[j], texts: texts}
			score := c.score(false)
			if score < unsureAt {
				continue
			}
			c.score(true)
			l := ascribe.Link{
				Kind: ascribe.SameIncident, Left: c.x.id, Right: c.y.id, Judgement: ascribe.Unsure,
				Score: ascribe.Score(score), Because: c.because, Provenance: provenance, Engines: []string{a.engine, b.engine},
			}
			if score >= sameAt {
				l.Judgement = ascribe.Same
			}
			links = append(links, orient(l))
		}
	}
	return links
}

// orient puts the ends of a symmetric link, and the values of its reasons, in
// order.
func orient(l ascribe.Link) ascribe.Link {
	left, right, swapped := ordered(l.Left, l.Right)
	l.Left, l.Right = left, right
	if swapped {
		slices.Reverse(l.Engines)
		for i, r := range l.Because {
			l.Because[i].Left, l.Because[i].Right = r.Right, r.Left
		}
	}
	return l
}

// logistic turns a sum of weights into a score.
func logistic(x float64) float64 { return math.Round(1e4/(1+math.Exp(-x))) / 1e4 }

// score weighs the two tellings. The weights add up; where the reasons are
// wanted, each carries its own.
func (c *comparison) score(explain bool) float64 {
	c.sum, c.because, c.explain = prior, nil, explain
	c.run()
	return logistic(c.sum)
}
