package reconcile

import (
	"cmp"
	"fmt"
	"math"
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
	explain bool // give the reasons
	sum     float64
	because []ascribe.Reason
}

// weigh adds a feature that speaks for, or against, the two being one. values
// is asked for the two values only when the reasons are wanted.
func (c *comparison) weigh(feature string, weight float64, values func() (left, right string)) {
	weight = math.Round(weight*100) / 100
	c.sum += weight
	if weight != 0 && c.explain {
		left, right := values()
		c.because = append(c.because, ascribe.Reason{Feature: feature, Weight: weight, Left: left, Right: right})
	}
}

// run weighs every feature.
func (c *comparison) run() {
	c.types()
	c.dates()
	c.published()
	c.places()
	c.dayAndTown()
	c.targets()
	c.actors()
	c.tolls()
	c.otherDayOtherToll()
	c.text()
}

func (c *comparison) types() {
	x, y := c.x.told, c.y.told
	weight := 0.0
	switch compatibleTypes(x.Type, y.Type) {
	case 0:
		weight = -2
	case -1:
		weight = -3
	}
	c.weigh("type", weight, func() (string, string) { return x.Type.String(), y.Type.String() })
	if done(x.Stage) != done(y.Stage) {
		c.weigh("stage", -1.5, func() (string, string) { return x.Stage.String(), y.Stage.String() })
	}
}

// done reports whether a stage is one in which something happened.
func done(s ascribe.Stage) bool { return s == ascribe.Accomplished || s == ascribe.Attempted }

// dates compares the days on which the incident may have happened; where a text
// gives none, news is compared by when it was published.
func (c *comparison) dates() {
	x, y := c.x.told.When, c.y.told.When
	if gap, known := daysApart(x, y); known {
		c.weigh("date", dateWeight(gap, x, y), func() (string, string) { return x.EDTF, y.EDTF })
		return
	}
	fromX, toX, okX := c.x.days(c.a.public)
	fromY, toY, okY := c.y.days(c.b.public)
	if !okX || !okY {
		c.weigh("date unknown", noDay, func() (string, string) { return c.x.when(), c.y.when() })
		return
	}
	weight := -0.65 * someDays(max(fromY.Sub(toX), fromX.Sub(toY), 0))
	if !x.Resolved() && !y.Resolved() {
		weight = 1.1 - 0.75*someDays(c.a.public.Sub(c.b.public).Abs())
	}
	c.weigh("time of the news", weight, func() (string, string) { return c.newsDay(c.x, c.a), c.newsDay(c.y, c.b) })
}

// newsDay writes the day of a telling, or when the news of it was published.
func (c *comparison) newsDay(t *telling, p *Profile) string {
	if t.told.When.Resolved() {
		return t.told.When.EDTF
	}
	return "published " + p.public.Format(time.DateOnly)
}

// published weighs two reports published within a day of one another.
func (c *comparison) published() {
	if a, b := c.a.public, c.b.public; !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() <= 36*time.Hour {
		c.weigh("published", 0.3, func() (string, string) { return a.Format(time.DateOnly), b.Format(time.DateOnly) })
	}
}

func days(d time.Duration) float64 { return d.Hours() / 24 }

// noDay is the weight of not knowing when one of two tellings is of.
const noDay = -2.5

// when writes the day of a telling, for a reason.
func (t *telling) when() string {
	if t.told.When == nil {
		return "no date"
	}
	return cmp.Or(t.told.When.EDTF, t.told.When.Text)
}

// someDays is the logarithm of a time in days. It is capped: a date may be
// counted from the wrong day, or belong to another event of the text.
func someDays(d time.Duration) float64 { return math.Min(4, math.Log1p(days(d))) }

// dateWeight weighs two resolved dates a gap apart.
func dateWeight(gap time.Duration, x, y *ascribe.Date) float64 {
	switch d := days(gap); {
	case d == 0 && x.Precision == ascribe.Day && y.Precision == ascribe.Day:
		return 1.5
	case d == 0:
		return 0.2
	case d <= 1:
		return -0.75
	case d <= 3:
		return -1.25
	case d <= 8:
		return -2.5
	case d <= 60:
		return -3
	}
	return -4.5
}

// places compares where the tellings put the incident, and which places their
// texts name.
func (c *comparison) places() {
	if x, y := c.x.told.Where, c.y.told.Where; x != nil && y != nil {
		c.weigh("place", placeWeight(x, y), func() (string, string) {
			left := placeWords(*x)
			if town(x) && town(y) {
				left = fmt.Sprintf("%s, %.0f km", left, kilometres(*x.Point, *y.Point))
			}
			return left, placeWords(*y)
		})
	}
	x, y := c.x.places, c.y.places
	if len(x) > 0 && len(y) > 0 && !meets(x, y) {
		c.weigh("no place in common", -1.8, func() (string, string) { return listed(x), listed(y) })
		if f := factsOf(c.x, c.y); f.differ > f.agreed {
			c.weigh("other place, other facts", otherPlace, func() (string, string) {
				return fmt.Sprintf("%d facts differ", f.differ), fmt.Sprintf("%d agree", f.agreed)
			})
		}
	}
}

