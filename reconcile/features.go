package reconcile

import (
	"fmt"
	"math"
	"strings"
	"time"

	"ascribe"
)

// prior is the sum that two tellings start from: most pairs are of two
// incidents.
const prior = -4.0

// A comparison is the weighing of two tellings.
type comparison struct {
	a, b    *Profile
	x, y    *telling
	texts   textMatch
	sum     float64
	because []ascribe.Reason
}

// weigh adds a feature that speaks for, or against, the two being one.
func (c *comparison) weigh(feature string, weight float64, left, right string) {
	weight = math.Round(weight*100) / 100
	if weight == 0 {
		return
	}
	c.sum += weight
	c.because = append(c.because, ascribe.Reason{Feature: feature, Weight: weight, Left: left, Right: right})
}

func (c *comparison) types() {
	x, y := c.x.told, c.y.told
	weight := map[float64]float64{1: 0.6, 0.5: 0.2, 0: -1, -1: -3}[compatibleTypes(x.Type, y.Type)]
	c.weigh("type", weight, x.Type.String(), y.Type.String())
	if done(x.Stage) != done(y.Stage) {
		c.weigh("stage", -1.5, x.Stage.String(), y.Stage.String())
	}
}

// done reports whether a stage is one in which something happened.
func done(s ascribe.Stage) bool { return s == ascribe.Accomplished || s == ascribe.Attempted }

// dates compares the days on which the incident may have happened; where a text
// gives none, news is compared by when it was published.
func (c *comparison) dates() {
	x, y := c.x.told.When, c.y.told.When
	if gap, known := daysApart(x, y); known {
		c.weigh("date", dateWeight(gap, x, y), x.EDTF, y.EDTF)
		return
	}
	fromX, toX, okX := c.x.days(c.a.public)
	fromY, toY, okY := c.y.days(c.b.public)
	if !okX || !okY {
		return
	}
	gap := max(fromY.Sub(toX), fromX.Sub(toY), 0)
	weight := 0.4
	if gap > 0 {
		weight = -math.Min(4, 0.5*gap.Hours()/24)
	}
	c.weigh("published", weight, c.a.public.Format(time.DateOnly), c.b.public.Format(time.DateOnly))
}

// dateWeight weighs two resolved dates a gap apart.
func dateWeight(gap time.Duration, x, y *ascribe.Date) float64 {
	days := gap.Hours() / 24
	if gap == 0 {
		if x.Precision == ascribe.Day && y.Precision == ascribe.Day {
			return 1.8
		}
		spread := math.Max(x.To.Sub(x.From).Hours(), y.To.Sub(y.From).Hours()) / 24
		return math.Max(0.2, 1.2-spread/30)
	}
	if days <= 1 {
		return 0.4
	}
	return -math.Min(5, 0.6*days)
}

func (c *comparison) places() {
	x, y := c.x.told.Where, c.y.told.Where
	if x == nil || y == nil {
		return
	}
	weight := placeWeight(x, y)
	left, right := placeWords(*x), placeWords(*y)
	if town(x) && town(y) {
		left = fmt.Sprintf("%s, %.0f km", left, kilometres(*x.Point, *y.Point))
	}
	c.weigh("place", weight, left, right)
}

// placeWeight weighs two places by how closely both are known.
func placeWeight(x, y *ascribe.Place) float64 {
	switch {
	case town(x) && town(y):
		switch km := kilometres(*x.Point, *y.Point); {
		case placeKey(*x) == placeKey(*y), km < 5:
			return 1.6
		case km < 25:
			return 0.8
		case km < 100:
			return -0.6
		default:
			return -2.5
		}
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return -3
	case placeKey(*x) == placeKey(*y) && x.Precision != ascribe.WholeCountry:
		return 1.2
	case x.Admin1 != "" && nameKey(x.Admin1) == nameKey(y.Admin1):
		return 0.6
	case x.Admin1 != "" && y.Admin1 != "":
		return -1
	case x.Country != "" && x.Country == y.Country:
		return 0.2
	}
	return 0
}

func (c *comparison) targets() {
	if len(c.x.target) == 0 || len(c.y.target) == 0 {
		return
	}
	both := overlap(c.x.target, c.y.target)
	weight := 1.2 * both
	if both == 0 {
		weight = -0.5
	}
	c.weigh("targets", weight, strings.Join(shared(c.x.target, c.x.target, 6), " "), strings.Join(shared(c.y.target, c.y.target, 6), " "))
}

func (c *comparison) actors() {
	same := shared(c.x.actors, c.y.actors, 3)
	if len(same) > 0 {
		c.weigh("actors", 0.6, strings.Join(same, ", "), strings.Join(same, ", "))
	}
}

// tolls compares the figures. They may grow with time; one that is many times
// another is of something else.
func (c *comparison) tolls() {
	for _, h := range []ascribe.Harm{ascribe.Killed, ascribe.Injured, ascribe.Kidnapped} {
		x, okX := c.x.tolls[h]
		y, okY := c.y.tolls[h]
		m, n := central(x), central(y)
		if !okX || !okY || m == ascribe.Unknown || n == ascribe.Unknown {
			continue
		}
		c.weigh(h.String(), tollWeight(float64(m), float64(n)), fmt.Sprint(m), fmt.Sprint(n))
	}
}

// tollWeight weighs two counts of one harm; equal large ones say more than
// equal small ones.
func tollWeight(m, n float64) float64 {
	if m == n {
		return 0.2 + 0.4*math.Min(2.5, math.Log1p(m))
	}
	ratio := math.Max(m, n) / math.Max(1, math.Min(m, n))
	return math.Max(-1.5, 0.4-0.6*math.Log2(ratio+1))
}

// text compares the words of the tellings. Names and numbers that two texts
// share say most; a reprint says all.
func (c *comparison) text() {
	names := overlap(c.x.names, c.y.names)
	c.weigh("names", 7*names-0.8, strings.Join(shared(c.x.names, c.y.names, 6), " "), fmt.Sprintf("%.2f", names))
	words := overlap(c.x.words, c.y.words)
	c.weigh("words", 5*words-0.8, fmt.Sprintf("%d", len(c.x.words)), fmt.Sprintf("%.2f", words))
	if !c.x.main || !c.y.main {
		return
	}
	if head := overlap(c.a.headline, c.b.headline); head > 0 {
		c.weigh("headline", 1.5*head, strings.Join(shared(c.a.headline, c.b.headline, 6), " "), fmt.Sprintf("%.2f", head))
	}
	if c.texts.contained >= 0.15 {
		c.weigh("same text", 6*math.Min(1, c.texts.contained), fmt.Sprintf("%.2f", c.texts.contained), fmt.Sprintf("%.2f", c.texts.jaccard))
	}
}
