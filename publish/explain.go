package publish

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// Explain writes a reading so that a person can argue with it: under each value
// stand the exact words that it rests on with the number of their sentence (the
// first is 1), who says so, the score, and why it was read so. Like [Reading],
// it withholds no name.
func Explain(w io.Writer, r *ascribe.Reading, doc *ascribe.Document, seen ascribe.Appearance) error {
	o, err := newOutline(r, doc, seen)
	if err != nil {
		return err
	}
	x := &explanation{outline: o}
	x.head(seen)
	for i := range r.Incidents {
		x.incident(i)
	}
	x.rest()
	x.notices()
	x.relations()
	x.statements()
	x.places()
	x.dates()
	return o.flush(w, seen)
}

// notices says where the article takes something back.
func (x *explanation) notices() {
	if len(x.Notices) > 0 {
		x.line(0, "")
		x.line(0, "taken back")
	}
	for i := range x.Notices {
		n := &x.Notices[i]
		text := n.Kind.String()
		if n.Of != "" {
			text += " of " + quoted(n.Of)
		}
		x.value(1, value{label: "notice", text: text, words: []ascribe.Span{n.Anchor.Span}, because: n.Because})
	}
}

// An explanation is an outline with the reasons.
type explanation struct{ *outline }

// A value is one thing that was read, with all that it rests on.
type value struct {
	label, text string
	words       []ascribe.Span       // the first lies where it is told
	by          *ascribe.StatementID // who says so; nil for what its words' sentence tells
	score       ascribe.Score        // 0 is none
	because     string
}

// value writes one value over up to three lines.
func (x *explanation) value(depth int, v value) {
	x.field(depth, v.label, v.text)
	var rests []string
	if len(v.words) > 0 {
		rests = append(rests, quoted(v.words[0].Of(x.doc.Text))+" ("+x.sentenceNumber(v.words[0])+")")
	}
	switch {
	case v.by != nil:
		rests = append(rests, x.voice(*v.by))
	case len(v.words) > 0:
		rests = append(rests, x.sayer(v.words[0]))
	}
	if v.score > 0 {
		rests = append(rests, fmt.Sprintf("score %.2f", float64(v.score)))
	}
	x.field(depth, "", strings.Join(rests, ", "))
	if v.because != "" {
		x.field(depth, "", "because "+plain(v.because))
	}
}

// sentenceNumber names the sentence that holds a span, counted from 1.
func (x *explanation) sentenceNumber(s ascribe.Span) string {
	for i, t := range x.doc.Sentences {
		if t.Start <= s.Start && s.Start < t.End {
			return fmt.Sprintf("sentence %d", i+1)
		}
	}
	return "outside the sentences"
}

// sayer says in whose words a span stands: the voice whose content holds it
// closest, else the outlet.
func (x *explanation) sayer(s ascribe.Span) string {
	var best *ascribe.Statement
	size := 0
	for i := range x.Statements {
		st := &x.Statements[i]
		for _, c := range st.Content {
			if st.Source.Role != ascribe.Narrator && c.Holds(s) && (best == nil || c.End-c.Start < size) {
				best, size = st, c.End-c.Start
			}
		}
	}
	if best == nil {
		return "in the outlet's own voice"
	}
	return x.voice(best.ID)
}

func (x *explanation) incident(i int) {
	o := &x.Incidents[i]
	x.line(0, "")
	x.line(0, "%s  %s", local("i", i), quoted(x.textOf(o.Incident)))
	for _, id := range o.Statements {
		if s := x.said[id]; s != nil {
			x.field(1, "told in", fmt.Sprintf("sentence %d, %s: %s", s.Anchor.Sentence+1, x.voice(id), x.sentence(id)))
		}
	}
	x.field(1, "because", plain(o.Because))
	words := x.tellings(o)
	x.value(1, value{"type", phrase(o.Type), words, nil, o.Score, o.Grounds.Type})
	x.value(1, value{"stage", o.Stage.String(), words, nil, 0, o.Grounds.Stage})
	recent := "news of this article"
	if !o.Recent {
		recent = "background, not the news of this article"
	}
	x.value(1, value{"recent", recent, words, nil, 0, o.Grounds.Recent})
	if o.Denied {
		x.value(1, value{"denied", "said not to have happened", words, nil, 0, o.Grounds.Denied})
	}
	x.when(o)
	x.where(o)
	x.roles(o)
	for _, f := range o.Effects {
		x.value(1, value{"effect", x.textOf(f.Target) + ": " + plain(strings.ReplaceAll(f.Effect, "_", " ")), x.near(o, x.spansOf(f.Target)), nil, 0, f.Because})
	}
	x.blame(o.Incident)
	x.tolls(o.Incident)
}

func (x *explanation) when(o *ascribe.Occurrence) {
	if o.When == nil {
		x.field(1, "date", "not stated")
		return
	}
	x.value(1, value{"date", dateWords(o.When), spanList(o.When.Span), nil, 0, o.When.Because})
}

func (x *explanation) where(o *ascribe.Occurrence) {
	if o.Where == nil {
		x.field(1, "place", "not stated")
		return
	}
	x.value(1, value{"place", x.placeWords(o.Where), spanList(o.Where.Span), nil, 0, o.Where.Because})
}

func (x *explanation) placeWords(p *ascribe.Place) string {
	return apart(strings.Join(placeParts(p), ", ")) + " (" + nearness(p) + ")"
}

func (x *explanation) roles(o *ascribe.Occurrence) {
	for _, role := range roleLists(&o.Roles) {
		for _, e := range role.who {
			x.value(1, value{role.label, quoted(e.Text), x.near(o, e.Spans), nil, e.Score, e.Because})
		}
	}
}

