package extract

// hearers are who is told, when no name is given.
const maxHearer = 14

// cueEnd is where the cue ends: after the verb, its particle and the
// preposition that its content hangs on.
func (sc *scene) cueEnd(g verbGroup) int {
	i := g.last
	if w := sc.low(i); w == "out" || w == "up" {
		i++
	}
	if w := sc.low(i); g.verb.frames[w] && prepositionFrame(w) {
		i++
	}
	return i
}

func prepositionFrame(w string) bool {
	switch w {
	case "q", "t", "n", "i", "r", "out":
		return false
	}
	return true
}

// content finds what a verb governs to its right: the clause, the quotation,
// the noun phrase or the infinitive that its frames allow.
func (sc *scene) content(g verbGroup) stretch {
	z := sc.zoneAt(g.at)
	i := g.last
	if w := sc.low(i); w == "out" && g.verb.takes("out") {
		i++
	}
	v := g.verb
	switch w := sc.low(i); {
	case !sc.inZone(i, z) && i < sc.len():
		if (v.takes("q") || v.takes("n") || v.takes("as")) && z == outside {
			return sc.clause(g, i)
		}
		return nowhere
	case i >= sc.len():
		return nowhere
	case v.takes(w) && prepositionFrame(w) && !(v.takes("t") && sc.adverbial(i)):
		return sc.clause(g, i+1)
	case w == "to" && v.open && sc.tok(i+1).Tag != "VB":
		return sc.clause(g, i+1)
	case w == "to" && v.takes("i"):
		return sc.clause(g, i)
	case w == "to" && v.takes("to"):
		return sc.clause(g, i+1)
	case w == "that" && (v.takes("t") || v.takes("n")):
		return sc.clause(g, i)
	case w == ":":
		if v.takes("q") || v.takes("t") || v.takes("n") {
			return sc.clause(g, i+1)
		}
		return nowhere
	case w == ",":
		if sc.inZone(i+1, z) || i+1 >= sc.len() || !v.takes("q") {
			return nowhere
		}
		return sc.clause(g, i+1)
	case sc.ends(i):
		return nowhere
	}
	if v.takes("r") {
		if c := sc.pastHearer(g, i); !c.empty() {
			return c
		}
		if !v.takes("n") && v.lemma != "warn" && v.lemma != "promise" {
			return nowhere
		}
	}
	return sc.openContent(g, i)
}

// questions are words that bring in an indirect question.
var questions = setOf("how why what whether where who if")

// openContent finds content that no word introduces.
func (sc *scene) openContent(g verbGroup, i int) stretch {
	v := g.verb
	if j := sc.pastAdverbial(i, sc.zoneAt(g.at)); j > i {
		switch {
		case sc.low(j) == "that":
			return sc.clause(g, j)
		case !sc.inZone(j, sc.zoneAt(g.at)) && j < sc.len() && v.takes("q"):
			return sc.clause(g, j)
		case sc.low(j) == "," || sc.ends(j):
			if j+1 < sc.len() && !sc.inZone(j+1, sc.zoneAt(g.at)) && (sc.low(j) == "," || sc.low(j) == ":") && v.takes("q") {
				return sc.clause(g, j+1)
			}
			return nowhere
		case v.takes("t"):
			return sc.clause(g, j)
		}
		return nowhere
	}
	w := sc.low(i)
	if v.takes("t") && (questions[w] || w == "when" && g.negated) {
		return sc.clause(g, i)
	}
	if prepOfNoun[w] || w == "as" || w == "about" || w == "and" || w == "but" || w == "or" || w == "when" || w == "while" || w == "before" || w == "after" {
		if v.takes("t") {
			if j := sc.thatAhead(i, sc.zoneAt(g.at)); j > 0 {
				return sc.clause(g, j)
			}
			if w == "in" && v.takes("t") && v.tenor == tenorSay && sc.low(i-1) != "," {
				return nowhere
			}
		}
		return nowhere
	}
	if v.takes("t") || v.takes("n") {
		return sc.clause(g, i)
	}
	return nowhere
}

