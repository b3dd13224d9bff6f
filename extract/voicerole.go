package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// Words that tell how a speaker stands to what is told. The head of the source
// decides first, any word of it after that.
var (
	authorityWords = setOf("police army military navy ministry minister ministers government governor president president-elect premier premier-elect chancellor king emir mayor official officials authorities authority commander general colonel captain lieutenant major sergeant admiral brigadier officer officers prosecutor prosecutors attorney court judge judges tribunal magistrate intelligence sheriff senator lawmaker lawmakers parliament congress kremlin pentagon cabinet embassy ambassador consul diplomat diplomats envoy secretary department bureau agency administration junta regime coroner commissioner commission state interpol nato un u.n. eu directorate guard gendarmerie marines troops soldiers investigators investigator detective detectives chief spokesman spokeswoman spokesperson spokesmen white-house dod fbi cia")
	authorityTitle = setOf("gen col capt lt maj sgt adm brig gov sen rep pres insp supt cmdr gen. col. capt. lt. maj. sgt. adm. brig. gov. sen. rep. pres. insp. supt. cmdr. president president-elect premier-elect governor-elect mayor-elect minister general colonel captain major sheriff judge ambassador secretary prosecutor mayor governor senator lieutenant major sergeant admiral commodore brigadier inspector superintendent detective constable corporal commissioner")
	victimWords    = setOf("victim victims survivor survivors wounded widow relativeWords relative mother father brother sister son daughter hostage hostages parents family families injured kidnapped")
	witnessWords   = setOf("witness witnesses eyewitness eyewitnesses resident residents neighbor neighbors neighbour neighbours bystander bystanders passer-by passers-by villager villagers peasant peasants onlooker onlookers passenger passengers shopkeeper shopkeepers")
	unnamedWords   = setOf("source sources report reports rumor rumors rumour rumours some many others people observers someone they")
	pressWords     = setOf("agency newspaper daily radio television station network magazine reporter reporters journalist journalists media press")
	ofArmed        = setOf("rebel rebels guerrilla guerrillas group militant militants insurgent insurgents militia front separatists faction extremists")
)

// roleOf tells the role of a source from its words and its chain.
func roleOf(sc *scene, who stretch, c *nlp.Chain) ascribe.Role {
	if w := sc.low(who.first); who.last-who.first == 1 && c != nil && (w == "they" || w == "he" || w == "she" || w == "who") {
		return sc.p.roleByFirst(c)
	}
	head := sc.headOf(who)
	words := func(set map[string]bool, from, to int) bool {
		for i := from; i < to; i++ {
			if set[strings.TrimSuffix(sc.low(i), "'s")] {
				return true
			}
		}
		return false
	}
	h := sc.low(head)
	for i := who.first; i < head; i++ {
		if w := sc.low(i); w == "sources" || w == "source" {
			head, h = i, w // "sources close to the inquiry"
		}
	}
	switch {
	case victimWords[h]:
		return ascribe.Victim
	case witnessWords[h]:
		return ascribe.Witness
	case words(ofArmed, who.first, who.last) || c != nil && c.Kind == nlp.Group:
		return ascribe.Other
	case unnamedWords[h] && !words(authorityWords, who.first, head):
		return ascribe.Unnamed
	case unnamedWords[h], authorityWords[h] && !pressWords[h] && !(spokesmen[h] && !sc.officialSpokesman(who, c)):
		if pressHead(sc, who, head) {
			return ascribe.Other
		}
		return ascribe.Authority
	case words(authorityTitle, who.first, head), sc.officialByTitle(who.first, head):
		return ascribe.Authority
	case c != nil && (c.Kind == nlp.Force || c.Kind == nlp.State):
		return ascribe.Authority
	case c != nil && c.Mention.Actor != nil && roleOfKind(c.Mention.Actor.Kind) != ascribe.Other:
		return roleOfKind(c.Mention.Actor.Kind)
	}
	if r := sc.roleByAside(who, head); r != ascribe.Other || c == nil {
		return r
	}
	return sc.p.roleByFirst(c)
}

