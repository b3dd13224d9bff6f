package sqlite

import (
	"context"
	"database/sql"
	"math"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
	"ascribe/internal/blob"
	"ascribe/internal/ledger"
)

// Check goes through everything that the store holds: every line against its
// leaf and the tree, every blob against its hash, every anchor against its
// quote, the projections against the ledger, and SQLite's own structures. What
// is wrong is listed in the report; an error says that the check could not end.
// progress may be nil.
func (s *Store) Check(ctx context.Context, progress func(done, total int64)) (ledger.Report, error) {
	// A connection of its own: on one that has searched before, integrity_check
	// compares the full-text index with what FTS5 remembers of an earlier state
	// of the file, and finds faults that are not there.
	db, err := sql.Open("sqlite", address(s.path, "_query_only=1"))
	if err != nil {
		return ledger.Report{}, s.explain(err, "read")
	}
	defer db.Close() //nolint:errcheck // it only reads
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return ledger.Report{}, s.explain(err, "read")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	c := check{ctx: ctx, tx: tx, store: s, filed: newFiling()}
	c.Audit = ledger.NewAudit(c)
	for _, step := range []func() error{c.integrity, func() error { return c.lines(progress) }, c.tree, c.projections, c.catalogue, c.blobs} {
		if err := step(); err != nil {
			return c.Report, s.explain(err, "check")
		}
	}
	return c.Report, nil
}

// A check is one run of Check, within one state of the database.
type check struct {
	*ledger.Audit
	ctx   context.Context
	tx    *sql.Tx
	store *Store
	filed *filing
}

// Text, Raw and Document make a check the archive that its audit reads from.
func (c check) Text(id ascribe.DocumentID) (string, error) { return c.store.text(id) }

// Raw returns bytes of the archive.
func (c check) Raw(key ascribe.BlobKey) ([]byte, error) { return c.store.Raw(c.ctx, key) }

// Document returns a document of the archive.
func (c check) Document(id ascribe.DocumentID) (*ascribe.Document, error) {
	first, err := c.store.firstCapture(c.ctx, c.tx, id)
	if err != nil {
		return nil, err
	}
	return first.Document, nil
}

// integrity asks SQLite, which also looks into the full-text index.
func (c check) integrity() error {
	said, err := column[string](c.ctx, c.tx, "PRAGMA integrity_check(1000)")
	if err != nil {
		return err
	}
	for _, what := range said {
		if what != "ok" {
			c.Report.Wrong("database", "%s", what)
		}
	}
	return each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var table, parent string
		var row, key sql.NullInt64
		err := rows.Scan(&table, &row, &parent, &key)
		c.Report.Wrong("database", "row %d of %s names a row of %s that is not there", row.Int64, table, parent)
		return err
	}, "PRAGMA foreign_key_check")
}

// lines audits every line in order.
func (c check) lines(progress func(done, total int64)) error {
	var count, end int64
	if err := c.tx.QueryRowContext(c.ctx, "SELECT count(*), coalesce(max(seq) + 1, 0) FROM line").Scan(&count, &end); err != nil {
		return err
	}
	if count != end {
		c.Report.Wrong("ledger", "it holds %d lines, the last of them has the number %d", count, end-1)
	}
	next := int64(math.MinInt64)
	for done := int64(0); done < count; {
		lines, err := c.store.stored(c.ctx, c.tx, stretch{from: next, to: math.MaxInt64})
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			c.Report.Wrong("ledger", "only %d of its %d lines can be reached", done, count)
			break
		}
		for _, line := range lines {
			if e := c.Line(line); e != nil {
				c.filed.entry(line.Seq, e)
			}
			next = line.Seq + 1
		}
		done += int64(len(lines))
		if progress != nil {
			progress(min(done, count), count)
		}
	}
	return nil
}

// tree compares the log's size and root with those of the lines audited.
func (c check) tree() error {
	var count, last int64
	if err := c.tx.QueryRowContext(c.ctx, "SELECT count(*), coalesce(max(id), -1) FROM node").Scan(&count, &last); err != nil {
		return err
	}
	if want := tlog.StoredHashCount(c.Report.Lines); count != want || last != want-1 {
		c.Report.Wrong("log", "it holds %d hashes numbered to %d; %d lines have %d", count, last, c.Report.Lines, want)
	}
	tree, err := ledger.LoadTree(c.Report.Lines, nodes{c.ctx, c.tx})
	if err != nil {
		c.Report.Wrong("log", "%v", err)
		return nil
	}
	if tree.Head() != c.Report.Head {
		c.Report.Wrong("log", "its root is %x, that of the lines is %x", tree.Head().Root, c.Report.Head.Root)
	}
	return nil
}

// blobs reads what the lines do not name, and counts.
func (c check) blobs() error {
	for sum, err := range c.store.archive.Sums(blob.Raw) {
		c.Report.RawBlobs += c.blob(blob.Raw, sum, err, c.ClaimsRaw(rawKey(sum)))
	}
	for sum, err := range c.store.archive.Sums(blob.Text) {
		c.Report.Texts += c.blob(blob.Text, sum, err, c.Claims(ascribe.DocumentID(sum)))
	}
	return c.ctx.Err()
}

// blob checks one file of the archive and returns 1 for one that belongs there.
func (c check) blob(in blob.Folder, sum blob.Sum, err error, claimed bool) int64 {
	if err != nil {
		c.Report.Wrong("archive", "%v", err)
		return 0
	}
	if claimed { // the lines that name it have read it
		return 1
	}
	c.Report.Unclaimed++
	if _, err := c.store.archive.Get(in, sum); err != nil && c.ctx.Err() == nil {
		c.Report.Wrong("archive", "%v", err)
	}
	return 1
}

// stored reads the first page of a stretch of lines as they stand.
func (s *Store) stored(ctx context.Context, q querier, part stretch) ([]ledger.Stored, error) {
	var lines []ledger.Stored
	err := each(ctx, q, func(rows *sql.Rows) error {
		var line ledger.Stored
		var packed sql.RawBytes
		if err := rows.Scan(&line.Seq, &line.At, &line.Row.Kind, &line.Row.Key, &line.Document, &packed); err != nil {
			return err
		}
		line.Row.Body, line.BodyErr = blob.Unpack(packed)
		lines = append(lines, line)
		return nil
	}, "SELECT seq, at, kind, key, document, body FROM line WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT ?", part.from, part.to, page)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		seq := lines[i].Seq
		if seq < 0 {
			continue
		}
		lines[i].Nodes, err = s.hashes(ctx, q, tlog.StoredHashIndex(0, seq), tlog.StoredHashIndex(0, seq+1))
		if err != nil {
			return nil, err
		}
	}
	return lines, nil
}

// hashes returns the hashes of the log numbered [from, to).
func (s *Store) hashes(ctx context.Context, q querier, from, to int64) ([]tlog.Hash, error) {
	got, err := column[[]byte](ctx, q, "SELECT hash FROM node WHERE id >= ? AND id < ? ORDER BY id", from, to)
	out := make([]tlog.Hash, len(got))
	for i, b := range got {
		copy(out[i][:], b)
	}
	return out, err
}
