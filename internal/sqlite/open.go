// Package sqlite keeps a store in one SQLite file, with the bytes as fetched and
// the documents' texts in an archive beside it.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver named "sqlite"

	"ascribe"
	"ascribe/internal/blob"
)

const (
	// patience is how long one process waits for another's transaction.
	patience = 60 * time.Second
	// readers is how many queries may run at once.
	readers = 8
)

// A Store is an ascribe.Store in one SQLite file. Several goroutines and several
// processes may use one file at once.
type Store struct {
	path    string
	write   *sql.DB // one connection: writers wait for each other here, not in SQLite
	read    *sql.DB
	archive *blob.Archive
	clock   func() time.Time
	// broken is set when the disk failed under a transaction; nothing more is
	// written after that.
	broken atomic.Pointer[error]
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
	s := &Store{path: path, clock: time.Now}
	for _, o := range options {
		o(s)
	}
	var err error
	if s.write, err = sql.Open("sqlite", address(path, "_txlock=immediate&_pragma=journal_size_limit(67108864)")); err != nil {
		return nil, s.explain(err, "open")
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", address(path, "_query_only=1")); err != nil {
		return nil, errors.Join(s.explain(err, "open"), s.Close())
	}
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	for _, step := range []func(context.Context) error{s.claim, s.journal, s.migrate} {
		if err := step(ctx); err != nil {
			return nil, errors.Join(s.explain(err, "open"), s.Close())
		}
	}
	if s.archive, err = blob.Open(path + ".archive"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// checkPath finds what SQLite would say less plainly.
func checkPath(path string) error {
	if path == "" || strings.HasPrefix(path, ":memory:") || strings.ContainsRune(path, 0) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is not the path of a file", path),
			"name a file, for example: --db case.db")
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is a directory, not a database file", path),
			"name a file in it: "+filepath.Join(path, "case.db"))
	}
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the directory of %s does not exist", path),
			"make the directory first")
	}
	return nil
}

// address returns the data source name of the file, with what holds for every
// connection.
func address(path, query string) string {
	name := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		name = "/" + name
	}
	u := url.URL{Path: name}
	return fmt.Sprintf("file:%s?_busy_timeout=%d&_defensive=1&_dqs=0&_error_rc=1"+
		"&_pragma=trusted_schema(0)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_pragma=cache_size(-16384)&%s",
		u.EscapedPath(), patience.Milliseconds(), query)
}

// Close releases the file and the archive.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	if s.archive != nil {
		errs = append(errs, s.archive.Close())
	}
	return errors.Join(errs...)
}
