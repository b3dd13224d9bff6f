package access

import (
	"crypto/rand"
	"strings"
	"time"
)

// Purpose is what a link does.
type Purpose string

// Purposes.
const (
	First  Purpose = "first"  // makes the first administrator and the first case
	Invite Purpose = "invite" // sets the first password of an account
	Reset  Purpose = "reset"  // sets another
)

// patience is how long a link is good.
func (p Purpose) patience() time.Duration {
	if p == Invite {
		return 7 * 24 * time.Hour
	}
	return 24 * time.Hour
}

// A Link does one thing once, for whoever has it.
type Link struct {
	ID      string
	Hash    [32]byte // SHA-256 of its secret
	Purpose Purpose
	Account string // that it is for; "" for the first administrator's
	Created time.Time
	Expires time.Time
	Used    time.Time // or taken back
}

// NewLink makes a link, and returns its secret, which is shown once.
func NewLink(p Purpose, account string, now time.Time) (*Link, string) {
	secret := newSecret()
	return &Link{ID: newID("l"), Hash: Hash(secret), Purpose: p, Account: account, Created: now.UTC(), Expires: now.Add(p.patience()).UTC()}, secret
}

// Good reports whether a link can still be used.
func (l *Link) Good(now time.Time) bool { return l.Used.IsZero() && now.Before(l.Expires) }

// newSecret makes a secret with 195 bits of chance; see [Hash].
func newSecret() string { return strings.ToLower(rand.Text() + rand.Text()[:13]) }
