package reconcile

import (
	"slices"

	"ascribe"
)

// Names of the policies that make one figure out of many reported ones.
const (
	// RangeOfReported gives the lowest and the highest number that any source
	// reports; best is the latest, and of the last day's the one that most
	// origins give.
	RangeOfReported = "range-of-reported"
	// GTD gives the most recent figure not resting on the attacker's own word;
	// of several, the one of the majority, else the lowest (GTD codebook, nkill).
	GTD = "gtd"
	// ACLED gives the most conservative figure.
	ACLED = "acled"
	// UCDP gives low, best and high of the figures that later reports did not
	// overtake and that some named or official source gives, where one does.
	UCDP = "ucdp"
)

// policies are the named ways to one figure.
var policies = []struct {
	name   string
	choose func([]point) ascribe.Figure
}{
	{RangeOfReported, rangeOfReported},
	{GTD, gtd},
	{ACLED, acled},
	{UCDP, ucdp},
}

// unknown is the figure of no points.
var unknown = ascribe.Figure{Low: ascribe.Unknown, Best: ascribe.Unknown, High: ascribe.Unknown}

func rangeOfReported(points []point) ascribe.Figure {
	out := unknown
	for _, p := range points {
		if low := floor(p.figure); low != ascribe.Unknown && (out.Low == ascribe.Unknown || low < out.Low) {
			out.Low = low
		}
		out.High = max(out.High, ceiling(p.figure))
	}
	out.Best = latest(preferred(points, func(p point) bool { return p.role != ascribe.Self }))
	out.Open = slices.ContainsFunc(points, func(p point) bool {
		return p.figure.Open && p.figure.High == ascribe.Unknown && ceiling(p.figure) >= out.High
	})
	return out
}

func gtd(points []point) ascribe.Figure {
	return ascribe.Exactly(latest(preferred(points, func(p point) bool { return p.role != ascribe.Self })))
}

func acled(points []point) ascribe.Figure {
	low := ascribe.Unknown
	for _, p := range points {
		if n := floor(p.figure); n != ascribe.Unknown && (low == ascribe.Unknown || n < low) {
			low = n
		}
	}
	return ascribe.Exactly(low)
}

func ucdp(points []point) ascribe.Figure {
	points = preferred(points, func(p point) bool { return p.role != ascribe.Self })
	points = preferred(points, func(p point) bool { return !p.early })
	points = preferred(points, func(p point) bool { return p.role != ascribe.Unnamed })
	return rangeOfReported(points)
}

// preferred returns the points that give a number and pass, or, where none
// does, all.
func preferred(points []point, pass func(point) bool) []point {
	var out []point
	for _, p := range points {
		if pass(p) && central(p.figure) != ascribe.Unknown {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return points
	}
	return out
}

// latest returns the number of the last day on which one was given: the one of
// most origins, and of equals the lowest.
func latest(points []point) ascribe.Count {
	votes := map[ascribe.Count]map[voice]bool{}
	last := -1
	for i, p := range points {
		if central(p.figure) != ascribe.Unknown && (last < 0 || !p.at.Before(points[last].at)) {
			last = i
		}
	}
	if last < 0 {
		return ascribe.Unknown
	}
	end := points[last].at.UTC().Truncate(day)
	for _, p := range points {
		n := central(p.figure)
		if n == ascribe.Unknown || p.at.UTC().Truncate(day).Before(end) {
			continue
		}
		if votes[n] == nil {
			votes[n] = map[voice]bool{}
		}
		votes[n][p.from] = true
	}
	best := ascribe.Unknown
	for n, voices := range votes {
		more := independent(voices) - independent(votes[best])
		if best == ascribe.Unknown || more > 0 || more == 0 && n < best {
			best = n
		}
	}
	return best
}
