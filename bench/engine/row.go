package engine

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ascribe"
)

// A Row is one figure of the engine, with what is asked of it.
type Row struct {
	Set     string // "EWT dev"
	Input   string // what the engine was given: "gold words", "raw text" …
	Measure string // "LAS"
	Value   float64
}

// A Bar is what is asked of a figure: at least so much, and more as an aim; of a
// loss, a size or a time, at most.
type Bar struct {
	Least, Aim float64
	Below      bool // smaller is better
}

// Name tells a row from all others.
func (r *Row) Name() string { return r.Set + ", " + r.Input + ": " + r.Measure }

// Bar returns what is asked of the row, if anything is.
func (r *Row) Bar() (Bar, bool) {
	b, ok := bars[r.Name()]
	return b, ok
}

// Main keeps the rows for whose measure something is asked on some set.
func Main(rows []Row) []Row {
	asked := map[[2]string]bool{}
	for name := range bars {
		_, rest, _ := strings.Cut(name, ", ")
		input, measure, _ := strings.Cut(rest, ": ")
		asked[[2]string{input, measure}] = true
	}
	var out []Row
	for _, r := range rows {
		if asked[[2]string{r.Input, r.Measure}] {
			out = append(out, r)
		}
	}
	return out
}

// Holds reports whether a value meets what is asked at least.
func (b Bar) Holds(value float64) bool {
	return b.Below && value <= b.Least || !b.Below && value >= b.Least
}

// Reached reports whether a value meets the aim.
func (b Bar) Reached(value float64) bool { return Bar{Least: b.Aim, Below: b.Below}.Holds(value) }

// bars are those of the language engine, on the dev parts.
var bars = map[string]Bar{
	"EWT dev, gold words: UPOS":                                     {95.3, 96.5, false},
	"EWT dev, gold words: UAS":                                      {86.5, 90, false},
	"EWT dev, gold words: LAS":                                      {84, 88, false},
	"EWT dev, raw text: words F1":                                   {98.5, 99, false},
	"EWT dev, raw text: sentences F1":                               {80, 88, false},
	"EWT dev, raw text: LAS F1":                                     {81, 85, false},
	"EWT dev, gold words in capitals: LAS lost":                     {0.8, 0.4, true},
	"EWT dev, gold words: appos F1":                                 {55, 70, false},
	"EWT dev, gold words: parataxis F1":                             {55, 70, false},
	"EWT dev, gold words: conj F1":                                  {70, 80, false},
	"GUM dev, raw text: PERSON, ORG, PLACE F1":                      {76, 84, false},
	"GUM dev, raw text in capitals: PERSON, ORG, PLACE F1":          {72, 80, false},
	"PolNeAR dev, raw text, against the teacher: all types F1":      {84, 90, false},
	"GUM dev, raw text: chains of names and nouns, CoNLL F1":        {50, 65, false},
	"news, raw text: words a second, one core":                      {20000, 40000, false},
	"weights, in the binary: MB":                                    {30, 15, true},
	"weights, opened: ms":                                           {50, 5, true},
	"engine without gazetteer, 200 articles read: MB more resident": {120, 60, true},
}

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
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |", r.Set, r.Input, r.Measure, Figure(r.Value), asked, aim, verdict)
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

func (b Bar) verdict(value float64) string {
	switch {
	case b.Reached(value):
		return "aim reached"
	case b.Holds(value):
		return "holds"
	}
	return "**below the bar**"
}

// Figure writes a value with as many decimals as tell something.
func Figure(v float64) string {
	if v >= 1000 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}

// WriteRows writes rows as CSV.
func WriteRows(w io.Writer, rows []Row) error {
	out := csv.NewWriter(w)
	table := [][]string{{"set", "input", "measure", "value"}}
	for i := range rows {
		r := &rows[i]
		table = append(table, []string{r.Set, r.Input, r.Measure, Figure(r.Value)})
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
		v, err := strconv.ParseFloat(col[len(col)-1], 64)
		if err != nil || len(col) != 4 {
			return nil, ascribe.WithHint(
				ascribe.Errorf(ascribe.Invalid, "line %d is no figure of the engine: %q", i+1, col),
				"Write the file anew with ascribe-lab bench engine.")
		}
		out = append(out, Row{col[0], col[1], col[2], v})
	}
	return out, nil
}
