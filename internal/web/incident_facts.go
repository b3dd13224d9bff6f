package web

import (
	"html/template"
	"strings"

	"ascribe"
	"ascribe/publish"
)

// A fact is one row of the summary: all that is given for one thing.
type fact struct {
	Label string
	Says  []line
}

// facts sums up what is told, each value with who says so.
func (b *sheet) facts() []fact {
	var out []fact
	add := func(key string, says []line) {
		if len(says) > 0 {
			out = append(out, fact{b.t(key), says})
		}
	}
	add("fact.what", b.types())
	add("fact.stage", sourced(b, b.p.Stages, func(s *ascribe.Stage) template.HTML { return text(capital(b.word("stage", *s))) }))
	add("fact.when", b.dates())
	add("fact.where", b.wheres())
	add("fact.targets", b.things(b.p.Targets))
	add("fact.means", b.things(b.p.Weapons))
	return out
}

// sourced says values, each with the origins that give it.
func sourced[T any](b *sheet, in []ascribe.Sourced[T], says func(*T) template.HTML) []line {
	var out []line
	for i := range in {
		out = append(out, b.resting(in[i].Statements, joined(", ", says(&in[i].Value), text(b.byOrigins(in[i].Origins)))))
	}
	return out
}

func (b *sheet) types() []line {
	out := sourced(b, b.p.Types, func(k *ascribe.IncidentType) template.HTML { return text(capital(b.word("type", *k))) })
	if len(out) == 0 {
		out = []line{{Says: text(capital(b.word("type", b.p.Type))), Mark: b.t("mark.inferred")}}
	}
	return out
}

func (b *sheet) dates() []line {
	out := sourced(b, b.p.Dates, func(d *ascribe.Date) template.HTML {
		says := []template.HTML{text(capital(b.date(d)))}
		if d.Text != "" {
			says = append(says, b.say("fact.words", quote(d.Text)))
		}
		if d.Basis != ascribe.NoBasis {
			says = append(says, text(b.word("basis", d.Basis)))
		}
		return joined(", ", says...)
	})
	if len(out) == 0 {
		out = []line{{Says: text(b.t("date.none"))}}
	}
	return out
}

func (b *sheet) wheres() []line {
	out := sourced(b, b.p.Places, func(p *ascribe.Place) template.HTML {
		says := []template.HTML{name(strings.Join(placeParts(p), ", ")), text(b.nearness(p))}
		if p.Name != "" && p.Text != "" && p.Text != p.Name {
			says = append(says, b.say("fact.words", quote(p.Text)))
		}
		return joined(", ", says...)
	})
	if len(out) == 0 {
		out = []line{{Says: text(b.t("place.none"))}}
	}
	return out
}

// nearness says how closely a place is known, after UCDP where_prec.
func (t *tongue) nearness(p *ascribe.Place) string {
	return t.t("nearness." + string(rune('0'+min(max(p.Precision, 0), 7))))
}

// things gives targets or weapons in the words of the articles; private persons are
// counted.
func (b *sheet) things(in []ascribe.Sourced[ascribe.Entity]) []line {
	var out []line
	var private []ascribe.StatementID
	people := 0
	for _, x := range in {
		if isPrivate(&x.Value) {
			people++
			private = append(private, x.Statements...)
			continue
		}
		out = append(out, b.resting(x.Statements, joined(", ", quote(x.Value.Text), text(b.byOrigins(x.Origins)))))
	}
	if people > 0 {
		out = append(out, b.resting(private, text(b.n("count.private", people))))
	}
	return out
}

// contested says what the sources disagree on: in the program's words, which are
// English.
func (b *sheet) contested() []line {
	var out []line
	for _, c := range b.p.Contested {
		l := line{Says: text(capital(visible(c)) + ".")}
		if b.Code != "en" {
			l.Lang = "en"
		}
		out = append(out, l)
	}
	if len(out) == 0 {
		key := "contested.nothing"
		if b.p.Standing() < 2 {
			key = "contested.one"
		}
		out = []line{{Says: text(b.t(key))}}
	}
	return out
}

// relations says how the actors stand to each other.
func (b *sheet) relations() []line {
	return sourced(b, b.p.Relations, func(r *ascribe.ActorRelation) template.HTML { return b.related(r, b.actorLink) })
}

// related says how one actor stands to another, and over what time. called names an
// actor.
func (v *visit) related(r *ascribe.ActorRelation, called func(ascribe.ActorRef) template.HTML) template.HTML {
	key := "relation." + r.Kind.String()
	if r.Negated {
		key += ".not"
	}
	says := []template.HTML{v.say(key, called(r.Subject), called(r.Object))}
	if r.From != nil {
		says = append(says, text(v.t("relation.from", v.date(r.From))))
	}
	if r.To != nil {
		says = append(says, text(v.t("relation.to", v.date(r.To))))
	}
	return joined(", ", says...)
}

// actorLink names an actor and leads to its page.
func (v *visit) actorLink(a ascribe.ActorRef) template.HTML {
	if a.ID == "" {
		return name(v.actor(a))
	}
	return template.HTML(`<a href="`+template.HTMLEscapeString(v.to("actors", string(a.ID)))+`">`) + name(v.actor(a)) + `</a>` // escaped
}

// isPrivate reports whether a target is a private person, who is counted.
func isPrivate(e *ascribe.Entity) bool { return e.Text == publish.PrivatePerson }
