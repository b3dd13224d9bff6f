package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// maxAside is how many tokens an apposition between subject and verb may have.
const maxAside = 45

// before finds the subject that stands before a verb group beginning at a:
// "the minister", "Vidal, who heads the party,", "he", "who". It returns an
// empty stretch when none does.
func (sc *scene) before(a int) stretch {
	b := sc.bounds(a)
	i := a - 1
	if i < b.first || !sc.inZone(i, sc.zoneAt(a)) {
		return nowhere
	}
	if sc.comma(i) {
		return sc.aroundAside(b, i)
	}
	return sc.phraseLeft(b, i+1)
}

// subjectInTree finds the subject that the tree gives a verb group, where it
// stands right before it.
func (sc *scene) subjectInTree(g verbGroup) stretch {
	subjects := dependents(sc.s, g.at, "nsubj")
	if len(subjects) == 0 || !sc.nounlike(subjects[len(subjects)-1]) && !personal[sc.low(subjects[len(subjects)-1])] {
		return nowhere
	}
	head := subjects[len(subjects)-1]
	b := sc.bounds(g.at)
	who := stretch{head, head + 1}
	for i := max(b.first, head-maxAside); i < g.first; i++ {
		if under(sc.s, i, head) {
			who.first, who.last = min(who.first, i), max(who.last, i+1)
		}
	}
	if head >= g.first || head < b.first || g.first-who.last > 2 || sc.zoneAt(who.first) != sc.zoneAt(g.at) {
		return nowhere
	}
	return who
}

// aroundAside finds a subject that an aside parts from its verb; end is the
// comma that closes the aside.
func (sc *scene) aroundAside(b stretch, end int) stretch {
	for j := end - 1; j >= b.first && j > end-maxAside; j-- {
		if w := sc.low(j); w == ")" || w == "]" {
			if open := sc.opening(b, j); open > b.first {
				j = open
				continue
			}
		}
		if !sc.comma(j) || sc.zoneAt(j) != sc.zoneAt(end) {
			if sc.ends(j) && sc.low(j) != "." {
				return nowhere
			}
			continue
		}
		from := j + 1
		if sc.tok(from).Class == nlp.CloseQuote {
			from++ // The "Sons of the Estuary," a group from the north, has …
		}
		if end-j < 2 || !sc.aside(from) {
			return nowhere
		}
		np := sc.phraseLeft(b, j)
		if np.empty() {
			return nowhere
		}
		if w := sc.low(j + 1); w == "citing" || w == "quoting" {
			return np // who is cited speaks too
		}
		for range 3 {
			wide := sc.apposed(b, np)
			if wide.empty() {
				break
			}
			np = wide
		}
		return stretch{np.first, end}
	}
	return nowhere
}

// apposed returns the phrase that np stands in apposition to: the name before
// the comma before it.
func (sc *scene) apposed(b, np stretch) stretch {
	if np.first-2 < b.first || sc.low(np.first-1) != "," || !sc.nounlike(np.first-2) || sc.zoneAt(np.first-2) != sc.zoneAt(np.first) {
		return nowhere
	}
	if t := sc.tok(np.first); t.Class == nlp.Name && !determiners[t.Lower] {
		return nowhere
	}
	if c := sc.tok(np.first - 2).Class; c != nlp.Name && c != nlp.Number {
		return nowhere
	}
	return sc.phraseLeft(b, np.first-1)
}

// aside reports whether what begins at i can be an apposition or a relative
// clause, rather than a clause of its own.
func (sc *scene) aside(i int) bool {
	t := sc.tok(i)
	if determiners[t.Lower] || possessives[t.Lower] || t.Class == nlp.Number {
		return true
	}
	switch t.Lower {
	case "who", "which", "whom", "speaking", "citing", "quoting", "referring", "himself", "herself", "themselves", "however", "meanwhile", "for", "in", "on", "one":
		return true
	}
	return sc.nounlike(i)
}

