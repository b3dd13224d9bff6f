package sqlite

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

func freshBook(t *testing.T) *Book {
	t.Helper()
	b, err := OpenBook(t.Context(), filepath.Join(t.TempDir(), "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

var noon = time.Date(2025, 4, 2, 12, 0, 0, 0, time.UTC)

func enter(t *testing.T, b *Book, c access.Change) {
	t.Helper()
	c.Act.At = noon
	if err := b.Enter(t.Context(), &c); err != nil {
		t.Fatal(err)
	}
}

func newAccount(t *testing.T, b *Book, name, login string) *access.Account {
	t.Helper()
	a, err := access.NewAccount(name, login, "", noon)
	if err != nil {
		t.Fatal(err)
	}
	a.Administrator, a.Password = true, "kept"
	enter(t, b, access.Change{Act: access.Act{Did: access.Invited}, Account: a})
	a, err = b.Account(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// A change that is refused leaves nothing, neither of itself nor in the log.
func TestEnterWholeOrNot(t *testing.T) {
	b, ctx := freshBook(t), t.Context()
	a := newAccount(t, b, "Vera Lindqvist", "vera")
	k, err := access.NewCase("ferry", "The ferry", noon)
	if err != nil {
		t.Fatal(err)
	}
	a.Ended = noon
	for name, c := range map[string]access.Change{
		"nobody is left":  {Account: a, Case: k, Act: access.Act{Did: access.CaseMade}},
		"no such link":    {Use: &access.Link{}, Case: k, Act: access.Act{Did: access.CaseMade}},
		"no such case":    {Membership: &access.Membership{Account: a.ID, Case: "none", Role: access.Coder}},
		"a name is taken": {Case: k, Name: "vera  lindqvist", Owner: "tokens", Act: access.Act{Did: access.CaseMade}},
		"no such session": {Case: k, EndSessions: a.ID, EndSession: "s1", Act: access.Act{Did: access.CaseMade}},
		"no such link id": {Case: k, Drop: "l1", Act: access.Act{Did: access.CaseMade}},
	} {
		c.Act.At = noon
		if err := b.Enter(ctx, &c); err == nil {
			t.Errorf("%s: it is entered", name)
		}
	}
	cases, err := b.Cases(ctx)
	if err != nil || len(cases) != 0 {
		t.Errorf("%v, %v", cases, err)
	}
	if acts, err := b.Acts(ctx, 0, 10); err != nil || len(acts) != 1 {
		t.Errorf("%v, %v", acts, err)
	}
}

// Of two changes of one account that know nothing of each other the second is refused:
// a password that is set while an administrator deactivates does not bring it back.
func TestChangesOfOneAccount(t *testing.T) {
	b := freshBook(t)
	newAccount(t, b, "Vera Lindqvist", "vera")
	one := newAccount(t, b, "Ines Torvald", "ines")
	two := *one
	one.Ended = noon
	enter(t, b, access.Change{Act: access.Act{Did: access.Deactivated}, Account: one})
	two.Password = "another"
	err := b.Enter(t.Context(), &access.Change{Act: access.Act{Did: access.PasswordSet, At: noon}, Account: &two})
	if ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("%v", err)
	}
	if a, err := b.Account(t.Context(), one.ID); err != nil || a.Ended.IsZero() {
		t.Errorf("%+v, %v", a, err)
	}
	s, _ := access.NewSession(one.ID, "", "", noon)
	if err := b.PutSession(t.Context(), s, "kept"); err == nil {
		t.Error("who was deactivated is let in")
	}
}

// A session begins only under the password that was found right, and seeing one does not
// bring it back.
func TestPutSession(t *testing.T) {
	b, ctx := freshBook(t), t.Context()
	a := newAccount(t, b, "Vera Lindqvist", "vera")
	s, secret := access.NewSession(a.ID, "a browser", "203.0.113.9", noon)
	if err := b.PutSession(ctx, s, "the one before"); ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("%v", err)
	}
	if err := b.PutSession(ctx, s, "kept"); err != nil {
		t.Fatal(err)
	}
	got, err := b.Session(ctx, access.Hash(secret))
	if err != nil || *got != *s {
		t.Errorf("%+v, %v", got, err)
	}
	if err := b.DropSession(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.SeeSession(ctx, s); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Session(ctx, access.Hash(secret)); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("%v", err)
	}
}

// The log is only appended, whoever has the file open; and a link is used once.
func TestLogAndLinks(t *testing.T) {
	b, ctx := freshBook(t), t.Context()
	a := newAccount(t, b, "Vera Lindqvist", "vera")
	for _, query := range []string{"DELETE FROM act", "UPDATE act SET why = 'x'"} {
		if _, err := b.write.ExecContext(ctx, query); err == nil || !strings.Contains(err.Error(), "only appended") {
			t.Errorf("%s: %v", query, err)
		}
	}
	link, _ := access.NewLink(access.Reset, a.ID, noon)
	enter(t, b, access.Change{Act: access.Act{Did: access.PasswordReset}, Link: link})
	var wg sync.WaitGroup
	var mu sync.Mutex
	used := 0
	for range 8 {
		wg.Go(func() {
			if b.Enter(ctx, &access.Change{Act: access.Act{Did: access.PasswordSet, At: noon}, Use: link}) == nil {
				mu.Lock()
				used++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if used != 1 {
		t.Errorf("the link was used %d times", used)
	}
	late, _ := access.NewLink(access.Reset, a.ID, noon.Add(-24*time.Hour))
	enter(t, b, access.Change{Act: access.Act{Did: access.PasswordReset}, Link: late})
	if err := b.Enter(ctx, &access.Change{Act: access.Act{Did: access.PasswordSet, At: noon}, Use: late}); err == nil {
		t.Error("a link that is too old is used")
	}
}

// A book is no store and a store no book: neither is opened as the other.
func TestBookIsNoStore(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	b, err := OpenBook(ctx, filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if s, err := Open(ctx, filepath.Join(dir, "desk.db")); err == nil || !strings.Contains(err.Error(), "not a store of records") {
		t.Errorf("%v, %v", s, err)
	}
	s, err := Open(ctx, filepath.Join(dir, "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if b, err := OpenBook(ctx, filepath.Join(dir, "case.db")); err == nil || !strings.Contains(err.Error(), "not the book of a desk") {
		t.Errorf("%v, %v", b, err)
	}
	for _, want := range []string{"one", "one"} {
		if got, err := b.Setting(ctx, "seal", []byte(want)); err != nil || string(got) != "one" {
			t.Errorf("%q, %v", got, err)
		}
	}
}
