package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// projections compares the projections with the ledger, and the blocking keys,
// which only a rebuild can compute, with the sum noted when they were filed.
func (c check) projections() error {
	if err := c.sharing(); err != nil {
		return err
	}
	if err := c.neighbours(); err != nil {
		return err
	}
	var position, documents, captured, appearances int64
	err := c.tx.QueryRowContext(c.ctx, `SELECT (SELECT position FROM projection), (SELECT count(*) FROM document),
		(SELECT count(DISTINCT document) FROM line WHERE kind = 'capture'), (SELECT count(*) FROM appearance)`).
		Scan(&position, &documents, &captured, &appearances)
	if err != nil {
		return err
	}
	if position != c.Report.Lines {
		c.Report.Wrong("projections", "they have folded %d of %d lines; run: ascribe rebuild", position, c.Report.Lines)
	}
	if documents != captured {
		c.Report.Wrong("projections", "they hold %d documents, the ledger %d; run: ascribe rebuild", documents, captured)
	}
	checked := int64(0)
	for next := int64(0); ; {
		nums, err := column[int64](c.ctx, c.tx, "SELECT num FROM document WHERE num > ? ORDER BY num LIMIT 256", next)
		if err != nil || len(nums) == 0 {
			if err == nil && checked != appearances {
				c.Report.Wrong("projections", "they hold %d appearances, the ledger %d; run: ascribe rebuild", appearances, checked)
			}
			return err
		}
		for _, num := range nums {
			n, err := c.projected(num)
			if err != nil {
				return err
			}
			checked += n
			next = num
		}
	}
}

// sharing compares the rows of sharing and profile with their noted sum.
func (c check) sharing() error {
	var noted, sum int64
	if err := c.tx.QueryRowContext(c.ctx, "SELECT filed FROM projection").Scan(&noted); err != nil {
		return err
	}
	err := each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var key []byte
		var document int64
		err := rows.Scan(&key, &document)
		sum += filedSum(string(key), document)
		return err
	}, "SELECT key, document FROM sharing UNION ALL SELECT body, document FROM profile")
	if err == nil && sum != noted {
		c.Report.Wrong("projections", "the blocking keys and profiles are not those that were filed; run: ascribe rebuild")
	}
	return err
}

// projected compares one document's rows with its captures, and returns how
// many captures there are.
func (c check) projected(num int64) (int64, error) {
	place := fmt.Sprintf("projections, document %d", num)
	var id []byte
	var first int64
	var headline, body sql.NullString
	err := c.tx.QueryRowContext(c.ctx, `SELECT document.id, line, search.headline, search.body FROM document
		LEFT JOIN search ON search.rowid = num WHERE num = ?`, num).Scan(&id, &first, &headline, &body)
	if err != nil {
		return 0, err
	}
	doc, err := documentID(id)
	if err != nil {
		c.Report.Wrong(place, "%v", err)
		return 0, nil
	}
	seqs, wanted, err := c.appearances(place, id)
	if err != nil {
		return 0, err
	}
	found, err := column[string](c.ctx, c.tx, "SELECT body FROM appearance WHERE document = ? ORDER BY line", num)
	if err != nil {
		return 0, err
	}
	if len(seqs) == 0 || seqs[0] != first || !slices.Equal(found, wanted.rows) {
		c.Report.Wrong(place, "its appearances are not those of the ledger; run: ascribe rebuild")
	}
	if text, err := c.store.text(doc); err == nil && (body.String != text || headline.String != wanted.headlines) {
		c.Report.Wrong(place, "what search knows of it is not what the archive holds; run: ascribe rebuild")
	}
	return int64(len(seqs)), nil
}

// expected is what the ledger makes of a document's appearances.
type expected struct {
	rows      []string
	headlines string
}

func (c check) appearances(place string, id []byte) ([]int64, expected, error) {
	var seqs []int64
	var want expected
	err := each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var seq int64
		var packed sql.RawBytes
		if err := rows.Scan(&seq, &packed); err != nil {
			return err
		}
		seqs = append(seqs, seq)
		e, err := entryOf(packed)
		if err != nil || e.Capture == nil {
			c.Report.Wrong(place, "line %d, a capture of it, cannot be read", seq)
			return nil //nolint:nilerr // the report holds it, and the check goes on
		}
		row, err := json.Marshal(e.Capture.Appearance)
		if err != nil {
			return err
		}
		want.rows = append(want.rows, string(row))
		if h := oneLine(e.Capture.Appearance.Headline); h != "" && !slices.Contains(strings.Split(want.headlines, "\n"), h) {
			want.headlines = joinHeadlines(want.headlines, h)
		}
		return nil
	}, "SELECT seq, body FROM line WHERE document = ? AND kind = 'capture' ORDER BY seq", id)
	return seqs, want, err
}
