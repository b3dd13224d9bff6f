package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

const accountColumns = "SELECT id, name, login, email, password, issuer, subject, admin, language, created, ended, revision FROM account "

// Accounts lists the accounts; see access.Book.
func (b *Book) Accounts(ctx context.Context) ([]access.Account, error) {
	return bookRows(ctx, b, scanAccount, accountColumns+"ORDER BY name, id")
}

// Account returns an account; see access.Book.
func (b *Book) Account(ctx context.Context, id string) (*access.Account, error) {
	return bookRow(ctx, b, "account", scanAccount, accountColumns+"WHERE id = ?", id)
}

// AccountOf returns the account of a login; see access.Book.
func (b *Book) AccountOf(ctx context.Context, login string) (*access.Account, error) {
	return bookRow(ctx, b, "account", scanAccount, accountColumns+"WHERE login = ?", login)
}

func scanAccount(rows *sql.Rows) (a access.Account, err error) {
	var created, ended int64
	err = rows.Scan(&a.ID, &a.Name, &a.Login, &a.Email, &a.Password, &a.Issuer, &a.Subject, &a.Administrator, &a.Language, &created, &ended, &a.Revision)
	a.Created, a.Ended = momentAt(created), momentAt(ended)
	return a, err
}

// PutLanguage keeps a language; see access.Book.
func (b *Book) PutLanguage(ctx context.Context, account, language string) error {
	_, err := b.write.ExecContext(ctx, "UPDATE account SET language = ? WHERE id = ?", language, account)
	return b.explain(err, "write to")
}

// Cases lists the cases; see access.Book.
func (b *Book) Cases(ctx context.Context) ([]access.Case, error) {
	return bookRows(ctx, b, func(rows *sql.Rows) (c access.Case, err error) {
		var created, closed int64
		err = rows.Scan(&c.Name, &c.Title, &created, &closed)
		c.Created, c.Closed = momentAt(created), momentAt(closed)
		return c, err
	}, "SELECT name, title, created, closed FROM kase ORDER BY name")
}

// Memberships lists the memberships; see access.Book.
func (b *Book) Memberships(ctx context.Context) ([]access.Membership, error) {
	return bookRows(ctx, b, func(rows *sql.Rows) (m access.Membership, err error) {
		var role string
		if err = rows.Scan(&m.Account, &m.Case, &role); err == nil {
			m.Role, err = access.ParseRole(role)
		}
		return m, err
	}, "SELECT account, kase, role FROM membership ORDER BY kase, account")
}

const linkColumns = "SELECT id, hash, purpose, account, created, expires, used FROM link "

// Link returns a link; see access.Book.
func (b *Book) Link(ctx context.Context, hash [32]byte) (*access.Link, error) {
	return bookRow(ctx, b, "link", scanLink, linkColumns+"WHERE hash = ?", hash[:])
}

// Links lists the links; see access.Book.
func (b *Book) Links(ctx context.Context) ([]access.Link, error) {
	return bookRows(ctx, b, scanLink, linkColumns+"ORDER BY created DESC, id")
}

func scanLink(rows *sql.Rows) (l access.Link, err error) {
	var hash []byte
	var created, expires, used int64
	err = rows.Scan(&l.ID, &hash, (*string)(&l.Purpose), &l.Account, &created, &expires, &used)
	copy(l.Hash[:], hash)
	l.Created, l.Expires, l.Used = momentAt(created), momentAt(expires), momentAt(used)
	return l, err
}

// PutSession enters a session; see access.Book.
func (b *Book) PutSession(ctx context.Context, s *access.Session, password string) error {
	done, err := b.write.ExecContext(ctx, `INSERT INTO session (id, hash, account, created, seen, agent, address)
		SELECT ?, ?, id, ?, ?, ?, ? FROM account WHERE id = ? AND password = ? AND ended = 0`,
		s.ID, s.Hash[:], nano(s.Created), nano(s.Seen), s.Agent, s.Address, s.Account, password)
	if err != nil {
		return b.explain(err, "write to")
	}
	n, err := done.RowsAffected()
	if err == nil && n == 0 {
		err = ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the account was changed while you signed in"), "sign in again")
	}
	return b.explain(err, "write to")
}

