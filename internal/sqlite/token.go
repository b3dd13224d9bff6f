package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

var (
	_ access.Tokens   = (*Store)(nil)
	_ access.Requests = (*Store)(nil)
)

// PutToken enters a token; see access.Tokens.
func (s *Store) PutToken(ctx context.Context, t *access.Token) error {
	names := make([]string, len(t.Scopes))
	for i, scope := range t.Scopes {
		names[i] = string(scope)
	}
	_, err := s.write.ExecContext(ctx, "INSERT INTO token (id, name, scopes, hash, created) VALUES (?, ?, ?, ?, ?)",
		t.ID, t.Name, strings.Join(names, " "), t.Hash[:], t.Created.UnixNano())
	return s.explain(err, "write to")
}

const tokenColumns = "SELECT id, name, scopes, created, used, revoked FROM token "

// Tokens lists the tokens; see access.Tokens.
func (s *Store) Tokens(ctx context.Context) ([]access.Token, error) {
	var out []access.Token
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		t, err := scanToken(rows)
		out = append(out, t)
		return err
	}, tokenColumns+"ORDER BY created, id")
	return out, s.explain(err, "read")
}

func scanToken(rows *sql.Rows) (t access.Token, err error) {
	var scopes string
	var created, used, revoked int64
	if err := rows.Scan(&t.ID, &t.Name, &scopes, &created, &used, &revoked); err != nil {
		return t, err
	}
	t.Created, t.Used, t.Revoked = momentAt(created), momentAt(used), momentAt(revoked)
	t.Scopes, err = access.ParseScopes(strings.Fields(scopes))
	return t, err
}

// momentAt is a moment in nanoseconds since 1970; 0 is none.
func momentAt(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}

// useNoted is how exactly the last use of a token is kept.
const useNoted = time.Minute

// Token returns the token of a secret and notes its use; see access.Tokens.
func (s *Store) Token(ctx context.Context, hash [32]byte, now time.Time) (*access.Token, error) {
	var found []access.Token
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		t, err := scanToken(rows)
		found = append(found, t)
		return err
	}, tokenColumns+"WHERE hash = ? AND revoked = 0", hash[:])
	if err != nil {
		return nil, s.explain(err, "read")
	}
	if len(found) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no such token, or it was revoked"), "make one with ascribe token create")
	}
	t := &found[0]
	t.Hash = hash
	if now.Sub(t.Used) < useNoted {
		return t, nil
	}
	t.Used = now.UTC()
	_, err = s.write.ExecContext(ctx, "UPDATE token SET used = ? WHERE id = ?", now.UnixNano(), t.ID)
	return t, s.explain(err, "write to")
}

// RevokeToken ends a token; see access.Tokens.
func (s *Store) RevokeToken(ctx context.Context, id string, now time.Time) error {
	done, err := s.write.ExecContext(ctx, "UPDATE token SET revoked = CASE revoked WHEN 0 THEN ? ELSE revoked END WHERE id = ?", now.UnixNano(), id)
	if err != nil {
		return s.explain(err, "write to")
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no token %q", id), "ascribe token list prints the ids")
	}
	return nil
}

// Receive enters a request to be answered once; see access.Requests.
func (s *Store) Receive(ctx context.Context, r access.Request) (*access.Request, error) {
	done, err := s.write.ExecContext(ctx, "INSERT OR IGNORE INTO request (owner, key, digest, at) VALUES (?, ?, ?, ?)",
		r.Owner, r.Key, r.Digest[:], r.At.UnixNano())
	if err != nil {
		return nil, s.explain(err, "write to")
	}
	entered, err := done.RowsAffected()
	if err != nil {
		return nil, s.explain(err, "write to")
	}
	r.Again = entered == 0
	var digest, answer []byte
	var at int64
	err = s.write.QueryRowContext(ctx, "SELECT digest, at, status, answer FROM request WHERE owner = ? AND key = ?", r.Owner, r.Key).
		Scan(&digest, &at, &r.Status, &answer)
	copy(r.Digest[:], digest)
	r.At, r.Answer = momentAt(at), answer
	return &r, s.explain(err, "read")
}

// Answered keeps the answer to a request; see access.Requests.
func (s *Store) Answered(ctx context.Context, r *access.Request) error {
	_, err := s.write.ExecContext(ctx, "UPDATE request SET status = ?, answer = ? WHERE owner = ? AND key = ?", r.Status, []byte(r.Answer), r.Owner, r.Key)
	return s.explain(err, "write to")
}
