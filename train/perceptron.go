// Package train is the workshop where the engine's models are made from
// treebanks and from the teachers' labels: averaged perceptrons in whole numbers,
// so that the same data make the same bytes on every machine.
package train

import (
	"math"

	"ascribe/extract/linear"
)

// A Perceptron is an averaged perceptron over hashed features (Freund and
// Schapire, 1999; Collins, 2002), of which each row holds only the classes that
// it was ever corrected for.
type Perceptron struct {
	classes int
	slots   []slot // open table of features
	rows    int
	cells   []cell // the rows, one after the other; rows that grow move to the end
	ticks   int64
}

// A slot says where the row of a feature lies; its room is 0 where no feature is.
type slot struct {
	feature uint64
	from    uint32
	n, room uint16
}

// A cell is the weight of one class; sum is what the average takes off it.
type cell struct {
	sum    int64
	weight int32
	class  int32
}

// NewPerceptron returns one that knows nothing.
func NewPerceptron(classes int) *Perceptron {
	return &Perceptron{classes: classes, slots: make([]slot, 1<<16), ticks: 1}
}

// Tick counts a decision: weights are averaged over all of them.
func (p *Perceptron) Tick() { p.ticks++ }

// Rows returns how many features have a weight.
func (p *Perceptron) Rows() int { return p.rows }

// Score sets out to the score of each class.
func (p *Perceptron) Score(features []uint64, out []int32) {
	clear(out)
	for _, f := range features {
		s := &p.slots[p.find(f)]
		for _, c := range p.cells[s.from : s.from+uint32(s.n)] {
			out[c.class] += c.weight
		}
	}
}

// find returns the number of the slot where a feature lies or would lie.
func (p *Perceptron) find(f uint64) int {
	mask := len(p.slots) - 1
	i := int(f) & mask
	for p.slots[i].room != 0 && p.slots[i].feature != f {
		i = (i + 1) & mask
	}
	return i
}

// Update moves the weights of the features by size, towards class good and away
// from class bad.
func (p *Perceptron) Update(features []uint64, good, bad int, size int32) {
	for _, f := range features {
		s := p.row(f)
		p.move(s, int32(good), size)
		p.move(s, int32(bad), -size)
	}
}

// Add moves the weight of one feature for one class.
func (p *Perceptron) Add(feature uint64, class int, by int32) {
	p.move(p.row(feature), int32(class), by)
}

// leastRoom is how many classes a new row has room for.
const leastRoom = 2

// row returns the slot of a feature and makes its row if it is new.
func (p *Perceptron) row(f uint64) *slot {
	i := p.find(f)
	if p.slots[i].room != 0 {
		return &p.slots[i]
	}
	if p.rows*2 > len(p.slots) {
		p.grow()
		i = p.find(f)
	}
	p.rows++
	p.slots[i] = slot{feature: f, from: p.space(leastRoom), room: leastRoom}
	return &p.slots[i]
}

// space returns where so many cells begin, at the end.
func (p *Perceptron) space(n int) uint32 {
	from := len(p.cells)
	if from+n > math.MaxUint32 {
		panic("train: more weights than a table can hold")
	}
	p.cells = append(p.cells, make([]cell, n)...)
	return uint32(from)
}

func (p *Perceptron) grow() {
	old := p.slots
	p.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.room != 0 {
			p.slots[p.find(s.feature)] = s
		}
	}
}

func (p *Perceptron) move(s *slot, class, by int32) {
	row := p.cells[s.from : s.from+uint32(s.n)]
	for i := range row {
		if c := &row[i]; c.class == class {
			c.weight += by
			c.sum += int64(by) * p.ticks
			return
		}
	}
	if s.n == s.room {
		from := p.space(2 * int(s.room))
		copy(p.cells[from:], p.cells[s.from:s.from+uint32(s.n)])
		s.from, s.room = from, 2*s.room
	}
	p.cells[s.from+uint32(s.n)] = cell{int64(by) * p.ticks, by, class}
	s.n++
}

// Model returns the averaged weights as a file; those below least/[linear.Scale]
// are left out.
func (p *Perceptron) Model(least int32) ([]byte, error) {
	rows := make([]linear.Row, 0, p.rows)
	weights := make([]int32, 0, 1<<20)
	for _, s := range p.slots {
		if s.room == 0 {
			continue
		}
		if cap(weights)-len(weights) < p.classes {
			weights = make([]int32, 0, max(1<<20, p.classes))
		}
		begin := len(weights)
		weights = weights[:begin+p.classes]
		if p.average(p.cells[s.from:s.from+uint32(s.n)], weights[begin:]) < least {
			clear(weights[begin:])
			weights = weights[:begin]
			continue
		}
		rows = append(rows, linear.Row{Feature: s.feature, Weights: weights[begin : begin+p.classes : begin+p.classes]})
	}
	return linear.Build(p.classes, rows, least)
}

// average sets out to the averaged weights of a row in parts of 1/linear.Scale
// and returns the largest.
func (p *Perceptron) average(row []cell, out []int32) int32 {
	var most int32
	for _, c := range row {
		sum := (int64(c.weight)*p.ticks - c.sum) * linear.Scale
		w := int32(min(max(divided(sum, p.ticks), math.MinInt32/2), math.MaxInt32/2))
		out[c.class] = w
		most = max(most, w, -w)
	}
	return most
}

// divided returns a/b rounded to the nearest, b above 0.
func divided(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
