// Package measure holds what every measure of the workshop shares: counts with
// precision, recall and F1, intervals by the bootstrap, what is asked of a
// figure, and the tables that figures are written to.
package measure

import (
	"encoding/csv"
	"io"
	"strconv"

	"ascribe"
)

// A Row is one figure that was measured.
type Row struct {
	Set     string // "EWT dev"
	Input   string // what was given: "gold words", "in capitals" …
	Measure string // "LAS"
	Value   float64
	Range   Range // of 95 %, where one was taken
}

// A Range is an interval of confidence; the zero value is none.
type Range struct{ Low, High float64 }

// Name tells a row from all others.
func (r *Row) Name() string { return r.Set + ", " + r.Input + ": " + r.Measure }

// bound writes an end of the range, or nothing where there is none.
func (r Range) bound(v float64) string {
	if r == (Range{}) {
		return ""
	}
	return Figure(v)
}

// WriteRows writes rows as CSV.
func WriteRows(w io.Writer, rows []Row) error {
	out := csv.NewWriter(w)
	table := [][]string{{"set", "input", "measure", "value", "low", "high"}}
	for i := range rows {
		r := &rows[i]
		table = append(table, []string{r.Set, r.Input, r.Measure, Figure(r.Value), r.Range.bound(r.Range.Low), r.Range.bound(r.Range.High)})
	}
	return out.WriteAll(table)
}

// ReadRows reads what WriteRows has written.
func ReadRows(in io.Reader) ([]Row, error) {
	table, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []Row
	for i, col := range table {
		if i == 0 {
			continue
		}
		row, err := parseRow(col)
		if err != nil {
			return nil, ascribe.WithHint(
				ascribe.Errorf(ascribe.Invalid, "line %d is no figure: %q", i+1, col),
				"Write the file anew with ascribe-lab bench.")
		}
		out = append(out, row)
	}
	return out, nil
}

func parseRow(col []string) (Row, error) {
	if len(col) != 6 {
		return Row{}, strconv.ErrSyntax
	}
	r := Row{Set: col[0], Input: col[1], Measure: col[2]}
	for i, to := range []*float64{&r.Value, &r.Range.Low, &r.Range.High} {
		if col[3+i] == "" && i > 0 {
			continue
		}
		v, err := strconv.ParseFloat(col[3+i], 64)
		if err != nil {
			return Row{}, err
		}
		*to = v
	}
	return r, nil
}
