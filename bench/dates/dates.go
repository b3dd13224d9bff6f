// Package dates measures when things happened: whether date expressions are found
// and come out as the right days, on invented expressions that each stand in a
// sentence with the day of its publication.
//
// The value is the one that TempEval-3 scores of a TIMEX3 (HeidelTime reaches 77.6
// value F1 on its news), but stricter in one way and looser in another: days,
// precision and basis must all be right, and durations and sets ("every Friday")
// are not asked, because nothing that the line records is dated by them.
package dates

import (
	"fmt"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

const set = "invented expressions"

// Measure reads every expression in its sentence and returns how many were found,
// how many of all have the right days, how many the right days, precision and
// basis, and the right days by precision. The folder of the corpora is not needed.
func Measure(_ string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	cases, err := expressions()
	if err != nil {
		return nil, err
	}
	marks, err := readAll(cases, x, func(done, all int) { progress("expressions", done, all) })
	if err != nil {
		return nil, err
	}
	var found, value, whole measure.Counts
	byPrecision := map[ascribe.DatePrecision]measure.Counts{}
	for i, m := range marks {
		found = append(found, one(m.found))
		value = append(value, one(m.value))
		whole = append(whole, one(m.whole))
		if p := cases[i].Precision; cases[i].Words != "" {
			byPrecision[p] = append(byPrecision[p], one(m.value))
		}
	}
	rows := []measure.Row{
		found.Row(set, "in their sentence", "found, or rightly none", measure.Count.Recall),
		value.Row(set, "in their sentence", "right days", measure.Count.Recall),
		whole.Row(set, "in their sentence", "right days, precision and basis", measure.Count.Recall),
	}
	for p := ascribe.UnknownDate; p <= ascribe.Range; p++ {
		if c := byPrecision[p]; len(c) > 0 {
			rows = append(rows, c.Row(set, "in their sentence", fmt.Sprintf("right days, %s (%d)", p, len(c)), measure.Count.Recall))
		}
	}
	return rows, nil
}

func one(right bool) measure.Count {
	if right {
		return measure.Paired(1, 1, 1)
	}
	return measure.Paired(0, 1, 1)
}

// A mark says what is right of one expression.
type mark struct {
	found, value, whole bool
	got                 string // what was read, for whoever looks at the misses
}

func readAll(cases []expression, x *extract.Extractor, progress func(done, all int)) ([]mark, error) {
	texts := make([]corpus.Text, len(cases))
	for i, c := range cases {
		texts[i] = corpus.Text{ID: fmt.Sprint(i), Text: c.Text, Published: c.Published}
	}
	readings, err := corpus.ReadAll(x, texts, progress)
	if err != nil {
		return nil, err
	}
	marks := make([]mark, len(cases))
	for i := range cases {
		marks[i] = cases[i].mark(readings[i].Dates)
	}
	return marks, nil
}

// mark scores what was read in the sentence of an expression.
func (e *expression) mark(read []ascribe.Date) mark {
	got := ""
	for i := range read {
		d := &read[i]
		if d.Text == e.Words {
			right := d.EDTF == e.EDTF && d.Resolved() == (e.EDTF != "")
			return mark{found: true, value: right, whole: right && d.Precision == e.Precision && d.Basis == e.Basis, got: shown(d)}
		}
		got += shown(d) + "; "
	}
	none := e.Words == "" && len(read) == 0
	return mark{found: none, value: none, whole: none, got: got}
}

func shown(d *ascribe.Date) string {
	return fmt.Sprintf("%q = %s %s %s", d.Text, d.EDTF, d.Precision, d.Basis)
}

// day reads "2024-03-22", or nothing as the zero time.
func day(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.DateOnly, s)
}
