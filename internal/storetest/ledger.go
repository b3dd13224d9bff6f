package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// everything returns one entry of every kind, with keys in order.
func (s *suite) everything() []ascribe.Entry {
	s.Helper()
	raw, err := s.store.Keep(s.Context(), []byte("<html>"))
	s.must(err)
	capture, reading := Article(0, 300)
	capture.Capture.Appearance.Raw = raw
	other, otherReading := Article(1, 300)
	blast := reading.Reading.Incidents[0].Incident.String()
	otherBlast := otherReading.Reading.Incidents[0].Incident.String()
	return []ascribe.Entry{
		capture, reading, other, otherReading, Problem(raw, "cut off after 6 bytes"),
		Join(blast, otherBlast, ascribe.Unsure),
		Rule("the quote says otherwise", reading.Reading.Statements[0].ID, ascribe.Reject),
		Code(capture.Capture.Document),
	}
}

func (s *suite) entriesRoundTrip() {
	entries := s.everything()
	before := time.Now().Add(-time.Second)
	appended := s.append(entries...)
	read := s.lines(ascribe.Query{})
	if len(appended) != len(entries) || len(read) != len(entries) {
		s.Fatalf("%d entries gave %d lines, of which %d are read", len(entries), len(appended), len(read))
	}
	for i, line := range read {
		s.sameEntry(line.Entry, entries[i])
		s.sameEntry(appended[i].Entry, entries[i])
		if line.Seq != int64(i) || appended[i].Seq != int64(i) {
			s.Errorf("line %d has the numbers %d and %d", i, appended[i].Seq, line.Seq)
		}
		if !line.At.Equal(appended[i].At) || line.At.Before(before) || line.At.After(time.Now().Add(time.Second)) {
			s.Errorf("line %d was entered at %v, Append said %v", i, line.At, appended[i].At)
		}
	}
}

func (s *suite) appendAgain() {
	entries := s.everything()
	s.append(entries...)
	head, read := s.head(), s.lines(ascribe.Query{})
	if lines := s.append(entries...); len(lines) != 0 {
		s.Errorf("appending again entered %d lines", len(lines))
	}
	for _, e := range entries {
		if lines := s.append(e); len(lines) != 0 {
			s.Errorf("appending one again entered line %d", lines[0].Seq)
		}
	}
	if s.head() != head || len(s.lines(ascribe.Query{})) != len(read) {
		s.Error("appending again changed the ledger")
	}
	fresh, _ := Article(7, 0)
	if lines := s.append(entries[0], fresh, entries[1], fresh); len(lines) != 1 || lines[0].Seq != head.Size {
		s.Errorf("one new entry, given twice among old ones, entered %v", lines)
	}
	if lines := s.append(); len(lines) != 0 {
		s.Errorf("appending nothing entered %d lines", len(lines))
	}
}

func (s *suite) captureKeys() {
	for name, c := range map[string]struct {
		change func(*ascribe.Appearance)
		fresh  bool
	}{
		"retrieved later":     {func(a *ascribe.Appearance) { a.Retrieved = a.Retrieved.AddDate(0, 0, 1) }, false},
		"another input id":    {func(a *ascribe.Appearance) { a.InputID = "copy.html" }, false},
		"the same moment":     {func(a *ascribe.Appearance) { a.Published.Time = a.Published.Time.In(time.FixedZone("", 3600)) }, false},
		"another outlet":      {func(a *ascribe.Appearance) { a.Outlet = "sarvia-herald.example" }, true},
		"another address":     {func(a *ascribe.Appearance) { a.URL += "?page=2" }, true},
		"another headline":    {func(a *ascribe.Appearance) { a.Headline = "Updated" }, true},
		"another byline":      {func(a *ascribe.Appearance) { a.Byline = "" }, true},
		"another publication": {func(a *ascribe.Appearance) { a.Published.Time = a.Published.Time.Add(time.Hour) }, true},
		"no publication":      {func(a *ascribe.Appearance) { a.Published = ascribe.Published{} }, true},
	} {
		capture, _ := Article(0, 0)
		s.append(capture)
		again := *capture.Capture
		c.change(&again.Appearance)
		if lines := s.append(ascribe.Entry{Capture: &again}); (len(lines) == 1) != c.fresh {
			s.Errorf("%s: %d new lines", name, len(lines))
		}
	}
}

