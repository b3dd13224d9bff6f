package review

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
)

// A Draw picks a share of things by a key: who does not know the key can neither
// foresee nor choose what it picks, and it picks the same ones each time.
type Draw struct {
	Key   []byte
	What  string  // it is drawn for: two draws of one key have nothing to do with each other
	Share float64 // from 0, nothing, to 1, all
}

// Picks reports whether the draw picks what some names together stand for.
func (d *Draw) Picks(names ...string) bool {
	return float64(d.lot(names)>>11)/(1<<53) < d.Share
}

// lot is the number that the names drew.
func (d *Draw) lot(names []string) uint64 {
	h := hmac.New(sha256.New, d.Key)
	for _, name := range append([]string{d.What}, names...) {
		_ = binary.Write(h, binary.BigEndian, int64(len(name))) // a hash never fails to write
		h.Write([]byte(name))
	}
	return binary.BigEndian.Uint64(h.Sum(nil))
}
