package sqlite

import (
	"context"
	"database/sql"
	"os"

	"ascribe/internal/ledger"
)

// Stats counts what a store holds.
type Stats struct {
	Path        string `json:"path"`
	SQLite      string `json:"sqlite"` // the library's version
	Schema      int64  `json:"schema"`
	Bytes       int64  `json:"bytes"` // of the database file and its log, without the archive
	Lines       int64  `json:"lines"`
	Captures    int64  `json:"captures"`
	Unreadable  int64  `json:"unreadable"` // captures that could not be read
	Readings    int64  `json:"readings"`
	Links       int64  `json:"links"`
	Decisions   int64  `json:"decisions"`
	Documents   int64  `json:"documents"`
	Appearances int64  `json:"appearances"`
	Folded      int64  `json:"folded"` // lines that the projections hold
}

// Stats counts what the store holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	st := Stats{Path: s.path}
	err := s.read.QueryRowContext(ctx, `SELECT sqlite_version(), (SELECT max(version_id) FROM migration),
		(SELECT count(*) FROM document), (SELECT count(*) FROM appearance), (SELECT position FROM projection)`).
		Scan(&st.SQLite, &st.Schema, &st.Documents, &st.Appearances, &st.Folded)
	if err != nil {
		return st, s.explain(err, "read")
	}
	err = each(ctx, s.read, func(rows *sql.Rows) error {
		var kind ledger.Kind
		var n, without int64
		if err := rows.Scan(&kind, &n, &without); err != nil {
			return err
		}
		st.Lines += n
		switch kind {
		case ledger.Capture:
			st.Captures, st.Unreadable = n, without
		case ledger.Reading:
			st.Readings = n
		case ledger.Link:
			st.Links = n
		case ledger.Decision:
			st.Decisions = n
		}
		return nil
	}, "SELECT kind, count(*), count(*) - count(document) FROM line GROUP BY kind")
	if err != nil {
		return st, s.explain(err, "read")
	}
	for _, name := range []string{s.path, s.path + "-wal"} {
		if info, err := os.Stat(name); err == nil { // the log may be absent
			st.Bytes += info.Size()
		}
	}
	return st, nil
}
