package extract

import (
	"cmp"
	"slices"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// A Casting is what a question asks of an incident: whether a candidate fills a
// role of it.
type Casting struct {
	Incident ascribe.MentionID
	Role     string
	Wordings []string // of the candidate, as the report has them
	Near     bool     // the candidate stands in a sentence that tells of the incident
}

// chooseRoles fills the roles of the incidents anew, from all that the report
// names, once it is known who is blamed. Roles without a model stay as the rules
// filled them.
func (p *page) chooseRoles() {
	if len(p.incidents) == 0 {
		return
	}
	p.judgeNews()
	l := p.lineUp()
	chosen := make([]ascribe.Roles, len(p.incidents))
	for i, g := range p.incidents {
		chosen[i] = l.fill(g, &p.reading.Incidents[i])
	}
	for i := range p.incidents {
		p.reading.Incidents[i].Roles = chosen[i]
	}
}

// fill returns the roles of an incident: of each candidate it is asked once for
// every role that it may fill.
func (l *lineup) fill(g *incident, o *ascribe.Occurrence) ascribe.Roles {
	var lists [len(roleNames)][]taken
	var learned [len(roleNames)]bool
	for _, k := range l.list {
		var s closest
		var fs *features
		for i, role := range roleNames {
			byRules := *rolesList(&o.Roles, role)
			if !k.may(role) && (role != roleHuman || k.entityOf(l.p, byRules) < 0) {
				continue
			}
			if fs == nil {
				s = k.closestTo(g)
				fs = l.features(k, &s, o)
			}
			e, ok := l.ask(role, k, &s, fs, o)
			learned[i] = learned[i] || ok
			if e != nil {
				lists[i] = append(lists[i], *e)
			}
		}
	}
	roles := o.Roles
	for i, role := range roleNames {
		if learned[i] {
			*rolesList(&roles, role) = l.oneEach(role, lists[i])
		}
	}
	return roles
}

// rolesList returns the entities of a role by its name.
func rolesList(r *ascribe.Roles, role string) *[]ascribe.Entity {
	switch role {
	case roleIndividual:
		return &r.PerpetratorIndividuals
	case roleOrganization:
		return &r.PerpetratorOrganizations
	case rolePhysical:
		return &r.PhysicalTargets
	case roleHuman:
		return &r.HumanTargets
	}
	return &r.Instruments
}

// ask asks whether a candidate fills a role, and returns it as the entity if so; ok
// is false where no model knows the role.
func (l *lineup) ask(role string, k *candidate, s *closest, fs *features, o *ascribe.Occurrence) (e *taken, ok bool) {
	byRules := *rolesList(&o.Roles, role)
	byRule := k.entityOf(l.p, byRules) >= 0
	q := &Question{Task: role, Features: append(slices.Clip(fs.list), vacancy(byRules, byRule)), Span: s.wording(), Taken: byRule}
	if l.p.see != nil {
		q.Text = flat(l.p.text(q.Span))
		q.About = Casting{Incident: o.Incident, Role: role, Wordings: k.wordings(l.p), Near: s.apart == 0}
	}
	m, odds := l.p.ask(q)
	if m == nil {
		return nil, false
	}
	sure := odds
	if byRule {
		sure += trust(role, s)
	}
	if sure < m.Least+certain && weigh.Both(sure, s.news) < weigh.Both(m.Least, usualNews) {
		return nil, true
	}
	entity, known := l.entity(role, k, s, odds)
	if !known {
		return nil, true
	}
	entity.Because = m.Reasons(q.Features, 4)
	return &taken{entity, s.filler, odds}, true
}

// certain are odds, above what a model asks for, that no doubt about the incident
// can lower.
const certain = 10000

// trust is how far, as odds, the grammar of the rules is trusted against a model.
// Of people without a name the key of MUC-4 lists few, so that a model that learned
// from it knows little of them: there the grammar decides nearly alone. Elsewhere it
// has a say where the sentence itself gives the part.
func trust(role string, s *closest) weigh.Odds {
	switch {
	case role == roleHuman && !named([]filler{s.filler}):
		return 20000
	case s.part == "" && (role != roleOrganization || s.apart != 0):
		return 300
	case role == roleInstrument:
		return 600
	case role == rolePhysical && s.telling.frame != blast && s.telling.frame != setting:
		return 3000
	}
	return 1500
}

// A taken is an entity that a model took, with the mention that it was taken for.
type taken struct {
	ascribe.Entity
	of   filler
	odds weigh.Odds
}

// oneEach joins what is one thing under several descriptions, the surest first:
// "the guerrillas", "a rebel column" and "the attackers" of one incident.
func (l *lineup) oneEach(role string, list []taken) []ascribe.Entity {
	slices.SortStableFunc(list, func(a, b taken) int { return cmp.Compare(b.odds, a.odds) })
	var out []ascribe.Entity
	var kept []taken
	for _, e := range list {
		i := slices.IndexFunc(kept, func(k taken) bool { return alike(role, k, e) })
		if i < 0 {
			n := len(out)
			if out = merge(out, e.Entity); len(out) > n {
				kept = append(kept, e)
			}
			continue
		}
		for _, s := range e.Spans {
			if !slices.Contains(out[i].Spans, s) {
				out[i].Spans = append(out[i].Spans, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ascribe.Entity) int { return a.Spans[0].Start - b.Spans[0].Start })
	return out
}

// alike reports whether two fillers of a role are likely one: descriptions of those
// who did it that do not count differently, or two words for a bomb.
func alike(role string, a, b taken) bool {
	switch role {
	case roleIndividual:
		return !a.Named && !b.Named && !(a.of.c.counted(a.of.n) && b.of.c.counted(b.of.n)) && manyOf(a.of) == manyOf(b.of)
	case roleInstrument:
		return a.of.c.is(a.of.n.head, bombWords) && b.of.c.is(b.of.n.head, bombWords)
	}
	return false
}

const bombWords = "bomb bombs device devices charge charges explosive explosives car-bomb car-bombs carbomb"

// manyOf reports whether a filler means several.
func manyOf(f filler) bool {
	return f.n.phrase != nil && (f.n.phrase.Plural || f.n.phrase.Kind == nlp.Group || f.n.phrase.Kind == nlp.Force)
}

// may reports whether any mention of a candidate may fill a role.
func (k *candidate) may(role string) bool {
	for _, f := range k.mentions {
		if !f.pronoun() && f.may(role) {
			return true
		}
	}
	return false
}

// wordings lists the words of all mentions of a candidate, as they would be
// entered.
func (k *candidate) wordings(p *page) []string {
	var out []string
	for _, f := range k.mentions {
		if e, ok := p.entity(f, 0); ok {
			out = append(out, e.Text)
		}
		out = append(out, flat(p.text(f.wording())))
	}
	return out
}

// entity makes the entity of a candidate in the wording that suits the role.
func (l *lineup) entity(role string, k *candidate, s *closest, odds weigh.Odds) (ascribe.Entity, bool) {
	f := s.filler
	if f.pronoun() || !f.may(role) {
		for _, g := range k.mentions {
			if !g.pronoun() && g.may(role) {
				f = g
				break
			}
		}
	}
	e, ok := l.p.entity(f, ascribe.Score(odds.Score()))
	if role == rolePhysical && e.Mention == nil {
		e.Text = uncounted(f, e.Text)
	}
	return e, ok
}
