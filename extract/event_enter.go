package extract

import (
	"fmt"
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// enter writes an incident into the reading: its mention and its occurrence.
func (p *page) enter(g *incident) {
	first := g.tellings[0]
	for _, t := range g.tellings {
		if t.span().Start < first.span().Start {
			first = t
		}
	}
	m := ascribe.Mention{ID: ascribe.MentionID{Document: p.Document.ID, Kind: ascribe.IncidentMention, At: first.span().Start}}
	o := ascribe.Occurrence{Type: g.kind, Stage: g.stage(), Recent: g.recent(), Score: 0.6}
	for _, t := range g.tellings {
		m.Spans = append(m.Spans, t.span())
		if len(t.span().Of(p.Document.Text)) > len(m.Text) {
			m.Text = flat(p.text(t.span()))
		}
		st := p.carrier(t.clause.Sentence, t.span())
		if !slices.Contains(o.Statements, st.ID) {
			o.Statements = append(o.Statements, st.ID)
		}
		o.Denied = o.Denied || st.Modality.Negated && st.Source.Role != ascribe.Narrator && !p.deniesPart(st)
	}
	slices.SortFunc(m.Spans, func(a, b ascribe.Span) int { return a.Start - b.Start })
	o.Incident = m.ID
	o.Because = p.because(first)
	o.When, o.Where = g.when, g.located()
	p.fillRoles(g, &o)
	p.ground(g, &o)
	p.reading.Mentions = append(p.reading.Mentions, m)
	p.reading.Incidents = append(p.reading.Incidents, o)
}

// stage returns how far the incident got: the furthest that any telling says.
func (g *incident) stage() ascribe.Stage {
	for _, t := range g.tellings {
		if t.stage != ascribe.Accomplished {
			return t.stage
		}
	}
	return ascribe.Accomplished
}

func (g *incident) recent() bool {
	for _, t := range g.tellings {
		if !t.past {
			return true
		}
	}
	return false
}

// because says why the reading holds the incident, in words.
func (p *page) because(t *telling) string {
	why := fmt.Sprintf("%q", flat(p.text(t.span())))
	if len(t.agents) > 0 {
		why += fmt.Sprintf(" by %q", flat(p.text(t.agents[0].wording())))
	}
	if len(t.patients) > 0 {
		why += fmt.Sprintf(" of %q", flat(p.text(t.patients[0].wording())))
	}
	if len(t.weapons) > 0 {
		why += fmt.Sprintf(" with %q", flat(p.text(t.weapons[0].wording())))
	}
	return why
}

// fillRoles sorts the fillers of all tellings into the roles.
func (p *page) fillRoles(g *incident, o *ascribe.Occurrence) {
	for _, t := range g.tellings {
		for _, f := range t.agents {
			p.fillAgent(f, &o.Roles)
		}
		for _, f := range t.patients {
			p.fillPatient(f, o)
		}
		for _, f := range t.weapons {
			if e, ok := p.entity(f, 0.7); ok {
				o.Roles.Instruments = merge(o.Roles.Instruments, e)
			}
		}
	}
}

func (p *page) fillAgent(f filler, r *ascribe.Roles) {
	for _, org := range f.organizations() {
		if e, ok := p.entity(org, 0.7); ok {
			r.PerpetratorOrganizations = merge(r.PerpetratorOrganizations, e)
		}
	}
	if f.organization() {
		return
	}
	if e, ok := p.entity(f, 0.7); ok && !bystanderNamed(e.Text) {
		r.PerpetratorIndividuals = merge(r.PerpetratorIndividuals, e)
	}
}

// fillPatient enters a target: a human one, or a thing.
func (p *page) fillPatient(f filler, o *ascribe.Occurrence) {
	kind := f.n.kind()
	if kind == nlp.Quantity {
		return // a bare number is counted in a toll, not named
	}
	if kind == nlp.OtherPhrase && abstract[f.c.lower(f.n.head)] {
		return
	}
	e, ok := p.entity(f, 0.7)
	if !ok {
		return
	}
	living := f.effect == "killed" || f.effect == "injured" || f.effect == "kidnapped"
	switch {
	case f.c.is(f.n.head, convoys):
		o.Roles.PhysicalTargets = merge(o.Roles.PhysicalTargets, e)
	case kind == nlp.Person, kind == nlp.Group, kind == nlp.Force, living && kind != nlp.Facility:
		o.Roles.HumanTargets = merge(o.Roles.HumanTargets, e)
	case kind == nlp.OtherPhrase && !f.thing():
	default:
		if e.Mention == nil {
			e.Text = uncounted(f, e.Text)
		}
		o.Roles.PhysicalTargets = merge(o.Roles.PhysicalTargets, e)
	}
	p.affect(o, e, f.effect)
}

// thing reports whether a phrase of no known kind can be a target: a lower-case
// common noun that names neither a place nor an idea.
func (f filler) thing() bool {
	w := f.c.lower(f.n.head)
	return !areas[w] && !abstract[w] && len(w) > 2
}

// areas are heads for a stretch of land or town: where, not what.
var areas = wordSet("town towns city cities village villages area areas region regions zone zones outskirts capital center centre neighborhood neighborhoods " +
	"district districts department departments province provinces country countries street streets avenue corner sector sectors place places " +
	"position positions territory territories side sides front north south east west suburb suburbs border kilometer kilometers km jungle mountains hill hills")

// uncounted returns the wording of a thing without its number: how many were
// hit is not what was hit.
func uncounted(f filler, text string) string {
	for range 5 {
		first, rest, ok := strings.Cut(text, " ")
		w := strings.ToLower(first)
		_, number := numberWord(w)
		_, loose := vague[w]
		if !ok || !number && !loose && w != "least" {
			break
		}
		text = rest
	}
	return text
}

// affect enters what happened to a target that has a mention.
func (p *page) affect(o *ascribe.Occurrence, e ascribe.Entity, effect string) {
	if effect == "" || e.Mention == nil {
		return
	}
	f := ascribe.Effect{Target: *e.Mention, Effect: effect}
	if !slices.ContainsFunc(o.Effects, func(g ascribe.Effect) bool { return g.Target == f.Target && g.Effect == f.Effect }) {
		o.Effects = append(o.Effects, f)
	}
}

// abstract are heads that no incident can harm as a thing.
var abstract = wordSet("bill plan plans policy law peace process government agreement talks right rights democracy country nation " +
	"people life lives operation operations action actions place responsibility crime crimes attack attacks thing way part fire " +
	"death deaths injuries damage result results case time day days year years victims dead number majority rest one ones others " +
	"threat threats man group report reports situation charge charges order orders work hope image system")

// merge adds an entity, or joins its spans to the one that it already is.
func merge(list []ascribe.Entity, e ascribe.Entity) []ascribe.Entity {
	for i := range list {
		same := list[i].Mention != nil && e.Mention != nil && *list[i].Mention == *e.Mention
		if !same && !sameWords(list[i].Text, e.Text) {
			continue
		}
		for _, s := range e.Spans {
			if same {
				break // one chain: the spans are there
			}
			if !slices.Contains(list[i].Spans, s) {
				list[i].Spans = append(list[i].Spans, s)
			}
		}
		if len(e.Text) > len(list[i].Text) {
			list[i].Text = e.Text
		}
		return list
	}
	e.Spans = slices.Clone(e.Spans)
	return append(list, e)
}