// blame writes who is tied to an incident. What it rests on is the sentence.
func (x *explanation) blame(id ascribe.MentionID) {
	for i, a := range x.Attributions {
		if a.Incident == id {
			x.value(1, value{local("a", i), x.textOf(a.Actor) + ": " + phrase(a.Stance.Position()) + stanceWords(a.Stance), x.anchor(a.Statement), &a.Statement, a.Score, a.Because})
		}
	}
}

// stanceWords lists the facts from which a position follows.
func stanceWords(s ascribe.Stance) string {
	facts := []string{"the speaker is " + roleWords(s.Speaker)}
	if s.Speaker == ascribe.Narrator {
		facts[0] = "the outlet itself speaks"
	}
	for _, f := range []struct {
		is   bool
		word string
	}{{s.Connected, "tied to it"}, {s.Hedged, "with doubt"}, {s.Negated, "denied"}, {s.Acquitted, "acquitted"}} {
		if f.is {
			facts = append(facts, f.word)
		}
	}
	return " (" + strings.Join(facts, ", ") + ")"
}

func (x *explanation) tolls(id ascribe.MentionID) {
	for i, t := range x.Tolls {
		if t.Incident == id {
			x.value(1, value{local("t", i), phrase(t.Harm) + ": " + figureWords(t.Figure) + tollNote(&t), spanList(t.Span), &t.Statement, t.Score, t.Because})
		}
	}
}

// rest writes the blame and the tolls of no listed incident, so that none is left
// out.
func (x *explanation) rest() {
	for _, id := range x.unlisted() {
		x.line(0, "\nof an incident that is not listed")
		x.blame(id)
		x.tolls(id)
	}
}

func (x *explanation) relations() {
	if len(x.Relations) > 0 {
		x.line(0, "\nrelations")
	}
	for i, r := range x.Relations {
		text := x.textOf(r.Subject) + " " + relationWords(r.Kind, r.Negated) + " " + x.textOf(r.Object)
		x.value(1, value{local("r", i), text, x.anchor(r.Statement), &r.Statement, r.Score, r.Because})
		for _, end := range []struct {
			label string
			date  *ascribe.Date
		}{{"from", r.From}, {"to", r.To}} {
			if end.date != nil {
				x.value(2, value{end.label, dateWords(end.date), spanList(end.date.Span), nil, 0, end.date.Because})
			}
		}
	}
}

func (x *explanation) statements() {
	headed := false
	for i := range x.Statements {
		s := &x.Statements[i]
		if s.Source.Role == ascribe.Narrator {
			continue
		}
		if !headed {
			x.line(0, "\nvoices")
			headed = true
		}
		x.line(1, "%s: %s (sentence %d), score %.2f", x.voice(s.ID), quoted(x.contentOf(s)), s.Anchor.Sentence+1, float64(s.Score))
		if len(s.Cue) > 0 {
			x.field(2, "cue", quoted(s.Cue[0].Of(x.doc.Text)))
		}
		x.field(2, "mood", moodWords(s.Modality))
		x.field(2, "because", plain(s.Because))
	}
}

// moodWords lists the moods of what is said, or "".
func moodWords(m ascribe.Modality) string {
	var out []string
	for _, f := range []struct {
		is   bool
		word string
	}{{m.Negated, "negated"}, {m.Hedged, "hedged"}, {m.Hypothetical, "hypothetical"}, {m.Future, "future"}, {m.Historical, "historical"}} {
		if f.is {
			out = append(out, f.word)
		}
	}
	return strings.Join(out, ", ")
}

func (x *explanation) places() {
	headed := false
	for i := range x.Mentions {
		m := &x.Mentions[i]
		if m.Place == nil {
			continue
		}
		if !headed {
			x.line(0, "\nplaces")
			headed = true
		}
		x.value(1, value{quoted(m.Place.Text), x.placeWords(m.Place), m.Spans, nil, 0, m.Place.Because})
	}
}

func (x *explanation) dates() {
	if len(x.Dates) > 0 {
		x.line(0, "\ndates")
	}
	for i := range x.Dates {
		d := &x.Dates[i]
		x.value(1, value{quoted(d.Text), dateWords(d), spanList(d.Span), nil, 0, d.Because})
	}
}

// tellings are the words that tell of an incident, first those that establish it.
func (x *explanation) tellings(o *ascribe.Occurrence) []ascribe.Span {
	return x.near(o, x.spansOf(o.Incident))
}

func (x *explanation) spansOf(id ascribe.MentionID) []ascribe.Span {
	for i := range x.Mentions {
		if x.Mentions[i].ID == id {
			return x.Mentions[i].Spans
		}
	}
	return nil
}

// near puts the spans first that stand in a sentence which tells of the incident.
func (x *explanation) near(o *ascribe.Occurrence, spans []ascribe.Span) []ascribe.Span {
	away := func(s ascribe.Span) int {
		for i, id := range o.Statements {
			if st := x.said[id]; st != nil && st.Anchor.Span.Holds(s) {
				return i
			}
		}
		return len(o.Statements)
	}
	out := slices.Clone(spans)
	slices.SortStableFunc(out, func(a, b ascribe.Span) int { return cmp.Compare(away(a), away(b)) })
	return out
}

// anchor is the sentence that carries a statement.
func (x *explanation) anchor(id ascribe.StatementID) []ascribe.Span {
	if s := x.said[id]; s != nil {
		return []ascribe.Span{s.Anchor.Span}
	}
	return nil
}

// spanList is a span as a list, empty when it stands nowhere.
func spanList(s ascribe.Span) []ascribe.Span {
	if s.IsZero() {
		return nil
	}
	return []ascribe.Span{s}
}
