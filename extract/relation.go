package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// findRelations finds how the actors stand to each other, and since when.
func (p *page) findRelations() {
	r := &relater{inquest: newInquest(p), seen: map[relationKey]bool{}, moved: map[int]namedActor{}, fronted: p.fronted()}
	for s := range p.reports {
		if len(s.Tokens) > maxSceneTokens {
			continue
		}
		sc := r.scene(s)
		sc.people = sc.leaders()
		r.relate(sc)
	}
}

// A relater goes through the reporting and gathers relations.
type relater struct {
	*inquest
	seen map[relationKey]bool
	// fronted are chains that a wording describes by a name before its head.
	fronted map[int]bool
	// moved holds, by sentence, whom its subject means after all (setApart).
	moved map[int]namedActor
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
		for _, c := range sc.cuesAt(i) {
			if next := i + len(c.words); r.byTree(sc, i, next, c) || r.shaped(sc, i, next, c) {
				i = next - 1
				break
			}
		}
	}
}

// cuesAt lists the wordings that begin at token i, the longest first. The first
// word of one may stand in any of its forms as a verb.
func (sc *scene) cuesAt(i int) []relationCue {
	var out []relationCue
	w, lemma := sc.low(i), sc.tok(i).Lemma
	for _, c := range relationCues[w] {
		if sc.follows(i+1, c.words[1:]) {
			out = append(out, c)
		}
	}
	if lemma == w || lemma == "" || sc.tok(i).UPOS != "VERB" && sc.tok(i).Class != nlp.Verb {
		return out
	}
	for _, c := range relationCues[lemma] {
		if c.shape != "noun" && sc.follows(i+1, c.words[1:]) {
			out = append(out, c)
		}
	}
	return out
}

func (sc *scene) follows(i int, words []string) bool {
	for k, w := range words {
		if sc.low(i+k) != w {
			return false
		}
	}
	return true
}

// shaped reads one wording at tokens [i, next) by the order of the words, where
// the tree says nothing, and reports whether it found a relation.
func (r *relater) shaped(sc *trialScene, i, next int, c relationCue) bool {
	switch c.shape {
	case "noun":
		return r.listed(sc, i, next, c)
	case "alias":
		return r.alias(sc, i, next, c)
	case "leader":
		return r.leader(sc, i, next, c)
	}
	return false
}

// A tie is one relation before it is entered.
type tie struct {
	subject, object namedActor
	kind            ascribe.RelationKind
	at              int // the token of the wording
	words           string
	how             string // how the tree ties the two, where it does
}

// byOrder is a tie that the order of the words gives.
func byOrder(subject, object namedActor, kind ascribe.RelationKind, at int, words string) tie {
	return tie{subject: subject, object: object, kind: kind, at: at, words: words}
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
	if t.subject.chain.Kind == nlp.State && t.object.chain.Kind == nlp.State && t.subject.chain.Country == t.object.chain.Country {
		return false // a country and its government
	}
	if t.kind != ascribe.LedBy && (t.subject.person() || t.object.person()) || t.kind == ascribe.LedBy && !sc.leadable(t) {
		return false
	}
	b := sc.bondOf(t.at, t.kind)
	if b.unreal {
		return false
	}
	st := p.carrier(sc.s, t.object.phrase.Span)
	key := relationKey{t.subject.chain.Mention.ID, t.object.chain.Mention.ID, t.kind, st.ID}
	if r.seen[key] {
		return true
	}
	r.seen[key] = true
	rel := ascribe.Relation{
		Subject: key.subject, Kind: t.kind, Object: key.object, Statement: st.ID,
		Negated: b.denied, From: b.from, To: b.to,
		Because: "“" + t.words + "” stands between the two", Score: 0.65,
	}
	if t.how != "" {
		how := strings.NewReplacer("{s}", sc.called(t.subject), "{o}", sc.called(t.object)).Replace(t.how)
		rel.Because, rel.Score = "“"+t.words+"”: "+how, 0.75
	}
	p.reading.Relations = append(p.reading.Relations, rel)
	return true
}

// called quotes the words by which the sentence calls an actor.
func (sc *scene) called(a namedActor) string { return "“" + flat(sc.p.text(a.phrase.Span)) + "”" }

// known reports whether a chain is of somebody with a name, if only in front of
// its head: "Coalition forces".
func (r *relater) known(c *nlp.Chain) bool {
	i, ok := r.p.chains[c.Mention.ID]
	return c.Mention.Actor != nil || ok && (r.named[i] || r.fronted[i] || r.p.Chains[i].Country != "" && (c.Kind == nlp.State || c.Kind == nlp.Force))
}

// commonBodies are bodies that every country has, written with a capital or not.
var commonBodies = setOf("army navy police military government ministry state air force forces guard marines council parliament court")

// fronted lists the chains of bodies that some phrase describes by a proper noun
// before its head, or by a head that is written as one: "the Coalition".
func (p *page) fronted() map[int]bool {
	out := map[int]bool{}
	for i := range p.Sentences {
		s := &p.Sentences[i]
		for k := range s.Phrases {
			ph := &s.Phrases[k]
			if ph.Chain == nlp.NoChain || ph.Kind != nlp.Force && ph.Kind != nlp.Group && ph.Kind != nlp.Organization || indefinite[s.Tokens[ph.First].Lower] || s.Tokens[ph.First].Class == nlp.Number {
				continue
			}
			for t := ph.First; t <= ph.Head && !s.Caps; t++ {
				out[ph.Chain] = out[ph.Chain] || s.Tokens[t].UPOS == "PROPN" && (t < ph.Head || t > 0 && s.Tokens[t].Caps && !commonBodies[s.Tokens[t].Lower])
			}
		}
	}
	return out
}

var indefinite = setOf("a an some several many two three four five six seven eight nine ten no any other another")