// pastAdverbial skips phrases of time and occasion from i: "on Monday", "in a
// statement to reporters". It returns i when there is none.
func (sc *scene) pastAdverbial(i, z int) int {
	start := i
	for range 4 {
		switch {
		case sc.adverbial(i), sc.low(i) == "to" && sc.low(i+1) == "reporters", sc.low(i) == "to" && sc.low(i+1) == "journalists":
			j := i + 1
			for sc.inZone(j, z) && (sc.nounlike(j) || determiners[sc.low(j)] && sc.low(j) != "that" || possessives[sc.low(j)] || timeLeads[sc.low(j)]) && j < i+7 {
				j++
				if timeNouns[sc.low(j-1)] && !sc.nounlike(j) {
					break
				}
			}
			if w := sc.low(j); (w == "with" || w == "to" || w == "on" || w == "of") && occasions[sc.low(j-1)] {
				if k := sc.phraseRight(sc.bounds(i), j+1); k > j+1 {
					j = k
				}
			}
			i = j
		case timeNouns[sc.low(i)] && sc.low(i) != "may", timeLeads[sc.low(i)] && timeNouns[sc.low(i+1)]:
			for sc.inZone(i, z) && (timeNouns[sc.low(i)] || timeLeads[sc.low(i)]) {
				i++
			}
		default:
			return i
		}
		if i > start+16 {
			return i
		}
	}
	return i
}

// thatAhead finds the "that" which a verb governs over a phrase of place, time
// or hearer, or returns -1.
func (sc *scene) thatAhead(i, z int) int {
	for j := i; j < sc.len() && j < i+maxHearer && sc.zoneAt(j) == z; j++ {
		if sc.low(j) == "that" {
			return j
		}
		if isMark(sc.tok(j)) || isVerb(sc.tok(j)) {
			return -1
		}
	}
	return -1
}

// pastHearer finds the content of "told reporters that …".
func (sc *scene) pastHearer(g verbGroup, i int) stretch {
	z := sc.zoneAt(g.at)
	if w := sc.low(i); w == "of" || w == "about" {
		return sc.clause(g, i+1)
	}
	for j := i + 1; j < sc.len() && j <= i+maxHearer; j++ {
		if sc.zoneAt(j) != z {
			if z == outside {
				return sc.clause(g, j)
			}
			return nowhere
		}
		w := sc.low(j)
		switch {
		case w == "that":
			return sc.clause(g, j)
		case w == "to" && g.verb.takes("i"), w == "to" && sc.low(g.at) != "" && g.verb.lemma == "tell":
			return sc.clause(g, j)
		case w == "of" && g.verb.takes("of"), w == "about" && g.verb.takes("about"), w == "against" && g.verb.takes("against"):
			return sc.clause(g, j+1)
		case w == "if", w == "whether", w == "how", w == "why", w == "what":
			return sc.clause(g, j)
		case w == "he", w == "she", w == "they", w == "it", w == "there", w == "we":
			return sc.clause(g, j)
		case w == "," || w == ":":
			if j+1 < sc.len() && sc.zoneAt(j+1) != z && z == outside {
				return sc.clause(g, j+1)
			}
			return nowhere
		case sc.ends(j) && w != ".", isVerb(sc.tok(j)) && !isAux(sc.tok(j)):
			return nowhere
		case determiners[w] && j > i+1 && !prepOfNoun[sc.low(j-1)]:
			return sc.clause(g, j)
		}
	}
	return nowhere
}

// clause returns the tokens from i to the end of the clause that a cue governs.
func (sc *scene) clause(g verbGroup, i int) stretch {
	z := sc.zoneAt(g.at)
	b := sc.bounds(g.at)
	end := b.last
	if z == outside && i < sc.len() && sc.zoneAt(i) != outside {
		end = sc.quoteRun(i)
	}
	for j := i; j < end; j++ {
		if sc.zoneAt(j) == z && sc.cuts(g, j, i) {
			end = j
			break
		}
	}
	return sc.trim(stretch{i, end}, z)
}

// quoteRun returns the end of content that begins with a quotation at i: the
// quotation itself, or what goes on from it without a comma.
func (sc *scene) quoteRun(i int) int {
	q := sc.zoneAt(i)
	j := i
	for j < sc.len() && sc.zoneAt(j) == q {
		j++
	}
	if j >= sc.len() || isMark(sc.tok(j)) || sc.low(j-2) == "," || sc.low(j-2) == "." {
		return j
	}
	return sc.len()
}