func (s *suite) allOrNone() {
	s.append(s.everything()...)
	head := s.head()
	capture, reading := Article(5, 0)
	_, orphan := Article(6, 0)
	_, err := s.store.Append(s.Context(), capture, reading, orphan)
	s.isKind(err, ascribe.Invalid, "a reading of a document that was never captured")
	if s.head() != head || len(s.lines(ascribe.Query{})) != int(head.Size) {
		s.Error("a failed append left lines behind")
	}
	if ids, err := s.store.Sharing(s.Context(), reading.Keys[:1], 9); err != nil || len(ids) != 0 {
		s.Errorf("a failed append left keys behind: %v %v", ids, err)
	}
	if hits, err := s.store.Search(s.Context(), "report 5", 9); err != nil || len(hits) != 0 {
		s.Errorf("a failed append can be found: %v %v", hits, err)
	}
	if lines := s.append(capture, reading); len(lines) != 2 || lines[0].Seq != head.Size {
		s.Errorf("after it, two good entries gave %v", lines)
	}
}

func (s *suite) refuses() {
	for name, change := range map[string]func(*ascribe.Entry){
		"an empty entry":           func(e *ascribe.Entry) { *e = ascribe.Entry{} },
		"two in one":               func(e *ascribe.Entry) { e.Decision = &ascribe.Decision{ID: "d"} },
		"neither text nor problem": func(e *ascribe.Entry) { e.Capture.Document = nil },
		"text and problem":         func(e *ascribe.Entry) { e.Capture.Problem = "torn" },
		"a text with another id":   func(e *ascribe.Entry) { e.Capture.Document.Text += "." },
		"another's appearance":     func(e *ascribe.Entry) { e.Capture.Appearance.Document = ascribe.HashText("") },
		"bytes that were not kept": func(e *ascribe.Entry) {
			e.Capture.Appearance.Raw = "sha256:" + ascribe.BlobKey(ascribe.HashText("x").String())
		},
		"a key that is none":       func(e *ascribe.Entry) { e.Capture.Appearance.Raw = "somewhere" },
		"a headline not in UTF-8":  func(e *ascribe.Entry) { e.Capture.Appearance.Headline = "caf\xe9" },
		"a text not in UTF-8":      func(e *ascribe.Entry) { retext(e, "caf\xe9") },
		"a decision without an id": func(e *ascribe.Entry) { *e = Rule("seen", ascribe.StatementID{1}, ascribe.Accept); e.Decision.ID = "" },
		"a decision with other words": func(e *ascribe.Entry) {
			*e = Rule("seen", ascribe.StatementID{1}, ascribe.Accept)
			e.Decision.Act = ascribe.Reject
		},
		"a decision without a reason": func(e *ascribe.Entry) { *e = Rule(" ", ascribe.StatementID{1}, ascribe.Accept) },
		"a link on three readings": func(e *ascribe.Entry) {
			*e = Join("a", "b", ascribe.Same)
			e.Link.Engines = []string{Engine, Engine, Engine}
		},
		"a person's link":           func(e *ascribe.Entry) { *e = Join("a", "b", ascribe.Same); e.Link.Provenance.Agent.Machine = false },
		"a reading without engine":  func(e *ascribe.Entry) { *e = ascribe.Entry{Reading: &ascribe.Reading{Document: e.Capture.Document.ID}} },
		"a link with one end":       func(e *ascribe.Entry) { *e = Join("a", "", ascribe.Same) },
		"a problem with a document": func(e *ascribe.Entry) { e.Capture.Document, e.Capture.Problem = nil, "torn" },
	} {
		capture, _ := Article(0, 0)
		change(&capture)
		_, err := s.store.Append(s.Context(), capture)
		s.isKind(err, ascribe.Invalid, name)
	}
	if h := s.head(); h.Size != 0 {
		s.Errorf("%d of them were entered", h.Size)
	}
	capture, _ := Article(0, 0)
	capture.Capture.Appearance.Headline = `the escape \ufffd, a real ` + "\ufffd" + ` and \\ufffd`
	s.append(capture)
	s.sameEntry(s.lines(ascribe.Query{})[0].Entry, capture)
}

// retext gives a capture another text, with the id that belongs to it.
func retext(e *ascribe.Entry, text string) {
	e.Capture.Document.Text, e.Capture.Document.ID = text, ascribe.HashText(text)
	e.Capture.Appearance.Document = e.Capture.Document.ID
}

