package reconcile

import (
	"slices"
	"strings"
	"time"

	"ascribe"
)

// A point is one figure that may stand for a whole harm: what a policy chooses
// from.
type point struct {
	figure ascribe.Figure
	at     time.Time
	role   ascribe.Role
	words  *held // the document that first had these words
	from   voice
	early  bool
}

// tolls enters the figures of every harm. A part of another toll and a count of
// the attackers stand in the course and never in the figure.
func (f *folding) tolls() {
	course := map[ascribe.Harm][]ascribe.TollPoint{}
	points := map[ascribe.Harm][]point{}
	for _, p := range f.inc.parts {
		whole := map[ascribe.Harm][]ascribe.Toll{}
		for _, t := range p.reading.Tolls {
			st := p.said[t.Statement]
			if t.Incident != p.told.Incident || st == nil || st.Modality.Negated || st.Modality.Hypothetical || st.Modality.Future {
				continue
			}
			lapsed := f.mistaken(p, &t)
			course[t.Harm] = append(course[t.Harm], ascribe.TollPoint{
				At: p.saidAt(st.ID), Toll: t, By: f.speaker(p, st.ID), Role: st.Source.Role, Early: f.early(p, st.ID), Copy: f.wording(p) != p.held || p.before[st.ID] != nil, Lapsed: lapsed,
			})
			if !t.Part && !t.Attackers && t.Figure.Validate() == nil && lapsed == nil {
				whole[t.Harm] = append(whole[t.Harm], t)
			}
		}
		for harm, tolls := range whole {
			for _, t := range wholes(tolls) {
				points[harm] = append(points[harm], f.point(p, t, points[harm]))
			}
		}
	}
	for harm := ascribe.Killed; harm <= ascribe.Displaced; harm++ {
		if len(course[harm]) > 0 {
			f.record.Tolls = append(f.record.Tolls, tollRange(harm, course[harm], points[harm]))
		}
	}
}

// mistaken returns why a figure does not stand: its statement lapsed, or its outlet
// corrected just this figure later.
func (f *folding) mistaken(p part, t *ascribe.Toll) *ascribe.Lapse {
	if l := f.lapses[t.Statement]; l != nil {
		return l
	}
	for _, q := range f.inc.parts {
		if q.held == p.held || !q.sharesOutlet(p.held) {
			continue
		}
		for _, o := range q.reading.Tolls {
			l := f.lapses[o.Statement]
			if l != nil && l.Kind == ascribe.Corrected && l.By == q.id && o.Incident == q.told.Incident && o.Harm == t.Harm && o.Figure == t.Figure && !p.saidAt(t.Statement).After(l.Since) {
				return l
			}
		}
	}
	return nil
}

// point enters a toll among those a figure is made of. A figure that a copy
// repeats is as old as its first printing.
func (f *folding) point(p part, t ascribe.Toll, earlier []point) point {
	out := point{
		figure: t.Figure, at: p.saidAt(t.Statement), role: p.said[t.Statement].Source.Role,
		words: f.wording(p), from: f.voice(p, t.Statement), early: f.early(p, t.Statement),
	}
	for _, e := range earlier {
		if e.words == out.words && e.figure == out.figure {
			out.at, out.early = e.at, e.early
			break
		}
	}
	return out
}

// early reports whether a statement was published within a day of the incident:
// of its day where that is known, else of the first news of it. First figures are
// the least certain ones (BBC Editorial Guidelines 11.3.1).
func (f *folding) early(p part, id ascribe.StatementID) bool {
	if when := f.record.When; when.Resolved() && when.Precision == ascribe.Day {
		return p.saidAt(id).Before(when.To.Add(2 * day))
	}
	for _, first := range f.inc.parts {
		if first.told.Recent {
			return p.told.Recent && p.saidAt(id).Before(first.published().Add(day))
		}
	}
	return false
}

