package gazetteer

import (
	"math"
	"slices"
	"strings"
)

// A Toponym is a name of a place as one text uses it.
type Toponym struct {
	Name   string
	Within []string // what the text says that it lies in, nearest first: "Talvik, Northmark, Sarvia"
	Count  int      // how often the text has it; 0 counts as once

	Candidates []Entry // the places to choose among, where not those of the name
}

// Weights of what speaks for a candidate, in units of a tenfold population.
// They were set on GeoVirus; see TestResolveOnRealNews.
const (
	countryWeight  = 4.0 // all the text's votes go to the candidate's country
	divisionWeight = 3.0 // all votes go to its division
	nearWeight     = 2.0 // another place of the text stands beside it
	aroundWeight   = 2.0 // all other places of the text do
	nearKm         = 100.0
	withinWeight   = 8.0 // the text says that it lies there
)

// division names an entry's first-order division beyond doubt.
func division(e *Entry) string {
	if e.Admin1 == "" {
		return ""
	}
	return e.Country + "/" + e.Admin1
}

// liesIn reports whether a candidate lies in what the text names: its country
// under any name, or its division.
func liesIn(e *Entry, name string) bool {
	if full := postal(name, e.Country); full != "" {
		name = full
	}
	key := fold(name)
	if key == "" || e.Kind == Country {
		return false
	}
	if stem, ok := divisionStem(key); ok {
		key = stem
	}
	admin := fold(e.Admin1)
	if stem, ok := divisionStem(admin); ok {
		admin = stem
	}
	return key == admin && e.Kind != Division1 || key == fold(CountryName(e.Country)) || key == fold(e.Country)
}

// Postal reports whether a word is the postal code of a division, as it follows
// a town: "TX".
func Postal(word string) bool {
	all, err := states()
	return err == nil && slices.ContainsFunc(all, func(s state) bool { return s.postal == word })
}

// postal returns the division of a country for which a postal code stands.
func postal(code, country string) string {
	all, err := states()
	if err != nil {
		return ""
	}
	for i := range all {
		if strings.EqualFold(all[i].postal, code) && all[i].country == country {
			return all[i].name
		}
	}
	return ""
}

// passes is how often the resolution of a text's names is gone over again:
// each pass votes with what the one before makes likely.
const passes = 4

// maxCandidates bounds how many places of one name are weighed, the most
// prominent first.
const maxCandidates = 40

// ResolveAll chooses a place for each of a text's names, all together: what one
// makes likely helps the others. people counts, by alpha-3, how often the text
// names a country's people ([Names.Demonym]). An entry without an ID is a name
// that no place carries.
func ResolveAll(names Names, toponyms []Toponym, people map[string]int) []Entry {
	r := newResolver(names, toponyms, people)
	for range passes {
		r.pass()
	}
	chosen := make([]Entry, len(toponyms))
	for i := range r.toponyms {
		if t := &r.toponyms[i]; len(t.candidates) > 0 && !r.strays(t) {
			chosen[i] = t.candidates[seat(t.candidates, t.best())]
		}
	}
	return chosen
}

type resolver struct {
	names    Names
	toponyms []weighed
	votes    votes            // of the whole text
	own      map[string]votes // of each name
	people   map[string]int
}

// A weighed is a name with the places that carry it and how likely each is meant.
type weighed struct {
	Toponym
	key        string
	candidates []Entry
	belief     []float64 // sums to 1
	vote       float64
}

// best is the index of the likeliest candidate.
func (w *weighed) best() int {
	best := 0
	for k := range w.belief {
		if w.belief[k] > w.belief[best] {
			best = k
		}
	}
	return best
}

func newResolver(names Names, toponyms []Toponym, people map[string]int) *resolver {
	r := &resolver{names: names, people: people}
	for _, t := range toponyms {
		w := weighed{Toponym: t, key: fold(t.Name), vote: vote(t.Count)}
		w.candidates = r.known(&w.Toponym)
		w.candidates = w.candidates[:min(len(w.candidates), maxCandidates)]
		if len(w.candidates) > 0 && w.candidates[0].Kind == Country || len(w.Within) > 0 {
			w.vote *= 1.5
		}
		scores := make([]float64, len(w.candidates))
		for k := range w.candidates {
			scores[k] = prominence(&w.candidates[k])
		}
		w.belief = likely(scores)
		r.toponyms = append(r.toponyms, w)
	}
	return r
}

