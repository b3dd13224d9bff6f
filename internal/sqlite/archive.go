package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"ascribe"
	"ascribe/internal/blob"
	"ascribe/internal/ledger"
)

const rawPrefix = "sha256:"

// sumOf returns the archive's name for the bytes under key.
func sumOf(key ascribe.BlobKey) (blob.Sum, error) {
	digits, ok := strings.CutPrefix(string(key), rawPrefix)
	sum, err := blob.ParseSum(digits)
	if !ok || err != nil {
		return blob.Sum{}, ascribe.Errorf(ascribe.Invalid, "%q is not a blob key (%s and 64 hexadecimal digits)", key, rawPrefix)
	}
	return sum, nil
}

// Keep stores bytes as fetched; see ascribe.Archive.
func (s *Store) Keep(ctx context.Context, raw []byte) (ascribe.BlobKey, error) {
	sums, err := s.archive.Put(ctx, blob.Raw, raw)
	if err != nil {
		return "", err
	}
	return rawKey(sums[0]), nil
}

// rawKey returns the key of bytes as fetched.
func rawKey(sum blob.Sum) ascribe.BlobKey { return ascribe.BlobKey(rawPrefix + sum.String()) }

// Raw returns the bytes kept under key, proved by their hash.
func (s *Store) Raw(ctx context.Context, key ascribe.BlobKey) ([]byte, error) {
	sum, err := sumOf(key)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return s.archive.Get(blob.Raw, sum)
}

// Document returns a document as it was first captured, its text proved by its
// hash.
func (s *Store) Document(ctx context.Context, id ascribe.DocumentID) (*ascribe.Document, error) {
	c, err := s.firstCapture(ctx, s.read, id)
	if err != nil {
		return nil, err
	}
	return c.Document, nil
}

// firstCapture returns the first capture of a document, which comes with its
// text, proved by its hash.
func (s *Store) firstCapture(ctx context.Context, q querier, id ascribe.DocumentID) (*ascribe.Capture, error) {
	var packed []byte
	err := q.QueryRowContext(ctx, "SELECT body FROM line WHERE document = ? AND kind = 'capture' ORDER BY seq LIMIT 1", id[:]).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ascribe.Errorf(ascribe.NotFound, "document %s is not in %s", id, s.path)
	}
	if err != nil {
		return nil, s.explain(err, "read")
	}
	e, err := entryOf(packed)
	if err != nil {
		return nil, ascribe.Errorf(ascribe.KindOf(err), "the capture of document %s is %w", id, err)
	}
	if e.Capture == nil || e.Capture.Document == nil || e.Capture.Document.ID != id {
		return nil, ascribe.Errorf(ascribe.Conflict, "the line filed as the capture of document %s is another entry", id)
	}
	e.Capture.Document.Text, err = s.text(id)
	return e.Capture, err
}

// text returns a document's text from the archive.
func (s *Store) text(id ascribe.DocumentID) (string, error) {
	text, err := s.archive.Get(blob.Text, blob.Sum(id))
	return string(text), err
}

// entryOf reads a line's body.
func entryOf(packed []byte) (ascribe.Entry, error) {
	body, err := blob.Unpack(packed)
	if err != nil {
		return ascribe.Entry{}, err
	}
	return ledger.Decode(body)
}

// documentID reads an id as the database holds it.
func documentID(b []byte) (ascribe.DocumentID, error) {
	if len(b) != len(ascribe.DocumentID{}) {
		return ascribe.DocumentID{}, ascribe.Errorf(ascribe.Conflict, "a document's id has %d bytes", len(b))
	}
	return ascribe.DocumentID(b), nil
}