// saidAt is when a statement was first published: with its document, or with the
// first version of it that has the sentence.
func (h *held) saidAt(id ascribe.StatementID) time.Time {
	if first := h.before[id]; first != nil && first.public.Before(h.published()) {
		if p := first.seen.Published; !p.IsZero() && first.public.Equal(first.seen.PublicBy()) {
			return p.Time
		}
		return first.public
	}
	return h.published()
}

// wording is the first document of the origin that has the words of a telling.
func (f *folding) wording(p part) *held { return f.origins[p.id].words(p.held) }

// tollRange applies every policy to the figures of one harm.
func tollRange(harm ascribe.Harm, course []ascribe.TollPoint, points []point) ascribe.TollRange {
	slices.SortStableFunc(course, func(a, b ascribe.TollPoint) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(points, func(a, b point) int { return a.at.Compare(b.at) })
	out := ascribe.TollRange{Harm: harm, Policy: RangeOfReported, Others: map[ascribe.Policy]ascribe.Figure{}, Course: course}
	for _, r := range Rules() {
		if fig := r.choose(points); r.Policy == RangeOfReported {
			out.Figure = fig
		} else {
			out.Others[r.Policy] = fig
		}
	}
	return out
}

// wholes returns the tolls of one document that stand for the whole harm. Where
// one counts people without saying of what kind, those that name a kind are
// parts of it. Where every one names its own kind, those of one sentence add up
// ("three soldiers and two rebels were killed").
func wholes(tolls []ascribe.Toll) []ascribe.Toll {
	var general []ascribe.Toll
	for _, t := range tolls {
		if countsPeople(t.Of) {
			general = append(general, t)
		}
	}
	if len(general) > 0 {
		return general
	}
	var out []ascribe.Toll
	for _, t := range tolls {
		i := slices.IndexFunc(out, func(o ascribe.Toll) bool { return o.Statement == t.Statement })
		if i < 0 {
			out = append(out, t)
			continue
		}
		if sum, ok := added(out[i], t); ok {
			out[i] = sum
		}
	}
	return out
}

// countsPeople reports whether a toll counts people of every kind.
func countsPeople(of string) bool {
	words := strings.Fields(nameKey(of))
	if len(words) == 0 {
		return true
	}
	switch words[len(words)-1] {
	case "people", "persons", "person", "dead", "lives", "others", "victims", "individuals", "casualties", "fatalities", "deaths", "killed", "wounded", "injured":
		return true
	}
	return false
}

// added returns the sum of two tolls of different kinds of people.
func added(a, b ascribe.Toll) (ascribe.Toll, bool) {
	if nameKey(a.Of) == nameKey(b.Of) || a.Span.Meets(b.Span) && !a.Span.IsZero() {
		return a, false
	}
	sum := func(x, y ascribe.Count) ascribe.Count {
		if x == ascribe.Unknown || y == ascribe.Unknown {
			return ascribe.Unknown
		}
		return x + y
	}
	a.Of += " and " + b.Of
	a.Figure = ascribe.Figure{
		Low: sum(a.Figure.Low, b.Figure.Low), Best: sum(a.Figure.Best, b.Figure.Best),
		High: sum(a.Figure.High, b.Figure.High), Open: a.Figure.Open || b.Figure.Open,
	}
	return a, true
}

// floor is the least that a figure says of its own accord, and ceiling the most
// that it names; Unknown when it names none. "Up to 20" has no floor.
func floor(f ascribe.Figure) ascribe.Count   { return firstKnown(f.Low, f.Best) }
func ceiling(f ascribe.Figure) ascribe.Count { return firstKnown(f.High, f.Best, f.Low) }

// central is the number that a figure is best quoted as.
func central(f ascribe.Figure) ascribe.Count { return firstKnown(f.Best, f.Low, f.High) }

func firstKnown(counts ...ascribe.Count) ascribe.Count {
	for _, c := range counts {
		if c != ascribe.Unknown {
			return c
		}
	}
	return ascribe.Unknown
}
