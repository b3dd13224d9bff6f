package extract

import (
	"ascribe/extract/nlp"
)

// longestName is how many words a name in quotation marks may have.
const longestName = 8

// nameHeldUp reports whether a quotation is a name and no speech: right after an
// article, in one sentence, of names and what links them: The "Sons of the Estuary,"
// a group from the north, has claimed the attack.
func nameHeldUp(s *nlp.Sentence, q quotation) bool {
	if !q.closed || !s.Span.Holds(q.Span) {
		return false
	}
	first, last := s.TokenAt(q.Start), s.TokenAt(q.End-1)+1
	if first == 0 || last-first > longestName+3 || !setHolds("the a an", s.Tokens[first-1].Lower) {
		return false
	}
	named := false
	for i := first; i < last && i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case t.Class == nlp.OpenQuote, t.Class == nlp.CloseQuote, t.Lower == ",", t.UPOS == "ADP", t.UPOS == "DET", t.UPOS == "CCONJ", t.Text == "\"":
		case t.UPOS == "VERB", t.UPOS == "AUX", t.UPOS == "PRON", t.UPOS == "PUNCT":
			return false
		case !s.Caps && !t.Caps && t.UPOS != "NUM":
			return false
		default:
			named = named || t.UPOS == "PROPN" || t.Class == nlp.Name
		}
	}
	return named
}
