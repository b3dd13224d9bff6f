package extract

import (
	"slices"

	"ascribe"
)

// zeroAt reads an explicit zero at token i: "no casualties", "no one was hurt",
// "without injuries".
func (c *clause) zeroAt(i int) []harmCount {
	if !c.is(i, "no without nobody none zero") || c.is(i, "none") && c.is(i+1, "of") && !c.is(i+2, "the them us those these") {
		return nil
	}
	zero := func(harm ascribe.Harm, last int) harmCount {
		return harmCount{harm: harm, figure: ascribe.Exactly(0), first: i, last: last, trigger: last - 1}
	}
	for j := i + 1; j < len(c.Tokens) && j <= i+6; j++ {
		both := c.is(j, "casualties casualty victims") && j <= i+3
		switch {
		case c.is(i, "none") && c.is(j, "injuries wounds"):
			return nil // "none of the injuries is serious"
		case both || c.is(j, "harmed") && c.is(i, "nobody no none"):
			return []harmCount{zero(ascribe.Killed, j+1), zero(ascribe.Injured, j+1)}
		case c.is(j, "deaths fatalities fatality dead") && j <= i+3:
			return []harmCount{zero(ascribe.Killed, j+1)}
		case c.is(j, "injuries injury wounded injured hurt") && (j <= i+3 || c.nobody(i)):
			return append([]harmCount{zero(ascribe.Injured, j+1)}, c.zeroOr(i, j)...)
		case c.is(j, "killed died") && c.nobody(i):
			return append([]harmCount{zero(ascribe.Killed, j+1)}, c.zeroOr(i, j)...)
		case c.is(j, ", . ; but group else other more further seriously critically badly life fatal new"):
			return nil
		}
	}
	return nil
}

// nobody reports whether the negative at i speaks of people: "no one", "nobody".
func (c *clause) nobody(i int) bool {
	return c.is(i, "nobody none") || c.is(i, "no") && (c.is(i+1, "one people person civilians civilian") || c.is(i+1, "-") && c.is(i+2, "one"))
}

// zeroOr adds the second harm of "no deaths or injuries", "no one was killed or hurt".
func (c *clause) zeroOr(i, j int) []harmCount {
	if !c.is(j+1, "or nor and") {
		return nil
	}
	h := harmCount{figure: ascribe.Exactly(0), first: i, last: j + 3, trigger: j + 2}
	switch {
	case c.is(j+2, "injured wounded hurt injuries"):
		h.harm = ascribe.Injured
	case c.is(j+2, "killed dead deaths"):
		h.harm = ascribe.Killed
	default:
		return nil
	}
	return []harmCount{h}
}

// tollAt reads "the death toll rose to 12", "a toll of 12 dead".
func (c *clause) tollAt(i int) []harmCount {
	harm := ascribe.Killed
	if c.is(i-1, "injury injured wounded") {
		harm = ascribe.Injured
	}
	if c.is(i, "number") { // "the number of people killed has risen to 14", "the number killed"
		h, ok := c.harmAfter(i)
		if !ok {
			return nil
		}
		harm = h
	}
	if h, ok := c.toNumber(i, harm); ok {
		return []harmCount{h}
	}
	for j := i + 1; j < len(c.Tokens) && j < i+22; j++ {
		if c.is(j, ". ;") {
			return nil
		}
		q, ok := c.quantityAt(j)
		if !ok || c.ageOrMeasure(q.last) || c.is(q.first-1, "from in on") || c.is(j-1, "from") {
			continue
		}
		if _, year := yearWord(c.lower(j)); year {
			continue
		}
		return []harmCount{{harm: harm, figure: q.figure, first: q.first, last: q.last, trigger: i}}
	}
	return nil
}

// toNumber reads the number before the toll: "bringing to 45 the number killed".
func (c *clause) toNumber(i int, harm ascribe.Harm) (harmCount, bool) {
	if !c.is(i-1, "the death") {
		return harmCount{}, false
	}
	for j := i - 2; j > 1 && j > i-7; j-- {
		if q, ok := c.quantityAt(j); ok && q.last >= i-2 && c.is(q.first-1, "to at") && c.is(q.first-2, "bringing raising brings raises brought raised putting puts put pushing") {
			return harmCount{harm: harm, figure: q.figure, first: q.first, last: q.last, trigger: i}, true
		}
	}
	return harmCount{}, false
}

