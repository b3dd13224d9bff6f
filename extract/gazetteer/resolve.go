package gazetteer

import (
	"cmp"
	"math"
	"slices"
)

// A Toponym is a name of a place as one text uses it.
type Toponym struct {
	Name   string
	Within []string // what the text says that it lies in, nearest first: "Talvik, Northmark, Sarvia"
	Count  int      // how often the text has it; 0 counts as once
}

// A Context is what a text tells of where it plays. The zero Context tells
// nothing.
type Context struct {
	Countries map[string]float64 // alpha-3 → how often the text names the country, its people or its places
	Admin1    map[string]float64 // alpha-3 + "/" + division → the same
	Near      []Entry            // places of the text that are settled
	Within    []string           // what the name is said to lie in, nearest first
}

// Weights of what speaks for a candidate, in units of a tenfold population.
// They were set on GeoVirus and LGL; see TestResolveOnRealNews.
const (
	countryWeight  = 4.0 // all the text's votes go to the candidate's country
	divisionWeight = 3.0 // all votes go to its division
	nearWeight     = 2.0 // another place of the text stands beside it
	nearKm         = 100.0
	withinWeight   = 8.0 // the text says that it lies there
)

// Resolve chooses among the candidates of one name by what the text tells and
// how prominent each is. It reports false when there is no candidate.
func Resolve(candidates []Entry, ctx *Context) (Entry, bool) {
	if len(candidates) == 0 {
		return Entry{}, false
	}
	best, top := 0, math.Inf(-1)
	for i := range candidates {
		if s := ctx.score(&candidates[i]); s > top {
			best, top = i, s
		}
	}
	return candidates[seat(candidates, best)], true
}

func (c *Context) score(e *Entry) float64 {
	s := prominence(e)
	s += countryWeight * share(c.Countries, e.Country)
	s += divisionWeight * share(c.Admin1, division(e))
	s += nearWeight * c.closeness(e)
	for _, w := range c.Within {
		if liesIn(e, w) {
			s += withinWeight
		}
	}
	return s
}

// division names an entry's first-order division beyond doubt.
func division(e *Entry) string {
	if e.Admin1 == "" {
		return ""
	}
	return e.Country + "/" + e.Admin1
}

// share returns what part of the votes key has; few votes count for less.
func share(votes map[string]float64, key string) float64 {
	if key == "" || votes[key] == 0 {
		return 0
	}
	return votes[key] / (1 + total(votes))
}

// closeness is 1 for a place that stands where another of the text does and
// falls with the distance.
func (c *Context) closeness(e *Entry) float64 {
	if !e.HasPoint() {
		return 0
	}
	best := 0.0
	for i := range c.Near {
		n := &c.Near[i]
		if n.ID == e.ID || n.Kind == Country || n.Kind == Area || !n.HasPoint() {
			continue
		}
		best = max(best, 1/(1+Distance(e.Lat, e.Lon, n.Lat, n.Lon)/nearKm))
	}
	return best
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

// postal returns the division of a country for which a postal code stands.
func postal(code, country string) string {
	all, err := states()
	if err != nil {
		return ""
	}
	for i := range all {
		if all[i].postal == code && all[i].country == country {
			return all[i].name
		}
	}
	return ""
}

// passes is how often the resolution of a text's names is gone over again:
// each pass votes with what the one before has settled.
const passes = 3

// ResolveAll chooses a place for each of a text's names, all together: what one
// settles helps the others. people counts, by alpha-3, how often the text names
// a country's people ([Names.Demonym]). An entry without an ID is a name that no
// place carries.
func ResolveAll(names Names, toponyms []Toponym, people map[string]int) []Entry {
	r := resolver{names: names, toponyms: slices.Clone(toponyms), people: people}
	r.candidates = make([][]Entry, len(toponyms))
	r.chosen = make([]Entry, len(toponyms))
	for i := range toponyms {
		r.candidates[i] = r.known(&r.toponyms[i])
		if len(r.candidates[i]) > 0 {
			r.chosen[i] = r.candidates[i][0]
		}
	}
	for range passes {
		r.pass()
	}
	for i := range r.chosen {
		if r.strays(i) {
			r.chosen[i] = Entry{}
		}
	}
	return r.chosen
}

// strays reports whether a choice is a small place of a country that the text
// has nothing else to do with: then it is more likely a place that the gazetteer
// lacks, and nothing is said rather than something wrong.
func (r *resolver) strays(i int) bool {
	e := &r.chosen[i]
	if e.ID == "" || e.Kind != Town && e.Kind != Division2 || e.Capital || e.Population >= bigTown || len(r.toponyms[i].Within) > 0 {
		return false
	}
	ctx := r.context(i)
	return ctx.Countries[e.Country] == 0 && total(ctx.Countries) >= strayVotes
}

// strayVotes is how many votes for other countries make a small place a stray.
const strayVotes = 2.0

func total(votes map[string]float64) float64 {
	sum := 0.0
	for _, v := range votes {
		sum += v
	}
	return sum
}

type resolver struct {
	names      Names
	toponyms   []Toponym
	people     map[string]int
	candidates [][]Entry
	chosen     []Entry
}

// known looks a name up, and keeps only the places that lie where the text says
// when there are any.
func (r *resolver) known(t *Toponym) []Entry {
	all := r.names.Lookup(t.Name)
	for i, w := range t.Within {
		holders := r.names.Lookup(w)
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

// pass chooses again for each name by the votes of all others.
func (r *resolver) pass() {
	next := make([]Entry, len(r.chosen))
	for i := range r.toponyms {
		if len(r.candidates[i]) == 0 {
			continue
		}
		ctx := r.context(i)
		next[i], _ = Resolve(r.candidates[i], &ctx)
	}
	r.chosen = next
}

// context gathers the votes of all names but the i-th, and of the same name.
func (r *resolver) context(i int) Context {
	ctx := Context{Countries: map[string]float64{}, Admin1: map[string]float64{}, Within: r.toponyms[i].Within}
	for code, n := range r.people {
		ctx.Countries[code] += vote(n)
	}
	for j, t := range r.toponyms {
		e := &r.chosen[j]
		if j == i || e.ID == "" || fold(t.Name) == fold(r.toponyms[i].Name) {
			continue
		}
		n := vote(t.Count) * r.certainty(j)
		ctx.Countries[e.Country] += n
		if d := division(e); d != "" {
			ctx.Admin1[d] += n
		}
		ctx.Near = append(ctx.Near, *e)
	}
	delete(ctx.Countries, "")
	return ctx
}

// vote weighs a count: ten times the same name do not count ten times.
func vote(n int) float64 { return 1 + math.Log(float64(max(n, 1))) }

// certainty is how far the choice for a name can be trusted: countries and
// names of one place whole, others less the more places carry the name.
func (r *resolver) certainty(j int) float64 {
	e := &r.chosen[j]
	if e.Kind == Country || len(r.toponyms[j].Within) > 0 {
		return 1.5
	}
	rivals := 0
	for i := range r.candidates[j] {
		if c := &r.candidates[j][i]; c.Country != e.Country && cmp.Compare(prominence(c), prominence(e)-1.5) > 0 {
			rivals++
		}
	}
	return 1 / float64(1+rivals)
}
