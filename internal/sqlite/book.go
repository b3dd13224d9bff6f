package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A Book keeps who belongs to a desk in one SQLite file.
type Book struct{ database }

var _ access.Book = (*Book)(nil)

// OpenBook opens the book in the file at path, and makes it when there is none.
func OpenBook(ctx context.Context, path string) (*Book, error) {
	b := &Book{database{path: path}}
	if err := b.open(ctx, books); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// Close releases the file.
func (b *Book) Close() error { return b.close() }

// Enter makes a change; see access.Book.
func (b *Book) Enter(ctx context.Context, c *access.Change) error {
	tx, err := b.write.BeginTx(ctx, nil)
	if err != nil {
		return b.explain(err, "write to")
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	w := entering{ctx, tx, c}
	before, err := w.administrators()
	if err != nil {
		return b.explain(err, "read")
	}
	for _, step := range []func() error{w.use, w.account, w.name, w.kase, w.membership, w.link, w.sessions, w.act} {
		if err := step(); err != nil {
			return b.explain(err, "write to")
		}
	}
	after, err := w.administrators()
	if err != nil {
		return b.explain(err, "read")
	}
	if before > 0 && after == 0 {
		return access.Refuse(access.LastAdmin, ascribe.Conflict, "this would leave nobody to administer the desk", "make another administrator first, and let it sign in")
	}
	return b.explain(tx.Commit(), "write to")
}

// An entering is a change under way.
type entering struct {
	ctx context.Context
	tx  *sql.Tx
	*access.Change
}

func (w *entering) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(w.ctx, query, args...)
	return err
}

// once runs a statement that must change a row, else the change is refused.
func (w *entering) once(refusal error, query string, args ...any) error {
	done, err := w.tx.ExecContext(w.ctx, query, args...)
	if err != nil {
		return err
	}
	n, err := done.RowsAffected()
	if err == nil && n == 0 {
		err = refusal
	}
	return err
}

// administrators counts who can administer the desk.
func (w *entering) administrators() (n int, err error) {
	err = w.tx.QueryRowContext(w.ctx, "SELECT count(*) FROM account WHERE admin = 1 AND ended = 0 AND (password <> '' OR subject <> '')").Scan(&n)
	return n, err
}

// use takes up a link, which only one may.
func (w *entering) use() error {
	if w.Use == nil {
		return nil
	}
	at := w.Act.At.UnixNano()
	return w.once(access.Refuse(access.LinkOver, ascribe.Conflict, "the link is no longer good: it was used, taken back or is too old", "ask an administrator of the desk for another"),
		"UPDATE link SET used = ? WHERE hash = ? AND used = 0 AND expires > ?", at, w.Use.Hash[:], at)
}

// account enters an account, whose name and login are its own.
func (w *entering) account() error {
	a := w.Account
	if a == nil {
		return nil
	}
	if err := w.taken(a.Name, a.ID); err != nil {
		return err
	}
	var other int
	err := w.tx.QueryRowContext(w.ctx, "SELECT count(*) FROM account WHERE id <> ? AND (login = ? OR subject <> '' AND issuer = ? AND subject = ?)",
		a.ID, a.Login, a.Issuer, a.Subject).Scan(&other)
	if err != nil {
		return err
	}
	if other > 0 {
		return access.Refuse(access.LoginTaken, ascribe.Conflict, fmt.Sprintf("another account has the login %q, or signs in as the same person", a.Login), "choose another login")
	}
	changed := ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "somebody else changed the account at the same time"), "look at it again, then repeat what you did")
	return w.once(changed, `INSERT INTO account (id, name, login, email, password, issuer, subject, admin, language, created, ended, revision) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET login = excluded.login, email = excluded.email, password = excluded.password, issuer = excluded.issuer,
			subject = excluded.subject, admin = excluded.admin, ended = excluded.ended, revision = excluded.revision WHERE revision = excluded.revision - 1`,
		a.ID, a.Name, a.Login, a.Email, a.Password, a.Issuer, a.Subject, a.Administrator, a.Language, nano(a.Created), nano(a.Ended), a.Revision+1)
}

// name reserves a name.
func (w *entering) name() error {
	if w.Name == "" {
		return nil
	}
	return w.taken(w.Name, w.Owner)
}

// taken gives a name to its owner, for good.
func (w *entering) taken(name, owner string) error {
	folded, has := access.FoldName(name), ""
	if err := w.exec("INSERT OR IGNORE INTO name (folded, owner) VALUES (?, ?)", folded, owner); err != nil {
		return err
	}
	if err := w.tx.QueryRowContext(w.ctx, "SELECT owner FROM name WHERE folded = ?", folded).Scan(&has); err != nil {
		return err
	}
	if has != owner {
		return access.Refuse(access.NameTaken, ascribe.Conflict, fmt.Sprintf("somebody else decides, or once decided, as %q", name), "choose a name that tells the two apart")
	}
	return nil
}

func (w *entering) kase() error {
	c := w.Case
	if c == nil {
		return nil
	}
	if w.Act.Did == access.CaseMade || w.Act.Did == access.Founded {
		return w.once(access.Refuse(access.CaseTaken, ascribe.Conflict, fmt.Sprintf("there is a case %q already", c.Name), "choose another name"),
			"INSERT OR IGNORE INTO kase (name, title, created, closed) VALUES (?, ?, ?, 0)", c.Name, c.Title, nano(c.Created))
	}
	return w.once(ascribe.Errorf(ascribe.NotFound, "there is no case %q", c.Name), "UPDATE kase SET title = ?, closed = ? WHERE name = ?", c.Title, nano(c.Closed), c.Name)
}

func (w *entering) membership() error {
	m := w.Membership
	switch {
	case m == nil:
		return nil
	case m.Role == access.NoRole:
		return w.exec("DELETE FROM membership WHERE account = ? AND kase = ?", m.Account, m.Case)
	}
	return w.exec("INSERT INTO membership (account, kase, role) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role", m.Account, m.Case, m.Role.String())
}

// link enters a link in the place of those that its account had, or takes one back.
func (w *entering) link() error {
	at := w.Act.At.UnixNano()
	if w.Drop != "" {
		return w.once(ascribe.Errorf(ascribe.NotFound, "there is no link %q that is still good", w.Drop), "UPDATE link SET used = ? WHERE id = ? AND used = 0", at, w.Drop)
	}
	l := w.Link
	if l == nil {
		return nil
	}
	if err := w.exec("UPDATE link SET used = ? WHERE account = ? AND used = 0", at, l.Account); err != nil {
		return err
	}
	return w.exec("INSERT INTO link (id, hash, purpose, account, created, expires, used) VALUES (?, ?, ?, ?, ?, ?, 0)",
		l.ID, l.Hash[:], string(l.Purpose), l.Account, nano(l.Created), nano(l.Expires))
}

// sessions ends sessions.
func (w *entering) sessions() error {
	switch {
	case w.EndSessions == "":
		return nil
	case w.EndSession != "":
		return w.once(ascribe.Errorf(ascribe.NotFound, "there is no such session"), "DELETE FROM session WHERE account = ? AND id = ?", w.EndSessions, w.EndSession)
	}
	return w.exec("DELETE FROM session WHERE account = ? AND id <> ?", w.EndSessions, w.Keep)
}

func (w *entering) act() error {
	a := &w.Act
	return w.exec("INSERT INTO act (at, account, name, did, target, detail, why, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		nano(a.At), a.Account, a.Name, string(a.Did), a.On, a.Detail, a.Why, a.Address)
}

// nano is a moment in nanoseconds since 1970; none is 0.
func nano(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}
