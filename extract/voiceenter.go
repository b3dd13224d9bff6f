package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// enter makes a statement of a voice.
func (p *page) enterVoice(h *heard) {
	st := ascribe.Statement{
		Source:    p.sourceOf(h),
		Cue:       h.cue,
		Content:   h.content,
		Quotation: h.quotation(),
		Modality:  h.mood(),
		SaidAt:    p.saidDate(h.sc.s, h.cue[0]),
		Score:     h.score,
		Because:   h.rule,
	}
	if h.open {
		p.addStatement(h.sc.s, st) // it reports a stand, not what happened
		return
	}
	p.addVoice(h.sc.s, st)
}

// sourceOf tells who speaks: the words, the mention they belong to, the role,
// and the voice between.
func (p *page) sourceOf(h *heard) ascribe.Source {
	if h.source.empty() {
		return ascribe.Source{Role: ascribe.Unnamed}
	}
	sc := h.sc
	span := sc.span(h.source)
	src := ascribe.Source{Text: p.text(span), Spans: []ascribe.Span{span}}
	if i := h.source.last; sc.comma(i) && sc.inZone(i, sc.zoneAt(h.at)) && sc.tok(i).Span.End <= h.cue[0].Start && sc.hasComma(h.source) {
		src.Spans[0].End = sc.tok(i).Span.End // the mark that closes an apposition belongs to it, as in PolNeAR
	}
	c := sc.speakerChain(h.source)
	if c != nil && wholeCountry(c) {
		c = p.actorOfLand(c) // a country that speaks
	}
	if c != nil {
		id := c.Mention.ID
		src.Mention = &id
	}
	src.Role = roleOf(sc, h.source, c)
	if via := sc.speakerChain(h.by); via != nil && via != c {
		src.Via = append(src.Via, via.Mention.ID)
	}
	if h.owns() {
		src.Role = ascribe.Self
	}
	return src
}

// owns reports whether a source claims an incident as its own: "claimed
// responsibility", "took credit".
func (h *heard) owns() bool {
	if h.tenor != tenorClaim && h.tenor != tenorAdmit || h.negated {
		return false
	}
	for i := range h.sc.s.Tokens {
		if h.content[0].Holds(h.sc.tok(i).Span) {
			return ownNouns[h.sc.low(i)]
		}
	}
	return false
}

// hasComma reports whether a source has an apposition set off by a mark.
func (sc *scene) hasComma(who stretch) bool {
	for i := who.first; i < who.last; i++ {
		if sc.comma(i) && sc.low(i) != "-" {
			return true
		}
	}
	return false
}

// speakerChain is the chain of the phrase that heads a source. For "who" and
// "which" it is that of the noun phrase before it.
func (sc *scene) speakerChain(who stretch) *nlp.Chain {
	if who.empty() {
		return nil
	}
	w := sc.low(who.first)
	if who.last-who.first == 1 && (w == "who" || w == "which" || w == "that") {
		end := who.first
		if sc.comma(end - 1) {
			end--
		}
		if end <= 0 {
			return nil
		}
		if np := sc.phraseLeft(sc.bounds(who.first), end); !np.empty() {
			who = np
		}
	}
	head := sc.headOf(who)
	var best *nlp.Phrase
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if ph.First < who.first || ph.Last > who.last || ph.Chain == nlp.NoChain {
			continue
		}
		if ph.First <= head && head < ph.Last && (best == nil || ph.Last-ph.First > best.Last-best.First) {
			best = ph
		}
	}
	if best != nil && !best.Named && best.Kind == nlp.Group {
		for i := range sc.s.Phrases { // "an obscure faction, the Sons of the Estuary,"
			if ph := &sc.s.Phrases[i]; ph.Named && ph.Kind == nlp.Group && ph.First >= best.Last && ph.First <= best.Last+2 && ph.Last <= who.last && ph.Chain != nlp.NoChain && sc.comma(best.Last) {
				best = ph
				break
			}
		}
	}
	return sc.p.chain(best)
}

// headOf is the token that carries a source's tenor: the last noun before the
// first preposition, comma or relative pronoun.
func (sc *scene) headOf(who stretch) int {
	for i := who.first; i < who.last; i++ {
		w := sc.low(i)
		if i > who.first && (prepOfNoun[w] || sc.comma(i) && w != "-" || relativeWords[w] || w == "and") {
			return sc.backToNoun(who.first, i-1)
		}
	}
	return who.last - 1
}

// backToNoun steps back over an adjective that follows its noun: "sources close
// to the inquiry".
func (sc *scene) backToNoun(first, i int) int {
	for k := i; k > first; k-- {
		if c := sc.tok(k).Class; c != nlp.Adjective && c != nlp.Adverb && c != nlp.Verb {
			return k
		}
	}
	return i
}

// quotation tells whether the content stands in quotation marks.
func (h *heard) quotation() ascribe.Quotation {
	in := 0
	for _, c := range h.content {
		for _, q := range h.quotes {
			if h.sc.quotes[q].Holds(c) {
				in++
				break
			}
		}
	}
	switch {
	case in == len(h.content):
		return ascribe.Direct
	case in > 0 || len(h.quotes) > 0 || h.holdsMarks():
		return ascribe.Mixed
	}
	return ascribe.Indirect
}

// holdsMarks reports whether a word or two of the content are quoted.
func (h *heard) holdsMarks() bool {
	for i := range h.sc.s.Tokens {
		if !h.sc.shortQuoteMark(i) || h.sc.zoneAt(i) != h.sc.zoneAt(h.at) {
			continue
		}
		for _, c := range h.content {
			if c.Holds(h.sc.tok(i).Span) {
				return true
			}
		}
	}
	return false
}
