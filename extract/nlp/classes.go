package nlp

import "ascribe/extract/lexicon"

// classOf returns the class that a Penn tag stands for.
func classOf(tag, lower string) Class {
	switch tag {
	case "NN", "NNS":
		return Noun
	case "NNP", "NNPS":
		return Name
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if auxiliaries[lower] {
			return Auxiliary
		}
		return Verb
	case "MD":
		return Auxiliary
	case "JJ", "JJR", "JJS":
		return Adjective
	case "RB", "RBR", "RBS", "RP", "WRB":
		if lower == "not" {
			return Particle
		}
		return Adverb
	case "DT", "PDT", "PRP$", "WP$":
		return Determiner
	case "PRP", "WP", "WDT", "EX":
		return Pronoun
	case "IN":
		if conjunctions[lower] {
			return Conjunction
		}
		return Preposition
	case "TO":
		return Particle
	case "CC":
		return Conjunction
	case "CD":
		return Number
	case "POS":
		return Particle
	}
	return Word
}

// auxiliaries are the forms of be; have and do join them before a verb.
var auxiliaries = setOf("be is are was were been being am isn't")

// haveDo are the forms of have and do.
var haveDo = setOf("have has had having do does did")

var conjunctions = setOf("that because if although though while whereas unless whether since as until once so than lest")

// repair mends what the tagger leaves: the auxiliaries, and "as" and "since"
// before a noun phrase.
func (r *reader) repair(s *Sentence, j int) {
	tok := &s.Tokens[j]
	switch {
	case tok.Lower == "that" && tok.Class == Determiner && j+1 < len(s.Tokens) && clauseBegins(&s.Tokens[j+1]):
		tok.Class, tok.Tag = Conjunction, "IN"
	case sufferers[tok.Lower] && standsForPeople(s, j):
		tok.Class, tok.Tag = Noun, "NNS"
	case tok.Class == Number && romans[tok.Lower] && j > 0 && s.Tokens[j-1].Class == Name:
		tok.Class = Name
	case (tok.Lower == "no" || tok.Lower == "no.") && j > 0 && j+1 < len(s.Tokens) && isNumber(s.Tokens[j+1].Lower) &&
		(s.Tokens[j-1].Class == Noun || s.Tokens[j-1].Class == Name):
		tok.Class = Noun
	case tok.Tag == "JJ" && tok.Form == lexicon.PastForm && j > 0 && haveDo[s.Tokens[j-1].Lower]:
		tok.Class, tok.Tag, tok.Form = Verb, "VBN", lexicon.ParticipleForm
		r.repair(s, j-1)
	case tok.Class == Verb && haveDo[tok.Lower]:
		if k := nextVerbal(s, j+1); k >= 0 {
			tok.Class = Auxiliary
		}
	case tok.Class == Particle && (tok.Lower == "'re" || tok.Lower == "'ve" || tok.Lower == "'m" || tok.Lower == "'ll" || tok.Lower == "'d"),
		tok.Class == Particle && tok.Lower == "'s" && tok.Tag == "VBZ":
		tok.Class = Auxiliary
	}
}

var romans = setOf("i ii iii iv v vi vii viii ix x xi xii xxiii")

// standsForPeople reports whether an adjective or participle stands after an
// article and before no noun: "the wounded were taken away".
func standsForPeople(s *Sentence, j int) bool {
	tok := &s.Tokens[j]
	if tok.Class != Adjective && tok.Tag != "VBN" && tok.Tag != "VBD" || j == 0 || s.Tokens[j-1].Class != Determiner {
		return false
	}
	if j+1 == len(s.Tokens) {
		return true
	}
	next := s.Tokens[j+1].Class
	return next != Noun && next != Name && next != Adjective
}

// sufferers are the adjectives that stand for people after an article.
var sufferers = setOf("dead wounded injured missing displaced deceased accused kidnapped poor exiled detained")

// clauseBegins reports whether "that" before the word begins a clause: no noun
// of one thing follows.
func clauseBegins(next *Token) bool {
	return next.Tag == "NNS" || next.Class == Name || next.Class == Determiner || next.Class == Pronoun
}

// nextVerbal returns the index of the verb that an auxiliary before token j
// helps, skipping adverbs and "not", or -1.
func nextVerbal(s *Sentence, j int) int {
	for ; j < len(s.Tokens) && j >= 0; j++ {
		switch tok := &s.Tokens[j]; {
		case tok.Class == Adverb, tok.Lower == "not", tok.Lower == "n't":
		case tok.Class == Verb, tok.Class == Auxiliary:
			if tok.Tag == "VBN" || tok.Tag == "VB" || tok.Tag == "VBD" {
				return j
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}
