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

//go:embed migration/*.sql
var migrations embed.FS

// applicationID marks the file as a store of ours ("ascr"), so that another
// program's database is never written to.
const applicationID = 0x61736372

// migrate brings the schema up to this program's. Two processes may do so at
// once: who comes second finds tables that it was about to make, and looks
// again.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migration")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, files,
		goose.WithDisableGlobalRegistry(true), goose.WithTableName("migration"))
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		if err = s.step(ctx, p); err == nil || try == 20 || ctx.Err() != nil || ascribe.KindOf(err) != ascribe.Internal {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// step makes one attempt at the migration.
func (s *Store) step(ctx context.Context, p *goose.Provider) error {
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s has schema %d, this program knows schemas up to %d", s.path, current, target),
			"a newer ascribe made it: use that one, or a newer one")
	}
	_, err = p.Up(ctx)
	return err
}

// claim marks a new file as ours and refuses one that is another's, untouched.
func (s *Store) claim(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
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
	case id == applicationID:
		return nil
	case id != 0 || tables != 0:
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is a SQLite database of another program", s.path),
			"name the file that ascribe made, or a new one")
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	return tx.Commit()
}

// journal turns the write-ahead log on; the file stays so.
func (s *Store) journal(ctx context.Context) error {
	var mode string
	for try := 0; ; try++ {
		err := s.write.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode)
		if err == nil && mode == "wal" {
			return nil
		}
		if err == nil {
			err = ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s cannot have a write-ahead log (it stays in mode %s)", s.path, mode),
				"put the file on a local disk")
		}
		if try == 20 || ctx.Err() != nil || code(err) == 0 {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}
