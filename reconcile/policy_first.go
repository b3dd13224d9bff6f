package reconcile

import "ascribe"

// The first versions of the policies, kept so that a figure made by them can be
// made again. They take the most of "up to 20" for its number too.

// rangeV1 is range-of-reported/1.
func rangeV1(points []point) ascribe.Figure {
	out := unknown
	for _, p := range points {
		out.Low = lower(out.Low, anyNumber(p.figure))
		out.High = max(out.High, ceiling(p.figure))
	}
	out.Best = latestV1(preferred(points, others))
	out.Open = openAt(points, out.High)
	return out
}

// recentV1 is gtd/1.
func recentV1(points []point) ascribe.Figure {
	return ascribe.Exactly(latestV1(preferred(points, others)))
}

// conservativeV1 is acled/1.
func conservativeV1(points []point) ascribe.Figure {
	low := ascribe.Unknown
	for _, p := range points {
		low = lower(low, anyNumber(p.figure))
	}
	return ascribe.Exactly(low)
}

// reliableV1 is ucdp/1.
func reliableV1(points []point) ascribe.Figure {
	points = preferred(points, others)
	points = preferred(points, func(p point) bool { return !p.early })
	points = preferred(points, func(p point) bool { return p.role != ascribe.Unnamed })
	return rangeV1(points)
}

// anyNumber is the least that a figure names, be it as its most.
func anyNumber(f ascribe.Figure) ascribe.Count { return firstKnown(f.Low, f.Best, f.High) }

// latestV1 returns the number of the last day on which one was given: the one of
// most origins, and of equals the lowest.
func latestV1(points []point) ascribe.Count {
	best, _ := favourite(lastDay(points, central), central)
	return best
}
