package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// Words of the content and the cue that set the mood of what is said.
var (
	hedgeWords = setOf("apparently allegedly reportedly alleged presumably presumed presumable probably likely possibly perhaps maybe may might could suspected suspect seems seem seemed appears appear appeared believed supposedly purported purportedly suggest suggests suggested unconfirmed unclear")
	futureAux  = setOf("will 'll would shall")
	hypoWords  = setOf("if whether unless should")
)

// mood is the mood of what is said, by the cue's sense and the content's words.
func (h *heard) mood() ascribe.Modality {
	m := ascribe.Modality{}
	switch h.tenor {
	case tenorDeny, tenorDoubt:
		m.Negated = !h.negated
	case tenorThink, tenorSuspect:
		m.Hedged = true
	case tenorPlan, tenorThreaten:
		m.Future = true
	case tenorAsk, tenorOrder, tenorWant:
		m.Hypothetical = true
	}
	if h.negated && h.tenor != tenorDeny && h.tenor != tenorDoubt && h.tenor != tenorAsk {
		m.Negated = h.tenor == tenorSay || h.tenor == tenorThink || h.tenor == tenorClaim || h.tenor == tenorSuspect || h.tenor == tenorAdmit
	}
	toks := h.sc.s.Tokens
	seen := 0
	for i := range toks {
		if !h.content[0].Holds(toks[i].Span) {
			continue
		}
		seen++
		if seen > 14 {
			break
		}
		w := h.sc.low(i)
		switch {
		case negations[w] && w != "without" && w != "nor" && h.mainVerbNear(i):
			m.Negated = true
		case hedgeWords[w] && !(w == "may" && h.sc.tok(i).Class == nlp.Name):
			m.Hedged = true
		case futureAux[w] && seen < 10:
			m.Future = true
		case hypoWords[w] && seen <= 2:
			m.Hypothetical = true
		}
	}
	return m
}

// mainVerbNear tells a negation of the clause from one of a noun in it.
func (h *heard) mainVerbNear(i int) bool {
	w := h.sc.low(i)
	return w != "no" || i == 0 || h.sc.span(stretch{i, i + 1}).Start == h.content[0].Start || h.sc.low(i-1) == "that"
}
