package storetest

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"ascribe"
	"ascribe/internal/ledger"
)

// Run tests that a store keeps the contract of ascribe.Store. open returns a new,
// empty store, which the test closes.
func Run(t *testing.T, open func(t *testing.T) ascribe.Store) {
	for name, test := range map[string]func(*suite){
		"archive/keeps bytes":                      (*suite).keepsBytes,
		"archive/documents round trip":             (*suite).documentsRoundTrip,
		"archive/unknown is not found":             (*suite).unknownIsNotFound,
		"ledger/entries round trip":                (*suite).entriesRoundTrip,
		"ledger/append again changes nothing":      (*suite).appendAgain,
		"ledger/what makes a capture new":          (*suite).captureKeys,
		"ledger/all or none":                       (*suite).allOrNone,
		"ledger/refuses what cannot be right":      (*suite).refuses,
		"ledger/a decision's id is given once":     (*suite).sameDecision,
		"ledger/queries agree with a plain list":   (*suite).queries,
		"ledger/lines while appending":             (*suite).linesWhileAppending,
		"ledger/known at":                          (*suite).knownAt,
		"ledger/anybody can compute the head":      (*suite).headIsComputable,
		"ledger/head grows, forgeries are refused": (*suite).headGrows,
		"ledger/several append at once":            (*suite).together,
		"ledger/a cancelled context enters none":   (*suite).cancelled,
		"index/sharing":                            (*suite).sharing,
		"index/sharing agrees with a plain count":  (*suite).sharingProperty,
		"index/profiles":                           (*suite).profiles,
		"index/tellings":                           (*suite).tellings,
		"index/asked":                              (*suite).asked,
		"index/rulings":                            (*suite).rulings,
		"index/search":                             (*suite).search,
		"index/search of other scripts":            (*suite).searchScripts,
		"index/search takes hostile queries":       (*suite).searchHostile,
		"catalogue/listings round trip":            (*suite).listingsRoundTrip,
		"catalogue/a newer fold takes the place":   (*suite).foldsReplace,
		"catalogue/outdated":                       (*suite).outdated,
		"catalogue/browse":                         (*suite).browse,
		"catalogue/tallies":                        (*suite).tallies,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(&suite{T: t, store: open(t)})
		})
	}
}

// A suite is one test with a store of its own.
type suite struct {
	*testing.T
	store ascribe.Store
}

// must ends the test on an error.
func (s *suite) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *suite) append(entries ...ascribe.Entry) []ascribe.Line {
	s.Helper()
	lines, err := s.store.Append(s.Context(), entries...)
	s.must(err)
	return lines
}

// lines returns the lines of a query.
func (s *suite) lines(q ascribe.Query) []ascribe.Line {
	s.Helper()
	var out []ascribe.Line
	for line, err := range s.store.Lines(s.Context(), q) {
		s.must(err)
		out = append(out, line)
	}
	return out
}

func (s *suite) head() ascribe.Head {
	s.Helper()
	h, err := s.store.Head(s.Context())
	s.must(err)
	return h
}

// isKind fails unless err is an error of the kind.
func (s *suite) isKind(err error, kind ascribe.Kind, what string) {
	s.Helper()
	if err == nil || ascribe.KindOf(err) != kind {
		s.Errorf("%s: got %v (kind %d), want an error of kind %d", what, err, ascribe.KindOf(err), kind)
	}
}

// sameEntry compares an entry as appended with one as read: keys are no part of
// the ledger, and a document's text is in the archive.
func (s *suite) sameEntry(got, want ascribe.Entry) {
	s.Helper()
	g, err := ledger.Encode(got)
	s.must(err)
	w, err := ledger.Encode(want)
	s.must(err)
	if !reflect.DeepEqual(g, w) {
		s.Errorf("got\n%s\nwant\n%s", g.Body, w.Body)
	}
}

func (s *suite) keepsBytes() {
	big := bytes.Repeat([]byte("\x00\xff<html>"), 1<<18)
	for _, raw := range [][]byte{{}, []byte("x"), []byte("not \xff UTF-8\x00"), big} {
		key, err := s.store.Keep(s.Context(), raw)
		s.must(err)
		again, err := s.store.Keep(s.Context(), raw)
		s.must(err)
		if key != again || !strings.HasPrefix(string(key), "sha256:") || len(key) != len("sha256:")+64 {
			s.Errorf("keys %q and %q of the same bytes", key, again)
		}
		got, err := s.store.Raw(s.Context(), key)
		s.must(err)
		if !bytes.Equal(got, raw) {
			s.Errorf("%d bytes came back as %d others", len(raw), len(got))
		}
	}
}

func (s *suite) documentsRoundTrip() {
	odd := "Ünïcödé ’ 🚒 \x00\r\n\ttab \u202eright to left\u202c e\u0301 \ufffd <&> \u2028"
	for n, text := range []string{"", "a", odd, strings.Repeat(odd, 3000)} {
		capture, _ := Article(n, 0)
		d := &ascribe.Document{ID: ascribe.HashText(text), Text: text, Language: "und"}
		if n%2 == 1 {
			d.Sentences = []ascribe.Span{{End: len(text)}}
			d.Blocks = []ascribe.Block{{Kind: ascribe.Caption, Span: ascribe.Span{End: len(text)}}}
			d.Credits = []ascribe.Credit{{Name: "Norvia", Kind: ascribe.RepublishedFrom}}
		}
		capture.Capture.Document, capture.Capture.Appearance.Document = d, d.ID
		s.append(capture)
		got, err := s.store.Document(s.Context(), d.ID)
		s.must(err)
		if !reflect.DeepEqual(got, d) {
			s.Errorf("document %d came back changed: %d bytes of text for %d", n, len(got.Text), len(text))
		}
	}
}

func (s *suite) unknownIsNotFound() {
	_, err := s.store.Document(s.Context(), ascribe.HashText("never captured"))
	s.isKind(err, ascribe.NotFound, "an unknown document")
	_, err = s.store.Raw(s.Context(), ascribe.BlobKey("sha256:"+strings.Repeat("0", 64)))
	s.isKind(err, ascribe.NotFound, "unknown bytes")
	for _, key := range []ascribe.BlobKey{"", "sha256:", "sha256:../../etc/passwd", ascribe.BlobKey("md5:" + strings.Repeat("0", 64)), ascribe.BlobKey("sha256:" + strings.Repeat("A", 64))} {
		_, err = s.store.Raw(s.Context(), key)
		s.isKind(err, ascribe.Invalid, "the key "+string(key))
	}
	// A text that was archived for an append that failed is no document.
	capture, reading := Article(0, 0)
	reading.Reading.Engine = ""
	if _, err := s.store.Append(s.Context(), capture, reading); err == nil {
		s.Error("a reading without an engine was entered")
	}
	_, err = s.store.Document(s.Context(), capture.Capture.Document.ID)
	s.isKind(err, ascribe.NotFound, "a document of a failed append")
}
