package extract

import (
	"slices"
	"strconv"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// The roles of an incident, which are also the names of the models that fill them.
const (
	roleIndividual   = "perpetrator_individual"
	roleOrganization = "perpetrator_organization"
	rolePhysical     = "physical_target"
	roleHuman        = "human_target"
	roleInstrument   = "instrument"
)

var roleNames = [...]string{roleIndividual, roleOrganization, rolePhysical, roleHuman, roleInstrument}

// A candidate is something that may have taken part in an incident, with the
// places where the report has it.
type candidate struct {
	key      string // what it is told from others by: its chain, or its words
	mentions []filler
	about    []string // what is known of it whatever the incident
	parts    []played // by the rules
}

// A played is a part that the rules have a candidate play in a telling.
type played struct {
	in   *telling
	part string
}

const (
	maxCandidates = 400 // of one report
	maxMentions   = 24  // of one candidate, that are looked at
)

// A lineup is the candidates of a report, in order of first mention.
type lineup struct {
	p        *page
	list     []*candidate
	by       map[string]*candidate
	tellings map[int][]*telling          // by sentence
	blames   map[ascribe.MentionID][]int // attributions by actor
}

// lineUp lists what may fill roles: the phrases of the reporting, joined by their
// chains or their words, and what the rules found within them.
func (p *page) lineUp() *lineup {
	l := &lineup{p: p, by: map[string]*candidate{}, tellings: map[int][]*telling{}, blames: map[ascribe.MentionID][]int{}}
	for s := range p.reports {
		for _, f := range p.clauseOf(s).fillers() {
			l.add(f)
		}
	}
	for _, g := range p.incidents {
		for _, t := range g.latest() {
			l.tellings[t.clause.Index] = append(l.tellings[t.clause.Index], t)
			for _, list := range [][]filler{t.agents, t.patients, t.weapons} {
				for _, f := range list {
					l.add(f)
				}
			}
		}
	}
	for i := range p.reading.Attributions {
		a := &p.reading.Attributions[i]
		l.blames[a.Actor] = append(l.blames[a.Actor], i)
	}
	for _, k := range l.list {
		l.introduce(k)
	}
	return l
}

// add adds a mention to its candidate, unless it is there.
func (l *lineup) add(f filler) {
	key := l.p.candidateKey(f)
	if key == "" {
		return
	}
	k := l.by[key]
	if k == nil {
		if len(l.list) == maxCandidates {
			return
		}
		k = &candidate{key: key}
		l.by[key] = k
		l.list = append(l.list, k)
	}
	there := slices.ContainsFunc(k.mentions, func(g filler) bool { return g.c == f.c && g.n.head == f.n.head })
	if !there && len(k.mentions) < maxMentions {
		k.mentions = append(k.mentions, f)
	}
}

// fillers lists the phrases of a sentence that may fill a role: the outermost, and
// those within them that say what they are.
func (c *clause) fillers() []filler {
	var out []filler
	for i := range c.nominals {
		n := &c.nominals[i]
		if n.phrase != nil && fills(n.kind()) && !c.empty(n) {
			out = append(out, filler{c: c, n: n})
		}
	}
	for i := range c.Phrases {
		ph := &c.Phrases[i]
		n := c.nominalAt(ph.Head)
		if n == nil || n.phrase == nil || n.phrase == ph || ph.Head == n.head || !fills(ph.Kind) || ph.Kind == nlp.OtherPhrase {
			continue
		}
		out = append(out, filler{c: c, n: &nominal{ph.First, ph.Last, ph.Head, ph}})
	}
	return out
}

// fills reports whether a phrase of the kind may fill a role at all.
func fills(kind nlp.PhraseKind) bool {
	return kind != nlp.Time && kind != nlp.Quantity && kind != nlp.Location
}

// candidateKey tells what is the same from what is not, or is empty for what
// names nothing.
func (p *page) candidateKey(f filler) string {
	if ch := p.chain(f.n.phrase); ch != nil {
		return "chain " + strconv.Itoa(f.n.phrase.Chain)
	}
	words := strings.ToLower(flat(p.text(f.wording())))
	if f.pronoun() || pronouns[words] {
		return ""
	}
	return words
}

// clauseOf returns the clause of a sentence, made once.
func (p *page) clauseOf(s *nlp.Sentence) *clause {
	c := p.clauses[s.Index]
	if c == nil {
		c = newClause(s)
		p.clauses[s.Index] = c
	}
	return c
}

// may reports whether a mention is of the kind of thing that a role takes.
func (f filler) may(role string) bool {
	kind := f.n.kind()
	if f.c.is(f.n.head, convoys) {
		return role == rolePhysical
	}
	switch role {
	case roleIndividual:
		return (kind == nlp.Person || kind == nlp.Group || kind == nlp.Force) && !f.organization()
	case roleOrganization:
		return f.organization()
	case rolePhysical:
		if f.c.weapon(f.n) {
			return false
		}
		return kind == nlp.Facility || kind == nlp.Organization || kind == nlp.State || kind == nlp.OtherPhrase && f.thing()
	case roleHuman:
		return kind == nlp.Person || (kind == nlp.Group || kind == nlp.Force) && !f.organization()
	}
	return f.c.weapon(f.n) || kind == nlp.Weapon
}

// convoys are heads of what moves on wheels, whatever forces are in it.
const convoys = "convoy convoys motorcade motorcades patrol-car"

// part says where the rules put a mention in a telling: as agent, patient or
// weapon, or nowhere.
func (t *telling) part(f filler) string {
	is := func(g filler) bool { return g.c == f.c && g.n.head == f.n.head }
	switch {
	case t.clause.Sentence != f.c.Sentence:
		return ""
	case slices.ContainsFunc(t.agents, is):
		return "agent"
	case slices.ContainsFunc(t.patients, is):
		return "patient"
	case slices.ContainsFunc(t.weapons, is):
		return "weapon"
	}
	return ""
}

// entityOf finds the entity among those of a role that a candidate became, or -1.
func (k *candidate) entityOf(p *page, list []ascribe.Entity) int {
	return slices.IndexFunc(list, func(e ascribe.Entity) bool {
		for _, f := range k.mentions {
			if ch := p.chain(f.n.phrase); ch != nil && e.Mention != nil {
				if *e.Mention == ch.Mention.ID {
					return true
				}
				continue
			}
			if at := f.wording(); slices.ContainsFunc(e.Spans, func(s ascribe.Span) bool { return s.Meets(at) }) {
				return true
			}
		}
		return false
	})
}
