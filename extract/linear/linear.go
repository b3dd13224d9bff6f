// Package linear is the classifier that ships: one small integer for each pair
// of a feature and a class, held in a table that is used as it lies in the
// binary. It knows nothing of words; features are hashes.
//
// Scores are sums of integers, so that every machine reads the same.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A Model scores the classes of a decision. It is read-only and may be used from
// several goroutines at once. Reading one costs nothing but the check of its
// header: the tables stay where they are.
//
// The form, little endian: classes, slots and bytes of rows, 32 bits each; the
// slots, each a 32-bit print of a feature and the 32-bit offset of its row; the
// rows, each a count less one, a shift and pairs of a class and a signed byte, the
// weight being that byte shifted left; then a line of memory, empty.
type Model struct {
	classes int
	n       uint32 // slots
	slots   []byte
	rows    []byte
}

const header = 12

// MaxClasses is how many classes a model may tell apart.
const MaxClasses = 256

// Scores has room for the score of every class of any model.
type Scores [MaxClasses]int32

var errModel = errors.New("the weights are cut short or no weights at all: build the program again from a clean checkout")

// Read takes a model from the beginning of data and returns what follows it.
func Read(data []byte) (m *Model, rest []byte, err error) {
	if len(data) < header {
		return nil, nil, errModel
	}
	classes, slots, rows := word(data, 0), word(data, 1), word(data, 2)
	if classes == 0 || classes > MaxClasses || slots == 0 ||
		uint64(len(data)) < header+8*uint64(slots)+uint64(rows) {
		return nil, nil, errModel
	}
	end := header + 8*int(slots)
	m = &Model{
		classes: int(classes), n: slots,
		slots: data[header:end], rows: data[end : end+int(rows)],
	}
	return m, data[end+int(rows):], nil
}