// phraseLeft reads a noun phrase leftwards that ends before token end.
func (sc *scene) phraseLeft(b stretch, end int) stretch {
	end = sc.beforeTime(b, end)
	i := end - 1
	if i < b.first || sc.zoneAt(i) != sc.zoneAt(end) && end < sc.len() {
		return nowhere
	}
	w := sc.low(i)
	if personal[w] || relativeWords[w] && w != "that" {
		return stretch{i, end}
	}
	if w == ")" || w == "]" {
		if open := sc.opening(b, i); open > b.first {
			if np := sc.phraseLeft(b, open); !np.empty() {
				return stretch{np.first, end}
			}
		}
		return nowhere
	}
	if isVerb(sc.tok(i)) {
		if at := sc.relativeBefore(b, i); at >= 0 {
			return stretch{sc.reachLeft(b, at), end} // "officials who asked not to be named"
		}
	}
	if !sc.nounlike(i) && !(possessives[w] || w == "these" || w == "those" || w == "others" || w == "many" || w == "some" || w == "most" || w == "both" || w == "few") && !sc.shortQuoteMark(i) {
		return nowhere
	}
	first := sc.reachLeft(b, end)
	for first < end && !sc.approximates(first) && (prepOfNoun[sc.low(first)] || clauseStart[sc.low(first)] || sc.comma(first) || isAdverb(sc.tok(first)) && !determiners[sc.low(first+1)] || sc.low(first) == "'s" || sc.low(first) == "'") {
		first++
	}
	if first >= end {
		return nowhere
	}
	return stretch{first, end}
}

// beforeTime steps back over a time that stands between a subject and its verb:
// "the Front on Monday said", "the minister today denied".
func (sc *scene) beforeTime(b stretch, end int) int {
	first := end
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if ph.Kind == nlp.Time && ph.Last == end {
			first = ph.First
			break
		}
	}
	if first == end {
		w := sc.low(end - 1)
		if w != "today" && w != "yesterday" && w != "tonight" && w != "tomorrow" {
			return end
		}
		first = end - 1
	}
	if w := sc.low(first - 1); w == "on" || w == "in" || w == "at" || w == "late" || w == "early" {
		first--
	}
	if first <= b.first || sc.comma(first-1) || sc.ends(first-1) {
		return end
	}
	return first
}

// approximates tells a word that belongs to the number after it: "nearly half",
// "at least four", "more than 20".
func (sc *scene) approximates(i int) bool {
	switch sc.low(i) {
	case "about", "nearly", "almost", "roughly", "only", "around", "some", "fewer", "more", "less", "at", "over", "up":
	default:
		return false
	}
	for j := i + 1; j < i+3 && j < sc.len(); j++ {
		switch w := sc.low(j); {
		case sc.tok(j).Class == nlp.Number, w == "half", w == "all", w == "dozens", w == "hundreds":
			return true
		case w != "than" && w != "least" && w != "to" && w != "about":
			return false
		}
	}
	return false
}

// reachLeft returns how far left a noun phrase before end may reach.
func (sc *scene) reachLeft(b stretch, end int) int {
	first, z := end, sc.zoneAt(end-1)
	for i := end - 1; i >= b.first && sc.zoneAt(i) == z; i-- {
		w := sc.low(i)
		switch {
		case determiners[w] || possessives[w]:
			first = i
			if !sc.joinsLeft(i) {
				return first
			}
		case sc.nounlike(i) || w == "'s" || w == "'" || w == "&" || w == "-" || w == "/" || w == "%" || w == "$" || sc.shortQuoteMark(i):
			first = i
		case w == "." && i > b.first && len(sc.low(i-1)) <= 4 && sc.tok(i-1).Span.End == sc.tok(i).Span.Start:
			first = i // an abbreviation
		case prepOfNoun[w] && sc.nounlike(i-1) && !timeNouns[sc.low(i+1)]:
			first = i
		case first == i+1 && sc.approximates(i) || w == "least" && sc.low(i-1) == "at" || w == "than" && sc.low(i-1) == "more":
			first = i
		case w == "and" && i > b.first && sc.nounlike(i-1) && sc.clean(b, i):
			first = i
		case w == ")" || w == "]":
			open := sc.opening(b, i)
			if open < 0 {
				return first
			}
			i, first = open, open
		case isVerb(sc.tok(i)):
			if at := sc.relativeBefore(b, i); at >= 0 {
				return sc.reachLeft(b, at)
			}
			return first
		default:
			return first
		}
	}
	return first
}

