package linear

import (
	"encoding/binary"
	"math/bits"
)

// A filter has a bit for each of the shares that the prints of features fall
// into: where it is not set, no feature of the model is.
type filter struct {
	words []uint64
	shift uint8
}

// filterBits is how many bits there are for a slot, at least: about one feature in
// ten that is not in the model passes.
const filterBits = 8

// newFilter marks the prints of all slots.
func newFilter(slots []byte) filter {
	length := max(bits.Len(uint(len(slots)/8*filterBits-1)), 6)
	f := filter{words: make([]uint64, 1<<(length-6)), shift: uint8(32 - length)}
	for ; len(slots) >= 8; slots = slots[8:] {
		if p := binary.LittleEndian.Uint32(slots); p != 0 {
			at := p >> f.shift
			f.words[at>>6] |= 1 << (at & 63)
		}
	}
	return f
}

// bit is 1 where a feature with the print may be in the model, else 0.
func (f *filter) bit(p uint32) uint64 {
	at := p >> (f.shift & 31)
	return f.words[at>>6] >> (at & 63) & 1
}
