// Package oidc lets people sign in to a desk with an account that they have with a
// provider of OpenID Connect.
package oidc

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"ascribe"
	"ascribe/internal/access"
)

// A Provider is where people have an account. Set its fields; it is asked for what it
// says of itself at the first sign-in, so that a desk starts without it.
type Provider struct {
	Called string // what people call it
	Issuer string
	Client string // what the desk is called there
	Secret string
	Now    func() time.Time

	mu    sync.Mutex
	found *oidc.Provider
}

// SecretVariable is the variable of the environment that the secret may stand in.
const SecretVariable = "ASCRIBE_OIDC_SECRET" //nolint:gosec // the name of a variable

// settings are what stands of a provider in the file of a desk.
type settings struct {
	OIDC *struct {
		Name       string `json:"name"`
		Issuer     string `json:"issuer"`
		Client     string `json:"client_id"`
		SecretFile string `json:"client_secret_file"` // as seen from the folder of the desk
	} `json:"oidc"`
}

// Read reads the provider of a desk from desk.json in its folder; none is nil.
func Read(folder string, now func() time.Time) (*Provider, error) {
	path := filepath.Join(folder, "desk.json")
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // a desk needs no provider
	}
	if err != nil {
		return nil, fmt.Errorf("reading the settings of the desk: %w", err)
	}
	defer f.Close()
	d := json.NewDecoder(f)
	d.DisallowUnknownFields()
	var s settings
	if err := d.Decode(&s); err != nil {
		return nil, wrong(path, err.Error())
	}
	if s.OIDC == nil {
		return nil, nil //nolint:nilnil // a desk needs no provider
	}
	p := &Provider{Called: s.OIDC.Name, Issuer: s.OIDC.Issuer, Client: s.OIDC.Client, Secret: os.Getenv(SecretVariable), Now: now}
	if p.Called == "" || p.Client == "" || !safe(p.Issuer) {
		return nil, wrong(path, "oidc takes name, issuer (https) and client_id")
	}
	if p.Secret != "" || s.OIDC.SecretFile == "" {
		return p, nil
	}
	at := s.OIDC.SecretFile
	if !filepath.IsAbs(at) {
		at = filepath.Join(folder, at)
	}
	b, err := os.ReadFile(at)
	if err != nil {
		return nil, ascribe.WithHint(fmt.Errorf("reading the secret of the provider: %w", err), "check client_secret_file in "+path)
	}
	p.Secret = strings.TrimSpace(string(b))
	return p, nil
}

func wrong(path, what string) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: %s", path, what), `write {"oidc": {"name": "…", "issuer": "https://…", "client_id": "…", "client_secret_file": "…"}}`)
}

// safe reports whether an issuer is asked through TLS, or is of this machine.
func safe(issuer string) bool {
	u, err := url.Parse(issuer)
	if err != nil || u.Host == "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Scheme == "https" || u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

// Name is what people call the provider.
func (p *Provider) Name() string { return p.Called }

// client asks the provider, and does not wait for ever.
func client() *http.Client { return &http.Client{Timeout: 15 * time.Second} }

// provider asks the provider what it says of itself, until it has answered once.
func (p *Provider) provider(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil {
		return p.found, nil
	}
	found, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), client()), p.Issuer)
	if err != nil {
		return nil, fmt.Errorf("asking %s what it is: %w", p.Issuer, err)
	}
	p.found = found
	return found, nil
}

func (p *Provider) config(found *oidc.Provider, back string) *oauth2.Config {
	return &oauth2.Config{ClientID: p.Client, ClientSecret: p.Secret, RedirectURL: back, Endpoint: found.Endpoint(), Scopes: []string{oidc.ScopeOpenID, "email", "profile"}}
}

// Begin returns where a person signs in, to come back with the state.
func (p *Provider) Begin(ctx context.Context, back string, f *access.Flow) (string, error) {
	found, err := p.provider(ctx)
	if err != nil {
		return "", err
	}
	return p.config(found, back).AuthCodeURL(f.State, oidc.Nonce(f.Nonce), oauth2.S256ChallengeOption(f.Verifier)), nil
}

// Finish returns who came back with a code. The token must be signed by the issuer for
// this desk, must not be too old, and must bear the nonce of the sign-in.
func (p *Provider) Finish(ctx context.Context, back, code string, f *access.Flow) (access.Identity, error) {
	var who access.Identity
	found, err := p.provider(ctx)
	if err != nil {
		return who, err
	}
	ctx = oidc.ClientContext(ctx, client())
	answer, err := p.config(found, back).Exchange(ctx, code, oauth2.VerifierOption(f.Verifier))
	if err != nil {
		return who, fmt.Errorf("changing the code for a token: %w", p.hide(err))
	}
	raw, ok := answer.Extra("id_token").(string)
	if !ok {
		return who, errors.New("the provider gave no id_token")
	}
	token, err := found.VerifierContext(ctx, &oidc.Config{ClientID: p.Client, Now: p.Now}).Verify(ctx, raw)
	if err != nil {
		return who, fmt.Errorf("checking the token: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(f.Nonce)) != 1 {
		return who, errors.New("the token bears the nonce of another sign-in")
	}
	var claims struct {
		Email    string `json:"email"`
		Verified any    `json:"email_verified"` // true, or "true" from some
	}
	if err := token.Claims(&claims); err != nil {
		return who, fmt.Errorf("reading the token: %w", err)
	}
	verified := claims.Verified == true || claims.Verified == "true"
	return access.Identity{Issuer: token.Issuer, Subject: token.Subject, Email: claims.Email, Verified: verified}, nil
}

// hide keeps the secret out of an error.
func (p *Provider) hide(err error) error {
	if p.Secret == "" || !strings.Contains(err.Error(), p.Secret) {
		return err
	}
	return errors.New(strings.ReplaceAll(err.Error(), p.Secret, "…"))
}
