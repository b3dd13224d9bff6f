package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// endTask is the model that tells where what is said ends.
const endTask = "content-end"

// An EndQuestion is what the trainer of the model of ends needs to know of a
// candidate: the cue, and the content as it would be.
type EndQuestion struct {
	Cue     ascribe.Span
	Content ascribe.Span
}

// maxStops bounds how many ends of one content are weighed.
const maxStops = 16

// bound settles where the content of a cue ends that begins at c.first: the
// rules say c.last, a model weighs every other place where a phrase or a clause
// begins.
func (l *listener) bound(sc *scene, g verbGroup, c stretch) stretch {
	z := sc.zoneAt(g.at)
	if z != outside || c.empty() || !sc.inZone(c.first, z) {
		return c
	}
	ends := sc.endsOf(c, g)
	if len(ends) < 2 {
		return c
	}
	l.groups++
	best, most := c, weigh.Odds(0)
	for i, e := range ends {
		f := sc.endTraits(g, c, e)
		m, odds := l.p.ask(&Question{Task: endTask, Features: f, Span: sc.span(e), Text: sc.text(e), Group: l.groups,
			About: &EndQuestion{sc.span(g.stretch), sc.span(e)}, Taken: e.last == c.last})
		if m != nil && (i == 0 || odds > most) {
			best, most = e, odds
		}
	}
	return best
}

// endsOf lists the stretches that begin as c does and may be the whole content.
func (sc *scene) endsOf(c stretch, g verbGroup) []stretch {
	b := sc.bounds(g.at)
	var out []stretch
	add := func(j int) {
		if e := sc.trim(stretch{c.first, j}, sc.zoneAt(g.at)); !e.empty() && (len(out) == 0 || out[len(out)-1].last < e.last) && len(out) < maxStops {
			out = append(out, e)
		}
	}
	for j := c.first + 1; j < b.last; j++ {
		if j == c.last || sc.mayEnd(j) {
			add(j)
		}
	}
	add(b.last)
	return out
}

// mayEnd reports whether a phrase or clause begins at j, before which content may
// end.
func (sc *scene) mayEnd(j int) bool {
	if sc.zoneAt(j) != outside {
		return false
	}
	if sc.zoneAt(j-1) != outside {
		return true
	}
	t := sc.tok(j)
	if isMark(t) {
		return !sc.shortQuoteMark(j) && t.Text != "." && t.Text != "'" && t.Text != "%" && t.Text != "$" && t.Text != "/"
	}
	switch t.Rel {
	case "cc", "mark", "case", "advmod":
		return true
	}
	return t.Tag == "VBG" || t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WRB" || timeNouns[t.Lower]
}

// endTraits lists what speaks for and against content ending with e.
func (sc *scene) endTraits(g verbGroup, c, e stretch) []string {
	var f []string
	add := func(s string) { f = append(f, s) }
	b := sc.bounds(g.at)
	next := e.last
	for next < b.last && isMark(sc.tok(next)) && !sc.shortQuoteMark(next) {
		next++
	}
	form := sc.openingForm(c.first, e.last, c.first > g.last, sc.low(c.first-1))
	here := sc.endsBefore(e.last, next, b)
	hang := sc.hangs(g, e, next)
	add(here)
	add("the cue takes " + form + ", " + here)
	add(hang)
	add(hang + ", " + here)
	add(hang + ", the cue takes " + form)
	if e.last == c.last {
		add("the rules end it here")
		add("the rules end it here, " + here)
	} else if e.last > c.last {
		add("the rules end it before")
	}
	own := sc.finite(stretch{next, b.last})
	if own {
		add("a verb of its own follows, " + here)
	}
	if sc.finite(e) {
		add("it has a verb of its own so far, " + here)
		add("it has a verb of its own so far, " + hang)
	} else {
		add("it has no verb of its own so far, " + form + ", " + here)
	}
	if sc.whole(e) {
		add("nothing that follows hangs on it")
	}
	add("it is " + lengthName(e.last-e.first) + " so far")
	add("it is " + lengthName(e.last-e.first) + " so far, " + here)
	if sc.opened(e) {
		add("a bracket is open")
	}
	tenor := "no cue of the table"
	if !g.verb.open {
		tenor = g.verb.tenor.String()
	}
	add("sense: " + tenor + ", " + hang)
	add("sense: " + tenor + ", " + here)
	add("the cue is " + hashOf(g.verb.lemma) + ", " + hang)
	add("commas and conjunctions before it: " + sc.breaks(e) + ", " + here)
	if next < b.last {
		add("the next word is a " + sc.tok(next).UPOS + " in the tree: " + sc.tok(next).Rel + ", " + hang)
		add("the last word is a " + sc.tok(e.last-1).UPOS + ", " + here)
	}
	return f
}

