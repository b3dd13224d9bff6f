// Package access says who may do what through the API, and which requests were
// answered already: what a desk keeps beside its ledger.
package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// Scope is one thing that a token allows.
type Scope string

// Scopes. None holds another, but Admin all.
const (
	Read   Scope = "read"   // the record as it may leave: no private person is named
	Desk   Scope = "desk"   // what the desk itself sees: archived words with all names, who decided
	Write  Scope = "write"  // add articles
	Review Scope = "review" // decide
	Admin  Scope = "admin"  // all of these
)

// Scopes lists the scopes, the least first.
func Scopes() []Scope { return []Scope{Read, Desk, Write, Review, Admin} }

// ParseScopes reads scopes from their names, each once.
func ParseScopes(names []string) ([]Scope, error) {
	var out []Scope
	for _, name := range names {
		s := Scope(strings.TrimSpace(name))
		if !slices.Contains(Scopes(), s) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no scope", name), "one of: read, desk, write, review, admin")
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out, nil
}

// A Token lets who holds its secret through. The secret itself is not kept.
type Token struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"` // of who holds it: the author of what is decided with it
	Scopes  []Scope   `json:"scopes"`
	Created time.Time `json:"created"`
	Used    time.Time `json:"used,omitzero"`    // last
	Revoked time.Time `json:"revoked,omitzero"` // no longer good since
	Hash    [32]byte  `json:"-"`                // SHA-256 of the secret
}

// Allows reports whether a token, or what is open without one, has a scope.
func Allows(granted []Scope, s Scope) bool {
	return slices.Contains(granted, s) || slices.Contains(granted, Admin)
}

// prefix makes a secret that was left somewhere easy to find.
const prefix = "ascribe_"

// NewToken makes a token, and returns its secret, which is shown once.
func NewToken(name string, scopes []Scope, now time.Time) (*Token, string, error) {
	if strings.TrimSpace(name) == "" || len(scopes) == 0 {
		return nil, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "a token needs the name of who holds it, and a scope"), "one of: read, desk, write, review, admin")
	}
	secret := prefix + strings.ToLower(rand.Text()+rand.Text()[:13])
	hash := Hash(secret)
	id := "t" + strings.ToLower(base32.StdEncoding.EncodeToString(hash[:8])[:8])
	return &Token{ID: id, Name: strings.TrimSpace(name), Scopes: scopes, Created: now.UTC(), Hash: hash}, secret, nil
}

// Hash is what is kept of a secret. Secrets have 195 bits of chance, so a plain hash
// cannot be turned back.
func Hash(secret string) [32]byte { return sha256.Sum256([]byte(secret)) }

// Tokens keeps tokens.
type Tokens interface {
	// PutToken enters a token.
	PutToken(ctx context.Context, t *Token) error
	// Tokens lists the tokens, revoked ones too, by when they were made.
	Tokens(ctx context.Context) ([]Token, error)
	// Token returns the token whose secret hashes so and notes its use; NotFound where
	// there is none, or it is revoked.
	Token(ctx context.Context, hash [32]byte, now time.Time) (*Token, error)
	// RevokeToken ends a token; NotFound where there is none.
	RevokeToken(ctx context.Context, id string, now time.Time) error
}

// A Request is a request to be answered once, however often it is sent.
type Request struct {
	Owner  string          // the token that sent it
	Key    string          // that its sender gave it
	Digest [32]byte        // of what it asks
	Again  bool            // it stood already when it came
	At     time.Time       // when it first came: what it enters is dated so, and is one however often it is tried
	Status int             // of the answer; 0 as long as there is none
	Answer json.RawMessage // body of the answer
}

// Requests keeps the requests that were answered.
type Requests interface {
	// Receive enters a request, or returns the one that stands under its owner and key.
	Receive(ctx context.Context, r Request) (*Request, error)
	// Answered keeps the answer to a request.
	Answered(ctx context.Context, r *Request) error
}
