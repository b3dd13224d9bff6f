package extract

import (
	"cmp"
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// findStances finds who is tied to which incident, by whom, and how surely.
func (p *page) findStances() {
	if len(p.reading.Incidents) == 0 {
		return
	}
	j := newInquest(p)
	for s := range p.reports {
		if len(s.Tokens) > maxSceneTokens {
			continue
		}
		sc := j.scene(s)
		if len(sc.actors) > 0 || len(sc.lands) > 0 || sc.ownVoice() {
			j.blame(sc)
		}
	}
	j.blameRoles()
	j.judge()
	j.enter()
}

// An inquest goes through the reporting and gathers who is tied to what.
type inquest struct {
	p        *page
	told     map[int][]reference // by sentence: where incidents are told or named
	main     int                 // the incident that the article is about
	named    map[int]bool        // chains that some phrase names, rather than describes
	findings []finding
	by       map[findingKey]int
	lineup   *lineup // the candidates for roles, once they were asked for
}

// candidates are those for the roles of the incidents, as the report has them before
// anybody is blamed.
func (j *inquest) candidates() *lineup {
	if j.lineup == nil {
		j.lineup = j.p.lineUp()
	}
	return j.lineup
}

// A reference is one place where an incident is told or named.
type reference struct {
	incident int
	span     ascribe.Span
}

// A finding is one attribution before it is entered.
type finding struct {
	incident int
	actor    *nlp.Chain
	span     ascribe.Span // where the actor is named in this sentence
	stance   ascribe.Stance
	carrier  *ascribe.Statement
	loose    bool // may speak of the main incident though the sentence names none
	tried    bool // blame that was only attempted fills no role
	// foreign: a state or its forces are told to have bombarded somebody, or to have
	// struck those who do not fight. The reports that the models of blame learned from
	// hardly know such incidents, so the models do not strike them.
	foreign bool
	weak    bool // implied by where things stand, by no words of blame
	because string
	score   ascribe.Score
}

type findingKey struct {
	incident  int
	actor     ascribe.MentionID
	statement ascribe.StatementID
}

func newInquest(p *page) *inquest {
	j := &inquest{p: p, told: map[int][]reference{}, by: map[findingKey]int{}, named: map[int]bool{}}
	for i := range p.Sentences {
		for k := range p.Sentences[i].Phrases {
			if ph := &p.Sentences[i].Phrases[k]; ph.Named && ph.Chain != nlp.NoChain {
				j.named[ph.Chain] = true
			}
		}
	}
	at := map[ascribe.MentionID]int{}
	for i := range p.reading.Incidents {
		at[p.reading.Incidents[i].Incident] = i
	}
	for i := range p.reading.Mentions {
		m := &p.reading.Mentions[i]
		n, ok := at[m.ID]
		if !ok {
			continue
		}
		for _, span := range m.Spans {
			if s := p.sentenceAt(span.Start); s != nil {
				j.told[s.Index] = append(j.told[s.Index], reference{n, span})
			}
		}
	}
	for i := range p.reading.Incidents {
		if p.reading.Incidents[i].Recent {
			j.main = i
			break
		}
	}
	return j
}

// A trialScene is a sentence with the actors and the incidents in it.
type trialScene struct {
	*scene
	actors []namedActor
	lands  []namedActor // places that may be countries, for blame laid on one
	people []namedActor // named persons, for who leads
	told   []reference
}

// A namedActor is a phrase of the sentence that belongs to an actor's chain.
type namedActor struct {
	stretch
	phrase *nlp.Phrase
	chain  *nlp.Chain
}

func (j *inquest) scene(s *nlp.Sentence) *trialScene {
	sc := &trialScene{scene: &scene{p: j.p, s: s, zone: make([]int, len(s.Tokens)), title: s.Block == ascribe.Title}, told: j.told[s.Index]}
	for i := range sc.zone {
		sc.zone[i] = outside
	}
	for i := range s.Phrases {
		ph := &s.Phrases[i]
		if c := j.p.chain(ph); c != nil && j.canAct(c, ph.Chain) {
			sc.actors = append(sc.actors, namedActor{stretch{ph.First, ph.Last}, ph, c})
		} else if c != nil && c.Kind == nlp.Location && c.Country != "" && ph.Named {
			sc.lands = append(sc.lands, namedActor{stretch{ph.First, ph.Last}, ph, c})
		}
	}
	return sc
}

// canAct reports whether a chain is one that incidents are attributed to: an
// armed group that has a name, state forces, a government, another body. "The
// rebels" of whom no more is said are perpetrators, but no actor to blame.
func (j *inquest) canAct(c *nlp.Chain, n int) bool {
	if nobodyKnown(c) {
		return false
	}
	switch c.Kind {
	case nlp.Force, nlp.State:
		return true
	case nlp.Group, nlp.Organization:
		return j.named[n] || c.Mention.Actor != nil || j.collective(n)
	}
	return false
}

// nobodyKnown reports whether the fullest wording of a chain names nobody: "an occupation
// army", "its front groups".
func nobodyKnown(c *nlp.Chain) bool {
	first, _, _ := strings.Cut(strings.ToLower(c.Mention.Text), " ")
	return c.Mention.Actor == nil && c.Country == "" && setHolds("a an its their his her our", first)
}

// ownVoice reports whether the sentence has a "we" that may own up to something.
func (sc *trialScene) ownVoice() bool {
	for i := range sc.s.Tokens {
		if w := sc.low(i); w == "we" || w == "its" || w == "our" || w == "their" || w == "it" || w == "they" {
			return true
		}
	}
	return false
}

// incidentNear picks the incident that a finding at a token speaks of: one told
// or named in the sentence, the nearest first, else the article's main one.
func (j *inquest) incidentNear(sc *trialScene, at int) (int, bool) {
	best, gap := -1, 0
	pos := sc.tok(min(at, sc.len()-1)).Span.Start
	for _, r := range sc.told {
		d := max(r.span.Start-pos, pos-r.span.End, 0)
		if best < 0 || d < gap {
			best, gap = r.incident, d
		}
	}
	if best >= 0 {
		return best, true
	}
	return j.main, false
}

// find keeps a finding; of two about the same incident, actor and statement the
// surer one stays.
func (j *inquest) find(f finding) {
	key := findingKey{f.incident, f.actor.Mention.ID, f.carrier.ID}
	if i, ok := j.by[key]; ok {
		if j.findings[i].score < f.score {
			j.findings[i] = f
		}
		return
	}
	j.by[key] = len(j.findings)
	j.findings = append(j.findings, f)
}

// enter writes the findings into the reading: as attributions, as the roles of
// the incident, and as the role of a source that speaks of itself.
func (j *inquest) enter() {
	slices.SortStableFunc(j.findings, func(a, b finding) int { return cmp.Compare(a.span.Start, b.span.Start) })
	own := map[ascribe.StatementID]bool{}
	for _, f := range j.findings {
		o := &j.p.reading.Incidents[f.incident]
		j.p.reading.Attributions = append(j.p.reading.Attributions, ascribe.Attribution{
			Incident: o.Incident, Actor: f.actor.Mention.ID, Stance: f.stance,
			Statement: f.carrier.ID, Because: f.because, Score: f.score,
		})
		if f.stance.Speaker == ascribe.Self {
			own[f.carrier.ID] = true
		}
		if f.stance.Connected && !f.stance.Negated && !f.stance.Acquitted && !f.tried {
			addPerpetrator(o, f)
		}
	}
	for i := range j.p.reading.Statements {
		st := &j.p.reading.Statements[i]
		if own[st.ID] && len(st.Source.Spans) > 0 {
			st.Source.Role = ascribe.Self
		}
	}
}

// addPerpetrator fills the role of an incident that a stance ties an actor to.
func addPerpetrator(o *ascribe.Occurrence, f finding) {
	m := &f.actor.Mention
	for _, e := range o.Roles.PerpetratorOrganizations {
		if e.Mention != nil && *e.Mention == m.ID || e.Text == m.Text {
			return
		}
		for _, s := range e.Spans {
			if s.Meets(f.span) {
				return
			}
		}
	}
	id := m.ID
	e := ascribe.Entity{Mention: &id, Text: m.Text, Named: true, Spans: m.Spans, Score: f.score, Because: f.because}
	if m.ID.Kind == ascribe.PersonMention {
		o.Roles.PerpetratorIndividuals = append(o.Roles.PerpetratorIndividuals, e)
		return
	}
	o.Roles.PerpetratorOrganizations = append(o.Roles.PerpetratorOrganizations, e)
}