// otherPlace is the weight of two texts that name no place in common where the day, the
// town and the tolls that both give differ, too: whatever words they share, they are the
// words of one conflict.
const otherPlace = -2.0

// placeWeight weighs two places by how closely both are known.
func placeWeight(x, y *ascribe.Place) float64 {
	switch {
	case town(x) && town(y):
		switch km := kilometres(*x.Point, *y.Point); {
		case placeKey(*x) == placeKey(*y), km < 5:
			return 0.4
		case km < nearby:
			return 0.2
		case nameKey(x.Name) == nameKey(y.Name):
			return -0.2 // one name, of which one is taken for another
		case km < 100:
			return -0.6
		}
		return -1.2
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return -1.5
	case placeKey(*x) == placeKey(*y) && x.Precision != ascribe.WholeCountry:
		return 0.4
	case x.Admin1 != "" && nameKey(x.Admin1) == nameKey(y.Admin1):
		return 0.2
	case x.Admin1 != "" && y.Admin1 != "":
		return -0.8
	}
	return 0
}

// dayAndTown weighs one day in one town by one kind of violence, which says
// more than the three by themselves.
func (c *comparison) dayAndTown() {
	x, y := c.x.told, c.y.told
	gap, known := daysApart(x.When, y.When)
	if !known || gap > 0 || x.When.Precision != ascribe.Day || y.When.Precision != ascribe.Day || compatibleTypes(x.Type, y.Type) < 0.5 {
		return
	}
	if town(x.Where) && town(y.Where) && kilometres(*x.Where.Point, *y.Where.Point) < 5 {
		c.weigh("day and town", 1.1, func() (string, string) { return x.When.EDTF, placeWords(*x.Where) })
	}
}

func (c *comparison) targets() {
	x, y := c.x.target, c.y.target
	if len(x) == 0 || len(y) == 0 {
		return
	}
	same := overlap(x, y)
	weight := 2.2 * same
	if same == 0 {
		weight = -0.5
	}
	c.weigh("targets", weight, func() (string, string) { return shared(x, x), shared(y, y) })
}

func (c *comparison) actors() {
	if both(c.x.actors, c.y.actors) > 0 {
		same := shared(c.x.actors, c.y.actors)
		c.weigh("actors", 1, func() (string, string) { return same, same })
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
		c.weigh(h.String(), tollWeight(float64(m), float64(n)), func() (string, string) { return fmt.Sprint(m), fmt.Sprint(n) })
	}
}

// otherDayOtherToll weighs that two reports give two days and no figure in common.
// A date alone may be a slip, and a toll may rise; together they are two attacks,
// in words that reports of one conflict share.
func (c *comparison) otherDayOtherToll() {
	x, y := c.x.told.When, c.y.told.When
	if gap, known := daysApart(x, y); !known || gap == 0 || x.Precision != ascribe.Day || y.Precision != ascribe.Day {
		return
	}
	differ := ""
	for _, h := range []ascribe.Harm{ascribe.Killed, ascribe.Injured} {
		m, okX := c.x.tolls[h]
		n, okY := c.y.tolls[h]
		if !okX || !okY || central(m) == ascribe.Unknown || central(n) == ascribe.Unknown {
			continue
		}
		if central(m) == central(n) {
			return
		}
		differ = h.String()
	}
	if differ != "" {
		c.weigh("other day, other toll", otherToll, func() (string, string) { return x.EDTF, y.EDTF })
	}
}

// otherToll is the weight of another day and another toll.
const otherToll = -1.3

// tollWeight weighs two counts of one harm; equal large ones say more than
// equal small ones.
func tollWeight(m, n float64) float64 {
	if m == n {
		return math.Min(3, 1.7*math.Log1p(m)-0.9)
	}
	return -0.3 * math.Min(3.2, math.Log2(math.Max(m, n)/math.Max(1, math.Min(m, n))+1))
}

// text compares the words of the tellings.
func (c *comparison) text() {
	x, y := c.x, c.y
	alike, rare := x.words.alike(y.words)
	c.weigh("rare words", 1.15*math.Log1p(rare), func() (string, string) {
		words, n := x.words.shared(y.words)
		return words, fmt.Sprintf("%d shared", n)
	})
	c.weigh("words", 7.7*alike, func() (string, string) { return fmt.Sprintf("%.0f %% alike", 100*alike), "" })
	if !x.main || !y.main {
		return
	}
	c.headline()
	if f := factsOf(x, y); c.texts.contained >= nearlyAt || c.texts.contained >= reprintAt && f.differ <= f.agreed {
		c.weigh("same text", 3, func() (string, string) {
			return fmt.Sprintf("%.0f %% of the shorter", 100*c.texts.contained), fmt.Sprintf("%.2f Jaccard", c.texts.jaccard)
		})
	}
}

// headline compares what each headline says with the other's text.
func (c *comparison) headline() {
	x, y := c.x, c.y
	c.weigh("headline", 0.75*(c.a.titled.within(y.words)+c.b.titled.within(x.words)), func() (string, string) {
		left, _ := c.a.titled.shared(y.words)
		right, _ := c.b.titled.shared(x.words)
		return left, right
	})
}
