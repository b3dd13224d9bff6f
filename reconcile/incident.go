package reconcile

import (
	"math"

	"ascribe"
)

// Thresholds of the score: at Same and above the machine joins two tellings; from
// Unsure on it asks.
const (
	sameAt   = 0.75
	unsureAt = 0.5
)

// incidentLinks judges every telling of one document against every telling of
// another. A telling is the same as one telling of the other document at most:
// its best; the others of nearly that score are questions.
func incidentLinks(a, b *Profile) []ascribe.Link {
	if b.Document.String() < a.Document.String() {
		a, b = b, a
	}
	var links []ascribe.Link
	common := compareTexts(a, b)
	for i := range a.tellings {
		for j := range b.tellings {
			score, because := compareTellings(a, b, i, j, common)
			if score < unsureAt {
				continue
			}
			l := ascribe.Link{
				Kind: ascribe.SameIncident, Judgement: ascribe.Unsure, Score: ascribe.Score(score),
				Because: because, Provenance: provenance,
			}
			l.Left, l.Right = a.tellings[i].id, b.tellings[j].id
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
		for i, r := range l.Because {
			l.Because[i].Left, l.Because[i].Right = r.Right, r.Left
		}
	}
	return l
}

// logistic turns a sum of weights into a score.
func logistic(x float64) float64 { return math.Round(1e4/(1+math.Exp(-x))) / 1e4 }

// compareTellings scores two tellings and says why. The weights add up; each
// reason carries its own.
func compareTellings(a, b *Profile, i, j int, texts textMatch) (float64, []ascribe.Reason) {
	c := &comparison{a: a, b: b, x: &a.tellings[i], y: &b.tellings[j], texts: texts, sum: prior}
	c.types()
	c.dates()
	c.places()
	c.targets()
	c.actors()
	c.tolls()
	c.text()
	return logistic(c.sum), c.because
}
