package publish

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ascribe"
)

// A binder builds one chapter, and numbers its notes.
type binder struct {
	r      *ascribe.Record // of public
	public *Public
	out    *chapter
	next   *int // the last number given out in the dossier
	number map[ascribe.StatementID]int
}

func newChapter(full *ascribe.Record, n int, last *int) *chapter {
	b := &binder{out: &chapter{Number: n, Incident: string(full.Incident)}, next: last, number: map[ascribe.StatementID]int{}}
	b.public = PublicOf(full)
	b.r = b.public.Record
	b.out.Title, b.out.Kind = b.r.Title, what(b.r)
	if b.out.Title == "" {
		b.out.Title = capital(b.out.Kind)
	}
	b.facts()
	b.contested()
	b.tolls()
	b.matrix()
	b.timeline()
	b.relations()
	b.origins()
	b.joined()
	return b.out
}

// most is how many notes one place lists; the others follow in the timeline.
const most = 6

// cite refers to the statements that are in the record: one of each origin
// first.
func (b *binder) cite(ids ...ascribe.StatementID) part {
	var firsts, rest []ascribe.StatementID
	seen := map[ascribe.StatementID]bool{}
	from := map[ascribe.OriginID]bool{}
	for _, id := range ids {
		c, ok := b.r.Cited[id]
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		if from[c.Origin] {
			rest = append(rest, id)
			continue
		}
		from[c.Origin] = true
		firsts = append(firsts, id)
	}
	p := part{As: notes}
	for i, id := range append(firsts, rest...) {
		if i == most {
			p.More = len(firsts) + len(rest) - most
			break
		}
		p.Notes = append(p.Notes, b.note(id))
	}
	slices.SortFunc(p.Notes, func(a, b ref) int { return a.Number - b.Number })
	return p
}

// note returns the reference to a statement's note, writing the note when it is
// first asked for.
func (b *binder) note(id ascribe.StatementID) ref {
	if n, ok := b.number[id]; ok {
		return ref{Number: n}
	}
	*b.next++
	b.number[id] = *b.next
	c := b.r.Cited[id]
	s, a := &c.Statement, &c.Appearance
	b.out.Notes = append(b.out.Notes, note{
		Number: *b.next, Outlet: outletWords(a), When: whenPublished(a), Quote: c.Words, URL: a.URL,
		Voice:  voiceParts(s.Source.Text, s.Source.Role, a),
		Anchor: s.Anchor.Document.String() + "#" + strconv.Itoa(s.Anchor.Sentence), Statement: id.String(),
		Origin: b.originName(c.Origin),
	})
	return ref{*b.next}
}

// resting is a sentence that rests on statements; one with none of them in the
// record is marked as what it then is.
func (b *binder) resting(ids []ascribe.StatementID, parts ...part) sentence {
	p := b.cite(ids...)
	if len(p.Notes) == 0 {
		return inference(append(parts, own(" (no statement of this record says so)"))...)
	}
	return sentence{append(parts, p), cited}
}

func (b *binder) originName(id ascribe.OriginID) string {
	for _, o := range b.r.Origins {
		if o.ID == id && o.Name != "" {
			return o.Name
		}
	}
	return "origin " + short(id.String())
}

func (b *binder) fact(label string, says ...sentence) {
	if len(says) > 0 {
		b.out.Facts = append(b.out.Facts, fact{label, says})
	}
}

func (b *binder) facts() {
	r := b.r
	var what []sentence
	for _, v := range r.Types {
		what = append(what, b.resting(v.Statements, own(capital(phrase(v.Value))+", "+byOrigins(v.Origins))))
	}
	if len(what) == 0 {
		what = append(what, inference(own(capital(phrase(r.Type)))))
	}
	b.fact("What", what...)
	var stages []sentence
	for _, v := range r.Stages {
		stages = append(stages, b.resting(v.Statements, own(capital(phrase(v.Value))+", "+byOrigins(v.Origins))))
	}
	b.fact("Stage", stages...)
	b.fact("When", b.dates()...)
	b.fact("Where", b.places()...)
	b.fact("Targets", b.things(r.Targets)...)
	b.fact("Means", b.things(r.Weapons)...)
	for _, t := range r.Tolls {
		b.fact(capital(phrase(t.Harm)), append([]sentence{b.figure(&t)}, b.otherRules(&t)...)...)
	}
	if b.out.Killed.Parts == nil {
		b.out.Killed = computed(own("not stated"))
	}
	b.fact("Told in", computed(own(toldIn(r))))
}

