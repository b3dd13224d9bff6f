package ledger

import (
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"ascribe"
)

// stored is a slice of hashes as a store keeps them.
type stored []tlog.Hash

func (s stored) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, id := range at {
		out[i] = s[id]
	}
	return out, nil
}

func TestTreeAgreesWithTlog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := rapid.SliceOfN(rapid.SliceOf(rapid.Byte()), 0, 80).Draw(t, "leaves")
		reload := rapid.IntRange(0, len(leaves)).Draw(t, "reload")
		tree := &Tree{}
		var hashes stored
		for n, leaf := range leaves {
			if n == reload {
				var err error
				if tree, err = LoadTree(int64(n), hashes); err != nil {
					t.Fatal(err)
				}
			}
			want, err := tlog.StoredHashes(int64(n), leaf, hashes)
			if err != nil {
				t.Fatal(err)
			}
			got := tree.Add(leaf)
			if len(got) != len(want) {
				t.Fatalf("leaf %d stores %d hashes, tlog %d", n, len(got), len(want))
			}
			for i := range got {
				if got[i] != want[i] {
					t.Fatalf("leaf %d: hash %d differs from tlog's", n, i)
				}
			}
			hashes = append(hashes, got...)
		}
		root, err := tlog.TreeHash(int64(len(leaves)), hashes)
		if err != nil {
			t.Fatal(err)
		}
		if h := tree.Head(); h.Size != int64(len(leaves)) || h.Root != root {
			t.Fatalf("head %d %x, tlog has %d %x", h.Size, h.Root, len(leaves), root)
		}
	})
}

func TestProofsHoldForWhatStandsAndForNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Int64Range(1, 60).Draw(t, "size")
		seq := rapid.Int64Range(0, size-1).Draw(t, "seq")
		older := rapid.Int64Range(0, size).Draw(t, "older")
		tree := &Tree{}
		var hashes stored
		heads := []ascribe.Head{tree.Head()}
		for n := range size {
			hashes = append(hashes, tree.Add([]byte{byte(n)})...)
			heads = append(heads, tree.Head())
		}
		head, old := heads[size], heads[older]
		proof, err := ProveLine(head, seq, hashes)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckLine(proof, head, seq, []byte{byte(seq)}); err != nil {
			t.Fatal(err)
		}
		for what, err := range map[string]error{
			"a forged leaf":    CheckLine(proof, head, seq, []byte{byte(seq), 0}),
			"another place":    CheckLine(proof, head, (seq+1)%(size+1), []byte{byte(seq)}),
			"a forged head":    CheckLine(proof, ascribe.Head{Size: size, Root: [32]byte{1}}, seq, []byte{byte(seq)}),
			"beyond the end":   CheckLine(proof, head, size, []byte{byte(seq)}),
			"before the start": CheckLine(proof, head, -1, []byte{byte(seq)}),
		} {
			if ascribe.KindOf(err) != ascribe.Conflict {
				t.Fatalf("%s: %v", what, err)
			}
		}
		grown, err := ProveGrowth(older, head, hashes)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckGrowth(grown, old, head); err != nil {
			t.Fatal(err)
		}
		old.Root[0] ^= 1
		if err := CheckGrowth(grown, old, head); ascribe.KindOf(err) != ascribe.Conflict {
			t.Fatalf("a forged older head: %v", err)
		}
	})
	if _, err := ProveLine(ascribe.Head{}, 0, stored{}); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("a proof for a line that is not there: %v", err)
	}
	if _, err := ProveGrowth(2, ascribe.Head{Size: 1}, stored{}); ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("growth from a longer log: %v", err)
	}
}

// A change of these bytes would make every ledger ever written fail its check.
func TestLeafBytesStayAsTheyAre(t *testing.T) {
	got := string(LeafBytes(7, 1234567890, Row{Kind: Link, Key: "link:ab\n\"", Body: []byte(`{"link":{}}`)}))
	want := "ascribe.line/1\n7\n1234567890\nlink\n\"link:ab\\n\\\"\"\n{\"link\":{}}"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