// SeeSession notes when a session was seen; see access.Book.
func (b *Book) SeeSession(ctx context.Context, s *access.Session) error {
	_, err := b.write.ExecContext(ctx, "UPDATE session SET seen = ?, address = ? WHERE id = ?", nano(s.Seen), s.Address, s.ID)
	return b.explain(err, "write to")
}

const sessionColumns = "SELECT id, hash, account, created, seen, agent, address FROM session "

// Session returns a session; see access.Book.
func (b *Book) Session(ctx context.Context, hash [32]byte) (*access.Session, error) {
	return bookRow(ctx, b, "session", scanSession, sessionColumns+"WHERE hash = ?", hash[:])
}

// Sessions lists the sessions of an account; see access.Book.
func (b *Book) Sessions(ctx context.Context, account string) ([]access.Session, error) {
	return bookRows(ctx, b, scanSession, sessionColumns+"WHERE account = ? ORDER BY seen DESC, id", account)
}

func scanSession(rows *sql.Rows) (s access.Session, err error) {
	var hash []byte
	var created, seen int64
	err = rows.Scan(&s.ID, &hash, &s.Account, &created, &seen, &s.Agent, &s.Address)
	copy(s.Hash[:], hash)
	s.Created, s.Seen = momentAt(created), momentAt(seen)
	return s, err
}

// DropSession ends a session; see access.Book.
func (b *Book) DropSession(ctx context.Context, id string) error {
	_, err := b.write.ExecContext(ctx, "DELETE FROM session WHERE id = ?", id)
	return b.explain(err, "write to")
}

// Acts lists what was done; see access.Book.
func (b *Book) Acts(ctx context.Context, before int64, most int) ([]access.Act, error) {
	return bookRows(ctx, b, func(rows *sql.Rows) (a access.Act, err error) {
		var at int64
		err = rows.Scan(&a.ID, &at, &a.Account, &a.Name, (*string)(&a.Did), &a.On, &a.Detail, &a.Why, &a.Address)
		a.At = momentAt(at)
		return a, err
	}, "SELECT id, at, account, name, did, target, detail, why, address FROM act WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?", before, before, most)
}

// Fail counts a sign-in that failed; see access.Book.
func (b *Book) Fail(ctx context.Context, f access.Failures) error {
	_, err := b.write.ExecContext(ctx, "INSERT INTO failure (hour, account, address, n) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
		f.Hour.Unix()/3600, f.Account, f.Address, f.Count)
	return b.explain(err, "write to")
}

// Failures lists the sign-ins that failed; see access.Book.
func (b *Book) Failures(ctx context.Context, since time.Time) ([]access.Failures, error) {
	return bookRows(ctx, b, func(rows *sql.Rows) (f access.Failures, err error) {
		var hour int64
		err = rows.Scan(&hour, &f.Account, &f.Address, &f.Count)
		f.Hour = time.Unix(hour*3600, 0).UTC()
		return f, err
	}, "SELECT hour, account, address, n FROM failure WHERE hour >= ? ORDER BY hour DESC, n DESC, account, address", since.Unix()/3600)
}

// Setting returns what the desk keeps of itself; see access.Book.
func (b *Book) Setting(ctx context.Context, key string, value []byte) ([]byte, error) {
	if _, err := b.write.ExecContext(ctx, "INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)", key, value); err != nil {
		return nil, b.explain(err, "write to")
	}
	var out []byte
	err := b.write.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", key).Scan(&out)
	return out, b.explain(err, "read")
}

// Remember keeps a value of the desk in the place of the one before.
func (b *Book) Remember(ctx context.Context, key string, value []byte) error {
	_, err := b.write.ExecContext(ctx, "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, value)
	return b.explain(err, "write to")
}

// bookRows returns the rows of a query.
func bookRows[T any](ctx context.Context, b *Book, row func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	var out []T
	err := each(ctx, b.read, func(rows *sql.Rows) error {
		v, err := row(rows)
		out = append(out, v)
		return err
	}, query, args...)
	return out, b.explain(err, "read")
}

// bookRow returns the one row of a query.
func bookRow[T any](ctx context.Context, b *Book, what string, row func(*sql.Rows) (T, error), query string, args ...any) (*T, error) { //nolint:revive // the query and how it is read
	all, err := bookRows(ctx, b, row, query, args...)
	if err == nil && len(all) == 0 {
		err = ascribe.Errorf(ascribe.NotFound, "there is no such %s", what)
	}
	if err != nil {
		return nil, err
	}
	return &all[0], nil
}