// shortQuoteMark tells the marks about a word or two that are no speech.
func (sc *scene) shortQuoteMark(i int) bool {
	t := sc.tok(i)
	return t.Class == nlp.OpenQuote || t.Class == nlp.CloseQuote || strings.ContainsAny(t.Text, "“”\"")
}

// joinsLeft reports whether a phrase that begins at i hangs on a noun before it.
func (sc *scene) joinsLeft(i int) bool {
	w := sc.low(i - 1)
	return prepOfNoun[w] && sc.nounlike(i-2)
}

// clean reports whether what stands before "and" at i is the rest of a subject,
// and not the object of a verb: it reaches back to the start of a clause.
func (sc *scene) clean(b stretch, i int) bool {
	for j := i - 1; j >= b.first && j > i-10; j-- {
		w := sc.low(j)
		if w == "that" || w == "," && !sc.nounlike(j-1) {
			return true
		}
		if isVerb(sc.tok(j)) || sc.comma(j) || clauseStart[w] {
			return false
		}
		if j == b.first {
			return true
		}
	}
	return b.first == i
}

// opening returns the bracket that a closing one at i answers, or -1.
func (sc *scene) opening(b stretch, i int) int {
	for j := i - 1; j >= b.first && j > i-12; j-- {
		if w := sc.low(j); w == "(" || w == "[" {
			return j
		}
	}
	return -1
}

// relativeBefore returns the token after the noun phrase that a relative clause
// hangs on, when the verb at i stands in one; else -1.
func (sc *scene) relativeBefore(b stretch, i int) int {
	for j := i - 1; j > b.first && j > i-10; j-- {
		w := sc.low(j)
		if w == "who" || w == "which" {
			if sc.nounlike(j - 1) {
				return j
			}
			return -1
		}
		if isMark(sc.tok(j)) || clauseStart[w] {
			return -1
		}
	}
	return -1
}

// after reads the subject of an inverted verb, or the source after "according
// to" and "by": a noun phrase from i rightwards, with its appositions.
func (sc *scene) after(i int) stretch {
	if i >= sc.len() {
		return nowhere
	}
	b := sc.bounds(i)
	z := sc.zoneAt(i)
	if w := sc.low(i); personal[w] || w == "him" || w == "them" || w == "her" && !sc.nounlike(i+1) || w == "me" || w == "us" {
		return stretch{i, i + 1}
	}
	end := sc.phraseRight(b, i)
	if end == i {
		return nowhere
	}
	for range 5 {
		next := sc.apposition(b, end, z)
		if next == end {
			break
		}
		end = next
	}
	return stretch{i, end}
}

// phraseRight returns the end of the noun phrase that begins at i, or i.
func (sc *scene) phraseRight(b stretch, i int) int {
	end, z := i, sc.zoneAt(i)
	for j := i; j < b.last && sc.zoneAt(j) == z; j++ {
		w := sc.low(j)
		switch {
		case sc.nounlike(j):
			if j > i && timeNouns[w] && w != "may" && w != "march" && (sc.comma(j+1) || sc.ends(j+1)) && sc.low(j-1) != "of" {
				return end
			}
			end = j + 1
		case determiners[w] || possessives[w]:
			if j > i && end == j && w != "the" {
				return end
			}
		case w == "'s" || w == "'" || w == "&" || w == "-" || w == "/" || sc.shortQuoteMark(j):
			if end == j && j > i {
				end = j + 1
			}
		case w == "." && j > i && len(sc.low(j-1)) <= 4 && sc.nounlike(j+1) && sc.tok(j-1).Span.End == sc.tok(j).Span.Start:
		case prepOfNoun[w] && j > i && !sc.adverbial(j):
		case w == "and" && j > i && (sc.nounlike(j+1) || determiners[sc.low(j+1)]) && !sc.verbAfter(j+1):
		case w == "(" || w == "[":
			if close := sc.closing(b, j); close > 0 {
				j, end = close, close+1
				continue
			}
			return end
		case isAdverb(sc.tok(j)) && j == i:
		default:
			return end
		}
	}
	return end
}

