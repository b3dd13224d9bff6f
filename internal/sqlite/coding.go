package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/coding"
)

var _ coding.Sheet = (*Store)(nil)

// Salt is the key by which cards are drawn; see coding.Sheet.
func (s *Store) Salt(ctx context.Context) (salt []byte, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT salt FROM salt").Scan(&salt)
	return salt, s.explain(err, "read")
}

// Code appends an entry; see coding.Sheet.
func (s *Store) Code(ctx context.Context, e *coding.Entry) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err, "write to")
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	before, err := coded(ctx, tx, coding.Query{Statements: []ascribe.StatementID{e.Statement}})
	if err != nil {
		return s.explain(err, "read")
	}
	if err := coding.Fits(before, e); err != nil {
		return err
	}
	body, err := json.Marshal(e.Body)
	if err != nil {
		return ascribe.Errorf(ascribe.Internal, "an entry of the coding sheet cannot be written: %w", err)
	}
	err = tx.QueryRowContext(ctx, "INSERT INTO coding (kind, statement, incident, person, name, at, body) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING seq",
		string(e.Kind), e.Statement[:], string(e.Incident), e.Person, e.Name, e.At.UnixNano(), string(body)).Scan(&e.Seq)
	if err != nil {
		return s.explain(err, "write to")
	}
	return s.explain(tx.Commit(), "write to")
}

// Coded returns entries; see coding.Sheet.
func (s *Store) Coded(ctx context.Context, q coding.Query) ([]coding.Entry, error) {
	out, err := coded(ctx, s.read, q)
	return out, s.explain(err, "read")
}

func coded(ctx context.Context, db querier, q coding.Query) ([]coding.Entry, error) {
	w := &clause{}
	if q.Pending {
		w.and("statement IN (SELECT statement FROM coding GROUP BY statement HAVING max(seq) > coalesce(max(seq) FILTER (WHERE kind = 'settled'), 0))")
	}
	if q.Statements != nil {
		in(w, "statement", q.Statements, func(id ascribe.StatementID) any { return id[:] })
	}
	if q.Kinds != nil {
		in(w, "kind", q.Kinds, func(k coding.Kind) any { return string(k) })
	}
	var out []coding.Entry
	err := each(ctx, db, func(rows *sql.Rows) error {
		var e coding.Entry
		var id []byte
		var at int64
		var body sql.RawBytes
		if err := rows.Scan(&e.Seq, &e.Kind, &id, &e.Incident, &e.Person, &e.Name, &at, &body); err != nil {
			return err
		}
		copy(e.Statement[:], id)
		e.At = momentAt(at)
		if err := json.Unmarshal(body, &e.Body); err != nil {
			return err
		}
		out = append(out, e)
		return nil
	}, "SELECT seq, kind, statement, incident, person, name, at, body FROM coding"+w.String()+" ORDER BY seq", w.args...)
	return out, err
}

// in asks that a column has one of some values.
func in[T any](c *clause, column string, values []T, as func(T) any) {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = as(v)
	}
	c.and(column+" IN ("+strings.TrimPrefix(strings.Repeat(", ?", len(args)), ", ")+")", args...)
}

// Coder notes who decides; see coding.Sheet.
func (s *Store) Coder(ctx context.Context, person, name string, now time.Time) error {
	_, err := s.write.ExecContext(ctx, "INSERT OR IGNORE INTO coder (person, name, since) VALUES (?, ?, ?)", person, name, now.UnixNano())
	return s.explain(err, "write to")
}

// Coders counts those; see coding.Sheet.
func (s *Store) Coders(ctx context.Context) (n int, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT count(*) FROM coder").Scan(&n)
	return n, s.explain(err, "read")
}
