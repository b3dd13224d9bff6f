package model

import (
	"encoding/binary"
	"fmt"

	"ascribe/extract/feature"
)

// Clusters tells which words are used alike: an open table of twelve bytes a
// slot, the 32-bit print of a word, its two clusters and its path, little endian.
type Clusters struct {
	mask  uint32
	slots []byte
}

// A WordCluster is a word, by the hash of its small letters, with its clusters.
type WordCluster struct {
	Word uint64
	feature.Cluster
}

const slotSize = 12

// BuildClusters makes the table. Of words that share a slot and a print the
// first stays.
func BuildClusters(words []WordCluster) []byte {
	slots := 64
	for slots*7 < len(words)*8 {
		slots *= 2
	}
	out := make([]byte, slotSize*slots)
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
		slot := out[slotSize*at:]
		binary.LittleEndian.PutUint32(slot, key)
		binary.LittleEndian.PutUint16(slot[4:], w.Coarse)
		binary.LittleEndian.PutUint16(slot[6:], w.Fine)
		binary.LittleEndian.PutUint32(slot[8:], w.Path)
	}
	return out
}

func keyAt(slots []byte, at uint32) uint32 { return binary.LittleEndian.Uint32(slots[slotSize*at:]) }

// ReadClusters takes a table as it lies.
func ReadClusters(data []byte) (*Clusters, error) {
	n := len(data) / slotSize
	if n == 0 || len(data)%slotSize != 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("clusters: %w", errBundle)
	}
	return &Clusters{mask: uint32(n - 1), slots: data}, nil
}

// Cluster looks up a word by the hash of its small letters.
func (c *Clusters) Cluster(word uint64) feature.Cluster {
	key := max(uint32(word>>32), 1)
	for at := uint32(word) & c.mask; ; at = (at + 1) & c.mask {
		slot := c.slots[slotSize*at : slotSize*at+slotSize]
		switch binary.LittleEndian.Uint32(slot) {
		case key:
			return feature.Cluster{
				Coarse: binary.LittleEndian.Uint16(slot[4:]),
				Fine:   binary.LittleEndian.Uint16(slot[6:]),
				Path:   binary.LittleEndian.Uint32(slot[8:]),
			}
		case 0:
			return feature.Cluster{}
		}
	}
}
