package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"ascribe"
	"ascribe/internal/storetest"
)

func TestOpenSaysWhatIsWrongAndWhatToDo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	for name, content := range map[string]string{
		"notes.txt": "These are notes, not a database. " + strings.Repeat("x", 5000), "short.db": "SQLite",
	} {
		if err := os.WriteFile(path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	raw(t, path("other.db"), "CREATE TABLE recipe (name TEXT)")
	if err := openAt(t, path("newer.db")).Close(); err != nil {
		t.Fatal(err)
	}
	raw(t, path("newer.db"), "INSERT INTO migration (version_id, is_applied) VALUES (999, 1)")
	if err := os.WriteFile(path("blocked.db.archive"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		path string
		kind ascribe.Kind
		says string
	}{
		{"", ascribe.Invalid, "not the path of a file"},
		{":memory:", ascribe.Invalid, "not the path of a file"},
		{dir, ascribe.Invalid, "is a directory"},
		{path("missing/case.db"), ascribe.NotFound, "does not exist"},
		{path("notes.txt"), ascribe.Invalid, "not a SQLite database"},
		{path("short.db"), ascribe.Invalid, "not a SQLite database"},
		{path("other.db"), ascribe.Invalid, "another program"},
		{path("newer.db"), ascribe.Conflict, "schema 999"},
		{path("blocked.db"), ascribe.Internal, "blocked.db.archive"},
	}
	if runtime.GOOS == "linux" {
		cases = append(cases, struct {
			path string
			kind ascribe.Kind
			says string
		}{"/proc/case.db", ascribe.Forbidden, "cannot be written"})
	}
	for _, c := range cases {
		s, err := Open(t.Context(), c.path)
		if err == nil {
			t.Errorf("%s: opened", c.path)
			s.Close()
			continue
		}
		if ascribe.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.says) || ascribe.HintOf(err) == "" {
			t.Errorf("%s: kind %d, %q, hint %q; want kind %d, %q and a hint", c.path, ascribe.KindOf(err), err, ascribe.HintOf(err), c.kind, c.says)
		}
	}
	if got := raw(t, path("other.db"), "PRAGMA journal_mode"); got != "delete" {
		t.Errorf("another program's database was turned to journal mode %s", got)
	}
}

// raw runs SQL on a file past the store and returns the first value.
func raw(t testing.TB, path, query string) (got string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&got); err != nil && err != sql.ErrNoRows {
		t.Fatal(err)
	}
	return got
}

func TestOpenTakesOddPaths(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a b.db", "100%25.db", "what?mode=ro", "hash#tag", "Ćosić.db", "file:x", "quote'\"&.db"} {
		path := filepath.Join(t.TempDir(), name)
		s := openAt(t, path)
		capture, _ := storetest.Article(0, 0)
		if _, err := s.Append(t.Context(), capture); err != nil {
			t.Error(err)
		}
		for _, made := range []string{path, path + ".archive"} {
			if _, err := os.Stat(made); err != nil {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	for pragma, want := range map[string]int{"synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "application_id": int(ledgers.mark)} {
		for name, db := range map[string]*sql.DB{"writer": s.write, "reader": s.read} {
			var got int
			if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s is %d (%v), want %d", name, pragma, got, err, want)
			}
		}
	}
	var mode string
	if err := s.read.QueryRow("PRAGMA journal_mode").Scan(&mode); err != nil || mode != "wal" {
		t.Errorf("journal mode %s (%v), want wal", mode, err)
	}
	if _, err := s.read.Exec("CREATE TABLE x (y)"); err == nil {
		t.Error("a reader can write")
	}
}

func TestTheLedgerRefusesEveryEditEvenByHand(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 3)
	last := "(SELECT max(seq) + %d, at, kind, %s, document, body FROM line)"
	for _, statement := range []string{
		"UPDATE line SET at = 0", "UPDATE line SET body = x'' WHERE seq = 2", "DELETE FROM line", "DELETE FROM line WHERE seq = 5",
		"UPDATE node SET hash = zeroblob(32) WHERE id = 0", "DELETE FROM node",
		"INSERT INTO node VALUES (1, zeroblob(32))", "INSERT OR REPLACE INTO node VALUES (1, zeroblob(32))", "INSERT INTO node VALUES (999, zeroblob(32))",
		"INSERT OR REPLACE INTO line SELECT seq, at, kind, 'x', document, body FROM line WHERE seq = 1",
		"INSERT OR REPLACE INTO line SELECT (SELECT max(seq) + 1 FROM line), (SELECT max(at) FROM line), kind, key, document, body FROM line WHERE seq = 1",
		"INSERT INTO line SELECT * FROM " + fmt.Sprintf(last, 2, "'gap'"),
		"INSERT INTO line SELECT seq + 1, at - 1, kind, 'early', document, body FROM line ORDER BY seq DESC LIMIT 1",
		"REPLACE INTO line SELECT * FROM " + fmt.Sprintf(last, 1, "key"),
	} {
		if _, err := s.write.Exec(statement); err == nil || !strings.Contains(err.Error(), "ledger") && !strings.Contains(err.Error(), "log") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	clean(t, s, 3)
}

func TestOpenTogether(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.db")
	var all sync.WaitGroup
	for n := range 6 {
		all.Go(func() {
			s, err := Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for i := range 5 {
				capture, reading := storetest.Article(n*5+i, 500)
				if _, err := s.Append(context.Background(), capture, reading); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	clean(t, openAt(t, path), 30)
}
