package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/weigh"
)

// sumTask is the model that says which number sums up a harm of an article.
const sumTask = "sum"

// A sum is one number that an article gives for a harm: every count that gives it,
// in the order of the text.
type sum struct {
	n      ascribe.Count
	counts []*placedCount
}

// lead puts first, of each harm, the toll that sums it up: what an article would be
// quoted for. The rest stay in the order of the text.
func (b *tollBook) lead() {
	slices.SortStableFunc(b.entered, func(a, z placedCount) int { return a.span().Start - z.span().Start })
	var first []*placedCount
	for harm := ascribe.Killed; harm <= ascribe.Displaced; harm++ {
		if h := b.summing(harm); h != nil {
			first = append(first, h)
		}
	}
	slices.SortStableFunc(first, func(a, z *placedCount) int { return a.span().Start - z.span().Start })
	for _, h := range first {
		b.enterToll(h)
	}
	for i := range b.entered {
		if h := &b.entered[i]; !slices.Contains(first, h) {
			b.enterToll(h)
		}
	}
}

// summing returns the count whose number sums up a harm of the article, or nil.
func (b *tollBook) summing(harm ascribe.Harm) *placedCount {
	sums := b.sums(harm)
	if len(sums) == 0 {
		return nil
	}
	best := 0
	var model *weigh.Model
	odds := make([]weigh.Odds, len(sums))
	for i := range sums {
		span := sums[i].counts[0].span()
		model, odds[i] = b.ask(&Question{
			Task: sumTask, Group: int(harm) + 1, Features: b.sumFeatures(sums, i), About: Summed{harm, sums[i].n},
			Span: span, Text: b.text(span), Taken: i == 0,
		})
		if model != nil && odds[i] > odds[best] {
			best = i
		}
	}
	h := sums[best].counts[0]
	if model != nil && len(sums) > 1 {
		h.why += "; it sums up the article: " + model.Reasons(b.sumFeatures(sums, best), 3)
	}
	return h
}

// Summed is what the trainer of the task "sum" needs to know of a question.
type Summed struct {
	Harm   ascribe.Harm
	Number ascribe.Count // Unknown where it is told without one
}

// sums gathers the numbers that may sum up a harm: no parts, and nothing of the
// past where the article has news.
func (b *tollBook) sums(harm ascribe.Harm) []sum {
	var out []sum
	for _, news := range []bool{true, false} {
		for i := range b.entered {
			h := &b.entered[i]
			if h.harm != harm || h.part || b.reading.Incidents[h.incident].Recent != news {
				continue
			}
			n := h.number()
			if k := slices.IndexFunc(out, func(s sum) bool { return s.n == n }); k >= 0 {
				out[k].counts = append(out[k].counts, h)
				continue
			}
			out = append(out, sum{n: n, counts: []*placedCount{h}})
		}
		if len(out) > 0 {
			return withNumbers(out)
		}
	}
	return out
}

// withNumbers leaves out what is told without a number, "multiple people", where
// several are counted too.
func withNumbers(sums []sum) []sum {
	if !slices.ContainsFunc(sums, func(s sum) bool { return s.n > 1 }) {
		return sums
	}
	return slices.DeleteFunc(sums, func(s sum) bool { return s.n == ascribe.Unknown })
}

// number is the one that stands for a count: best, else low, else high.
func (h *placedCount) number() ascribe.Count {
	for _, n := range []ascribe.Count{h.figure.Best, h.figure.Low, h.figure.High} {
		if n != ascribe.Unknown {
			return n
		}
	}
	return ascribe.Unknown
}

func (h *placedCount) span() ascribe.Span { return h.c.SpanOf(h.first, h.last) }

// sumFeatures says what speaks for and against the i-th number.
func (b *tollBook) sumFeatures(sums []sum, i int) []string {
	s := sums[i]
	h := s.counts[0]
	f := []string{
		"told " + ordinal(i) + " of its harm",
		"in sentence " + ordinal(h.c.Index),
		"counts " + h.whom(),
	}
	if n := len(s.counts); n > 1 {
		f = append(f, "told "+ordinal(min(n, 3)-1)+" time")
	}
	f = append(f, h.openness()...)
	f = append(f, compared(sums, i)...)
	if b.inHeadline(s.n) {
		f = append(f, "the headline has it")
	} else if b.headlineCounts() {
		f = append(f, "the headline has other numbers")
	}
	for _, w := range sumWords {
		if h.c.holdsAny(w.words, h.first-w.before, h.last+w.after) {
			f = append(f, w.feature)
		}
	}
	return f
}

