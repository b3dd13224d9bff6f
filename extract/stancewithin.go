package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// standIns are heads that, beside the words for its people, stand for the actor that
// they are of: who blames them blames it.
var standIns = setOf(`sector sectors element elements circle circles section sections dissident dissidents leader leaders leadership chief chiefs
	commander commanders command officer officers official officials authorities supporters sympathizers followers cadres side rebel regime government
	organization organization organizations organisations movement movements party network networks gang gangs cartel cartels mafia personnel operatives
	people kingpins services service behalf name one two three some several many most all part front fronts`)

// withinOther reports whether an actor is only named within a phrase of which the head
// is something else: the missionaries of "the murder of two Sarvian missionaries", the
// president of "the president of the court". The word of blame at token i, what it
// says was done, and those who stand for the actor are nothing else.
func (sc *trialScene) withinOther(a namedActor, i int) bool {
	at := a.phrase.Head
	if w := sc.caseOf(at); w == "to" || w == "on" {
		return false // "blamed the death of two visitors on the Front", wherever the tree hangs it
	}
	for range maxClimb {
		t := sc.tok(at)
		if t.Head < 0 || t.Head == i {
			return false
		}
		head := sc.low(t.Head)
		switch t.Rel {
		case "conj", "flat", "appos", "fixed", "dep":
		case "compound", "nmod", "nmod:poss", "nmod:desc", "amod":
			inside := a.first <= t.Head && t.Head < a.last
			switch {
			case inside, peopleOf[head], standIns[head], ownedMeans[head], airborne[head], kindOfMeans[head]:
			case sc.tok(t.Head).Class == nlp.Verb, partNouns[head], incidentNouns[head] && doneTo[sc.caseOf(at)]:
				return false
			default:
				return true
			}
		default:
			return false
		}
		at = t.Head
	}
	return false
}

// doneTo lead from a deed to who did it, or is said to: "the attack by the Front",
// "attributed the attack to the Front". The tree often hangs them on the deed.
var doneTo = setOf("by to on with")

// otherMatter reports whether the verb accuses somebody from token i on, but of nothing
// that has to do with violence: "of being a haven", "for treating the witness badly".
func (sc *trialScene) otherMatter(verb, i int) bool {
	switch sc.low(i) {
	case "of", "for", "with":
	default:
		return false
	}
	for k := i + 1; k < sc.len() && k < i+maxMatter && !sc.ends(k); k++ {
		w := sc.low(k)
		if t := sc.tok(k); t.Rel == "conj" && t.Head == verb {
			break // "accused it and said"
		}
		if incidentNouns[w] || partNouns[w] || w == "responsible" || w == "behind" || w == "it" || w == "this" || w == "that" ||
			attackVerbs[lemmaOf(sc.tok(k))] || deeds[w] || terrorWords[w] || sc.namesIncident(k) {
			return false
		}
	}
	return true
}

// maxMatter is how many words an accusation is followed for.
const maxMatter = 30

// terrorWords speak of violence without telling of an incident.
var terrorWords = setOf("terrorism terror terrorist genocide torture torturing tortured murdering killing disappearance disappearances repression war rebellion sedition harming hurting wrongdoing abuses abuse violations atrocities")

// spokenBy returns who lays the blame by the word at token i, where the text gives
// that word no voice: its subject, or who follows "by"; of blame that nobody is said
// to lay, somebody unnamed.
func (sc *trialScene) spokenBy(i int) ascribe.Role {
	if sc.passiveAt(i) || sc.tok(i).Tag == "VBN" && len(dependents(sc.s, i, "nsubj aux")) == 0 {
		for k := i + 1; k < sc.len() && k < i+12 && !sc.ends(k); k++ {
			if sc.low(k) == "by" {
				return sc.roleFrom(k + 1)
			}
		}
		return ascribe.Unnamed
	}
	for _, k := range dependents(sc.s, i, "nsubj") {
		if sc.nounlike(k) {
			return sc.roleOfPhrase(k)
		}
	}
	return ascribe.Narrator
}

// roleFrom is the role of those whom the phrase that begins at token i names.
func (sc *trialScene) roleFrom(i int) ascribe.Role {
	for k := range sc.s.Phrases {
		if ph := &sc.s.Phrases[k]; ph.First == i {
			return sc.roleOfPhrase(ph.Head)
		}
	}
	return ascribe.Unnamed
}

// roleOfPhrase is the role of those whom the phrase about token i names.
func (sc *trialScene) roleOfPhrase(i int) ascribe.Role {
	for k := range sc.s.Phrases {
		ph := &sc.s.Phrases[k]
		if ph.First <= i && i < ph.Last {
			return roleOf(sc.scene, stretch{ph.First, ph.Last}, sc.p.chain(ph))
		}
	}
	return roleOf(sc.scene, stretch{i, i + 1}, nil)
}

// demanded reports whether that at token i is not told as done: it is demanded, or
// said that it should be: "urged the government to assume its responsibility".
func (sc *trialScene) demanded(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch sc.low(k) {
		case "should", "must", "would", "could", "may", "might", "cannot", "shall", "if", "whether":
			return true
		}
		if !isAux(sc.tok(k)) && !isAdverb(sc.tok(k)) && sc.low(k) != "to" {
			break
		}
	}
	t := sc.tok(i)
	return t.Head >= 0 && (t.Rel == "xcomp" || t.Rel == "ccomp") && demands[lemmaOf(sc.tok(t.Head))]
}

var demands = setOf("demand urge ask call want request force compel press pressure expect order require invite exhort challenge refuse fail decline")

// undergoes reports whether the party that a pronoun at token i means, or those of its
// people that it is said of, is told to suffer what the clause tells, or is none that
// does it.
func (sc *trialScene) undergoes(i int) bool {
	at := i
	if t := sc.tok(i); (t.Rel == "nmod:poss" || t.Rel == "det") && t.Head >= 0 {
		at = t.Head
	}
	for k := max(0, i-3); k < i; k++ {
		if w := sc.low(k); w == "none" || w == "no" || w == "neither" {
			return true
		}
	}
	t := sc.tok(at)
	return t.Rel == "nsubj:pass" || t.Rel == "nsubj" && t.Head >= 0 && len(dependents(sc.s, t.Head, "aux:pass")) > 0
}

// ofNone reports whether what stands before the verb group at token i says that none
// did it: "none of the groups active in the country have claimed it".
func (sc *trialScene) ofNone(i int) bool {
	for _, k := range dependents(sc.s, i, "nsubj") {
		if w := sc.low(k); w == "none" || w == "nobody" || w == "neither" || w == "no-one" {
			return true
		}
		for _, d := range dependents(sc.s, k, "det advmod") {
			if w := strings.ToLower(sc.tok(d).Text); w == "no" || w == "neither" {
				return true
			}
		}
	}
	return false
}
