package model

// Labels of words, for the type t counting from 0: a name of one word is Unit, one
// of several First, Inside … and Final. Other words are 0.
const (
	first = iota + 1
	inside
	final
	unit
	perType = 4
)

// Label returns the label of word i of the name [from, to) of a type.
func Label(i, from, to, kind int) uint8 {
	part := inside
	switch {
	case to-from == 1:
		part = unit
	case i == from:
		part = first
	case i == to-1:
		part = final
	}
	return uint8(part + perType*kind)
}

// TypeOf returns 0 for a label outside of names, else its type counting from 1.
func TypeOf(label uint8) uint8 { return (label + perType - 1) / perType }

// Labels returns how many labels there are for so many types.
func Labels(types int) int { return 1 + perType*types }

// A Lattice finds the best labels of a sentence (Viterbi, 1967): those with the
// highest sum of the scores of each label and of each step from one to the next,
// in which names are whole.
type Lattice struct {
	Steps []int32 // of label a to b at a*labels+b
	Marks []int32 // of word i for label a at i*labels+a

	labels int
	best   []int32 // the sum of the best way to each label of each word
	from   []uint8
}

const never = -1 << 30

// Decode appends to out the best labels of n words. Where allowed is given, bit a
// of allowed[i] tells whether word i may have label a; there must be a way.
func (l *Lattice) Decode(out []uint8, n, labels int, allowed []uint64) []uint8 {
	if n == 0 {
		return out
	}
	l.labels = labels
	l.room(n)
	for i := range n {
		can := ^uint64(0)
		if allowed != nil {
			can = allowed[i]
		}
		l.step(i, can)
	}
	last, sums := 0, l.best[(n-1)*labels:n*labels]
	for a := range labels {
		if !open(a) && sums[a] > sums[last] {
			last = a
		}
	}
	begin := len(out)
	out = append(out, make([]uint8, n)...)
	for i := n - 1; i >= 0; i-- {
		out[begin+i] = uint8(last)
		last = int(l.from[i*labels+last])
	}
	return out
}

func (l *Lattice) room(n int) {
	if size := n * l.labels; cap(l.best) < size {
		l.best, l.from = make([]int32, size, 2*size), make([]uint8, size, 2*size)
	}
	l.best, l.from = l.best[:n*l.labels], l.from[:n*l.labels]
}

// open tells whether a name goes on after a label.
func open(a int) bool { return a > 0 && (a-1)%perType < 2 }

// begins tells whether a label may follow one after which no name goes on.
func begins(a int) bool { return a == 0 || (a-1)%perType == 0 || (a-1)%perType == 3 }

// step finds the best way to every label of word i.
func (l *Lattice) step(i int, can uint64) {
	n := l.labels
	marks, sums, from := l.Marks[i*n:(i+1)*n], l.best[i*n:(i+1)*n], l.from[i*n:(i+1)*n]
	for b := range n {
		sums[b], from[b] = never, 0
		if can>>b&1 == 0 {
			continue
		}
		switch {
		case i == 0 && begins(b):
			sums[b] = marks[b] + l.Steps[b] // as after a word outside of names
		case i > 0 && begins(b):
			l.after(i, b, marks[b])
		case i > 0:
			l.within(i, b, marks[b])
		}
	}
}

// after chooses among the labels after which no name goes on.
func (l *Lattice) after(i, b int, mark int32) {
	n := l.labels
	before := l.best[(i-1)*n : i*n]
	sum, from := before[0]+l.Steps[b], 0
	for a := 1 + 2; a < n; a += perType {
		if s := before[a] + l.Steps[a*n+b]; s > sum {
			sum, from = s, a
		}
		if s := before[a+1] + l.Steps[(a+1)*n+b]; s > sum {
			sum, from = s, a+1
		}
	}
	l.best[i*n+b], l.from[i*n+b] = max(sum+mark, never), uint8(from)
}

// within chooses among the two labels of the same type after which it goes on.
func (l *Lattice) within(i, b int, mark int32) {
	n := l.labels
	before := l.best[(i-1)*n : i*n]
	a := (b-1)/perType*perType + 1
	sum, from := before[a]+l.Steps[a*n+b], a
	if s := before[a+1] + l.Steps[(a+1)*n+b]; s > sum {
		sum, from = s, a+1
	}
	l.best[i*n+b], l.from[i*n+b] = max(sum+mark, never), uint8(from)
}
