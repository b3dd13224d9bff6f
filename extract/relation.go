package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// findRelations finds how the actors stand to each other, and since when.
func (p *page) findRelations() {
	r := &relater{inquest: newInquest(p), seen: map[relationKey]bool{}}
	for s := range p.reports {
		if len(s.Tokens) > maxSceneTokens {
			continue
		}
		sc := r.scene(s)
		sc.people = sc.leaders()
		if len(sc.actors) > 0 {
			r.relate(sc)
		}
	}
}

// A relater goes through the reporting and gathers relations.
type relater struct {
	*inquest
	seen map[relationKey]bool
}

type relationKey struct {
	subject, object ascribe.MentionID
	kind            ascribe.RelationKind
	statement       ascribe.StatementID
}

// leaders lists the named persons of a sentence, who may lead a group.
func (sc *trialScene) leaders() []namedActor {
	var found []namedActor
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if c := sc.p.chain(ph); c != nil && ph.Named && (c.Kind == nlp.Person || c.Mention.Actor != nil && c.Mention.Actor.Kind == ascribe.PublicFigure) {
			found = append(found, namedActor{stretch{ph.First, ph.Last}, ph, c})
		}
	}
	return found
}

// relate tries every wording at every word.
func (r *relater) relate(sc *trialScene) {
	for i := 0; i < sc.len(); i++ {
		if sc.low(i) == "each" && sc.low(i+1) == "other" {
			r.eachOther(sc, i)
			continue
		}
		if head, tail, ok := hyphened(sc.low(i)); ok {
			r.hyphen(sc, i, head, tail)
			continue
		}
		for _, c := range relationCues[sc.low(i)] {
			if sc.follows(i, c.words) && r.shaped(sc, i, i+len(c.words), c) {
				i += len(c.words) - 1
				break
			}
		}
	}
}

func (sc *scene) follows(i int, words []string) bool {
	for k, w := range words {
		if sc.low(i+k) != w {
			return false
		}
	}
	return true
}

// shaped reads one wording at tokens [i, next) and reports whether it found a
// relation.
func (r *relater) shaped(sc *trialScene, i, next int, c relationCue) bool {
	switch c.shape {
	case "noun":
		return r.noun(sc, i, next, c)
	case "verb":
		return r.verb(sc, i, next, c)
	case "alias":
		return r.alias(sc, i, next, c)
	case "leads":
		return sc.tok(i).Class == nlp.Verb && r.leads(sc, i, next, c)
	case "leader":
		return r.leader(sc, i, next, c)
	case "by":
		return sc.low(next) == "by" && r.ledBy(sc, i, next+1, c)
	}
	return r.preposition(sc, i, next, c)
}

// A tie is one relation before it is entered.
type tie struct {
	subject, object namedActor
	kind            ascribe.RelationKind
	at              int // the token of the wording
	words           string
}

// enter adds a relation, once for each statement that tells it.
func (r *relater) enter(sc *trialScene, t tie) bool {
	if t.subject.chain == nil || t.object.chain == nil || t.subject.chain.Mention.ID == t.object.chain.Mention.ID {
		return false
	}
	p := r.p
	if !r.known(t.subject.chain) || !r.known(t.object.chain) {
		return false // "the rebels", "a caliphate": nobody that a record can name
	}
	st := p.carrier(sc.s, t.object.phrase.Span)
	key := relationKey{t.subject.chain.Mention.ID, t.object.chain.Mention.ID, t.kind, st.ID}
	if r.seen[key] {
		return true
	}
	r.seen[key] = true
	rel := ascribe.Relation{
		Subject: key.subject, Kind: t.kind, Object: key.object, Statement: st.ID,
		Negated: sc.negatedBefore(t.at) || sc.negatedBefore(sc.groupStart(t.at)),
		Because: "“" + t.words + "” stands between the two", Score: 0.7,
	}
	rel.From, rel.To = sc.over(t)
	p.reading.Relations = append(p.reading.Relations, rel)
	return true
}

// known reports whether a chain is of somebody with a name.
func (r *relater) known(c *nlp.Chain) bool {
	i, ok := r.p.chains[c.Mention.ID]
	return c.Mention.Actor != nil || ok && (r.named[i] || r.p.Chains[i].Country != "" && c.Kind == nlp.State)
}

// over reads the time of a relation: "since 2015", "until last year".
func (sc *trialScene) over(t tie) (from, to *ascribe.Date) {
	for i := t.at; i < sc.len() && i < t.at+25; i++ {
		if sc.ends(i) {
			break
		}
		w := sc.low(i)
		if w != "since" && w != "until" && w != "till" {
			continue
		}
		d := sc.dateFrom(i + 1)
		if d == nil {
			continue
		}
		if w == "since" {
			from = d
		} else {
			to = d
		}
	}
	return from, to
}

// dateFrom returns the date that is written within two words of token i.
func (sc *scene) dateFrom(i int) *ascribe.Date {
	if i >= sc.len() {
		return nil
	}
	at := sc.tok(i).Span.Start
	end := sc.tok(min(i+2, sc.len()-1)).Span.End
	for n := range sc.p.reading.Dates {
		d := &sc.p.reading.Dates[n]
		if d.Span.Start >= at && d.Span.Start < end {
			copied := *d
			return &copied
		}
	}
	return nil
}
