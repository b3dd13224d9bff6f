// Package sqlite keeps a store in one SQLite file, with the bytes as fetched and
// the documents' texts in an archive beside it.
package sqlite

import (
	"context"
	"errors"
	"time"

	"ascribe"
	"ascribe/internal/blob"
)

// A Store is an ascribe.Store in one SQLite file. Several goroutines and several
// processes may use one file at once.
type Store struct {
	database
	archive *blob.Archive
	clock   func() time.Time
}

var _ ascribe.Store = (*Store)(nil)

// An Option changes how a store is opened.
type Option func(*Store)

// WithClock sets the clock that dates new lines, which is time.Now by default.
func WithClock(now func() time.Time) Option { return func(s *Store) { s.clock = now } }

// Open opens the store in the file at path, and makes it when there is none. The
// archive is the directory path + ".archive".
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	if err := checkPath(path); err != nil {
		return nil, err
	}
	s := &Store{database: database{path: path}, clock: time.Now}
	for _, o := range options {
		o(s)
	}
	if err := s.open(ctx, ledgers); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	var err error
	if s.archive, err = blob.Open(path + ".archive"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close releases the file and the archive.
func (s *Store) Close() error {
	err := s.close()
	if s.archive != nil {
		err = errors.Join(err, s.archive.Close())
	}
	return err
}
