package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"

	"ascribe"
)

// Filing computes the blocking keys and the profile of a reading, as whoever appended
// it did. The appearances are those captured before the reading was entered, in order.
// Of a capture, which comes without a reading and with its own appearance alone, it
// computes the keys.
type Filing func(*ascribe.Document, []ascribe.Appearance, *ascribe.Reading) (keys []string, profile []byte)

// tables lists the projections, those that refer to another first.
func tables() []string {
	return append(listed(), "ruling", "doubt", "profile", "naming", "tie", "telling", "search", "sharing", "appearance", "document")
}

// Rebuild drops the projections and makes them again from the ledger and the
// archive, in one transaction. progress may be nil.
func (s *Store) Rebuild(ctx context.Context, file Filing, progress func(done, total int64)) error {
	if err := s.broken.Load(); err != nil {
		return *err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err, "write to")
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	for _, table := range tables() {
		if err := remake(ctx, tx, table); err != nil {
			return s.stop(err)
		}
	}
	var total int64
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM line").Scan(&total); err != nil {
		return s.stop(err)
	}
	fold := &folder{ctx: ctx, tx: tx}
	if err := fold.exec("UPDATE projection SET filed = 0"); err != nil {
		return s.stop(err)
	}
	if err := fold.exec("UPDATE catalogue SET position = 0"); err != nil {
		return s.stop(err)
	}
	for part := range pages(0, total) {
		if err := s.refold(fold, part, file); err != nil {
			return s.stop(err)
		}
		if progress != nil {
			progress(part.to, total)
		}
	}
	if err := fold.position(total); err != nil {
		return s.stop(err)
	}
	if err := tx.Commit(); err != nil {
		return s.stop(err)
	}
	return nil
}

// remake drops a table with its indexes and makes it again, empty.
func remake(ctx context.Context, tx *sql.Tx, table string) error {
	made, err := column[string](ctx, tx, "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'", table)
	if err != nil {
		return err
	}
	for _, statement := range append([]string{"DROP TABLE " + table}, made...) {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// refold folds a stretch of lines that stand.
func (s *Store) refold(fold *folder, part stretch, file Filing) error {
	lines, err := s.lines(fold.ctx, fold.tx, part)
	if err != nil {
		return err
	}
	for _, line := range lines {
		e := line.Entry
		switch {
		case e.Capture != nil && e.Capture.Document != nil:
			if e.Capture.Document.Text, err = s.text(e.Capture.Document.ID); err != nil {
				return err
			}
			e.Keys, _ = file(e.Capture.Document, []ascribe.Appearance{e.Capture.Appearance}, nil)
		case e.Reading != nil:
			c, err := s.firstCapture(fold.ctx, fold.tx, e.Reading.Document)
			if err != nil {
				return err
			}
			seen, err := fold.appearances(e.Reading.Document)
			if err != nil {
				return err
			}
			e.Keys, e.Profile = file(c.Document, seen, e.Reading)
		}
		if err := fold.entry(line.Seq, e); err != nil {
			return ascribe.Errorf(ascribe.KindOf(err), "line %d of %s: %w", line.Seq, s.path, err)
		}
	}
	return nil
}

// Digest hashes what the projections hold. A rebuild leaves it as it was.
func (s *Store) Digest(ctx context.Context) (string, error) {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return "", s.explain(err, "read")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	h := sha256.New()
	put := func(b []byte) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(b)))
		h.Write(size[:])
		h.Write(b)
	}
	for _, query := range []string{
		"SELECT position, filed, '' FROM projection",
		"SELECT num, id, line FROM document ORDER BY num",
		"SELECT line, document, body FROM appearance ORDER BY line",
		"SELECT document, key, '' FROM sharing ORDER BY document, key",
		"SELECT rowid, headline, body FROM search ORDER BY rowid",
		"SELECT document, body, '' FROM profile ORDER BY document",
		"SELECT document, id, '' FROM telling ORDER BY document, id",
		"SELECT document, line, ends || joins FROM tie ORDER BY document, line",
		"SELECT line, name, '' FROM naming ORDER BY line, name",
		"SELECT one, other, score FROM doubt ORDER BY one, other",
		"SELECT line, id, act || ' ' || author FROM ruling ORDER BY line",
	} {
		put([]byte(query))
		err := each(ctx, tx, func(rows *sql.Rows) error {
			var a, b, c sql.RawBytes
			err := rows.Scan(&a, &b, &c)
			put(a)
			put(b)
			put(c)
			return err
		}, query)
		if err != nil {
			return "", s.explain(err, "read")
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