func word(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

// Classes returns how many classes the model tells apart.
func (m *Model) Classes() int { return m.classes }

const (
	batch = 64 // how many features are looked up side by side
	line  = 64 // how many bytes memory gives at once
)

// Score sets out to the score of each class under the features. Features that the
// model does not know count nothing.
//
// The table is far larger than a processor's caches, so nearly every look-up
// waits for memory. They are made in sweeps, of which none branches on what it has
// just asked for, so that many wait at once.
func (m *Model) Score(features []uint64, out *Scores) {
	*out = Scores{}
	for len(features) > 0 {
		n := min(batch, len(features))
		m.scoreBatch(features[:n], out)
		features = features[n:]
	}
}

// scoreBatch adds to out the weights of at most batch features.
func (m *Model) scoreBatch(features []uint64, out *Scores) {
	var slots, heads [batch + 1]uint64
	var rows [batch + 1]uint32
	for i, f := range features {
		slots[i] = binary.LittleEndian.Uint64(m.slots[8*int(home(f, m.n)):])
	}
	n := 0
	for i, f := range features {
		slot := slots[i]
		row := uint32(slot >> 32)
		if uint32(slot) != print32(f) {
			row = m.probe(f, slot)
		}
		rows[n] = row
		if row != 0 {
			n++
		}
	}
	var touched byte
	for i, row := range rows[:n] {
		heads[i] = binary.LittleEndian.Uint64(m.rows[row:])
		touched |= m.rows[int(row)+line]
	}
	heads[n] = uint64(touched) // used, so that it is read
	for i, row := range rows[:n] {
		m.add(heads[i], row, out)
	}
}

// headPairs is how many pairs of a class and a byte the first eight bytes of a
// row hold; a shorter row is filled up with pairs of no weight.
const headPairs = 3

// add adds to out the weights of a row of which the first eight bytes are head.
func (m *Model) add(head uint64, row uint32, out *Scores) {
	shift := uint8(head>>8) & 31
	out[uint8(head>>16)] += int32(int8(head>>24)) << shift
	out[uint8(head>>32)] += int32(int8(head>>40)) << shift
	out[uint8(head>>48)] += int32(int8(head>>56)) << shift
	n := int(head & 0xff)
	if n < headPairs {
		return
	}
	for r := m.rows[int(row)+8 : int(row)+2+2*(n+1)]; len(r) >= 2; r = r[2:] {
		out[r[0]] += int32(int8(r[1])) << shift
	}
}

// probe returns where the row of a feature begins, or 0, when its first slot,
// given, is not its own.
func (m *Model) probe(feature, slot uint64) uint32 {
	key := print32(feature)
	for at := home(feature, m.n); uint32(slot) != 0; {
		if uint32(slot) == key {
			return uint32(slot >> 32)
		}
		if at++; at == m.n {
			at = 0
		}
		slot = binary.LittleEndian.Uint64(m.slots[8*int(at):])
	}
	return 0
}

// home is the slot of n where the search for a feature begins.
func home(feature uint64, n uint32) uint32 {
	return uint32(uint64(uint32(feature)) * uint64(n) >> 32)
}

// print32 is the print of a feature, never 0.
func print32(feature uint64) uint32 { return max(uint32(feature>>32), 1) }

// A Row is the weights of one feature, one for each class.
type Row struct {
	Feature uint64
	Weights []int32
}

// Scale is the weight that is 1 for [Build]: weights are given in its fractions.
const Scale = 64

// Build makes a model of rows, of which no two have one feature. Weights are
// multiples of 1/[Scale]; those of a size below least/[Scale] are left out, and
// so is a row without any.
func Build(classes int, rows []Row, least int32) ([]byte, error) {
	if classes < 1 || classes > MaxClasses {
		return nil, fmt.Errorf("linear: %d classes, of which there may be 1 to %d", classes, MaxClasses)
	}
	slices.SortFunc(rows, func(a, b Row) int { // one order, so that one training makes one file
		switch {
		case a.Feature < b.Feature:
			return -1
		case a.Feature > b.Feature:
			return 1
		}
		return 0
	})
	kept := 0
	for _, r := range rows {
		if largest(r.Weights) >= least {
			kept++
		}
	}
	slots := kept + kept/2 + 8
	b := builder{prints: make([]uint32, slots), offsets: make([]uint32, slots), rows: make([]byte, 8)} // no row begins at 0
	for _, r := range rows {
		if largest(r.Weights) >= least {
			if err := b.add(r, least); err != nil {
				return nil, err
			}
		}
	}
	b.rows = append(b.rows, make([]byte, line)...) // what is behind a row is touched with it
	out := make([]byte, 0, header+8*slots+len(b.rows))
	for _, n := range []int{classes, slots, len(b.rows)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for i := range slots {
		out = binary.LittleEndian.AppendUint32(out, b.prints[i])
		out = binary.LittleEndian.AppendUint32(out, b.offsets[i])
	}
	return append(out, b.rows...), nil
}

func largest(weights []int32) int32 {
	var m int32
	for _, w := range weights {
		m = max(m, w, -w)
	}
	return m
}

type builder struct {
	prints, offsets []uint32
	rows            []byte
}

// add enters a row. One whose print is taken on its way is left out: the reader
// could not tell the two apart.
func (b *builder) add(r Row, least int32) error {
	key := print32(r.Feature)
	at := home(r.Feature, uint32(len(b.prints)))
	for b.prints[at] != 0 {
		if b.prints[at] == key {
			return nil
		}
		if at++; int(at) == len(b.prints) {
			at = 0
		}
	}
	shift := 0
	for m := largest(r.Weights); m>>shift > 127; shift++ {
	}
	begin := len(b.rows)
	if begin > math.MaxUint32/2 {
		return fmt.Errorf("linear: more than %d bytes of weights: leave out more of the small ones", begin)
	}
	b.rows = append(b.rows, 0, byte(shift))
	n := 0
	for class, w := range r.Weights {
		q := rounded(w, shift)
		if q == 0 || max(w, -w) < least {
			continue
		}
		b.rows = append(b.rows, byte(class), byte(int8(q)))
		n++
	}
	b.rows[begin] = byte(n - 1)
	for ; n < headPairs; n++ {
		b.rows = append(b.rows, 0, 0)
	}
	b.prints[at], b.offsets[at] = key, uint32(begin)
	return nil
}

// rounded returns w shifted right to the nearest, within a signed byte.
func rounded(w int32, shift int) int32 {
	if shift == 0 {
		return w
	}
	half := int32(1) << (shift - 1)
	return min((w+half)>>shift, 127)
}
