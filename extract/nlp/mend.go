package nlp

import (
	"strings"

	"ascribe/extract/lexicon"
	"ascribe/extract/model"
)

// The tags that a register, the gazetteer and the lexicons know better than
// what stands around a word.
var (
	properTag    = model.TagPair{UPOS: "PROPN", XPOS: "NNP"}
	adjectiveTag = model.TagPair{UPOS: "ADJ", XPOS: "JJ"}
	nounTag      = model.TagPair{UPOS: "NOUN", XPOS: "NN"}
	nounsTag     = model.TagPair{UPOS: "NOUN", XPOS: "NNS"}
	pastTag      = model.TagPair{UPOS: "VERB", XPOS: "VBD"}
	passiveTag   = model.TagPair{UPOS: "VERB", XPOS: "VBN"}
)

// mend corrects tags before the tree is made from them.
func (r *reader) mend(s *Sentence, tags []uint8) {
	for j := range tags {
		was := r.pair(tags[j])
		is, ok := r.better(s, tags, j, was)
		if !ok {
			continue
		}
		if tag, known := r.tagOf[is]; known {
			tags[j] = tag
		}
	}
}

func (r *reader) pair(tag uint8) model.TagPair { return r.models.Tagger.Tags()[tag] }

// xpos is the Penn tag that token j has so far, "" outside the sentence.
func (r *reader) xpos(tags []uint8, j int) string {
	if j < 0 || j >= len(tags) {
		return ""
	}
	return r.pair(tags[j]).XPOS
}

// better returns the tag that token j must have, whatever the model says.
func (r *reader) better(s *Sentence, tags []uint8, j int, was model.TagPair) (model.TagPair, bool) {
	tok := &s.Tokens[j]
	if tok.Class != Word {
		return was, false
	}
	proper := strings.HasPrefix(was.XPOS, "NNP")
	switch {
	case !proper && !s.Caps && upperWord(tok.Text) && (r.acronyms[tok.Lower] != "" || r.reg.Acronym(tok.Text)):
		return properTag, true
	case proper && r.demonym(tok) && r.beforeNoun(s, tags, j):
		return adjectiveTag, true
	case proper && s.Caps && r.nounInCapitals(s, tags, j):
		if h, _ := lexicon.HeadOf(tok.Lower); h.Plural {
			return nounsTag, true
		}
		return nounTag, true
	case strings.HasPrefix(was.XPOS, "NN") && shotDead(s, j):
		return passiveTag, true
	case was.XPOS == "JJ" && r.standsAsNoun(s, tags, j):
		return nounTag, true
	case (was.XPOS == "NN" || was.XPOS == "JJ") && r.xpos(tags, j-1) == "NNS" && mayBePast(tok.Lower) && takesObject(s, j+1):
		return pastTag, true
	}
	return was, false
}

// shotDead reports whether the word at j is what was done to those who are dead
// then: "Police chief shot dead in Talvik".
func shotDead(s *Sentence, j int) bool {
	switch s.Tokens[j].Lower {
	case "shot", "gunned", "stabbed", "hacked", "beaten":
		return j > 0 && j+1 < len(s.Tokens) && !objectLeads[s.Tokens[j-1].Lower] && (s.Tokens[j+1].Lower == "dead" || s.Tokens[j+1].Lower == "down")
	}
	return false
}

// demonym reports whether a word is the adjective of a country and not its name:
// "Sarvian".
func (r *reader) demonym(tok *Token) bool {
	found := r.lookup(tok.Lower)
	if !isCountry(found) {
		return r.places.Demonym(tok.Lower) != nil
	}
	return found[0].Alias && adjectival(tok.Lower)
}

// adjectival reports whether a name ends as the adjective of a land does.
func adjectival(lower string) bool {
	for _, end := range [...]string{"an", "ish", "ese", "ani", "eli", "aqi"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// beforeNoun reports whether a common noun, or in capitals a noun of any kind
// that heads.csv knows, follows token j.
func (r *reader) beforeNoun(s *Sentence, tags []uint8, j int) bool {
	switch r.xpos(tags, j+1) {
	case "NN", "NNS", "JJ":
		return true
	case "NNP", "NNPS":
		_, known := lexicon.HeadOf(s.Tokens[j+1].Lower)
		return s.Caps && known
	}
	return false
}

// nounInCapitals reports whether a word that is a common noun elsewhere stands,
// in capitals, before no name and after none but a country's: "SARVIAN ARMY".
func (r *reader) nounInCapitals(s *Sentence, tags []uint8, j int) bool {
	lower := s.Tokens[j].Lower
	if h, ok := lexicon.HeadOf(lower); !ok || h.Kind == "place" || h.Kind == "time" || !lexicon.Common(lower) {
		return false
	}
	if strings.HasPrefix(r.xpos(tags, j-1), "NNP") {
		return r.countriesOf(&s.Tokens[j-1]) != nil
	}
	return r.xpos(tags, j-1) != "JJ" || r.countriesOf(&s.Tokens[j-1]) != nil
}

// standsAsNoun reports whether an adjective stands where a noun that names a
// person or a body does: between an article and a finite verb ("the general
// acknowledged").
func (r *reader) standsAsNoun(s *Sentence, tags []uint8, j int) bool {
	if h, ok := lexicon.HeadOf(s.Tokens[j].Lower); !ok || h.Kind != "person" && h.Kind != "group" || r.xpos(tags, j-1) != "DT" {
		return false
	}
	switch r.xpos(tags, j+1) {
	case "VBD", "VBZ", "MD", "POS":
		return !sufferers[s.Tokens[j].Lower]
	}
	return false
}

// mayBePast reports whether the form of a word is, or may be, the past of a verb.
func mayBePast(lower string) bool {
	_, form, ok := lexicon.Verb(lower)
	return ok && (form == lexicon.PastForm || form == lexicon.ParticipleForm || samePast[lower])
}

// samePast are plain forms that are their own past.
var samePast = setOf("set hit cut put hurt shut shed burst beat")

// takesObject reports whether an object, or another verb in the past that goes
// on, begins at token j.
func takesObject(s *Sentence, j int) bool {
	if j >= len(s.Tokens) {
		return false
	}
	lower := s.Tokens[j].Lower
	if lower == "and" {
		return j+1 < len(s.Tokens) && mayBePast(s.Tokens[j+1].Lower)
	}
	return objectLeads[lower] || isNumber(lower)
}

// objectLeads are words that stand after a verb and seldom after a noun.
var objectLeads = setOf("a an the his her their its him them dead down fire two three four five")
