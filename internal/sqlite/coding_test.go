package sqlite

import (
	"reflect"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/coding"
	"ascribe/review"
)

// A sheet gives back what was entered, keeps answers apart by statement, refuses what
// contradicts them, and only grows.
func TestCodingSheet(t *testing.T) {
	ctx := t.Context()
	path := t.TempDir() + "/case.db"
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	salt, err := s.Salt(ctx)
	if again, _ := s.Salt(ctx); err != nil || len(salt) != 32 || !reflect.DeepEqual(salt, again) {
		t.Fatalf("%x, then %x, %v", salt, again, err)
	}
	other, err := Open(ctx, t.TempDir()+"/other.db")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if theirs, _ := other.Salt(ctx); reflect.DeepEqual(salt, theirs) {
		t.Error("two stores draw alike")
	}

	at := time.Date(2031, 3, 4, 5, 6, 7, 0, time.UTC)
	put := func(n byte, kind coding.Kind, person string, body coding.Body) coding.Entry {
		t.Helper()
		e := coding.Entry{Kind: kind, Statement: ascribe.StatementID{n}, Incident: "iferry", Person: person, Name: "N " + person, At: at, Body: body}
		if err := s.Code(ctx, &e); err != nil {
			t.Fatal(err)
		}
		return e
	}
	three := 3
	yes := &review.Answer{Act: ascribe.Accept, Says: []review.Said{{Slot: "killed", About: "three", Value: "3", Count: &three}}}
	no := &review.Answer{Act: ascribe.Reject, Says: []review.Said{{Slot: "killed", About: "three"}}}
	want := []coding.Entry{
		put(1, coding.Answered, "ada", coding.Body{Answer: yes, Note: "plain"}),
		put(2, coding.Planted, "ada", coding.Body{Error: &coding.Error{Slot: "killed", Outcome: coding.Missed}}),
		put(3, coding.Answered, "ada", coding.Body{Answer: yes}),
		put(1, coding.Answered, "ben", coding.Body{Answer: yes}),
		put(3, coding.Answered, "ben", coding.Body{Answer: no}),
		put(1, coding.Settled, "ben", coding.Body{Answer: yes, Decisions: []string{"d1"}, Agreed: true}),
	}
	for i := range want {
		if want[i].Seq != int64(i)+1 {
			t.Errorf("entry %d has the number %d", i, want[i].Seq)
		}
	}
	late := coding.Entry{Kind: coding.Answered, Statement: ascribe.StatementID{3}, Person: "cem", At: at, Body: coding.Body{Answer: no}}
	if err := s.Code(ctx, &late); err == nil || ascribe.KindOf(err) != ascribe.Conflict {
		t.Errorf("a third answer: %v", err)
	}
	one := func(n byte) []ascribe.StatementID { return []ascribe.StatementID{{n}} }
	for name, x := range map[string]struct {
		q    coding.Query
		want []int
	}{
		"all": {coding.Query{}, []int{0, 1, 2, 3, 4, 5}}, "one": {coding.Query{Statements: one(1)}, []int{0, 3, 5}}, "none": {coding.Query{Statements: []ascribe.StatementID{}}, nil},
		"planted": {coding.Query{Kinds: []coding.Kind{coding.Planted}}, []int{1}},
		"pending": {coding.Query{Pending: true, Kinds: []coding.Kind{coding.Answered}}, []int{2, 4}},
	} {
		got, err := s.Coded(ctx, x.q)
		var expected []coding.Entry
		for _, i := range x.want {
			expected = append(expected, want[i])
		}
		if err != nil || !reflect.DeepEqual(got, expected) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, change := range []string{"UPDATE coding SET person = 'eve'", "DELETE FROM coding"} {
		if _, err := s.write.ExecContext(ctx, change); err == nil {
			t.Errorf("%s is let through", change)
		}
	}
	for _, who := range []string{"ada", "ben", "ada"} {
		if err := s.Coder(ctx, who, "N", at); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Coders(ctx); n != 2 || err != nil {
		t.Errorf("%d people code, %v", n, err)
	}
}
