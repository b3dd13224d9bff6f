package ledger

import (
	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
)

// A Proof is a list of hashes that ties a line to a head, or a head to a later
// one. Whoever kept a head can check it without the store's help.
type Proof [][tlog.HashSize]byte

// ProveLine proves that line seq is in the log of the head.
func ProveLine(head ascribe.Head, seq int64, stored tlog.HashReader) (Proof, error) {
	if seq < 0 || seq >= head.Size {
		return nil, ascribe.Errorf(ascribe.NotFound, "the ledger has %d lines, so none with the number %d", head.Size, seq)
	}
	p, err := tlog.ProveRecord(head.Size, seq, stored)
	return proofOf(p), err
}

// CheckLine checks that the line with these bytes is number seq in the log of
// the head.
func CheckLine(p Proof, head ascribe.Head, seq int64, leaf []byte) error {
	if seq < 0 || seq >= head.Size {
		return ascribe.Errorf(ascribe.Conflict, "a log of %d lines has none with the number %d", head.Size, seq)
	}
	if err := tlog.CheckRecord(p.hashes(), head.Size, head.Root, seq, tlog.RecordHash(leaf)); err != nil {
		return ascribe.Errorf(ascribe.Conflict, "line %d is not the one that the log's head of %d lines covers: %w", seq, head.Size, err)
	}
	return nil
}

// ProveGrowth proves that the log of the head begins with its first size lines
// as they were.
func ProveGrowth(size int64, head ascribe.Head, stored tlog.HashReader) (Proof, error) {
	if size < 0 || size > head.Size {
		return nil, ascribe.Errorf(ascribe.Conflict, "the ledger has %d lines, fewer than the %d it is to have grown from", head.Size, size)
	}
	if size == 0 {
		return nil, nil // every log grew from nothing
	}
	p, err := tlog.ProveTree(head.Size, size, stored)
	return proofOf(p), err
}

// CheckGrowth checks that the log of the head began as the old head says: that
// nothing was changed or taken away since.
func CheckGrowth(p Proof, old, head ascribe.Head) error {
	if old.Size == 0 && old == (&Tree{}).Head() {
		return nil
	}
	if old.Size < 1 || old.Size > head.Size {
		return ascribe.Errorf(ascribe.Conflict, "a log of %d lines did not grow from one of %d", head.Size, old.Size)
	}
	if err := tlog.CheckTree(p.hashes(), head.Size, head.Root, old.Size, old.Root); err != nil {
		return ascribe.Errorf(ascribe.Conflict, "the log of %d lines does not begin with the %d lines of the older head: %w", head.Size, old.Size, err)
	}
	return nil
}

func proofOf[P ~[]tlog.Hash](p P) Proof {
	out := make(Proof, len(p))
	for i := range p {
		out[i] = p[i]
	}
	return out
}

func (p Proof) hashes() []tlog.Hash {
	out := make([]tlog.Hash, len(p))
	for i := range p {
		out[i] = p[i]
	}
	return out
}
