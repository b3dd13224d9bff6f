package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ascribe"
	"ascribe/internal/blob"
)

// A folder folds lines into the projections, in their order.
type folder struct {
	ctx context.Context
	tx  *sql.Tx
	// filed is what the sum of filedSum over the rows of sharing and profile grew by.
	filed int64
}

// entry folds one line. A capture's document must come with its text.
func (f *folder) entry(seq int64, e ascribe.Entry) error {
	switch {
	case e.Capture != nil && e.Capture.Document != nil:
		return f.capture(seq, e)
	case e.Reading != nil:
		return f.reading(e)
	case e.Link != nil:
		return f.link(seq, e.Link)
	case e.Decision != nil:
		return f.decision(seq, e.Decision)
	}
	return nil
}

// position notes how many lines have been folded. It ends the folding.
func (f *folder) position(lines int64) error {
	var filed int64
	if err := f.tx.QueryRowContext(f.ctx, "SELECT filed FROM projection").Scan(&filed); err != nil {
		return err
	}
	return f.exec("UPDATE projection SET position = ?, filed = ?", lines, filed+f.filed)
}

func (f *folder) capture(seq int64, e ascribe.Entry) error {
	c := e.Capture
	headline := oneLine(c.Appearance.Headline)
	num, err := f.number(c.Document.ID)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		res, err := f.tx.ExecContext(f.ctx, "INSERT INTO document (id, line) VALUES (?, ?)", c.Document.ID[:], seq)
		if err != nil {
			return err
		}
		if num, err = res.LastInsertId(); err != nil {
			return err
		}
		if err := f.exec("INSERT INTO search (rowid, headline, body) VALUES (?, ?, ?)", num, headline, c.Document.Text); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if err := f.headline(num, headline); err != nil {
			return err
		}
		if err := f.profile(num, nil); err != nil {
			return err
		}
	}
	if err := f.file(num, e.Keys); err != nil {
		return err
	}
	body, err := json.Marshal(c.Appearance)
	if err != nil {
		return ascribe.Errorf(ascribe.Invalid, "the appearance of %q cannot be written as JSON: %w", c.Appearance.InputID, err)
	}
	return f.exec("INSERT INTO appearance (line, document, body) VALUES (?, ?, ?)", seq, num, string(body))
}

// headline adds a headline to those that a document is found under.
func (f *folder) headline(num int64, headline string) error {
	var all string
	if err := f.tx.QueryRowContext(f.ctx, "SELECT headline FROM search WHERE rowid = ?", num).Scan(&all); err != nil {
		return err
	}
	if headline == "" || slices.Contains(strings.Split(all, "\n"), headline) {
		return nil
	}
	return f.exec("UPDATE search SET headline = ? WHERE rowid = ?", joinHeadlines(all, headline), num)
}

func (f *folder) reading(e ascribe.Entry) error {
	id := e.Reading.Document
	num, err := f.number(id)
	if errors.Is(err, sql.ErrNoRows) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "document %s was read, but never captured", id),
			"append its capture first, or in the same call")
	}
	if err != nil {
		return err
	}
	if err := f.file(num, e.Keys); err != nil {
		return err
	}
	for _, o := range e.Reading.Incidents {
		if err := f.exec("INSERT OR IGNORE INTO telling (id, document) VALUES (?, ?)", string(ascribe.IncidentIDOf(o.Incident)), num); err != nil {
			return err
		}
	}
	return f.profile(num, e.Profile)
}

// file files a document under keys.
func (f *folder) file(num int64, keys []string) error {
	for _, key := range keys {
		key = strings.ToValidUTF8(key, "\ufffd")
		res, err := f.tx.ExecContext(f.ctx, "INSERT OR IGNORE INTO sharing (key, document) VALUES (?, ?)", key, num)
		if err != nil {
			return err
		}
		added, err := res.RowsAffected()
		if err != nil {
			return err
		}
		f.filed += added * filedSum(key, num)
	}
	return nil
}

// profile puts a document's profile in the place of an older one; nil takes the old
// one away.
func (f *folder) profile(num int64, body []byte) error {
	var old []byte
	err := f.tx.QueryRowContext(f.ctx, "SELECT body FROM profile WHERE document = ?", num).Scan(&old)
	switch {
	case err == nil:
		f.filed -= filedSum(string(old), num)
		err = f.exec("DELETE FROM profile WHERE document = ?", num)
	case errors.Is(err, sql.ErrNoRows):
		err = nil
	}
	if err != nil || body == nil {
		return err
	}
	packed := blob.Pack(body)
	f.filed += filedSum(string(packed), num)
	return f.exec("INSERT INTO profile (document, body) VALUES (?, ?)", num, packed)
}

// filedSum hashes one row of sharing or profile. Sums of it do not depend on the order.
func filedSum(key string, document int64) int64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", document, key))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// appearances returns where a document appeared in the lines folded so far.
func (f *folder) appearances(id ascribe.DocumentID) ([]ascribe.Appearance, error) {
	rows, err := column[string](f.ctx, f.tx, `SELECT body FROM appearance JOIN document ON num = document
		WHERE document.id = ? ORDER BY appearance.line`, id[:])
	out := make([]ascribe.Appearance, len(rows))
	for i, row := range rows {
		if err := json.Unmarshal([]byte(row), &out[i]); err != nil {
			return nil, err
		}
	}
	return out, err
}

// number returns the number of a document, or sql.ErrNoRows.
func (f *folder) number(id ascribe.DocumentID) (num int64, err error) {
	err = f.tx.QueryRowContext(f.ctx, "SELECT num FROM document WHERE id = ?", id[:]).Scan(&num)
	return num, err
}

func (f *folder) exec(query string, args ...any) error {
	_, err := f.tx.ExecContext(f.ctx, query, args...)
	return err
}

// oneLine returns a headline with its white space made single spaces.
func oneLine(headline string) string { return strings.Join(strings.Fields(headline), " ") }

// joinHeadlines adds a headline to the lines of a search row.
func joinHeadlines(all, headline string) string { return strings.TrimPrefix(all+"\n"+headline, "\n") }
