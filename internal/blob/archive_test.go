package blob

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

func open(t *testing.T, dir string) *Archive {
	t.Helper()
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func put(t *testing.T, a *Archive, contents ...[]byte) []Sum {
	t.Helper()
	sums, err := a.Put(t.Context(), Raw, contents...)
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

func TestPackReturnsWhatItWasGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOf(rapid.Byte()).Draw(t, "content")
		got, err := Unpack(Pack(content))
		if err != nil || !bytes.Equal(got, content) {
			t.Fatalf("got %q, %v", got, err)
		}
	})
}

func TestUnpackNoticesEveryBit(t *testing.T) {
	packed := Pack(bytes.Repeat([]byte("The ferry left Port Maren at dawn. "), 30))
	for bit := range len(packed) * 8 {
		flipped := bytes.Clone(packed)
		flipped[bit/8] ^= 1 << (bit % 8)
		if _, err := Unpack(flipped); ascribe.KindOf(err) != ascribe.Conflict {
			t.Fatalf("bit %d of %d: %v", bit, len(packed)*8, err)
		}
	}
	for end := range packed {
		if _, err := Unpack(packed[:end]); err == nil {
			t.Fatalf("cut off at %d of %d: no error", end, len(packed))
		}
	}
}

func TestPutIsFoundAgainByAnotherOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	contents := [][]byte{nil, []byte("one"), []byte("two"), []byte("one"), bytes.Repeat([]byte{0}, 1<<20)}
	sums := put(t, open(t, dir), contents...)
	a := open(t, dir)
	for i, sum := range sums {
		if want := Sum(sha256.Sum256(contents[i])); sum != want {
			t.Errorf("content %d has the sum %s, want %s", i, sum, want)
		}
		got, err := a.Get(Raw, sum)
		if err != nil || !bytes.Equal(got, contents[i]) {
			t.Errorf("content %d: got %d bytes, %v", i, len(got), err)
		}
	}
	if _, err := a.Get(Text, sums[1]); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("a raw content in the folder of texts: %v", err)
	}
	var listed []Sum
	for sum, err := range a.Sums(Raw) {
		if err != nil {
			t.Fatal(err)
		}
		listed = append(listed, sum)
	}
	slices.SortFunc(sums, func(x, y Sum) int { return bytes.Compare(x[:], y[:]) })
	if want := slices.Compact(sums); !slices.Equal(listed, want) {
		t.Errorf("lists %v, want %v", listed, want)
	}
}

func TestPutLeavesWhatIsThereAndMendsWhatIsDamaged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	a := open(t, dir)
	sum := put(t, a, []byte("the words"))[0]
	file := filepath.Join(dir, filepath.FromSlash(fileName(Raw, sum)))
	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(file, old, old); err != nil {
		t.Fatal(err)
	}
	put(t, a, []byte("the words"))
	if info, err := os.Stat(file); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("the same content was written again: %v %v", info.ModTime(), err)
	}
	if err := os.WriteFile(file, Pack([]byte("other words")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Get(Raw, sum); ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("a content under another's name: %v", err)
	}
	put(t, a, []byte("the words"))
	if got, err := a.Get(Raw, sum); err != nil || string(got) != "the words" {
		t.Errorf("after putting again: %q, %v", got, err)
	}
}

func TestGetNoticesEveryFlippedBit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	a := open(t, dir)
	sum := put(t, a, bytes.Repeat([]byte("Sarvia's interior ministry said nothing. "), 50))[0]
	file := filepath.Join(dir, filepath.FromSlash(fileName(Raw, sum)))
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		bit := rand.IntN(len(whole) * 8)
		flipped := bytes.Clone(whole)
		flipped[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(file, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Get(Raw, sum); ascribe.KindOf(err) != ascribe.Conflict {
			t.Fatalf("bit %d: %v", bit, err)
		}
	}
}

func TestPutTogether(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	var all sync.WaitGroup
	for range 6 {
		a := open(t, dir)
		all.Go(func() {
			for i := range 20 {
				if _, err := a.Put(context.Background(), Raw, []byte{byte(i)}, []byte{byte(i), 1}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	n := 0
	for _, err := range open(t, dir).Sums(Raw) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if left, err := os.ReadDir(filepath.Join(dir, tmp)); n != 40 || err != nil || len(left) != 0 {
		t.Errorf("%d contents and %d leftovers (%v), want 40 and none", n, len(left), err)
	}
}

func TestAFailedSyncStopsTheArchive(t *testing.T) {
	for _, failing := range []int{0, 1, 2, 3} {
		dir := filepath.Join(t.TempDir(), "a")
		a := open(t, dir)
		n, boom := 0, errors.New("input/output error")
		var mu sync.Mutex
		a.sync = func(f *os.File) error {
			mu.Lock()
			defer mu.Unlock()
			if n++; n-1 == failing {
				return boom
			}
			return f.Sync()
		}
		if _, err := a.Put(t.Context(), Raw, []byte("x"), []byte("y")); !errors.Is(err, boom) {
			t.Fatalf("sync %d: %v", failing, err)
		}
		if _, err := a.Put(t.Context(), Raw, []byte("z")); !errors.Is(err, boom) || ascribe.HintOf(err) == "" {
			t.Errorf("sync %d: put after it: %v, hint %q", failing, err, ascribe.HintOf(err))
		}
		if sums := put(t, open(t, dir), []byte("x"), []byte("y")); len(sums) != 2 {
			t.Errorf("sync %d: put after opening again: %v", failing, sums)
		}
	}
}

func TestOpenSweepsOldLeftoversAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	open(t, dir)
	old, young := filepath.Join(dir, tmp, "old"), filepath.Join(dir, tmp, "young")
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-2 * stale)
	if err := os.Chtimes(old, past, past); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
	if _, err := os.Stat(old); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an old leftover stays: %v", err)
	}
	if _, err := os.Stat(young); err != nil {
		t.Errorf("a young file, perhaps another process's, is gone: %v", err)
	}
}

func TestSumsNamesStrangeFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	a := open(t, dir)
	sum := put(t, a, []byte("x"))[0]
	strange := filepath.Join(dir, filepath.FromSlash(dirName(Raw, sum)), "notes.txt")
	if err := os.WriteFile(strange, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var errs, sums int
	for _, err := range a.Sums(Raw) {
		if err != nil {
			errs++
			continue
		}
		sums++
	}
	if errs != 1 || sums != 1 {
		t.Errorf("%d errors and %d contents, want 1 and 1", errs, sums)
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	_, err := Open(filepath.Join(t.TempDir(), "missing", "a"))
	if ascribe.KindOf(err) != ascribe.Forbidden || ascribe.HintOf(err) == "" {
		t.Errorf("got %v, hint %q", err, ascribe.HintOf(err))
	}
}

func TestNoNameLeavesTheArchive(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "a")
	a := open(t, dir)
	outside := filepath.Join(base, "outside")
	if err := os.Mkdir(outside, 0o750); err != nil {
		t.Fatal(err)
	}
	sum := Sum(sha256.Sum256([]byte("x")))
	if err := os.Symlink(outside, filepath.Join(dir, filepath.FromSlash(dirName(Raw, sum)))); err != nil {
		t.Skip("SKIPPED: no symbolic links here:", err)
	}
	if _, err := a.Put(t.Context(), Raw, []byte("x")); err == nil {
		t.Error("a link that leads out of the archive was followed")
	}
	if left, err := os.ReadDir(outside); err != nil || len(left) != 0 {
		t.Errorf("written outside: %v %v", left, err)
	}
}
