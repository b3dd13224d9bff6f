package publish

import (
	"fmt"
	"strings"

	"ascribe"
)

// timeline lists every statement of the record as it was published: one entry
// for the same words of the same voice in one origin.
func (b *binder) timeline() {
	undated, all := 0, len(b.r.Cited)
	chips := b.chips()
	entries := b.public.Entries()
	for _, e := range entries {
		if e[0].Appearance.Published.IsZero() {
			undated++
		}
		b.out.Timeline = append(b.out.Timeline, b.event(e, chips))
	}
	note := fmt.Sprintf("Showing %d of %s in %s, in order of publication", all, countOf(all, "statement"), countOf(len(entries), "entry"))
	if undated > 0 {
		note += fmt.Sprintf("; %d undated, at the end", undated)
	}
	b.out.TimeNote = computed(own(note + "."))
}

func (b *binder) event(cites []ascribe.Cite, chips map[ascribe.StatementID][]chip) event {
	c := cites[0]
	s := &c.Statement
	var ids []ascribe.StatementID
	var coded []chip
	for _, x := range cites {
		ids = append(ids, x.Statement.ID)
		for _, ch := range chips[x.Statement.ID] {
			if !hasChip(coded, ch) {
				coded = append(coded, ch)
			}
		}
	}
	parts := []part{quotedPart(b.public.Words(s.ID))}
	if n := len(cites) - 1; n > 0 {
		parts = append(parts, own(" + "+countOf(n, "reprint")))
	}
	if s.SaidAt.Resolved() {
		parts = append(parts, own(", said "+dateWords(s.SaidAt)))
	}
	if c.Lapsed != nil {
		parts = append(parts, own(", "+lapseWords(c.Lapsed)))
	}
	return event{whenPublished(&c.Appearance), voiceParts(s.Source.Text, s.Source.Role, &c.Appearance), b.resting(ids, parts...), coded}
}

func hasChip(in []chip, c chip) bool {
	for _, x := range in {
		if x == c {
			return true
		}
	}
	return false
}

// chips lists, for each statement, the positions and figures that it carries.
func (b *binder) chips() map[ascribe.StatementID][]chip {
	out := map[ascribe.StatementID][]chip{}
	for _, c := range b.r.Matrix {
		for _, id := range c.Support.Statements {
			out[id] = append(out[id], chip{c.Actor.Name + ": " + phrase(c.Position), c.Position})
		}
	}
	for _, t := range b.r.Tolls {
		for _, p := range t.Course {
			text := phrase(t.Harm) + " " + figureWords(p.Toll.Figure) + pointNotes(&p)
			out[p.Toll.Statement] = append(out[p.Toll.Statement], chip{Text: text})
		}
	}
	return out
}

func (b *binder) relations() {
	for _, x := range b.r.Relations {
		v := &x.Value
		b.out.Relations = append(b.out.Relations, b.resting(x.Statements,
			called(v.Subject.Name), own(" "+relationWords(v.Kind, v.Negated)+" "), called(v.Object.Name), own(overTime(v)+", "+byOrigins(x.Origins)+".")))
	}
}

// origins lists the sources, grouped by where the reporting entered the world.
func (b *binder) origins() {
	for _, o := range byOrigin(b.r) {
		part := originPart{Name: []part{source(b.originName(o.ID))}}
		for _, d := range o.tellings {
			seen := d.Appearances
			if len(seen) == 0 {
				seen = []ascribe.Appearance{{}}
			}
			for _, a := range seen {
				part.Reports = append(part.Reports, report{
					Outlet: outletWords(&a), When: whenPublished(&a), Headline: a.Headline, URL: a.URL,
					Document: d.Document.String(), Archived: string(a.Raw), Late: d.Late, Lapsed: lapseWords(d.Lapsed),
				})
			}
		}
		part.Count = computed(own(countOf(len(part.Reports), "report")))
		for i := range o.Because {
			part.Because = append(part.Because, b.judged(&o.Because[i]))
		}
		b.out.Origins = append(b.out.Origins, part)
	}
}

// joined says why the tellings are one incident.
func (b *binder) joined() {
	for i := range b.r.Links {
		b.out.Joined = append(b.out.Joined, b.judged(&b.r.Links[i]))
	}
	b.shared()
	if len(b.out.Joined) == 0 {
		said := "No judgement is recorded that joins the reports."
		if len(b.r.Documents) == 1 {
			said = "Told in one document: nothing was joined."
		}
		b.out.Joined = []sentence{computed(own(said))}
	}
}

// shared says what several origins rest on together, and why it is taken so.
func (b *binder) shared() {
	for i := range b.r.Shared {
		x := &b.r.Shared[i]
		parts := []part{own("Counted once: "), source(sharedWords(x)), own(". ")}
		for j, r := range x.Because {
			if j > 0 {
				parts = append(parts, own("; "))
			}
			parts = append(parts, source(r.Left), own(" / "), source(r.Right))
		}
		b.out.Joined = append(b.out.Joined, inference(append(parts, own("."))...))
	}
}

// judgedWords say of two ends that they are one, and that they are not.
var judgedWords = [...][2]string{
	ascribe.SameIncident: {"tell of one incident", "do not tell of one incident"},
	ascribe.SameOrigin:   {"are one piece of reporting", "are not one piece of reporting"},
	ascribe.IsActor:      {"are one actor", "are not one actor"},
}

// judged says a judgement with what spoke for and against it.
func (b *binder) judged(l *ascribe.Link) sentence {
	same := judgedWords[l.Kind][0]
	switch l.Judgement {
	case ascribe.Different:
		same = judgedWords[l.Kind][1]
	case ascribe.Unsure, ascribe.Undecided:
		same = "were left open: whether they " + same
	}
	parts := append(append(b.end(l.Left), own(" and ")), b.end(l.Right)...)
	by := ", as a person ruled"
	if l.Provenance.Agent.Machine {
		by = ", as " + l.Provenance.Activity + " found"
	}
	parts = append(parts, own(" "+same+by))
	for i, r := range l.Because {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		parts = append(parts, own(fmt.Sprintf("%s%s %+.1f", sep, strings.ReplaceAll(r.Feature, "_", " "), r.Weight)))
		if r.Left != "" || r.Right != "" {
			parts = append(parts, own(" ("), source(r.Left), own(" / "), source(r.Right), own(")"))
		}
	}
	return inference(append(parts, own("."))...)
}

// end names one end of a link: the article, or the id as it stands.
func (b *binder) end(id string) []part {
	var m ascribe.MentionID
	var doc ascribe.DocumentID
	if m.UnmarshalText([]byte(id)) == nil {
		doc = m.Document
	} else if doc.UnmarshalText([]byte(id)) != nil {
		return []part{code(id)}
	}
	for _, d := range b.r.Documents {
		if d.Document == doc && len(d.Appearances) > 0 {
			a := &d.Appearances[0]
			return []part{called(outletWords(a)), own(" (" + whenPublished(a) + ")")}
		}
	}
	return []part{code(short(doc.String()))}
}