func (s *suite) sameDecision() {
	_, reading := Article(0, 0)
	on := reading.Reading.Statements[0].ID
	s.append(Rule("seen", on, ascribe.Accept))
	if lines := s.append(Rule("seen", on, ascribe.Accept)); len(lines) != 0 {
		s.Error("the same decision was entered twice")
	}
	if lines := s.append(Rule("seen", on, ascribe.Reject)); len(lines) != 1 {
		s.Error("another decision for the same reason was passed over")
	}
}

func (s *suite) queries() {
	var ids []ascribe.DocumentID
	var names []string
	for n := range 70 { // more than a page of any store
		capture, reading := Article(n, 0)
		ids = append(ids, capture.Capture.Document.ID)
		left, said := reading.Reading.Incidents[0].Incident.String(), reading.Reading.Statements[0].ID
		right := ids[n/2].String() // the other end lies in a document before it, or in none
		if n%3 == 0 {
			right = fmt.Sprint(n)
		}
		names = append(names, said.String(), ids[n].String())
		s.append(capture, reading, Join(left, right, []ascribe.Judgement{ascribe.Same, ascribe.Unsure}[n/4%2]), Rule(fmt.Sprint(n), said, ascribe.Accept))
		if n%5 == 0 { // looked at again
			s.append(Join(left, right, []ascribe.Judgement{ascribe.Unsure, ascribe.Same}[n%2]))
		}
	}
	all := s.lines(ascribe.Query{})
	if len(all) < 280 {
		s.Fatalf("%d lines, want 280 and more", len(all))
	}
	rapid.Check(s.T, func(t *rapid.T) {
		q := ascribe.Query{After: rapid.Int64Range(-1, 300).Draw(t, "after"), Limit: rapid.IntRange(0, 300).Draw(t, "limit")}
		if rapid.Bool().Draw(t, "some documents") {
			q.Documents = rapid.SliceOf(rapid.SampledFrom(append(ids, ascribe.HashText("unknown")))).Draw(t, "documents")
			q.Links = rapid.Bool().Draw(t, "links")
		}
		if rapid.Bool().Draw(t, "naming") {
			q.Naming = rapid.SliceOf(rapid.SampledFrom(append(names, "nothing"))).Draw(t, "names")
		}
		if rapid.Bool().Draw(t, "pinned") {
			q.KnownAt = all[rapid.IntRange(0, len(all)-1).Draw(t, "pin")].At
		}
		var want, got []int64
		for _, line := range all {
			if Selects(q, line, all) && (q.Limit == 0 || len(want) < q.Limit) {
				want = append(want, line.Seq)
			}
		}
		for line, err := range s.store.Lines(s.Context(), q) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, line.Seq)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: got lines %v, want %v", q, got, want)
		}
	})
}

// Selects is the meaning of a query, its limit aside, in a ledger of all lines.
func Selects(q ascribe.Query, line ascribe.Line, all []ascribe.Line) bool {
	if line.Seq < q.After || !q.KnownAt.IsZero() && line.At.After(q.KnownAt) {
		return false
	}
	switch e := line.Entry; {
	case q.Documents == nil && q.Naming == nil:
		return true
	case e.Link != nil:
		return q.Links && touches(*e.Link, q.Documents) && (q.Doubts || slices.ContainsFunc(all, func(o ascribe.Line) bool {
			l := o.Entry.Link
			return l != nil && l.Kind == e.Link.Kind && l.Left == e.Link.Left && l.Right == e.Link.Right && l.Judgement == ascribe.Same
		}))
	case e.Decision != nil:
		return slices.ContainsFunc(e.Decision.Names(), func(name string) bool { return slices.Contains(q.Naming, name) })
	case e.Capture != nil && e.Capture.Document != nil:
		return slices.Contains(q.Documents, e.Capture.Document.ID)
	case e.Reading != nil:
		return slices.Contains(q.Documents, e.Reading.Document)
	}
	return false
}

// touches reports whether a link has an end in one of the documents.
func touches(l ascribe.Link, docs []ascribe.DocumentID) bool {
	return slices.ContainsFunc(l.Documents(), func(d ascribe.DocumentID) bool { return slices.Contains(docs, d) })
}

func (s *suite) linesWhileAppending() {
	for n := range 3 {
		s.append(Rule(fmt.Sprint(n), ascribe.StatementID{}, ascribe.Accept))
	}
	seen := 0
	for line, err := range s.store.Lines(s.Context(), ascribe.Query{}) {
		s.must(err)
		s.append(Rule(fmt.Sprint("more", line.Seq), ascribe.StatementID{}, ascribe.Accept))
		for _, err := range s.store.Lines(s.Context(), ascribe.Query{}) {
			s.must(err)
			break
		}
		if seen++; seen > 3 {
			break
		}
	}
	if seen != 3 || s.head().Size != 6 {
		s.Errorf("saw %d lines of 3, the ledger has %d, want 6", seen, s.head().Size)
	}
}

