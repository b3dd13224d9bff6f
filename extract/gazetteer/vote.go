package gazetteer

import "math"

// votes count where a text plays: what its names make likely.
type votes struct {
	countries, divisions        map[string]float64 // alpha-3; alpha-3 + "/" + division
	countryTotal, divisionTotal float64
}

func newVotes() votes { return votes{countries: map[string]float64{}, divisions: map[string]float64{}} }

func (v *votes) add(e *Entry, n float64) {
	if e.Country != "" {
		v.countries[e.Country] += n
		v.countryTotal += n
	}
	if d := division(e); d != "" {
		v.divisions[d] += n
		v.divisionTotal += n
	}
}

// count adds up the votes of all names, and apart those of each, which do not
// speak for itself.
func (r *resolver) count() {
	r.votes, r.own = newVotes(), map[string]votes{}
	for code, n := range r.people {
		r.votes.countries[code] += vote(n)
		r.votes.countryTotal += vote(n)
	}
	for i := range r.toponyms {
		t := &r.toponyms[i]
		own, ok := r.own[t.key]
		if !ok {
			own = newVotes()
		}
		for k := range t.candidates {
			if t.belief[k] < faint {
				continue
			}
			r.votes.add(&t.candidates[k], t.vote*t.belief[k])
			own.add(&t.candidates[k], t.vote*t.belief[k])
		}
		r.own[t.key] = own
	}
}

// faint is the belief below which a candidate does not vote.
const faint = 0.02

// vote weighs a count: ten times the same name do not count ten times.
func vote(n int) float64 { return 1 + math.Log(float64(max(n, 1))) }

// share returns what part of the votes of others a key has; few votes count for
// less.
func share(all, own map[string]float64, key string, total float64) float64 {
	if key == "" {
		return 0
	}
	return max(all[key]-own[key], 0) / (1 + total)
}

// A neighbour is a place that the text may mean, with how likely it does.
type neighbour struct {
	key    string
	lat    float64
	lon    float64
	id     string
	belief float64
	vote   float64
}

// neighbours lists the likely towns and divisions of the text.
func (r *resolver) neighbours() []neighbour {
	var out []neighbour
	for i := range r.toponyms {
		t := &r.toponyms[i]
		for k := range t.candidates {
			e := &t.candidates[k]
			if t.belief[k] < faint || e.Kind == Country || e.Kind == Area || !e.HasPoint() {
				continue
			}
			out = append(out, neighbour{t.key, e.Lat, e.Lon, e.ID, t.belief[k], t.vote})
		}
	}
	return out
}

// closeness tells how near a candidate stands to the other places of the text:
// to the nearest of them, and to all, each by its vote. 1 is the same spot.
func closeness(t *weighed, e *Entry, near []neighbour) (best, around float64) {
	if !e.HasPoint() || e.Kind == Country || e.Kind == Area {
		return 0, 0
	}
	sum, total := 0.0, 0.0
	for i := range near {
		n := &near[i]
		if n.key == t.key || n.id == e.ID {
			continue
		}
		total += n.belief * n.vote
		if math.Abs(n.lat-e.Lat) > farDegrees {
			continue
		}
		close := n.belief / (1 + Distance(e.Lat, e.Lon, n.lat, n.lon)/nearKm)
		best = max(best, close)
		sum += close * n.vote
	}
	return best, sum / (1 + total)
}

// farDegrees of latitude apart, two places do not count as near.
const farDegrees = 10.0
