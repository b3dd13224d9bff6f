package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// ownPeopleWords are what the people of an armed group are called.
var ownPeopleWords = setOf("guerrillas guerrilla rebels rebel members member fighters militants terrorists subversives insurgents commandos gunmen troops units group")

// namings lists the names that a document gives its actors, by chain, each without
// the word for its people: "FMLN" of "FMLN guerrillas".
func (p *page) namings() map[int][]string {
	out := map[int][]string{}
	for i := range p.Sentences {
		s := &p.Sentences[i]
		for k := range s.Phrases {
			if ph := &s.Phrases[k]; ph.Named && ph.Chain != nlp.NoChain {
				out[ph.Chain] = append(out[ph.Chain], flat(withoutPeople(bare(p.text(s.SpanOf(ph.Core, ph.Head+1))))))
			}
		}
	}
	return out
}

// withoutPeople is a name without the words for its people behind it.
func withoutPeople(name string) string {
	for {
		at := strings.LastIndexByte(name, ' ')
		if at < 0 || !ownPeopleWords[strings.ToLower(name[at+1:])] {
			return name
		}
		name = strings.TrimSpace(name[:at])
	}
}

// usual is the name that a document uses most, of equals the longest.
func usual(names []string) string {
	count := map[string]int{}
	best := ""
	for _, n := range names {
		count[strings.ToLower(n)]++
	}
	for _, n := range names {
		a, b := count[strings.ToLower(n)], count[strings.ToLower(best)]
		if a > b || a == b && len(n) > len(best) {
			best = n
		}
	}
	return best
}

// groupName is how an actor is named: one of the register, whose full name is known,
// as the document names it most; another by its fullest wording, or where that is the
// one of its people, "the Shore Path" for "Shore Path guerrillas", when the document
// has that wording too.
func groupName(p *page, c *nlp.Chain, names []string) string {
	text := c.Mention.Text
	switch c.Kind {
	case nlp.Group, nlp.Organization:
		if c.Mention.Actor != nil && len(names) > 0 {
			return usual(names)
		}
	case nlp.Force, nlp.State:
		return bodyName(p, c)
	}
	if c.Kind != nlp.Group {
		return text
	}
	short := withoutPeople(bare(text))
	if len(short) == len(bare(text)) {
		return text
	}
	for _, span := range c.Mention.Spans {
		if strings.EqualFold(bare(p.text(span)), short) {
			return short
		}
	}
	return text
}

// bodyName is how forces or a government are named that have no name of their
// own: by the wording that says whose they are ("the Sarvian army"), else by the
// one most used, not by one that judges them ("this criminal regime").
func bodyName(p *page, c *nlp.Chain) string {
	if c.Mention.Actor != nil || c.Country == "" && len(c.Mention.Spans) < 2 {
		return c.Mention.Text
	}
	last := c.Mention.Text[strings.LastIndexByte(c.Mention.Text, ' ')+1:]
	if !stateBodies[strings.ToLower(last)] {
		return c.Mention.Text
	}
	count := map[string]int{}
	best := ""
	for _, span := range c.Mention.Spans {
		w := bare(p.text(span))
		if !stateBodies[strings.ToLower(w[strings.LastIndexByte(w, ' ')+1:])] {
			continue
		}
		if p.saysWhose(span) {
			return w
		}
		k := strings.ToLower(w)
		if count[k]++; best == "" || count[k] > count[strings.ToLower(best)] {
			best = w
		}
	}
	if best == "" {
		return c.Mention.Text
	}
	return best
}

// stateBodies are what a state's forces and governments are called.
var stateBodies = setOf("army armies forces military police government regime administration troops")

// saysWhose reports whether a wording is of two words or three of which the first
// tells the country: "the Sarvian armed forces".
func (p *page) saysWhose(span ascribe.Span) bool {
	s := p.sentenceAt(span.Start)
	if s == nil {
		return false
	}
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Type == nlp.NorpName && span.Holds(e.Span) && e.Span.Start <= span.Start+4 {
			return true
		}
	}
	return false
}
