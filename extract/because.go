package extract

import (
	"fmt"
	"strings"

	"ascribe"
)

// dateBecause says from what a date expression was counted.
func (p *page) dateBecause(w *when, d *ascribe.Date, anchor *textAnchor) string {
	const form = "2 January 2006"
	switch d.Basis {
	case ascribe.Explicit:
		return "its words name the days themselves"
	case ascribe.RelativeToPublication:
		return "counted from the publication on " + p.published().Format(form) + w.tense.because()
	case ascribe.RelativeToText:
		if _, ok := w.form.(relativeDay); ok || anchor == nil {
			return "counted from the day that the text gives last before it"
		}
		return "counted from " + anchor.day.Format(form) + ", which the text gives both by number and by weekday"
	}
	if w.form == nil {
		return "left open: the words are too vague to name days"
	}
	return "left open: neither the text nor a printed date of publication fixes the day that it is counted from"
}

// because tells how a tense took part in counting a date.
func (t tense) because() string {
	switch t {
	case pastTense:
		return ", backwards: the sentence tells what was"
	case futureTense:
		return ", forwards: the sentence tells what is to come"
	}
	return ""
}

// stageWords are the words by which a stage is read, for its reason alone.
var stageWords = map[ascribe.Stage]string{
	ascribe.Attempted: "tried trying attempted attempting tries attempts sought attempt failed unsuccessful abortive plot plots " +
		"defuse defused deactivate deactivated deactivating defusing disarmed neutralized dismantled dismantle",
	ascribe.Threatened: "threatened threatens threatening threaten threat threats warn warns warned warning",
	ascribe.Foiled:     "foiled thwarted foil thwart frustrated prevented averted stopped uncovered discovered",
}

// ground writes the reasons of an incident's values that have none yet.
func (p *page) ground(g *incident, o *ascribe.Occurrence) {
	o.Grounds.Type = p.typeBecause(g)
	o.Grounds.Stage = p.stageBecause(g, o.Stage)
	o.Grounds.Recent = p.recentBecause(g, o.Recent)
	if o.Denied {
		o.Grounds.Denied = "a voice in the text says that it did not happen"
	}
	for _, t := range g.tellings {
		p.groundCast(t, o)
	}
	if o.When != nil {
		d := *o.When
		why := g.whenBecause
		if why == "" {
			why = p.nearBecause(g, d.Span)
		}
		d.Because = joinReasons(d.Because, why)
		o.When = &d
	}
	if o.Where != nil {
		w := *o.Where
		w.Because = joinReasons(w.Because, p.nearBecause(g, w.Span))
		o.Where = &w
	}
}

// joinReasons sets two reasons side by side.
func joinReasons(a, b string) string {
	if a == "" || b == "" || strings.Contains(a, b) {
		return a + b
	}
	return a + "; " + b
}

// typeBecause names the trigger that gives the incident its type, by itself or
// with the weapon beside it.
func (p *page) typeBecause(g *incident) string {
	kind := strings.ReplaceAll(g.kind.String(), "_", " ")
	for _, t := range g.tellings {
		x := lexemes[t.clause.lower(t.first)]
		if t.kind == g.kind && (t.last-t.first > 1 || x.isVerb && x.verb.kind == g.kind || x.isNoun && x.noun.kind == g.kind) {
			return fmt.Sprintf("“%s” tells of it as %s", p.told(t), kind)
		}
	}
	for _, t := range g.tellings {
		if t.kind == g.kind && len(t.weapons) > 0 {
			return fmt.Sprintf("“%s” with “%s” tells of it as %s", p.told(t), flat(p.text(t.weapons[0].wording())), kind)
		}
	}
	return fmt.Sprintf("“%s” and what else is told of it make it %s", p.told(g.tellings[0]), kind)
}

// stageBecause names the word that keeps an incident from having been carried
// out, or says that there is none.
func (p *page) stageBecause(g *incident, stage ascribe.Stage) string {
	if stage == ascribe.Accomplished {
		return "told as done: no word of an attempt, a threat or a failure goes with “" + p.told(g.tellings[0]) + "”"
	}
	for _, t := range g.tellings {
		if t.stage != stage {
			continue
		}
		for i := max(0, t.first-8); i < min(len(t.clause.Tokens), t.last+14); i++ {
			if t.clause.is(i, stageWords[stage]) {
				return "“" + t.clause.Tokens[i].Text + "” goes with “" + p.told(t) + "”"
			}
		}
		return "“" + p.told(t) + "” tells of it so"
	}
	return "none of its tellings has it carried out"
}

// recentBecause tells news from background.
func (p *page) recentBecause(g *incident, recent bool) string {
	for _, t := range g.tellings {
		switch {
		case recent && !t.past:
			return "“" + p.told(t) + "” is told as this article's news: no earlier year, no anniversary, no date long before the publication"
		case !recent && p.old(t.when):
			return "“" + flat(t.when.Text) + "” lies more than ten weeks before the publication"
		}
	}
	if recent {
		return "one of its tellings is of this article's news"
	}
	return "every telling of it looks back: an earlier year, or words such as “years ago”"
}

// nearBecause says which words of an incident a date or place stands with.
func (p *page) nearBecause(g *incident, at ascribe.Span) string {
	for _, t := range g.tellings {
		if t.clause.Span.Holds(at) {
			return "it stands with “" + p.told(t) + "” in one sentence"
		}
	}
	return "it is given for “" + p.told(g.tellings[0]) + "”"
}

// groundCast gives the entities and effects that one telling brought their
// reason: what the grammar has them do in it.
func (p *page) groundCast(t *telling, o *ascribe.Occurrence) {
	r := &o.Roles
	word := p.told(t)
	for _, f := range t.agents {
		p.groundEntity(f, "does what “"+word+"” tells", r.PerpetratorOrganizations, r.PerpetratorIndividuals)
	}
	for _, f := range t.patients {
		why := "is struck by what “" + word + "” tells"
		if t.frame == blast || t.frame == bursting || t.frame == setting {
			why = "stands where “" + word + "” puts it"
		}
		p.groundEntity(f, why, r.PhysicalTargets, r.HumanTargets)
	}
	for _, f := range t.weapons {
		p.groundEntity(f, "is the means of “"+word+"”", r.Instruments)
	}
	for i := range o.Effects {
		if o.Effects[i].Because == "" {
			o.Effects[i].Because = "“" + word + "” does it to its target"
		}
	}
}

// groundEntity gives the entities that a filler became their reason.
func (p *page) groundEntity(f filler, why string, lists ...[]ascribe.Entity) {
	at := f.wording()
	for _, list := range lists {
		for i := range list {
			if list[i].Because != "" {
				continue
			}
			for _, s := range list[i].Spans {
				if s.Meets(at) {
					list[i].Because = "“" + flat(p.text(at)) + "” " + why
				}
			}
		}
	}
}

// told returns the words by which a telling tells.
func (p *page) told(t *telling) string { return flat(p.text(t.span())) }

// deniesPart reports whether a voice denies its own part in what happened, not
// that it happened: "denied any part in the attack".
func (p *page) deniesPart(st *ascribe.Statement) bool {
	if len(st.Content) == 0 {
		return false
	}
	words := strings.Fields(strings.ToLower(p.text(st.Content[0])))
	for _, w := range words[:min(len(words), 6)] {
		if partNouns[w] || ownNouns[w] {
			return true
		}
	}
	return false
}
