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

// underUnits are what a group may have abroad or under it: blame laid on the unit is
// not blame laid on the group.
var underUnits = setOf("outpost branch affiliate wing arm cell cells offshoot unit faction franchise province chapter proxies proxy allies ally")

// partOf returns the actor that begins within reach of token i. Of "the group's
// outpost in Oru" it returns the actor of the article that is that outpost, by
// its name, or none. A country that the article only ever names as a place
// becomes an actor when blame is laid on it.
func (j *inquest) partOf(sc *trialScene, i, reach int) (namedActor, bool) {
	a, ok := sc.actorFrom(i, reach)
	if !ok {
		return j.country(sc, i, reach)
	}
	if sc.low(a.last) != "'s" && sc.low(a.last-1) != "'s" {
		return a, true
	}
	k := a.last
	for k < sc.len() && k < a.last+4 && !underUnits[sc.low(k)] {
		k++
	}
	if !underUnits[sc.low(k)] {
		return a, true
	}
	for n := range j.p.Chains {
		c := &j.p.Chains[n]
		if c.Kind != nlp.Group || c == a.chain || c.Mention.Actor == nil || a.chain.Mention.Actor == nil ||
			!strings.Contains(c.Mention.Actor.Name, a.chain.Mention.Actor.Name) {
			continue
		}
		for w := k; w < sc.len() && w < k+12; w++ {
			if t := sc.tok(w); t.Class == nlp.Name && strings.Contains(c.Mention.Actor.Name, t.Text) {
				return namedActor{a.stretch, a.phrase, c}, true
			}
		}
	}
	return namedActor{}, false
}

// country makes an actor of a country named at token i as a place.
func (j *inquest) country(sc *trialScene, i, reach int) (namedActor, bool) {
	for _, land := range sc.lands {
		if land.first < i || land.first > i+reach || !wholeCountry(land.chain) {
			continue
		}
		return namedActor{land.stretch, land.phrase, j.p.actorOfLand(land.chain)}, true
	}
	return namedActor{}, false
}

// wholeCountry reports whether a place is a country.
func wholeCountry(c *nlp.Chain) bool {
	return c.Kind == nlp.Location && c.Mention.Place != nil && c.Mention.Place.Precision == ascribe.WholeCountry
}

// actorOfLand returns the chain of a country as one that acts, made from its
// chain as a place when there is none yet.
func (p *page) actorOfLand(land *nlp.Chain) *nlp.Chain {
	id := land.Mention.ID
	id.Kind = ascribe.ActorMention
	if i, ok := p.chains[id]; ok {
		return &p.Chains[i]
	}
	for i := range p.Chains {
		if c := &p.Chains[i]; c.Kind == nlp.State && c.Country == land.Country && strings.EqualFold(c.Mention.Text, land.Mention.Text) {
			return c
		}
	}
	c := nlp.Chain{Kind: nlp.State, Country: land.Country, Mention: ascribe.Mention{ID: id, Text: land.Mention.Text, Spans: land.Mention.Spans}}
	p.chains[id] = len(p.Chains)
	p.Chains = append(p.Chains, c)
	p.reading.Mentions = append(p.reading.Mentions, c.Mention)
	return &p.Chains[len(p.Chains)-1]
}
