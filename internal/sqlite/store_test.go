package sqlite

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"ascribe"
	"ascribe/internal/storetest"
)

// openAt opens a store and closes it when the test ends.
func openAt(t testing.TB, path string, options ...Option) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func openNew(t testing.TB) *Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "case.db"))
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) ascribe.Store { return openNew(t) })
}

// Of a key that more documents are filed under than it leads to, it leads to the
// latest, and the rest is found by other keys.
func TestOfAKeyThatManyAreFiledUnder(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	var entries []ascribe.Entry
	var ids []ascribe.DocumentID
	for n := range mostFiled + 9 {
		capture, reading := storetest.Article(n, 0)
		reading.Keys = []string{"hot", fmt.Sprint("own ", n)}
		entries = append(entries, capture, reading)
		ids = append(ids, capture.Capture.Document.ID)
	}
	if _, err := s.Append(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	got, err := s.Sharing(t.Context(), []string{"hot", "own 3"}, mostFiled+99)
	if err != nil {
		t.Fatal(err)
	}
	if want := append([]ascribe.DocumentID{ids[3]}, ids[9:]...); len(got) != len(want) || !sameDocuments(got, want) {
		t.Errorf("%d documents, want the %d latest and the third", len(got), mostFiled)
	}
}

func sameDocuments(a, b []ascribe.DocumentID) bool {
	in := map[ascribe.DocumentID]bool{}
	for _, id := range a {
		in[id] = true
	}
	return !slices.ContainsFunc(b, func(id ascribe.DocumentID) bool { return !in[id] })
}
