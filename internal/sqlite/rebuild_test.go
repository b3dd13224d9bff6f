package sqlite

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/internal/storetest"
)

// filingOf computes the keys and the profile that storetest.Article gives a reading.
func filingOf(t *testing.T, asked map[ascribe.DocumentID][]string) Filing {
	known := map[ascribe.DocumentID][]string{}
	for n := range 20 {
		_, reading := storetest.Article(n, 1200)
		known[reading.Reading.Document] = reading.Keys
	}
	return func(d *ascribe.Document, seen []ascribe.Appearance, r *ascribe.Reading) ([]string, []byte) {
		if r == nil {
			return nil, nil // of a capture
		}
		if d.ID != r.Document || ascribe.HashText(d.Text) != d.ID {
			t.Errorf("keys are asked for document %s, reading of %s", d.ID, r.Document)
		}
		var ids []string
		for _, a := range seen {
			ids = append(ids, a.InputID)
		}
		asked[d.ID] = append(asked[d.ID], r.Engine+" "+strings.Join(ids, " "))
		if r.Engine != storetest.Engine {
			return []string{"newer"}, []byte("newer")
		}
		return known[d.ID], storetest.Profile(d)
	}
}

func TestRebuildMakesTheSameProjections(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 12)
	for n, headline := range []string{"Blast", "", " Fort \n Maren ", "Blast 3 in Port Maren — “no claim yet”"} { // further appearances
		entries := article(t, s, n)
		entries[0].Capture.Appearance.URL += "/reprint"
		entries[0].Capture.Appearance.InputID += "-reprint"
		entries[0].Capture.Appearance.Headline = headline
		if _, err := s.Append(t.Context(), entries...); err != nil {
			t.Fatal(err)
		}
	}
	capture, reading := storetest.Article(2, 1200)
	told := reading.Reading.Incidents[0].Incident.String()
	if _, err := s.Append(t.Context(), storetest.Join("a", told, ascribe.Same), storetest.Problem("", "gone"),
		storetest.Rule("seen", reading.Reading.Statements[0].ID, ascribe.Accept)); err != nil {
		t.Fatal(err)
	}
	newer := ascribe.Entry{Reading: storetest.Read(capture.Capture.Document, "storetest/2"), Keys: []string{"newer"}, Profile: []byte("newer")}
	if _, err := s.Append(t.Context(), newer); err != nil {
		t.Fatal(err)
	}
	want, err := s.Digest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range []string{
		"SELECT 1", "UPDATE projection SET position = 3", "DELETE FROM sharing", "UPDATE search SET headline = 'x'", "DELETE FROM appearance",
		"UPDATE search_data SET block = zeroblob(length(block))", "DELETE FROM telling; DELETE FROM tie; DELETE FROM naming", "UPDATE profile SET body = zeroblob(9)", "DELETE FROM profile", "UPDATE tie SET joins = 0",
		"DELETE FROM profile; DELETE FROM telling; DELETE FROM tie; DELETE FROM sharing; DELETE FROM appearance; DELETE FROM document",
	} {
		raw(t, s.path, damage)
		asked, last := map[ascribe.DocumentID][]string{}, int64(0)
		if err := s.Rebuild(t.Context(), filingOf(t, asked), func(done, _ int64) { last = done }); err != nil {
			t.Fatalf("after %s: %v", damage, err)
		}
		if got, err := s.Digest(t.Context()); err != nil || got != want {
			t.Errorf("after %s: digest %s (%v), want %s", damage, got, err, want)
		}
		if r, err := s.Check(t.Context(), nil); err != nil || !r.Sound() {
			t.Errorf("after %s: %v %v", damage, err, r.Problems)
		}
		if last != 32 || len(asked) != 12 {
			t.Errorf("after %s: progress ended at %d of 32 lines, keys were asked for %d of 12 documents", damage, last, len(asked))
		}
		if got, want := asked[capture.Capture.Document.ID], []string{"storetest/1 article-2", "storetest/2 article-2 article-2-reprint"}; !slices.Equal(got, want) {
			t.Errorf("after %s: keys were asked for %q, want %q", damage, got, want)
		}
	}
	if hits, err := s.Search(t.Context(), "witness 3 report 7", 5); err != nil || len(hits) == 0 {
		t.Errorf("search after a rebuild: %v %v", hits, err)
	}
}

func TestRebuildTakesNewKeysAndLeavesTheLedger(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 3)
	head, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Digest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = s.Rebuild(t.Context(), func(*ascribe.Document, []ascribe.Appearance, *ascribe.Reading) ([]string, []byte) {
		return []string{"one"}, nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if ids, err := s.Sharing(t.Context(), []string{"one"}, 9); err != nil || len(ids) != 3 {
		t.Errorf("sharing the new key: %v %v", ids, err)
	}
	if after, err := s.Digest(t.Context()); err != nil || after == before {
		t.Errorf("other keys have the same digest (%v)", err)
	}
	if got, err := s.Head(t.Context()); err != nil || got != head {
		t.Errorf("the rebuild changed the ledger: %v %v", got, err)
	}
}

func TestABrokenOffRebuildChangesNothing(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 3)
	before, err := s.Digest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = s.Rebuild(ctx, func(*ascribe.Document, []ascribe.Appearance, *ascribe.Reading) ([]string, []byte) {
		cancel()
		return nil, nil
	}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the cancelled rebuild: %v", err)
	}
	if after, err := s.Digest(t.Context()); err != nil || after != before {
		t.Errorf("digest %s (%v), want %s", after, err, before)
	}
	clean(t, s, 3)
}

func TestAppendRefusesProjectionsThatAreBehind(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 1)
	raw(t, s.path, "UPDATE projection SET position = 1")
	_, err := s.Append(t.Context(), article(t, s, 1)...)
	if ascribe.KindOf(err) != ascribe.Conflict || !strings.Contains(ascribe.HintOf(err), "rebuild") {
		t.Errorf("got %v, hint %q", err, ascribe.HintOf(err))
	}
}

func TestDigestSeesEveryProjection(t *testing.T) {
	t.Parallel()
	digests := map[string]string{}
	for _, change := range []string{
		"SELECT 1", "UPDATE projection SET position = 1", "UPDATE document SET line = 0 WHERE num = 2", "UPDATE appearance SET document = 1",
		"DELETE FROM sharing WHERE key = 'article-1'", "UPDATE search SET body = 'x'", "UPDATE search SET headline = 'x'",
	} {
		s := openNew(t)
		fill(t, s, 2)
		raw(t, s.path, change)
		digest, err := s.Digest(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if same, ok := digests[digest]; ok {
			t.Errorf("%q and %q have the same digest", same, change)
		}
		digests[digest] = change
	}
}