func (b *binder) dates() []sentence {
	var out []sentence
	for _, v := range b.r.Dates {
		d := v.Value
		parts := []part{own(capital(dateWords(&d)))}
		if d.Text != "" {
			parts = append(parts, own(", in the words "), quotedPart(d.Text))
		}
		if basis := basisWords(d.Basis); basis != "" {
			parts = append(parts, own(", "+basis))
		}
		parts = append(parts, own(", "+byOrigins(v.Origins)))
		out = append(out, b.resting(v.Statements, parts...))
	}
	b.out.When = computed(own(dateWords(told(b.r))))
	for _, v := range b.r.Dates {
		if b.r.When != nil && v.Value.From.Equal(b.r.When.From) && v.Value.To.Equal(b.r.When.To) {
			b.out.When = b.resting(v.Statements, own(dateWords(b.r.When)))
			break
		}
	}
	if len(out) == 0 {
		out = append(out, computed(own("Not stated")))
	}
	return out
}

func (b *binder) places() []sentence {
	var out []sentence
	for _, v := range b.r.Places {
		p := v.Value
		parts := []part{called(strings.Join(placeParts(&p), ", ")), own(", " + nearness(&p))}
		if p.Name != "" && p.Text != "" && p.Text != p.Name {
			parts = append(parts, own(", in the words "), quotedPart(p.Text))
		}
		if p.Point == nil {
			parts = append(parts, own(", no coordinates known"))
		}
		parts = append(parts, own(", "+byOrigins(v.Origins)))
		out = append(out, b.resting(v.Statements, parts...))
	}
	b.out.Where = computed(own("not stated"))
	if w := b.r.Where; w != nil {
		b.out.Where = inference(called(strings.Join(placeParts(w), ", ")))
		for _, v := range b.r.Places {
			if v.Value.Name == w.Name && v.Value.Country == w.Country && v.Value.Text == w.Text {
				b.out.Where = b.resting(v.Statements, called(strings.Join(placeParts(w), ", ")))
				break
			}
		}
	}
	if len(out) == 0 {
		out = append(out, computed(own("Not stated")))
	}
	return out
}

// things gives targets or weapons in the words of the articles; private persons
// are counted.
func (b *binder) things(in []ascribe.Sourced[ascribe.Entity]) []sentence {
	var out []sentence
	var private []ascribe.StatementID
	people := 0
	for _, v := range in {
		if v.Value.Text == PrivatePerson {
			people++
			private = append(private, v.Statements...)
			continue
		}
		out = append(out, b.resting(v.Statements, quotedPart(v.Value.Text), own(", "+byOrigins(v.Origins))))
	}
	if people > 0 {
		out = append(out, b.resting(private, own(countOf(people, "private person")+", counted and not named")))
	}
	return out
}

// figure says a toll by its rule.
func (b *binder) figure(t *ascribe.TollRange) sentence {
	ids := statementsOf(t)
	s := computed(append([]part{own(bounds(t.Figure) + ", by the rule “")}, append(made(string(t.Policy)), own("”"), b.cite(ids...))...)...)
	if t.Harm == ascribe.Killed && b.out.Killed.Parts == nil {
		b.out.Killed = computed(own(figureWords(t.Figure)), b.cite(ids...))
	}
	return s
}

// otherRules says what the newest of the other rules make of the same figures.
func (b *binder) otherRules(t *ascribe.TollRange) []sentence {
	var out []sentence
	for _, p := range newest(t) {
		_, f, _ := t.By(p)
		out = append(out, computed(append(append([]part{own(capital(figureWords(f)) + ", by the rule “")}, made(string(p))...), own("”"))...))
	}
	return out
}

// newest lists the other policies that a toll was reckoned by, of each name the
// newest version.
func newest(t *ascribe.TollRange) []ascribe.Policy {
	var out []ascribe.Policy
	for _, p := range t.Policies()[1:] {
		if p.Name() != t.Policy.Name() && (len(out) == 0 || out[len(out)-1].Name() != p.Name()) {
			out = append(out, p)
		}
	}
	return out
}

func statementsOf(t *ascribe.TollRange) []ascribe.StatementID {
	ids := make([]ascribe.StatementID, len(t.Course))
	for i, p := range t.Course {
		ids[i] = p.Toll.Statement
	}
	return ids
}

// when says since when a statement stands, as closely as its outlet prints it.
func (b *binder) when(ids []ascribe.StatementID, since time.Time) string {
	return (&sheet{r: b.r}).when(ids, since)
}
