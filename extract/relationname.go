package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// alias reads "X, also known as Y" when the article keeps the two apart.
func (r *relater) alias(sc *trialScene, i, next int, c relationCue) bool {
	object, ok := sc.actorFrom(next, 1)
	if !ok || !object.phrase.Named {
		return false
	}
	subject, ok := sc.leftActor(i)
	if !ok && sc.low(i-1) == "," {
		subject, ok = sc.endingAt(i - 1)
	}
	if !ok || !subject.phrase.Named || subject.chain.Kind != object.chain.Kind {
		return false
	}
	return r.enter(sc, byOrder(subject, object, c.kind, i, strings.Join(c.words, " ")))
}

// leader reads "Front leader Luis Artola" and "Commander Luis Artola of the
// Front", in which the name of the body and that of the person are one phrase.
func (r *relater) leader(sc *trialScene, i, next int, c relationCue) bool {
	words := sc.wording(i, next)
	if r.leaderOf(sc, i, words, c) {
		return true
	}
	for _, person := range sc.people {
		if person.first != next && (person.first > i || person.last <= next) {
			continue
		}
		for _, group := range sc.actors {
			if armedKind(group.chain) && group.last == i {
				return r.enter(sc, byOrder(group, person, c.kind, i, words))
			}
		}
		if person.first < i {
			if ch := r.chainNamed(flat(sc.p.text(sc.span(stretch{person.first, i})))); ch != nil && armedKind(ch) {
				return r.enter(sc, byOrder(namedActor{stretch{person.first, i}, person.phrase, ch}, person, c.kind, i, words))
			}
		}
	}
	return false
}

// leaderOf reads "Commander Luis Artola of the Front".
func (r *relater) leaderOf(sc *trialScene, i int, words string, c relationCue) bool {
	for _, person := range sc.people {
		if person.first > i+1 || person.last <= i || sc.low(person.last) != "of" {
			continue
		}
		if group, ok := sc.actorFrom(person.last+1, 1); ok && armedKind(group.chain) && group.chain.Kind == nlp.Group {
			return r.enter(sc, byOrder(group, person, c.kind, i, words+" … of"))
		}
	}
	return false
}

// hyphened splits "sarvia-backed" into whom and how.
func hyphened(w string) (head string, c relationCue, ok bool) {
	k := strings.LastIndexByte(w, '-')
	if k <= 0 {
		return "", c, false
	}
	for _, c := range relationCues[w[k+1:]] {
		if c.shape == "hyphen" {
			return w[:k], c, true
		}
	}
	return "", c, false
}

// hyphen reads "the Sarvia-backed Maran Front": the body named before the hyphen
// stands to the one that follows.
func (r *relater) hyphen(sc *trialScene, i int, head string, c relationCue) {
	follower, ok := sc.actorFrom(i+1, 2)
	if !ok {
		for _, a := range sc.actors {
			if a.first <= i && i < a.last-1 {
				follower, ok = a, true
			}
		}
	}
	if !ok {
		return
	}
	ch := r.chainNamed(head)
	if ch == nil || ch.Mention.ID == follower.chain.Mention.ID {
		return
	}
	other := namedActor{stretch{i, i + 1}, follower.phrase, ch}
	if c.kind == ascribe.Supports {
		r.enter(sc, byOrder(other, follower, c.kind, i, sc.tok(i).Text))
	} else {
		r.enter(sc, byOrder(follower, other, c.kind, i, sc.tok(i).Text))
	}
}

// chainNamed returns the chain of an actor that goes by a name, or nil.
func (r *relater) chainNamed(name string) *nlp.Chain {
	for n := range r.p.Chains {
		c := &r.p.Chains[n]
		if !r.canAct(c, n) {
			continue
		}
		if strings.EqualFold(c.Mention.Text, name) || c.Mention.Actor != nil && strings.EqualFold(c.Mention.Actor.Name, name) {
			return c
		}
		for _, s := range c.Mention.Spans[:min(len(c.Mention.Spans), 50)] {
			if strings.EqualFold(r.p.text(s), name) {
				return c
			}
		}
	}
	return nil
}

// eachOther reads "the two organisations have been fighting each other": the two
// groups that the paragraph named last.
func (r *relater) eachOther(sc *trialScene, i int) {
	if v := sc.tok(i - 1).Lemma; v != "fight" && v != "battle" {
		return
	}
	if list := dependents(sc.s, i-1, "nsubj"); len(list) == 0 || !setHolds("they two groups organisations organizations factions movements sides parties", sc.low(list[0])) {
		return
	}
	pair := r.lastTwo(sc)
	if len(pair) == 2 {
		e := &ends{relater: r, sc: sc}
		pair[0], pair[1] = e.seat(i-1, pair[0]), e.seat(i-1, pair[1])
		r.enter(sc, byOrder(pair[0], pair[1], ascribe.RivalOf, i-1, sc.low(i-1)+" each other"))
	}
}

// lastTwo finds the two groups that "the two organisations" and the like mean:
// those of the paragraph, or of the last sentence before that names two.
func (r *relater) lastTwo(sc *trialScene) []namedActor {
	var pair []namedActor
	for n := sc.s.Index; n >= 0 && n > sc.s.Index-5 && len(pair) < 2; n-- {
		s := &r.p.Sentences[n]
		if len(s.Tokens) > maxSceneTokens {
			break
		}
		if s.Paragraph != sc.s.Paragraph {
			pair = nil // of one sentence
		}
		for _, a := range r.scene(s).actors {
			if len(pair) < 2 && a.chain.Kind == nlp.Group && r.known(a.chain) && (len(pair) == 0 || pair[0].chain != a.chain) {
				pair = append(pair, a)
			}
		}
	}
	return pair
}
