package extract

import "ascribe/extract/nlp"

const (
	futureWords  = "will 'll shall upcoming scheduled"
	futurePhrase = "due set expected going plans planned planning slated" // before "to" or "for"
	clauseMarks  = ", ; : ( ) [ ] -- – — but while when whereas"
)

// tenseAt tells which way the clause around tokens [first, last) looks, by the
// verb that stands nearest, before rather than after.
func tenseAt(s *nlp.Sentence, first, last int) tense {
	for i := first - 1; i >= 0 && !clauseEnd(s, i); i-- {
		if t := tenseOf(s, i); t != noTense {
			return t
		}
	}
	for i := last; i < len(s.Tokens) && !clauseEnd(s, i); i++ {
		if t := tenseOf(s, i); t != noTense {
			return t
		}
	}
	return tenseOver(s, first, last)
}

// tenseOver tells which way the verb looks that the tree hangs tokens [first, last)
// on, however far it stands: "On March 3, around noon, police were called".
func tenseOver(s *nlp.Sentence, first, last int) tense {
	v := verbOver(s, hungOn(s, first, last))
	if v < 0 {
		return noTense
	}
	for _, i := range dependents(s, v, "aux") {
		if t := tenseOf(s, i); t != noTense {
			return t
		}
	}
	return tenseOf(s, v)
}

func clauseEnd(s *nlp.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.Class == nlp.OpenQuote || t.Class == nlp.CloseQuote || setHolds(clauseMarks, t.Lower)
}

// tenseOf tells what one token says of the tense.
func tenseOf(s *nlp.Sentence, i int) tense {
	w := s.Tokens[i].Lower
	switch {
	case setHolds(futureWords, w):
		return futureTense
	case w == "to" && i > 0 && i+1 < len(s.Tokens) && setHolds("is are", s.Tokens[i-1].Lower) && s.Tokens[i+1].Tag == "VB":
		return futureTense // "are to meet"
	case setHolds(futurePhrase, w):
		if i+1 < len(s.Tokens) && setHolds("to for", s.Tokens[i+1].Lower) {
			return futureTense
		}
	case s.Tokens[i].Tag == "VBD", setHolds("was were had has have been did said", w):
		return pastTense
	case s.Tokens[i].Tag == "VBN":
		return participleTense(s, i)
	}
	return noTense
}

// participleTense tells "will be held" from "was held" and "killed on Friday".
func participleTense(s *nlp.Sentence, i int) tense {
	for j := i - 1; j >= max(0, i-4); j-- {
		if setHolds(futureWords+" to be", s.Tokens[j].Lower) {
			return noTense // the auxiliary tells
		}
	}
	return pastTense
}

// pluperfect reports whether the clause around tokens [first, last) tells of a
// time before the one told of: "had warned on Monday".
func pluperfect(s *nlp.Sentence, first, last int) bool {
	for i := first - 1; i >= 0 && !clauseEnd(s, i); i-- {
		if s.Tokens[i].Lower == "had" {
			return true
		}
	}
	for i := last; i < len(s.Tokens) && !clauseEnd(s, i); i++ {
		if s.Tokens[i].Lower == "had" {
			return true
		}
	}
	return false
}
