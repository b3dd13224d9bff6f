// Package weigh weighs candidates: is this nominal a target of the incident, is
// this organization blamed, which of these dates is the incident's. Each task
// has a small logistic regression over features that are phrases a reviewer can
// argue with ("the head is “bridge”", "object of the verb of attack"). The
// models are tables in tasks/, one line a feature, that anybody can read; train
// makes them (ascribe-lab train weigh). Sums are of whole numbers, so that every
// machine decides alike.
package weigh

import (
	"cmp"
	"embed"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed tasks
var tables embed.FS

// Odds are the natural logarithm of the odds that a candidate is right, in
// thousandths: 0 is even, 693 two to one.
type Odds int32

// Score returns the odds as a probability, in hundredths.
func (o Odds) Score() float64 {
	return math.Round(100/(1+math.Exp(-float64(o)/1000))) / 100
}

// Both returns the odds that two things hold of which neither tells of the other.
func Both(a, b Odds) Odds {
	chance := func(o Odds) float64 { return 1 / (1 + math.Exp(-float64(o)/1000)) }
	p := chance(a) * chance(b)
	return Odds(math.Round(1000 * math.Log(p/(1-p))))
}

// A Model weighs the candidates of one task.
type Model struct {
	Least   Odds // a candidate with so much or more is taken
	bias    Odds
	weights map[string]Odds
}

// models are those that ship, by task.
var models = sync.OnceValue(func() map[string]*Model {
	m := map[string]*Model{}
	for name, table := range files() {
		m[strings.TrimSuffix(name, ".tsv")], _ = Parse(table) // a test reads every table
	}
	return m
})

// files returns the tables that ship, by name.
func files() map[string]string {
	out := map[string]string{}
	entries, err := tables.ReadDir("tasks")
	if err != nil {
		return out // the folder is embedded: it is there
	}
	for _, e := range entries {
		if b, err := tables.ReadFile("tasks/" + e.Name()); err == nil && strings.HasSuffix(e.Name(), ".tsv") {
			out[e.Name()] = string(b)
		}
	}
	return out
}

// For returns the model of a task, or nil where none was trained.
func For(task string) *Model { return models()[task] }

// Tasks lists the tasks that there is a model for.
func Tasks() []string {
	var names []string
	for name := range models() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// ID names the models: it changes when any of them does.
var ID = sync.OnceValue(func() string {
	h := fnv.New32a()
	all := files()
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		_, _ = h.Write([]byte(name + "\n" + all[name])) // a hash never fails to write
	}
	return fmt.Sprintf("weigh/%08x", h.Sum32())
})

// The lines of a table that are no features.
const (
	biasLine  = "(always)"
	leastLine = "(taken from)"
)

// Parse reads a table: lines of a feature, a tab and its weight in thousandths;
// lines that begin with # say where it comes from.
func Parse(table string) (*Model, error) {
	m := &Model{weights: make(map[string]Odds, strings.Count(table, "\n"))}
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		feature, weight, ok := strings.Cut(line, "\t")
		w, err := strconv.ParseInt(weight, 10, 32)
		if !ok || err != nil {
			return m, fmt.Errorf("line %d is no feature with its weight: %q; make the table again with ascribe-lab train weigh", n, line)
		}
		switch feature {
		case biasLine:
			m.bias = Odds(w)
		case leastLine:
			m.Least = Odds(w)
		default:
			m.weights[feature] = Odds(w)
		}
	}
	return m, nil
}

// Weigh returns the odds that the candidate with these features is right.
func (m *Model) Weigh(features []string) Odds {
	sum := m.bias
	for _, f := range features {
		sum += m.weights[f]
	}
	return sum
}

// Takes reports whether the candidate with these features is taken.
func (m *Model) Takes(features []string) bool { return m.Weigh(features) >= m.Least }

// Best returns the index of the candidate with the greatest odds that is taken,
// the first of equals, or -1.
func (m *Model) Best(candidates [][]string) (best int, odds Odds) {
	best = -1
	for i, c := range candidates {
		if o := m.Weigh(c); o >= m.Least && (best < 0 || o > odds) {
			best, odds = i, o
		}
	}
	return best, odds
}

// Reasons names the features that speak most for or against a candidate, the
// weightiest first: "the head is “bridge” (+1.2), in the headline (+0.7)".
func (m *Model) Reasons(features []string, most int) string {
	known := make([]string, 0, len(features))
	for _, f := range features {
		if m.weights[f] != 0 && !slices.Contains(known, f) {
			known = append(known, f)
		}
	}
	slices.SortStableFunc(known, func(a, b string) int {
		return cmp.Compare(max(m.weights[b], -m.weights[b]), max(m.weights[a], -m.weights[a]))
	})
	var b strings.Builder
	for i, f := range known[:min(most, len(known))] {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s (%+.1f)", f, float64(m.weights[f])/1000)
	}
	return b.String()
}
