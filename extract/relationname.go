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
	return r.enter(sc, tie{subject, object, c.kind, i, strings.Join(c.words, " ")})
}

// leads reads "Artola, who leads the Front".
func (r *relater) leads(sc *trialScene, i, next int, c relationCue) bool {
	group, ok := sc.actorFrom(next, 2)
	if !ok {
		return false
	}
	who := sc.before(sc.groupStart(i))
	if w := sc.low(who.first); who.last-who.first == 1 && (w == "who" || w == "that") {
		end := who.first
		if sc.comma(end - 1) {
			end--
		}
		who = sc.phraseLeft(sc.bounds(max(end-1, 0)), end)
	}
	for _, person := range sc.people {
		if !who.empty() && person.first >= who.first && person.last <= who.last {
			return r.enter(sc, tie{group, person, c.kind, i, strings.Join(c.words, " ")})
		}
	}
	return false
}

// leader reads "Front leader Luis Artola", "Artola, the leader of the Front".
func (r *relater) leader(sc *trialScene, i, next int, c relationCue) bool {
	words := strings.Join(c.words, " ")
	if sc.low(next) == "of" {
		group, ok := sc.actorFrom(next+1, 2)
		if !ok || !armedKind(group.chain) {
			return false
		}
		k := i
		for k > 0 && (determiners[sc.low(k-1)] || sc.nounlike(k-1)) {
			k--
		}
		if sc.comma(k-1) || beWords[sc.low(k-1)] {
			for _, person := range sc.people {
				if person.last == k-1 {
					return r.enter(sc, tie{group, person, c.kind, i, words + " of"})
				}
			}
		}
		for _, person := range sc.people {
			if person.first == group.last || person.first == group.last+1 && sc.low(group.last) == "," {
				return r.enter(sc, tie{group, person, c.kind, i, words + " of"})
			}
		}
		return false
	}
	if r.leaderOf(sc, i, words, c) {
		return true
	}
	for _, group := range sc.actors {
		if !armedKind(group.chain) || group.last != i && !(group.last == i-1 && sc.low(i-1) == "'s") && !(group.first < i && group.last > i && group.last <= next) {
			continue
		}
		for _, person := range sc.people {
			if person.first == next || person.first == next+1 && sc.low(next) == "," || person.first <= i && person.last > next {
				return r.enter(sc, tie{group, person, c.kind, i, words})
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
			return r.enter(sc, tie{group, person, c.kind, i, words + " … of"})
		}
	}
	return false
}

// ledBy reads "the Front, led by Luis Artola".
func (r *relater) ledBy(sc *trialScene, i, next int, c relationCue) bool {
	group, ok := sc.leftActor(i)
	if !ok {
		group, ok = sc.subjectOf(i)
	}
	if !ok {
		return false
	}
	for _, person := range sc.people {
		if person.first >= next && person.first <= next+3 {
			return r.enter(sc, tie{group, person, c.kind, i, strings.Join(c.words, " ") + " by"})
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
	for n := range r.p.Chains {
		ch := &r.p.Chains[n]
		if ch == follower.chain || !r.canAct(ch, n) || !strings.EqualFold(ch.Mention.Text, head) && (ch.Mention.Actor == nil || !strings.EqualFold(ch.Mention.Actor.Name, head)) {
			continue
		}
		other := namedActor{stretch{i, i + 1}, follower.phrase, ch}
		if c.kind.String() == "supports" {
			r.enter(sc, tie{other, follower, c.kind, i, sc.tok(i).Text})
		} else {
			r.enter(sc, tie{follower, other, c.kind, i, sc.tok(i).Text})
		}
		return
	}
}

// eachOther reads "the two organisations have been fighting each other": the two
// groups that the paragraph named last.
func (r *relater) eachOther(sc *trialScene, i int) {
	if v := sc.low(i - 1); v != "fighting" && v != "fought" && v != "fight" && v != "battling" && v != "battled" {
		return
	}
	var pair []namedActor
	for n := sc.s.Index; n >= 0 && n > sc.s.Index-5 && len(pair) < 2; n-- {
		s := &r.p.Sentences[n]
		if s.Paragraph != sc.s.Paragraph || len(s.Tokens) > maxSceneTokens {
			break
		}
		for _, a := range r.scene(s).actors {
			if len(pair) < 2 && a.chain.Kind == nlp.Group && r.known(a.chain) && (len(pair) == 0 || pair[0].chain != a.chain) {
				pair = append(pair, namedActor{a.stretch, a.phrase, a.chain})
			}
		}
	}
	if len(pair) == 2 {
		r.enter(sc, tie{pair[0], pair[1], ascribe.RivalOf, i - 1, sc.low(i-1) + " each other"})
	}
}
