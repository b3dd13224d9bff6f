package measure

import "math"

// Assign pairs each row of a square matrix with a column of its own so that the
// sum of the paired values is greatest (Kuhn–Munkres, in cubic time), and returns
// the column of each row.
func Assign(gain [][]float64) []int {
	n := len(gain)
	rows, columns := make([]float64, n+1), make([]float64, n+1) // the potentials
	owner := make([]int, n+1)                                   // the row of each column, both from 1
	for i := 1; i <= n; i++ {
		owner[0] = i
		augment(gain, rows, columns, owner)
	}
	out := make([]int, n)
	for k := 1; k <= n; k++ {
		out[owner[k]-1] = k - 1
	}
	return out
}

// augment finds a column for the row in owner[0] by the cheapest path, moving
// rows that have one already where that is better.
func augment(gain [][]float64, rows, columns []float64, owner []int) {
	n := len(gain)
	least, from, used := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
	for k := range least {
		least[k] = math.Inf(1)
	}
	at := 0
	for owner[at] != 0 {
		used[at] = true
		row, delta, next := owner[at], math.Inf(1), 0
		for k := 1; k <= n; k++ {
			if used[k] {
				continue
			}
			if cost := -gain[row-1][k-1] - rows[row] - columns[k]; cost < least[k] {
				least[k], from[k] = cost, at
			}
			if least[k] < delta {
				delta, next = least[k], k
			}
		}
		for k := range used {
			if used[k] {
				rows[owner[k]] += delta
				columns[k] -= delta
			} else {
				least[k] -= delta
			}
		}
		at = next
	}
	for at != 0 {
		owner[at] = owner[from[at]]
		at = from[at]
	}
}
