// Package cases reads invented sentences together with what a careful coder
// would read in them, and says which the line reads so. README.md tells how to
// write one.
package cases

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// A Case is one short text and the facts expected of its reading.
type Case struct {
	File      string // "blame": the file's name without .csv
	Line      int
	Tier      Tier
	Text      string
	Published time.Time // zero where the case gives none
	Facts     []Fact
	Note      string
}

// A Tier says how sure the expectation is to be met.
type Tier string

// Tiers, from what must hold to what is known to fail.
const (
	Strong Tier = "STRONG" // a broken one fails the tests
	Medium Tier = "MEDIUM" // read rightly, most of them: too fine to bind the rules to it
	Weak   Tier = "WEAK"   // known to fail
)

// Tiers are all tiers in order.
func Tiers() []Tier { return []Tier{Strong, Medium, Weak} }

// header is the first line of every file of cases.
var header = []string{"tier", "text", "published", "expected", "note"}

// hint is what to do about a case that cannot be read.
const hint = "bench/cases/README.md tells how a case is written."

// Folder reads every file of cases of a folder, in the order of their names.
func Folder(dir fs.FS) ([]Case, error) {
	names, err := fs.Glob(dir, "*.csv")
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		some, err := Read(bytes.NewReader(b), strings.TrimSuffix(path.Base(name), ".csv"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// Read reads one file of cases. No two may have one text.
func Read(in io.Reader, file string) ([]Case, error) {
	rows := csv.NewReader(in)
	rows.FieldsPerRecord = len(header)
	var all []Case
	seen := map[string]int{}
	for {
		col, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s.csv: %w", file, err), hint)
		}
		line, _ := rows.FieldPos(0)
		if line == 1 && slices.Equal(col, header) {
			continue
		}
		c, err := parseCase(col)
		if err != nil {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s.csv:%d: %w", file, line, err), hint)
		}
		if before, ok := seen[c.Text]; ok {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s.csv:%d: the text of line %d again", file, line, before), hint)
		}
		seen[c.Text] = line
		c.File, c.Line = file, line
		all = append(all, c)
	}
}

func parseCase(col []string) (Case, error) {
	c := Case{Tier: Tier(col[0]), Text: Paragraphs(col[1]), Note: col[4]}
	if !slices.Contains(Tiers(), c.Tier) {
		return c, ascribe.Errorf(ascribe.Invalid, "%q is no tier; known are %q", col[0], Tiers())
	}
	if c.Text == "" {
		return c, ascribe.Errorf(ascribe.Invalid, "the case has no text")
	}
	if col[2] != "" {
		t, err := time.Parse(time.DateOnly, col[2])
		if err != nil {
			return c, ascribe.Errorf(ascribe.Invalid, "published: %q is no day (2024-03-22)", col[2])
		}
		c.Published = t
	}
	var err error
	if c.Facts, err = Facts(col[3]); err == nil && len(c.Facts) == 0 {
		err = ascribe.Errorf(ascribe.Invalid, "nothing is expected of the case")
	}
	return c, err
}

// Paragraphs turns the mark ¶ into the empty line that divides paragraphs.
func Paragraphs(text string) string {
	parts := strings.Split(text, "¶")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, "\n\n")
}