// sumWords are words near a number that speak for or against it.
var sumWords = []struct {
	feature, words string
	before, after  int
}{
	{"a word of total near", "total toll altogether overall brings bringing rose risen raising", 8, 6},
	{"a word of addition near", "another other others more further additional additionally also separate separately elsewhere remaining", 3, 4},
	{"a word of the past in the sentence", "earlier previously initially previous ago last since month year years war conflict uprising began weeks months", 60, 60},
	{"a word of a long time near", "war conflict uprising revolution began years decade months", 30, 30},
	{"so far", "far", 12, 12},
	{"women or children near", "women children", 2, 5},
	{"a word of today near", "today yesterday overnight monday tuesday wednesday thursday friday saturday sunday", 30, 30},
	{"a word of doubt near", "may might feared believed reportedly unconfirmed", 8, 8},
}

// holdsAny reports whether one of the words stands in tokens [first, last).
func (c *clause) holdsAny(words string, first, last int) bool {
	for i := max(0, first); i < min(len(c.Tokens), last); i++ {
		if c.is(i, words) {
			return true
		}
	}
	return false
}

// compared says how a number stands among the others.
func compared(sums []sum, i int) []string {
	n := sums[i].n
	largest, smallest := true, true
	first := sums[0].n
	var f []string
	for k := range sums {
		largest = largest && sums[k].n <= n
		smallest = smallest && sums[k].n >= n
	}
	switch {
	case len(sums) == 1:
		f = append(f, "the only number")
	case largest:
		f = append(f, "the largest number")
	case smallest:
		f = append(f, "the smallest number")
	}
	switch {
	case n == ascribe.Unknown:
	case i > 0 && first > 0 && n >= 10*first:
		f = append(f, "more than ten times the first")
	case i > 0 && n > first:
		f = append(f, "more than the first")
	case i > 0:
		f = append(f, "less than the first")
	}
	switch {
	case n > 1000:
		f = append(f, "more than a thousand")
	case n == 1:
		f = append(f, "one")
	case n == 0:
		f = append(f, "none")
	}
	rest := ascribe.Count(0)
	for k := range sums {
		if k != i && sums[k].n > 0 && sums[k].counts[0].c.Index == sums[i].counts[0].c.Index {
			rest += sums[k].n
		}
	}
	if rest > 0 && rest == n {
		f = append(f, "the sum of the others of its sentence")
	}
	return f
}

// ordinal words small numbers from 0 and calls the rest "later".
func ordinal(i int) string {
	if i < 4 {
		return []string{"first", "second", "third", "fourth"}[max(i, 0)]
	}
	return "later"
}

// openness says how exactly a count is told.
func (h *placedCount) openness() []string {
	switch f := h.figure; {
	case h.number() == ascribe.Unknown:
		return []string{"told without a number"}
	case f.Open && f.Best == ascribe.Unknown:
		return []string{"told by a vague word"}
	case f.Open:
		return []string{"at least or more than"}
	case f.Best == ascribe.Unknown:
		return []string{"a range or up to"}
	case h.person:
		return []string{"one person described"}
	}
	return []string{"told exactly"}
}

// whom says what kind of people are counted.
func (h *placedCount) whom() string {
	if h.attackers {
		return "attackers"
	}
	if h.of.IsZero() {
		return "nobody named"
	}
	for i := h.first; i < h.last+3; i++ {
		switch {
		case h.c.is(i, "people persons individuals victims others residents lives"):
			return "people"
		case h.c.is(i, "civilians civilian citizens"):
			return "civilians"
		case h.c.is(i, "children child women woman girls boys girl boy"):
			return "women or children"
		case h.c.is(i, "soldiers troops fighters militants rebels terrorists policemen members forces officers insurgents gunmen jihadists militiamen"):
			return "fighters"
		}
	}
	return "some other kind"
}

// inHeadline reports whether the headline has a number.
func (b *tollBook) inHeadline(n ascribe.Count) bool {
	for _, w := range headlineWords(b.seen.Headline) {
		if v, ok := numberWord(w); ok && ascribe.Count(v) == n {
			return true
		}
	}
	return false
}

// headlineCounts reports whether the headline has any number below a thousand.
func (b *tollBook) headlineCounts() bool {
	return slices.ContainsFunc(headlineWords(b.seen.Headline), func(w string) bool {
		v, ok := numberWord(w)
		return ok && v < 1000
	})
}

func headlineWords(headline string) []string {
	words := strings.Fields(strings.ToLower(headline))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,;:!?'\"()[]|–—-")
	}
	return words
}
