package read

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ascribe"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each input of testdata reads as its golden file shows: what is known of every
// article, its credits, its blocks and the sentences in them.
func TestGolden(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, name := range inputs {
		if strings.HasSuffix(name, ".golden") {
			continue
		}
		read++
		t.Run(filepath.Base(name), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for a := range Articles(Input{Name: filepath.Base(name), Bytes: b, Retrieved: time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC)}) {
				if a.Document != nil {
					checkLayout(t, a.Document)
				}
				got.WriteString(show(a))
			}
			if *update {
				if err := os.WriteFile(name+".golden", []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("reads otherwise than %s.golden; see the difference with go test -update and git diff:\n%s", name, got.String())
			}
		})
	}
	if read < 7 {
		t.Errorf("only %d inputs in testdata", read)
	}
}

// show prints an article as the golden files do.
func show(a Article) string {
	var b strings.Builder
	ap := a.Appearance
	fmt.Fprintf(&b, "== %s\n", ap.InputID)
	if a.Err != nil {
		fmt.Fprintf(&b, "error: %v\nhint: %s\n\n", a.Err, ascribe.HintOf(a.Err))
		return b.String()
	}
	when := "unknown"
	if !ap.Published.IsZero() {
		when = fmt.Sprintf("%s day=%v from %s", ap.Published.Time.Format(time.RFC3339), ap.Published.DayOnly, ap.Published.From)
	}
	fmt.Fprintf(&b, "outlet: %s\nurl: %s\nheadline: %s\nbyline: %s\npublished: %s\nlanguage: %s\n", ap.Outlet, ap.URL, ap.Headline, ap.Byline, when, a.Document.Language)
	text := a.Document.Text
	for _, c := range a.Document.Credits {
		fmt.Fprintf(&b, "credit: %s %q by %q\n", c.Kind, c.Name, c.Span.Of(text))
	}
	i := 0
	for _, bl := range a.Document.Blocks {
		fmt.Fprintf(&b, "[%s]\n", bl.Kind)
		for ; i < len(a.Document.Sentences) && bl.Span.Holds(a.Document.Sentences[i]); i++ {
			fmt.Fprintf(&b, "  %q\n", a.Document.Sentences[i].Of(text))
		}
	}
	b.WriteByte('\n')
	return b.String()
}
