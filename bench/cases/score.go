package cases

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ascribe/extract"
)

// A Score is how many cases of a file and tier there are and how many pass.
type Score struct {
	File             string
	Tier             Tier
	Cases            int
	Passed, Capitals int // as written, and in capitals
}

// Measure scores every file and tier.
func Measure(x *extract.Extractor, all []Case) ([]Score, error) {
	written, err := Run(x, all)
	if err != nil {
		return nil, err
	}
	capitals, err := Run(x, InCapitals(all))
	if err != nil {
		return nil, err
	}
	var out []Score
	for i, r := range written {
		c := r.Case
		at := slices.IndexFunc(out, func(s Score) bool { return s.File == c.File && s.Tier == c.Tier })
		if at < 0 {
			at = len(out)
			out = append(out, Score{File: c.File, Tier: c.Tier})
		}
		out[at].Cases++
		out[at].Passed += one01(r.Passed())
		out[at].Capitals += one01(capitals[i].Passed())
	}
	slices.SortStableFunc(out, func(a, b Score) int {
		if n := strings.Compare(a.File, b.File); n != 0 {
			return n
		}
		return slices.Index(Tiers(), a.Tier) - slices.Index(Tiers(), b.Tier)
	})
	return out, nil
}

func one01(b bool) int {
	if b {
		return 1
	}
	return 0
}

// WriteScores writes scores as CSV.
func WriteScores(w io.Writer, scores []Score) error {
	table := [][]string{{"file", "tier", "cases", "passed", "passed_in_capitals"}}
	for _, s := range scores {
		table = append(table, []string{s.File, string(s.Tier), strconv.Itoa(s.Cases), strconv.Itoa(s.Passed), strconv.Itoa(s.Capitals)})
	}
	return csv.NewWriter(w).WriteAll(table)
}

// Table writes scores as a Markdown table: of each file and of all, in each tier
// how many pass of how many, and of all tiers how many do in capitals.
func Table(scores []Score) string {
	var b strings.Builder
	b.WriteString("| file |")
	for _, t := range Tiers() {
		b.WriteString(" " + string(t) + " |")
	}
	b.WriteString(" all | in capitals |\n|---|" + strings.Repeat("---:|", len(Tiers())+2) + "\n")
	var files []string
	for _, s := range scores {
		if !slices.Contains(files, s.File) {
			files = append(files, s.File)
		}
	}
	for _, f := range files {
		b.WriteString(line(f, slices.DeleteFunc(slices.Clone(scores), func(s Score) bool { return s.File != f })))
	}
	b.WriteString(line("**all**", scores))
	return b.String()
}

func line(name string, scores []Score) string {
	cells := []string{name}
	var whole Score
	for _, t := range Tiers() {
		var sum Score
		for _, s := range scores {
			if s.Tier == t {
				sum.add(s)
			}
		}
		whole.add(sum)
		cells = append(cells, share(sum.Passed, sum.Cases))
	}
	cells = append(cells, share(whole.Passed, whole.Cases), share(whole.Capitals, whole.Cases))
	return "| " + strings.Join(cells, " | ") + " |\n"
}

func (s *Score) add(o Score) {
	s.Cases += o.Cases
	s.Passed += o.Passed
	s.Capitals += o.Capitals
}

func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d (%.0f %%)", part, whole, 100*float64(part)/float64(whole))
}
