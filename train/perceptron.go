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
	keys    []uint64 // open table of features, 0 where empty
	at      []int32  // the row of each
	rows    [][]cell
	ticks   int64
}

// A cell is the weight of one class; sum is what the average takes off it.
type cell struct {
	sum    int64
	weight int32
	class  int32
}

// NewPerceptron returns one that knows nothing.
func NewPerceptron(classes int) *Perceptron {
	return &Perceptron{classes: classes, keys: make([]uint64, 1<<16), at: make([]int32, 1<<16), ticks: 1}
}

// Tick counts a decision: weights are averaged over all of them.
func (p *Perceptron) Tick() { p.ticks++ }

// Rows returns how many features have a weight.
func (p *Perceptron) Rows() int { return len(p.rows) }

// Score sets out to the score of each class.
func (p *Perceptron) Score(features []uint64, out []int32) {
	clear(out)
	for _, f := range features {
		if slot := p.slot(f); p.keys[slot] != 0 {
			for _, c := range p.rows[p.at[slot]] {
				out[c.class] += c.weight
			}
		}
	}
}

// slot returns where a feature lies or would lie.
func (p *Perceptron) slot(f uint64) int {
	mask := len(p.keys) - 1
	i := int(f) & mask
	for p.keys[i] != 0 && p.keys[i] != f {
		i = (i + 1) & mask
	}
	return i
}

// Update moves the weights of the features by size, towards class good and away
// from class bad.
func (p *Perceptron) Update(features []uint64, good, bad int, size int32) {
	for _, f := range features {
		if f == 0 {
			continue
		}
		row := &p.rows[p.row(f)]
		p.move(row, int32(good), size)
		p.move(row, int32(bad), -size)
	}
}

// Add moves the weight of one feature for one class.
func (p *Perceptron) Add(feature uint64, class int, by int32) {
	p.move(&p.rows[p.row(feature)], int32(class), by)
}

// row returns the row of a feature and makes it if it is new.
func (p *Perceptron) row(f uint64) int32 {
	slot := p.slot(f)
	if p.keys[slot] != 0 {
		return p.at[slot]
	}
	if len(p.rows)*2 > len(p.keys) {
		p.grow()
		slot = p.slot(f)
	}
	p.keys[slot], p.at[slot] = f, int32(len(p.rows))
	p.rows = append(p.rows, nil)
	return p.at[slot]
}

func (p *Perceptron) grow() {
	keys, at := p.keys, p.at
	p.keys, p.at = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys))
	for i, f := range keys {
		if f != 0 {
			slot := p.slot(f)
			p.keys[slot], p.at[slot] = f, at[i]
		}
	}
}

func (p *Perceptron) move(row *[]cell, class, by int32) {
	for i := range *row {
		if c := &(*row)[i]; c.class == class {
			c.weight += by
			c.sum += int64(by) * p.ticks
			return
		}
	}
	*row = append(*row, cell{int64(by) * p.ticks, by, class})
}

// Model returns the averaged weights as a file; those below least/[linear.Scale]
// are left out.
func (p *Perceptron) Model(least int32) ([]byte, error) {
	rows := make([]linear.Row, 0, len(p.rows))
	weights := make([]int32, 0, 1<<20)
	for i, f := range p.keys {
		if f == 0 {
			continue
		}
		if cap(weights)-len(weights) < p.classes {
			weights = make([]int32, 0, max(1<<20, p.classes))
		}
		begin := len(weights)
		weights = weights[:begin+p.classes]
		if p.average(p.rows[p.at[i]], weights[begin:]) < least {
			clear(weights[begin:])
			weights = weights[:begin]
			continue
		}
		rows = append(rows, linear.Row{Feature: f, Weights: weights[begin : begin+p.classes : begin+p.classes]})
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
