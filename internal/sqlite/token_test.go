package sqlite

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A token is found by its secret until it is revoked; the secret is nowhere in the file.
func TestTokens(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	now := time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC)
	made, secret, err := access.NewToken("Ines Torvald", []access.Scope{access.Read, access.Review}, now)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutToken(ctx, made); err != nil {
		t.Fatal(err)
	}
	found, err := s.Token(ctx, access.Hash(secret), now.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if found.Name != made.Name || !slices.Equal(found.Scopes, made.Scopes) || !found.Created.Equal(now) || !found.Used.Equal(now.Add(time.Hour)) {
		t.Errorf("found %+v", found)
	}
	if _, err := s.Token(ctx, access.Hash(secret+"x"), now); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("another secret: %v", err)
	}
	if err := s.RevokeToken(ctx, made.ID, now.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Token(ctx, access.Hash(secret), now); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("a revoked token is good: %v", err)
	}
	if err := s.RevokeToken(ctx, "tnothing", now); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("revoking nothing: %v", err)
	}
	all, err := s.Tokens(ctx)
	if err != nil || len(all) != 1 || !all[0].Revoked.Equal(now.Add(2*time.Hour)) || !all[0].Used.Equal(now.Add(time.Hour)) {
		t.Errorf("listed %+v, %v", all, err)
	}
}

// A request stands under its owner and key with the moment and the digest it first had.
func TestRequests(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	at := time.Date(2025, 4, 2, 12, 0, 0, 5, time.UTC)
	first := access.Request{Owner: "t1", Key: "k", Digest: [32]byte{1}, At: at}
	got, err := s.Receive(ctx, first)
	if err != nil || got.Again || got.Status != 0 || !got.At.Equal(at) {
		t.Fatalf("%+v, %v", got, err)
	}
	got.Status, got.Answer = 201, []byte(`{"id":"d1"}`)
	if err := s.Answered(ctx, got); err != nil {
		t.Fatal(err)
	}
	again, err := s.Receive(ctx, access.Request{Owner: "t1", Key: "k", Digest: [32]byte{2}, At: at.Add(time.Hour)})
	if err != nil || !again.Again || again.Digest != first.Digest || !again.At.Equal(at) || again.Status != 201 || string(again.Answer) != `{"id":"d1"}` {
		t.Errorf("%+v, %v", again, err)
	}
	other, err := s.Receive(ctx, access.Request{Owner: "t2", Key: "k", Digest: [32]byte{2}, At: at})
	if err != nil || other.Status != 0 || other.Digest != [32]byte{2} {
		t.Errorf("another owner's: %+v, %v", other, err)
	}
}

// A webhook comes back as it was entered, then with what became of it, until it ends.
func TestWebhooks(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	now := time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC)
	w, err := access.NewWebhook("https://hook.example/in", []string{"toll.changed", "claim.new"}, 7, now)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.PutWebhook(ctx, w); err != nil {
			t.Fatal(err)
		}
		all, err := s.Webhooks(ctx)
		if err != nil || len(all) != 1 || !reflect.DeepEqual(all[0], *w) {
			t.Errorf("%+v, %v", all, err)
		}
		w.Line, w.Tries, w.Problem, w.Next = 9, 3, "answered 503", now.Add(time.Hour)
	}
	if err := s.DropWebhook(ctx, w.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.DropWebhook(ctx, w.ID); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("ending nothing: %v", err)
	}
}
