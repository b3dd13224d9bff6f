// Package geo measures the place names that a reading finds and the points that
// they come to lie at, on two published sets of news: LGL (local newspapers, many
// towns that share their names) and GeoVirus (Wikinews on epidemics).
//
// A found toponym is a span of a mention of kind place. It is right when it
// overlaps one of the key, each paired once; "exact" asks for the same ends, a
// leading "the" aside. The key is taken whole: LGL marks a place inside the name
// of a body ("Alexandria Police"), streets and roads, most of them without a
// point, and the adjectives of peoples ("Russian"), which a reading holds as
// words of actors and not as places. So a row tells the F1 without the adjectives
// beside the one with all.
//
// "Found, within 161 km" (100 miles, as is usual) is the share of the paired
// toponyms with a point in the key whose point in the reading lies so near; one
// without a point in the reading counts as wrong. "All, within 161 km" asks it of
// every toponym of the key that has a point.
package geo

import (
	"math"
	"slices"
	"strings"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
)

// An article is one line of a set; offsets are code points.
type article struct {
	ID       string
	Date     string
	Text     string
	Toponyms []toponym
}

type toponym struct {
	Start, End int
	Name       string
	Lat, Lon   *float64
}

// sets are the files that are measured, under the names that the tables give them.
var sets = []struct{ name, file string }{{"LGL", "geo/lgl.jsonl"}, {"GeoVirus", "geo/geovirus.jsonl"}}

// Measure reads both sets as printed and in capitals and returns the rows.
func Measure(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	people, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, set := range sets {
		articles, err := corpus.Lines[article](data, set.file)
		if err != nil {
			return nil, err
		}
		for _, input := range []struct {
			name string
			of   func(string) string
		}{{"as printed", strings.Clone}, {"in capitals", corpus.Capitals}} {
			step := func(done, all int) { progress(set.name+" "+input.name, done, all) }
			readings, err := corpus.ReadAll(x, texts(articles, input.of), step)
			if err != nil {
				return nil, err
			}
			var t tally
			for i := range articles {
				t.add(score(&articles[i], found(&readings[i]), people.Demonym))
			}
			rows = append(rows, t.rows(set.name, input.name)...)
		}
	}
	return rows, nil
}

func texts(articles []article, as func(string) string) []corpus.Text {
	out := make([]corpus.Text, len(articles))
	for i, a := range articles {
		out[i] = corpus.Text{ID: a.ID, Text: as(a.Text)}
		if day, err := time.Parse(time.DateOnly, a.Date); err == nil {
			out[i].Published = day
		}
	}
	return out
}

// A place is a toponym of a reading; offsets are code points.
type place struct {
	start, end int
	point      *ascribe.Point
}

// found lists the toponyms of a reading in the order of the text.
func found(r *corpus.Reading) []place {
	text := r.Document.Text
	var out []place
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.ID.Kind != ascribe.PlaceMention {
			continue
		}
		for _, s := range m.Spans {
			p := place{start: len([]rune(text[:s.Start]))}
			p.end = p.start + len([]rune(text[s.Start:s.End]))
			if the := text[s.Start:s.End]; len(the) > 4 && strings.EqualFold(the[:4], "the ") {
				p.start += 4
			}
			if m.Place != nil {
				p.point = m.Place.Point
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b place) int { return a.start - b.start })
	return out
}

// A result is what one article adds to the figures.
type result struct {
	overlap, exact, named measure.Count // spans; named without the adjectives of peoples
	near, all             measure.Count // within 161 km, of those found and of all with a point
	errors                []float64     // km, where both have a point
}

const nearKm = 161

// score compares the toponyms of one article. Both are in the order of the text.
func score(a *article, got []place, demonym func(string) []string) result {
	slices.SortStableFunc(a.Toponyms, func(x, y toponym) int { return x.Start - y.Start })
	pairs := pair(a.Toponyms, got)
	var r result
	people, peopleMet := 0, 0
	exact, met := 0, 0
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		k := pairs[i]
		adjective := len(demonym(t.Name)) > 0
		if adjective {
			people++
		}
		if k >= 0 {
			met++
			if got[k].start == t.Start && got[k].end == t.End {
				exact++
			}
			if adjective {
				peopleMet++
			}
		}
		if t.Lat == nil || t.Lon == nil {
			continue
		}
		r.all.Key++
		if k < 0 {
			continue
		}
		r.near.Key++
		if got[k].point == nil {
			continue
		}
		km := gazetteer.Distance(got[k].point.Lat, got[k].point.Lon, *t.Lat, *t.Lon)
		r.errors = append(r.errors, km)
		if km <= nearKm {
			r.near.Met++
			r.all.Met++
		}
	}
	r.overlap = measure.Paired(met, len(got), len(a.Toponyms))
	r.exact = measure.Paired(exact, len(got), len(a.Toponyms))
	r.named = measure.Paired(met-peopleMet, len(got)-peopleMet, len(a.Toponyms)-people)
	return r
}

// pair gives each toponym of the key the found one that it shares most letters
// with, of equals the shorter, each at most once, or -1.
func pair(key []toponym, got []place) []int {
	out := make([]int, len(key))
	taken := make([]bool, len(got))
	for i := range key {
		out[i] = -1
		most := 0
		for k := range got {
			shared := min(key[i].End, got[k].end) - max(key[i].Start, got[k].start)
			if taken[k] || shared <= 0 {
				continue
			}
			if shared > most || shared == most && got[k].end-got[k].start < got[out[i]].end-got[out[i]].start {
				out[i], most = k, shared
			}
		}
		if out[i] >= 0 {
			taken[out[i]] = true
		}
	}
	return out
}

// A tally gathers the results of a set.
type tally struct {
	overlap, exact, named, near, all measure.Counts
	errors                           []float64
}

func (t *tally) add(r result) {
	t.overlap = append(t.overlap, r.overlap)
	t.exact = append(t.exact, r.exact)
	t.named = append(t.named, r.named)
	t.near = append(t.near, r.near)
	t.all = append(t.all, r.all)
	t.errors = append(t.errors, r.errors...)
}

func (t *tally) rows(set, input string) []measure.Row {
	rows := t.overlap.PRF(set, input, "toponyms")
	return append(rows,
		t.exact.Row(set, input, "toponyms, exact F1", measure.Count.F1),
		t.named.Row(set, input, "toponyms without peoples F1", measure.Count.F1),
		t.near.Row(set, input, "found, within 161 km", measure.Count.Recall),
		t.all.Row(set, input, "all, within 161 km", measure.Count.Recall),
		measure.Row{Set: set, Input: input, Measure: "median error, km", Value: median(t.errors)},
	)
}

// median is 0 where there is nothing to take it of.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	mid := len(values) / 2
	if len(values)%2 == 1 {
		return values[mid]
	}
	return math.FMA(0.5, values[mid]-values[mid-1], values[mid-1])
}
