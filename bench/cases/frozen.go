package cases

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// frozenHeader is the first line of the frozen results.
var frozenHeader = []string{"file", "tier", "result", "text", "broken"}

// Freeze writes what became of each case, so that a change shows as a diff.
func Freeze(w io.Writer, results []Result) error {
	table := [][]string{frozenHeader}
	for _, r := range results {
		table = append(table, []string{r.Case.File, string(r.Case.Tier), verdict(r.Passed()), oneLine(r.Case.Text), strings.Join(r.Broken, "; ")})
	}
	return csv.NewWriter(w).WriteAll(table)
}

func verdict(passed bool) string { return flag(passed, "pass", "fail") }

func oneLine(text string) string { return strings.ReplaceAll(text, "\n\n", " ¶ ") }

// Changes lists which cases pass or fail otherwise than in the frozen results, and
// which of those that are new to them fail.
func Changes(frozen io.Reader, results []Result) ([]string, error) {
	table, err := csv.NewReader(frozen).ReadAll()
	if err != nil || len(table) == 0 || !slices.Equal(table[0], frozenHeader) {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no frozen results: %w", err), "Write them anew with go test ./bench/cases -update.")
	}
	before := map[[2]string]string{}
	for _, col := range table[1:] {
		before[[2]string{col[0], col[3]}] = col[2]
	}
	var out []string
	for _, r := range results {
		was, known := before[[2]string{r.Case.File, oneLine(r.Case.Text)}]
		switch now := verdict(r.Passed()); {
		case !known && now == "fail":
			out = append(out, "new, fails:\n"+r.Explain())
		case !known:
		case was == "pass" && now == "fail":
			out = append(out, "now fails:\n"+r.Explain())
		case was != now:
			out = append(out, fmt.Sprintf("now passes: %s.csv:%d %s: %s", r.Case.File, r.Case.Line, r.Case.Tier, oneLine(r.Case.Text)))
		}
	}
	return out, nil
}
