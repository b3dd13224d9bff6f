package storetest

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
	"ascribe/internal/ledger"
)

// A reader of the ledger keeps the tree for itself, from what Lines gives.
type reader struct {
	tree   ledger.Tree
	hashes []tlog.Hash
	leaves [][]byte
}

func (r *reader) add(s *suite, line ascribe.Line) {
	s.Helper()
	leaf, err := ledger.LineBytes(line)
	s.must(err)
	r.leaves = append(r.leaves, leaf)
	r.hashes = append(r.hashes, r.tree.Add(leaf)...)
}

// ReadHashes makes a reader a tlog.HashReader.
func (r *reader) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, id := range at {
		out[i] = r.hashes[id]
	}
	return out, nil
}

func (s *suite) headIsComputable() {
	var r reader
	if got := s.head(); got != r.tree.Head() {
		s.Errorf("the head of an empty ledger is %v", got)
	}
	s.append(s.everything()...)
	for _, line := range s.lines(ascribe.Query{}) {
		r.add(s, line)
	}
	if got, want := s.head(), r.tree.Head(); got != want {
		s.Errorf("the head is %d %x, the lines give %d %x", got.Size, got.Root, want.Size, want.Root)
	}
}

func (s *suite) headGrows() {
	var r reader
	heads := []ascribe.Head{s.head()}
	for n := range 20 {
		for i := range n%3 + 1 {
			for _, line := range s.append(Rule(fmt.Sprint(n, i), ascribe.StatementID{byte(n)}, ascribe.Accept)) {
				r.add(s, line)
			}
		}
		heads = append(heads, s.head())
	}
	last := heads[len(heads)-1]
	for _, old := range heads {
		proof, err := ledger.ProveGrowth(old.Size, last, &r)
		s.must(err)
		s.must(ledger.CheckGrowth(proof, old, last))
		forged := old
		forged.Root[5] ^= 1
		s.isKind(ledger.CheckGrowth(proof, forged, last), ascribe.Conflict, "a forged older head")
	}
	for seq, leaf := range r.leaves {
		proof, err := ledger.ProveLine(last, int64(seq), &r)
		s.must(err)
		s.must(ledger.CheckLine(proof, last, int64(seq), leaf))
		forged := append([]byte{}, leaf...)
		forged[len(forged)-1] ^= 1
		s.isKind(ledger.CheckLine(proof, last, int64(seq), forged), ascribe.Conflict, "a forged line")
	}
}
