package reconcile

import (
	"cmp"
	"slices"
)

// A join proposes that two items, numbered from 0, are one.
type join struct {
	a, b  int
	score float64
}

// A clustering puts items together. Its outcome depends on the items' numbering
// and the joins alone, not on the order in which joins are given.
type clustering struct {
	home  []int   // item → cluster
	items [][]int // cluster → items; empty when merged away
}

func newClustering(n int) *clustering {
	c := &clustering{home: make([]int, n), items: make([][]int, n)}
	for i := range n {
		c.home[i], c.items[i] = i, []int{i}
	}
	return c
}

// run takes the joins from the surest down and merges the clusters at their
// ends where fit allows it.
func (c *clustering) run(joins []join, fit func(a, b []int) bool) {
	joins = slices.Clone(joins)
	for i, j := range joins {
		joins[i].a, joins[i].b = min(j.a, j.b), max(j.a, j.b)
	}
	slices.SortFunc(joins, func(x, y join) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, j := range joins {
		a, b := c.home[j.a], c.home[j.b]
		if a != b && fit(c.items[a], c.items[b]) {
			c.merge(a, b)
		}
	}
}

// merge puts the items of two clusters together.
func (c *clustering) merge(a, b int) {
	if len(c.items[a]) < len(c.items[b]) {
		a, b = b, a
	}
	for _, x := range c.items[b] {
		c.home[x] = a
	}
	c.items[a] = append(c.items[a], c.items[b]...)
	c.items[b] = nil
}

// move takes one item into a cluster.
func (c *clustering) move(item, to int) {
	from := c.home[item]
	c.items[from] = slices.DeleteFunc(c.items[from], func(x int) bool { return x == item })
	c.home[item] = to
	c.items[to] = append(c.items[to], item)
}

// rule carries out a person's word that a and b are one: their clusters merge
// whole. Where another person's word keeps members apart, the one item that may
// still move does.
func (c *clustering) rule(a, b int, apart func(a, b int) bool) {
	ca, cb := c.home[a], c.home[b]
	switch {
	case ca == cb:
	case free(c.items[ca], c.items[cb], apart):
		c.merge(ca, cb)
	case free(c.items[ca], []int{b}, apart):
		c.move(b, ca)
	case free([]int{a}, c.items[cb], apart):
		c.move(a, cb)
	}
}

// free reports whether no item of x is apart from one of y.
func free(x, y []int, apart func(a, b int) bool) bool {
	for _, i := range x {
		for _, j := range y {
			if apart(i, j) {
				return false
			}
		}
	}
	return true
}

// groups returns the clusters, each in the order of its items, by first item.
func (c *clustering) groups() [][]int {
	var out [][]int
	for _, g := range c.items {
		if len(g) > 0 {
			g = slices.Clone(g)
			slices.Sort(g)
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return out
}