// cuts reports whether the clause that a cue governs ends before token j.
func (sc *scene) cuts(g verbGroup, j, from int) bool {
	w := sc.low(j)
	if j == from {
		return false
	}
	switch w {
	case ",", "—", "–", "--":
		n := sc.low(j + 1)
		if g.aside && (isVerb(sc.tok(j+1)) || isAdverb(sc.tok(j+1))) {
			return true
		}
		if n == "according" {
			return true
		}
		if v := cues.verbs[n]; v != nil && len(n) > 4 && n[len(n)-3:] == "ing" && v.tenor != tenorPlan && v.tenor != tenorWant {
			return true
		}
		if n == "but" && sc.clauseAhead(j+2) {
			return true
		}
		if n == "while" || n == "although" || n == "though" || n == "whereas" {
			return true
		}
		return sc.speechAhead(j + 1)
	case "and", "but", "or":
		k := j + 1
		for k < j+3 && k < sc.len() && isAdverb(sc.tok(k)) {
			k++
		}
		n := sc.low(k)
		v := cues.verbs[n]
		return v != nil && n != v.base && (n != v.third || !v.noun) && !v.noun && sc.zoneAt(k) == sc.zoneAt(j) || saidForms[n] && n != "say"
	case ";":
		return true
	case "according":
		return sc.low(j+1) == "to"
	}
	return false
}

// clauseAhead reports whether a clause with a subject of its own begins at i:
// "but the ministry has …", not "but late".
func (sc *scene) clauseAhead(i int) bool {
	for j := i; j < sc.len() && j < i+7 && !isMark(sc.tok(j)); j++ {
		if j > i && isVerb(sc.tok(j)) {
			return true
		}
	}
	return false
}

// speechAhead tells «he said» and «said Vidal» at i, before the next mark.
func (sc *scene) speechAhead(i int) bool {
	z := sc.zoneAt(min(i, sc.len()-1))
	for j := i; j < sc.len() && j < i+8; j++ {
		if sc.zoneAt(j) != z || isMark(sc.tok(j)) {
			return false
		}
		if saidForms[sc.low(j)] {
			n := sc.low(j + 1)
			return n == "" || n == "," || n == "." || j+1 >= sc.len() || sc.zoneAt(j+1) != z
		}
	}
	return false
}

// trim drops the marks that end a clause, unless they stand in a quotation.
func (sc *scene) trim(c stretch, z int) stretch {
	for c.last > c.first {
		t := sc.tok(c.last - 1)
		if sc.zoneAt(c.last-1) != z || !isMark(t) || sc.shortQuoteMark(c.last-1) || t.Text == ")" || t.Text == "%" || t.Text == "]" {
			break
		}
		c.last--
	}
	for c.first < c.last && sc.zoneAt(c.first) == z && (sc.low(c.first) == "," || sc.low(c.first) == ":") {
		c.first++
	}
	return c
}

// fronted finds the clause set before «he said»: its verb must end the sentence
// but for an adverbial.
func (sc *scene) fronted(first, last int) stretch {
	z := sc.zoneAt(first)
	if sc.low(first-1) != "," || !sc.inZone(first-1, z) {
		return nowhere
	}
	j := sc.pastAdverbial(last, z)
	if sc.inZone(j, z) && !sc.ends(j) && sc.low(j) != "," && !sc.adverbial(j) && !prepOfNoun[sc.low(j)] {
		return nowhere
	}
	return sc.clauseBefore(first - 1)
}

// clauseBefore is the clause from the start of the zone to the comma at end.
func (sc *scene) clauseBefore(end int) stretch {
	b := sc.bounds(end)
	first := b.first
	for j := end - 1; j >= b.first; j-- {
		if w := sc.low(j); w == ";" {
			first = j + 1
			break
		}
	}
	if w := sc.low(first); w == "but" || w == "and" || w == "so" || w == "still" {
		first++
	}
	return sc.trim(stretch{first, end}, sc.zoneAt(end))
}
