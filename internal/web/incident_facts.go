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
	More  []line // what is folded
}

// mostValues is how many values of one thing stand unfolded.
const mostValues = 6

// facts sums up what is told, each value with who says so.
func (b *sheet) facts() []fact {
	var out []fact
	add := func(key string, says []line) {
		if len(says) > 0 {
			n := len(says)
			if n > mostValues+1 {
				n = mostValues
			}
			out = append(out, fact{b.t(key), says[:n], says[n:]})
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
// English; in another language by who stands where, with those words to unfold.
func (b *sheet) contested() (out, english []line) {
	for _, c := range b.p.Contested {
		english = append(english, line{Says: text(capital(visible(c)) + ".")})
	}
	switch {
	case len(english) == 0 && b.p.Standing() < 2:
		return []line{{Says: text(b.t("contested.one"))}}, nil
	case len(english) == 0:
		return []line{{Says: text(b.t("contested.nothing"))}}, nil
	case b.Code == codes[0]:
		return english, nil
	}
	return append(b.disputes(), b.ranges()...), english
}

// disputes says each position that could be disputed, with whose it is.
func (b *sheet) disputes() []line {
	var out []line
	for i := range b.p.Matrix {
		c := &b.p.Matrix[i]
		cite := b.cited(c.Support.Statements)
		if c.Position == ascribe.Possible || c.Lapsed != nil || !c.Until.IsZero() || cite == nil {
			continue
		}
		who := b.voice(c.Role, c.Source, &cite.Appearance)
		key := "dispute." + c.Position.String()
		if (c.Position == ascribe.Claimed || c.Position == ascribe.Denied) && c.Role == ascribe.Self {
			key += ".self"
		}
		out = append(out, b.resting(c.Support.Statements, b.say(key, name(b.actor(c.Actor)), name(who.Name))))
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// ranges says the tolls that are given otherwise by different sources.
func (b *sheet) ranges() []line {
	var out []line
	for i := range b.p.Tolls {
		t := &b.p.Tolls[i]
		if t.Figure.Low != ascribe.Unknown && t.Figure.High != ascribe.Unknown && t.Figure.Low != t.Figure.High {
			out = append(out, line{Says: b.say("dispute.toll", capital(b.word("harm", t.Harm)), b.figure(t.Figure))})
		}
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
