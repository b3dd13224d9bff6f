package cases

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ascribe/bench/corpus"
	"ascribe/extract"
)

// A Result is what became of a case.
type Result struct {
	Case   Case
	Broken []string // the facts that do not hold; none of them: the case passes
	Read   []Found  // what was read
}

// Passed reports whether every fact holds.
func (r Result) Passed() bool { return len(r.Broken) == 0 }

// Explain says for a person what was expected and what was read instead.
func (r Result) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.csv:%d %s: %s\n", r.Case.File, r.Case.Line, r.Case.Tier, strings.ReplaceAll(r.Case.Text, "\n\n", " ¶ "))
	for _, f := range r.Case.Facts {
		if !slices.Contains(r.Broken, f.Text) {
			continue
		}
		fmt.Fprintf(&b, "  expected %s\n", f.Text)
		any := false
		for _, v := range r.Read {
			if v.Kind == f.Kind {
				any = true
				fmt.Fprintf(&b, "      read %s\n", v)
			}
		}
		if !any {
			fmt.Fprintf(&b, "      read no %s\n", f.Kind)
		}
	}
	return b.String()
}

// Run reads the texts of cases and says what became of each, in order.
func Run(x *extract.Extractor, all []Case) ([]Result, error) {
	texts := make([]corpus.Text, len(all))
	for i, c := range all {
		texts[i] = corpus.Text{ID: c.File + ":" + strconv.Itoa(c.Line), Text: c.Text, Published: c.Published}
	}
	readings, err := corpus.ReadAll(x, texts, nil)
	if err != nil {
		return nil, err
	}
	out := make([]Result, len(all))
	for i, r := range readings {
		out[i] = Judge(all[i], Values(r.Reading, r.Document))
	}
	return out, nil
}

// InCapitals returns the cases with their texts in capitals, as radio monitors and
// old wires print them.
func InCapitals(all []Case) []Case {
	out := slices.Clone(all)
	for i := range out {
		out[i].Text = corpus.Capitals(out[i].Text)
	}
	return out
}

// Judge holds the facts of a case against what was read.
func Judge(c Case, read []Found) Result {
	r := Result{Case: c, Read: read}
	for _, f := range c.Facts {
		if !f.holds(read, c.Facts) {
			r.Broken = append(r.Broken, f.Text)
		}
	}
	return r
}

// holds reports whether the values are as the fact says. Of facts with "only"
// the others of the same kind count too.
func (f Fact) holds(read []Found, all []Fact) bool {
	met, of := 0, 0
	for _, v := range read {
		if v.Kind != f.Kind {
			continue
		}
		of++
		if v.meets(f) {
			met++
		} else if f.Mode == Only && !slices.ContainsFunc(all, func(o Fact) bool { return o.Mode == Only && o.Kind == f.Kind && v.meets(o) }) {
			return false
		}
	}
	switch f.Mode {
	case No:
		return met == 0
	case Exactly:
		return of == f.Count
	}
	return met > 0
}
