package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// styled are words before a name that are no part of it.
var styled = setOf("the a an so-called self-styled self-named self-proclaimed clandestine little-known unknown")

// adoptSubject makes an actor of a name that no chain holds, when it claims an
// incident: who claims an attack under a name is an armed group.
func (j *inquest) adoptSubject(sc *trialScene, i int) (namedActor, bool) {
	who := sc.before(sc.groupStart(i))
	if who.empty() {
		return namedActor{}, false
	}
	return j.adoptAt(sc, who.first)
}

// adoptAt makes an actor of the name that begins at token i.
func (j *inquest) adoptAt(sc *trialScene, i int) (namedActor, bool) {
	for n := range sc.s.Phrases {
		ph := &sc.s.Phrases[n]
		if ph.First != i || !ph.Named || ph.Chain != nlp.NoChain || ph.Kind != nlp.OtherPhrase && ph.Kind != nlp.Group && ph.Kind != nlp.Organization {
			continue
		}
		j.p.adopt(plainTitle(j.p.text(ph.Span)))
		if c := j.p.chain(ph); c != nil {
			j.named[ph.Chain] = true
			return namedActor{stretch{ph.First, ph.Last}, ph, c}, true
		}
	}
	return namedActor{}, false
}

// plainTitle is a name without the words that only lead up to it.
func plainTitle(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && styled[strings.ToLower(words[0])] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// adopt makes a chain of all phrases of a document that carry a name and belong
// to no chain yet.
func (p *page) adopt(name string) {
	c := nlp.Chain{Kind: nlp.Group, Mention: ascribe.Mention{Text: name}}
	n := len(p.Chains)
	for i := range p.Sentences {
		s := &p.Sentences[i]
		for k := range s.Phrases {
			ph := &s.Phrases[k]
			if ph.Chain == nlp.NoChain && ph.Named && strings.EqualFold(plainTitle(p.text(ph.Span)), name) {
				ph.Chain = n
				c.Mention.Spans = append(c.Mention.Spans, ph.Span)
			}
		}
	}
	if len(c.Mention.Spans) == 0 {
		return
	}
	c.Mention.ID = ascribe.MentionID{Document: p.Document.ID, Kind: ascribe.ActorMention, At: c.Mention.Spans[0].Start}
	p.Chains = append(p.Chains, c)
	p.chains[c.Mention.ID] = n
	p.reading.Mentions = append(p.reading.Mentions, c.Mention)
}
