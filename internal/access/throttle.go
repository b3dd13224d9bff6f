package access

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Guesses of passwords that are let through in a minute.
const (
	PerLogin   = 10 // at one login, from browsers that nobody signed in to it with before
	PerAddress = 30 // from one address, whatever the login
)

// A Throttle holds guesses back. It counts by what was typed, whether there is such an
// account or not. The zero value is ready.
type Throttle struct {
	mu   sync.Mutex
	when map[string][]time.Time
}

// remembered is how many guesses, logins and addresses are kept apart; beyond that all
// that were counted are forgotten, which a hundred thousand addresses at once could do.
const remembered = 100_000

// Guess counts a guess, and reports whether it may be made; where not, when to try
// again. known is a browser that its owner signed in with before: it has a count of its
// own, so that guesses of others cannot keep the owner out.
func (t *Throttle) Guess(login, address, known string, now time.Time) (bool, time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.when == nil || len(t.when) > remembered {
		t.when = map[string][]time.Time{}
	}
	if known != "" {
		return t.count(now, []string{"k" + known}, []int{PerLogin})
	}
	return t.count(now, []string{"l" + login, "a" + Network(address)}, []int{PerLogin, PerAddress})
}

// count enters a guess under each key, unless one has had as many as it may.
func (t *Throttle) count(now time.Time, keys []string, most []int) (bool, time.Duration) {
	for i, k := range keys {
		recent := t.when[k]
		for len(recent) > 0 && now.Sub(recent[0]) >= time.Minute {
			recent = recent[1:]
		}
		if len(recent) >= most[i] {
			return false, time.Minute - now.Sub(recent[0])
		}
		t.when[k] = recent
	}
	for _, k := range keys {
		t.when[k] = append(t.when[k], now)
	}
	return true, 0
}

// Network is what one household or host has of the addresses: an IPv4 address, or the
// first 64 bits of an IPv6 one.
func Network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap(); ip.Is6() {
		if p, err := ip.WithZone("").Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}

// KnownBrowser makes what a browser keeps after its owner signed in to a login with it:
// it lets nobody in, but is counted by itself when signing in fails.
func KnownBrowser(key []byte, login string) string {
	mark := rand.Text()
	return mark + "." + seal(key, login, mark)
}

// IsKnown returns the mark of a browser that somebody signed in to a login with, or "".
func IsKnown(key []byte, login, browser string) string {
	mark, sealed, ok := strings.Cut(browser, ".")
	if !ok || subtle.ConstantTimeCompare([]byte(sealed), []byte(seal(key, login, mark))) != 1 {
		return ""
	}
	return mark
}

func seal(key []byte, login, mark string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(mark + "\x00" + login))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil))
}
