package storetest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"ascribe"
)

// file appends article n under keys and returns its document.
func (s *suite) file(n int, keys ...string) ascribe.DocumentID {
	s.Helper()
	capture, reading := Article(n, 0)
	reading.Keys = keys
	s.append(capture, reading)
	return capture.Capture.Document.ID
}

func (s *suite) sharing() {
	one := s.file(1, "a")
	two := s.file(2, "a", "b", "b", "ü\x00")
	three := s.file(3, "a", "b", "c")
	s.file(4, "d")
	for _, c := range []struct {
		keys []string
		max  int
		want []ascribe.DocumentID
	}{
		{[]string{"a", "b", "c"}, 9, []ascribe.DocumentID{three, two, one}},
		{[]string{"a", "a", "a"}, 9, []ascribe.DocumentID{one, two, three}},
		{[]string{"a", "b"}, 2, []ascribe.DocumentID{two, three}},
		{[]string{"ü\x00"}, 9, []ascribe.DocumentID{two}},
		{[]string{"none"}, 9, nil},
		{nil, 9, nil},
		{[]string{"a"}, 0, nil},
	} {
		got, err := s.store.Sharing(s.Context(), c.keys, c.max)
		s.must(err)
		if !slices.Equal(got, c.want) {
			s.Errorf("sharing %q, at most %d: got %v, want %v", c.keys, c.max, got, c.want)
		}
	}
	// A newer engine's reading adds its keys.
	capture, _ := Article(1, 0)
	s.append(ascribe.Entry{Reading: Read(capture.Capture.Document, "storetest/2"), Keys: []string{"z"}})
	got, err := s.store.Sharing(s.Context(), []string{"z", "a"}, 1)
	s.must(err)
	if !slices.Equal(got, []ascribe.DocumentID{one}) {
		s.Errorf("after a second reading: got %v, want %v", got, one)
	}
}

