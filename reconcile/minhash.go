package reconcile

import (
	"encoding/hex"
	"math"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Shape of the sketch: two texts of which 30 % of the shingles are the same
// share a band in six cases of ten, at 50 % almost surely.
const (
	shingleWords = 5
	bands        = 32
	bandRows     = 3
)

// A signature is the MinHash sketch of a set of shingles (Broder 1997).
type signature [bands * bandRows]uint64

// shingles returns the hashes of all runs of five words of the parts of a text, in
// order and each once. No run goes from one part to the next.
func shingles(parts ...string) []uint64 {
	var out []uint64
	for _, text := range parts {
		out = appendShingles(out, wordsOf(text))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func appendShingles(out []uint64, words []string) []uint64 {
	if len(words) < shingleWords {
		return out
	}
	joined := strings.Join(words, " ")
	ends, at := make([]int, len(words)), 0
	for i, w := range words {
		at += len(w)
		ends[i] = at
		at++
	}
	out = slices.Grow(out, len(words)-shingleWords+1)
	for i := range len(words) - shingleWords + 1 {
		out = append(out, xxhash.Sum64String(joined[ends[i]-len(words[i]):ends[i+shingleWords-1]]))
	}
	return out
}

// sketch returns the signature of a set of shingles. The hash functions are
// fixed: stored keys must mean the same tomorrow.
func sketch(set []uint64) signature {
	var sig signature
	for i := range sig {
		least, seed := uint64(math.MaxUint64), mix(uint64(i)+1)
		for _, h := range set {
			least = min(least, (h^seed)*0x9e3779b97f4a7c15)
		}
		sig[i] = least
	}
	return sig
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x *= 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// resemblance estimates the Jaccard similarity of the sets behind two signatures.
func (s *signature) resemblance(o *signature) float64 {
	n := 0
	for i := range s {
		if s[i] == o[i] {
			n++
		}
	}
	return float64(n) / float64(len(s))
}

// bandKeys returns one blocking key for each band.
func (s *signature) bandKeys() []string {
	out := make([]string, bands)
	for b := range out {
		h := uint64(b)
		for _, row := range s[b*bandRows : (b+1)*bandRows] {
			h = mix(h ^ row)
		}
		out[b] = "m:" + hex.EncodeToString([]byte{byte(b), byte(h >> 40), byte(h >> 32), byte(h >> 24), byte(h >> 16), byte(h >> 8), byte(h)})
	}
	return out
}

// meet counts the members that two sorted sets share.
func meet(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
