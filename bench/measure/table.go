package measure

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteTable writes rows as a Markdown table. Rows of an earlier run, if there
// are any, are shown beside them.
func WriteTable(w io.Writer, rows, before []Row) error {
	var b strings.Builder
	b.WriteString("| set | input | measure | reached | at least | aim | |")
	old := map[string]float64{}
	for i := range before {
		old[before[i].Name()] = before[i].Value
	}
	if len(before) > 0 {
		b.WriteString(" before |\n|---|---|---|---:|---:|---:|---|---:|\n")
	} else {
		b.WriteString("\n|---|---|---|---:|---:|---:|---|\n")
	}
	for i := range rows {
		r := &rows[i]
		asked, aim, verdict := "", "", ""
		if bar, ok := r.Bar(); ok {
			asked, aim, verdict = Figure(bar.Least), Figure(bar.Aim), bar.verdict(r.Value)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |", r.Set, r.Input, r.Measure, Figure(r.Value)+r.Range.beside(), asked, aim, verdict)
		if v, ok := old[r.Name()]; ok {
			fmt.Fprintf(&b, " %s |", Figure(v))
		} else if len(before) > 0 {
			b.WriteString(" |")
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// beside writes the range after its figure, as " (1.00–2.00)".
func (r Range) beside() string {
	if r == (Range{}) {
		return ""
	}
	return " (" + Figure(r.Low) + "–" + Figure(r.High) + ")"
}

// Figure writes a value with as many decimals as tell something.
func Figure(v float64) string {
	if v >= 1000 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}
