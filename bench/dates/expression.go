package dates

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"time"

	"ascribe"
)

//go:embed expressions.csv
var table string

// Tiers of an expression: a strong one must be right, a medium one is expected to
// be, a weak one is known to fail.
const (
	strong = "STRONG"
	medium = "MEDIUM"
	weak   = "WEAK"
)

// An expression is one line of expressions.csv.
type expression struct {
	Tier      string
	Published time.Time // zero where the text has no date beside its own
	Text      string
	Words     string // the date as written; "" where the text holds none
	EDTF      string // "" where the days are not to be known
	Precision ascribe.DatePrecision
	Basis     ascribe.Basis
}

// expressions reads the table.
func expressions() ([]expression, error) {
	lines, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []expression
	for n, l := range lines {
		if n == 0 {
			continue
		}
		e := expression{Tier: l[0], Text: l[2], Words: l[3], EDTF: l[4]}
		if e.Published, err = day(l[1]); err != nil {
			return nil, fmt.Errorf("expressions.csv, line %d: %w", n+1, err)
		}
		if e.Words != "" {
			if err := e.Precision.UnmarshalText([]byte(l[5])); err != nil {
				return nil, fmt.Errorf("expressions.csv, line %d: %w", n+1, err)
			}
			if err := e.Basis.UnmarshalText([]byte(l[6])); err != nil {
				return nil, fmt.Errorf("expressions.csv, line %d: %w", n+1, err)
			}
		}
		if e.Tier != strong && e.Tier != medium && e.Tier != weak || !strings.Contains(e.Text, e.Words) {
			return nil, fmt.Errorf("expressions.csv, line %d: no such tier, or the words do not stand in the text", n+1)
		}
		out = append(out, e)
	}
	return out, nil
}
