package nlp

import "ascribe/extract/lexicon"

// bodyOfPeople matches a body that is named as somebody's: "People's Army",
// "Workers' Revolutionary Party", "Lord's Resistance Army". What stands before
// is left to the chunker.
func (r *reader) bodyOfPeople(s *Sentence, j int) (named, bool) {
	if j+2 >= len(s.Tokens) || !apostrophe(&s.Tokens[j+1]) || !ownsBody(s, j) {
		return named{}, false
	}
	for k := j + 2; k < len(s.Tokens) && k < j+6 && r.partOfName(s, k) && !owns(s, k); k++ {
		if kind, ok := lexicon.OrgWord(s.Tokens[k].Lower); ok && kind != "place" && kind != "facility" {
			return named{first: j, last: k + 1, body: kind}, true
		}
	}
	return named{}, false
}

// ownsBody reports whether a body may be named as that of the word at j: a
// common noun of people that is written as a name is.
func ownsBody(s *Sentence, j int) bool {
	tok := &s.Tokens[j]
	if !s.Caps && (!capitalised(tok.Text) || j == 0) {
		return false
	}
	h, ok := lexicon.HeadOf(tok.Lower)
	return ok && h.Kind == "person" && (h.Plural || tok.Lower == "youth") || tok.Lower == "lord" || tok.Lower == "peoples"
}

// apostrophe reports whether a token is the mark of a possessor.
func apostrophe(tok *Token) bool {
	return tok.Tag == "POS" || tok.Lower == "'s" || tok.Lower == "'"
}

// owns reports whether the token at k is itself a possessor.
func owns(s *Sentence, k int) bool { return k+1 < len(s.Tokens) && s.Tokens[k+1].Tag == "POS" }

// risen are words by which forces that are no state's call themselves.
var risen = setOf("liberation resistance people peoples popular revolutionary free freedom salvation insurgent rebel workers peasants lord")

// ofNoState makes a named force an armed group where its name says that it is no
// state's: an army that no land is named with, as in "the Northmark Army", or
// forces of liberation. The armies that a register has are theirs.
func (c *chunker) ofNoState(p *Phrase) {
	if p.Kind != Force || p.Country != "" {
		return
	}
	if c.s.Tokens[p.Head].Lower == "army" && !c.stateArmy(p) {
		p.Kind = Group
		return
	}
	for j := p.Core; j <= p.Head; j++ {
		if risen[c.s.Tokens[j].Lower] {
			p.Kind = Group
			return
		}
	}
}

// stateArmy reports whether an army's name is what any state may call its own:
// "the National Army", "the Third Army".
func (c *chunker) stateArmy(p *Phrase) bool {
	for j := p.Core; j < p.Head; j++ {
		if tok := &c.s.Tokens[j]; !forceWords[tok.Lower] && !armyWords[tok.Lower] && !isNumber(tok.Lower) {
			return false
		}
	}
	return true
}

// armyWords stand before "Army" in the names of states' armies.
var armyWords = setOf("the royal imperial first second third fourth fifth sixth northern southern eastern western regular red union confederate republican")
