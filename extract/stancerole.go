package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// blameRoles makes attributions of the organizations that the telling of an
// incident itself names as its doers: "guerrillas of the Front burned the mill".
func (j *inquest) blameRoles() {
	for n := range j.p.reading.Incidents {
		o := &j.p.reading.Incidents[n]
		for _, e := range o.Roles.PerpetratorOrganizations {
			if e.Mention == nil {
				continue
			}
			if i, ok := j.p.chains[*e.Mention]; ok && j.canAct(&j.p.Chains[i], i) {
				j.blameRole(n, &j.p.Chains[i], e)
			}
		}
	}
}

// blameRole enters what each telling says: the sentences where the incident and
// its doer stand together, or the first that tells of the incident.
func (j *inquest) blameRole(n int, c *nlp.Chain, e ascribe.Entity) {
	for _, span := range e.Spans {
		s := j.p.sentenceAt(span.Start)
		if s == nil || len(s.Tokens) > maxSceneTokens {
			continue
		}
		sc := j.scene(s)
		for _, r := range sc.told {
			if r.incident != n {
				continue
			}
			j.roleFinding(sc, n, c, span, r)
			break
		}
	}
}

func (j *inquest) roleFinding(sc *trialScene, n int, c *nlp.Chain, span ascribe.Span, r reference) {
	st := j.p.carrier(sc.s, span)
	if teller := j.p.carrier(sc.s, r.span); teller.ID != st.ID && holdsAny(teller.Source.Spans, span) {
		return // the actor speaks of the incident: its own words are read by the patterns of blame
	}
	f := finding{incident: n, actor: c, span: span, carrier: st, score: 0.7,
		foreign: j.byState(n, c),
		stance:  ascribe.Stance{Connected: true, Speaker: j.p.speakerRole(sc.scene, st, c)},
		because: "the actor does what “" + j.p.text(r.span) + "” tells"}
	at, told := sc.s.TokenAt(span.Start), sc.s.TokenAt(r.span.Start)
	t, cued := j.p.tenorOf(st)
	f.stance.Hedged = sc.doubtedAt(at) || sc.doubtedAt(told) || cued && (t == tenorThink || t == tenorSuspect) ||
		st.Source.Role == ascribe.Unnamed && len(st.Source.Spans) == 0
	f.stance.Negated = cued && (t == tenorDeny || t == tenorDoubt) || sc.negatedBefore(told) || sc.negatedBefore(at)
	if !f.stance.Negated && (sc.leftOpen(told) || sc.leftOpen(at)) {
		f.stance.Connected = false
		f.because += ", which is left open"
	}
	if cued && (t == tenorWant || t == tenorPlan || t == tenorOrder || t == tenorAsk || t == tenorThreaten) {
		return // wanted, planned or asked: not said to be done
	}
	j.find(f)
}

func holdsAny(spans []ascribe.Span, in ascribe.Span) bool {
	for _, s := range spans {
		if s.Holds(in) {
			return true
		}
	}
	return false
}

// tenorOf tells what the cue of a statement says about the source's stand.
func (p *page) tenorOf(st *ascribe.Statement) (tenor, bool) {
	for _, c := range st.Cue {
		for w := range strings.FieldsSeq(strings.ToLower(p.text(c))) {
			if v := cues.verbs[w]; v != nil {
				return v.tenor, true
			}
			if n := cues.nouns[w]; n != nil {
				return n.tenor, true
			}
		}
	}
	return 0, false
}

// chainOf returns the chain of a mention, or nil.
func (p *page) chainOf(id ascribe.MentionID) *nlp.Chain {
	if i, ok := p.chains[id]; ok {
		return &p.Chains[i]
	}
	return nil
}

// voiceAtCue returns the statement whose cue holds a word, or nil.
func (p *page) voiceAtCue(s *nlp.Sentence, word ascribe.Span) *ascribe.Statement {
	for _, i := range p.voices[s.Index] {
		st := &p.reading.Statements[i]
		for _, c := range st.Cue {
			if c.Holds(word) {
				return st
			}
		}
	}
	return nil
}

// byState reports whether a state or its forces did what the models of blame hardly
// know: bombarded somebody, or struck people of whom none fights.
func (j *inquest) byState(n int, c *nlp.Chain) bool {
	if c.Kind != nlp.Force && c.Kind != nlp.State {
		return false
	}
	o := &j.p.reading.Incidents[n]
	switch o.Type {
	case ascribe.AirStrike, ascribe.Shelling:
		return true
	case ascribe.Clash, ascribe.Arrest:
		return false
	}
	for _, e := range o.Roles.HumanTargets {
		if hasWord(e.Text, ownPeople) || hasWord(e.Text, doerSorts[0].words) || hasWord(e.Text, doerSorts[2].words) {
			return false
		}
	}
	return len(o.Roles.HumanTargets) > 0
}
