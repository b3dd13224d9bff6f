package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A charge is one actor beside one incident, with all that the document says of
// the two: what a court would hear before it decides whether, and how surely,
// the actor is blamed.
type charge struct {
	chain    int
	actor    *nlp.Chain
	incident int
	findings []finding
	sighted  []sighting // where the actor is named, in order
	likened  bool       // those who did it are told as its people are
	hit      bool       // it, or its people, are told to have been hit
}

// A sighting is one place where an actor is named.
type sighting struct {
	s      *nlp.Sentence
	phrase *nlp.Phrase
	gap    int // sentences between it and the nearest telling of the incident
}

// charges sorts the findings by actor and incident, in order of the text, and
// adds the actors that are named beside an incident and tied to it by no words.
func (j *inquest) charges() []*charge {
	sights := j.sightings()
	var list []*charge
	at := map[[2]int]*charge{}
	enter := func(chain, incident int) *charge {
		key := [2]int{chain, incident}
		if at[key] == nil {
			at[key] = &charge{chain: chain, actor: &j.p.Chains[chain], incident: incident, sighted: j.measured(sights[chain], incident)}
			list = append(list, at[key])
		}
		return at[key]
	}
	for _, f := range j.findings {
		if n, ok := j.p.chains[f.actor.Mention.ID]; ok {
			c := enter(n, f.incident)
			c.findings = append(c.findings, f)
		}
	}
	for n := range j.p.Chains {
		if len(sights[n]) == 0 || !j.canAct(&j.p.Chains[n], n) {
			continue
		}
		for _, i := range j.besides(sights[n]) {
			enter(n, i)
		}
	}
	for _, c := range list {
		j.implied(c)
	}
	return list
}

// sightings lists where each actor is named or described, by chain.
func (j *inquest) sightings() map[int][]sighting {
	out := map[int][]sighting{}
	for s := range j.p.reports {
		for i := range s.Phrases {
			ph := &s.Phrases[i]
			if ph.Chain == nlp.NoChain || len(s.Tokens) > maxSceneTokens {
				continue
			}
			switch j.p.Chains[ph.Chain].Kind {
			case nlp.Group, nlp.Force, nlp.State, nlp.Organization:
				out[ph.Chain] = append(out[ph.Chain], sighting{s: s, phrase: ph})
			}
		}
	}
	return out
}

// collectives that are blamed though they have no name: "the drug cartels".
var blamedBodies = setOf("mafia mafias cartel cartels squad squads gang gangs ring rings traffickers militias militia paramilitaries groups organizations syndicate syndicates clan clans")

// collective reports whether a chain describes bodies of a sort that are blamed
// as such: "the drug mafias", "extreme rightist groups".
func (j *inquest) collective(n int) bool {
	if n < 0 || n >= len(j.p.Chains) {
		return false
	}
	c := &j.p.Chains[n]
	words := strings.Fields(strings.ToLower(bare(c.Mention.Text)))
	return c.Kind == nlp.Group && len(words) > 1 && len(words) < 6 && blamedBodies[words[len(words)-1]]
}

// measured returns sightings with their distance from an incident.
func (j *inquest) measured(sights []sighting, incident int) []sighting {
	out := slices.Clone(sights)
	for i := range out {
		out[i].gap = j.gap(out[i].s.Index, incident)
	}
	return out
}

// far is the gap of a sentence to an incident that is told nowhere near.
const far = 99

// gap returns how many sentences lie between a sentence and the nearest that
// tells of an incident.
func (j *inquest) gap(sentence, incident int) int {
	best := far
	for i, told := range j.told {
		if d := max(i-sentence, sentence-i); d < best && slices.ContainsFunc(told, func(r reference) bool { return r.incident == incident }) {
			best = d
		}
	}
	return best
}

// besides returns the incidents that an actor may have to do with: those told in
// a sentence that names it; where there are none, the article's main one.
func (j *inquest) besides(sights []sighting) []int {
	var out []int
	for _, g := range sights {
		for _, r := range j.told[g.s.Index] {
			if !slices.Contains(out, r.incident) && j.p.reading.Incidents[r.incident].Recent {
				out = append(out, r.incident)
			}
		}
	}
	if len(out) == 0 && j.p.reading.Incidents[j.main].Recent {
		out = append(out, j.main)
	}
	return out
}

// implied adds what no word of blame says, each as a weak finding: that the actor
// is named beside the incident, how the sentences about the two are told, that
// the actor speaks of it, and that those who did it are told as its people are.
func (j *inquest) implied(c *charge) {
	if len(c.sighted) == 0 {
		return
	}
	near := c.sighted[0]
	for _, g := range c.sighted {
		if g.gap < near.gap {
			near = g
		}
	}
	own := near.phrase.Span
	j.imply(c, near.s, own, own, "the actor is named beside the incident, and accused by no one")
	c.findings[len(c.findings)-1].stance = ascribe.Stance{}
	for _, g := range c.sighted {
		switch g.gap {
		case 0:
			j.imply(c, g.s, g.phrase.Span, g.phrase.Span, "the actor is named where the incident is told")
		case 1:
			j.imply(c, g.s, g.phrase.Span, g.phrase.Span, "the actor is named next to where the incident is told")
		}
	}
	if near.gap > 1 {
		j.imply(c, near.s, own, own, "the actor is named far from where the incident is told")
	}
	for i := range j.p.Sentences {
		for _, r := range j.told[i] {
			if r.incident == c.incident {
				j.imply(c, &j.p.Sentences[i], r.span, own, "the incident is told so")
			}
		}
	}
	j.impliedDeed(c, own)
	j.impliedWord(c, own)
}