// endsBefore tells before what content would end at end; next is the first word
// after it.
func (sc *scene) endsBefore(end, next int, b stretch) string {
	if next >= b.last {
		return "at the end of the sentence"
	}
	lead := ""
	if end < next {
		lead = "“" + sc.low(end) + "” and "
	}
	t := sc.tok(next)
	switch {
	case sc.zoneAt(next) != outside:
		return "before " + lead + "a quotation"
	case t.Rel == "cc":
		return "before " + lead + "“" + t.Lower + "” and " + sc.joined(next+1)
	case t.Rel == "cc" || t.Rel == "mark" || t.Rel == "case" || t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WRB" || t.Tag == "IN":
		return "before " + lead + "“" + t.Lower + "”"
	case timeNouns[t.Lower]:
		return "before " + lead + "a time"
	case personal[t.Lower]:
		return "before " + lead + "a personal pronoun"
	}
	return "before " + lead + "a " + t.Tag
}

// joined tells what kind of word a conjunction brings in.
func (sc *scene) joined(i int) string {
	for i < sc.len() && isAdverb(sc.tok(i)) {
		i++
	}
	if v := cues.verbs[sc.low(i)]; v != nil && isVerb(sc.tok(i)) {
		return "a cue of the sense “" + v.tenor.String() + "”, " + sc.tok(i).Tag
	}
	return "a " + sc.tok(i).Tag
}

// hangs tells on what the words after a candidate end depend in the tree.
func (sc *scene) hangs(g verbGroup, e stretch, next int) string {
	if next >= sc.len() {
		return "nothing follows"
	}
	top := next
	for range maxClimb {
		h := sc.tok(top).Head
		if h == nlp.NoHead || h < e.last {
			break
		}
		top = h
	}
	t := sc.tok(top)
	switch h := t.Head; {
	case h == nlp.NoHead:
		return "what follows is the main clause"
	case h == g.at:
		return "what follows hangs on the cue as " + t.Rel
	case h >= e.first && h < e.last:
		if under(sc.s, h, g.at) {
			return "what follows hangs on what is said as " + t.Rel
		}
		return "what follows hangs on what is said, apart from the cue, as " + t.Rel
	case h < e.first:
		return "what follows hangs on what stands before as " + t.Rel
	}
	return "what follows hangs on something later"
}

// finite reports whether a finite verb stands in a stretch.
func (sc *scene) finite(at stretch) bool {
	for i := at.first; i < at.last; i++ {
		switch sc.tok(i).Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// whole reports whether no later word depends on one of the stretch.
func (sc *scene) whole(e stretch) bool {
	for i := e.last; i < sc.len(); i++ {
		if h := sc.tok(i).Head; h >= e.first && h < e.last && !isMark(sc.tok(i)) {
			return false
		}
	}
	return true
}

// breaks counts the marks and conjunctions within a stretch.
func (sc *scene) breaks(e stretch) string {
	n := 0
	for i := e.first; i < e.last; i++ {
		if isMark(sc.tok(i)) || sc.tok(i).Rel == "cc" {
			n++
		}
	}
	return [...]string{"none", "one", "two", "more"}[min(n, 3)]
}

// opened reports whether a bracket is open at the end of a stretch.
func (sc *scene) opened(e stretch) bool {
	depth := 0
	for i := e.first; i < e.last; i++ {
		switch sc.low(i) {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
	}
	return depth > 0
}

func lengthName(n int) string {
	switch {
	case n == 1:
		return "one word"
	case n <= 3:
		return "two or three words"
	case n <= 7:
		return "short"
	case n <= 15:
		return "long"
	case n <= 30:
		return "very long"
	}
	return "too long to be likely"
}
