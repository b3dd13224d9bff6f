package access

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"
)

func at() time.Time { return time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC) }

// A password that is guessed first is refused, and every other is taken as it is.
func TestCheckPassword(t *testing.T) {
	for password, want := range map[string]Fault{
		"short":                             ShortPassword,
		"1234567":                           ShortPassword,
		strings.Repeat("ä", 513):            LongPassword,
		"password":                          CommonPassword,
		"Password123!":                      CommonPassword,
		"ILOVEYOU":                          CommonPassword,
		"trustno1":                          CommonPassword,
		"aaaaaaaaaaaaaaaa":                  PlainPassword,
		"abababababab":                      PlainPassword,
		"lkjhgfdsapoiuytrewq":               PlainPassword,
		"abcdefghijklm":                     PlainPassword,
		"9876543210987":                     PlainPassword,
		"ines.torvald":                      OwnPassword,
		"Ines Torvald!":                     OwnPassword,
		"ines.torvald password":             OwnPassword,
		"ascribe 12345678":                  OwnPassword,
		"ascribeascribe1":                   OwnPassword,
		"\xff\xfelanterns over the quay":    LongPassword,
		"lanterns over the quay":            "",
		"ines saw seven herons":             "",
		"Möwen über dem Hafen":              "",
		"pässe%7Q\"'<>&":                    "",
		strings.Repeat("herons at low", 70): "",
		"海の上の七つの灯籠":                         "",
	} {
		if got := FaultOf(CheckPassword(password, "Ines Torvald", "ines.torvald", "")); got != want {
			t.Errorf("%q: %q, want %q", password, got, want)
		}
	}
}

// What is kept of a password tells right from wrong and nothing else; a letter that can
// be written in two ways is one.
func TestHasher(t *testing.T) {
	h, ctx := NewHasher(2), t.Context()
	one, err := h.Hash(ctx, "Möwen über dem Hafen")
	if err != nil {
		t.Fatal(err)
	}
	two, err := h.Hash(ctx, "Möwen über dem Hafen")
	if err != nil || one == two || !strings.HasPrefix(one, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("%q, %q, %v", one, two, err)
	}
	for password, want := range map[string]bool{
		"Möwen über dem Hafen": true, "Mo\u0308wen u\u0308ber dem Hafen": true, "möwen über dem Hafen": false, "": false, strings.Repeat("x", MostPassword+1): false,
	} {
		if got, err := h.Right(ctx, password, one); got != want || err != nil {
			t.Errorf("%q: %v, %v", password, got, err)
		}
		if got, err := h.Right(ctx, password, ""); got || err != nil {
			t.Errorf("%q where none is kept: %v, %v", password, got, err)
		}
	}
	if _, err := h.Right(ctx, "x", "$2y$10$other"); err == nil {
		t.Error("what another program kept is taken")
	}
}

