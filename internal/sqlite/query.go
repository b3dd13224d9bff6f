package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
)

// A querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// each calls f at each row of a query; f scans it.
func each(ctx context.Context, q querier, f func(*sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	return scan(rows, f)
}

// eachRow calls f at each row of a prepared query.
func eachRow(ctx context.Context, query *sql.Stmt, f func(*sql.Rows) error, args ...any) error {
	rows, err := query.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return scan(rows, f)
}

// scan calls f at each of some rows, and closes them.
func scan(rows *sql.Rows, f func(*sql.Rows) error) error {
	defer rows.Close() //nolint:errcheck // Err tells what went wrong
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column returns the one column of a query.
func column[T any](ctx context.Context, q querier, query string, args ...any) ([]T, error) {
	var out []T
	err := each(ctx, q, func(rows *sql.Rows) error {
		var v T
		err := rows.Scan(&v)
		out = append(out, v)
		return err
	}, query, args...)
	return out, err
}

// asJSON writes strings or numbers as an array for json_each.
func asJSON[T string | int64](list []T) string {
	b, _ := json.Marshal(list) // strings and numbers always have JSON
	return string(b)
}

// nodes reads the log's stored hashes.
type nodes struct {
	ctx context.Context
	q   querier
}

// ReadHashes returns the hashes with the given numbers.
func (n nodes) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, id := range at {
		var b []byte
		if err := n.q.QueryRowContext(n.ctx, "SELECT hash FROM node WHERE id = ?", id).Scan(&b); err != nil {
			return nil, ascribe.Errorf(ascribe.Conflict, "hash %d of the log: %w", id, err)
		}
		copy(out[i][:], b)
	}
	return out, nil
}
