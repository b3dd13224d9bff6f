package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// ownPeopleWords are what the people of an armed group are called.
var ownPeopleWords = setOf("guerrillas guerrilla rebels rebel members member fighters militants terrorists subversives insurgents commandos gunmen troops units group")

// groupName is how an actor is named where its fullest wording is that of its
// people: "the Shore Path" for "Shore Path guerrillas", when the document has
// that wording too.
func groupName(p *page, c *nlp.Chain) string {
	text := c.Mention.Text
	switch c.Kind {
	case nlp.Group:
	case nlp.Force, nlp.State:
		return bodyName(p, c)
	default:
		return text
	}
	short := bare(text)
	for {
		at := strings.LastIndexByte(short, ' ')
		if at < 0 || !ownPeopleWords[strings.ToLower(short[at+1:])] {
			break
		}
		short = short[:at]
	}
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
