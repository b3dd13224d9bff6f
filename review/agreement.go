package review

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A Vote is what one coder held one thing to be.
type Vote struct {
	Unit  string // what was coded
	Coder string
	Said  Said // in which slot, and what
}

// An Agreement is how far coders agree in one slot beyond what chance would give.
type Agreement struct {
	Slot  string
	Units int // that two or more coded
	Alike int // of them, on which all said the same
	Alpha Estimate
	Pairs []PairKappa // of two people who coded the same units, those with most units first
}

// A PairKappa is how far two people agree.
type PairKappa struct {
	Coders [2]string
	Units  int
	Kappa  Estimate
}

// An Estimate is a figure and the interval that holds it in 95 of 100 samples.
type Estimate struct {
	Value     float64
	Low, High float64
	Said      bool // there is enough to say it
	Bounded   bool // there is enough to say between what bounds
}

// fewest is how many units an agreement takes to be said at all.
const fewest = 10

// normal is the quantile of the normal distribution for an interval of 95 of 100.
const normal = 1.959963984540054

// Agreements measures agreement in each slot that somebody coded, in the order of
// their names.
func Agreements(votes []Vote) []Agreement {
	slots := map[string][]Vote{}
	for _, c := range votes {
		slots[c.Said.Slot] = append(slots[c.Said.Slot], c)
	}
	var out []Agreement
	for _, slot := range slices.Sorted(maps.Keys(slots)) {
		out = append(out, agreement(slot, slots[slot]))
	}
	return out
}

func agreement(slot string, votes []Vote) Agreement {
	a := Agreement{Slot: slot}
	type thing struct{ unit, about string }
	coded := map[thing]map[string]value{}
	var order []thing
	for _, c := range votes {
		k := thing{c.Unit, c.Said.About}
		if coded[k] == nil {
			coded[k] = map[string]value{}
			order = append(order, k)
		}
		coded[k][c.Coder] = valueOf(c.Said)
	}
	var units [][]value
	pairs := map[[2]string][][2]value{}
	for _, k := range order {
		coders := slices.Sorted(maps.Keys(coded[k]))
		if len(coders) < 2 {
			continue
		}
		var values []value
		alike := true
		for i, one := range coders {
			values = append(values, coded[k][one])
			alike = alike && values[i] == values[0]
			for _, other := range coders[i+1:] {
				both := [2]string{one, other}
				pairs[both] = append(pairs[both], [2]value{coded[k][one], coded[k][other]})
			}
		}
		units = append(units, values)
		if alike {
			a.Alike++
		}
	}
	a.Units = len(units)
	a.Alpha = estimateAlpha(units, differenceOf(votes))
	for _, both := range slices.SortedFunc(maps.Keys(pairs), func(x, y [2]string) int {
		return cmp.Or(cmp.Compare(len(pairs[y]), len(pairs[x])), slices.Compare(x[:], y[:]))
	}) {
		a.Pairs = append(a.Pairs, PairKappa{both, len(pairs[both]), estimateKappa(pairs[both])})
	}
	return a
}

// A value is what is compared: a number of people, or the words of what was said.
type value struct {
	words  string
	number int // -1 where it is none
}

func valueOf(s Said) value {
	if s.Count != nil {
		return value{s.Value, *s.Count}
	}
	return value{s.Value, -1}
}

// differenceOf is how the values of a slot differ: numbers of people by their ratio,
// all else as the same or not.
func differenceOf(votes []Vote) func(a, b value) float64 {
	if slices.ContainsFunc(votes, func(c Vote) bool { return c.Said.Count != nil }) {
		return ratio
	}
	return nominal[value]
}

// nominal differs by nothing or by all.
func nominal[T comparable](a, b T) float64 {
	if a == b {
		return 0
	}
	return 1
}

// ratio is Krippendorff's difference of ratio data, ((a-b)/(a+b))². That no number is
// said is as far from each number as can be.
func ratio(a, b value) float64 {
	switch {
	case a.number == b.number:
		return 0
	case a.number < 0 || b.number < 0:
		return 1
	}
	d := float64(a.number-b.number) / float64(a.number+b.number)
	return d * d
}