// impliedWord adds that the actor speaks where the incident is told.
func (j *inquest) impliedWord(c *charge, own ascribe.Span) {
	for i := range j.p.reading.Statements {
		st := &j.p.reading.Statements[i]
		if st.Source.Mention == nil || *st.Source.Mention != c.actor.Mention.ID || j.gap(st.Anchor.Sentence, c.incident) > 1 {
			continue
		}
		c.add(finding{incident: c.incident, actor: c.actor, span: own, carrier: st, weak: true, score: 0.3,
			because: "the actor speaks where the incident is told", stance: ascribe.Stance{Connected: true, Speaker: ascribe.Self}})
		return
	}
}

// maxImplied bounds what is implied of one charge.
const maxImplied = 16

// imply adds a weak finding in the mood of a statement, and where a text without
// an author of its own tells of it without doubt, one more of the outlet that
// passes it on. What a source says stays that source's.
func (j *inquest) imply(c *charge, s *nlp.Sentence, at, own ascribe.Span, because string) {
	st := j.p.carrier(s, at)
	if st.Source.Role == ascribe.Narrator && !j.namedByOutlet(c.actor) {
		return // the outlet tells of the deed, and others alone of the actor
	}
	f := finding{incident: c.incident, actor: c.actor, span: own, carrier: st, weak: true, score: 0.3,
		because: because, stance: j.moodOf(st, c.actor, s, at)}
	c.add(f)
	if t, cued := j.p.tenorOf(st); f.stance.Position() != ascribe.Suspected && j.p.passedOn(st, f.stance.Speaker) && (!cued || t == tenorSay || t == tenorShow || t == tenorKnow) {
		f.carrier = &j.p.reading.Statements[j.p.narrator(s)]
		f.stance.Speaker = ascribe.Narrator
		f.because += ", and the outlet passes it on"
		c.add(f)
	}
}

// namedByOutlet reports whether an outlet ever names an actor in its own words, and not
// only in what others say.
func (j *inquest) namedByOutlet(actor *nlp.Chain) bool {
	for _, span := range actor.Mention.Spans {
		if s := j.p.sentenceAt(span.Start); s == nil || j.p.carrier(s, span).Source.Role == ascribe.Narrator {
			return true
		}
	}
	return false
}

// passedOn reports whether an outlet makes the words of a source its own when it
// gives them in neutral words: those of an agency, a paper, a report, or of
// somebody unnamed. What a party or an authority says stays theirs.
func (p *page) passedOn(st *ascribe.Statement, speaker ascribe.Role) bool {
	return speaker == ascribe.Unnamed || speaker == ascribe.Other && (hasWord(st.Source.Text, pressWords) || hasWord(st.Source.Text, unnamedWords))
}

// add keeps a weak finding once for each position and reason.
func (c *charge) add(f finding) {
	n := 0
	for i := range c.findings {
		if w := &c.findings[i]; w.weak {
			if n++; w.because == f.because && w.stance.Position() == f.stance.Position() {
				return
			}
		}
	}
	if n < maxImplied {
		c.findings = append(c.findings, f)
	}
}

// impliedDeed adds how the deed is told of those who did it.
func (j *inquest) impliedDeed(c *charge, own ascribe.Span) {
	if c.actor.Kind == nlp.State || c.actor.Kind == nlp.Organization {
		return
	}
	if r, ok := j.deedOf(c.incident); ok {
		j.imply(c, j.p.sentenceAt(r.span.Start), r.span, own, "those who did it are told as the actor's people are")
	}
}

// moodOf reads the stance that a statement implies towards what stands at a
// span: who speaks, and with doubt or not.
func (j *inquest) moodOf(st *ascribe.Statement, actor *nlp.Chain, s *nlp.Sentence, span ascribe.Span) ascribe.Stance {
	sc := j.scene(s)
	t, cued := j.p.tenorOf(st)
	stance := ascribe.Stance{Connected: true, Speaker: j.p.speakerRole(sc.scene, st, actor)}
	stance.Hedged = st.Modality.Hedged || sc.doubtedAt(s.TokenAt(span.Start)) || cued && (t == tenorThink || t == tenorSuspect) ||
		stance.Speaker == ascribe.Unnamed && len(st.Source.Spans) == 0
	return stance
}

// deedOf returns the first telling of an incident that individuals are said to
// have done.
func (j *inquest) deedOf(incident int) (reference, bool) {
	o := &j.p.reading.Incidents[incident]
	for _, e := range o.Roles.PerpetratorIndividuals {
		for _, span := range e.Spans {
			s := j.p.sentenceAt(span.Start)
			if s == nil {
				continue
			}
			for _, r := range j.told[s.Index] {
				if r.incident == incident {
					return reference{incident, span}, true
				}
			}
		}
	}
	return reference{}, false
}
