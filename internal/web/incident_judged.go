package web

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"ascribe"
)

// changes says what became of what was said: who went over to another position, and
// which words were taken back or are gone.
func (b *sheet) changes() []line {
	var out []line
	for i := range b.p.Turns {
		t := &b.p.Turns[i]
		source := name(t.Source)
		if isPrivateVoice(t.Role) || t.Source == "" {
			source = text(b.word("role", t.Role))
		}
		when := b.moment(t.At)
		out = append(out, b.resting(t.Statements, b.say("turn", source, name(t.Actor.Name), b.word("position", t.From), b.word("position", t.To), when)))
	}
	for i := range b.cites {
		if c := &b.cites[i]; c.Lapsed != nil {
			out = append(out, b.resting([]ascribe.StatementID{c.Statement.ID}, b.say("lapsed", quote(c.Words), name(b.outlet(&c.Appearance)), b.lapse(c.Lapsed))))
		}
	}
	return out
}

// joined says why the tellings are one incident, and what several origins share.
func (b *sheet) joined() []line {
	var out []line
	for i := range b.p.Links {
		out = append(out, b.judged(&b.p.Links[i]))
	}
	for i := range b.p.Shared {
		x := &b.p.Shared[i]
		who := make([]string, len(x.Who))
		for j, w := range x.Who {
			who[j] = visible(w)
		}
		out = append(out, line{Says: joined(": ", b.say("shared."+x.Kind.String(), name(b.list(who))), b.because(x.Because))})
	}
	return out
}

// judged says a judgement with what spoke for and against it.
func (b *sheet) judged(l *ascribe.Link) line {
	key := "judged." + l.Kind.String() + "." + l.Judgement.String()
	by := b.t("judged.person")
	if l.Provenance.Agent.Machine {
		by = b.t("judged.machine")
	}
	says := joined(", ", b.say(key, b.end(l.Left), b.end(l.Right)), text(by))
	return line{Says: joined(": ", says, b.because(l.Because))}
}

// because lists the reasons of a judgement, in the program's words, which are
// English.
func (b *sheet) because(reasons []ascribe.Reason) template.HTML {
	var out []template.HTML
	for _, r := range reasons {
		says := text(fmt.Sprintf("%s %+.1f", strings.ReplaceAll(visible(r.Feature), "_", " "), r.Weight))
		if r.Left != "" || r.Right != "" {
			says += " (" + name(r.Left) + " / " + name(r.Right) + ")"
		}
		out = append(out, says)
	}
	if len(out) == 0 {
		return ""
	}
	return `<span lang="en">` + joined("; ", out...) + `</span>`
}

// end names one end of a link: the article, or the id as it stands.
func (b *sheet) end(id string) template.HTML {
	doc, ok := ascribe.DocumentOf(id)
	if !ok {
		return name(id)
	}
	label := name(doc.String()[:12])
	if a := b.outlets[doc]; a != nil {
		label = name(b.outlet(a)) + text(" ("+b.published(a)+")")
	}
	return template.HTML(`<a href="`+template.HTMLEscapeString(b.to("articles", doc.String()))+`">`) + label + `</a>` // escaped
}

// A decisionView is what a person ruled that bears on the record and stands.
type decisionView struct {
	ID, Act, When, Reason string
	Refs                  refs
}

func (b *sheet) decisions() []decisionView {
	var out []decisionView
	for i := range b.p.Decisions {
		d := &b.p.Decisions[i]
		view := decisionView{d.ID, b.word("act", d.Act), b.moment(d.At), visible(d.Reason), b.refs(d.Statements...)}
		if d.Correction != nil {
			view.Act += ": " + b.word("slot", d.Correction.Slot)
		}
		if d.Coding != nil {
			view.Act += ": " + b.codedSlot(d.Coding)
			view.Refs = b.refs(d.Coding.Statement.ID)
		}
		out = append(out, view)
	}
	slices.Reverse(out) // the last first
	return out
}
