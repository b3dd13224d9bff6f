package extract

import (
	"ascribe/extract/nlp"
)

// pronoun finds whom "it", "they", "its" or "their" at token t means where no
// chain holds it: within a sentence the subject that it is said of, else the
// subject of the sentence before in the paragraph.
func (e *ends) pronoun(t int) (namedActor, bool) {
	w := e.sc.low(t)
	plural := w == "they" || w == "their"
	if e.people || !plural && w != "it" && w != "its" {
		return namedActor{}, false
	}
	for _, a := range e.sc.actors {
		if a.first == t && a.last == t+1 {
			return namedActor{}, false // its chain is known
		}
	}
	for k := e.sc.tok(t).Head; k >= 0; k = e.sc.tok(k).Head {
		subject := dependents(e.sc.s, k, "nsubj nsubj:pass")
		if len(subject) == 0 || subject[0] >= t {
			continue
		}
		if relativeWords[e.sc.low(subject[0])] || e.sc.low(subject[0]) == w {
			continue
		}
		a, ok := e.on(subject[0], 2)
		return a, ok && plural == (a.phrase.Plural && a.chain.Kind != nlp.State)
	}
	return e.carriedOn(t, w)
}

// carriedOn finds the actor of an "it" or "they" that begins its sentence: the
// subject of the sentence before.
func (e *ends) carriedOn(t int, w string) (namedActor, bool) {
	if e.sc.tok(t).Rel != "nsubj" && e.sc.tok(t).Rel != "nsubj:pass" || w != "it" && w != "they" || e.sc.s.Index == 0 {
		return namedActor{}, false
	}
	prev := &e.p.Sentences[e.sc.s.Index-1]
	if prev.Paragraph != e.sc.s.Paragraph || len(prev.Tokens) > maxSceneTokens {
		return namedActor{}, false
	}
	if a, ok := e.moved[prev.Index]; ok {
		return e.seat(t, a), true
	}
	actors := e.scene(prev).actors
	if len(actors) == 0 || !actors[0].phrase.Named {
		return namedActor{}, false
	}
	subject := false
	for i := actors[0].first; i < actors[0].last; i++ {
		subject = subject || prev.Tokens[i].Rel == "nsubj" || prev.Tokens[i].Rel == "nsubj:pass"
	}
	return e.seat(t, actors[0]), subject
}

// seat is an actor of another sentence as token t of this one means it.
func (e *ends) seat(t int, a namedActor) namedActor {
	ph := &nlp.Phrase{First: t, Last: t + 1, Head: t, Core: t, Span: e.sc.span(stretch{t, t + 1}), Kind: a.phrase.Kind, Chain: a.phrase.Chain}
	return namedActor{stretch{t, t + 1}, ph, a.chain}
}

// setApart corrects the subjects of a relation that a body cannot have with
// itself: in "the group is an offshoot of the core movement" a chain that joins
// the two is wrong, and "the group" is the last other one that was named.
func (e *ends) setApart(subjects, objects []namedActor) []namedActor {
	if len(subjects) != 1 || len(objects) != 1 || subjects[0].chain.Mention.ID != objects[0].chain.Mention.ID || subjects[0].phrase.Named {
		return subjects
	}
	for n := e.sc.s.Index - 1; n >= max(0, e.sc.s.Index-3); n-- {
		s := &e.p.Sentences[n]
		if len(s.Tokens) > maxSceneTokens {
			break
		}
		actors := e.scene(s).actors
		for i := range actors {
			a := actors[len(actors)-1-i]
			if a.phrase.Named && a.chain.Kind == nlp.Group && a.chain.Mention.ID != objects[0].chain.Mention.ID {
				a = e.seat(subjects[0].phrase.Head, a)
				e.moved[e.sc.s.Index] = a
				return []namedActor{a}
			}
		}
	}
	return subjects
}