// No more passwords are hashed at once than was said, and who goes away does not wait.
func TestHasherIsBusy(t *testing.T) {
	h := NewHasher(1)
	h.slots <- struct{}{}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Hash(ctx, "lanterns over the quay"); err == nil {
		t.Error("a second password is hashed at the same time")
	}
	<-h.slots
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if _, err := h.Hash(t.Context(), "lanterns over the quay"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Names that look the same are the same, and those that cannot be read are none.
func TestNames(t *testing.T) {
	for _, name := range []string{"Ines Torvald", "  ines   torvald ", "INES TORVALD", "Ｉnes Torvald"} {
		if FoldName(name) != "ines torvald" {
			t.Errorf("%q is compared as %q", name, FoldName(name))
		}
	}
	for name, good := range map[string]bool{
		"Ines Torvald": true, "Zoë O’Brien-Müller": true, "نور الدين": true, "陳大文": true,
		"": false, "  ": false, "12": false, "Ines\u202eTorvald": false, "In\u200bes": false, "Ines\x00": false, "Ines\u3164": false, strings.Repeat("a", 81): false,
	} {
		if _, err := NewAccount(name, "ines", "", at()); (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
	}
	for login, good := range map[string]bool{
		"ines": true, "Ines.T_1-x@uni.example": true, "i": false, "": false, "a b": false, "-x": false, "ünal": false, "a/b": false, strings.Repeat("a", 65): false,
	} {
		if _, err := NewAccount("Ines", login, "", at()); (err == nil) != good {
			t.Errorf("login %q: %v", login, err)
		}
	}
	for email, good := range map[string]bool{"": true, "Ines@Uni.example": true, "ines": false, "a@b@c": false, "a b@c": false, "<a>@b": false} {
		if _, err := NewAccount("Ines", "ines", email, at()); (err == nil) != good {
			t.Errorf("mail %q: %v", email, err)
		}
	}
	for name, good := range map[string]bool{
		"ferry": true, "ferry-2025": true, "a": true, "": false, "-a": false, "a-": false, "Ferry": false, "a/b": false, "..": false, "a.b": false, "con": false, "com1": false, "desk": false, strings.Repeat("a", 41): false,
	} {
		if _, err := NewCase(name, "The ferry", at()); (err == nil) != good {
			t.Errorf("case %q: %v", name, err)
		}
	}
}

// What lasts ends.
func TestEnds(t *testing.T) {
	s, secret := NewSession("a1", strings.Repeat("ä", 300), "", at())
	if s.Hash != Hash(secret) || len(secret) < 39 || len(s.Agent) > 200 {
		t.Errorf("%+v of %q", s, secret)
	}
	for after, over := range map[time.Duration]bool{Idle - 1: false, Idle: true} {
		if s.Over(at().Add(after)) != over {
			t.Errorf("after %v over: %v", after, !over)
		}
	}
	s.Seen = at().Add(Lifetime - 1)
	if s.Over(s.Seen) || !s.Over(at().Add(Lifetime)) {
		t.Error("a session that is used lasts too short or too long")
	}
	for p, lasts := range map[Purpose]time.Duration{First: 24 * time.Hour, Invite: 7 * 24 * time.Hour, Reset: 24 * time.Hour} {
		l, _ := NewLink(p, "a1", at())
		if !l.Good(at().Add(lasts-1)) || l.Good(at().Add(lasts)) {
			t.Errorf("a link for %s lasts otherwise than %v", p, lasts)
		}
	}
}

// Guesses are counted by login and by network, and a known browser by itself.
func TestThrottle(t *testing.T) {
	var g Throttle
	for i := range PerLogin {
		if ok, _ := g.Guess("ines", "203.0.113.1", "", at()); !ok {
			t.Fatal(i)
		}
	}
	if ok, again := g.Guess("ines", "203.0.113.2", "", at().Add(20*time.Second)); ok || again != 40*time.Second {
		t.Errorf("%v, %v", ok, again)
	}
	if ok, _ := g.Guess("ines", "203.0.113.2", "mark", at()); !ok {
		t.Error("the owner is held back by others")
	}
	if ok, _ := g.Guess("ines", "203.0.113.2", "", at().Add(time.Minute)); !ok {
		t.Error("a minute later guesses are still held back")
	}
	for i := range 40 {
		ok, _ := g.Guess(strings.Repeat("x", i+2), "2001:db8::"+string("123456789"[i%9]), "", at())
		if ok != (i < PerAddress) {
			t.Fatalf("guess %d of a network: %v", i, ok)
		}
	}
	key := []byte("a key")
	mark := KnownBrowser(key, "ines")
	if IsKnown(key, "ines", mark) == "" || IsKnown(key, "vera", mark) != "" || IsKnown([]byte("another"), "ines", mark) != "" || IsKnown(key, "ines", "x") != "" || IsKnown(key, "ines", "") != "" {
		t.Error("a browser is taken for one that it is not")
	}
}
