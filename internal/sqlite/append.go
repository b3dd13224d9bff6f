package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
	"ascribe/internal/blob"
	"ascribe/internal/ledger"
)

// A sealed entry is ready to be entered.
type sealed struct {
	ledger.Row
	entry  ascribe.Entry
	packed []byte
}

// Append adds entries in one transaction; see ascribe.Ledger. The texts of
// captures are durable in the archive before the transaction begins. A reading
// needs a capture of its document, before it or in the same call; a capture that
// names bytes as fetched needs them kept.
func (s *Store) Append(ctx context.Context, entries ...ascribe.Entry) ([]ascribe.Line, error) {
	if err := s.broken.Load(); err != nil {
		return nil, *err
	}
	fresh, err := s.seal(ctx, entries)
	if err != nil || len(fresh) == 0 {
		return nil, err
	}
	if err := s.keepTexts(ctx, fresh); err != nil {
		return nil, err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, s.explain(err, "write to")
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	lines, err := s.enter(ctx, tx, fresh)
	if err != nil {
		return nil, s.stop(err)
	}
	if err := tx.Commit(); err != nil {
		return nil, s.stop(err)
	}
	return lines, nil
}

// seal validates all entries and packs those that do not stand yet.
func (s *Store) seal(ctx context.Context, entries []ascribe.Entry) ([]sealed, error) {
	all := make([]sealed, len(entries))
	keys := make([]string, len(entries))
	for i, e := range entries {
		row, err := ledger.Seal(e)
		if err != nil {
			return nil, ascribe.Errorf(ascribe.KindOf(err), "entry %d of %d: %w", i+1, len(entries), err)
		}
		all[i], keys[i] = sealed{Row: row, entry: e}, row.Key
	}
	standing, err := s.standing(ctx, keys)
	if err != nil {
		return nil, err
	}
	var fresh []sealed
	for _, e := range all {
		if standing[e.Key] {
			continue
		}
		if e.Kind == ledger.Capture {
			if err := s.kept(e.entry.Capture); err != nil {
				return nil, err
			}
		}
		e.packed = blob.Pack(e.Body)
		fresh = append(fresh, e)
	}
	return fresh, nil
}

// standing returns which of the keys stand in the ledger.
func (s *Store) standing(ctx context.Context, keys []string) (map[string]bool, error) {
	found := map[string]bool{}
	for part := range slices.Chunk(keys, 500) {
		got, err := column[string](ctx, s.read, "SELECT key FROM line WHERE key IN (SELECT value FROM json_each(?))", asJSON(part))
		if err != nil {
			return nil, s.explain(err, "read")
		}
		for _, key := range got {
			found[key] = true
		}
	}
	return found, nil
}

// kept makes sure that the bytes which a capture names are in the archive.
func (s *Store) kept(c *ascribe.Capture) error {
	if c.Appearance.Raw == "" {
		return nil
	}
	sum, err := sumOf(c.Appearance.Raw)
	if err != nil {
		return err
	}
	has, err := s.archive.Has(blob.Raw, sum)
	if err == nil && !has {
		err = ascribe.Errorf(ascribe.Invalid, "the capture of %q names bytes that were not kept: %s", c.Appearance.InputID, c.Appearance.Raw)
	}
	return err
}

func (s *Store) keepTexts(ctx context.Context, entries []sealed) error {
	var texts [][]byte
	for _, e := range entries {
		if c := e.entry.Capture; c != nil && c.Document != nil {
			texts = append(texts, []byte(c.Document.Text))
		}
	}
	if len(texts) == 0 {
		return nil
	}
	_, err := s.archive.Put(ctx, blob.Text, texts...)
	return err
}

// enter adds the lines, their hashes and what the projections make of them.
func (s *Store) enter(ctx context.Context, tx *sql.Tx, entries []sealed) ([]ascribe.Line, error) {
	seq, at, err := s.end(ctx, tx)
	if err != nil {
		return nil, err
	}
	at = max(at, s.clock().UnixNano())
	tree, err := ledger.LoadTree(seq, nodes{ctx, tx})
	if err != nil {
		return nil, err
	}
	fold := &folder{ctx: ctx, tx: tx}
	var lines []ascribe.Line
	for _, e := range entries {
		if stands, err := s.stands(ctx, tx, e); err != nil {
			return nil, err
		} else if stands {
			continue
		}
		var document any // not []byte: a nil slice is an empty blob, not NULL
		if e.Document != nil {
			document = e.Document[:]
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO line (seq, at, kind, key, document, body) VALUES (?, ?, ?, ?, ?, ?)",
			seq, at, e.Kind, e.Key, document, e.packed); err != nil {
			return nil, err
		}
		for i, h := range tree.Add(ledger.LeafBytes(seq, at, e.Row)) {
			if _, err := tx.ExecContext(ctx, "INSERT INTO node (id, hash) VALUES (?, ?)", tlog.StoredHashIndex(0, seq)+int64(i), h[:]); err != nil {
				return nil, err
			}
		}
		if err := fold.entry(seq, e.entry); err != nil {
			return nil, err
		}
		lines = append(lines, ascribe.Line{Seq: seq, At: time.Unix(0, at).UTC(), Entry: e.entry})
		seq++
	}
	return lines, fold.position(seq)
}

// end returns the number of the next line and the time of the last one. The
// projections must have folded all of them.
func (s *Store) end(ctx context.Context, tx querier) (seq, at int64, err error) {
	var folded int64
	err = tx.QueryRowContext(ctx, `SELECT coalesce(max(seq) + 1, 0), coalesce((SELECT at FROM line ORDER BY seq DESC LIMIT 1), 0),
		(SELECT position FROM projection) FROM line`).Scan(&seq, &at, &folded)
	if err == nil && folded != seq {
		err = ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the projections of %s hold %d of %d lines", s.path, folded, seq), "run: ascribe rebuild")
	}
	return seq, at, err
}

// stands reports whether an entry with this key stands.
func (s *Store) stands(ctx context.Context, tx *sql.Tx, e sealed) (bool, error) {
	var n int
	err := tx.QueryRowContext(ctx, "SELECT count(*) FROM line WHERE key = ?", e.Key).Scan(&n)
	return n > 0, err
}
