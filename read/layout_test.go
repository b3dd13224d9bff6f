package read

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// checkLayout fails when a document breaks a promise: blocks and sentences in
// order, disjoint and trimmed, each sentence inside one block, and every letter
// of the text in a sentence.
func checkLayout(t *testing.T, d *ascribe.Document) {
	t.Helper()
	at := 0
	for _, b := range d.Blocks {
		if b.Span.Start < at || b.Span.End <= b.Span.Start || b.Span.End > len(d.Text) {
			t.Fatalf("block %v after byte %d of %d: %q", b, at, len(d.Text), d.Text)
		}
		at = b.Span.End
	}
	at = 0
	block := 0
	seen := make([]bool, len(d.Text))
	for _, s := range d.Sentences {
		if s.Start < at || s.End <= s.Start || s.End > len(d.Text) || s.End-s.Start > maxSentence {
			t.Fatalf("sentence %v after byte %d of %d: %q", s, at, len(d.Text), d.Text)
		}
		at = s.End
		for block < len(d.Blocks) && !d.Blocks[block].Span.Holds(s) {
			block++
		}
		if block == len(d.Blocks) {
			t.Fatalf("sentence %q is in no block: %q", s.Of(d.Text), d.Text)
		}
		first, _ := utf8.DecodeRuneInString(s.Of(d.Text))
		last, _ := utf8.DecodeLastRuneInString(s.Of(d.Text))
		if unicode.IsSpace(first) || unicode.IsSpace(last) {
			t.Fatalf("sentence %q is not trimmed", s.Of(d.Text))
		}
		for i := s.Start; i < s.End; i++ {
			seen[i] = true
		}
	}
	for i, r := range d.Text {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && !seen[i] {
			t.Fatalf("%q at byte %d is in no sentence: %q", r, i, d.Text)
		}
	}
	for _, c := range d.Credits {
		if c.Name == "" || c.Span.Start < 0 || c.Span.End <= c.Span.Start || c.Span.End > len(d.Text) {
			t.Fatalf("credit %+v of %d bytes", c, len(d.Text))
		}
	}
	if d.ID != ascribe.HashText(d.Text) {
		t.Fatal("the document's id is not that of its text")
	}
}
