package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"

	"ascribe"
)

//go:embed migration/*.sql book/*.sql
var migrations embed.FS

// A content is what a file of ours holds. Its mark tells the file from another
// program's, and from ours of another content: neither is ever written to.
type content struct {
	mark   int64 // the application_id of the file
	what   string
	folder string // of its migrations
}

var (
	ledgers = content{0x61736372, "a store of records", "migration"} // "ascr"
	books   = content{0x61736264, "the book of a desk", "book"}      // "asbd"
)

// migrate brings the schema up to this program's. Two processes may do so at
// once: who comes second finds tables that it was about to make, and looks
// again.
func (d *database) migrate(ctx context.Context, holds content) error {
	files, err := fs.Sub(migrations, holds.folder)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, d.write, files,
		goose.WithDisableGlobalRegistry(true), goose.WithTableName("migration"))
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		if err = d.step(ctx, p); err == nil || try == 20 || ctx.Err() != nil || ascribe.KindOf(err) != ascribe.Internal {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// step makes one attempt at the migration.
func (d *database) step(ctx context.Context, p *goose.Provider) error {
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s has schema %d, this program knows schemas up to %d", d.path, current, target),
			"a newer ascribe made it: use that one, or a newer one")
	}
	_, err = p.Up(ctx)
	return err
}

// claim marks a new file as ours and refuses one that is another's, untouched.
func (d *database) claim(ctx context.Context, holds content) error {
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	var id, tables int64
	if err := tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return err
	}
	switch {
	case id == holds.mark:
		return nil
	case id == ledgers.mark || id == books.mark:
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is a file of ascribe, but not %s", d.path, holds.what),
			"a desk keeps its accounts in desk.db and the record of each case in cases/NAME.db")
	case id != 0 || tables != 0:
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is a SQLite database of another program", d.path),
			"name the file that ascribe made, or a new one")
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", holds.mark)); err != nil {
		return err
	}
	return tx.Commit()
}

// journal turns the write-ahead log on; the file stays so.
func (d *database) journal(ctx context.Context, _ content) error {
	var mode string
	for try := 0; ; try++ {
		err := d.write.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode)
		if err == nil && mode == "wal" {
			return nil
		}
		if err == nil {
			err = ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s cannot have a write-ahead log (it stays in mode %s)", d.path, mode),
				"put the file on a local disk")
		}
		if try == 20 || ctx.Err() != nil || code(err) == 0 {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}
