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
)

const (
	// patience is how long one process waits for another's transaction.
	patience = 60 * time.Second
	// readers is how many queries may run at once.
	readers = 8
)

// A database is one SQLite file of ours, whatever it holds.
type database struct {
	path  string
	write *sql.DB // one connection: writers wait for each other here, not in SQLite
	read  *sql.DB
	// broken is set when the disk failed under a transaction; nothing more is
	// written after that.
	broken atomic.Pointer[error]
}

// open opens the file, or makes it, and brings it up to this program's schema.
func (d *database) open(ctx context.Context, holds content) error {
	if err := checkPath(d.path); err != nil {
		return err
	}
	var err error
	if d.write, err = sql.Open("sqlite", address(d.path, "_txlock=immediate&_pragma=journal_size_limit(67108864)")); err != nil {
		return d.explain(err, "open")
	}
	d.write.SetMaxOpenConns(1)
	if d.read, err = sql.Open("sqlite", address(d.path, "_query_only=1")); err != nil {
		return d.explain(err, "open")
	}
	d.read.SetMaxOpenConns(readers)
	d.read.SetMaxIdleConns(readers)
	for _, step := range []func(context.Context, content) error{d.claim, d.journal, d.migrate} {
		if err := step(ctx, holds); err != nil {
			return d.explain(err, "open")
		}
	}
	return nil
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

// close releases the file.
func (d *database) close() error {
	var errs []error
	if d.read != nil {
		errs = append(errs, d.read.Close())
	}
	if d.write != nil {
		errs = append(errs, d.write.Close())
	}
	return errors.Join(errs...)
}