// likely turns scores into beliefs: a point more is three times as likely.
func likely(scores []float64) []float64 {
	if len(scores) == 0 {
		return nil
	}
	top, sum := slices.Max(scores), 0.0
	out := make([]float64, len(scores))
	for i, s := range scores {
		out[i] = math.Exp(sharpness * (s - top))
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

const sharpness = 1.1

// known looks a name up, and keeps only the places that lie where the text says
// when there are any.
func (r *resolver) known(t *Toponym) []Entry {
	all := t.Candidates
	if all == nil {
		all = r.names.Lookup(t.Name)
	}
	told := false
	for i, w := range t.Within {
		holders := r.names.Lookup(w)
		told = told || len(holders) > 0 && (holders[0].Kind == Country || holders[0].Kind == Division1)
		if len(all) == 0 || isList(&all[0], holders, len(t.Within)) {
			t.Within = nil
			return all
		}
		in := slices.DeleteFunc(slices.Clone(all), func(e Entry) bool {
			return !liesIn(&e, w) && !slices.ContainsFunc(holders, func(h Entry) bool { return holds(&h, &e) })
		})
		if len(in) > 0 {
			t.Within = t.Within[i:]
			return in
		}
	}
	if told { // of the name as the text places it the tables have none
		return slices.DeleteFunc(slices.Clone(all), func(e Entry) bool { return e.Kind == Town && !e.Capital && e.Population < bigTown })
	}
	return all
}

// isList reports whether "A, B" lists two places of one rank and does not say
// that A lies in B: "Iraq, Iran", "Ohio, Oregon, Utah"; but "Lebanon, Ohio".
func isList(a *Entry, holders []Entry, n int) bool {
	if len(holders) == 0 || holds(&holders[0], a) {
		return false
	}
	b := &holders[0]
	return a.Kind == Country && (b.Kind != Division1 || n > 1) || a.Kind == Division1 && b.Kind == Division1
}

// holds reports whether the place h holds e, as far as the tables tell.
func holds(h, e *Entry) bool {
	if h.ID == e.ID {
		return false
	}
	switch h.Kind {
	case Country:
		return h.Country == e.Country
	case Division1:
		return h.Country == e.Country && h.Admin1 == e.Admin1
	}
	return false
}

// pass weighs every name again by the votes of all others.
func (r *resolver) pass() {
	r.count()
	near := r.neighbours()
	next := make([][]float64, len(r.toponyms))
	for i := range r.toponyms {
		t := &r.toponyms[i]
		scores := make([]float64, len(t.candidates))
		for k := range t.candidates {
			scores[k] = r.score(t, &t.candidates[k], near)
		}
		next[i] = likely(scores)
	}
	for i := range next {
		r.toponyms[i].belief = next[i]
	}
}

// score is how much speaks for a candidate of a name.
func (r *resolver) score(t *weighed, e *Entry, near []neighbour) float64 {
	own := r.own[t.key]
	s := prominence(e)
	s += countryWeight * share(r.votes.countries, own.countries, e.Country, r.votes.countryTotal-own.countryTotal)
	s += divisionWeight * share(r.votes.divisions, own.divisions, division(e), r.votes.divisionTotal-own.divisionTotal)
	best, around := closeness(t, e, near)
	s += nearWeight*best + aroundWeight*around
	for _, w := range t.Within {
		if liesIn(e, w) {
			s += withinWeight
		}
	}
	return s
}

// strays reports whether a choice is a small place of a country that the text
// has nothing else to do with: then it is more likely a place that the gazetteer
// lacks, and nothing is said rather than something wrong.
func (r *resolver) strays(t *weighed) bool {
	e := &t.candidates[t.best()]
	if e.Kind != Town && e.Kind != Division2 || e.Capital || e.Population >= bigTown || len(t.Within) > 0 {
		return false
	}
	own := r.own[t.key]
	total := r.votes.countryTotal - own.countryTotal
	if (e.Population < smallTown || e.Alias) && r.votes.countries[e.Country]-own.countries[e.Country] < 4*strayShare*total {
		return total >= strayVotes
	}
	return total >= strayVotes && r.votes.countries[e.Country]-own.countries[e.Country] < strayShare*total
}

// strayVotes is how many votes for other countries make a small place a stray,
// strayShare what part of them its own country may have.
const (
	strayVotes = 2.0
	strayShare = 0.04
	smallTown  = 15_000 // of one so small, or by another name, four times as great a part is asked
)
