package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/ledger"
	"ascribe/internal/storetest"
	"ascribe/pipeline"
)

// fill appends n articles, each with bytes as fetched.
func fill(t testing.TB, s *Store, n int) {
	t.Helper()
	for i := range n {
		if _, err := s.Append(t.Context(), article(t, s, i)...); err != nil {
			t.Fatal(err)
		}
	}
}

// enlist brings the catalogue up to the ledger.
func enlist(t testing.TB, s *Store) {
	t.Helper()
	if err := (&pipeline.Cataloguer{Store: s}).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// article returns article n, its bytes kept.
func article(t testing.TB, s *Store, n int) []ascribe.Entry {
	t.Helper()
	capture, reading := storetest.Article(n, 1200)
	key, err := s.Keep(t.Context(), []byte("<html>"+capture.Capture.Document.Text))
	if err != nil {
		t.Fatal(err)
	}
	capture.Capture.Appearance.Raw = key
	return []ascribe.Entry{capture, reading}
}

// clean checks a store, which must hold n articles and no problem.
func clean(t testing.TB, s *Store, n int) ledger.Report {
	t.Helper()
	r, err := s.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Sound() {
		t.Errorf("%d problems, the first is %s", len(r.Problems), r.Problems[0])
	}
	if r.Documents != int64(n) || r.Readings != int64(n) {
		t.Errorf("%d documents and %d readings, want %d of each", r.Documents, r.Readings, n)
	}
	head, err := s.Head(t.Context())
	if err != nil || head != r.Head {
		t.Errorf("head %v (%v), the check computed %v", head, err, r.Head)
	}
	return r
}

func TestAnEmptyStoreIsSound(t *testing.T) {
	t.Parallel()
	clean(t, openNew(t), 0)
}

func TestCheckCounts(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 5)
	entries := article(t, s, 2)
	entries[0].Capture.Appearance.URL = "https://sarvia-herald.example/reprint"
	key, err := s.Keep(t.Context(), []byte("%PDF-torn"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(t.Context(), entries[0], storetest.Problem(key, "torn")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Keep(t.Context(), []byte("kept, then the power went")); err != nil {
		t.Fatal(err)
	}
	var last, of int64
	r, err := s.Check(t.Context(), func(done, total int64) { last, of = done, total })
	if err != nil || !r.Sound() {
		t.Fatal(err, r.Problems)
	}
	if last != 12 || of != 12 || r.Lines != 12 || r.Captures != 7 || r.Readings != 5 || r.Documents != 5 || r.RawBlobs != 7 || r.Texts != 5 || r.Unclaimed != 1 {
		t.Errorf("progress %d of %d, %+v", last, of, r)
	}
	var want int64
	for n := range 5 {
		_, reading := storetest.Article(n, 1200)
		want += int64(len(reading.Reading.Statements) + len(reading.Reading.Tolls))
	}
	if r.Anchors.Checked != want || r.Anchors.Exact != want {
		t.Errorf("%d of %d anchors exact, want %d", r.Anchors.Exact, r.Anchors.Checked, want)
	}
	st, err := s.Stats(t.Context())
	if err != nil || st.Lines != 12 || st.Captures != 7 || st.Unreadable != 1 || st.Readings != 5 || st.Documents != 5 || st.Appearances != 6 || st.Folded != 12 || st.Schema != newest(t) || st.Bytes == 0 || st.SQLite == "" {
		t.Errorf("%+v %v", st, err)
	}
}

func TestCheckNamesWhatWasDone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		harm func(t *testing.T, s *Store)
		says string
	}{
		"a wrong quote entered": {func(t *testing.T, s *Store) {
			capture, _ := storetest.Article(1, 1200)
			r := storetest.Read(capture.Capture.Document, "careless/1")
			r.Statements[2].Anchor.Quote = "Nobody was hurt."
			if _, err := s.Append(t.Context(), ascribe.Entry{Reading: r}); err != nil {
				t.Fatal(err)
			}
		}, "line 6: reading of document"},
		"a line altered":           {harm("UPDATE line SET body = (SELECT body FROM line WHERE seq = 1) WHERE seq = 3"), "line 3: it is not what was entered"},
		"a time altered":           {harm("UPDATE line SET at = at + 1 WHERE seq = 5"), "line 5: it is not what was entered"},
		"a time set back":          {harm("UPDATE line SET at = 1 WHERE seq = 4"), "line 4: was entered before"},
		"a key altered":            {harm("UPDATE line SET key = 'capture:0' WHERE seq = 2"), "line 2: it is not what was entered"},
		"a document altered":       {harm("UPDATE line SET document = zeroblob(32) WHERE seq = 3"), "line 3: it is filed under another document"},
		"the last line taken":      {harm("DELETE FROM line WHERE seq = 5"), "log: it holds 10 hashes"},
		"a line taken":             {harm("DELETE FROM line WHERE seq = 2"), "ledger: it holds 5 lines"},
		"a leaf altered":           {harm("UPDATE node SET hash = zeroblob(32) WHERE id = 0"), "line 0: it is not what was entered"},
		"a node altered":           {harm("UPDATE node SET hash = zeroblob(32) WHERE id = 2"), "line 1: the log's tree does not fit"},
		"nodes taken":              {harm("DELETE FROM node WHERE id = 9"), "line 5: the log holds 1 hashes"},
		"a node more":              {harm("INSERT INTO node VALUES (77, zeroblob(32))"), "log: it holds 11 hashes numbered to 77"},
		"a document unlisted":      {harm("DELETE FROM document WHERE num = 2"), "projections"},
		"an appearance altered":    {harm("UPDATE appearance SET body = replace(body, 'Port', 'Fort') WHERE document = 2"), "projections, document 2: its appearances"},
		"an appearance unlisted":   {harm("DELETE FROM appearance WHERE document = 3"), "projections, document 3: its appearances"},
		"search text altered":      {harm("UPDATE search SET body = 'nothing' WHERE rowid = 1"), "projections, document 1: what search knows"},
		"a search row missing":     {harm("DELETE FROM search WHERE rowid = 3"), "projections, document 3: what search knows"},
		"the search index broken":  {harm("UPDATE search_data SET block = substr(block, 1, length(block) - 9) WHERE id = (SELECT max(id) FROM search_data)"), "database"},
		"a key unfiled":            {harm("DELETE FROM sharing WHERE key = 'article-1'"), "the blocking keys and profiles are not those"},
		"a key filed elsewhere":    {harm("UPDATE sharing SET document = 1 WHERE key = 'article-1'"), "the blocking keys and profiles are not those"},
		"a profile altered":        {harm("UPDATE profile SET body = (SELECT body FROM profile WHERE document = 2) WHERE document = 1"), "the blocking keys and profiles are not those"},
		"a question more":          {harm("INSERT INTO doubt VALUES ('ia', 'ib', 3000)"), "what leads to tellings, links and decisions"},
		"a ruling of another":      {harm("INSERT INTO ruling VALUES (3, 'd', 'merge', 'nobody')"), "what leads to tellings, links and decisions"},
		"a telling unlisted":       {harm("DELETE FROM telling WHERE document = 1"), "what leads to tellings, links and decisions"},
		"a telling elsewhere":      {harm("UPDATE telling SET document = 1 WHERE document = 2"), "what leads to tellings, links and decisions"},
		"a listing altered":        {harm("UPDATE listing SET brief = replace(brief, 'bombing', 'shooting') WHERE num = 2"), "is not what was entered; run: ascribe rebuild"},
		"a listing undated":        {harm("UPDATE listing SET day = NULL, country = 'NOR'"), "is not what was entered; run: ascribe rebuild"},
		"a record altered":         {harm("UPDATE record SET body = (SELECT body FROM record WHERE listing = 1) WHERE listing = 3"), "is not what was entered; run: ascribe rebuild"},
		"a position taken away":    {harm("DELETE FROM stands WHERE listing = 1"), "is not what was entered; run: ascribe rebuild"},
		"what it rests on altered": {harm("DELETE FROM rests WHERE fold = 2"), "is not what was entered; run: ascribe rebuild"},
		"an id never looked into":  {harm("DELETE FROM looked WHERE fold = 2"), "1 incidents were never looked into"},
		"the position altered":     {harm("UPDATE projection SET position = 4"), "they have folded 4 of 6 lines"},
		"a text gone":              {unlink("text"), "line 2: its text: text/"},
		"bytes gone":               {unlink("raw"), "line 2: its bytes as fetched: raw/"},
		"a strange file": {func(t *testing.T, s *Store) {
			if err := os.WriteFile(s.path+".archive/raw/notes", nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}, "archive: cannot list raw/notes"},
	} {
		s := openNew(t)
		fill(t, s, 3)
		enlist(t, s)
		clean(t, s, 3)
		c.harm(t, s)
		r, err := s.Check(t.Context(), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		said := fmt.Sprint(r.Problems)
		if r.Sound() || !strings.Contains(said, c.says) {
			t.Errorf("%s: the check says %s, want %q", name, said, c.says)
		}
	}
}

// harm runs a statement with the triggers and the defences of a store off.
func harm(statement string) func(t *testing.T, s *Store) {
	return func(t *testing.T, s *Store) {
		for _, trigger := range []string{"line_is_next", "line_stays", "line_remains", "node_is_next", "node_stays", "node_remains"} {
			raw(t, s.path, "DROP TRIGGER "+trigger)
		}
		raw(t, s.path, statement)
	}
}

// unlink removes article 1's blob from a folder of the archive.
func unlink(folder string) func(t *testing.T, s *Store) {
	return func(t *testing.T, s *Store) {
		capture := article(t, s, 1)[0].Capture
		name := capture.Document.ID.String()
		if folder == "raw" {
			name = strings.TrimPrefix(string(capture.Appearance.Raw), rawPrefix)
		}
		if err := os.Remove(filepath.Join(s.path+".archive", folder, name[:2], name+".zst")); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNoFlippedBitGoesUnseen flips single bits in the bodies of lines, in blobs,
// and anywhere in the database file. A flip where nothing is stored changes
// nothing that can be read; every other must be reported.
func TestNoFlippedBitGoesUnseen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.db")
	s := openAt(t, path)
	fill(t, s, 6)
	enlist(t, s)
	bodies, err := column[[]byte](t.Context(), s.read, "SELECT body FROM line")
	if err != nil {
		t.Fatal(err)
	}
	want := contents(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	inBody := func() int {
		for {
			body := bodies[rand.IntN(len(bodies))]
			// The table's first page keeps remains of rows that moved to later ones.
			if found := bytes.LastIndex(whole, body); found >= 0 { // else it runs over a page
				return (found+rand.IntN(len(body)))*8 + rand.IntN(8)
			}
		}
	}
	anywhere := func() int { return rand.IntN(len(whole) * 8) }
	for name, place := range map[string]func() int{"body": inBody, "anywhere": anywhere} {
		seen := 0
		for range 60 {
			bit := place()
			flipped := bytes.Clone(whole)
			flipped[bit/8] ^= 1 << (bit % 8)
			got, noticed := inspect(t, path, flipped)
			if noticed {
				seen++
			} else if name == "body" || got != want {
				t.Errorf("%s: the flip of bit %d of the file was not noticed", name, bit)
			}
		}
		t.Logf("%s: %d of 60 flips noticed, the others changed nothing that is read", name, seen)
	}
}

// contents returns everything that can be read of a store, in short.
func contents(t testing.TB, s *Store) string {
	t.Helper()
	digest, err := s.Digest(t.Context())
	if err != nil {
		return err.Error()
	}
	head, err := s.Head(t.Context())
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(digest, head)
}

// inspect puts a file in the place of a store's database, and reports what can
// be read of it and whether opening or checking it noticed anything.
func inspect(t *testing.T, path string, file []byte) (string, bool) {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + ending); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	s, err := Open(ctx, path)
	if err != nil {
		return "", true
	}
	defer s.Close()
	r, err := s.Check(ctx, nil)
	return contents(t, s), err != nil || !r.Sound()
}

func TestNoFlippedBitOfABlobGoesUnseen(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 3)
	var files []string
	err := filepath.WalkDir(s.path+".archive", func(p string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, p)
		}
		return err
	})
	if err != nil || len(files) != 6 {
		t.Fatal(files, err)
	}
	for range 60 {
		file := files[rand.IntN(len(files))]
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bit := rand.IntN(len(whole) * 8)
		flipped := bytes.Clone(whole)
		flipped[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(file, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		if r, err := s.Check(t.Context(), nil); err != nil || r.Sound() {
			t.Errorf("bit %d of %s: not noticed (%v)", bit, file, err)
		}
		if err := os.WriteFile(file, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	clean(t, s, 3)
}

// newest is the highest number of a migration.
func newest(t *testing.T) (n int64) {
	t.Helper()
	names, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	slices.Sort(names)
	if _, err := fmt.Sscanf(names[len(names)-1], "migration/%d_", &n); err != nil {
		t.Fatal(err)
	}
	return n
}
