package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
)

// foldSum hashes all rows of the catalogue that belong to a fold.
func foldSum(ctx context.Context, q querier, fold int64) ([]byte, error) {
	h := sha256.New()
	size := func(n int) {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(n)+1)
		h.Write(b[:])
	}
	const of = " WHERE listing IN (SELECT num FROM listing WHERE fold = ?) ORDER BY "
	for i, query := range []string{
		"SELECT position FROM fold WHERE num = ?",
		"SELECT name FROM rests WHERE fold = ? ORDER BY name",
		"SELECT * FROM looked WHERE fold = ? ORDER BY id",
		"SELECT * FROM listing WHERE fold = ? ORDER BY num",
		"SELECT * FROM record" + of + "listing",
		"SELECT * FROM told_in" + of + "document, listing",
		"SELECT * FROM stands" + of + "actor, listing, position, source",
		"SELECT * FROM reported_by" + of + "outlet, listing",
	} {
		size(i)
		err := each(ctx, q, func(rows *sql.Rows) error {
			names, err := rows.Columns()
			if err != nil {
				return err
			}
			row := make([]sql.RawBytes, len(names))
			into := make([]any, len(names))
			for i := range row {
				into[i] = &row[i]
			}
			if err := rows.Scan(into...); err != nil {
				return err
			}
			for _, v := range row {
				if v == nil { // NULL is not the empty text
					size(-1)
					continue
				}
				size(len(v))
				h.Write(v)
			}
			return nil
		}, query, fold)
		if err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}

// catalogue compares every fold with the sum that was noted when it was entered, and
// makes sure that what a fold of all lines leads to is there.
func (c check) catalogue() error {
	var unknown int64
	err := c.tx.QueryRowContext(c.ctx, `SELECT (SELECT count(*) FROM telling
		WHERE (SELECT position FROM catalogue) = ? AND id NOT IN (SELECT id FROM looked))`, c.Report.Lines).Scan(&unknown)
	if err != nil {
		return err
	}
	if unknown > 0 {
		c.Report.Wrong("catalogue", "%d incidents were never looked into; run: ascribe rebuild", unknown)
	}
	for next := int64(-1 << 62); ; {
		nums, err := column[int64](c.ctx, c.tx, "SELECT num FROM fold WHERE num > ? ORDER BY num LIMIT 256", next)
		if err != nil || len(nums) == 0 {
			return err
		}
		for _, num := range nums {
			next = num
			if err := c.fold(num); err != nil {
				return err
			}
		}
	}
}

func (c check) fold(num int64) error {
	var noted []byte
	if err := c.tx.QueryRowContext(c.ctx, "SELECT sum FROM fold WHERE num = ?", num).Scan(&noted); err != nil {
		return err
	}
	sum, err := foldSum(c.ctx, c.tx, num)
	if err == nil && !bytes.Equal(noted, sum) {
		c.Report.Wrong("catalogue", "fold %d is not what was entered; run: ascribe rebuild", num)
	}
	return err
}
