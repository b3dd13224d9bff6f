package model

import (
	"encoding/binary"
	"fmt"
)

// Clusters tells which words are used alike: an open table of eight bytes a
// slot, the 32-bit print of a word and its two clusters.
type Clusters struct {
	mask  uint32
	slots []byte
}

// A WordCluster is a word, by the hash of its small letters, with its clusters,
// which count from 1.
type WordCluster struct {
	Word         uint64
	Coarse, Fine uint16
}

// BuildClusters makes the table. Of words that share a slot and a print the
// first stays.
func BuildClusters(words []WordCluster) []byte {
	slots := 64
	for slots*3 < len(words)*4 {
		slots *= 2
	}
	out := make([]byte, 8*slots)
	mask := uint32(slots - 1)
	for _, w := range words {
		key := max(uint32(w.Word>>32), 1)
		at := uint32(w.Word) & mask
		for k := keyAt(out, at); k != 0 && k != key; k = keyAt(out, at) {
			at = (at + 1) & mask
		}
		if keyAt(out, at) == key {
			continue
		}
		binary.LittleEndian.PutUint32(out[8*at:], key)
		binary.LittleEndian.PutUint16(out[8*at+4:], w.Coarse)
		binary.LittleEndian.PutUint16(out[8*at+6:], w.Fine)
	}
	return out
}

func keyAt(slots []byte, at uint32) uint32 { return binary.LittleEndian.Uint32(slots[8*at:]) }

// ReadClusters takes a table as it lies.
func ReadClusters(data []byte) (*Clusters, error) {
	n := len(data) / 8
	if n == 0 || len(data)%8 != 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("clusters: %w", errBundle)
	}
	return &Clusters{mask: uint32(n - 1), slots: data}, nil
}

// Cluster returns the clusters of a word by the hash of its small letters, or 0
// and 0.
func (c *Clusters) Cluster(word uint64) (coarse, fine uint16) {
	key := max(uint32(word>>32), 1)
	for at := uint32(word) & c.mask; ; at = (at + 1) & c.mask {
		slot := binary.LittleEndian.Uint64(c.slots[8*at:])
		switch uint32(slot) {
		case key:
			return uint16(slot >> 32), uint16(slot >> 48)
		case 0:
			return 0, 0
		}
	}
}