// harmAfter returns the harm that "the number of" at token i counts.
func (c *clause) harmAfter(i int) (ascribe.Harm, bool) {
	for j := i + 1; j < i+6 && !c.is(j, "."); j++ {
		if h, ok := harmWords[c.lower(j)]; ok {
			return h.harm, true
		}
	}
	return 0, false
}

// labelled reads "Injured: 34".
func (c *clause) labelled(i int, h harmWord) []harmCount {
	if !c.is(i+1, ":") {
		return nil
	}
	q, ok := c.quantityAt(i + 2)
	if !ok {
		return nil
	}
	return []harmCount{{harm: h.harm, figure: q.figure, first: i, last: q.last, trigger: i}}
}

// lives reads "claimed 12 lives", "the lives of 12 people".
func (c *clause) lives() []harmCount {
	for i := range c.Tokens {
		if !c.is(i, "lives life") || !c.near(i, "claimed claiming claims cost costing took taken taking lost losing") {
			continue
		}
		if c.is(i+1, "of") {
			return c.countsIn(i, ascribe.Killed, c.after(i+1, "of"))
		}
		for j := max(0, i-4); j < i; j++ {
			if q, ok := c.quantityAt(j); ok && (q.last == i || c.is(i-1, "'s ’s") && q.last == i-2) {
				return []harmCount{{harm: ascribe.Killed, figure: q.figure, first: q.first, last: i + 1, trigger: i}}
			}
		}
	}
	return nil
}

// near reports whether one of the words stands within six tokens of token i.
func (c *clause) near(i int, words string) bool {
	for j := i - 6; j <= i+6; j++ {
		if c.is(j, words) {
			return true
		}
	}
	return false
}

// parts reads the parts of the counts found: "including two children", "among
// them a nurse", "three of them soldiers".
func (c *clause) parts(found []harmCount) []harmCount {
	var more []harmCount
	for i := range c.Tokens {
		from := i + 1
		switch {
		case c.is(i, "including"):
		case c.is(i, "among") && c.is(i+1, "them whom"):
			from = i + 2
		default:
			continue
		}
		whole := c.wholeBefore(found, i)
		n := c.object(from)
		if whole == nil || n == nil {
			continue
		}
		for _, h := range c.countsIn(whole.trigger, whole.harm, c.coordinated(n)) {
			h.part = true
			more = append(more, h)
		}
	}
	return more
}

// amongDead reads those who stand before "among the dead", "of the dead were":
// "five women were among the dead", "five of the wounded were children".
func (c *clause) amongDead(i int) []harmCount {
	harm, ok := map[string]ascribe.Harm{
		"dead": ascribe.Killed, "killed": ascribe.Killed, "fatalities": ascribe.Killed, "slain": ascribe.Killed,
		"wounded": ascribe.Injured, "injured": ascribe.Injured,
	}[c.lower(i)]
	if !ok || !c.is(i-1, "the those") || c.is(i+1, "in") && c.numeric(i+2) {
		return nil
	}
	var list []*nominal
	switch {
	case c.is(i-2, "among") && c.is(i-3, "were was are is be been"):
		list = c.subject(i - 3)
	case c.is(i-2, "among") && c.is(i+1, "were was are is"):
		if n := c.object(i + 2); n != nil {
			list = c.coordinated(n)
		}
	}
	found := slices.DeleteFunc(c.countsIn(i, harm, list), func(h harmCount) bool { return h.person }) // a name counts nobody
	for k := range found {
		found[k].part = true
	}
	return found
}

// wholeBefore returns the count that "including" at token i takes a part of.
func (c *clause) wholeBefore(found []harmCount, i int) *harmCount {
	var best *harmCount
	for k := range found {
		h := &found[k]
		if h.first < i && (best == nil || h.first > best.first) && h.figure != ascribe.Exactly(0) {
			best = h
		}
	}
	return best
}
