package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// outside is the zone of a token that stands in no quotation.
const outside = -1

// beyond is the zone of what is no token of the sentence.
const beyond = -2

// A scene is one sentence as the voice patterns look at it: its tokens, and the
// quotation that each stands in.
type scene struct {
	p      *page
	s      *nlp.Sentence
	quotes []quotation // of the whole document
	zone   []int       // by token: an index into quotes, or outside
	title  bool
}

// A stretch is tokens [first, last) of a sentence; empty when first is last.
type stretch struct{ first, last int }

func (t stretch) empty() bool { return t.first >= t.last }

var nowhere = stretch{}

// tok returns the token at i, and a mark of no text beyond the sentence.
func (sc *scene) tok(i int) *nlp.Token {
	if i < 0 || i >= len(sc.s.Tokens) {
		return &nlp.Token{Class: nlp.Mark}
	}
	return &sc.s.Tokens[i]
}

func (sc *scene) len() int { return len(sc.s.Tokens) }

// low returns the lower-case word at i, or "" outside the sentence.
func (sc *scene) low(i int) string {
	if i < 0 || i >= len(sc.s.Tokens) {
		return ""
	}
	return lower(&sc.s.Tokens[i])
}

// zoneAt returns the zone of token i, and none's beyond the sentence.
func (sc *scene) zoneAt(i int) int {
	if i < 0 || i >= len(sc.zone) {
		return beyond
	}
	return sc.zone[i]
}

// inZone reports whether token i exists and stands in the zone.
func (sc *scene) inZone(i, zone int) bool {
	return i >= 0 && i < len(sc.zone) && sc.zone[i] == zone
}

// bounds returns the run of tokens about i that the patterns may use: the whole
// sentence outside quotations, the quotation's own tokens inside one, without
// its marks.
func (sc *scene) bounds(i int) stretch {
	z := sc.zoneAt(i)
	if z == outside {
		return stretch{0, sc.len()}
	}
	b := stretch{i, i + 1}
	for b.first > 0 && sc.zoneAt(b.first-1) == z {
		b.first--
	}
	for b.last < sc.len() && sc.zoneAt(b.last) == z {
		b.last++
	}
	if isMark(sc.tok(b.first)) && b.first < i {
		b.first++
	}
	return b
}

func (sc *scene) span(t stretch) ascribe.Span {
	if t.empty() {
		return ascribe.Span{}
	}
	return sc.s.SpanOf(t.first, t.last)
}

func (sc *scene) text(t stretch) string {
	if t.empty() {
		return ""
	}
	return sc.p.text(sc.span(t))
}

// comma tells a comma, a dash or a bracket: what may set off an apposition.
func (sc *scene) comma(i int) bool {
	switch sc.low(i) {
	case ",", "—", "–", "--", "(", ")", "[", "]", "-":
		return true
	}
	return false
}

// ends tells the mark at the end of a sentence, or the end itself.
func (sc *scene) ends(i int) bool {
	switch sc.low(i) {
	case "", ".", "!", "?", ";", ":", "…", "...":
		return true
	}
	return false
}

// nounlike tells a token that a noun phrase may end in or run through.
func (sc *scene) nounlike(i int) bool {
	if i < 0 || i >= sc.len() {
		return false
	}
	t := sc.tok(i)
	if t.Rel == "amod" && (t.Tag == "VBN" || t.Tag == "VBG") {
		return true // "the murdered judge"
	}
	switch t.Class {
	case nlp.Noun, nlp.Name, nlp.Number:
		return true
	case nlp.Pronoun, nlp.Preposition, nlp.Conjunction, nlp.Auxiliary, nlp.Adverb, nlp.Determiner, nlp.OpenQuote, nlp.CloseQuote:
		return false
	}
	return !isMark(t) && !isAux(t) && !isAdverb(t) && !clauseStart[t.Lower] && !prepOfNoun[t.Lower] && !isVerb(t) &&
		!personal[t.Lower] && !determiners[t.Lower] && !possessives[t.Lower]
}