// disagreements returns what each unit adds to the observed disagreement and to the
// number of values that can be paired, and the disagreement that chance would give
// (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
func disagreements[T comparable](units [][]T, difference func(a, b T) float64) (observed []float64, paired int, chance float64) {
	count := map[T]int{}
	var order []T
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		sum := 0.0
		for i, a := range u {
			if count[a]++; count[a] == 1 {
				order = append(order, a)
			}
			for j, b := range u {
				if i != j {
					sum += difference(a, b)
				}
			}
		}
		observed = append(observed, sum/float64(len(u)-1))
		paired += len(u)
	}
	for i, a := range order {
		for _, b := range order[i+1:] {
			chance += 2 * float64(count[a]) * float64(count[b]) * difference(a, b)
		}
	}
	if paired > 1 {
		chance /= float64(paired) * float64(paired-1)
	}
	return observed, paired, chance
}

// Alpha is Krippendorff's alpha of units that any number of coders gave values; units
// that one alone did are left out. It is not defined where all values are the same.
func Alpha[T comparable](units [][]T, difference func(a, b T) float64) (alpha float64, ok bool) {
	observed, paired, chance := disagreements(units, difference)
	if chance == 0 {
		return 0, false
	}
	return 1 - sum(observed)/float64(paired)/chance, true
}

func sum(of []float64) (out float64) {
	for _, x := range of {
		out += x
	}
	return out
}

// estimateAlpha gives alpha with an interval from units drawn again and again; what
// chance would give stays as it was observed (Hayes and Krippendorff 2007).
func estimateAlpha[T comparable](units [][]T, difference func(a, b T) float64) Estimate {
	observed, paired, chance := disagreements(units, difference)
	if len(observed) < fewest || chance == 0 {
		return Estimate{}
	}
	e := Estimate{Value: 1 - sum(observed)/float64(paired)/chance, Said: true}
	if e.Value == 1 { // nobody differed: nothing tells how far off that is
		return e
	}
	means := resampled(observed)
	scale := float64(len(observed)) / float64(paired) / chance
	e.High, e.Low = 1-quantile(means, 0.025)*scale, 1-quantile(means, 0.975)*scale
	e.Bounded = true
	return e
}

// Kappa is Cohen's kappa of what two people said of each unit, with its standard error
// in large samples (Fleiss, Cohen and Everitt 1969). It is not defined where chance
// alone would have them agree on all.
func Kappa[T comparable](pairs [][2]T) (kappa, deviation float64, ok bool) {
	n := float64(len(pairs))
	rows, columns, cells := map[T]float64{}, map[T]float64{}, map[[2]T]float64{}
	var values [][2]T
	var agreed float64
	for _, p := range pairs {
		rows[p[0]] += 1 / n
		columns[p[1]] += 1 / n
		if cells[p] == 0 {
			values = append(values, p)
		}
		cells[p] += 1 / n
		if p[0] == p[1] {
			agreed += 1 / n
		}
	}
	var chance float64
	met := map[T]bool{}
	for _, p := range pairs { // in the order of the pairs: a sum over a map would not be the same twice
		if !met[p[0]] {
			met[p[0]] = true
			chance += rows[p[0]] * columns[p[0]]
		}
	}
	if n == 0 || 1-chance < 1e-12 {
		return 0, 0, false
	}
	kappa = (agreed - chance) / (1 - chance)
	var a, b float64
	for _, p := range values {
		if p[0] == p[1] {
			x := 1 - (rows[p[0]]+columns[p[0]])*(1-kappa)
			a += cells[p] * x * x
		} else {
			x := columns[p[0]] + rows[p[1]]
			b += cells[p] * x * x
		}
	}
	c := kappa - chance*(1-kappa)
	variance := (a + (1-kappa)*(1-kappa)*b - c*c) / (n * (1 - chance) * (1 - chance))
	return kappa, math.Sqrt(max(variance, 0)), true
}

func estimateKappa(pairs [][2]value) Estimate {
	kappa, deviation, ok := Kappa(pairs)
	if len(pairs) < fewest || !ok {
		return Estimate{}
	}
	e := Estimate{Value: kappa, Said: true}
	if kappa < 1 && deviation > 0 {
		e.Low, e.High, e.Bounded = max(kappa-normal*deviation, -1), min(kappa+normal*deviation, 1), true
	}
	return e
}