func (s *suite) knownAt() {
	capture, reading := Article(0, 0)
	first := s.append(capture)[0]
	time.Sleep(2 * time.Millisecond)
	second := s.append(reading)[0]
	if second.At.Before(first.At) {
		s.Errorf("the second line was entered at %v, before the first at %v", second.At, first.At)
	}
	for _, c := range []struct {
		pin  time.Time
		want int
	}{{first.At.Add(-time.Nanosecond), 0}, {first.At, 1}, {second.At.Add(-time.Nanosecond), 1}, {second.At, 2}, {time.Time{}, 2}} {
		if got := len(s.lines(ascribe.Query{KnownAt: c.pin})); got != c.want {
			s.Errorf("known at %v: %d lines, want %d", c.pin, got, c.want)
		}
	}
}

func (s *suite) cancelled() {
	ctx, cancel := context.WithCancel(s.Context())
	cancel()
	capture, _ := Article(0, 0)
	if _, err := s.store.Append(ctx, capture); !errors.Is(err, context.Canceled) {
		s.Errorf("append: %v", err)
	}
	for _, err := range s.store.Lines(ctx, ascribe.Query{}) {
		if !errors.Is(err, context.Canceled) {
			s.Errorf("lines: %v", err)
		}
	}
	if h := s.head(); h.Size != 0 {
		s.Errorf("%d lines were entered", h.Size)
	}
}

func (s *suite) together() {
	const writers, each = 6, 8
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := range each {
				// every article is appended by two writers
				capture, reading := Article((w/2)*each+i, 200)
				if _, err := s.store.Append(s.Context(), capture, reading); err != nil {
					s.Error(err)
				}
				if _, err := s.store.Search(s.Context(), "blast", 3); err != nil {
					s.Error(err)
				}
			}
		})
	}
	all.Wait()
	lines := s.lines(ascribe.Query{})
	if want := writers / 2 * each * 2; len(lines) != want {
		s.Errorf("%d lines, want %d", len(lines), want)
	}
	for i, line := range lines {
		if line.Seq != int64(i) || i > 0 && line.At.Before(lines[i-1].At) {
			s.Errorf("line %d has the number %d and the time %v", i, line.Seq, line.At)
		}
	}
}

// rulings lists the decisions, the last first, by who made them and what they do.
func (s *suite) rulings() {
	s.append(s.everything()...)
	undo := &ascribe.Decision{Act: ascribe.Undo, Undoes: "d1", Reason: "no", By: ascribe.Agent{Name: "Bo Rask"}, At: Published(2)}
	_, err := undo.Identify()
	s.must(err)
	s.append(ascribe.Entry{Decision: undo})
	for _, x := range []struct {
		q    ascribe.RulingQuery
		want []ascribe.Act
	}{
		{ascribe.RulingQuery{}, []ascribe.Act{ascribe.Undo, ascribe.Code, ascribe.Reject}},
		{ascribe.RulingQuery{Limit: 2}, []ascribe.Act{ascribe.Undo, ascribe.Code}},
		{ascribe.RulingQuery{By: "Ada Lind"}, []ascribe.Act{ascribe.Code, ascribe.Reject}},
		{ascribe.RulingQuery{By: "Ada Lind", Act: ascribe.Reject}, []ascribe.Act{ascribe.Reject}},
		{ascribe.RulingQuery{ID: undo.ID}, []ascribe.Act{ascribe.Undo}},
		{ascribe.RulingQuery{By: "nobody"}, nil},
	} {
		lines, err := s.store.Rulings(s.Context(), x.q)
		s.must(err)
		var got []ascribe.Act
		for _, l := range lines {
			got = append(got, l.Entry.Decision.Act)
		}
		if !slices.Equal(got, x.want) {
			s.Errorf("%+v: %v, want %v", x.q, got, x.want)
		}
		if len(lines) > 1 {
			x.q.Before, x.q.Limit = lines[0].Seq, 1
			next, err := s.store.Rulings(s.Context(), x.q)
			s.must(err)
			if len(next) != 1 || next[0].Seq != lines[1].Seq {
				s.Errorf("before line %d: %+v", lines[0].Seq, next)
			}
		}
	}
}
