package ledger

import (
	"fmt"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
)

// LeafBytes returns what the log hashes for a line: where it stands, when it was
// entered, and the row. at is in nanoseconds since 1970, UTC.
func LeafBytes(seq, at int64, row Row) []byte {
	b := fmt.Appendf(nil, "ascribe.line/1\n%d\n%d\n%s\n%q\n", seq, at, row.Kind, row.Key)
	return append(b, row.Body...)
}

// LineBytes returns LeafBytes of a line as Lines gives it, so that anybody who
// reads a ledger can compute its root.
func LineBytes(line ascribe.Line) ([]byte, error) {
	row, err := Encode(line.Entry)
	if err != nil {
		return nil, err
	}
	return LeafBytes(line.Seq, line.At.UnixNano(), row), nil
}

// A Tree grows the Merkle tree of a log (RFC 6962). It holds the right edge
// alone: one hash for each complete subtree that is not inside a larger one.
type Tree struct {
	size int64
	edge []tlog.Hash // the larger subtree first
}

// LoadTree returns the tree over the first size leaves of a log whose hashes are
// stored in the order of tlog.StoredHashIndex.
func LoadTree(size int64, stored tlog.HashReader) (*Tree, error) {
	var at []int64
	for level := bits.Len64(uint64(size)) - 1; level >= 0; level-- {
		if size>>level&1 == 1 {
			at = append(at, tlog.StoredHashIndex(level, size>>level-1))
		}
	}
	edge, err := stored.ReadHashes(at)
	if err != nil {
		return nil, err
	}
	return &Tree{size: size, edge: edge}, nil
}

// Add appends a leaf and returns the hashes to be stored for it, in order: the
// leaf's own and those of the subtrees that it completes.
func (t *Tree) Add(leaf []byte) []tlog.Hash {
	h := tlog.RecordHash(leaf)
	fresh := []tlog.Hash{h}
	for n := t.size; n&1 == 1; n >>= 1 {
		last := len(t.edge) - 1
		h = tlog.NodeHash(t.edge[last], h)
		t.edge = t.edge[:last]
		fresh = append(fresh, h)
	}
	t.edge = append(t.edge, h)
	t.size++
	return fresh
}

// Head returns the size and root of the tree.
func (t *Tree) Head() ascribe.Head {
	if t.size == 0 {
		root, _ := tlog.TreeHash(0, nil) // the empty tree reads nothing, so nothing fails
		return ascribe.Head{Root: root}
	}
	root := t.edge[len(t.edge)-1]
	for i := len(t.edge) - 2; i >= 0; i-- {
		root = tlog.NodeHash(t.edge[i], root)
	}
	return ascribe.Head{Size: t.size, Root: root}
}
