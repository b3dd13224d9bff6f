package api

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"ascribe/internal/access"
)

// needs is the scope that each route takes. A route without a row fails.
var needs = map[string]access.Scope{
	"health": "", "head": access.Read, "incidents": access.Read, "record": access.Read, "statements": access.Read, "tallies": access.Read,
	"actors": access.Read, "actor": access.Read, "diff": access.Read, "changes": access.Read, "feed-atom": access.Read, "feed-json": access.Read,
	"article": access.Desk, "reading": access.Desk, "raw": access.Desk, "search": access.Desk, "decisions": access.Desk,
	"add": access.Write, "decide": access.Review,
	"webhooks": access.Admin, "subscribe": access.Admin, "unsubscribe": access.Admin,
}

// Every route lets through who has its scope, with a token or without, and nobody else.
func TestScopes(t *testing.T) {
	d := fresh(t)
	d.api.Open = nil
	secrets := map[access.Scope]string{}
	ctx := context.Background()
	for _, s := range access.Scopes() {
		made, secret, err := access.NewToken("Ines Torvald", []access.Scope{s}, now())
		if err != nil {
			t.Fatal(err)
		}
		if err := d.store.PutToken(ctx, made); err != nil {
			t.Fatal(err)
		}
		secrets[s] = secret
	}
	revoked, gone, err := access.NewToken("Ines Torvald", []access.Scope{access.Admin}, now())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store.PutToken(ctx, revoked); err != nil {
		t.Fatal(err)
	}
	if err := d.store.RevokeToken(ctx, revoked.ID, now()); err != nil {
		t.Fatal(err)
	}
	for _, r := range d.api.routes {
		need, listed := needs[r.ID]
		if !listed {
			t.Errorf("%s has no row: which scope does it take?", r.ID)
			continue
		}
		status := func(authorization string) int {
			headers := []string{"Content-Type", "application/json"}
			if authorization != "" {
				headers = append(headers, "Authorization", authorization)
			}
			return d.ask(r.Method, Base+strings.Replace(r.Path, "{id}", "x", 1), "{}", headers...).Code
		}
		through := func(code int) bool { return code != http.StatusUnauthorized && code != http.StatusForbidden }
		for _, s := range access.Scopes() {
			code := status("Bearer " + secrets[s])
			if want := need == "" || s == need || s == access.Admin; through(code) != want || !want && code != http.StatusForbidden {
				t.Errorf("%s with the scope %s: %d", r.ID, s, code)
			}
		}
		for name, authorization := range map[string]string{
			"none": "", "revoked": "Bearer " + gone, "another": "Bearer " + secrets[access.Admin] + "x", "no token": "Bearer ", "basic": "Basic " + secrets[access.Admin], "bare": secrets[access.Admin],
		} {
			if code := status(authorization); need != "" && code != http.StatusUnauthorized || need == "" && !through(code) {
				t.Errorf("%s, %s: %d", r.ID, name, code)
			}
		}
		for _, s := range access.Scopes() {
			d.api.Open = []access.Scope{s}
			if code := status(""); through(code) != (need == "" || s == need || s == access.Admin) {
				t.Errorf("%s, open to %s without a token: %d", r.ID, s, code)
			}
		}
		d.api.Open = nil
	}
	if len(d.api.routes) != len(needs) {
		t.Errorf("%d routes, %d rows", len(d.api.routes), len(needs))
	}
}

// A secret in an address is not taken: it would stand in logs.
func TestSecretInAddress(t *testing.T) {
	d := fresh(t)
	d.api.Open = nil
	made, secret, err := access.NewToken("Ines Torvald", []access.Scope{access.Admin}, now())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store.PutToken(context.Background(), made); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"token", "access_token", "key", "authorization"} {
		if code := d.ask(http.MethodGet, Base+"/head?"+name+"="+secret, "").Code; code != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, code)
		}
	}
}

// Who asks too often waits, and others do not.
func TestRateLimit(t *testing.T) {
	c := newsroom.api.Config
	c.PerMinute = 3
	h, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	few := &desk{Handler: h}
	for range 3 {
		if w := few.ask(http.MethodGet, Base+"/health", ""); w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
	}
	w := few.ask(http.MethodGet, Base+"/health", "")
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != problemType {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

// A token knows when it was used.
func TestTokenIsUsed(t *testing.T) {
	d := fresh(t)
	made, secret, err := access.NewToken("Ines Torvald", []access.Scope{access.Read}, now().Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store.PutToken(context.Background(), made); err != nil {
		t.Fatal(err)
	}
	d.ask(http.MethodGet, Base+"/head", "", "Authorization", "bearer "+secret)
	all, err := d.store.Tokens(context.Background())
	if err != nil || len(all) != 1 || !all[0].Used.Equal(now()) {
		t.Errorf("%+v, %v", all, err)
	}
}
