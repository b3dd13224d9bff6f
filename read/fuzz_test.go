package read

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"ascribe"
)

func jsonString(s string) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return b
}

// seed adds the inputs of testdata with an extension.
func seed(f *testing.F, ext string) {
	names, err := filepath.Glob("testdata/*" + ext)
	if err != nil || len(names) == 0 {
		f.Fatalf("no %s in testdata: %v", ext, err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
}

func FuzzSentences(f *testing.F) {
	seed(f, ".txt")
	for _, tt := range sentenceCases {
		f.Add([]byte(tt.text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if utf8.Valid(b) && len(b) < 1<<16 {
			checkLayout(t, Plain(string(b)))
		}
	})
}

// fuzzKind reads any bytes as one kind: every article keeps its promises.
func fuzzKind(f *testing.F, kind Kind) {
	f.Fuzz(func(t *testing.T, b []byte) {
		for a := range Articles(Input{Name: "fuzz", Kind: kind, Bytes: b}) {
			if (a.Err == nil) == (a.Document == nil) {
				t.Fatalf("document %v and error %v", a.Document, a.Err)
			}
			if a.Err != nil && ascribe.KindOf(a.Err) != ascribe.Invalid {
				t.Fatalf("%v is no fault of the input", a.Err)
			}
			if a.Document != nil {
				checkLayout(t, a.Document)
				if !utf8.ValidString(a.Document.Text) {
					t.Fatalf("%q is not UTF-8", a.Document.Text)
				}
			}
		}
	})
}

func FuzzHTML(f *testing.F) { seed(f, ".html"); fuzzKind(f, HTML) }

func FuzzFeed(f *testing.F) { seed(f, ".xml"); fuzzKind(f, Feed) }

func FuzzMail(f *testing.F) { seed(f, ".eml"); fuzzKind(f, EML) }

func FuzzLines(f *testing.F) { seed(f, ".jsonl"); fuzzKind(f, JSONL) }