// officialByTitle reports whether the words before a name give it a post with a
// force or in government: "Police Chief Dana Orwell", "army spokesman Luis Maro".
func (sc *scene) officialByTitle(first, head int) bool {
	of := false
	for i := first; i < head; i++ {
		switch w := strings.TrimSuffix(sc.low(i), "'s"); {
		case w == "former" || w == "retired" || w == "ex":
			return false
		case stateWords[w]:
			of = true
		case of && postWords[w]:
			return true
		}
	}
	return false
}

var (
	stateWords = setOf("police army navy military government ministry guard marine interior defence defense foreign presidential security intelligence state palace force")
	postWords  = setOf("chief spokesman spokeswoman spokesperson officer official head commander deputy director")
)

// roleByFirst reads the role of a person from the first wordings of the chain:
// who is introduced as a minister speaks as one under a surname or a pronoun.
func (p *page) roleByFirst(c *nlp.Chain) ascribe.Role {
	for i, span := range c.Mention.Spans {
		if i == 4 {
			break
		}
		s := p.sentenceAt(span.Start)
		if s == nil || len(s.Tokens) > maxSceneTokens {
			continue
		}
		sc := &scene{p: p, s: s, zone: make([]int, len(s.Tokens))}
		first, last := s.TokenAt(span.Start), s.TokenAt(span.End-1)+1
		for k := range s.Phrases {
			if ph := &s.Phrases[k]; ph.Span.Holds(span) && ph.First < first && p.chain(ph) == c {
				first = ph.First
			}
		}
		for k := first; k < last; k++ {
			if w := strings.TrimSuffix(sc.low(k), "'s"); authorityTitle[w] && sc.low(first) != "former" {
				return ascribe.Authority
			}
		}
		if sc.officialByTitle(first, last) {
			return ascribe.Authority
		}
		if first >= len(s.Tokens) {
			continue
		}
		if w := sc.low(first); !personal[w] && w != "who" {
			if r := roleOf(sc, stretch{first, last}, nil); r != ascribe.Other && r != ascribe.Unnamed {
				return r
			}
		}
		if end := sc.apposition(stretch{0, sc.len()}, last, 0); end > last {
			if r := sc.roleByAside(stretch{first, end}, last-1); r != ascribe.Other {
				return r
			}
		}
	}
	return ascribe.Other
}

var spokesmen = setOf("spokesman spokeswoman spokesperson spokesmen spokespersons")

// officialSpokesman reports whether a spokesman speaks for a state: "an army
// spokesman", "the ministry's spokeswoman".
func (sc *scene) officialSpokesman(who stretch, c *nlp.Chain) bool {
	for i := who.first; i < who.last; i++ {
		if w := strings.TrimSuffix(sc.low(i), "'s"); authorityWords[w] && !spokesmen[w] {
			return true
		}
	}
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if ph.First >= who.first && ph.Last <= who.last && (ph.Kind == nlp.Force || ph.Kind == nlp.State) {
			return true
		}
	}
	return false
}

func pressHead(sc *scene, who stretch, head int) bool {
	w := sc.low(head)
	return (w == "agency" || w == "bureau") && (sc.low(head-1) == "news" || sc.low(head-1) == "press")
}

func roleOfKind(k ascribe.ActorKind) ascribe.Role {
	switch k {
	case ascribe.StateForces, ascribe.Government, ascribe.ExternalForces:
		return ascribe.Authority
	}
	return ascribe.Other
}

// roleByAside reads the apposition of a named speaker: "Vidal, the interior
// minister," and "Vidal, whose brother was killed".
func (sc *scene) roleByAside(who stretch, head int) ascribe.Role {
	for i := head + 1; i < who.last; i++ {
		w := sc.low(i)
		switch {
		case pressWords[w] || w == "analyst" || w == "professor" || w == "expert" || w == "fellow" || w == "researcher" || w == "director" || w == "former":
			return ascribe.Other
		case authorityWords[w] && !spokesmen[w]:
			return ascribe.Authority
		case victimWords[w]:
			return ascribe.Victim
		case witnessWords[w]:
			return ascribe.Witness
		}
	}
	return ascribe.Other
}