func (s *suite) profiles() {
	capture, reading := Article(1, 0)
	other, unread := Article(2, 0)
	unread.Profile = nil
	s.append(capture, reading, other, unread)
	ids := []ascribe.DocumentID{capture.Capture.Document.ID, other.Capture.Document.ID, ascribe.HashText("unknown")}
	holds := func(when string, want map[ascribe.DocumentID][]byte) {
		s.Helper()
		got, err := s.store.Profiles(s.Context(), ids)
		s.must(err)
		if !reflect.DeepEqual(got, want) {
			s.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	holds("as entered", map[ascribe.DocumentID][]byte{ids[0]: reading.Profile})
	again := *capture.Capture
	again.Appearance.URL += "/reprint"
	s.append(ascribe.Entry{Capture: &again})
	holds("appeared again", map[ascribe.DocumentID][]byte{})
	newer := ascribe.Entry{Reading: Read(capture.Capture.Document, "storetest/2"), Profile: []byte("newer")}
	s.append(newer)
	holds("read again", map[ascribe.DocumentID][]byte{ids[0]: newer.Profile})
	s.append(reading)
	holds("a reading that stands", map[ascribe.DocumentID][]byte{ids[0]: newer.Profile})
}

func (s *suite) tellings() {
	want := map[ascribe.IncidentID]ascribe.DocumentID{}
	for n := range 40 {
		capture, reading := Article(n, 0)
		s.append(capture, reading)
		want[ascribe.IncidentIDOf(reading.Reading.Incidents[0].Incident)] = capture.Capture.Document.ID
	}
	ids := slices.Sorted(maps.Keys(want))
	for _, prefix := range []string{"i", string(ids[7]), string(ids[7][:3]), string(ids[39]), "z", "i\U0010ffff", ""} {
		var docs []ascribe.DocumentID
		for _, id := range ids {
			if prefix != "" && strings.HasPrefix(string(id), prefix) && len(docs) < 30 {
				docs = append(docs, want[id])
			}
		}
		got, err := s.store.Tellings(s.Context(), prefix, 30)
		s.must(err)
		if !slices.Equal(got, docs) {
			s.Errorf("%q: %d documents, want %d", prefix, len(got), len(docs))
		}
	}
	capture, _ := Article(7, 0)
	s.append(ascribe.Entry{Reading: Read(capture.Capture.Document, "storetest/2")})
	if got, err := s.store.Tellings(s.Context(), "i", 99); err != nil || len(got) != 40 {
		s.Errorf("after a second reading of one there are %d of 40 (%v)", len(got), err)
	}
}

func (s *suite) sharingProperty() {
	key := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
	filed := map[ascribe.DocumentID][]string{}
	var order []ascribe.DocumentID
	rapid.Check(s.T, func(t *rapid.T) {
		if len(order) < 40 {
			keys := rapid.SliceOfN(key, 0, 4).Draw(t, "filed")
			id := s.file(len(order), keys...)
			order, filed[id] = append(order, id), keys
		}
		asked := rapid.SliceOfN(key, 0, 5).Draw(t, "asked")
		shared := func(id ascribe.DocumentID) (n int) {
			for _, k := range []string{"a", "b", "c", "d", "e"} {
				if slices.Contains(asked, k) && slices.Contains(filed[id], k) {
					n++
				}
			}
			return n
		}
		want := slices.DeleteFunc(slices.Clone(order), func(id ascribe.DocumentID) bool { return shared(id) == 0 })
		slices.SortStableFunc(want, func(x, y ascribe.DocumentID) int { return shared(y) - shared(x) })
		limit := rapid.IntRange(1, 45).Draw(t, "max")
		got, err := s.store.Sharing(s.Context(), asked, limit)
		if err != nil || !slices.Equal(got, want[:min(limit, len(want))]) {
			t.Fatalf("sharing %q, at most %d: got %v (%v), want %v", asked, limit, got, err, want)
		}
	})
}

// found returns the input ids of a search, and fails on hits without a snippet.
func (s *suite) found(words string, limit int) []string {
	s.Helper()
	hits, err := s.store.Search(s.Context(), words, limit)
	s.must(err)
	var ids []string
	for i, h := range hits {
		ids = append(ids, h.Appearance.InputID)
		if !strings.Contains(h.Snippet, "«") || !strings.Contains(h.Snippet, "»") {
			s.Errorf("%q: the snippet %q marks no word", words, h.Snippet)
		}
		if i > 0 && h.Score > hits[i-1].Score {
			s.Errorf("%q: hit %d scores %v, after %v", words, i, h.Score, hits[i-1].Score)
		}
	}
	return ids
}

func (s *suite) search() {
	for n := range 12 {
		s.file(n)
	}
	capture, _ := Article(3, 0)
	capture.Capture.Appearance.Headline = "Harbour master\nresigns"
	capture.Capture.Appearance.InputID = "second appearance"
	s.append(capture)
	for words, want := range map[string][]string{
		"harbour RESIGNS":         {"article-3"},
		"resigns nobody":          {"article-3"},
		`"master resigns"`:        {"article-3"},
		`"resigns master"`:        nil,
		"harbour zeppelin":        nil,
		`"people were hurt" "13"`: {"article-11"},
		"13 people":               {"article-11"},
		"":                        nil,
	} {
		if got := s.found(words, 20); !slices.Equal(got, want) {
			s.Errorf("%q: found %v, want %v", words, got, want)
		}
	}
	if got := s.found("blast", 5); len(got) != 5 {
		s.Errorf("at most 5: found %d", len(got))
	}
	if got := s.found("blast", 50); len(got) != 12 {
		s.Errorf("found %d of 12 documents", len(got))
	}
	if got := s.found("blast", 0); len(got) != 0 {
		s.Errorf("at most 0: found %d", len(got))
	}
}

func (s *suite) searchScripts() {
	s.file(0)
	for i, text := range []string{"Взрыв прогремел в порту", "انفجار في الميناء", "L’explosion a blessé deux réfugiés", "Ο λιμένας εκκενώθηκε"} {
		capture, _ := Article(i, 0)
		retext(&capture, text)
		capture.Capture.Document.Blocks, capture.Capture.Document.Sentences, capture.Capture.Document.Credits = nil, nil, nil
		capture.Capture.Appearance.InputID = fmt.Sprint("script-", i)
		s.append(capture)
	}
	for words, want := range map[string]string{
		"взрыв": "script-0", "الميناء": "script-1", "refugies": "script-2", "BLESSÉ": "script-2", "ΛΙΜΈΝΑΣ": "script-3", "Cosic": "article-0", "Ćosić": "article-0",
	} {
		if got := s.found(words, 9); !slices.Equal(got, []string{want}) {
			s.Errorf("%q: found %v, want %s", words, got, want)
		}
	}
}

func (s *suite) searchHostile() {
	s.file(0)
	for _, words := range []string{
		`"`, `""`, `"""`, `" NEAR/ *`, `NEAR(blast market, 1)`, `blast*`, `*`, `^blast`, `headline:blast`, `{headline body}: blast`, `- blast`, `blast AND`,
		`OR`, `NOT blast`, `(blast`, `blast)`, `'; DROP TABLE line; --`, `blast + market`, "blast\x00market", "\xff\xfe", "\u0301", "%", "_", `\`, "blast\"",
		`"blast" market"`, strings.Repeat("(", 3000), strings.Repeat(`"`, 3001), strings.Repeat("a", 100000), "🚓", "a\u0000\"b",
	} {
		_, err := s.store.Search(s.Context(), words, 5)
		if err != nil {
			s.Errorf("%.40q: %v", words, err)
		}
	}
	if got := s.found(`blast" market`, 5); len(got) != 1 {
		s.Errorf("a stray quotation mark hides the document: found %v", got)
	}
	_, err := s.store.Search(s.Context(), strings.Repeat("blast ", 5000), 5)
	s.isKind(err, ascribe.Invalid, "a search of 5000 words")
	rapid.Check(s.T, func(t *rapid.T) {
		words := rapid.StringOf(rapid.SampledFrom([]rune(`"'*^:(){}-+ANDORTblast é0	`))).Draw(t, "words")
		if _, err := s.store.Search(s.Context(), words, 5); err != nil && ascribe.KindOf(err) != ascribe.Invalid {
			t.Fatalf("%q: %v", words, err)
		}
	})
	if s.head().Size != 2 {
		s.Error("a search changed the ledger")
	}
}
