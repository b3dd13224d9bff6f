package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// maxSceneTokens bounds the sentence that the voice patterns look into: a longer
// one is no sentence, and is left to the narrator.
const maxSceneTokens = 400

// A heard is one voice as a pattern found it, before it becomes a statement.
type heard struct {
	sc      *scene
	source  stretch // empty when the text names nobody
	by      stretch // who passes the words on: "the agency quoted"
	cue     []ascribe.Span
	content []ascribe.Span
	at      int // the token of the cue
	tenor   tenor
	negated bool
	carried bool   // its subject is that of another verb: "to say", "saying"
	hidden  bool   // passive or noun without a source
	open    bool   // of a word that the table of cues does not hold so
	word    string // the cue as the table has it; empty where it has none
	pattern string // how it was found, in a word or two
	rule    string
	score   ascribe.Score
	quotes  []int // quotations taken as content
}

// findVoices finds who says what: every statement of a voice other than the
// narrator's.
func (p *page) findVoices() {
	l := &listener{p: p, bare: p.bare(), violent: p.violent()}
	var sentences []nlp.Sentence
	for s := range p.reports {
		sentences = append(sentences, *s)
	}
	l.quotes = quotations(p.Document.Text, sentences)
	l.taken = make([]bool, len(l.quotes))
	next := 0
	for i := range sentences {
		s := p.sentenceAt(sentences[i].Span.Start)
		if s == nil || len(s.Tokens) == 0 {
			continue
		}
		next = l.skipTo(next, s.Span.Start)
		sc := l.scene(s, next)
		if len(s.Tokens) <= maxSceneTokens {
			l.listen(sc)
		}
		l.follow(sc)
	}
	for i := range l.heard {
		p.enterVoice(&l.heard[i])
	}
}

// A listener goes through the reporting and hears voices.
type listener struct {
	p       *page
	quotes  []quotation
	taken   []bool // quotations that are somebody's content
	heard   []heard
	bare    bool    // the text has lost its commas
	violent bool    // it is a report on violence
	groups  int     // of candidate ends, counted
	cited   []cited // in the sentence at hand
	speaks  int     // index in heard of whoever spoke last, +1; 0 when nobody did
}

// skipTo returns the first quotation, from i on, that ends after an offset.
func (l *listener) skipTo(i, offset int) int {
	for i < len(l.quotes) && l.quotes[i].End <= offset {
		i++
	}
	return i
}

// scene lays a sentence out with the quotations its tokens stand in; first is
// the first quotation that may reach it.
func (l *listener) scene(s *nlp.Sentence, first int) *scene {
	sc := &scene{p: l.p, s: s, quotes: l.quotes, zone: make([]int, len(s.Tokens)), title: s.Block == ascribe.Title}
	q := first
	for i := range s.Tokens {
		t := s.Tokens[i].Span
		for q < len(l.quotes) && l.quotes[q].End <= t.Start {
			q++
		}
		sc.zone[i] = outside
		if q < len(l.quotes) && l.quotes[q].Meets(t) && l.quotes[q].speech(l.p.Document.Text) && !nameHeldUp(s, l.quotes[q]) {
			sc.zone[i] = q
		}
	}
	return sc
}

// hear keeps a voice, unless it says nothing or the cue was heard already.
func (l *listener) hear(h heard) {
	if len(h.content) == 0 {
		return
	}
	for i := len(l.heard) - 1; i >= 0 && l.heard[i].sc == h.sc; i-- {
		for _, c := range l.heard[i].cue {
			if c.Meets(h.cue[0]) {
				return
			}
		}
	}
	for _, q := range h.quotes {
		l.taken[q] = true
	}
	l.heard = append(l.heard, h)
	if len(h.quotes) > 0 && h.sc.zoneAt(h.at) == outside {
		l.speaks = len(l.heard)
	}
}

// follow gives the quotations of a sentence that nobody was heard to speak to
// whoever spoke last, when the whole sentence is quoted.
func (l *listener) follow(sc *scene) {
	if l.speaks == 0 {
		return
	}
	h := &l.heard[l.speaks-1]
	if !sc.allQuoted() {
		if sc.s.Paragraph != h.sc.s.Paragraph && !l.spokeIn(sc) {
			l.speaks = 0
		}
		return
	}
	q := sc.firstZone()
	if q == outside || l.taken[q] || sc.s.Paragraph-h.sc.s.Paragraph > maxSilence {
		return
	}
	l.taken[q] = true
	h.content = append(h.content, l.quotes[q].Span)
	h.quotes = append(h.quotes, q)
}

// maxSilence is how many paragraphs on a speaker is still taken to speak when
// whole paragraphs are quoted.
const maxSilence = 6

// spokeIn reports whether the last speaker was heard in this very sentence.
func (l *listener) spokeIn(sc *scene) bool { return l.heard[l.speaks-1].sc == sc }

// allQuoted reports whether every word of the sentence stands in a quotation.
func (sc *scene) allQuoted() bool {
	words := 0
	for i, z := range sc.zone {
		if isMark(sc.tok(i)) {
			continue
		}
		if z == outside {
			return false
		}
		words++
	}
	return words > 0
}

func (sc *scene) firstZone() int {
	for _, z := range sc.zone {
		if z != outside {
			return z
		}
	}
	return outside
}
