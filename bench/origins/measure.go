package origins

import (
	"fmt"
	"maps"
	"slices"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/reconcile"
)

// Judged is the seed of the set that the figures are of. Thresholds were chosen
// on sets of other seeds.
const Judged = 78

// dispatches is how many dispatches the set that is measured has.
const dispatches = 200

// Measure measures the set of the seed [Judged].
func Measure(x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	r, err := Run(New(Judged, dispatches), x, progress)
	if err != nil {
		return nil, err
	}
	return r.Rows(fmt.Sprintf("%d dispatches", dispatches)), nil
}

// A Result says of each pair of articles what was found.
type Result struct {
	Pairs       measure.Counts            // of one piece of reporting, for each incident
	Independent int                       // pairs of reports by two writers on one incident
	Joined      int                       // those of them that are held to be one
	Across      int                       // pairs on two incidents that are held to be one
	Edits       map[string]*measure.Count // pairs of a dispatch and its reprint, by what was done to it
	Wrong       []string                  // the pairs that were missed or joined wrongly, for a person
}

// Run takes articles through the line and compares what the record groups by
// origin with where their words come from.
func Run(articles []Article, x *extract.Extractor, progress func(step string, done, all int)) (*Result, error) {
	docs, at, err := readAll(articles, x, progress)
	if err != nil {
		return nil, err
	}
	state, err := reconcile.Fold(ledger(docs), nil, ascribe.Pins{})
	if err != nil {
		return nil, err
	}
	home := map[ascribe.DocumentID]ascribe.OriginID{}
	for _, o := range state.Origins() {
		for _, d := range o.Documents {
			home[d] = o.ID
		}
	}
	r := &Result{Edits: map[string]*measure.Count{}, Pairs: make(measure.Counts, articles[len(articles)-1].Incident+1)}
	for i := range articles {
		for j := range articles[:i] {
			r.pair(&articles[j], &articles[i], home[at[i]] == home[at[j]])
		}
	}
	return r, nil
}

// pair counts a pair. Where one holds words of two reports, either answer is
// right for the one that is not its main part.
func (r *Result) pair(a, b *Article, found bool) {
	one := a.Origin == b.Origin
	if !one && (a.Also == b.Origin || b.Also == a.Origin) {
		return
	}
	own := len(a.Edits) == 0 && len(b.Edits) == 0 && a.Incident == b.Incident
	if own {
		r.Independent++
	}
	if own && found {
		r.Joined++
	}
	if a.Incident != b.Incident && found {
		r.Across++
	}
	if one != found {
		r.Wrong = append(r.Wrong, fmt.Sprintf("held to be one %t: %s %q of %s, %s %q of %s", found, a.ID, a.Edits, a.Origin, b.ID, b.Edits, b.Origin))
	}
	c := measure.Count{Found: number(found), Key: number(one), Right: number(one && found), Met: number(one && found)}
	r.Pairs[b.Incident].Add(c)
	if one && len(a.Edits) == 0 {
		r.edited(b.Edits).Add(c)
	}
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

// edited is the count of the reprints with some edits.
func (r *Result) edited(edits []string) *measure.Count {
	name := "several edits"
	if len(edits) == 1 {
		name = edits[0]
	}
	if r.Edits[name] == nil {
		r.Edits[name] = &measure.Count{}
	}
	return r.Edits[name]
}

// Rows are the figures: pairs of reprints, false joins, and how many reprints of
// each edit are found with their dispatch.
func (r *Result) Rows(input string) []measure.Row {
	const set = "invented wire"
	rows := r.Pairs.PRF(set, input, "reprint pairs")
	rows = append(rows,
		measure.Row{Set: set, Input: input, Measure: "independent reports, pairs", Value: float64(r.Independent)},
		measure.Row{Set: set, Input: input, Measure: "independent reports, pairs joined", Value: float64(r.Joined)},
		measure.Row{Set: set, Input: input, Measure: "reports of two incidents, pairs joined", Value: float64(r.Across)},
	)
	for _, name := range slices.Sorted(maps.Keys(r.Edits)) {
		rows = append(rows, measure.Row{Set: set, Input: input, Measure: "with their dispatch: " + name, Value: r.Edits[name].Recall()})
	}
	return rows
}