// apposition returns the end of an apposition or relative clause after a noun
// phrase that ends at end, or end.
func (sc *scene) apposition(b stretch, end, z int) int {
	if !sc.inZone(end, z) || !sc.inZone(end+1, z) {
		return end
	}
	start := end
	if w := sc.low(end); w == "," {
		start = end + 1
	} else if w != "who" && w != "whose" {
		return end
	}
	w := sc.low(start)
	lead := determiners[w] || w == "who" || w == "whose" || w == "which" || w == "one" || possessives[w] || start > end && sc.nounlike(start) && !strings.HasSuffix(w, "ing")
	if !lead || timeNouns[w] || timeLeads[w] || cues.verbs[w] != nil && strings.HasSuffix(w, "ing") || sc.adverbial(start) {
		return end
	}
	j := start
	for j < b.last && sc.zoneAt(j) == z && !sc.ends(j) && sc.low(j) != "," {
		if j > start && (sc.low(j) == "(" || sc.low(j) == "—") {
			break
		}
		if sc.low(start) != "who" && sc.low(start) != "which" && sc.low(start) != "whose" && isVerb(sc.tok(j)) && !sc.relativeIn(start, j) {
			return end // a clause of its own, not an apposition
		}
		j++
	}
	return j
}

// relativeIn reports whether a relative pronoun stands in [from, to).
func (sc *scene) relativeIn(from, to int) bool {
	for i := from; i < to; i++ {
		if w := sc.low(i); w == "who" || w == "which" || w == "that" || w == "whose" {
			return true
		}
	}
	return false
}

func (sc *scene) closing(b stretch, i int) int {
	for j := i + 1; j < b.last && j < i+12; j++ {
		if w := sc.low(j); w == ")" || w == "]" {
			return j
		}
	}
	return -1
}

// verbAfter reports whether the phrase from i is soon followed by a verb of its
// own, which makes it the subject of another clause.
func (sc *scene) verbAfter(i int) bool {
	for j := i; j < sc.len() && j < i+8; j++ {
		if isVerb(sc.tok(j)) {
			return true
		}
		if isMark(sc.tok(j)) {
			return false
		}
	}
	return false
}

// occasions are nouns of where or how something was said, not of who said it.
var occasions = setOf("statement interview conference briefing speech email e-mail letter telephone phone message video audio post tweet communique communiqué release broadcast report address press televised telephone radio written brief joint twitter facebook telegram television tv court rally event hearing debate memo article essay column news")

// adverbial reports whether a preposition at i begins a phrase of time or
// occasion: "on Monday", "in a statement", "at a news conference".
func (sc *scene) adverbial(i int) bool {
	switch sc.low(i) {
	case "on", "in", "at", "during", "late", "early", "last", "earlier", "this", "after", "before", "since", "over", "through", "via":
	default:
		return false
	}
	for j := i + 1; j < sc.len() && j < i+5; j++ {
		w := sc.low(j)
		if timeNouns[w] || occasions[w] || sc.tok(j).Class == nlp.Number && sc.low(i) == "in" && len(w) == 4 {
			return true
		}
		if !determiners[w] && !possessives[w] && !timeLeads[w] && !sc.nounlike(j) {
			return false
		}
		if sc.tok(j).Class == nlp.Name {
			return false
		}
	}
	return false
}
