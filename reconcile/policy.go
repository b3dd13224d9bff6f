package reconcile

import (
	"fmt"
	"strings"

	"ascribe"
)

// Names of the policies that make one figure out of many reported ones, each in
// its newest version.
const (
	RangeOfReported ascribe.Policy = "range-of-reported/2"
	GTD             ascribe.Policy = "gtd/2"
	ACLED           ascribe.Policy = "acled/2"
	UCDP            ascribe.Policy = "ucdp/2"
)

// A Rule is a policy with what it does, in words, and the clause of the codebook
// that it follows.
type Rule struct {
	Policy ascribe.Policy
	Says   string
	Clause string // empty for a rule of our own
	choose func([]point) ascribe.Figure
}

// Rules returns every policy in every version, the record's own first. A version
// once given out is never changed: a figure that was made by it can be made again.
func Rules() []Rule {
	const (
		ucdp  = "UCDP GED codebook, best, high and low: the most likely estimate, the highest and the lowest reliable one"
		acled = "ACLED FAQ on fatalities: where sources differ or are vague, the most conservative estimate available"
		gtd   = "GTD codebook, nkill: the most recent source unless its figure is a perpetrator's; of several the majority; without one the lowest"
	)
	return []Rule{
		{RangeOfReported, "low is the lowest number given as one or as a floor, high the highest; best is, of the last day that gives an exact number, what most origins give", "", rangeOfReported},
		{ACLED, "the lowest number given as one or as a floor; of dozens twelve, of hundreds a hundred", acled, conservative},
		{GTD, "of the last day the number that more than half of the origins give, else the lowest of that day; what the attacker says of itself and words that name no number are left out", gtd, recent},
		{UCDP, "the range of what is not the attacker's own word, nor early, nor from an unnamed source, where anything else is given", ucdp, reliable},
		{"range-of-reported/1", "as version 2, with “up to 20” taken for 20", "", rangeV1},
		{"acled/1", "as version 2, with “up to 20” taken for 20", acled, conservativeV1},
		{"gtd/1", "of the last day the number that most origins give, half of them or not, vague words for their least", gtd, recentV1},
		{"ucdp/1", "as version 2, with “up to 20” taken for 20", ucdp, reliableV1},
	}
}

// FindRule returns the rule of a policy; a bare name stands for the newest version.
func FindRule(p ascribe.Policy) (Rule, error) {
	var names []string
	for _, r := range Rules() { // the newest of a name comes first
		if r.Policy == p || p.Version() == 0 && r.Policy.Name() == string(p) {
			return r, nil
		}
		names = append(names, string(r.Policy))
	}
	return Rule{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no policy %q", p), fmt.Sprintf("Known are %s; a name without its version is the newest.", strings.Join(names, ", ")))
}

// unknown is the figure of no points.
var unknown = ascribe.Figure{Low: ascribe.Unknown, Best: ascribe.Unknown, High: ascribe.Unknown}

// rangeOfReported is range-of-reported/2.
func rangeOfReported(points []point) ascribe.Figure {
	out := unknown
	for _, p := range points {
		out.Low = lower(out.Low, floor(p.figure))
		out.High = max(out.High, ceiling(p.figure))
	}
	day := lastDay(preferred(points, others), exact)
	out.Best, _ = favourite(day, exact)
	out.Open = openAt(points, out.High)
	return out
}

// conservative is acled/2.
func conservative(points []point) ascribe.Figure {
	low := ascribe.Unknown
	for _, p := range points {
		low = lower(low, floor(p.figure))
	}
	return ascribe.Exactly(low)
}

// recent is gtd/2.
func recent(points []point) ascribe.Figure {
	day := lastDay(preferred(points, others), usable)
	best, majority := favourite(day, usable)
	if majority {
		return ascribe.Exactly(best)
	}
	best = ascribe.Unknown
	for _, p := range day {
		best = lower(best, usable(p.figure))
	}
	return ascribe.Exactly(best)
}

// reliable is ucdp/2.
func reliable(points []point) ascribe.Figure {
	points = preferred(points, others)
	points = preferred(points, func(p point) bool { return !p.early })
	points = preferred(points, func(p point) bool { return p.role != ascribe.Unnamed })
	return rangeOfReported(points)
}

// others reports whether a figure is not the word of a party on its own deed.
func others(p point) bool { return p.role != ascribe.Self }

// exact is the number that a figure gives as one; Unknown when it gives none.
func exact(f ascribe.Figure) ascribe.Count { return f.Best }

// usable is the number that GTD would enter for a figure: the one given, or the
// lower of two. Of a vague word it is none.
func usable(f ascribe.Figure) ascribe.Count {
	if f.Best == ascribe.Unknown && f.High != ascribe.Unknown {
		return f.Low
	}
	return f.Best
}

// lower returns the lower of two counts, either of which may be unknown.
func lower(a, b ascribe.Count) ascribe.Count {
	if a == ascribe.Unknown || b != ascribe.Unknown && b < a {
		return b
	}
	return a
}

// openAt reports whether a figure without an upper end reaches the highest number.
func openAt(points []point, high ascribe.Count) bool {
	for _, p := range points {
		if p.figure.Open && p.figure.High == ascribe.Unknown && ceiling(p.figure) >= high {
			return true
		}
	}
	return false
}

// preferred returns the points that give a number and pass, or, where none
// does, all.
func preferred(points []point, pass func(point) bool) []point {
	var out []point
	for _, p := range points {
		if pass(p) && ceiling(p.figure) != ascribe.Unknown {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return points
	}
	return out
}

// lastDay returns the points of the last day on which a number was given.
func lastDay(points []point, number func(ascribe.Figure) ascribe.Count) []point {
	var out []point
	for _, p := range points {
		if number(p.figure) == ascribe.Unknown {
			continue
		}
		at := p.at.UTC().Truncate(day)
		if len(out) > 0 && at.After(out[0].at.UTC().Truncate(day)) {
			out = out[:0]
		}
		if len(out) == 0 || !at.Before(out[0].at.UTC().Truncate(day)) {
			out = append(out, p)
		}
	}
	return out
}

// favourite returns the number that most origins give, of equals the lowest, and
// whether more than half of all that give one do.
func favourite(points []point, number func(ascribe.Figure) ascribe.Count) (best ascribe.Count, majority bool) {
	votes := map[ascribe.Count]map[voice]bool{}
	all := map[voice]bool{}
	for _, p := range points {
		n := number(p.figure)
		if n == ascribe.Unknown {
			continue
		}
		if votes[n] == nil {
			votes[n] = map[voice]bool{}
		}
		votes[n][p.from], all[p.from] = true, true
	}
	best = ascribe.Unknown
	for n, voices := range votes {
		more := independent(voices) - independent(votes[best])
		if best == ascribe.Unknown || more > 0 || more == 0 && n < best {
			best = n
		}
	}
	return best, 2*independent(votes[best]) > independent(all)
}
