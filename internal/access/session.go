package access

import (
	"strings"
	"time"
	"unicode/utf8"
)

// How long a session lasts.
const (
	Idle     = 12 * time.Hour     // without a request
	Lifetime = 7 * 24 * time.Hour // at all
)

// A Session is a browser in which a person has signed in.
type Session struct {
	ID      string
	Hash    [32]byte // SHA-256 of the secret in its cookie
	Account string
	Created time.Time
	Seen    time.Time // last
	Agent   string    // what the browser calls itself
	Address string
}

// NewSession makes a session, and returns the secret for its cookie.
func NewSession(account, agent, address string, now time.Time) (*Session, string) {
	secret := newSecret()
	return &Session{ID: newID("s"), Hash: Hash(secret), Account: account, Created: now.UTC(), Seen: now.UTC(), Agent: short(agent, 200), Address: address}, secret
}

// Over reports whether a session has lasted its time.
func (s *Session) Over(now time.Time) bool {
	return now.Sub(s.Created) >= Lifetime || now.Sub(s.Seen) >= Idle
}

// short cuts a text that a stranger sent.
func short(s string, most int) string {
	s = strings.ToValidUTF8(s, "")
	for len(s) > most {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}
