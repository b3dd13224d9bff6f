package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// Some collections strip the commas from their texts. There nothing parts a
// statement from the «he said» that follows it but the grammar.

// leastBare is from how many tokens on a text without commas is taken for
// stripped.
const leastBare = 60

// bare reports whether a text has lost its commas.
func (p *page) bare() bool {
	tokens, commas := 0, 0
	for s := range p.reports {
		tokens += len(s.Tokens)
		for i := range s.Tokens {
			if s.Tokens[i].Text == "," {
				commas++
			}
		}
	}
	return tokens >= leastBare && commas*200 < tokens
}

// frontedBare hears «the raid killed ten people the ministry said» and «… Vidal
// told the radio».
func (l *listener) frontedBare(sc *scene, g verbGroup, who stretch) (stretch, bool) {
	if !l.bare || who.empty() || !saidForms[sc.low(g.at)] || g.infinitive || g.gerund || who.last > g.first || !sc.leadsNowhere(g) {
		return nowhere, false
	}
	if whole := sc.subjectInTree(g); !whole.empty() && whole.last == who.last {
		who = whole
	}
	who = sc.nearestPhrase(who)
	b := sc.bounds(g.at)
	said := sc.trim(stretch{b.first, who.first}, sc.zoneAt(g.at))
	if said.empty() || !sc.hasVerb(said) {
		return nowhere, false
	}
	h := heard{sc: sc, source: who, cue: sc.spans(g.stretch), at: g.at, tenor: g.verb.tenor, negated: g.negated, word: g.verb.lemma, open: g.verb.open, pattern: "no commas", score: 0.7,
		rule: "the clause before “" + sc.text(stretch{who.first, g.last}) + "” is what is said, in a text without commas"}
	l.take(sc, &h, said)
	l.hear(h)
	return who, true
}

// invertedBare hears «the raid killed ten people said the ministry».
func (l *listener) invertedBare(sc *scene, g verbGroup) bool {
	if !l.bare || g.first != g.at || !saidForms[sc.low(g.at)] || hearerFirst[sc.low(g.at)] || g.first == 0 {
		return false
	}
	b := sc.bounds(g.at)
	if rest := (stretch{g.last, b.last}); rest.empty() || sc.hasVerb(rest) || !determiners[sc.low(g.last)] && sc.tok(g.last).Class != nlp.Name {
		return false
	}
	who := sc.after(g.last)
	said := sc.trim(stretch{b.first, g.first}, sc.zoneAt(g.at))
	if who.empty() || said.empty() || !sc.hasVerb(said) {
		return false
	}
	h := heard{sc: sc, source: who, cue: []ascribe.Span{sc.span(g.stretch)}, at: g.at, tenor: g.verb.tenor, negated: g.negated, word: g.verb.lemma, open: g.verb.open, pattern: "no commas", score: 0.7,
		rule: "the verb “" + sc.text(g.stretch) + "” stands between what is said and its speaker, in a text without commas"}
	l.take(sc, &h, said)
	l.hear(h)
	return true
}

// leadsNowhere reports whether nothing that could be said follows a verb: the
// end, a time, a hearer, or what the speaker did besides ("citing …").
func (sc *scene) leadsNowhere(g verbGroup) bool {
	i := sc.pastAdverbial(g.last, sc.zoneAt(g.at))
	if i >= sc.len() || !sc.inZone(i, sc.zoneAt(g.at)) || sc.ends(i) || sc.tok(i).Tag == "VBG" {
		return true
	}
	b := sc.bounds(g.at)
	return hearerFirst[sc.low(g.at)] && !sc.hasVerb(stretch{g.last, b.last}) && sc.low(g.last) != "of" && sc.thatAhead(g.last, sc.zoneAt(g.at)) < 0
}

// hasVerb reports whether a verb stands among the tokens.
func (sc *scene) hasVerb(at stretch) bool {
	for i := at.first; i < at.last; i++ {
		if t := sc.tok(i); t.Class == nlp.Verb || t.Class == nlp.Auxiliary {
			return true
		}
	}
	return false
}

// nearestPhrase cuts a run of noun phrases that no comma parts down to the last:
// "25 others Luis Artola" to the name, "ten people a monitor" to the monitor.
func (sc *scene) nearestPhrase(who stretch) stretch {
	for i := who.last - 1; i > who.first; i-- {
		t, before := sc.tok(i), sc.tok(i-1)
		if t.Class == nlp.Determiner && before.Class != nlp.Preposition && before.Class != nlp.Conjunction && before.Class != nlp.Determiner && sc.nounlike(i-1) ||
			t.Class == nlp.Name && before.Tag == "NNS" {
			return stretch{i, who.last}
		}
	}
	return who
}
