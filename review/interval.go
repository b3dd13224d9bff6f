package review

import (
	"math"
	"slices"
)

// Rate is a share of a number of tries, with Wilson's interval (1927), which holds in
// small samples and at the ends of the scale too. It is said once there was a try.
func Rate(hits, tries int) Estimate {
	if tries == 0 {
		return Estimate{}
	}
	n, p := float64(tries), float64(hits)/float64(tries)
	z2 := normal * normal
	middle := (p + z2/(2*n)) / (1 + z2/n)
	half := normal / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	return Estimate{Value: p, Low: max(middle-half, 0), High: min(middle+half, 1), Said: true, Bounded: true}
}

// resamples is how often a sample is drawn again.
const resamples = 2000

// resampled returns the means of samples drawn again from a sample, in order. The same
// sample gives the same means.
func resampled(sample []float64) []float64 {
	state := uint64(len(sample))
	out := make([]float64, resamples)
	for i := range out {
		var sum float64
		for range sample {
			sum += sample[next(&state)%uint64(len(sample))]
		}
		out[i] = sum / float64(len(sample))
	}
	slices.Sort(out)
	return out
}

// next is a number after another that looks like chance (SplitMix64).
func next(state *uint64) uint64 {
	*state += 0x9e3779b97f4a7c15
	z := *state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// quantile is the value below which a share of an ordered sample lies.
func quantile(ordered []float64, share float64) float64 {
	at := share * float64(len(ordered)-1)
	below := int(at)
	if below+1 >= len(ordered) {
		return ordered[len(ordered)-1]
	}
	return ordered[below] + (at-float64(below))*(ordered[below+1]-ordered[below])
}
