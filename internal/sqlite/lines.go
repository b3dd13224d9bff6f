package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"iter"
	"math"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"ascribe"
	"ascribe/internal/ledger"
)

// page is how many lines are read at a time. No query stays open while the
// caller works, so the caller may take its time, and may append.
const page = 64

// Lines returns the ledger in order, within the query, as it stands at the
// call; see ascribe.Ledger. The documents of captures come without their text,
// which Document returns.
func (s *Store) Lines(ctx context.Context, q ascribe.Query) iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		seqs, err := s.stretches(ctx, q)
		if err != nil {
			yield(ascribe.Line{}, s.explain(err, "read"))
			return
		}
		for part := range seqs {
			lines, err := s.lines(ctx, s.read, part)
			for _, line := range lines {
				if !yield(line, nil) {
					return
				}
			}
			if err != nil {
				yield(ascribe.Line{}, s.explain(err, "read"))
				return
			}
		}
	}
}

// A stretch is a run of lines: those listed, or where none are, [from, to).
type stretch struct {
	from, to int64
	listed   []int64
}

// stretches returns the stretches that hold the lines of a query, a page each.
func (s *Store) stretches(ctx context.Context, q ascribe.Query) (iter.Seq[stretch], error) {
	until, limit := int64(math.MaxInt64), int64(math.MaxInt64)
	if !q.KnownAt.IsZero() {
		until = q.KnownAt.UnixNano()
	}
	if q.Limit > 0 {
		limit = int64(q.Limit)
	}
	after := max(q.After, 0)
	if q.Documents == nil && q.Naming == nil {
		var end int64
		err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(seq) + 1, 0) FROM line WHERE at <= ?", until).Scan(&end)
		if end-after > limit {
			end = after + limit
		}
		return pages(after, end), err
	}
	var seqs []int64
	for part := range slices.Chunk(q.Documents, 500) {
		got, err := column[int64](ctx, s.read, `SELECT seq FROM line
			WHERE document IN (SELECT unhex(value) FROM json_each(?)) AND seq >= ? AND at <= ?`, idsJSON(part), after, until)
		if err != nil {
			return nil, err
		}
		seqs = append(seqs, got...)
	}
	more, err := s.around(ctx, q, after)
	if err != nil {
		return nil, err
	}
	if seqs, err = s.among(ctx, seqs, more, until); err != nil {
		return nil, err
	}
	slices.Sort(seqs)
	seqs = slices.Compact(seqs)
	if int64(len(seqs)) > limit {
		seqs = seqs[:limit]
	}
	return func(yield func(stretch) bool) {
		for part := range slices.Chunk(seqs, page) {
			if !yield(stretch{listed: part}) {
				return
			}
		}
	}, nil
}

// pages cuts [from, to) into stretches.
func pages(from, to int64) iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		for ; from < to; from += page {
			if !yield(stretch{from: from, to: min(from+page, to)}) {
				return
			}
		}
	}
}

// lines reads one stretch, up to the first line that is damaged.
func (s *Store) lines(ctx context.Context, q querier, part stretch) ([]ascribe.Line, error) {
	where, args := "seq >= ? AND seq < ?", []any{part.from, part.to}
	if part.listed != nil {
		where, args = "seq IN (SELECT value FROM json_each(?))", []any{asJSON(part.listed)}
	}
	var lines []ascribe.Line
	var bodies [][]byte
	err := each(ctx, q, func(rows *sql.Rows) error {
		var seq, at int64
		var packed []byte
		err := rows.Scan(&seq, &at, &packed)
		lines = append(lines, ascribe.Line{Seq: seq, At: time.Unix(0, at).UTC()})
		bodies = append(bodies, packed)
		return err
	}, "SELECT seq, at, body FROM line WHERE "+where+" ORDER BY seq", args...)
	if err != nil {
		return nil, err
	}
	errs := make([]error, len(lines))
	var work errgroup.Group // decoding is what takes the time
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range lines {
		work.Go(func() error {
			lines[i].Entry, errs[i] = entryOf(bodies[i])
			return nil
		})
	}
	_ = work.Wait() // it has no error of its own: the first in order counts, below
	for i, err := range errs {
		if err != nil {
			return lines[:i], ascribe.Errorf(ascribe.KindOf(err), "line %d of %s: %w", lines[i].Seq, s.path, err)
		}
	}
	return lines, nil
}

// idsJSON writes document ids as an array of hexadecimal strings.
func idsJSON(ids []ascribe.DocumentID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = hex.EncodeToString(id[:])
	}
	return asJSON(list)
}

// Head returns the size and root hash of the log; see ascribe.Ledger.
func (s *Store) Head(ctx context.Context) (ascribe.Head, error) {
	var size int64
	if err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(seq) + 1, 0) FROM line").Scan(&size); err != nil {
		return ascribe.Head{}, s.explain(err, "read")
	}
	tree, err := ledger.LoadTree(size, nodes{ctx, s.read})
	if err != nil {
		return ascribe.Head{}, s.explain(err, "read")
	}
	return tree.Head(), nil
}

// ProveLine proves that a line is in the log of the head, and returns the bytes
// that ledger.CheckLine checks with the proof.
func (s *Store) ProveLine(ctx context.Context, head ascribe.Head, seq int64) (ledger.Proof, []byte, error) {
	p, err := ledger.ProveLine(head, seq, nodes{ctx, s.read})
	if err != nil {
		return nil, nil, err
	}
	lines, err := s.stored(ctx, s.read, stretch{from: seq, to: seq + 1})
	if err != nil {
		return nil, nil, s.explain(err, "read")
	}
	if len(lines) != 1 || lines[0].BodyErr != nil {
		return nil, nil, ascribe.Errorf(ascribe.Conflict, "line %d of %s is damaged", seq, s.path)
	}
	return p, ledger.LeafBytes(seq, lines[0].At, lines[0].Row), nil
}

// ProveGrowth proves that the log of the head begins with its first size lines,
// for ledger.CheckGrowth.
func (s *Store) ProveGrowth(ctx context.Context, size int64, head ascribe.Head) (ledger.Proof, error) {
	return ledger.ProveGrowth(size, head, nodes{ctx, s.read})
}
